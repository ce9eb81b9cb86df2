"""Documents of the synthetic corpus as the program reads them, beside their gold: what models of records learn from."""

from __future__ import annotations

import os
import random
import tempfile
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from corpus.compose import compose
from corpus.render import Kind, render
from corpus.render.blanked import as_printed
from corpus.scan import scan
from evaluation.readings import Readings, ours, reader_version
from vanban.reading.document import Document
from vanban.scoring import Gold

KINDS: Final[tuple[Kind, ...]] = ("txt", "md", "pdf", "docx")
GRADES: Final = (0, 1, 1, 2, 2, 3, 1, 2, 2, 4)
"""Grades of scans in turn: an office's usual scan comes most often, a ruined one seldom."""
BY_HAND: Final = 0.5
"""The least share of scans whose number or day a hand filled in.

A paper gets its number and day by hand or stamp when it is registered, after it was signed (NĐ 30/2020 Điều 15), so
that archives of paper hold far more of them than the composer, which also makes what is born digital.
"""


@dataclass(frozen=True, slots=True)
class Sample:
    """One document read, and what is right for it. ``kind`` is ``txt``, ``md``, ``pdf``, ``docx`` or ``scan 2``."""

    name: str
    kind: str
    document: Document
    gold: Gold

    @property
    def scan(self) -> bool:
        """Whether OCR had to read it."""
        return self.kind.startswith("scan")


CACHE: Final = Path("build/readings")
"""Where readings of scans are kept between runs (git ignores it)."""


def samples(split: str, seed: int, *, count: int, scans: int) -> Iterator[Sample]:
    """``count`` born-digital documents of all kinds in turn, then ``scans`` scans of all grades in turn."""
    with tempfile.TemporaryDirectory() as folder:
        paths, golds, kinds = [], [], []
        makers: list[tuple[int, Kind, int | None]] = [
            (index, KINDS[index % len(KINDS)], None) for index in range(count)
        ]
        scanned = _papers(split, seed, count, scans)
        makers += [(number, "pdf", GRADES[index % len(GRADES)]) for index, number in enumerate(scanned)]
        with ProcessPoolExecutor(os.cpu_count()) as pool:
            made = pool.map(
                make, *zip(*((split, seed, Path(folder), *maker) for maker in makers), strict=True), chunksize=8
            )
            for path, gold, kind in made:
                paths.append(path)
                golds.append(gold)
                kinds.append(kind)
        readings = Readings(CACHE, ours, reader_version())
        for (path, document), gold, kind in zip(readings.all(paths), golds, kinds, strict=True):
            if isinstance(document, Document):
                yield Sample(path.stem, kind, document, Gold.model_validate(gold))


def _papers(split: str, seed: int, first: int, count: int) -> list[int]:
    """The numbers of ``count`` documents from ``first`` on, :data:`BY_HAND` of them filled by hand."""
    found: list[int] = []
    hands = 0
    for number in range(first, first + 100 * count):
        if len(found) == count:
            break
        by_hand = "by_hand" in compose(split, number, seed).traits
        if by_hand or hands >= BY_HAND * len(found):
            found.append(number)
            hands += by_hand
    return found


def make(
    split: str, seed: int, folder: Path, index: int, kind: Kind, grade: int | None
) -> tuple[Path, dict[str, Any], str]:
    """Write one document into ``folder``: its path, its gold as far as the page shows it, and its kind."""
    chance = random.Random(f"{seed}/{split}/{index}/{kind}/{grade}")  # noqa: S311 - chance, not secrets
    manuscript = compose(split, index, seed)
    rendering = render(manuscript, kind, chance)
    if grade is None:
        gold = as_printed(manuscript)
    else:
        gold, rendering = manuscript.gold, scan(rendering, grade, chance, split=split)
    path = folder / f"{manuscript.name}-{grade if grade is not None else kind}{rendering.suffix}"
    path.write_bytes(rendering.data)
    return path, gold, kind if grade is None else f"scan {grade}"
