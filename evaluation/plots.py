"""The report's plots, as SVG without dates or random ids, so that the same figures give the same file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from evaluation.calibration import bins, curve
from vanban.scoring.decisions import Decision
from vanban.scoring.figures import Figure, place

if TYPE_CHECKING:
    from matplotlib.figure import Figure as Canvas

_COLOURS: Final = ("#0b6e4f", "#c8553d", "#6a5acd", "#b8860b", "#555555")
_MARKS: Final = ("o", "s", "^", "D", "v")


def _canvas(width: float, height: float, rows: int = 1, columns: int = 1) -> tuple[Canvas, Any]:
    import matplotlib as mpl

    mpl.use("svg")
    import matplotlib.pyplot as plt

    plt.rcParams.update(
        {
            "svg.hashsalt": "vanban",
            "svg.fonttype": "none",
            "font.family": "sans-serif",
            "font.size": 8,
            "axes.grid": True,
            "grid.alpha": 0.3,
        }
    )
    canvas, axes = plt.subplots(rows, columns, figsize=(width, height), squeeze=False)
    return canvas, axes


def _save(canvas: Canvas, path: Path) -> None:
    import matplotlib.pyplot as plt

    canvas.tight_layout()
    canvas.savefig(path, metadata={"Date": None})
    plt.close(canvas)


def fields(path: Path, title: str, systems: Mapping[str, Mapping[str, Figure]]) -> None:
    """F1 of each field with its interval, a mark a system."""
    names = sorted({name for found in systems.values() for name in found}, key=place, reverse=True)
    canvas, axes = _canvas(7.5, 0.8 + 0.22 * len(names))
    axis = axes[0][0]
    for at, (system, found) in enumerate(systems.items()):
        shown = [(row, found[name]) for row, name in enumerate(names) if name in found and _counts(found[name])]
        rows = [row + 0.12 * (len(systems) / 2 - at) for row, _ in shown]
        values = [item.f1 for _, item in shown]
        spread = [item.interval or (item.f1, item.f1) for _, item in shown]
        errors = [
            [max(0.0, value - low) for value, (low, _) in zip(values, spread, strict=True)],
            [max(0.0, high - value) for value, (_, high) in zip(values, spread, strict=True)],
        ]
        style = {"fmt": _MARKS[at % 5], "color": _COLOURS[at % 5], "markersize": 3.5, "elinewidth": 0.8}
        axis.errorbar(values, rows, xerr=errors, label=system, linestyle="none", **style)
    axis.set_yticks(range(len(names)), names)
    axis.set_xlim(-0.02, 1.02)
    axis.set_title(f"{title}: F1, 95% interval")
    axis.legend(loc="lower left", fontsize=7)
    _save(canvas, path)


def _counts(item: Figure) -> bool:
    return bool(item.asked + item.given)


def grades(path: Path, found: Mapping[str, Mapping[str, Figure]]) -> None:
    """F1 of each field over the grades of wear, a small chart a field."""
    names = sorted({name for figures in found.values() for name in figures}, key=place)
    columns = 6
    rows = -(-len(names) // columns)
    canvas, axes = _canvas(10, 1.5 * rows, rows, columns)
    for at, name in enumerate(names):
        axis = axes[at // columns][at % columns]
        points = [(grade, figures[name].f1) for grade, figures in found.items() if name in figures]
        axis.plot(
            [grade for grade, _ in points], [value for _, value in points], marker="o", markersize=3, color=_COLOURS[0]
        )
        axis.axhline(0.97, color=_COLOURS[1], linewidth=0.6, linestyle="--")
        axis.set_ylim(0, 1.05)
        axis.set_title(name, fontsize=7)
        axis.tick_params(labelsize=5)
    for at in range(len(names), rows * columns):
        axes[at // columns][at % columns].axis("off")
    _save(canvas, path)


def reliability(path: Path, by_field: Mapping[str, Sequence[Decision]]) -> None:
    """The share that is right against the confidence, bin by bin, a small chart a field."""

    def chart(axis: Any, part: Sequence[Decision]) -> None:
        found = bins(part)
        axis.plot([0, 1], [0, 1], color="#999999", linewidth=0.6, linestyle="--")
        sizes = [8 + 60 * one.count / len(part) for one in found]
        axis.scatter(
            [one.confidence for one in found], [one.right for one in found], s=sizes, color=_COLOURS[0], alpha=0.7
        )
        axis.set_xlim(0, 1.03)
        axis.set_ylim(0, 1.05)

    _small_charts(path, by_field, chart, "right against confidence; a dot's size is its share of the decisions")


def coverage(path: Path, by_field: Mapping[str, Sequence[Decision]]) -> None:
    """The accuracy of what is accepted against the share that is accepted, as the threshold falls."""

    def chart(axis: Any, part: Sequence[Decision]) -> None:
        points = curve(part)
        axis.plot([share for share, _ in points], [right for _, right in points], color=_COLOURS[0])
        axis.axhline(0.995, color=_COLOURS[1], linewidth=0.6, linestyle="--")
        axis.set_xlim(0, 1.03)
        axis.set_ylim(min(0.9, *(right for _, right in points)) - 0.02, 1.01)

    _small_charts(path, by_field, chart, "accuracy of the accepted against coverage; dashes at 99.5%")


def _small_charts(path: Path, by_field: Mapping[str, Sequence[Decision]], chart: Any, title: str) -> None:
    columns = 5
    rows = -(-len(by_field) // columns)
    canvas, axes = _canvas(9, 1.7 * rows + 0.3, rows, columns)
    for at, (name, part) in enumerate(by_field.items()):
        axis = axes[at // columns][at % columns]
        chart(axis, part)
        axis.set_title(f"{name} ({len(part)})", fontsize=7)
        axis.tick_params(labelsize=5)
    for at in range(len(by_field), rows * columns):
        axes[at // columns][at % columns].axis("off")
    canvas.suptitle(title, fontsize=8)
    _save(canvas, path)
