"""Single values against gold: genre, type, number, place, date, issuer, subject, signer."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from vanban.record import Number, Signer
from vanban.scoring.forms import date_likeness, form, likeness, subject_form
from vanban.scoring.gold import Gold, GoldIssued, GoldNumber, GoldSigner
from vanban.scoring.outcome import ABSTAINED, BY_HAND, Case, Outcome, Verdict

SUBJECT_LIKENESS: Final = 0.93
"""Two subjects this alike are one: a trích yếu has a misread letter or a lost comma, not another meaning."""

Measure = Callable[[str, str], float]


def text_credit(gold: str, got: str) -> float:
    """How near a wrong text is: the likeness of the two comparable forms."""
    return likeness(form(gold), form(got))


def no_credit(gold: str, got: str) -> float:
    """A wrong code is not nearly right."""
    del gold, got
    return 0.0


def _same_form(gold: str, got: str) -> bool:
    return form(gold) == form(got)


def _same_subject(gold: str, got: str) -> bool:
    return likeness(subject_form(gold), subject_form(got)) >= SUBJECT_LIKENESS


@dataclass(frozen=True, slots=True)
class Rule:
    """How a field's values are compared: whether two are the same, and the credit of a wrong one."""

    same: Callable[[str, str], bool] = _same_form
    credit: Measure = text_credit


TEXT = Rule()
CODE = Rule(credit=no_credit)
DATE = Rule(credit=date_likeness)
SUBJECT = Rule(same=_same_subject)


def judge(
    case: Case,
    field: str,
    gold: str | None,
    got: str | None,
    rule: Rule = TEXT,
    *,
    keys: Iterable[str],
    others: Sequence[str | None] = (),
    by_hand: bool = False,
) -> Iterator[Outcome]:
    """One value against gold. ``others`` are right too: one that is none allows giving none, and a value that
    only ``others`` hold is neither asked for nor wrong. ``by_hand``: giving none is right.
    """
    gold, got = gold or None, got or None
    if by_hand and got is None:
        yield case.outcome(field + ABSTAINED, Verdict.ABSTAINED, keys, gold, None, 1.0)
    elif gold is None and got is not None:
        if not any(form(other) == form(got) for other in others if other):
            yield case.outcome(field, Verdict.EXTRA, keys, None, got, 0.0)
    elif gold is not None and got is None:
        if all(others):
            yield case.outcome(field, Verdict.MISSING, keys, gold, None, 0.0)
    elif gold is None or got is None:
        yield case.outcome(field, Verdict.ABSENT, keys, None, None, 0.0)
    else:
        allowed = [gold, *filter(None, others)]
        right = any(rule.same(value, got) for value in allowed)
        credit = 1.0 if right else max(rule.credit(value, got) for value in allowed)
        yield case.outcome(field, Verdict.RIGHT if right else Verdict.WRONG, keys, gold, got, credit)


def judge_head(case: Case, gold: Gold) -> Iterator[Outcome]:
    """The values of the head and the signature, those that gold speaks of."""
    record = case.record
    if gold.has("genre"):
        yield from judge(case, "genre", gold.genre, record.genre if record else None, CODE, keys=["genre"])
    if gold.has("type"):
        got = record.type.code if record and record.type else None
        yield from judge(case, "type", gold.type, got, CODE, keys=["type"])
    if gold.has("number"):
        yield from _number(case, gold.number or GoldNumber(), record.number if record else Number())
    if gold.issued is not None:
        yield from _issued(case, gold.issued)
    if gold.has("issuer"):
        got = record.issuer.name if record and record.issuer else None
        yield from judge(case, "issuer", gold.issuer, got, keys=["issuer"], others=gold.issuer_alt)
    if gold.has("subject"):
        got = record.subject if record else None
        yield from judge(case, "subject", gold.subject, got, SUBJECT, keys=["subject"], others=gold.subject_alt)
    signer = record.signer if record else None
    if gold.signer is not None or (gold.has("signer") and signer is not None):
        yield from _signer(case, gold.signer or GoldSigner(), signer or Signer())


def _number(case: Case, gold: GoldNumber, got: Number) -> Iterator[Outcome]:
    """Số, ký hiệu. A document without a record has the status ``missing``, as one whose page has no number line: it
    counts as given, by the rule that all scorers of the contract share.
    """
    by_hand = gold.handwritten
    if gold.has("status") and not by_hand:
        yield from judge(case, "number.status", gold.status, got.status, CODE, keys=["number.status", "number"])
    if gold.has("symbol"):
        keys = ["number.symbol", "number"]
        yield from judge(case, "number.symbol", gold.symbol, got.symbol, keys=keys, others=gold.symbol_alt)
    if gold.has("canonical"):
        field = "number.canonical" + (BY_HAND if by_hand else "")
        yield from judge(
            case,
            field,
            gold.canonical,
            got.canonical,
            keys=["number.canonical", "number"],
            others=gold.canonical_alt,
            by_hand=by_hand,
        )


def _issued(case: Case, gold: GoldIssued) -> Iterator[Outcome]:
    issued = case.record.issued if case.record else None
    if gold.has("place"):
        yield from judge(case, "issued.place", gold.place, issued.place if issued else None, keys=["issued.place"])
    if gold.has("date"):
        by_hand, got = gold.handwritten, issued.date if issued else None
        if by_hand and gold.date and got and gold.date != got and gold.date.startswith(got):
            got = None  # the printed month without the day that the hand wrote: that is to abstain
        field = "issued.date" + (BY_HAND if by_hand else "")
        keys = ["issued.date"]
        yield from judge(case, field, gold.date, got, DATE, keys=keys, others=gold.date_alt, by_hand=by_hand)


def _signer(case: Case, gold: GoldSigner, got: Signer) -> Iterator[Outcome]:
    silent = not gold.model_fields_set
    parts = (
        ("name", gold.name, got.name, gold.name_alt, TEXT),
        ("position", gold.position, got.position, gold.position_alt, TEXT),
        ("capacity", gold.capacity, got.capacity, gold.capacity_alt, CODE),
    )
    for name, wanted, given, others, rule in parts:
        if silent or gold.has(name):
            keys = [f"signer.{name}", "signer"]
            yield from judge(case, f"signer.{name}", wanted, given, rule, keys=keys, others=others)
