"""Turning a page by the little that it leans."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from numpy.typing import NDArray

LEVEL = 0.2
"""Degrees of skew that are left alone: turning blurs, and Tesseract follows lines that lean so little."""


def straighten(grey: NDArray[Any], angle: float) -> tuple[NDArray[Any], NDArray[Any]]:
    """The image turned about its centre by ``angle`` so that lines run level, and the 2×3 matrix that did it."""
    import cv2

    height, width = grey.shape[:2]
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), angle, 1.0)
    turned = cv2.warpAffine(grey, matrix, (width, height), flags=cv2.INTER_CUBIC, borderValue=255)
    return turned, matrix
