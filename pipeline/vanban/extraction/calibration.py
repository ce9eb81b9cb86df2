"""Confidence that means what it says: of the values that are given 0.9, nine in ten are right.

A model per field (``vanban_models/calibration.skops``, trained by ``python -m models calibration``) turns the signals
of a value into the probability that it is right. Each field has the threshold from which, on held-out documents,
at least 99.5% of the values were right; what falls under it is listed for review.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from vanban import learned
from vanban.extraction.signals import Signals, family

ARTEFACT: Final = "calibration.skops"


@dataclass(frozen=True, slots=True)
class Curve:
    """A field's model, taken out of scikit-learn's: log-odds are linear in the signals, then a monotone curve.

    ``knots`` are ``(probability, calibrated probability)`` in rising order; ``accept`` is the field's threshold.
    """

    weights: dict[str, float]
    bias: float
    knots: tuple[tuple[float, float], ...]
    accept: float

    def probability(self, signals: Signals) -> float:
        """How likely a value with these signals is right, 0-1."""
        odds = self.bias + sum(self.weights.get(name, 0.0) * value for name, value in signals.items())
        return self._bent(1 / (1 + math.exp(-max(-30.0, min(30.0, odds)))))

    def _bent(self, raw: float) -> float:
        at = bisect_right(self.knots, raw, key=lambda knot: knot[0])
        if at == 0 or at == len(self.knots):
            return self.knots[max(0, at - 1)][1]
        (x0, y0), (x1, y1) = self.knots[at - 1], self.knots[at]
        return y0 + (y1 - y0) * (raw - x0) / (x1 - x0)


def calibrated(name: str, signals: Signals) -> float:
    """The probability that the field ``name`` (``number``, ``citations.3`` …) with these signals is right."""
    return curves()[family(name)].probability(signals)


def threshold(name: str) -> float:
    """The confidence from which a value of the field is accepted without a look."""
    return curves()[family(name)].accept


@cache
def curves() -> dict[str, Curve]:
    """Every field's curve."""
    return {name: _curve(model) for name, model in learned.load(ARTEFACT).items()}


def _curve(model: dict[str, Any]) -> Curve:
    names = model["names"].get_feature_names_out()
    linear, bend = model["linear"], model["bend"]
    weights = dict(zip(names, map(float, linear.coef_[0]), strict=True))
    knots = tuple(zip(map(float, bend.X_thresholds_), map(float, bend.y_thresholds_), strict=True))
    return Curve(weights, float(linear.intercept_[0]), knots, float(model["accept"]))
