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

    sample = np.ascontiguousarray(rgb[::_SAMPLE, ::_SAMPLE])
    tables = [_neutral(channel) for channel in cv2.split(sample)]
    _, chroma = _brightest(sample, tables)
    if np.count_nonzero(chroma > CHROMA) <= _COLOURED * chroma.size:
        return cv2.cvtColor(rgb, cv2.COLOR_RGB2GRAY), None
    brightest, chroma = _brightest(rgb, tables)
    coloured = cv2.bitwise_and(
        cv2.compare(chroma, CHROMA, cv2.CMP_GT),
        cv2.compare(brightest, PRINT, cv2.CMP_GT),
    )
    return cv2.bitwise_or(brightest, coloured), coloured > 0


def _neutral(channel: NDArray[Any]) -> NDArray[Any]:
    """The table of 256 values that makes a channel's paper white; paper is what a quarter of the page outshines."""
    import numpy as np

    counts = np.bincount(channel.ravel(), minlength=256).cumsum()
    paper = max(128, int(np.searchsorted(counts, 0.75 * counts[-1])))
    return np.asarray(np.clip(np.arange(256) * (255 / paper), 0, 255).astype(np.uint8))


def _brightest(rgb: NDArray[Any], tables: list[NDArray[Any]]) -> tuple[NDArray[Any], NDArray[Any]]:
    """The brightest channel of each pixel, paper made neutral, and how far the channels spread."""
    import cv2

    red, green, blue = (cv2.LUT(part, table) for part, table in zip(cv2.split(rgb), tables, strict=True))
    brightest: NDArray[Any] = cv2.max(cv2.max(red, green), blue)
    darkest = cv2.min(cv2.min(red, green), blue)
    chroma: NDArray[Any] = cv2.subtract(brightest, darkest)
    return brightest, chroma
