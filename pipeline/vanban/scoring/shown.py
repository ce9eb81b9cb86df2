"""Figures as a person reads them on a terminal (rich)."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Final, Literal

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from vanban.errors import printable
from vanban.messages import text as say
from vanban.scoring.figures import BEYOND, Figure, place

if TYPE_CHECKING:
    from vanban.scoring.collection import Collection
    from vanban.scoring.evaluation import By, Evaluation

_NUMBERS = ("asked", "given", "right", "precision", "recall", "f1", "interval", "partial")
_NAMED: Final = 8
"""Names of documents told before the rest is counted."""
_HIGH, _FAIR = 0.97, 0.9
_WIDEST = 6
"""Groups that stand side by side; more are told one below the other."""


def print_left_out(found: Collection, tell: Callable[[str, Sequence[str]], None]) -> None:
    """Tell which gold has no document, which documents have no gold, and what no rule judges."""
    tell("without_document", found.without_document)
    tell("without_gold", found.without_gold)
    tell("unjudged", found.unjudged)
    tell("unknown_keys", found.unknown_keys)


def print_names(console: Console, key: str, names: Sequence[str], *, as_json: bool = False) -> None:
    """Tell how many of something there are and which, if there are any; the words stand under ``say.KEY``."""
    if names and as_json:
        told = json.dumps({"warning": {"code": key, "count": len(names), "names": list(names)}}, ensure_ascii=False)
        console.file.write(told + "\n")
    elif names:
        more = f" {say('say.more_names', count=len(names) - _NAMED)}" if len(names) > _NAMED else ""
        told = say(f"say.{key}", count=len(names), names=printable(", ".join(names[:_NAMED])) + more)
        console.print(told, style="yellow", markup=False, highlight=False, soft_wrap=True)


def print_evaluation(
    console: Console, found: Evaluation, *, by: By | None, form: Literal["table", "json", "csv"]
) -> None:
    """Print the figures over all documents and, with ``by``, those of each group."""
    figures = found.figures()
    groups = found.grouped(by) if by else {}
    if form == "json":
        console.file.write(json.dumps(to_json(found, groups, figures), ensure_ascii=False) + "\n")
    elif form == "csv":
        console.file.write(to_csv(groups, figures))
    else:
        console.print(figures_table(figures, len(found.examples)) if figures else say("say.no_values"))
        for table in groups_tables(groups, found.sizes(by)) if by else ():
            console.print(table)


def figures_table(figures: Sequence[Figure], documents: int) -> Table:
    """A row a field: counts, precision, recall, F1 with its interval, and F1 with partial credit.

    Fields judged beyond the common ones stand below a line, with a star.
    """
    table = Table(
        title=say("say.evaluated", documents=documents), title_justify="left", box=SIMPLE_HEAD, padding=(0, 1, 0, 0)
    )
    table.add_column(say("say.field"), no_wrap=True)
    for key in _NUMBERS:
        table.add_column(say(f"say.{key}"), justify="right", no_wrap=True)
    for item, before in zip(figures, (None, *figures), strict=False):
        if item.beyond and before and not before.beyond:
            table.add_section()
        table.add_row(
            _starred(item.field),
            *map(str, (item.asked, item.given, item.right)),
            f"{item.precision:.3f}",
            f"{item.recall:.3f}",
            _coloured(item.f1),
            _interval(item),
            f"{item.partial:.3f}",
        )
    if any(item.beyond for item in figures):
        table.caption, table.caption_justify = say("say.beyond"), "left"
    return table


def _starred(field: str) -> str:
    return f"{field} *" if field in BEYOND else field


def groups_tables(groups: Mapping[str, Sequence[Figure]], sizes: Mapping[str, int]) -> list[Table]:
    """F1 of each field (rows) in each group (columns), with the number of values asked for."""
    names = list(groups)
    return [_groups(names[at : at + _WIDEST], groups, sizes) for at in range(0, len(names), _WIDEST)]


def _groups(names: Sequence[str], groups: Mapping[str, Sequence[Figure]], sizes: Mapping[str, int]) -> Table:
    table = Table(title="F1", title_justify="left", box=SIMPLE_HEAD, padding=(0, 1, 0, 0))
    table.add_column(say("say.field"), no_wrap=True)
    for name in names:
        table.add_column(f"{escape(name)} ({sizes[name]})", justify="right")
    found = {name: {item.field: item for item in groups[name]} for name in names}
    for field in sorted({key for part in found.values() for key in part}, key=place):
        table.add_row(_starred(field), *(_cell(found[name].get(field)) for name in names))
    return table


def _cell(item: Figure | None) -> str:
    if item is None or not item.asked + item.given:
        return "–"
    return f"{_coloured(item.f1)} [dim]/{item.asked}[/]"


def _coloured(share: float) -> str:
    style = "green" if share >= _HIGH else "yellow" if share >= _FAIR else "red"
    return f"[{style}]{share:.3f}[/]"


def _interval(item: Figure) -> str:
    return f"{item.interval[0]:.3f}–{item.interval[1]:.3f}" if item.interval else "–"


def to_json(found: Evaluation, groups: Mapping[str, Sequence[Figure]], figures: Sequence[Figure]) -> dict[str, object]:
    """The whole evaluation for other programs: figures, groups and every judgement."""
    return {
        "documents": len(found.examples),
        "failed": found.failed,
        "figures": [item.row for item in figures],
        "groups": {name: [item.row for item in part] for name, part in groups.items()},
        "outcomes": [outcome.row for outcome in (*found.outcomes, *found.beyond)],
    }


def to_csv(groups: Mapping[str, Sequence[Figure]], figures: Sequence[Figure]) -> str:
    """A line a field over all documents (empty ``group``), then a line a field and group."""
    rows = [{"group": name, **item.row} for name, part in {"": figures, **groups}.items() for item in part]
    text = io.StringIO()
    writer = csv.DictWriter(text, fieldnames=list({"group": "", **Figure("").row}), lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()
