"""scikit-learn's bundled handwritten digits as strokes: enlarged, thinned, and kept where they still read."""

from __future__ import annotations

from functools import cache
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

SAMPLES = {"train": (0.0, 0.6), "dev": (0.6, 0.8), "test": (0.8, 1.0), "calibration": (0.6, 0.8)}
"""The share of the digits (in their order, which is by writer) that each split may draw."""
HOLES = {"0": (1,), "4": (0, 1), "6": (1,), "8": (2,), "9": (1,)}
Mask = NDArray[np.uint8]
"""A digit of 70 × 70 pixels: 1 where there is ink."""


def skeleton(digit: str, split: str, near: float) -> Mask:
    """The thinned strokes of a digit by one of the split's writers; ``near`` (0–1) chooses the writer.

    The next sample stands in for one whose strokes closed, broke or no longer read as the digit when thinned.
    Raises ``KeyError`` for an unknown split.
    """
    pool = pool_of(split)[digit]
    first = min(len(pool) - 1, max(0, round(near * len(pool))))
    for step in range(len(pool)):
        strokes = _reading(pool[(first + step) % len(pool)])
        if strokes is not None:
            return strokes
    raise LookupError(f"no sample of {digit} in {split} reads when thinned")


@cache
def pool_of(split: str) -> dict[str, list[int]]:
    """Which of scikit-learn's digits a split may draw: digit → their numbers."""
    targets = _digits().target
    first, last = (round(share * len(targets)) for share in SAMPLES[split])
    return {str(digit): [at for at in range(first, last) if targets[at] == digit] for digit in range(10)}


@cache
def _digits() -> Any:
    from sklearn.datasets import load_digits

    return load_digits()


@cache
def _judge() -> Any:
    """A reader of the digits as they came, to see that a thinned one still says what it said."""
    from sklearn.svm import SVC

    return SVC(gamma=0.001).fit(_digits().data, _digits().target)


@cache
def _reading(at: int) -> Mask | None:
    """The strokes of a sample, or None when they do not say its digit any more."""
    digit = str(_digits().target[at])
    large = cv2.resize(np.pad(_digits().images[at], 1).astype(np.float32), (70, 70), interpolation=cv2.INTER_CUBIC)
    mask = (cv2.GaussianBlur(large, (0, 0), 1.0) > 9).astype(np.uint8)
    holes = cv2.connectedComponents((1 - mask).astype(np.uint8), connectivity=4)[0] - 2
    if cv2.connectedComponents(mask)[0] != 2 or holes not in HOLES.get(digit, (0,)):
        return None
    strokes = thinned(mask)
    redrawn = cv2.dilate(strokes, cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (9, 9))).astype(np.float32)
    small = cv2.resize(redrawn, (10, 10), interpolation=cv2.INTER_AREA)[1:9, 1:9] * 16
    return strokes if str(_judge().predict(small.reshape(1, -1))[0]) == digit else None


def thinned(mask: Mask) -> Mask:
    """Strokes of one pixel (Zhang and Suen, 1984)."""
    thin = mask.copy()
    while True:
        before = thin.sum()
        for first, second in (((0, 2, 4), (2, 4, 6)), ((0, 2, 6), (0, 4, 6))):
            p = np.pad(thin, 1).astype(int)
            high, level, low = p[:-2], p[1:-1], p[2:]
            right = [high[:, 2:], level[:, 2:], low[:, 2:]]
            ring = [high[:, 1:-1], *right, low[:, 1:-1], low[:, :-2], level[:, :-2], high[:, :-2]]
            count = np.add.reduce(ring)
            turns = np.add.reduce([(a < b).astype(int) for a, b in zip(ring, [*ring[1:], ring[0]], strict=True)])
            bare = [np.multiply.reduce([ring[at] for at in sides]) == 0 for sides in (first, second)]
            thin[(thin == 1) & (count >= 2) & (count <= 6) & (turns == 1) & bare[0] & bare[1]] = 0
        if thin.sum() == before:
            return thin
