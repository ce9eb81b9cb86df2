"""The corpus as the models read it: manuscripts of a split, rendered, opened as any file is, and worn by made noise."""

from __future__ import annotations

import random
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from corpus.compose import compose
from corpus.manuscript import Manuscript
from corpus.render import Kind, render
from models.data_noise import GRADES, worn
from vanban.reading import open_document
from vanban.reading.document import Document


def manuscripts(split: str, indices: Sequence[int]) -> Iterator[Manuscript]:
    """The documents of a split with those numbers."""
    return (compose(split, index) for index in indices)


def opened(manuscript: Manuscript, kind: Kind, chance: random.Random) -> Document:
    """The manuscript rendered as that kind of file and read again."""
    rendering = render(manuscript, kind, chance)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"{manuscript.name}{rendering.suffix}"
        path.write_bytes(rendering.data)
        return open_document(path, ocr=False, isolated=False)


def readings(manuscript: Manuscript, seed: int, scans: int) -> Iterator[tuple[str, Document]]:
    """One text rendering of the manuscript, its PDF, and that PDF worn ``scans`` times, each with its kind's name.

    Wear is of every grade alike (``worn 0`` … ``worn 4``); the same manuscript and seed give the same readings.
    """
    chance = random.Random(f"{seed}/{manuscript.name}")  # noqa: S311 - chance, not secrets
    yield "text", opened(manuscript, chance.choice(("txt", "txt", "md")), chance)
    printed = opened(manuscript, "pdf", chance)
    yield "digital", printed
    for _ in range(scans):
        grade = chance.randrange(GRADES)
        yield f"worn {grade}", worn(printed, grade, chance)
