"""Which documents carry most: by rank over the bases of a result, by how often an absent one is cited, and by time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, func, select

from vanban.store.graph.answers import Work
from vanban.store.graph.naming import several
from vanban.store.graph.portions import chunks
from vanban.store.schema import edges, works


@dataclass(frozen=True, slots=True)
class Ranked:
    """A work with its weight: a rank (all ranks add up to 1), or the number of documents that cite it."""

    work: Work
    weight: float

    def to_json(self) -> dict[str, Any]:
        """The work with its weight as JSON."""
        return {**self.work.to_json(), "weight": self.weight}


def authorities(connection: Connection, keys: Sequence[int] | None, *, limit: int) -> list[Ranked]:
    """The most authoritative works by PageRank over the bases of documents (by their keys; ``None``: of them all)."""
    import rustworkx

    found: set[tuple[int, int]] = set()
    for part in [None] if keys is None else chunks(keys):
        asked = select(edges.c.source, edges.c.target).where(
            edges.c.relation == "basis", edges.c.target.is_not(None), edges.c.source != edges.c.target
        )
        if part is not None:
            asked = asked.where(edges.c.document.in_(part))
        found.update((row.source, row.target) for row in connection.execute(asked))
    members = sorted({key for pair in found for key in pair})
    at = {key: place for place, key in enumerate(members)}
    graph: rustworkx.PyDiGraph[int, None] = rustworkx.PyDiGraph()
    graph.add_nodes_from(members)
    graph.add_edges_from_no_data([(at[source], at[target]) for source, target in sorted(found)])
    ranks = dict(zip(members, rustworkx.pagerank(graph).values(), strict=True)) if members else {}
    best = sorted(ranks, key=lambda key: (-ranks[key], key))[:limit]
    known = several(connection, best)
    return [Ranked(known[key], ranks[key]) for key in best]


def missing(connection: Connection, *, limit: int) -> list[Ranked]:
    """The absent works that most documents cite: what an archive should look for next."""
    count = func.count(edges.c.document.distinct()).label("documents")
    asked = (
        select(edges.c.target, count)
        .join(works, works.c.key == edges.c.target)
        .where(works.c.present.is_(False))
        .group_by(edges.c.target)
        .order_by(count.desc(), edges.c.target)
        .limit(limit)
    )
    rows = connection.execute(asked).all()
    known = several(connection, [row.target for row in rows])
    return [Ranked(known[row.target], row.documents) for row in rows]
