"""Writes a part of the corpus to files: documents, their gold with places, and a manifest."""

from __future__ import annotations

import json
import os
import random
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from corpus.compose import SEED, compose
from corpus.manuscript import Manuscript, Place, Rendering
from corpus.render import as_printed, render
from corpus.scan import GRADES, scan

KINDS = ("txt", "md", "pdf", "docx", "scan")
_CHUNK = 8


@dataclass(frozen=True, slots=True)
class Order:
    """What to make: ``count`` documents of a split from ``start`` on, kinds and grades taking turns."""

    split: str
    count: int
    directory: Path
    kinds: tuple[str, ...] = KINDS
    grades: tuple[int, ...] = tuple(GRADES)
    start: int = 0
    seed: int = SEED

    def __post_init__(self) -> None:
        """Refuse a kind or a grade that is none; the composer refuses a split."""
        unknown = [
            *(kind for kind in self.kinds if kind not in KINDS),
            *(one for one in self.grades if one not in GRADES),
        ]
        if unknown or not self.kinds or not self.grades:
            raise ValueError(f"unknown or no kinds or grades: {unknown}")

    def turns(self) -> Iterator[tuple[int, str, int | None]]:
        """Index, kind and grade (of scans) of each document."""
        scans = 0
        for index in range(self.start, self.start + self.count):
            kind = self.kinds[index % len(self.kinds)]
            grade = self.grades[scans % len(self.grades)] if kind == "scan" else None
            scans += kind == "scan"
            yield index, kind, grade


def generate(order: Order, workers: int | None = None) -> list[dict[str, Any]]:
    """Write ``docs/``, ``gold/`` and ``manifest.jsonl`` under the order's directory; returns the manifest's rows.

    The same order gives the same bytes, whatever the number of ``workers`` (processes; all processors by default).
    """
    for name in ("docs", "gold"):
        (order.directory / name).mkdir(parents=True, exist_ok=True)
    turns = list(order.turns())
    workers = workers or os.cpu_count() or 1
    if workers == 1:
        rows = [_make(order, *turn) for turn in turns]
    else:
        with ProcessPoolExecutor(workers) as pool:
            rows = list(pool.map(_make, [order] * len(turns), *zip(*turns, strict=True), chunksize=_CHUNK))
    lines = [json.dumps(row, ensure_ascii=False) + "\n" for row in rows]
    (order.directory / "manifest.jsonl").write_text("".join(lines), "utf-8")
    return rows


def realise(
    manuscript: Manuscript, split: str, kind: str, grade: int | None, seed: int = SEED
) -> tuple[Rendering, dict[str, Any]]:
    """The manuscript as a file of the kind, and the gold of what that file shows.

    A born-digital file shows blanks where the hand writes; a scan shows the hand's writing.
    """
    chance = random.Random(f"{seed}/{manuscript.name}/{kind}/{grade}")  # noqa: S311 - chance, not secrets
    if kind != "scan":
        return render(manuscript, kind, chance), as_printed(manuscript)  # type: ignore[arg-type]
    return scan(render(manuscript, "pdf", chance), grade or 0, chance, split), manuscript.gold


def _make(order: Order, index: int, kind: str, grade: int | None) -> dict[str, Any]:
    manuscript = compose(order.split, index, order.seed)
    made, gold = realise(manuscript, order.split, kind, grade, order.seed)
    name = f"{manuscript.name}-{kind}{'' if grade is None else grade}"
    (order.directory / "docs" / f"{name}{made.suffix}").write_bytes(made.data)
    record = {**gold, "places": {label: [_place(one) for one in found] for label, found in made.places.items()}}
    (order.directory / "gold" / f"{name}.json").write_text(json.dumps(record, ensure_ascii=False, indent=1), "utf-8")
    return {
        "name": name,
        "split": order.split,
        "kind": kind,
        "grade": grade,
        "form": manuscript.form,
        "traits": sorted({*manuscript.traits, *made.traits}),
    }


def _place(place: Place) -> dict[str, Any]:
    return {key: value for key, value in asdict(place).items() if value is not None}


def split_list(text: str) -> Sequence[str]:
    """The parts of a list with commas."""
    return [part.strip() for part in text.split(",") if part.strip()]
