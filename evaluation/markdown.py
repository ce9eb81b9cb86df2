"""Tables and numbers as Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from vanban.scoring.figures import Figure


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table whose first column is words and the others numbers."""
    lines = [head, ["---", *["---:"] * (len(head) - 1)], *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines) + "\n"


def share(value: float | None) -> str:
    """A share with three digits, a dash for none."""
    return "–" if value is None else f"{value:.3f}"


def percent(value: float) -> str:
    """A share in percent with one digit."""
    return f"{100 * value:.1f}%"


def with_interval(figure: Figure | None) -> str:
    """F1 with its 95% interval: ``0.953 (0.921–0.982)``."""
    if figure is None or not figure.asked + figure.given:
        return "–"
    if figure.interval is None:
        return share(figure.f1)
    return f"{figure.f1:.3f} ({figure.interval[0]:.3f}–{figure.interval[1]:.3f})"


def f1(figure: Figure | None) -> str:
    """F1 alone."""
    return share(figure.f1) if figure and figure.asked + figure.given else "–"
