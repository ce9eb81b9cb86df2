"""Confidence that means what it says: of the values that are given 0.9, nine in ten are right.

A model per field (``vanban_models/calibration.skops``, trained by ``python -m models calibration``) turns the signals
of a value into the probability that it is right. Each field has the threshold from which, on held-out documents,
at least 99.5% of the values were right; what falls under it is listed for review.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from vanban import learned
from vanban.extraction.signals import Signals, family

ARTEFACT: Final = "calibration.skops"


@dataclass(frozen=True, slots=True)
class Curve:
    """A field's model, taken out of scikit-learn's: log-odds linear in the signals, bent by Platt's two numbers.

    ``accept`` is the field's threshold.
    """

    weights: dict[str, float]
    bias: float
    accept: float

    def probability(self, signals: Signals) -> float:
        """How likely a value with these signals is right, 0-1."""
        odds = self.bias + sum(self.weights.get(name, 0.0) * value for name, value in signals.items())
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, odds))))


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
    linear, bend = model["linear"], model["bend"]
    slope, shift = float(bend.coef_[0][0]), float(bend.intercept_[0])
    names = model["names"].get_feature_names_out()
    weights = {name: slope * float(weight) for name, weight in zip(names, linear.coef_[0], strict=True)}
    return Curve(weights, slope * float(linear.intercept_[0]) + shift, float(model["accept"]))
