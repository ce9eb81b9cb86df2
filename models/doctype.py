"""Type and genre: train the model, and measure it beside the rules on papers with title and number whole or gone.

``python -m models doctype``. The card is ``models/cards/doctype.md``.
"""

from __future__ import annotations

import os
import random
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np

from corpus.manuscript import Manuscript
from models.data_corpus import manuscripts, opened
from models.data_damage import Damage, damaged
from models.data_noise import GRADES, worn
from models.doctype_fit import Titled, fit, label, titled
from vanban.extraction.doctype import settled_type
from vanban.extraction.doctype_model import ARTEFACT, TypeModel, likeliest
from vanban.layout import analyse
from vanban.record import DocumentType

NEEDS = ("zones",)
"""Worn papers are laid out with the zone model's second look."""

TRAIN, TEST = 500, 120
"""Documents of the splits; each training document is read whole and with two damages, each test one with all."""

_LEARNT = (Damage.NONE, Damage.MISSPELT, Damage.UNTITLED, Damage.UNTITLED, Damage.UNNUMBERED, Damage.NEITHER)
_WORN = 0.4
"""The share of papers that are read from a worn scan and not from text."""


def train(out: Path, seed: int, sizes: tuple[int, int] = (TRAIN, TEST)) -> dict[str, Any]:
    """Write the model into ``out`` and return its figures on the test split, by what became of title and number."""
    learned = papers("train", sizes[0], seed)
    tested = papers("test", sizes[1], seed, every=True)
    stored = fit(learned, seed)
    np.savez_compressed(out / ARTEFACT, **stored)
    model = TypeModel.of(stored)
    return {
        "documents": {"train": sizes[0], "test": sizes[1]},
        "papers": {"train": len(learned), "test": len(tested)},
        "labels": len(stored["labels"]),
        "bytes": (out / ARTEFACT).stat().st_size,
        "test": {damage.value: compare(model, [one for one in tested if one.damage == damage]) for damage in Damage},
    }


def papers(split: str, count: int, seed: int, *, every: bool = False) -> list[Titled]:
    """The first ``count`` documents of a split, laid out with two damages by lot each, or with ``every`` one."""
    ask = partial(_of_one, split, seed, every)
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        return [paper for found in pool.map(ask, range(count), chunksize=8) for paper in found]


def compare(model: TypeModel, tested: Sequence[Titled]) -> dict[str, Any]:
    """The share of papers whose type and genre the rules, the model, and the model where rules doubt, tell right."""
    right = dict.fromkeys(("rules type", "model type", "both type", "rules genre", "model genre"), 0)
    for paper in tested:
        genre, code = paper.label.split("/")
        chances = model.weigh(paper.seen)
        both_type = settled_type(paper.type, chances, paper.genre.value)
        right["rules type"] += _code(paper.type.value) == code
        right["model type"] += likeliest(chances, 1)[0] == code
        right["both type"] += _code(both_type.value) == code
        right["rules genre"] += paper.genre.value == genre
        right["model genre"] += likeliest(chances, 0)[0] == genre
    return {"papers": len(tested), **{name: round(count / max(1, len(tested)), 4) for name, count in right.items()}}


def _code(kind: DocumentType | None) -> str:
    return kind.code if kind else ""


def _of_one(split: str, seed: int, every: bool, index: int) -> list[Titled]:
    (manuscript,) = manuscripts(split, [index])
    chance = random.Random(f"{seed}/{manuscript.name}/type")  # noqa: S311 - chance, not secrets
    return list(_read(manuscript, tuple(Damage) if every else chance.sample(_LEARNT, 2), chance))


def _read(manuscript: Manuscript, damages: Sequence[Damage], chance: random.Random) -> Iterator[Titled]:
    for damage in damages:
        paper = damaged(manuscript, damage, chance)
        if chance.random() < _WORN:
            document = worn(opened(paper, "pdf", chance), chance.randrange(GRADES), chance)
        else:
            document = opened(paper, chance.choice(("txt", "txt", "md")), chance)
        yield titled(analyse(document), label(manuscript.gold), damage)
