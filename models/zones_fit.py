"""Fit the zone model: a linear classifier over lines (scikit-learn) and the chances of steps from zone to zone."""

from __future__ import annotations

import random
import warnings
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sklearn.exceptions import ConvergenceWarning
from sklearn.linear_model import LogisticRegression

from models.data_zoned import Zoned, known, macro_f1
from vanban.layout.zone_model import ZONES, ZoneModel
from vanban.layout.zone_model_features import BUCKETS, features, print_edges

PULLS = (0.0, 0.25, 0.5, 0.75, 1.0)
"""How much the steps may count; the best on the development split is taken."""

_NEAR = 12
"""Lines of running text farther than this from any other zone are thinned out for training."""
_KEPT = 0.25
_COST = 0.3


def fit(sheets: Sequence[Zoned], held: Sequence[Zoned], seed: int, rounds: int = 25) -> dict[str, Any]:
    """The arrays of a :class:`ZoneModel`: weights from ``sheets``, the pull of the steps chosen on ``held``."""
    chance = random.Random(seed)  # noqa: S311 - thinning, not secrets
    rows: list[list[int]] = []
    wanted: list[int] = []
    for sheet in sheets:
        seen = features(sheet.lines, print_edges(sheet.lines))
        for i, at in _kept(sheet, chance):
            rows.append(seen[i])
            wanted.append(at)
    line = LogisticRegression(C=_COST, max_iter=rounds, tol=1e-4, random_state=seed)
    with warnings.catch_warnings():
        # The rounds are few on purpose: an early stop costs nothing on held-out lines and saves minutes.
        warnings.simplefilter("ignore", ConvergenceWarning)
        line.fit(matrix(rows), np.asarray(wanted))
    weights = np.zeros((BUCKETS, len(ZONES)), dtype=np.float16)
    bias = np.full(len(ZONES), -12.0, dtype=np.float32)
    weights[:, line.classes_] = line.coef_.T.astype(np.float16)
    bias[line.classes_] = line.intercept_
    stored = {"weights": weights, "bias": bias, "pull": 0.0, **_steps(sheets)}
    shares = np.bincount(wanted, minlength=len(ZONES)) + 1.0
    stored["usual"] = np.log(shares / shares.sum()).astype(np.float32)
    scores = {pull: _score(ZoneModel.of({**stored, "pull": pull}), held) for pull in PULLS}
    stored["pull"] = max(PULLS, key=lambda pull: (scores[pull], -pull))
    return stored


def matrix(rows: Sequence[Sequence[int]]) -> csr_matrix:
    """Feature numbers as a sparse matrix of ones."""
    ends = np.cumsum([0, *(len(row) for row in rows)])
    columns = np.concatenate([np.asarray(row, dtype=np.int32) for row in rows])
    return csr_matrix((np.ones(len(columns), dtype=np.float32), columns, ends), shape=(len(rows), BUCKETS))


def predicted(model: ZoneModel, sheet: Zoned) -> list[int]:
    """The model's zone of each line, as columns of :data:`ZONES`."""
    return model.path(model.looks(sheet.lines)) if sheet.lines else []


def _kept(sheet: Zoned, chance: random.Random) -> list[tuple[int, int]]:
    """The lines to learn from with the columns of their zones, long runs of body text thinned."""
    marked = [i for i, zone in known(sheet) if zone.value != "body"]
    near = {i + step for i in marked for step in range(-_NEAR, _NEAR + 1)}
    return [(i, ZONES.index(zone)) for i, zone in known(sheet) if i in near or chance.random() < _KEPT]


def _steps(sheets: Sequence[Zoned]) -> dict[str, NDArray[np.float32]]:
    """Log chances of each zone after each other one, and as the first, every step thought possible."""
    steps = np.full((len(ZONES), len(ZONES)), 0.1)
    start = np.full(len(ZONES), 0.1)
    for sheet in sheets:
        columns = [ZONES.index(zone) for _, zone in known(sheet)]
        if columns:
            start[columns[0]] += 1
        for a, b in pairwise(columns):
            steps[a, b] += 1
    return {
        "steps": np.log(steps / steps.sum(axis=1, keepdims=True)).astype(np.float32),
        "start": np.log(start / start.sum()).astype(np.float32),
    }


def _score(model: ZoneModel, held: Sequence[Zoned]) -> float:
    pairs = []
    for sheet in held:
        given = predicted(model, sheet)
        pairs += [(zone, ZONES[given[i]]) for i, zone in known(sheet)]
    return macro_f1(pairs)["mean"] if pairs else 0.0
