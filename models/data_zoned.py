"""Lines with their true zones, from documents whose manuscripts are known."""

from __future__ import annotations

import os
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from functools import partial

from corpus.manuscript import Manuscript
from models.data_alignment import true_zones
from models.data_corpus import manuscripts, readings
from models.data_noise import STAMP
from vanban.layout import lay_lines
from vanban.layout.model import Line, Zone
from vanban.layout.zones import rule_zones
from vanban.reading.document import Document


@dataclass(slots=True)
class Zoned:
    """The lines of one document with the zones that the rules gave them (``line.zone``) and the true ones.

    ``kind`` names the source: ``text``, ``digital`` or ``scan 3`` (by grade). A true zone is ``None`` where the
    manuscript does not hold the line.
    """

    name: str
    kind: str
    lines: list[Line]
    truth: list[Zone | None]


def zoned(manuscript: Manuscript, document: Document, kind: str) -> Zoned:
    """The document's lines, page numbers and rules left out, beside the truth."""
    _, every = lay_lines(document)
    rule_zones(every)
    lines = [line for line in every if line.zone is not Zone.FURNITURE]
    truth = [
        Zone.MARK if zone is None and _stamped(line) else zone
        for line, zone in zip(lines, true_zones(lines, manuscript), strict=True)
    ]
    return Zoned(manuscript.name, kind, [replace(line, words=[], word_starts=[]) for line in lines], truth)


def _stamped(line: Line) -> bool:
    """Whether a stamp or dirt put most of the line there."""
    return sum(word.font == STAMP for word in line.words) * 2 > len(line.words)


def sheets(split: str, count: int, seed: int, scans: int = 1, workers: int | None = None) -> list[Zoned]:
    """The lines of the first ``count`` documents of a split, each read as text, as PDF and as worn scans."""
    ask = partial(_of_one, split, seed, scans)
    with ProcessPoolExecutor(workers or os.cpu_count()) as pool:
        return [sheet for found in pool.map(ask, range(count), chunksize=8) for sheet in found]


def _of_one(split: str, seed: int, scans: int, index: int) -> list[Zoned]:
    (manuscript,) = manuscripts(split, [index])
    return [zoned(manuscript, document, kind) for kind, document in readings(manuscript, seed, scans)]


def known(sheet: Zoned) -> list[tuple[int, Zone]]:
    """The lines of a sheet whose true zone is known, by index."""
    return [(i, zone) for i, zone in enumerate(sheet.truth) if zone is not None]


def macro_f1(pairs: Sequence[tuple[Zone, Zone]]) -> dict[str, float]:
    """F1 of each zone over pairs of true and given zones, and their mean under ``mean``."""
    scores: dict[str, float] = {}
    for zone in sorted({true for true, _ in pairs}):
        right = sum(true is zone and given is zone for true, given in pairs)
        wanted = sum(true is zone for true, _ in pairs)
        said = sum(given is zone for _, given in pairs)
        scores[zone.value] = 2 * right / (wanted + said)
    scores["mean"] = sum(scores.values()) / max(1, len(scores))
    return {name: round(score, 4) for name, score in scores.items()}
