"""The guard of the figures: F1 of each field on a small fixed set, below which no change may take it.

    python -m evaluation.floor            # judge and compare with floor.json
    python -m evaluation.floor --write    # take the present figures as the new floor

The set is made anew by the seeded corpus (150 documents as text and PDF, four scans), so it needs no files. When the
corpus' code changes, so do its documents: look at the figures, and write the floor again.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from evaluation.synthetic import SMALL, corpus_version, split_examples
from vanban.extraction.reader import read_many
from vanban.scoring.collection import Example
from vanban.scoring.evaluation import Evaluation

FLOOR: Final = Path(__file__).with_name("floor.json")
TOLERANCE: Final = {"born": 0.01, "scan": 0.05}
"""How far below its floor F1 may fall. Text and PDF are read the same everywhere, so what is left is one
document of 150 (0.007), the cost of a good change; another version of Tesseract reads some words of scans otherwise."""


def measure(scans: bool = True) -> dict[str, dict[str, float]]:
    """F1 of each field that gold asks for, on the born-digital part and on the scans."""
    size = SMALL if scans else replace(SMALL, scans=0)
    with tempfile.TemporaryDirectory(prefix="vanban-floor-") as folder:
        examples = split_examples(Path(folder), size)
        parts = {"born": [one for one in examples if one.kind != "scan"]}
        if scans:
            parts["scan"] = [one for one in examples if one.kind == "scan"]
        return {name: _figures(part) for name, part in parts.items()}


def _figures(examples: Sequence[Example]) -> dict[str, float]:
    found = Evaluation()
    answers = read_many([example.path for example in examples])
    for example, (_, answer) in zip(examples, answers, strict=True):
        if isinstance(answer, Exception):
            raise answer
        found.add(example, answer)
    return {item.field: round(item.f1, 4) for item in found.figures(draws=0) if item.asked}


def fallen(floor: Mapping[str, Mapping[str, float]], now: Mapping[str, Mapping[str, float]]) -> list[str]:
    """The fields whose F1 lies below the floor by more than the tolerance, told in words."""
    return [
        f"{part} {field}: {found.get(field, 0.0):.4f}, floor {least:.4f}"
        for part, found in now.items()
        for field, least in floor[part].items()
        if found.get(field, 0.0) < least - TOLERANCE[part]
    ]


def changed() -> str:
    """A word of warning when the floor was written for another state of the corpus, else nothing."""
    if load()["corpus"] == corpus_version():
        return ""
    return "the corpus has changed since: if the figures are in order, python -m evaluation.floor --write"


def load() -> dict[str, Any]:
    """The floor as it was written: ``corpus`` (the state of its code) and ``f1`` by part and field."""
    return dict(json.loads(FLOOR.read_text("utf-8")))


def main(arguments: Sequence[str] | None = None) -> None:
    """Compare, or write; leaves with status 1 when a field has fallen."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true", help="take the present figures as the floor")
    chosen = parser.parse_args(arguments)
    now = measure()
    if chosen.write:
        text = json.dumps({"corpus": corpus_version(), "f1": now}, ensure_ascii=False, indent=1)
        FLOOR.write_text(text + "\n", "utf-8")
        return
    told = fallen(load()["f1"], now)
    print("\n".join([*told, changed()] if told else ["no field has fallen"]))
    sys.exit(1 if told else 0)


if __name__ == "__main__":
    main()
