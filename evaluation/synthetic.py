"""The fixed synthetic test split: documents that no model trained on, of every kind and every grade of wear."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import corpus
from corpus.generate import Order, generate
from vanban.scoring.collection import Example, collect

BORN: Final = ("txt", "md", "pdf", "docx")
SCANS_FROM: Final = 10_000
"""The number of the first document that is scanned: no document is there both as born and as scanned."""


@dataclass(frozen=True, slots=True)
class Size:
    """How many born documents, of which ``kinds`` in turn, and how many scans, of which ``grades`` in turn."""

    name: str
    born: int
    scans: int
    kinds: tuple[str, ...] = BORN
    grades: tuple[int, ...] = (0, 1, 2, 3, 4)


FULL: Final = Size("full", born=400, scans=60)
QUICK: Final = Size("quick", born=40, scans=5)
SMALL: Final = Size("small", born=150, scans=4, kinds=("txt", "pdf"), grades=(1, 2))
"""What guards the figures: see :mod:`evaluation.floor`."""


def split_examples(build: Path, size: Size) -> list[Example]:
    """The examples of the split at that size. They are made once into ``build`` for each state of the corpus' code."""
    folder = build / f"test-{size.name}-{corpus_version()}"
    orders = [Order("test", size.born, folder / "born", kinds=size.kinds)] if size.born else []
    if size.scans:
        orders.append(Order("test", size.scans, folder / "scans", ("scan",), size.grades, start=SCANS_FROM))
    for order in orders:
        if not (order.directory / "manifest.jsonl").exists():
            generate(order)
    return [example for order in orders for example in collect(order.directory).examples]


def corpus_version() -> str:
    """A short hash of the code and data that make the corpus."""
    folder = Path(next(iter(corpus.__path__)))
    digest = hashlib.sha256()
    for path in sorted([*folder.rglob("*.py"), *folder.rglob("*.toml")]):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:12]
