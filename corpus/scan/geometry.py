"""How a sheet lies on the glass: 3×3 pixel matrices, pictures bent by them, and boxes that follow."""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np
from numpy.typing import NDArray

from corpus.manuscript import Box

Picture = NDArray[np.uint8]
"""A page or a part of it: height × width × 3 (RGB), 0–255."""
Matrix = NDArray[np.float64]
"""A 3×3 projective matrix from pixels of the page as printed to pixels of the scan."""

LID = (32, 32, 34)


def skew(size: tuple[int, int], degrees: float) -> Matrix:
    """Turn a page of ``(width, height)`` pixels about its middle, counterclockwise when positive."""
    width, height = size
    return _square(cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 1.0))


def zoom(size: tuple[int, int], scale: float, dx: float, dy: float) -> Matrix:
    """Scale about the middle, then move by ``dx`` and ``dy`` pixels (a feeder's slip)."""
    width, height = size
    middle_x, middle_y = width / 2, height / 2
    return np.array([[scale, 0, middle_x * (1 - scale) + dx], [0, scale, middle_y * (1 - scale) + dy], [0, 0, 1.0]])


def perspective(size: tuple[int, int], strength: float, rng: np.random.Generator) -> Matrix:
    """Corners moved by up to ``strength`` of the page's width each: a sheet that does not lie flat, or a photo."""
    width, height = size
    corners = np.array([(0, 0), (width, 0), (width, height), (0, height)], np.float32)
    moved = corners + rng.uniform(-strength, strength, (4, 2)).astype(np.float32) * width
    matrix: Matrix = cv2.getPerspectiveTransform(corners, moved.astype(np.float32)).astype(np.float64)
    return matrix


def combine(matrices: Sequence[Matrix]) -> Matrix:
    """One matrix that does all of them, the first one first."""
    whole: Matrix = np.eye(3)
    for matrix in matrices:
        whole = matrix @ whole
    return whole


def warp(image: Picture, matrix: Matrix, beyond: tuple[int, int, int] = (255, 255, 255)) -> Picture:
    """Bend a picture; what lies ``beyond`` the sheet takes one colour (the lid is white or dark)."""
    size = (image.shape[1], image.shape[0])
    if np.allclose(matrix, np.eye(3)):
        return image
    if np.allclose(matrix[2], (0, 0, 1)):
        bent = cv2.warpAffine(image, matrix[:2], size, flags=cv2.INTER_LINEAR, borderValue=beyond)
    else:
        bent = cv2.warpPerspective(image, matrix, size, flags=cv2.INTER_LINEAR, borderValue=beyond)
    return np.asarray(bent, np.uint8)


def move_box(box: Box, matrix: Matrix, dpi: float) -> Box:
    """The upright box (points) around a box of the page as printed once the page is bent."""
    x0, top, x1, bottom = (value * dpi / 72 for value in box)
    corners = np.array([(x0, top, 1), (x1, top, 1), (x1, bottom, 1), (x0, bottom, 1)]) @ matrix.T
    across, down = corners[:, 0] / corners[:, 2], corners[:, 1] / corners[:, 2]
    left, right = float(across.min()), float(across.max())
    high, low = float(down.min()), float(down.max())
    return (left * 72 / dpi, high * 72 / dpi, right * 72 / dpi, low * 72 / dpi)


def _square(affine: NDArray[np.float64]) -> Matrix:
    return np.vstack([affine, (0.0, 0.0, 1.0)])
