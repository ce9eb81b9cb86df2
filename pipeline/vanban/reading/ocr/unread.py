"""A second look at print that recognition left out: names under seals, names stamped in colour, small print.

Tesseract's page segmentation takes a seal or signature for a picture and drops the line of print that it
touches. Letters that no word covers are gathered into strips, freed of everything larger than letters, stacked
into one small image and recognised again.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from vanban.language.text import fold
from vanban.reading.ocr.engine import Seen
from vanban.reading.ocr.prepare import Prepared

if TYPE_CHECKING:
    from numpy.typing import NDArray

_COVERED = 0.3
"""Words below this confidence do not count as read."""

_CONTRAST = 24
"""How much darker than its surroundings ink is, of 255."""

_GOOD = 0.5
"""Confidence from which a word of the second look is taken."""

_SURE = 0.8
_STAMPS = frozenset(("khan", "mat"))
"""Words that stand alone in red, folded: độ khẩn, độ mật."""

_COARSE = 3
_STRIPS = 30

_WORTH = 4.0
"""Width, in heights of a word, from which an unread line is worth a second call of the engine: a name, a title."""

_LEVEL = 0.5
"""Least share of a line's letters that stand on one footing; pen strokes and letters of a seal do not."""


@dataclass(slots=True, frozen=True)
class Strip:
    """A line of unread letters: its box in prepared pixels and its image, letters alone on white.

    ``wide`` is the line's width in heights of a word and ``level`` the share of its letters on one footing.
    """

    box: tuple[int, int, int, int]
    image: NDArray[Any]
    wide: float
    level: float


@dataclass(slots=True, frozen=True)
class Unread:
    """Strips of a page, those from ``black`` on in coloured ink."""

    strips: list[Strip]
    black: int


def find(page: Prepared, seen: list[Seen], height: float) -> Unread:
    """The strips of a page to be read; none unless one looks like a line of print that matters (see :func:`worth`).

    ``height`` is that of a word in pixels.
    """
    found = _unread(page.grey, seen, height, wide=_WORTH, letters=4)
    black = len(found)
    if page.ink is not None:
        found += _unread(_as_grey(page.ink), seen, height, wide=2.0, letters=3)
    matters = any(worth(strip, coloured=index >= black) for index, strip in enumerate(found))
    return Unread(found if matters and len(found) <= _STRIPS else [], black)


def added(seen: list[Seen], unread: Unread, read: Sequence[list[Seen]]) -> list[Seen]:
    """``seen`` with what was ``read`` in the strips; doubtful words that it replaces are dropped."""
    again = [
        replace(word, line=(-1, index))
        for index, words in enumerate(read)
        if _credible(good := [word for word in words if _is_good(word)], coloured=index >= unread.black)
        for word in good
        if not any(_share(word, old) > 0.5 and old.confidence >= word.confidence for old in seen)
    ]
    return [old for old in seen if not _replaced(old, again)] + again


def _is_good(word: Seen) -> bool:
    return word.confidence >= _GOOD and any(letter.isalnum() for letter in word.text)


def _replaced(old: Seen, again: list[Seen]) -> bool:
    """Whether the second look read what a word stands for: most of it, or a part of one that was not really read."""
    unread = old.confidence < _COVERED
    return any(_share(old, new) > 0.5 or (unread and _share(new, old) > 0.5) for new in again)


def worth(strip: Strip, *, coloured: bool) -> bool:
    """Whether a strip is likely to bring words of weight: wide and level enough; in colour, where seals have
    letters too, as wide as a name or as level as a stamp."""
    if coloured:
        return strip.level >= (_LEVEL if strip.wide >= 1.4 * _WORTH else 0.99)
    return strip.wide >= _WORTH and strip.level >= (_LEVEL if strip.wide < 2 * _WORTH else 0.6 * _LEVEL)


def _unread(grey: NDArray[Any], seen: list[Seen], height: float, *, wide: float, letters: int) -> list[Strip]:
    return [
        strip for area in areas(grey, seen, height, wide) for strip in strips(grey, seen, height, area, letters=letters)
    ]


def letter_height(seen: list[Seen], dpi: int) -> float:
    """Median height in pixels of sure words; 0.13 inch where there are none."""
    sure = sorted(word.box[3] - word.box[1] for word in seen if word.confidence > 0.8 and len(word.text) > 2)
    return float(sure[len(sure) // 2]) if sure else 0.13 * dpi


def areas(grey: NDArray[Any], seen: list[Seen], height: float, wide: float) -> list[tuple[int, int, int, int]]:
    """Boxes around lines at least ``wide`` heights wide of what may be unread letters.

    A coarse sieve at half size, with the words read painted over: most pages have no such lines.
    """
    import cv2
    import numpy as np

    small = cv2.resize(grey, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA)
    half = height / 2
    ink = cv2.adaptiveThreshold(
        small, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, int(half) * 2 + 1, _CONTRAST
    )
    for word in seen:
        if word.confidence >= _COVERED:
            x0, y0, x1, y1 = (edge // 2 for edge in word.box)
            ink[max(0, y0 - 2) : y1 + 3, max(0, x0 - 1) : x1 + 2] = 0
    stats = cv2.connectedComponentsWithStats(ink, connectivity=8)[2][1:]
    across, high = stats[:, 2], stats[:, 3]
    letter = (high >= 0.3 * half) & (high <= 1.6 * half) & (across >= 0.1 * half) & (across <= 6 * half)
    letter &= _inside(stats, small.shape)
    if letter.sum() < 2:
        return []
    mask = np.zeros((ink.shape[0] // _COARSE + 1, ink.shape[1] // _COARSE + 1), np.uint8)
    for x, y, w, h in stats[letter, :4].tolist():
        mask[y // _COARSE : (y + h) // _COARSE + 1, x // _COARSE : (x + w) // _COARSE + 1] = 1
    coarse = half / _COARSE
    stats = cv2.connectedComponentsWithStats(_joined(mask, coarse), connectivity=8)[2]
    around = np.zeros_like(mask)
    for x, y, w, h in stats[1:, :4].tolist():
        if w >= 0.9 * wide * coarse and h <= 2.4 * coarse + 2:
            room = int(3 * coarse)
            around[max(0, y - room) : y + h + room, max(0, x - room) : x + w + room] = 1
    _, _, stats, _ = cv2.connectedComponentsWithStats(around, connectivity=8)
    size = 2 * _COARSE
    return [(size * x, size * y, size * (x + w), size * (y + h)) for x, y, w, h in stats[1:, :4].tolist()]


def strips(
    page: NDArray[Any],
    seen: list[Seen],
    height: float,
    area: tuple[int, int, int, int] | None = None,
    letters: int = 4,
) -> list[Strip]:
    """Lines of at least ``letters`` unread letters within an area of a page.

    ``height`` is that of a word with capitals, in pixels.
    """
    import cv2
    import numpy as np

    left, top, right, bottom = area or (0, 0, page.shape[1], page.shape[0])
    grey = page[top:bottom, left:right]
    block = int(height) * 2 + 1
    ink = cv2.adaptiveThreshold(grey, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, block, _CONTRAST)
    _, labels, stats, centres = cv2.connectedComponentsWithStats(ink, connectivity=8)
    wide, high, pixels = stats[:, 2], stats[:, 3], stats[:, 4]
    small = (high <= 1.5 * height) & (wide <= 6 * height)
    letter = small & (high >= 0.35 * height) & (wide >= 0.1 * height) & (pixels > 0.15 * wide * high)
    letter &= ~_read_already(centres + np.array([left, top]), seen)
    letter &= _inside(stats + np.array([left, top, 0, 0, 0]), page.shape)
    letter[0] = small[0] = False
    lines = _joined(letter.astype(np.uint8)[labels], height)
    _, line_labels, line_stats, _ = cv2.connectedComponentsWithStats(lines, connectivity=8)
    line_of = line_labels[centres[letter, 1].astype(int), centres[letter, 0].astype(int)]
    feet = (stats[:, 1] + stats[:, 3])[letter]
    found = []
    for index in range(1, len(line_stats)):
        x, y, w, h, _ = (int(value) for value in line_stats[index])
        members = feet[line_of == index]
        if len(members) >= letters and w >= 2 * height and 0.4 * height <= h <= 2.2 * height:
            box, image = _cut(grey, labels, small, (x, y, x + w, y + h), height)
            level = float((np.abs(members - np.median(members)) <= max(2, 0.12 * height)).mean())
            found.append(Strip((box[0] + left, box[1] + top, box[2] + left, box[3] + top), image, w / height, level))
    return found


def _joined(mask: NDArray[Any], height: float) -> NDArray[Any]:
    """Letters run together into lines, across gaps of up to a word's space and a half."""
    import cv2

    across = cv2.getStructuringElement(cv2.MORPH_RECT, (int(1.6 * height) | 1, 1))
    lines: NDArray[Any] = cv2.morphologyEx(mask, cv2.MORPH_CLOSE, across)
    return lines


def _cut(
    grey: NDArray[Any], labels: NDArray[Any], small: NDArray[Any], box: tuple[int, int, int, int], height: float
) -> tuple[tuple[int, int, int, int], NDArray[Any]]:
    """A strip's box and image, with room for marks above and below; whatever is larger than letters is painted over."""
    import numpy as np

    room = int(0.45 * height)
    x0, y0 = max(0, box[0] - room), max(0, box[1] - room)
    x1, y1 = min(grey.shape[1], box[2] + room), min(grey.shape[0], box[3] + room)
    part = labels[y0:y1, x0:x1]
    foreign = (part > 0) & ~small[part]
    image = grey[y0:y1, x0:x1].copy()
    image[np.asarray(foreign)] = 255
    return (x0, y0, x1, y1), image


def _credible(words: list[Seen], *, coloured: bool) -> bool:
    """Whether a strip holds print: one sure word; in coloured ink, where seals have letters too, two, or a stamp's."""
    sure = [word for word in words if word.confidence >= _SURE and len(word.text) > 1]
    return len(sure) >= (2 if coloured else 1) or any(
        word.text.isupper() and fold(word.text) in _STAMPS for word in sure
    )


def _share(word: Seen, other: Seen) -> float:
    """Share of the word's box that lies under the other's."""
    (x0, y0, x1, y1), (u0, v0, u1, v1) = word.box, other.box
    across, down = min(x1, u1) - max(x0, u0), min(y1, v1) - max(y0, v0)
    return max(across, 0) * max(down, 0) / max((x1 - x0) * (y1 - y0), 1)


def _read_already(centres: NDArray[Any], seen: list[Seen]) -> NDArray[Any]:
    import numpy as np

    read = np.zeros(len(centres), dtype=bool)
    boxes = np.array([word.box for word in seen if word.confidence >= _COVERED]).reshape(-1, 4)
    for x0, y0, x1, y1 in boxes:
        read |= (centres[:, 0] >= x0) & (centres[:, 0] <= x1) & (centres[:, 1] >= y0 - 3) & (centres[:, 1] <= y1 + 3)
    return read


def _inside(stats: NDArray[Any], shape: tuple[int, ...]) -> NDArray[Any]:
    """Components clear of the sheet's edges (a fiftieth of its width)."""
    edge = shape[1] // 50
    left, top, wide, high = stats[:, 0], stats[:, 1], stats[:, 2], stats[:, 3]
    right, bottom = shape[1] - edge, shape[0] - edge
    inside: NDArray[Any] = (left > edge) & (top > edge) & (left + wide < right) & (top + high < bottom)
    return inside


def _as_grey(ink: NDArray[Any]) -> NDArray[Any]:
    import numpy as np

    return np.asarray(ink.view(np.uint8) - np.uint8(1))  # 0 becomes 255, 1 becomes 0
