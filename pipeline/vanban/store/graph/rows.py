"""Answers of the graph as CSV: a row a link, a ranked document, or a moment; a spreadsheet runs none of the cells."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from typing import Final

from vanban.store.exporting import harmless
from vanban.store.graph.answers import Link, Net, Work
from vanban.store.graph.finding import Moment
from vanban.store.graph.ranking import Ranked

Cell = str | int | float | bool | None

_WORK: Final = ("address", "number", "date", "type", "issuer", "title", "present")
_LINK: Final = ("relation", "scope", "times", "page", "pinpoints", "sentence", "stated_by", "sure")

LINK_COLUMNS: Final = (*(f"source_{name}" for name in _WORK), *_LINK, *(f"target_{name}" for name in _WORK))
RANKED_COLUMNS: Final = ("weight", *_WORK)
MOMENT_COLUMNS: Final = (*_WORK, "relation", "scope", "target_address", "target_number")


def links(net: Net) -> str:
    """A row a link, with both of its ends: :data:`LINK_COLUMNS`."""
    return _table(LINK_COLUMNS, ((*_work(link.source), *_link(link), *_work(link.target)) for link in net.links))


def ranked(found: Iterable[Ranked]) -> str:
    """A row a document with its weight: :data:`RANKED_COLUMNS`."""
    return _table(RANKED_COLUMNS, ((item.weight, *_work(item.work)) for item in found))


def moments(found: Iterable[Moment]) -> str:
    """A row a link of a document, or a row for one that has none, in the order of days: :data:`MOMENT_COLUMNS`."""
    return _table(MOMENT_COLUMNS, (row for moment in found for row in _moment(moment)))


def pinpoint(parts: dict[str, str]) -> str:
    """A part of a document as a cell holds it: ``article 5, clause 2``."""
    return ", ".join(f"{name} {value}" for name, value in parts.items() if value)


def _work(work: Work) -> list[Cell]:
    return [work.address, work.number, work.date, work.type, work.issuer, work.title, work.present]


def _link(link: Link) -> list[Cell]:
    parts = "; ".join(filter(None, map(pinpoint, link.pinpoints)))
    return [link.relation, link.scope, link.times, link.page, parts, link.sentence, link.stated_by, link.sure]


def _moment(moment: Moment) -> Iterable[list[Cell]]:
    for link in moment.links:
        yield [*_work(moment.work), link.relation, link.scope, link.target.address, link.target.number]
    if not moment.links:
        yield [*_work(moment.work), None, None, None, None]


def _table(columns: Sequence[str], found: Iterable[Sequence[Cell]]) -> str:
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows(["" if cell is None else harmless(str(cell)) for cell in row] for row in found)
    return stream.getvalue()
