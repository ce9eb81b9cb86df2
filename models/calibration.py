"""Confidence: a logistic model a field over the signals of a value, Platt's curve over it, and the field's threshold.

Trained on records of the synthetic train split, read from text, PDF, Word and scans of every grade. The curve and the
threshold come from predictions of models that had not seen the document (grouped cross-validation).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from models.data_read import Sample, samples
from vanban.extraction import read_fields
from vanban.extraction.calibration import ARTEFACT
from vanban.extraction.signals import HEADER, ITEMS, Signals, family
from vanban.scoring import compare

NEEDS = ("doctype", "zones", "digits", "confusions")
WANTED: Final = 0.995
"""The least share of right values among those that are accepted (``review`` lists the others)."""
FOLDS: Final = 5
SOFTNESS: Final = 0.3
"""Inverse strength of the models' ridge penalty: rules that were seen seldom stay near the field's mean."""

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Judged:
    """A value's signals and whether it was right; ``document`` groups those of one file, ``scan`` tells its source."""

    document: str
    scan: bool
    signals: Signals
    right: bool


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


def train(out: Path, seed: int, count: int = 600, scans: int = 60) -> dict[str, Any]:
    """Fit every field's model on ``count`` born-digital documents and ``scans`` scans."""
    rows: dict[str, list[Judged]] = defaultdict(list)
    for sample in samples("train", seed, count=count, scans=scans):
        for name, found in judged(sample).items():
            rows[name] += found
    models = {name: fit(rows[name], seed) for name in (*HEADER, *ITEMS)}
    kept = {f"{name}.{part}": numbers for name, (model, _) in models.items() for part, numbers in model.items()}
    np.savez_compressed(out / ARTEFACT, **kept)
    return {name: figures for name, (_, figures) in models.items()}


def fit(rows: Sequence[Judged], seed: int) -> tuple[dict[str, Any], dict[str, float]]:
    """A field's model as arrays (:func:`vanban.extraction.calibration.curves`), and its figures: values, share right,
    expected calibration error, threshold and coverage."""
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.linear_model import LogisticRegression

    names = DictVectorizer(sparse=False)
    facts = names.fit_transform([row.signals for row in rows])
    right = np.array([row.right for row in rows], dtype=float)
    odds = _unseen(facts, right, [row.document for row in rows], seed)
    bend = LogisticRegression(C=1e4).fit(*_with_prior(odds[:, None], right))
    sure = bend.predict_proba(odds[:, None])[:, 1]
    accept = _accept(sure, right, np.array([row.scan for row in rows]))
    linear, slope = _linear(facts, right), float(bend.coef_[0][0])
    model = {
        "names": names.get_feature_names_out().astype(str),
        "weights": slope * linear.coef_[0],
        "bias": slope * linear.intercept_[0] + bend.intercept_[0],
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


def _linear(facts: Floats, right: Floats) -> Any:
    """A ridge logistic regression."""
    from sklearn.linear_model import LogisticRegression

    return LogisticRegression(C=SOFTNESS, max_iter=5_000).fit(*_with_prior(facts, right))


def _unseen(facts: Floats, right: Floats, documents: Sequence[str], seed: int) -> Floats:
    """The log-odds that models which did not see a document give its values."""
    from sklearn.model_selection import GroupKFold

    odds = np.zeros(len(right))
    folds = GroupKFold(n_splits=FOLDS, shuffle=True, random_state=seed)
    for known, asked in folds.split(facts, right, documents):
        odds[asked] = _linear(facts[known], right[known]).decision_function(facts[asked])
    return odds


def _accept(sure: Floats, right: Floats, scanned: NDArray[np.bool_]) -> float:
    """The least confidence from which values were right often enough, in scans and elsewhere alike.

    It is never more than the wanted share itself: what is surer than that is right as often, if confidence is honest.
    """
    return min(WANTED, max(_least(sure[part], right[part]) for part in (scanned, ~scanned) if part.any()))


def _least(sure: Floats, right: Floats) -> float:
    order = np.argsort(-sure, kind="stable")
    share = np.cumsum(right[order]) / np.arange(1, len(order) + 1)
    last = np.append(sure[order][1:] < sure[order][:-1], True)
    good = np.flatnonzero(last & (share >= WANTED))
    return float(sure[order][good[-1]]) if len(good) else 1.0


def calibration_error(sure: Floats, right: Floats, bins: int = 10) -> float:
    """Expected calibration error: the mean distance of said and true share over ``bins`` equal bins of confidence."""
    at = np.minimum((sure * bins).astype(int), bins - 1)
    parts: Iterable[NDArray[np.bool_]] = (at == bin for bin in range(bins))
    return float(sum(abs(float(sure[part].sum() - right[part].sum())) for part in parts) / max(1, len(sure)))
