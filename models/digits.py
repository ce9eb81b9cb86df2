"""Train the reader of digits in the blanks of a head: ``python -m models digits`` (see ``models/cards/digits.md``)."""

from __future__ import annotations

import random
import warnings
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import numpy as np

from models.data_digits import Sample, by_clerks, by_hands, from_fonts, from_sklearn, string_by_clerk, string_by_hand
from vanban.reading.ocr.digit_model import ARTEFACT, DigitModel
from vanban.reading.ocr.digits import Expected, read
from vanban.reading.ocr.glyph import features

COUNTS = {"hands": 24_000, "clerks": 10_000, "fonts": 9_000}
"""Pictures drawn for training, by source; a tenth of them is drawn for the test."""

STRINGS = 400
HIDDEN, ROUNDS = 128, 14


def train(out: Path, seed: int) -> dict[str, Any]:
    """Fit the model, write it into ``out`` and return its figures."""
    model = fit(drawn("train", seed), seed)
    np.savez_compressed(out / ARTEFACT, **model.arrays())
    return measure(out, seed)


def measure(out: Path, seed: int) -> dict[str, Any]:
    """The figures of the model in ``out`` on held-out hands."""
    with np.load(out / ARTEFACT, allow_pickle=False) as kept:
        model = DigitModel.of({key: kept[key] for key in kept.files})
    return {
        "bytes": (out / ARTEFACT).stat().st_size,
        "singles": _singles(model, drawn("test", seed, share=0.1)),
        "numbers": _strings(model, seed),
    }


def drawn(split: str, seed: int, share: float = 1.0) -> list[Sample]:
    """The pictures of a split."""
    return [
        *by_hands(split, int(COUNTS["hands"] * share), seed),
        *by_clerks(split, int(COUNTS["clerks"] * share), seed),
        *from_fonts(split, int(COUNTS["fonts"] * share), seed),
        *from_sklearn(split),
    ]


def fit(samples: Iterable[Sample], seed: int) -> DigitModel:
    """A small network over edge directions."""
    from sklearn.exceptions import ConvergenceWarning
    from sklearn.neural_network import MLPClassifier

    samples = list(samples)
    model = MLPClassifier(
        (HIDDEN,), alpha=3e-4, batch_size=256, learning_rate_init=2e-3, max_iter=ROUNDS, random_state=seed
    )
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ConvergenceWarning)
        model.fit(features([sample.ink for sample in samples]), np.array([sample.label for sample in samples]))
    return DigitModel(model.coefs_, model.intercepts_)


def _singles(model: DigitModel, samples: list[Sample]) -> dict[str, float]:
    """The share of digits that are right, by source; junk is not asked for."""
    digits = [sample for sample in samples if sample.label < 10]
    chosen = model.chances(features([sample.ink for sample in digits]))[:, :10].argmax(1)
    right: dict[str, list[bool]] = {}
    for sample, found in zip(digits, chosen, strict=True):
        right.setdefault(sample.source, []).append(bool(found == sample.label))
    return {source: round(float(np.mean(hits)), 4) for source, hits in sorted(right.items())}


def _strings(model: DigitModel, seed: int) -> dict[str, float]:
    """How often whole numbers of one to four digits by held-out hands are read: first, among three, when sure."""
    rng = random.Random(f"{seed}:strings")  # noqa: S311 - drawing, not secrets
    first, three, sure = [], [], []
    for at in range(STRINGS):
        text = str(rng.randint(1, 9999))
        ink = string_by_hand(text, "test", rng) if at % 2 else string_by_clerk(text, "test", rng)
        found = read(ink, model, Expected(5, str))
        first.append(bool(found) and found[0].value == text)
        three.append(any(one.value == text for one in found[:3]))
        if found and found[0].confidence >= 0.95:
            sure.append(first[-1])
    return {
        "first": round(float(np.mean(first)), 4),
        "among_three": round(float(np.mean(three)), 4),
        "sure": round(len(sure) / STRINGS, 4),
        "sure_right": round(float(np.mean(sure)), 4) if sure else 0.0,
    }
