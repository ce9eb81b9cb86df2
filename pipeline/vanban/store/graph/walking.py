"""Walks over the graph: all that rests on a document, what lies around it, and the paths between two.

Every walk has a depth and a number of nodes at which it stops, and says so.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import BindParameter, Connection, Select, bindparam, select

from vanban.store.graph.answers import Net, Work
from vanban.store.graph.naming import several
from vanban.store.graph.neighbours import links_among
from vanban.store.graph.portions import chunks
from vanban.store.schema import edges

_ROWS = 4
"""Links that one statement reads for each work that a walk may gather."""


_AT_ONCE = 256
"""Links that are fetched at a time."""

_PART: BindParameter[Any] = bindparam("part", expanding=True)
_MOST = bindparam("most", type_=edges.c.key.type)
_OUT = select(edges.c.source, edges.c.target).where(edges.c.source.in_(_PART)).limit(_MOST)
_BACK = select(edges.c.target, edges.c.source).where(edges.c.target.in_(_PART)).limit(_MOST)
_BOTH = (_OUT, _BACK)


@dataclass(frozen=True, slots=True)
class Caps:
    """Where a walk stops: steps from its start, and works that it gathers."""

    depth: int
    nodes: int


def resting_on(connection: Connection, work: Work, caps: Caps, *, relations: Sequence[str] = ("basis",)) -> Net:
    """Everything that rests on a work: what has it as its basis, what has that as its basis, and so on."""
    return _walk(connection, work, caps, relations, (_BACK,))


def around(connection: Connection, work: Work, caps: Caps, *, relations: Sequence[str] = ()) -> Net:
    """What lies within ``caps.depth`` steps of a work, citing or cited."""
    return _walk(connection, work, caps, relations, _BOTH)


def path(connection: Connection, one: Work, other: Work, caps: Caps) -> Net:
    """A shortest chain of links from one work to another, whichever way each link points; none: no links.

    Both ends are walked from in turn, the smaller first.
    """
    sides = ({one.key: one.key}, {other.key: other.key})
    frontiers = [[one.key], [other.key]]
    cut = False
    for _ in range(caps.depth):
        if met := sides[0].keys() & sides[1].keys():
            return _net(connection, _chain(sides, min(met)), cut=False)
        side = 0 if len(sides[0]) <= len(sides[1]) else 1
        side = side if frontiers[side] else 1 - side
        frontiers[side], full = _step(connection, frontiers[side], sides[side], caps.nodes, (), _BOTH)
        cut = cut or full
    met = sides[0].keys() & sides[1].keys()
    if met:
        return _net(connection, _chain(sides, min(met)), cut=False)
    return Net([one, other], [], cut=cut or any(frontiers))


def _walk(connection: Connection, work: Work, caps: Caps, relations: Sequence[str], ways: Sequence[Select[Any]]) -> Net:
    """The works within some steps. Step by step, since one recursive statement reads all that cite a work at once."""
    reached, frontier, cut = {work.key: work.key}, [work.key], False
    for _ in range(caps.depth):
        frontier, cut = _step(connection, frontier, reached, caps.nodes, relations, ways)
        if cut or not frontier:
            break
    else:
        cut = bool(_step(connection, frontier, dict(reached), len(reached) + 1, relations, ways)[0])
    return _net(connection, list(reached), cut=cut, relations=relations)


def _step(
    connection: Connection,
    frontier: Sequence[int],
    reached: dict[int, int],
    most: int,
    relations: Sequence[str],
    ways: Sequence[Select[Any]],
) -> tuple[list[int], bool]:
    """Reach every neighbour of a frontier, each with the node it was reached from; whether a cap stopped it."""
    new: list[int] = []
    for part in chunks(frontier):
        for asked in ways:
            if relations:
                asked = asked.where(edges.c.relation.in_(relations))
            rows, read = connection.execute(asked, {"part": part, "most": _ROWS * most + 1}), 0
            for some in rows.partitions(_AT_ONCE):
                read += len(some)
                for near, far in some:
                    if far is None or far in reached:
                        continue
                    if len(reached) >= most:
                        rows.close()
                        return new, True
                    reached[far] = near
                    new.append(far)
            if read > _ROWS * most:
                return new, True
    return new, False


def _chain(sides: tuple[dict[int, int], dict[int, int]], met: int) -> list[int]:
    """The nodes from one end over where the two walks met to the other end."""
    halves = []
    for side in sides:
        half = [met]
        while side[half[-1]] != half[-1]:
            half.append(side[half[-1]])
        halves.append(half)
    return [*reversed(halves[0]), *halves[1][1:]]


def _net(connection: Connection, keys: Sequence[int], *, cut: bool, relations: Sequence[str] = ()) -> Net:
    known = several(connection, keys)
    return Net(list(known.values()), links_among(connection, known, relations=relations), cut=cut)
