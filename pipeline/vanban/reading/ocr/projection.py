"""How sharply a page's print gathers into rows, and at which lean it does so best."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from numpy.typing import NDArray

LIMIT = 6.0
"""Degrees looked at to either side."""

_SIDE = 1100
_POINTS = 30_000
_COARSE = 8_000
_LEAST = 200
_GAIN = 1.02
"""A lean must make rows sharper than this, or the page counts as level."""


def outline(grey: NDArray[Any]) -> NDArray[Any]:
    """Ink of a copy about 1,100 pixels long, edges of the sheet cut away; ``bool``."""
    import cv2

    scale = 1 / max(1, round(max(grey.shape) / _SIDE))  # whole steps: others take ten times as long
    small = cv2.resize(grey, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    ink = cv2.adaptiveThreshold(small, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, 31, 20)
    high, wide = small.shape[0] // 40, small.shape[1] // 40
    inner: NDArray[Any] = ink[high : small.shape[0] - high, wide : small.shape[1] - wide] > 0
    return inner


def lean(ink: NDArray[Any]) -> tuple[float, float]:
    """``(angle, sharpness)``: degrees by which rows run down to the right, and how sharp they are then.

    Lower edges of ink are projected along every angle up to :data:`LIMIT`; the angle that gathers them most
    into few rows wins, good to about 0.05°. Sharpness is 1 for print spread evenly, 2–4 for a page of text,
    and 0 where there is too little print to tell.
    """
    points = _edges(ink)
    if len(points) < _LEAST:
        return 0.0, 0.0
    few = _thinned(points, _COARSE)
    steps = int(LIMIT / 0.25)
    best = max((0.25 * k for k in range(-steps, steps + 1)), key=lambda angle: _sharpness(few, angle, ink.shape[0]))
    points = _thinned(points, _POINTS)
    sharp = {0.0: _sharpness(points, 0.0, ink.shape[0])}
    for step in (0.08, 0.02):
        near = [best + step * k for k in range(-3, 4)]
        sharp.update((angle, _sharpness(points, angle, ink.shape[0])) for angle in near)
        best = max(near, key=sharp.__getitem__)
    if abs(best) >= LIMIT or sharp[best] < _GAIN * sharp[0.0]:
        best = 0.0
    return best, sharp[best]


def _edges(ink: NDArray[Any]) -> NDArray[Any]:
    """``N×2``: rows and columns (from the middle) of ink with paper below it."""
    import numpy as np

    points = np.argwhere(ink[:-1] & ~ink[1:]).astype(np.float32)
    points[:, 1] -= ink.shape[1] / 2
    return points


def _thinned(points: NDArray[Any], most: int) -> NDArray[Any]:
    import numpy as np

    return points if len(points) <= most else points[np.linspace(0, len(points) - 1, most).astype(np.int64)]


def _sharpness(points: NDArray[Any], angle: float, height: int) -> float:
    import numpy as np

    rows = np.rint(points[:, 0] - points[:, 1] * np.float32(np.tan(np.radians(angle)))).astype(np.int32)
    counts = np.bincount(rows - rows.min()).astype(np.float64)
    return float((counts * counts).sum()) * height / len(points) ** 2
