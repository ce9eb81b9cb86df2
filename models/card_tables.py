"""The tables of the cards that training measures: ``python -m models`` writes them from ``figures.json``.

A card holds such a table between ``<!-- figures -->`` and ``<!-- end of figures -->``; what stands elsewhere in a
card was written by hand, and a figure there was measured once, beside the training.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

Figures = Mapping[str, Any]

_PLACE: Final = re.compile(r"(<!-- figures -->\n).*?(<!-- end of figures -->)", re.DOTALL)


def write(cards: Path, figures: Figures) -> None:
    """Bring the tables of the cards in the folder ``cards`` up to date."""
    for name in TABLES:
        path = cards / f"{name}.md"
        if name in figures and path.exists():
            path.write_text(filled(path.read_text("utf-8"), name, figures[name]), "utf-8")


def filled(card: str, name: str, figures: Figures) -> str:
    """A card's text with its table as the figures are."""
    return _PLACE.sub(lambda found: f"{found.group(1)}\n{TABLES[name](figures)}\n{found.group(2)}", card)


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "".join("| " + " | ".join(line) + " |\n" for line in lines)


def _percent(share: float, digits: int = 1) -> str:
    return f"{100 * share:.{digits}f}%"


def _size(count: int) -> str:
    return f"{count / 1e6:.2f} MB"


def digits(found: Figures) -> str:
    """Single digits by source, then whole numbers."""
    singles = " / ".join(_percent(found["singles"][source]) for source in ("hand", "clerk", "font", "sklearn"))
    numbers = found["numbers"]
    return _table(
        ["test split", _size(found["bytes"])],
        [
            ["single digits right: hands / clerks / fonts / scikit-learn", singles],
            [
                "400 numbers of 1–4 digits: right at first / among three",
                f"{_percent(numbers['first'])} / {_percent(numbers['among_three'])}",
            ],
            [
                "— given from a likelihood of 0.95 / right of them",
                f"{_percent(numbers['sure'])} / {_percent(numbers['sure_right'])}",
            ],
        ],
    )


def confusions(found: Figures) -> str:
    """Words of scans before and after mending."""
    return _table(
        [f"development split, {found['words']:,} words of scans", _size(found["bytes"])],
        [
            ["words wrong: as read / after mending", _shares(found["wrong_before"], found["wrong_after"])],
            ["words changed", str(found["changes"])],
            ["— of them rightly", _percent(found["changes_right"], 0)],
        ],
    )


def _shares(one: float, other: float) -> str:
    return f"{_percent(one, 2)} / {_percent(other, 2)}"


def doctype(found: Figures) -> str:
    """Types right by what became of title and number."""
    order = ("untouched", "title misread", "title gone", "number gone", "title and number gone")
    kinds = ("rules type", "model type", "both type")
    rows = [[name, *(_percent(found["test"][name][kind]) for kind in kinds)] for name in order]
    genres = (_percent(found["test"]["untouched"][kind]) for kind in ("rules genre", "model genre"))
    about = f"test split, {found['documents']['test']} documents a row; {_size(found['bytes'])}"
    head = [about, "rules", "model alone", "both, as shipped"]
    return _table(head, [*rows, ["genre, untouched", *genres, "as the rules"]])


def zones(found: Figures) -> str:
    """Lines right and mean F1 by kind of source."""
    rows = []
    for kind in sorted(found["test"], key=lambda kind: (kind.startswith("worn"), kind != "text", kind)):
        by = found["test"][kind]
        cells = [(_percent(by[who]["accuracy"]), f"{by[who]['f1']['mean']:.3f}") for who in ("rules", "model")]
        rows.append([kind, *(cell for pair in cells for cell in pair)])
    count = f"{found['documents']['test']} documents, {found['lines']['test']:,} lines; {_size(found['bytes'])}"
    return _table([f"test split, {count}", "rules: lines", "rules: F1", "model: lines", "model: F1"], rows)


TABLES: Final[Mapping[str, Callable[[Figures], str]]] = {
    "digits": digits,
    "confusions": confusions,
    "doctype": doctype,
    "zones": zones,
}
