"""Values that gold may hold beyond what records are commonly scored on, judged in rows of their own.

Urgency, secrecy, the parent agency, whom a signer signs for; of tasks their recurrence, section and part; of citations
their title, part and whether they point back. They stand beside the others and change none of them.
"""

from __future__ import annotations

from collections.abc import Iterator

from vanban.record import Assignment, Citation
from vanban.scoring.gold import Gold, GoldAssignment, GoldCitation, GoldSigner
from vanban.scoring.items import matched_mentions, matched_tasks
from vanban.scoring.outcome import Case, Outcome
from vanban.scoring.values import CODE, SUBJECT, judge


def judge_beyond(case: Case, gold: Gold) -> Iterator[Outcome]:
    """Every such value that gold speaks of."""
    record = case.record
    if gold.has("urgency"):
        yield from judge(case, "urgency", gold.urgency, record.urgency if record else None, CODE, keys=["urgency"])
    if gold.has("secrecy"):
        yield from judge(case, "secrecy", gold.secrecy, record.secrecy if record else None, CODE, keys=["secrecy"])
    if gold.has("issuer_parent"):
        got = record.issuer.parent if record and record.issuer else None
        yield from judge(case, "issuer.parent", gold.issuer_parent, got, keys=["issuer.parent", "issuer"])
    signer = gold.signer or GoldSigner()
    if signer.has("on_behalf_of"):
        got = record.signer.on_behalf_of if record and record.signer else None
        keys = ["signer.on_behalf_of", "signer"]
        yield from judge(case, "signer.on_behalf_of", signer.on_behalf_of, got, keys=keys)
    yield from _tasks(case, gold.assignments or [])
    yield from _mentions(case, gold.citations or [])


def _tasks(case: Case, gold: list[GoldAssignment]) -> Iterator[Outcome]:
    got = case.record.assignments if case.record else []
    for at, to in matched_tasks(gold, got).items():
        if not gold[at].optional:
            yield from _task(case, gold[at], got[to], to)


def _task(case: Case, gold: GoldAssignment, got: Assignment, at: int) -> Iterator[Outcome]:
    parts = (
        ("recurrence", gold.recurrence, got.recurrence),
        ("section", gold.section, got.section),
        ("part", gold.part, got.part),
    )
    for name, wanted, given in parts:
        if gold.has(name):
            keys = [f"assignments.{at}.{name}", f"assignments.{at}"]
            yield from judge(case, f"assignments.{name}", wanted, given, CODE, keys=keys)


def _mentions(case: Case, gold: list[GoldCitation]) -> Iterator[Outcome]:
    got = case.record.citations if case.record else []
    for at, to in matched_mentions(gold, got).items():
        if not gold[at].optional:
            yield from _mention(case, gold[at], got[to], to)


def _mention(case: Case, gold: GoldCitation, got: Citation, at: int) -> Iterator[Outcome]:
    parts = (
        ("title", gold.title, got.title, SUBJECT),
        ("part", gold.part, got.part, CODE),
        ("refers_back", _yes(gold.refers_back), _yes(got.refers_back), CODE),
    )
    for name, wanted, given, rule in parts:
        if gold.has(name):
            yield from judge(case, f"citations.{name}", wanted, given, rule, keys=[f"citations.{at}"])


def _yes(value: bool) -> str | None:
    return "yes" if value else None
