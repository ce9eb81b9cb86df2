"""Confidence: a logistic model a field over the signals of a value, Platt's curve over it, and the field's threshold.

Trained on records of the synthetic split ``calibration``, whose sentences no rule was worked over on, read from text,
PDF, Word and scans. Signals that tell of doubt may only lower a confidence, those that vouch only raise it. Curve and
threshold come from predictions of models that had not seen the document (grouped cross-validation).
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from models.data_read import Sample, samples
from vanban.extraction import read_fields
from vanban.extraction.calibration import ARTEFACT
from vanban.extraction.signals import DOUBTS, HEADER, ITEMS, VOUCHERS, Signals, family
from vanban.scoring import compare

NEEDS = ("doctype", "zones", "digits", "confusions")
SPLIT: Final = "calibration"
WANTED: Final = 0.995
"""The least share of right values among those that are accepted (``review`` lists the others)."""
SEEN: Final = {"assignments": 0.998}
"""The share asked of a field whose errors on the split were once looked at and mended: elsewhere it is right less."""
MARGINS: Final = (0.9, 0.5)
"""How sure it must be that the share is reached: the level of its one-sided Clopper-Pearson bound.

The second, at which the share is reached as likely as not, serves the fields that the first leaves without a threshold.
"""
NEVER: Final = 1.0
"""The threshold of a field that cannot be held to the share: all of it is for review."""
FOLDS: Final = 5
SOFTNESS: Final = 0.5
"""Inverse strength of the models' ridge penalty: rules that were seen seldom stay near the field's mean."""

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Judged:
    """A value's signals and whether it was right; ``document`` groups those of one file, ``scan`` tells its source."""

    document: str
    scan: bool
    signals: Signals
    right: bool


@dataclass(frozen=True, slots=True)
class Line:
    """Log-odds linear in the signals."""

    weights: Floats
    bias: float

    def odds(self, facts: Floats) -> Floats:
        """The log-odds of each row of signals."""
        return np.asarray(facts @ self.weights + self.bias)


def judged(sample: Sample) -> dict[str, list[Judged]]:
    """Every field of one document, by family of fields: right when nothing that gold says of it is wrong."""
    reading = read_fields(sample.document)
    kept: dict[str, bool] = {}
    for outcome in compare(sample.name, sample.gold, reading.record):
        kept[outcome.key] = kept.get(outcome.key, True) and outcome.kept
    kept |= {mark: getattr(reading.record, mark) == getattr(sample.gold, mark) for mark in ("urgency", "secrecy")}
    rows: dict[str, list[Judged]] = defaultdict(list)
    for name, signals in reading.signals.items():
        if name in kept:
            rows[family(name)].append(Judged(sample.name, sample.scan, signals, kept[name]))
    return rows


def train(out: Path, seed: int, count: int = 1000, scans: int = 90) -> dict[str, Any]:
    """Fit every field's model on ``count`` born-digital documents and ``scans`` scans."""
    rows: dict[str, list[Judged]] = defaultdict(list)
    for sample in samples(SPLIT, seed, count=count, scans=scans):
        for name, found in judged(sample).items():
            rows[name] += found
    models = {name: fit(rows[name], seed, SEEN.get(name, WANTED)) for name in (*HEADER, *ITEMS)}
    kept = {f"{name}.{part}": numbers for name, (model, _) in models.items() for part, numbers in model.items()}
    np.savez_compressed(out / ARTEFACT, **kept)
    return {name: figures for name, (_, figures) in models.items()}


def fit(rows: Sequence[Judged], seed: int, wanted: float = WANTED) -> tuple[dict[str, Any], dict[str, float]]:
    """A field's model as arrays (:func:`vanban.extraction.calibration.curves`), and its figures: values, share right,
    expected calibration error, threshold (from which ``wanted`` of them are right) and coverage."""
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.linear_model import LogisticRegression

    vectors = DictVectorizer(sparse=False)
    facts = vectors.fit_transform([row.signals for row in rows])
    names = vectors.get_feature_names_out().astype(str)
    right = np.array([row.right for row in rows], dtype=float)
    odds = _unseen(facts, right, names, [row.document for row in rows], seed)
    bend = LogisticRegression(C=1e4).fit(*_with_prior(odds[:, None], right))
    sure = bend.predict_proba(odds[:, None])[:, 1]
    accept = least(sure, right, wanted)
    line, slope = linear(facts, right, names), float(bend.coef_[0][0])
    used = line.weights != 0
    model = {
        "names": names[used],
        "weights": slope * line.weights[used],
        "bias": np.array(slope * line.bias + bend.intercept_[0]),
        "accept": np.array(accept),
    }
    taken = sure >= accept
    return model, {
        "values": len(rows),
        "right": round(float(right.mean()), 4),
        "error": round(calibration_error(sure, right), 4),
        "accept": round(accept, 4),
        "coverage": round(float(taken.mean()), 4),
        "accepted right": round(float(right[taken].mean()), 4) if taken.any() else 1.0,
    }


def _with_prior(facts: Floats, right: Floats) -> tuple[Floats, Floats]:
    """One made-up right and one wrong value at the mean, which keep a field of one kind of values honest."""
    mean = facts.mean(axis=0)
    return np.vstack([facts, mean, mean]), np.append(right, [1, 0])


def linear(facts: Floats, right: Floats, names: Sequence[str]) -> Line:
    """A ridge logistic regression whose weights have the sign that their signal's meaning gives them.

    Without the signs it learns the habits of the made-up corpus (longer names are right more often) and carries them
    to papers that do not have them.
    """
    from scipy.optimize import minimize

    facts, right = _with_prior(facts, right)
    bounds = [(None, 0.0) if name in DOUBTS else (0.0, None) if name in VOUCHERS else (None, None) for name in names]

    def loss(values: Floats) -> tuple[float, Floats]:
        weights, odds = values[:-1], facts @ values[:-1] + values[-1]
        off = 1 / (1 + np.exp(-odds)) - right
        missed = np.logaddexp(0, -odds) * right + np.logaddexp(0, odds) * (1 - right)
        slope = np.append(facts.T @ off + weights / SOFTNESS, off.sum())
        return float(missed.sum() + weights @ weights / (2 * SOFTNESS)), slope

    start = np.zeros(facts.shape[1] + 1)
    done = minimize(
        loss, start, jac=True, method="L-BFGS-B", bounds=[*bounds, (None, None)], options={"maxiter": 5_000}
    )
    return Line(done.x[:-1], float(done.x[-1]))


def _unseen(facts: Floats, right: Floats, names: Sequence[str], documents: Sequence[str], seed: int) -> Floats:
    """The log-odds that models which did not see a document give its values."""
    from sklearn.model_selection import GroupKFold

    odds = np.zeros(len(right))
    folds = GroupKFold(n_splits=FOLDS, shuffle=True, random_state=seed)
    for known, asked in folds.split(facts, right, documents):
        odds[asked] = linear(facts[known], right[known], names).odds(facts[asked])
    return odds


def least(sure: Floats, right: Floats, wanted: float = WANTED) -> float:
    """The least confidence from which values are right often enough, with a margin; else :data:`NEVER`."""
    from scipy.stats import beta

    order = np.argsort(-sure, kind="stable")
    count = np.arange(1, len(order) + 1)
    good = np.cumsum(right[order])
    last = np.append(sure[order][1:] < sure[order][:-1], True)
    for margin in MARGINS:
        held = np.flatnonzero(last & (beta.ppf(1 - margin, good, count - good + 1) >= wanted))
        if len(held):
            low = sure[order][held[-1]]
            under = sure[order][held[-1] + 1] if held[-1] + 1 < len(order) else low / 2
            return float(_between(low, under))
    return NEVER


def _between(one: float, other: float) -> float:
    """The confidence whose log-odds lie halfway: models fitted anew give no value exactly what it had."""
    odds = (math.log(value / (1 - value)) for value in (min(one, 1 - 1e-9), max(other, 1e-9)))
    return 1 / (1 + math.exp(-sum(odds) / 2))


def calibration_error(sure: Floats, right: Floats, bins: int = 10) -> float:
    """Expected calibration error: the mean distance of said and true share over ``bins`` parts of one size."""
    parts = np.array_split(np.argsort(sure, kind="stable"), bins)
    return float(sum(abs(float(sure[part].sum() - right[part].sum())) for part in parts) / max(1, len(sure)))
