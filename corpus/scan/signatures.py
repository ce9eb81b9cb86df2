"""Signatures and initials: smooth random flourishes of a pen."""

from __future__ import annotations

import math
import random

import numpy as np
from PIL import Image

from corpus.scan.ink import PENS, Colour, cropped, shade, tinted, uneven
from corpus.scan.strokes import Points, ink


def signature(width: int, height: int, pen: float, rng: random.Random) -> Image.Image:
    """A signature about so many pixels wide and high: loops, a run of letters and, mostly, a long closing stroke."""
    strokes = [_letters(rng)]
    if rng.random() < 0.75:
        strokes.append(_closing(rng))
    if rng.random() < 0.35:
        strokes.append(_loop(rng))
    return _drawn(strokes, width, height, pen, rng)


def initial(height: int, pen: float, rng: random.Random) -> Image.Image:
    """The short mark of whoever drafted it (ký nháy), set behind the last word."""
    return _drawn([_letters(rng, humps=rng.randint(1, 3))], round(height * rng.uniform(1.2, 2.4)), height, pen, rng)


def ink_of_pen(rng: random.Random) -> Colour:
    """The pen that a signer takes: blue most of the time."""
    return shade(PENS[rng.choices(("blue", "black", "blue_black"), (55, 30, 15))[0]], rng)


def _letters(rng: random.Random, humps: int | None = None) -> Points:
    """A tall first letter, then waves that grow small: x and y within 0–1."""
    humps = humps or rng.randint(3, 7)
    points = [(rng.uniform(0.0, 0.1), rng.uniform(0.5, 0.9)), (rng.uniform(0.08, 0.2), rng.uniform(0.0, 0.2))]
    points += [(rng.uniform(0.02, 0.12), rng.uniform(0.7, 1.0)), (rng.uniform(0.15, 0.25), rng.uniform(0.4, 0.6))]
    for at in range(humps):
        x = 0.2 + 0.55 * (at + 0.5) / humps
        tall = rng.uniform(0.1, 0.35) * (1.6 if rng.random() < 0.2 else 1) * (1 - 0.5 * at / humps)
        points.append((x + rng.gauss(0, 0.015), 0.62 - tall + rng.gauss(0, 0.04)))
        points.append((x + rng.uniform(-0.02, 0.06), 0.66 + rng.gauss(0, 0.05)))
    return np.array(points)


def _closing(rng: random.Random) -> Points:
    """A long stroke that sweeps under or through the letters to the right."""
    start, rise = rng.uniform(0.55, 0.75), rng.uniform(-0.4, 0.35)
    points = [
        (start, 0.6),
        (rng.uniform(0.75, 0.9), rng.uniform(0.1, 0.7)),
        (rng.uniform(0.1, 0.5), rng.uniform(0.75, 1.0)),
    ]
    return np.array([*points, (rng.uniform(0.6, 0.8), 0.8 - 0.4 * rise), (1.0, 0.75 - rise)])


def _loop(rng: random.Random) -> Points:
    middle, reach, turn = (rng.uniform(0.2, 0.7), 0.5), rng.uniform(0.1, 0.3), rng.uniform(0, math.tau)
    angles = [turn + step * 0.9 for step in range(9)]
    return np.array([(middle[0] + reach * math.cos(a), middle[1] + 1.2 * reach * math.sin(a)) for a in angles])


def _drawn(strokes: list[Points], width: int, height: int, pen: float, rng: random.Random) -> Image.Image:
    lean = rng.uniform(-0.1, 0.25)
    placed = [np.column_stack([s[:, 0] + lean * (1 - s[:, 1]), s[:, 1]]) * (width, height) for s in strokes]
    margin = (0.2 * width + 8, 0.4 * height + 8)
    size = (round(width * (1.6 + abs(lean))), round(height * 2))
    cover = ink([stroke + margin for stroke in placed], size, pen, rng)
    return cropped(uneven(tinted(cover, ink_of_pen(rng)), rng.uniform(0.0, 0.3), rng))
