"""Words of a page put into visual rows, whatever their order, height or drift of the baseline."""

from __future__ import annotations

from bisect import bisect_left, insort
from dataclasses import dataclass, field
from itertools import pairwise

from vanban.language.text import fold
from vanban.reading.document import Word

_STAMP = 1.9
"""Heights of a word from which a word of a stamp is one."""

_STAMPS = frozenset(("hoa", "toc", "thuong", "khan", "toi", "tuyet", "mat"))
"""Words of độ khẩn and độ mật, folded."""

_OVER, _UNLIKE = 0.4, 0.1
"""Share of a word's width that lies over its neighbour, and the difference in confidence, of a second reading."""


@dataclass(slots=True)
class Row:
    """Words that stand on one baseline, from left to right."""

    words: list[Word] = field(default_factory=list)

    @property
    def top(self) -> float:
        """The upper edge of the row's words in the middle of its drift."""
        tops = sorted(word.box[1] for word in self.words)
        return tops[len(tops) // 2]

    @property
    def middle(self) -> float:
        """The mean height of the row's words on the page."""
        return sum(word.box[1] + word.box[3] for word in self.words) / (2 * len(self.words))


def rows(words: list[Word]) -> list[Row]:
    """The rows of ``words`` from top to bottom.

    Words are taken from left to right; each joins the row whose nearest word overlaps it in height by half,
    so that a row may climb or sink across the page. Stamps on scans (``HỎA TỐC``), taller than two lines of print,
    have rows of their own. Takes n log n steps for n words.
    """
    height = typical_height(words)
    stamps = [word for word in words if _is_stamp(word, height)]
    if 0 < len(stamps) < len(words):
        chosen = {id(word) for word in stamps}
        rest = rows([word for word in words if id(word) not in chosen])
        return sorted([*rest, *rows(stamps)], key=lambda row: row.middle)
    ends: list[tuple[float, int]] = []
    found: list[Row] = []
    for word in sorted(words, key=lambda word: (word.box[0], word.box[1])):
        middle = (word.box[1] + word.box[3]) / 2
        best = _nearest(word, middle, ends, found, height)
        if best is None:
            found.append(Row([word]))
            insort(ends, (middle, len(found) - 1))
            continue
        at, index = best
        found[index].words.append(word)
        if word.box[3] - word.box[1] > height * 0.45:
            del ends[at]
            insort(ends, (middle, index))
    found.sort(key=lambda row: row.middle)
    return _merged(found, height)


def read_once(words: list[Word]) -> list[Word]:
    """The words of a row, from left to right, without those that OCR read a second time over a surer neighbour."""
    kept: list[Word] = []
    for word in words:
        if kept and _doubles(kept[-1], word):
            if (word.confidence or 0.0) > (kept[-1].confidence or 0.0):
                kept[-1] = word
            continue
        kept.append(word)
    return kept


def _doubles(left: Word, right: Word) -> bool:
    """Whether two words of a row that OCR read, unlike sure, lie over each other by more than print ever does."""
    if left.confidence is None or right.confidence is None or abs(left.confidence - right.confidence) < _UNLIKE:
        return False
    shared = min(left.box[2], right.box[2]) - max(left.box[0], right.box[0])
    narrow = min(left.box[2] - left.box[0], right.box[2] - right.box[0])
    return shared > _OVER * narrow > 0


def _is_stamp(word: Word, height: float) -> bool:
    return word.box[3] - word.box[1] > _STAMP * height and word.text.isupper() and fold(word.text) in _STAMPS


def _merged(found: list[Row], height: float) -> list[Row]:
    """Neighbouring rows that share a baseline and no place on it are one: a jump of the baseline parted them."""
    merged: list[Row] = []
    for row in found:
        before = merged[-1] if merged else None
        if before is None or row.middle - before.middle > 0.5 * height or not _dovetail(before, row, height):
            merged.append(row)
            continue
        before.words = sorted(before.words + row.words, key=lambda word: word.box[0])
    return merged


def _dovetail(one: Row, other: Row, height: float) -> bool:
    """Whether the words of two rows stand beside each other, and neighbours level with each other."""
    both = sorted(
        [(word, 0) for word in one.words] + [(word, 1) for word in other.words], key=lambda item: item[0].box[0]
    )
    for (left, a), (right, b) in pairwise(both):
        if right.box[0] < left.box[2] - height:
            return False
        if a != b and abs(left.box[1] + left.box[3] - right.box[1] - right.box[3]) > 1.5 * height:
            return False
    return True


def typical_height(words: list[Word]) -> float:
    """The median height of the words in points; 10 without any."""
    heights = sorted(word.box[3] - word.box[1] for word in words if any(c.isalnum() for c in word.text))
    return heights[len(heights) // 2] if heights else 10.0


def _nearest(
    word: Word, middle: float, ends: list[tuple[float, int]], found: list[Row], height: float
) -> tuple[int, int] | None:
    """Where in ``ends`` the row stands that the word continues, and its index."""
    low = bisect_left(ends, (middle - height, -1))
    best, least = None, height * 0.75
    for at in range(low, len(ends)):
        centre, index = ends[at]
        if centre > middle + height:
            break
        last = found[index].words[-1]
        overlap, narrow = last.box[2] - word.box[0], min(word.box[2] - word.box[0], last.box[2] - last.box[0])
        if overlap > 0.9 * narrow and narrow > 0.8 * height and abs(centre - middle) > 0.35 * height:
            continue
        shared = min(word.box[3], last.box[3]) - max(word.box[1], last.box[1])
        small = min(word.box[3] - word.box[1], last.box[3] - last.box[1])
        away = abs(centre - middle) + 0.01 * max(0.0, -overlap)
        if (shared > 0.45 * small or away < 0.3 * height) and away < least:
            best, least = (at, index), away
    return best
