"""Line zones: train the model, and measure it beside the rules on documents that trained nothing.

``python -m models zones``. The card is ``models/cards/zones.md``.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from models.data_zoned import Zoned, known, macro_f1, sheets
from models.zones_fit import fit, predicted
from vanban.layout.model import Zone
from vanban.layout.zone_model import ARTEFACT, ZONES, ZoneModel

TRAIN, DEV, TEST = 340, 40, 60
"""Documents of each split; each is read as text, as PDF and as :data:`SCANS` worn scans."""
SCANS = 2


def train(out: Path, seed: int, sizes: tuple[int, int, int] = (TRAIN, DEV, TEST)) -> dict[str, Any]:
    """Write the model into ``out``; return F1 of rules and model on the test split, by kind of source."""
    learned, tuned, tested = (
        sheets(split, size, seed, SCANS) for split, size in zip(("train", "dev", "test"), sizes, strict=True)
    )
    stored = fit(learned, tuned, seed)
    np.savez_compressed(out / ARTEFACT, **stored)
    model = ZoneModel.of(stored)
    return {
        "documents": dict(zip(("train", "dev", "test"), sizes, strict=True)),
        "lines": {"train": _count(learned), "test": _count(tested)},
        "pull": stored["pull"],
        "bytes": (out / ARTEFACT).stat().st_size,
        "test": compare(model, tested),
    }


def compare(model: ZoneModel, tested: Sequence[Zoned]) -> dict[str, Any]:
    """Line accuracy and F1 by zone of the rules and of the model, by kind of source."""
    given = [[ZONES[at] for at in predicted(model, sheet)] for sheet in tested]
    kinds = sorted({sheet.kind for sheet in tested})
    return {
        kind: {
            "rules": _figures((sheet, [line.zone for line in sheet.lines]) for sheet in tested if sheet.kind == kind),
            "model": _figures((sheet, found) for sheet, found in zip(tested, given, strict=True) if sheet.kind == kind),
        }
        for kind in kinds
    }


def _count(found: Sequence[Zoned]) -> int:
    return sum(len(sheet.lines) for sheet in found)


def _figures(found: Iterable[tuple[Zoned, Sequence[Zone]]]) -> dict[str, Any]:
    pairs = [(true, zones[i]) for sheet, zones in found for i, true in known(sheet)]
    right = sum(true is said for true, said in pairs)
    return {"lines": len(pairs), "accuracy": round(right / max(1, len(pairs)), 4), "f1": macro_f1(pairs)}
