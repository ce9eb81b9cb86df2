"""How far confidence means what it says: bins, expected calibration error, coverage."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from vanban.scoring.decisions import Decision

BINS: Final = 10
LEAST: Final = 30
"""Decisions that a bin has at least, so that the error of few decisions is not mostly chance: the share that is right
among 30 of which 95% should be is off by 3 points on the average even if confidence is perfect."""


@dataclass(frozen=True, slots=True)
class Bin:
    """Decisions of nearly one confidence: how many, their mean confidence and the share that is right."""

    count: int
    confidence: float
    right: float


def bins(found: Sequence[Decision], most: int = BINS) -> list[Bin]:
    """The decisions in order of confidence, cut into parts of one size; equal confidences stay together.

    There are ``most`` parts, or as many as have :data:`LEAST` decisions each. Parts of one size and not of one width:
    most confidences are high, and empty or tiny bins tell nothing.
    """
    ordered = sorted(found, key=lambda one: one.confidence)
    count = max(1, min(most, len(ordered) // LEAST))
    cut: list[list[Decision]] = []
    for at, one in enumerate(ordered):
        fresh = not cut or at * count // len(ordered) != (at - 1) * count // len(ordered)
        if fresh and (not cut or cut[-1][-1].confidence != one.confidence):
            cut.append([])
        cut[-1].append(one)
    return [_bin(part) for part in cut]


def _bin(part: Sequence[Decision]) -> Bin:
    size = len(part)
    return Bin(size, sum(one.confidence for one in part) / size, sum(one.right for one in part) / size)


def expected_error(found: Sequence[Decision]) -> float:
    """The expected calibration error: the mean distance of confidence from the share that is right, by bin."""
    parts = bins(found)
    whole = sum(part.count for part in parts)
    return sum(part.count * abs(part.confidence - part.right) for part in parts) / whole if whole else 0.0


@dataclass(frozen=True, slots=True)
class Coverage:
    """What passes with no look: decisions, those accepted, and those of them that are right."""

    decisions: int
    accepted: int
    right: int

    @property
    def share(self) -> float:
        """The share of decisions that is accepted."""
        return self.accepted / self.decisions if self.decisions else 0.0

    @property
    def accuracy(self) -> float:
        """The share of accepted decisions that is right; 1 when none is accepted."""
        return self.right / self.accepted if self.accepted else 1.0


def coverage(found: Sequence[Decision]) -> Coverage:
    """The coverage at the thresholds that the records were made with."""
    accepted = [one for one in found if not one.reviewed]
    return Coverage(len(found), len(accepted), sum(one.right for one in accepted))


def curve(found: Sequence[Decision]) -> list[tuple[float, float]]:
    """Coverage and accuracy if the threshold stood at each confidence, from the surest down."""
    ordered = sorted(found, key=lambda one: -one.confidence)
    points, right = [], 0
    for at, one in enumerate(ordered, 1):
        right += one.right
        if at == len(ordered) or ordered[at].confidence != one.confidence:
            points.append((at / len(ordered), right / at))
    return points


def whole_records(found: Sequence[Decision], fields: Sequence[str]) -> Coverage:
    """The same for records: one is accepted when none of ``fields`` asks for a look, right when all of them are."""
    parts: dict[str, list[Decision]] = {}
    for one in found:
        if one.field in fields:
            parts.setdefault(one.document, []).append(one)
    accepted = [part for part in parts.values() if not any(one.reviewed for one in part)]
    return Coverage(len(parts), len(accepted), sum(all(one.right for one in part) for part in accepted))
