"""The grades of scans as data, and what is drawn by lot from one: a recipe that every page of a document shares."""

from __future__ import annotations

import random
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

GRADES = range(5)
"""0 clean print to image, 1 light, 2 a usual office scan, 3 poor, 4 bad."""


@dataclass(frozen=True, slots=True)
class Recipe:
    """One document's way through one office's scanner.

    ``strengths`` are of :mod:`corpus.scan.effects`; ``skew`` (degrees) and ``perspective`` (share of the width) are
    bounds from which each page draws its own; ``mode`` is ``colour``, ``grey`` or ``fax``.
    """

    name: str
    dpi: int
    quality: int
    mode: str
    skew: tuple[float, float]
    slip: float
    perspective: float
    strengths: dict[str, float]


@cache
def _grades() -> list[dict[str, Any]]:
    grades: list[dict[str, Any]] = tomllib.loads((Path(__file__).parent / "grades.toml").read_text("utf-8"))["grade"]
    return grades


def recipe(grade: int, rng: random.Random) -> Recipe:
    """Draw a recipe; raises ``ValueError`` for a grade that is not one of :data:`GRADES`."""
    if grade not in GRADES:
        raise ValueError(f"grade {grade} is not one of {', '.join(map(str, GRADES))}")
    data = _grades()[grade]
    strengths = {
        name: rng.uniform(low, high)
        for name, (low, high) in data["strengths"].items()
        if rng.random() < data["chance"][name]
    }
    mode = rng.choices(list(data["mode"]), list(data["mode"].values()))[0]
    return Recipe(
        name=data["name"],
        dpi=rng.choice(data["dpi"]),
        quality=rng.randint(*data["quality"]),
        mode=mode,
        skew=(data["skew"][0], data["skew"][1]),
        slip=data["slip"],
        perspective=rng.uniform(*data["perspective"]),
        strengths=strengths,
    )
