"""Assignments and citations against gold: first which found item is which, then the values of each pair."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from vanban.record import Assignment, Citation, Pinpoint
from vanban.scoring.forms import date_likeness, form, likeness, shared_words, word_likeness
from vanban.scoring.gold import GoldAssignment, GoldCitation
from vanban.scoring.lists import judge_set, pairs
from vanban.scoring.outcome import Case, Outcome, Verdict
from vanban.scoring.values import CODE, DATE, judge

SAME_TASK: Final = 0.75
"""The share of words (of the shorter text) that two tasks must have in common to be one."""
SAME_MENTION: Final = 0.8
"""The same for two mentions of a document without a number."""


def judge_assignments(case: Case, gold: list[GoldAssignment]) -> Iterator[Outcome]:
    """Tasks: which were found, and for those who does them, with whom, by when."""
    got = case.record.assignments if case.record else []
    matched = matched_tasks(gold, got)
    field = "assignments.found"
    for at, to in matched.items():
        if not gold[at].optional:
            yield case.outcome(field, Verdict.RIGHT, [f"assignments.{to}"], gold[at].text, got[to].text, 1.0)
    taken = set(matched.values())
    missing = [item.text for at, item in enumerate(gold) if at not in matched and not item.optional]
    extra = {at: item.text for at, item in enumerate(got) if at not in taken}
    yield from _leftover(case, field, "assignments", missing, extra)
    if not gold and not got:
        yield case.outcome(field, Verdict.ABSENT, ["assignments"], None, None, 0.0)
    for at, to in matched.items():
        if not gold[at].optional:
            yield from _task(case, gold[at], got[to], to)


def matched_tasks(gold: list[GoldAssignment], got: list[Assignment]) -> dict[int, int]:
    """Each gold task's found one: in the order of gold, the most alike that is still free."""
    matched: dict[int, int] = {}
    free = dict(enumerate(got))
    for at, wanted in enumerate(gold):
        best, best_at = 0.0, None
        for to, item in free.items():
            alike = 1.0 if form(wanted.text) in form(item.text) else shared_words(wanted.text, item.text)
            if alike > best:
                best, best_at = alike, to
        if best_at is not None and best >= SAME_TASK:
            matched[at] = best_at
            del free[best_at]
    return matched


def _task(case: Case, gold: GoldAssignment, got: Assignment, at: int) -> Iterator[Outcome]:
    def keys(part: str) -> list[str]:
        return [f"assignments.{at}.{part}", f"assignments.{at}"]

    assignees = [gold.assignees, *gold.assignees_alt]
    coordinators = [gold.coordinators, *gold.coordinators_alt]
    deadlines = [gold.deadlines, *gold.deadlines_alt]
    yield from judge_set(case, "assignments.assignees", assignees, got.assignees, keys("assignees"))
    yield from judge_set(case, "assignments.coordinators", coordinators, got.coordinators, keys("coordinators"))
    yield from judge_set(
        case, "assignments.deadlines", deadlines, got.deadlines, keys("deadlines"), compared=str, near=date_likeness
    )


def judge_citations(case: Case, gold: list[GoldCitation]) -> Iterator[Outcome]:
    """Mentions: which were found, and for those type, date, issuer, relation and pinpoint."""
    got = case.record.citations if case.record else []
    matched = matched_mentions(gold, got)
    field = "citations.found"
    for at, to in matched.items():
        if not gold[at].optional:
            yield case.outcome(field, Verdict.RIGHT, [f"citations.{to}"], gold[at].text, got[to].text, 1.0)
            yield from _mention(case, gold[at], got[to], to)
    taken = set(matched.values())
    missing = [item.text for at, item in enumerate(gold) if at not in matched and not item.optional]
    extra = {at: item.text for at, item in enumerate(got) if at not in taken}
    yield from _leftover(case, field, "citations", missing, extra)


def matched_mentions(gold: list[GoldCitation], got: list[Citation]) -> dict[int, int]:
    """Each gold mention's found one: of the free ones with its number, the one whose words are most alike."""
    matched: dict[int, int] = {}
    free = dict(enumerate(got))
    for at, wanted in enumerate(gold):
        able = [to for to, item in free.items() if form(item.number) == form(wanted.number)]
        if not able and not wanted.number:
            able = [to for to, item in free.items() if shared_words(wanted.text, item.text) > SAME_MENTION]
        if able:
            text = form(wanted.text)
            best = max(able, key=lambda to: likeness(text, form(got[to].text)))
            matched[at] = best
            del free[best]
    return matched


def _mention(case: Case, gold: GoldCitation, got: Citation, at: int) -> Iterator[Outcome]:
    keys = [f"citations.{at}"]
    yield from judge(case, "citations.type", gold.type, got.type, CODE, keys=keys, others=gold.type_alt)
    yield from judge(case, "citations.date", gold.date, got.date, DATE, keys=keys, others=gold.date_alt)
    yield from judge(case, "citations.issuer", gold.issuer, got.issuer, keys=keys, others=gold.issuer_alt)
    relations = gold.relation_alt
    yield from judge(case, "citations.relation", gold.relation, got.relation, CODE, keys=keys, others=relations)
    if gold.pinpoint or got.pinpoint:
        wanted, given = pinpoint(gold.pinpoint or {}), pinpoint(_parts(got.pinpoint))
        yield from judge(case, "citations.pinpoint", wanted, given, keys=keys)


def _parts(found: Pinpoint | None) -> dict[str, str | None]:
    return found.model_dump() if found else {}


def pinpoint(parts: dict[str, str | None]) -> str | None:
    """A pinpoint in one line, whatever the order of its parts: ``article 5, clause 2``."""
    return ", ".join(f"{name} {value}" for name, value in sorted(parts.items()) if value) or None


def _leftover(case: Case, field: str, stem: str, missing: list[str], extra: dict[int, str]) -> Iterator[Outcome]:
    """What was not matched: near pairs as one wrong item, the rest as missing and superfluous ones."""
    missing, extra = list(missing), dict(extra)
    near = pairs([form(text) for text in missing], [form(text) for text in extra.values()], word_likeness)
    for gold_form, got_form, credit in near:
        gold = next(text for text in missing if form(text) == gold_form)
        to = next(to for to, text in extra.items() if form(text) == got_form)
        missing.remove(gold)
        yield case.outcome(field, Verdict.WRONG, [f"{stem}.{to}"], gold, extra.pop(to), credit)
    for text in missing:
        yield case.outcome(field, Verdict.MISSING, [stem], text, None, 0.0)
    for to, text in extra.items():
        yield case.outcome(field, Verdict.EXTRA, [f"{stem}.{to}"], None, text, 0.0)
