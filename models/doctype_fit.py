"""Fit the model of type and genre: a linear classifier (scikit-learn) over the first lines of laid-out documents."""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.exceptions import ConvergenceWarning
from sklearn.linear_model import LogisticRegression

from vanban.extraction.doctype import type_by_rules
from vanban.extraction.doctype_model import BUCKETS, features
from vanban.extraction.found import Found
from vanban.extraction.genre import find_genre
from vanban.extraction.number import find_number
from vanban.layout.model import Layout
from vanban.record import DocumentType, Genre

_COST = 300.0


@dataclass(slots=True, frozen=True)
class Titled:
    """A paper's features and true ``genre/code``, what was done to its title and number, and what the rules say.

    ``type`` and ``genre`` are the rules' findings; ``genre`` true or false does not change ``type``.
    """

    seen: dict[int, float]
    label: str
    damage: str
    genre: Found[Genre]
    type: Found[DocumentType | None]


def titled(layout: Layout, label: str, damage: str) -> Titled:
    """A laid-out document as the model and the rules see it."""
    number = find_number(layout).value
    genre = find_genre(layout)
    return Titled(features(layout), label, damage, genre, type_by_rules(layout, number, genre.value))


def fit(papers: Sequence[Titled], seed: int, rounds: int = 60) -> dict[str, Any]:
    """The arrays of a :class:`vanban.extraction.doctype_model.TypeModel`."""
    labels = sorted({paper.label for paper in papers})
    line = LogisticRegression(C=_COST, max_iter=rounds, tol=1e-4, random_state=seed)
    with warnings.catch_warnings():
        # The rounds are few on purpose, as in the zone model.
        warnings.simplefilter("ignore", ConvergenceWarning)
        line.fit(matrix([paper.seen for paper in papers]), [labels.index(paper.label) for paper in papers])
    weights, bias = line.coef_, line.intercept_
    if len(labels) == 2:
        weights, bias = np.vstack([-weights / 2, weights / 2]), np.concatenate([-bias / 2, bias / 2])
    return {"labels": labels, "weights": weights.T.astype(np.float16), "bias": bias.astype(np.float32)}


def matrix(rows: Sequence[dict[int, float]]) -> csr_matrix:
    """Weighted features as a sparse matrix."""
    ends = np.cumsum([0, *(len(row) for row in rows)])
    columns = np.concatenate([np.fromiter(row, dtype=np.int32, count=len(row)) for row in rows])
    values = np.concatenate([np.fromiter(row.values(), dtype=np.float32, count=len(row)) for row in rows])
    return csr_matrix((values, columns, ends), shape=(len(rows), BUCKETS))


def label(gold: dict[str, Any]) -> str:
    """``genre/code`` of a gold record; the code is empty where there is no type."""
    kind = gold.get("type") or ""
    code = kind.get("code", "") if isinstance(kind, dict) else kind
    return f"{gold.get('genre', 'administrative')}/{code}"
