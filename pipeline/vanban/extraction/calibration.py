"""Confidence that means what it says: of the values that are given 0.9, nine in ten are right.

A model per field (``vanban_models/calibration.npz``, trained by ``python -m models calibration``) turns the signals
of a value into the probability that it is right. Each field has the threshold from which, on held-out documents,
at least 99.5% of the values were right; what falls under it is listed for review.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from vanban import learned
from vanban.extraction.signals import Signals, family

if TYPE_CHECKING:
    from numpy.typing import NDArray

ARTEFACT: Final = "calibration.npz"


@dataclass(frozen=True, slots=True)
class Curve:
    """A field's model: log-odds linear in the signals (scikit-learn's ridge, with Platt's two numbers in its weights).

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
    """Every field's curve, kept as ``FIELD.names`` and ``.weights`` of its signals, ``.bias`` and ``.accept``."""
    kept = learned.arrays(ARTEFACT)
    return {name: _curve(kept, name) for name in dict.fromkeys(key.rpartition(".")[0] for key in kept)}


def _curve(kept: Mapping[str, NDArray[Any]], name: str) -> Curve:
    weights = dict(zip(kept[f"{name}.names"].tolist(), kept[f"{name}.weights"].tolist(), strict=True))
    return Curve(weights, float(kept[f"{name}.bias"]), float(kept[f"{name}.accept"]))
