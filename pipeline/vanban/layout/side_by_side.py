"""Two columns that plain text sets side by side with spaces or tabs: heads and feet (NĐ 30/2020 PL IV)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import Enum, auto

from vanban.layout.cells import motto_cuts
from vanban.layout.cues import CAPACITY, DISTRIBUTION, NUMBER, PLACE_DATE, cues, key
from vanban.layout.looks import is_type

MOST_ROWS = 60
"""Most rows that one pair of columns may have."""

_WIDEST = 220
"""Most letters of a row that holds two columns."""

_NARROW = 70
"""Most letters of a row in the left of two columns."""

_ALONE = 3
"""Most rows, one below another, of a head whose left column has nothing beside it."""

_GAP = re.compile(r"(?<=\S)(?: {3,}|[ ]*\t+[ \t]*)(?=\S)")
_GOES_ON = re.compile(r"[-/\d.…_]")
_ITEM = re.compile(r"[-–+*(]")
_SLACK = 12
"""How far a row's gap may stand from the white river between the columns, in letters."""

Span = tuple[int, int, int]
"""Number of the row, and where a piece of it begins and ends."""


class _Kind(Enum):
    BLANK = auto()
    SPLIT = auto()
    LEFT = auto()
    RIGHT = auto()
    ACROSS = auto()


@dataclass(slots=True)
class Pair:
    """The pieces of each column from top to bottom, and how many rows they take."""

    left: list[Span] = field(default_factory=list)
    right: list[Span] = field(default_factory=list)
    rows: int = 0


def find_pair(raws: Sequence[str], at: int) -> Pair | None:
    """The two columns that begin at row ``at``, or ``None``. Looks at :data:`MOST_ROWS` rows at most."""
    if not _opens(raws[at]):
        return None
    rows = list(_rows(raws, at))
    river = _river(rows)
    sorted_out = [_split(row, river) for row in rows]
    kinds = [kind for kind, _ in sorted_out]
    last = _last(rows, kinds)
    pair = Pair(rows=last + 1)
    for number in range(last + 1):
        kind, cut = sorted_out[number]
        row = rows[number]
        if kind is _Kind.SPLIT:
            pair.left.append((number, *_bare(row, 0, cut[0])))
            pair.right.append((number, *_bare(row, cut[1], len(row))))
        elif kind is not _Kind.BLANK:
            (pair.left if kind is _Kind.LEFT else pair.right).append((number, *_bare(row, 0, len(row))))
    return pair


def _rows(raws: Sequence[str], at: int) -> Iterator[str]:
    """The rows that may belong to a pair: up to a table or a row wider than two columns are."""
    for raw in raws[at : at + MOST_ROWS]:
        if raw[:1] == "|" or len(raw) > _WIDEST:
            return
        yield raw.rstrip()


def _opens(raw: str) -> bool:
    """Whether two columns begin in a row: a box of head or foot stands on one side of a gap."""
    raw = raw.rstrip()
    if len(raw) > _WIDEST or PLACE_DATE.match(key(raw.strip())):
        return False
    gaps = [gap for gap in _GAP.finditer(raw) if not _GOES_ON.match(raw, gap.end())]
    return any(_is_box(side) for gap in gaps for side in (raw[: gap.start()].strip(), raw[gap.end() :].strip()))


def _is_box(side: str) -> bool:
    folded = key(side)
    if NUMBER.match(folded) or PLACE_DATE.match(folded) or DISTRIBUTION.match(folded) or CAPACITY.match(side):
        return True
    return bool(motto_cuts(side))


def _river(rows: list[str]) -> tuple[int, int] | None:
    """The first and last column of letters that the gaps of most rows cover; rows with tabs are left out."""
    share: dict[int, float] = {}
    for row in rows:
        if "\t" in row:
            continue
        for gap in _GAP.finditer(row):
            for x in range(gap.start(), gap.end()):
                share[x] = share.get(x, 0.0) + 1 + 0.001 * (gap.end() - gap.start())
    if not share:
        return None
    most = max(share.values())
    low = next(x for x in sorted(share) if share[x] > most - 1e-6)
    return low, next(x for x in range(low, len(share) + low + 1) if share.get(x + 1, 0.0) < most - 1e-6)


def _split(row: str, river: tuple[int, int] | None) -> tuple[_Kind, tuple[int, int]]:
    """What a row holds, and the gap that parts its columns."""
    none = (0, 0)
    text = row.strip()
    if not text:
        return _Kind.BLANK, none
    gaps = [gap.span() for gap in _GAP.finditer(row)]
    tabbed = [span for span in gaps if "\t" in row[slice(*span)]]
    if len(tabbed) > 2:
        return _Kind.ACROSS, none
    if tabbed:
        return _Kind.SPLIT, max(tabbed, key=lambda span: row.count("\t", *span))
    indent = len(row) - len(row.lstrip())
    if river is None:
        left = _Kind.LEFT if len(text) <= _NARROW else _Kind.ACROSS
        return (_Kind.RIGHT if row[:1] == "\t" else left), none
    near = min(gaps, key=lambda span: _away(span, river), default=None)
    if near is not None and _away(near, river) <= _SLACK:
        return _Kind.SPLIT, near
    if indent >= sum(river) // 2:
        return _Kind.RIGHT, none
    return (_Kind.LEFT if len(row) <= river[1] + 1 else _Kind.ACROSS), none


def _away(span: tuple[int, int], river: tuple[int, int]) -> int:
    return max(span[0] - river[1], river[0] - span[1] + 1, 0)


def _last(rows: list[str], kinds: list[_Kind]) -> int:
    """The last row of the pair: one with a right column, or an item of Nơi nhận that goes on below it."""
    last = alone = 0
    listed = False
    for at, kind in enumerate(kinds):
        text = rows[at].strip()
        listed = listed or bool(DISTRIBUTION.match(key(text[:60])))
        alone = alone + 1 if kind is _Kind.LEFT else 0 if kind is not _Kind.BLANK else alone
        if kind is _Kind.ACROSS or (alone > _ALONE and not listed):
            break
        if kind is _Kind.LEFT and kinds[at - 1] is _Kind.BLANK and not _goes_on(text):
            break
        if kind in (_Kind.LEFT, _Kind.RIGHT) and (is_type(text) or cues().addressees.match(key(text))):
            break
        if kind in (_Kind.SPLIT, _Kind.RIGHT):
            last = at
    while listed and last + 1 < len(rows) and kinds[last + 1] is _Kind.LEFT and _lists(rows, last + 1):
        last += 1
    return last


def _goes_on(text: str) -> bool:
    """Whether a left row may stand behind white space: an item, the rest of one, or the number under the issuer."""
    return bool(_ITEM.match(text)) or text[:1].islower() or bool(NUMBER.match(key(text)))


def _lists(rows: list[str], at: int) -> bool:
    text, before = rows[at].strip(), rows[at - 1].strip()
    return bool(_ITEM.match(text)) or (text[:1].islower() and before[-1:] not in ".")


def _bare(row: str, low: int, high: int) -> tuple[int, int]:
    """A span without the white space at its ends."""
    piece = row[low:high]
    return low + len(piece) - len(piece.lstrip()), low + len(piece.rstrip())
