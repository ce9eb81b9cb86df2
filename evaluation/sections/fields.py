"""F1 of each field on each set, ours beside the others."""

from __future__ import annotations

from pathlib import Path

from evaluation import plots as draw
from evaluation.markdown import f1, share, table, with_interval
from evaluation.run import Run, Set
from evaluation.systems import OURS, System
from vanban.scoring.figures import Figure, place


def fields(run: Run, plots: Path) -> str:
    """A table a set: counts, precision, recall, F1 with its interval and with partial credit, the others' F1."""
    found = {
        (part.name, system.name): run.figures([part.name], system.name)
        for part in run.sets
        for system in run.systems
        if (part.name, system.name) in run.evaluations
    }
    parts = [
        "## Fields\n\nF1 with its 95% interval (bootstrap over documents). Partial F1 counts a wrong value by its "
        "likeness to the right one. “By hand”: the page is filled by hand there; abstaining is right and counted in "
        "a row of its own.\n"
    ]
    for part in run.sets:
        picture = plots / f"fields-{part.name.replace(' ', '-')}.svg"
        systems = [system for system in run.systems if (part.name, system.name) in found]
        draw.fields(
            picture, part.name, {system.name: _given(system, found[part.name, system.name]) for system in systems}
        )
        parts.append(
            f"### {part.name.capitalize()}\n\n{_table(part, systems, found)}{_beyond(run.beyond(part.name))}\n"
            f"![]({plots.name}/{picture.name})\n"
        )
    return "\n".join(parts)


def _given(system: System, figures: dict[str, Figure]) -> dict[str, Figure]:
    return {name: item for name, item in figures.items() if system.gives(name)}


def _table(part: Set, systems: list[System], found: dict[tuple[str, str], dict[str, Figure]]) -> str:
    mine = found[part.name, OURS]
    others = [system for system in systems if system.name != OURS]
    head = ["field", "values", "precision", "recall", "F1", "partial F1", *(system.name for system in others)]
    rows = []
    for name in sorted({key for system in systems for key in found[part.name, system.name]}, key=place):
        item = mine.get(name, Figure(name))
        cells = [name, str(item.asked), share(item.precision), share(item.recall), with_interval(item)]
        cells.append(share(item.partial) if item.asked + item.given else "–")
        cells += [f1(_given(system, found[part.name, system.name]).get(name)) for system in others]
        rows.append(cells)
    return table(head, rows)


def _beyond(figures: list[Figure]) -> str:
    """Ours alone, under a line that says so; nothing where gold speaks of none."""
    asked = [item for item in figures if item.asked + item.given]
    if not asked:
        return ""
    rows = [
        [
            item.field,
            str(item.asked),
            share(item.precision),
            share(item.recall),
            with_interval(item),
            share(item.partial),
        ]
        for item in asked
    ]
    head = ["beyond the common fields", "values", "precision", "recall", "F1", "partial F1"]
    return f"\nJudged by us alone; no target and no other system is held to these:\n\n{table(head, rows)}"
