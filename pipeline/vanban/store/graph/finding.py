"""The net of a search: the documents that a query finds and what they cite; and any net in the order of its days."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select

from vanban.store import edtf
from vanban.store.graph.answers import Link, Net, Work
from vanban.store.graph.naming import several
from vanban.store.graph.neighbours import links_among
from vanban.store.graph.portions import chunks
from vanban.store.schema import documents, edges


@dataclass(frozen=True, slots=True)
class Moment:
    """A document on its day, with the links that it bears to others of the net; ``date`` is EDTF, or not known."""

    date: str | None
    work: Work
    links: list[Link]

    def to_json(self) -> dict[str, Any]:
        """The moment as JSON."""
        return {"date": self.date, "work": self.work.to_json(), "links": [link.to_json() for link in self.links]}


def net_of(connection: Connection, keys: Sequence[int], *, relations: Sequence[str] = (), nodes: int) -> Net:
    """The works of documents (by their keys) and what these cite, at most ``nodes`` works; the documents come first."""
    reached: dict[int, None] = {}
    for part in chunks(keys):
        asked = select(documents.c.work).where(documents.c.key.in_(part), documents.c.work.is_not(None))
        reached |= dict.fromkeys(connection.execute(asked.order_by(documents.c.key)).scalars())
        if len(reached) > nodes:
            break
    found = list(reached)[:nodes]
    cut = len(reached) > nodes
    reached = dict.fromkeys(found)
    for part in chunks(found):
        asked = select(edges.c.target).where(edges.c.source.in_(part), edges.c.target.is_not(None))
        if relations:
            asked = asked.where(edges.c.relation.in_(relations))
        for target in connection.execute(asked.order_by(edges.c.key)).scalars():
            if target not in reached and len(reached) >= nodes:
                cut = True
                break
            reached[target] = None
    known = several(connection, reached)
    return Net(list(known.values()), links_among(connection, known, relations=relations), cut=cut)


def timeline(net: Net) -> list[Moment]:
    """The works of a net by their days, those without one last, each with the links that go out from it."""
    links: dict[str, list[Link]] = {}
    for link in net.links:
        links.setdefault(link.source.address, []).append(link)
    ordered = sorted(net.works, key=lambda work: (_first_day(work.date), work.address))
    return [Moment(work.date, work, links.get(work.address, [])) for work in ordered]


def _first_day(date: str | None) -> str:
    span = edtf.span(date)
    return span.first if span else "9999-12-31"
