"""Lines with their true zones, from documents whose manuscripts are known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from corpus.manuscript import Manuscript

from models.data_alignment import true_zones
from vanban.layout import analyse
from vanban.layout.model import Line, Zone
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
    lines = [line for line in analyse(document).lines if line.zone is not Zone.FURNITURE]
    return Zoned(manuscript.name, kind, lines, true_zones(lines, manuscript))


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
