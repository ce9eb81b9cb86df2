"""Train the models: ``python -m models [NAME …]``.

Every module here with a ``train(out, seed)`` is a model. It writes its artefacts into ``out`` and returns its figures;
they stand together in ``models/figures.json``, from which the tables of the cards are written. ``NEEDS`` names the
models that must be there before: calibration looks at records that the others helped to make.
"""

from __future__ import annotations

import argparse
import json
import pkgutil
import time
from collections.abc import Callable, Sequence
from graphlib import TopologicalSorter
from importlib import import_module
from pathlib import Path
from typing import Any

import models
from models import card_tables

HERE = Path(__file__).parent
SHIPPED = HERE / "vanban_models"
FIGURES = HERE / "figures.json"
SEED = 2026
LIMIT = 10_000_000
"""Bytes that all artefacts together may take."""

Train = Callable[[Path, int], dict[str, Any]]


def trainers() -> dict[str, Train]:
    """The models by name, each behind those that it needs."""
    found: dict[str, Train] = {}
    needs: dict[str, set[str]] = {}
    for module in pkgutil.iter_modules(models.__path__):
        if module.ispkg or module.name.startswith("_"):
            continue
        loaded = import_module(f"models.{module.name}")
        if hasattr(loaded, "train"):
            found[module.name] = loaded.train
            needs[module.name] = set(getattr(loaded, "NEEDS", ()))
    order = TopologicalSorter({name: needs[name] & set(found) for name in sorted(found)}).static_order()
    return {name: found[name] for name in order}


def train_all(names: Sequence[str], out: Path, seed: int, *, measure: bool = False) -> dict[str, Any]:
    """Train the named models (all, when none is named) and return their figures.

    With ``measure`` those in ``out`` are only measured, where a model has a ``measure(out, seed)`` beside its
    ``train``. Raises ``KeyError`` for an unknown name and ``ValueError`` when the artefacts outgrow :data:`LIMIT`.
    """
    known = trainers()
    unknown = set(names) - set(known)
    if unknown:
        raise KeyError(", ".join(sorted(unknown)))
    figures: dict[str, Any] = {}
    for name in known:
        if names and name not in names:
            continue
        work = getattr(import_module(f"models.{name}"), "measure", None) if measure else known[name]
        if work is None:
            continue
        begun = time.perf_counter()
        figures[name] = work(out, seed)
        print(f"{name}: {time.perf_counter() - begun:.0f} s", flush=True)
    if size(out) > LIMIT:
        raise ValueError(f"artefacts of {size(out)} bytes, at most {LIMIT}")
    return figures


def size(out: Path) -> int:
    """Bytes of all artefacts."""
    return sum(path.stat().st_size for path in out.rglob("*") if path.is_file() and path.suffix not in {".py", ".pyc"})


def main(arguments: Sequence[str] | None = None) -> None:
    """Train, write the artefacts and bring the figures up to date."""
    parser = argparse.ArgumentParser(prog="python -m models", description="Train the models of vanban.")
    parser.add_argument("names", nargs="*", metavar="NAME", help="models to train; all when none is named")
    parser.add_argument("--out", type=Path, default=SHIPPED, help="folder for the artefacts")
    parser.add_argument("--figures", type=Path, default=FIGURES, help="JSON file for the figures")
    parser.add_argument("--cards", type=Path, default=HERE / "cards", help="folder of the cards")
    parser.add_argument("--measure", action="store_true", help="train nothing, measure what is there")
    parser.add_argument("--seed", type=int, default=SEED)
    given = parser.parse_args(arguments)
    given.out.mkdir(parents=True, exist_ok=True)
    figures = json.loads(given.figures.read_text("utf-8")) if given.figures.exists() else {}
    figures |= train_all(given.names, given.out, given.seed, measure=given.measure)
    text = json.dumps(figures, ensure_ascii=False, indent=2, sort_keys=True)
    given.figures.write_text(text + "\n", "utf-8")
    card_tables.write(given.cards, figures)


if __name__ == "__main__":
    main()
