"""Agencies, persons and tasks as a spaCy recogniser finds them, measured beside the grammar.

``python -m models.spans [--gold DIR --docs DIR] [--out DIR]`` trains it, prints the figures as JSON and keeps the
pipeline in ``--out``. It is no model of the package: the card ``models/cards/spans.md`` says why.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from models.data_corpus import manuscripts, opened
from models.spans_beside import Paper, beside, boundaries, labels, paper
from models.spans_data import Marked, marked
from models.spans_fit import EPOCHS, find, fit, keep
from vanban.reading import open_document
from vanban.scoring import Gold
from vanban.scoring.collection import collect

if TYPE_CHECKING:
    from spacy.language import Language

SEED = 2026
TRAIN, DEV = 300, 60
"""Documents of the splits."""
NOISE = 0.25
"""The share of training blocks that are misread as OCR would."""


def compare(
    seed: int = SEED, sizes: tuple[int, int] = (TRAIN, DEV), epochs: int = EPOCHS
) -> tuple[Language, dict[str, Any]]:
    """The pipeline trained on the train split, and its figures beside the grammar's on the development split."""
    pipeline = fit(list(sentences("train", sizes[0], seed, NOISE)), seed, epochs)
    held = {name: list(sentences("dev", sizes[1], seed, noise)) for name, noise in (("clean", 0.0), ("worn", 1.0))}
    figures: dict[str, Any] = {"documents": {"train": sizes[0], "dev": sizes[1]}}
    for name, told in held.items():
        found = find(pipeline, [sentence.text for sentence in told])
        figures[name] = {"labels": labels(told, found), "agencies": boundaries(told, found)}
    figures["dev"] = asked(pipeline, list(made("dev", sizes[1], seed)))
    return pipeline, figures


def sentences(split: str, count: int, seed: int, noise: float) -> Iterator[Marked]:
    """The marked sentences of the first ``count`` documents of a split."""
    for manuscript in manuscripts(split, range(count)):
        yield from marked(manuscript, random.Random(f"{seed}/{manuscript.name}/spans"), noise)  # noqa: S311


def made(split: str, count: int, seed: int) -> Iterator[Paper]:
    """The first ``count`` documents of a split as text files."""
    for manuscript in manuscripts(split, range(count)):
        chance = random.Random(f"{seed}/{manuscript.name}/paper")  # noqa: S311 - chance, not secrets
        yield paper(opened(manuscript, "txt", chance), Gold.model_validate(manuscript.gold))


def real(gold: Path, documents: Path) -> Iterator[Paper]:
    """The documents of a folder whose gold tells tasks and whose text needs no OCR."""
    for example in collect(gold, documents).examples:
        if example.gold.assignments:
            document = open_document(example.path, ocr=False)
            if not document.partial:
                yield paper(document, example.gold)


def asked(pipeline: Language, papers: Sequence[Paper]) -> dict[str, Any]:
    """The figures of :func:`models.spans_beside.beside` on those papers."""
    return beside(papers, [find(pipeline, one.sentences) for one in papers])


def main(arguments: Sequence[str] | None = None) -> None:
    """Train, measure, print."""
    parser = argparse.ArgumentParser(
        prog="python -m models.spans", description="Measure a span model beside the grammar."
    )
    parser.add_argument("--gold", type=Path, help="a folder of gold records to measure on besides")
    parser.add_argument("--docs", type=Path, help="their documents")
    parser.add_argument("--out", type=Path, help="a folder for the trained pipeline")
    parser.add_argument("--seed", type=int, default=SEED)
    given = parser.parse_args(arguments)
    pipeline, figures = compare(given.seed)
    if given.gold and given.docs:
        figures["given"] = asked(pipeline, list(real(given.gold, given.docs)))
    if given.out:
        keep(pipeline, given.out)
    print(json.dumps(figures, ensure_ascii=False, indent=2))


if __name__ == "__main__":
    main()
