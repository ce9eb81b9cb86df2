"""Lists of names against gold: recipients, assignees, coordinators, deadlines."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final

from vanban.record import Recipient
from vanban.scoring.forms import form, likeness
from vanban.scoring.gold import ROLES, GoldRecipient, GoldRecipients, Role
from vanban.scoring.outcome import Case, Outcome, Verdict

NEAR: Final = 0.6
"""A missing and a superfluous value this alike are told as one wrong value, with that much credit."""

Compare = Callable[[str, str], float]


def judge_names(
    case: Case,
    field: str,
    wanted: Counter[str],
    given: Counter[str],
    *,
    spelled: Mapping[str, str],
    keys: Mapping[str, Sequence[str]],
    near: Compare = likeness,
) -> Iterator[Outcome]:
    """Names in comparable form, each counted, against gold; ``spelled`` gives a form as the page or gold writes it.

    ``keys`` are the entries of ``Record.fields`` of a given name; those of ``""`` stand in where there are none.
    """

    def known(name: str) -> Sequence[str]:
        return keys.get(name, keys[""])

    def shown(name: str) -> str:
        return spelled.get(name, name)

    for name in (wanted & given).elements():
        yield case.outcome(field, Verdict.RIGHT, known(name), shown(name), shown(name), 1.0)
    missing, extra = list((wanted - given).elements()), list((given - wanted).elements())
    for gold, got, credit in pairs(missing, extra, near):
        missing.remove(gold)
        extra.remove(got)
        yield case.outcome(field, Verdict.WRONG, known(got), shown(gold), shown(got), credit)
    for name in missing:
        yield case.outcome(field, Verdict.MISSING, keys[""], shown(name), None, 0.0)
    for name in extra:
        yield case.outcome(field, Verdict.EXTRA, known(name), None, shown(name), 0.0)
    if not wanted and not given:
        yield case.outcome(field, Verdict.ABSENT, keys[""], None, None, 0.0)


def pairs(missing: Sequence[str], extra: Sequence[str], near: Compare) -> list[tuple[str, str, float]]:
    """The nearest pairs of a missing and a superfluous value, best first, each value in one pair."""
    ranked = sorted(
        ((near(gold, got), at, to) for at, gold in enumerate(missing) for to, got in enumerate(extra)),
        key=lambda item: -item[0],
    )
    left, right = set(range(len(missing))), set(range(len(extra)))
    found = []
    for credit, at, to in ranked:
        if credit >= NEAR and at in left and to in right:
            left.remove(at)
            right.remove(to)
            found.append((missing[at], extra[to], credit))
    return found


def judge_recipients(case: Case, gold: GoldRecipients) -> Iterator[Outcome]:
    """Kính gửi, Nơi nhận and Lưu, agency by agency."""
    held = case.record.recipients if case.record else None
    wanted: dict[Role, list[GoldRecipient]] = {"to": gold.to, "copy": gold.copy_, "archive": gold.archive}
    found: dict[Role, list[Recipient]] = {role: [] for role in ROLES}
    if held is not None:
        found = {"to": held.to, "copy": held.copy_, "archive": held.archive}
    for role in ROLES:
        yield from _role(case, f"recipients.{role}", wanted[role], found[role])


def _role(case: Case, field: str, gold: list[GoldRecipient], got: list[Recipient]) -> Iterator[Outcome]:
    spelled: dict[str, str] = {}
    keys: dict[str, list[str]] = defaultdict(lambda: [field])
    given: Counter[str] = Counter()
    for at, item in enumerate(got):
        for name in item.agencies:
            given[form(name)] += 1
            spelled[form(name)] = name
            keys[form(name)] = [f"{field}.{at}", field]
    wanted = _wanted(gold, given, spelled)
    for name in (form(name) for item in gold if item.optional for name in item.agencies):
        if given[name] > wanted[name]:
            given[name] -= 1
    yield from judge_names(case, field, wanted, +given, spelled=spelled, keys={"": [field], **keys})


def _wanted(gold: list[GoldRecipient], given: Counter[str], spelled: dict[str, str]) -> Counter[str]:
    """What is asked for: of several right readings of an item the one that fits what was given best."""
    wanted: Counter[str] = Counter()
    for item in gold:
        if item.optional:
            continue

        def fit(names: Sequence[str]) -> float:
            return (Counter(map(form, names)) & given).total() / max(len(names), 1)

        best = max([item.agencies, *item.agencies_alt], key=fit)
        for name in best:
            wanted[form(name)] += 1
            spelled.setdefault(form(name), name)
    return wanted


def judge_set(
    case: Case,
    field: str,
    gold: Sequence[Sequence[str]],
    got: Sequence[str],
    keys: Sequence[str],
    compared: Callable[[str], str] = form,
    near: Compare = likeness,
) -> Iterator[Outcome]:
    """Names without order or repetition; ``gold`` holds every right reading, of which the nearest counts."""
    given = {compared(name): name for name in got}

    def fit(names: Sequence[str]) -> int:
        wanted = set(map(compared, names))
        return len(wanted & given.keys()) - len(wanted ^ given.keys())

    wanted = {compared(name): name for name in max(gold, key=fit)}
    yield from judge_names(
        case, field, Counter(wanted.keys()), Counter(given.keys()), spelled=wanted | given, keys={"": keys}, near=near
    )
