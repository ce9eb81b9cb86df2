"""Pen strokes: splines through control points, drawn with a pen whose width breathes."""

from __future__ import annotations

import random
import tomllib
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.float64]
"""Points of a stroke: n × 2, x to the right and y down."""

FINER = 3
"""Strokes are drawn so many times larger and averaged down: smooth edges as of real ink."""


@cache
def skeletons() -> dict[str, list[list[Points]]]:
    """The ways to write each glyph: glyph → variants → strokes (``strokes.toml``)."""
    data = tomllib.loads((Path(__file__).parent / "strokes.toml").read_text("utf-8"))
    return {
        glyph: [[np.array(stroke, float) for stroke in variant] for variant in variants]
        for glyph, variants in data["glyphs"].items()
    }


def spline(points: Points, steps: int = 10) -> Points:
    """The Catmull-Rom curve through the points (a doubled point is a corner)."""
    ends = np.vstack([2 * points[0] - points[1], points, 2 * points[-1] - points[-2]])
    t = np.linspace(0, 1, steps, endpoint=False)[:, None]
    pieces = []
    for before, start, end, after in zip(ends, ends[1:], ends[2:], ends[3:], strict=False):
        bend = 2 * before - 5 * start + 4 * end - after
        twist = 3 * start - before - 3 * end + after
        pieces.append(0.5 * (2 * start + (end - before) * t + bend * t**2 + twist * t**3))
    return np.vstack([*pieces, points[-1:]])


def ink(strokes: Sequence[Points], size: tuple[int, int], pen: float, rng: random.Random) -> NDArray[np.float32]:
    """How much of each pixel the strokes cover (0–1); points and ``pen`` (the width) are in pixels of ``size``."""
    width, height = size
    canvas = np.zeros((height * FINER, width * FINER), np.uint8)
    for stroke in strokes:
        line = np.round(spline(stroke) * FINER * 16).astype(np.int32)
        pressure = spline(np.array([[0.0, rng.uniform(0.75, 1.15)] for _ in range(5)]), max(1, len(line) // 4))[:, 1]
        for at in range(0, len(line) - 1, 3):
            thick = max(1, round(pen * FINER * float(pressure[min(at, len(pressure) - 1)])))
            cv2.polylines(canvas, [line[at : at + 4]], False, 255, thick, cv2.LINE_AA, 4)
    small = cv2.resize(canvas, (width, height), interpolation=cv2.INTER_AREA)
    cover: NDArray[np.float32] = small.astype(np.float32) / 255
    return cover
