"""What a piece of ink looks like to the digit model: directions of its edges over a coarse grid, and its form."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from numpy.typing import NDArray

SIDE = 24
"""Pixels across the square that a glyph is brought to."""

_INNER = 20
_GRID = 6
_DIRECTIONS = 8
LENGTH = _GRID * _GRID * _DIRECTIONS + 3
"""Numbers that describe one glyph."""


def square(ink: NDArray[Any]) -> NDArray[Any]:
    """``SIDE×SIDE`` floats 0–1: the ink (``uint8``, ink above zero) in its own proportions, longer side to fit."""
    import cv2
    import numpy as np

    rows, columns = np.flatnonzero(ink.any(1)), np.flatnonzero(ink.any(0))
    out = np.zeros((SIDE, SIDE), np.float32)
    if not len(rows):
        return out
    part = ink[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1].astype(np.float32)
    part /= part.max()
    scale = _INNER / max(part.shape)
    size = (max(1, round(part.shape[1] * scale)), max(1, round(part.shape[0] * scale)))
    small = cv2.resize(part, size, interpolation=cv2.INTER_AREA if scale < 1 else cv2.INTER_LINEAR)
    top, left = (SIDE - size[1]) // 2, (SIDE - size[0]) // 2
    out[top : top + size[1], left : left + size[0]] = small
    return out


def features(pieces: Sequence[NDArray[Any]]) -> NDArray[Any]:
    """``N×LENGTH`` floats for ``N`` pieces of ink (``uint8``, ink above zero, any size)."""
    import numpy as np

    return np.stack([_describe(piece) for piece in pieces]) if pieces else np.zeros((0, LENGTH), np.float32)


def _describe(ink: NDArray[Any]) -> NDArray[Any]:
    """Edge directions pooled over the grid, square-rooted and brought to one length; width and density behind them."""
    import cv2
    import numpy as np

    image = cv2.GaussianBlur(square(ink), (0, 0), 0.8)
    across, down = cv2.Sobel(image, cv2.CV_32F, 1, 0), cv2.Sobel(image, cv2.CV_32F, 0, 1)
    strength = np.hypot(across, down)
    turn = (np.arctan2(down, across) / (2 * np.pi) * _DIRECTIONS) % _DIRECTIONS
    low = np.floor(turn).astype(int) % _DIRECTIONS
    part = turn - np.floor(turn)
    planes = np.zeros((_DIRECTIONS, SIDE, SIDE), np.float32)
    rows, columns = np.indices((SIDE, SIDE))
    np.add.at(planes, (low, rows, columns), strength * (1 - part))
    np.add.at(planes, ((low + 1) % _DIRECTIONS, rows, columns), strength * part)
    step = SIDE // _GRID
    pooled = np.stack(
        [cv2.GaussianBlur(plane, (0, 0), step * 0.6)[step // 2 :: step, step // 2 :: step] for plane in planes]
    )
    vector = np.sqrt(pooled.ravel())
    vector /= max(float(np.linalg.norm(vector)), 1e-6)
    extent_rows, extent_columns = int(np.count_nonzero(ink.any(1))), int(np.count_nonzero(ink.any(0)))
    form = [
        min(extent_columns / max(extent_rows, 1), 3.0),
        min(extent_rows / max(extent_columns, 1), 6.0) / 2,
        float((ink > 0).sum()) / max(extent_rows * extent_columns, 1),
    ]
    return np.concatenate([4 * vector, np.array(form, np.float32)]).astype(np.float32)
