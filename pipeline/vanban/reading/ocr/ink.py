"""Red and blue ink — seals, stamps, signatures, digits by hand — apart from black print."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from numpy.typing import NDArray

CHROMA = 48
"""Spread of the channels (0–255, paper made neutral) from which a pixel counts as coloured ink."""

PRINT = 96
"""A coloured pixel whose brightest channel is darker than this is print under ink, and stays."""

_COLOURED = 0.00008
_SAMPLE = 4


def split(rgb: NDArray[Any]) -> tuple[NDArray[Any], NDArray[Any] | None]:
    """``(grey, ink)`` of an ``H×W×3`` image: black print alone, and a mask of coloured ink.

    Grey is the brightest channel: red and blue ink are bright in their own, black is dark in all, so print
    under a seal survives. ``ink`` is a ``bool`` array, or ``None`` for a page without coloured ink.
    """
    import cv2
    import numpy as np

    sample = rgb[::_SAMPLE, ::_SAMPLE]
    paper = np.maximum(np.percentile(sample.reshape(-1, 3), 75, axis=0), 128)
    if not _has_colour(sample, paper):
        return cv2.cvtColor(rgb, cv2.COLOR_RGB2GRAY), None
    table = np.stack([np.clip(np.arange(256) * (255 / white), 0, 255) for white in paper], axis=1)
    neutral = cv2.LUT(rgb, table.astype(np.uint8).reshape(1, 256, 3))
    red, green, blue = cv2.split(neutral)
    brightest = cv2.max(cv2.max(red, green), blue)
    chroma = cv2.subtract(brightest, cv2.min(cv2.min(red, green), blue))
    ink = (chroma > CHROMA) & (brightest > PRINT)
    grey = brightest.copy()
    grey[ink] = 255
    return grey, ink


def _has_colour(sample: NDArray[Any], paper: NDArray[Any]) -> bool:
    import numpy as np

    neutral = np.clip(sample * (255 / paper), 0, 255)
    return bool((neutral.max(axis=2) - neutral.min(axis=2) > CHROMA).mean() > _COLOURED)
