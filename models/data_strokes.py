"""Digits as hands write them: strokes of each digit in the shapes that are usual in Vietnamese offices.

A hand is a way of writing: which shape it gives each digit, how it leans, how wide and round it writes and how much
it wavers. Two hands share nothing but these shapes, so splits are made by hand.
"""

from __future__ import annotations

import random
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import cv2
import numpy as np

Shape = tuple[tuple[tuple[float, float], ...], ...]
"""Strokes through points ``(x, y)`` of a box of one by one, y down."""

FINE = 64
"""Height in pixels at which strokes are drawn before they are brought to size."""


@cache
def shapes() -> dict[str, tuple[Shape, ...]]:
    """For each digit the shapes that hands give it."""
    given = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))["shapes"]
    return {digit: tuple(_shape(one) for one in several) for digit, several in given.items()}


def _shape(text: str) -> Shape:
    strokes = ([tuple(map(float, point.split(","))) for point in stroke.split()] for stroke in text.split("|"))
    return tuple(tuple((x, y) for x, y in stroke) for stroke in strokes)


@dataclass(frozen=True, slots=True)
class Hand:
    """A way of writing: shapes by digit, lean (shear), width over height, jitter of points, width of the pen."""

    shapes: dict[str, int]
    lean: float
    ratio: float
    waver: float
    pen: float
    bow: float

    @classmethod
    def of(cls, seed: int) -> Hand:
        """The hand of that number."""
        rng = random.Random(seed)  # noqa: S311 - a hand, not a secret
        return cls(
            {digit: rng.randrange(len(several)) for digit, several in shapes().items()},
            lean=rng.gauss(0.12, 0.16),
            ratio=rng.uniform(0.42, 0.85),
            waver=rng.uniform(0.01, 0.075),
            pen=rng.choice([rng.uniform(0.04, 0.1), rng.uniform(0.08, 0.2)]),
            bow=rng.uniform(0.0, 0.5),
        )


def draw(digit: str, hand: Hand, rng: random.Random, height: int = FINE) -> np.ndarray:
    """One digit by one hand: a picture (uint8, ink 255) of about ``height`` pixels with a margin around."""
    at = hand.shapes[digit] if rng.random() < 0.85 else rng.randrange(len(shapes()[digit]))
    ratio = hand.ratio * rng.uniform(0.85, 1.15) * (rng.uniform(0.35, 0.9) if digit == "1" else 1)
    lean = hand.lean + rng.gauss(0, 0.06)
    tall = rng.uniform(0.85, 1.15)
    margin = 0.75 * height
    picture = np.zeros((int(2.5 * height), int(2.5 * height)), np.uint8)
    pen = max(1.0, hand.pen * height * rng.uniform(0.8, 1.25))
    turn, squeeze = rng.gauss(0, 0.05), rng.gauss(1, 0.08)
    for stroke in shapes()[digit][at]:
        placed = []
        for x, y in stroke:
            x, y = x + rng.gauss(0, hand.waver), y + rng.gauss(0, hand.waver)
            x, y = (x - 0.5) * ratio, (y - 0.5) * tall
            x, y = x * squeeze - turn * y - lean * y, y + turn * x
            placed.append((margin + height * (x + 0.5), margin + height * (y + 0.5)))
        _ink(picture, np.array(placed), pen, hand.bow, rng)
    return picture


def _ink(picture: np.ndarray, points: np.ndarray, pen: float, bow: float, rng: random.Random) -> None:
    """Draw one stroke through points as a smooth line whose width varies with the pen's pressure."""
    if len(points) == 2:
        side = np.array([points[1, 1] - points[0, 1], points[0, 0] - points[1, 0]])
        middle = points.mean(0) + side * rng.gauss(0, 0.08) * bow
        points = np.vstack([points[0], middle, points[1]])
    line = (_smooth(points) * 8).astype(np.int32)
    first, last = rng.uniform(0.75, 1.1), rng.uniform(0.6, 1.1)
    for part in range(3):
        piece = line[part * len(line) // 3 : (part + 1) * len(line) // 3 + 1]
        wide = max(1, round(pen * (first + (last - first) * part / 2)))
        cv2.polylines(picture, [piece], False, 255, wide, cv2.LINE_AA, 3)


_STEPS = np.linspace(0, 1, 7, endpoint=False)
_BASIS = 0.5 * np.stack(
    [
        -_STEPS + 2 * _STEPS**2 - _STEPS**3,
        2 - 5 * _STEPS**2 + 3 * _STEPS**3,
        _STEPS + 4 * _STEPS**2 - 3 * _STEPS**3,
        -(_STEPS**2) + _STEPS**3,
    ],
    axis=1,
)
"""What the four points around a step of a Catmull-Rom curve give to it."""


def _smooth(points: np.ndarray) -> np.ndarray:
    """A Catmull-Rom curve through points."""
    ends = np.concatenate([2 * points[:1] - points[1:2], points, 2 * points[-1:] - points[-2:-1]])
    around = np.stack([ends[at : len(ends) - 3 + at] for at in range(4)], axis=1)
    return np.concatenate([np.einsum("sk,pkd->psd", _BASIS, around).reshape(-1, 2), points[-1:]])
