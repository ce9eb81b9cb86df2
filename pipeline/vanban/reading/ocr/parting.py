"""A string of digits taken apart: pieces of ink, split where two digits may touch."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from numpy.typing import NDArray

SCALE = 2
"""The ink is doubled before it is sheared, so that edges stay smooth."""

_SOFT, _LEVEL = 1.0, 120
_LEANS = (0.0, 0.12, 0.24, 0.36, -0.12)
_MOST = 14
_SPECK = 0.13
_INSIDE = 0.6
_WIDE = 0.7
_THIN = 0.4


@dataclass(slots=True)
class Part:
    """A digit, or less than one: its box and its own ink (``uint8``), upright."""

    left: int
    top: int
    right: int
    bottom: int
    ink: NDArray[Any]


def parts(ink: NDArray[Any]) -> list[Part]:
    """The parts of a string from left to right; specks are left out. ``left`` and ``right`` are columns at the
    middle row of the ink at :data:`SCALE`."""
    import cv2

    upright = straightened(ink)
    room = (upright.shape[1] - SCALE * ink.shape[1]) // 2
    _, labels, stats, _ = cv2.connectedComponentsWithStats(upright, connectivity=8)
    boxes = [tuple(int(value) for value in row[:4]) for row in stats[1:]]
    tall = max((high for _, _, _, high in boxes), default=0)
    pieces = [
        Part(x - room, y, x - room + wide, y + high, ((labels[y : y + high, x : x + wide] == at) * 255).astype("uint8"))
        for at, (x, y, wide, high) in enumerate(boxes, 1)
        if max(wide, high) >= _SPECK * tall
    ]
    split = [one for piece in _together(pieces) for one in _split(piece, tall)]
    return sorted(split, key=lambda part: part.left + part.right)[:_MOST]


def joined(group: Sequence[Part]) -> NDArray[Any]:
    """The ink of neighbours as one piece."""
    import numpy as np

    left, top = min(part.left for part in group), min(part.top for part in group)
    right, bottom = max(part.right for part in group), max(part.bottom for part in group)
    whole = np.zeros((bottom - top, right - left), np.uint8)
    for part in group:
        room = whole[part.top - top : part.bottom - top, part.left - left : part.right - left]
        np.maximum(room, part.ink, out=room)
    return whole


def straightened(ink: NDArray[Any]) -> NDArray[Any]:
    """The ink at :data:`SCALE` and sheared upright: of several leans the one whose columns are most distinct."""
    import cv2
    import numpy as np

    large = cv2.resize(ink, None, fx=SCALE, fy=SCALE, interpolation=cv2.INTER_CUBIC)
    large = cv2.GaussianBlur(large, (0, 0), _SOFT)
    rows, columns = large.shape
    best, sharpest = large, -1.0
    for lean in _LEANS:
        room = int(abs(lean) * rows) + 1
        matrix = np.array([[1, lean, room - lean * rows / 2], [0, 1, 0]], np.float32)
        turned = cv2.warpAffine(large, matrix, (columns + 2 * room, rows), flags=cv2.INTER_LINEAR)
        profile = (turned > _LEVEL).sum(0).astype(float)
        sharp = float((profile**2).sum()) * (1 - 0.1 * abs(lean - 0.12))
        if sharp > sharpest:
            best, sharpest = turned, sharp
    return np.asarray(((best > _LEVEL) * 255).astype(np.uint8))


def _together(pieces: list[Part]) -> list[Part]:
    """Pieces that stand over or under one another are one: the bar of a 5, a broken 7."""
    found: list[Part] = []
    for piece in sorted(pieces, key=lambda part: part.left - part.right):
        for at, other in enumerate(found):
            overlap = min(piece.right, other.right) - max(piece.left, other.left)
            if overlap > _INSIDE * (piece.right - piece.left):
                box = (min(piece.left, other.left), min(piece.top, other.top))
                end = (max(piece.right, other.right), max(piece.bottom, other.bottom))
                found[at] = Part(*box, *end, joined([piece, other]))
                break
        else:
            found.append(piece)
    return found


def _split(piece: Part, tall: int) -> list[Part]:
    """A wide piece cut at its thinnest columns, which lie apart; other pieces as they are."""
    import numpy as np

    profile = (piece.ink > 0).sum(0)
    wide = len(profile)
    if wide < _WIDE * tall:
        return [piece]
    margin, near = max(4, int(0.12 * tall)), max(2, int(0.08 * tall))
    places: list[int] = []
    for column in sorted(range(margin, wide - margin), key=lambda at: (profile[at], abs(2 * at - wide))):
        if profile[column] > _THIN * tall or len(places) > 2 * wide // tall:
            break
        lowest = profile[column] == profile[max(0, column - near) : column + near + 1].min()
        if lowest and all(abs(column - other) > 0.2 * tall for other in places):
            places.append(column)
    found = []
    for left, right in zip([0, *sorted(places)], [*sorted(places), wide], strict=True):
        ink = piece.ink[:, left:right]
        rows = np.flatnonzero(ink.any(1))
        if len(rows):
            top, bottom = int(rows[0]), int(rows[-1]) + 1
            found.append(
                Part(piece.left + left, piece.top + top, piece.left + right, piece.top + bottom, ink[top:bottom])
            )
    return found
