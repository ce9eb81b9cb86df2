"""What was asked for beside what was reached."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from evaluation.calibration import coverage, expected_error
from evaluation.markdown import percent, share, table
from evaluation.run import Run
from vanban.scoring.figures import Figure
from vanban.scoring.outcome import ABSTAINED, BY_HAND

_FILE: Final = Path(__file__).parents[1] / "targets.toml"
FEWEST: Final = 50
"""Decisions below which a calibration error tells more of chance than of the field."""

Row = tuple[str, str, str, str, str]


def targets(run: Run, plots: Path) -> str:
    """A row a target: the bar, what was reached, on how many values, and whether it is met."""
    del plots
    data = tomllib.loads(_FILE.read_text("utf-8"))
    rows = [row for bar in data["bar"] for row in _bar(run, bar)] + list(_trust(run, data["trust"]))
    met = sum(row[4] == "met" for row in rows)
    judged = sum(row[4] in ("met", "**not met**") for row in rows)
    return f"## Targets\n\n{met} of {judged} met. F1 unless another measure is named.\n\n" + table(
        ["target", "bar", "reached", "values", ""], rows
    )


def _bar(run: Run, bar: Mapping[str, Any]) -> Iterator[Row]:
    found = run.figures(bar["sets"], grade=bar.get("grade"), draws=0)
    for name, least in bar["fields"].items():
        for field in found if name == "every" else [name]:
            if not field.endswith(ABSTAINED):
                yield _row(f"{bar['about']}: {field}", least, pooled(found, field))
    if "by_hand" in bar:
        given = _pool("by hand", [item for name, item in found.items() if name.endswith(BY_HAND)])
        value = given.precision if given.given else None
        yield _told(f"{bar['about']}: values given where a hand wrote are right", bar["by_hand"], value, given.given)


def pooled(found: Mapping[str, Figure], field: str) -> Figure:
    """The figure of a field, or of all fields below a stem."""
    return _pool(field, [item for name, item in found.items() if name == field or name.startswith(f"{field}.")])


def _pool(name: str, parts: list[Figure]) -> Figure:
    whole = Figure(name)
    for part in parts:
        whole.asked += part.asked
        whole.given += part.given
        whole.right += part.right
        whole.credit += part.credit
    return whole


def _row(about: str, least: float, item: Figure) -> Row:
    return _told(about, least, item.f1 if item.asked + item.given else None, item.asked)


def _told(about: str, least: float, value: float | None, count: int) -> Row:
    if value is None:
        return about, f"≥ {least}", "–", "0", "no values"
    return about, f"≥ {least}", share(value), str(count), "met" if value >= least else "**not met**"


def _trust(run: Run, asked: Mapping[str, float]) -> Iterator[Row]:
    for origin in ("synthetic", "real"):
        found = run.decisions(origin)
        for field in dict.fromkeys(one.field for one in found):
            part = [one for one in found if one.field == field]
            if len(part) < FEWEST:
                continue
            error, most = expected_error(part), asked["calibration_error"]
            verdict = "met" if error <= most else "**not met**"
            yield f"{origin}: calibration error of {field}", f"≤ {most}", share(error), str(len(part)), verdict
        if found:
            passed, least = coverage(found), asked["accepted_right"]
            verdict = "met" if passed.accuracy >= least else "**not met**"
            about = f"{origin}: accepted values are right (coverage {percent(passed.share)})"
            yield about, f"≥ {percent(least)}", percent(passed.accuracy), str(passed.accepted), verdict
