"""F1 of each field as scans get worse."""

from __future__ import annotations

from pathlib import Path

from evaluation import plots as draw
from evaluation.markdown import f1, table
from evaluation.run import Run
from evaluation.systems import OURS
from vanban.scoring.figures import Figure, place


def grades(run: Run, plots: Path) -> str:
    """A table a system that reads scans: fields by grade of wear."""
    part = next((part for part in run.sets if part.origin == "synthetic" and part.kind == "scan"), None)
    if part is None:
        return ""
    text = ["## Scans by grade of wear\n"]
    for system in (system for system in run.systems if (part.name, system.name) in run.evaluations):
        if system.fields:
            continue
        found = {grade: run.figures([part.name], system.name, grade, draws=0) for grade in part.grades}
        text.append(f"### {system.name}\n\n{_table(found)}")
        if system.name == OURS:
            draw.grades(plots / "grades.svg", found)
            text.append(f"![]({plots.name}/grades.svg)\n")
    return "\n".join(text)


def _table(found: dict[str, dict[str, Figure]]) -> str:
    names = sorted({name for figures in found.values() for name in figures}, key=place)
    return table(["field", *found], [[name, *(f1(figures.get(name)) for figures in found.values())] for name in names])
