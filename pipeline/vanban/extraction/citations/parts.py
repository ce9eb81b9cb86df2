"""Every part that a citation names, one by one: lists and ranges expanded, each under what holds it.

``điểm a, b khoản 1 và khoản 2 Điều 4`` names three parts: 1a, 1b and 2 of Điều 4.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import islice

from vanban.record import Pinpoint

LONGEST_RANGE = 200
"""Ranges of more members stay as they are written."""

MOST_PARTS = 400

_LEVELS = ("point", "clause", "article", "subsection", "section", "chapter", "part", "appendix")
RANK = {name: at for at, name in enumerate(_LEVELS)}
"""Levels from small to large (NĐ 30/2020 PL II.V.7)."""

_ROMAN = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
_TENS = ("", "X", "XX", "XXX", "XL", "L", "LX", "LXX", "LXXX", "XC")
_NUMERALS = {tens + ones: 10 * at + one for at, tens in enumerate(_TENS) for one, ones in enumerate(_ROMAN)}
_BY_VALUE = {value: numeral for numeral, value in _NUMERALS.items()}
_POINTS = "abcdđeghiklmnopqrstuvxy"
"""The letters of points: the Vietnamese alphabet without its marked vowels (NĐ 78/2025 PL I)."""

_NUMBER = re.compile(r"((?:\d{1,3}\.)*)(\d{1,3})([a-zđ]?)")


@dataclass(slots=True)
class Level:
    """One level word with what it counts: ``các khoản 1, 2``.

    ``joined``: a conjunction stands before it; ``comma``: a comma; ``each``: ``các``, so that all it counts are alike.
    """

    key: str
    idents: list[str]
    joined: bool = False
    comma: bool = False
    each: bool = False
    owner: int | None = field(default=None, repr=False)


def spread(first: str, last: str) -> list[str]:
    """What a range holds with both ends: ``a`` to ``d``, ``4`` to ``6``, ``I`` to ``III``; else as written."""
    members: list[str] = []
    if first in _NUMERALS and last in _NUMERALS:
        members = [_BY_VALUE[value] for value in range(_NUMERALS[first], _NUMERALS[last] + 1)]
    elif len(first) == len(last) == 1 and first in _POINTS and last in _POINTS:
        members = list(_POINTS[_POINTS.index(first) : _POINTS.index(last) + 1])
    elif len(first) == len(last) == 1 and first.isupper() and last.isupper():
        members = [chr(code) for code in range(ord(first), ord(last) + 1)]
    else:
        members = _counted(first, last)
    return members if 0 < len(members) <= LONGEST_RANGE else [f"{first}-{last}"]


def _counted(first: str, last: str) -> list[str]:
    low, high = _NUMBER.fullmatch(first), _NUMBER.fullmatch(last)
    if not low or not high or low[1] != high[1]:
        return []
    if low[2] == high[2] and low[3] and high[3]:
        return [low[1] + low[2] + letter for letter in spread(low[3], high[3])]
    between = [low[1] + str(value) for value in range(int(low[2]) + 1, int(high[2]))]
    return [first, *between, last] if int(low[2]) < int(high[2]) else []


def tree(levels: list[Level]) -> list[Pinpoint]:
    """The parts that a chain of levels names, in the order in which they are named."""
    _own(levels)
    held = [level.owner for level in levels]
    found: list[Pinpoint] = []
    for at, level in enumerate(levels):
        own = level.idents
        if at in held and not _also_itself(levels, at):
            own = [] if level.each else own[1:] if at in held[:at] else own[:-1]
        above = _above(levels, at)
        for ident in own:
            found += [Pinpoint(**{**way, level.key: ident}) for way in above]
            if len(found) >= MOST_PARTS:
                return found[:MOST_PARTS]
    return found


def _own(levels: list[Level]) -> None:
    """Find for each level the one that holds it: the next larger one behind it, else the one before it."""
    waiting: list[int] = []
    for at in range(len(levels) - 1, -1, -1):
        level = levels[at]
        while waiting and RANK[levels[waiting[-1]].key] <= RANK[level.key]:
            waiting.pop()
        owner = waiting[-1] if waiting else None
        if owner is not None and not _apart(level, levels[owner]):
            level.owner = owner
        waiting.append(at)
    for at in range(1, len(levels)):
        level, before = levels[at], levels[at - 1]
        if level.owner is not None or (level.joined and RANK[before.key] > RANK[level.key]):
            continue
        if RANK[before.key] > RANK[level.key]:
            level.owner = at - 1
        elif before.key == level.key and before.owner is not None and before.owner < at:
            level.owner = before.owner


def _apart(small: Level, large: Level) -> bool:
    """Whether two levels stand side by side: ``Điều 5 và Chương III``, ``Điều 5, Phụ lục I``."""
    if RANK[small.key] < RANK["article"]:
        return False
    return large.joined or (large.comma and large.key == "appendix")


def _also_itself(levels: list[Level], at: int) -> bool:
    """Whether a level that holds another is named for itself too: ``khoản 2 và Điều 5``."""
    return levels[at].joined and at > 0 and levels[at - 1].owner == at


def _above(levels: list[Level], at: int) -> list[dict[str, str]]:
    """What holds a level, from the outermost in: one way, or several where ``các`` spreads it."""
    owner = levels[at].owner
    if owner is None:
        return [{}]
    holder = levels[owner]
    chosen = holder.idents if holder.each else holder.idents[:1] if owner > at else holder.idents[-1:]
    ways = ({**above, holder.key: ident} for ident in chosen for above in _above(levels, owner))
    return list(islice(ways, MOST_PARTS))
