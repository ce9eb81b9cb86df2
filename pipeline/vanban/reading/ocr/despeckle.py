"""Salt-and-pepper specks of old copiers: counted first, filtered only where they are many."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from numpy.typing import NDArray

SPECKLED = 0.5
"""Specks per piece of print from which a page is filtered."""


def specks(grey: NDArray[Any], dpi: int) -> float:
    """Lone dots (at most 1/100 inch across, nothing near) per piece of print, on the page's middle half."""
    import cv2

    height, width = grey.shape
    middle = grey[height // 4 : 3 * height // 4, width // 8 : 7 * width // 8]
    ink = cv2.threshold(middle, 150, 255, cv2.THRESH_BINARY_INV)[1]
    _, _, stats, _ = cv2.connectedComponentsWithStats(ink, connectivity=8)
    wide, high, area = stats[1:, 2], stats[1:, 3], stats[1:, 4]
    limit = max(2, dpi // 100)
    small = (wide <= limit) & (high <= limit) & (area <= limit * limit)
    pieces = int((~small).sum())
    return float(small.sum()) / max(pieces, 1)


def smooth(grey: NDArray[Any]) -> NDArray[Any]:
    """The page under a 3×3 median: lone dots vanish, and with them the thinnest marks."""
    import cv2

    smoothed: NDArray[Any] = cv2.medianBlur(grey, 3)
    return smoothed
