"""Cells of the graph as the store keeps them: read whole, gathered into works, and what changed written back.

A cell is small, whatever the store holds: one number in one place. Claims that tell no place or no number watch
the works that they may mean, and are resolved again when one of those changes.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from vanban.store import edtf
from vanban.store.graph import addresses
from vanban.store.graph.candidates import CROWD, crowded, meant
from vanban.store.graph.clusters import Cluster, Gathered, Holder, Saying, gather, whole
from vanban.store.graph.identity import is_law, keys_of, named, national, serial_of, weak
from vanban.store.graph.portions import chunks
from vanban.store.graph.seats import seat
from vanban.store.schema import claims, documents, edges, watches, works
from vanban.store.terms import plain

Row = dict[str, Any]

_HOLDER = (
    documents.c.cell, documents.c.key, documents.c.id, documents.c.number, documents.c.date, documents.c.issuer,
    documents.c.issuer_parent, documents.c.type_name, documents.c.subject, documents.c.work,
)  # fmt: skip
SAYING: Final = (
    claims.c.key, claims.c.identity, claims.c.group_key, claims.c.cell, claims.c.number, claims.c.date,
    claims.c.issuer, claims.c.type, claims.c.title, claims.c.seat, claims.c.near, claims.c.certain, claims.c.seen,
    claims.c.outcome, claims.c.work,
)  # fmt: skip
"""The columns of a :class:`~vanban.store.graph.clusters.Saying`."""

_CLAIM = update(claims).where(claims.c.key == bindparam("this"))
_WORK = update(works).where(works.c.key == bindparam("this"))
_DOCUMENT = update(documents).where(documents.c.key == bindparam("this")).values(work=bindparam("meant"))
_TARGET = update(edges).where(edges.c.claim == bindparam("this")).values(target=bindparam("meant"))
_SOURCE = update(edges).where(edges.c.source_claim == bindparam("this")).values(source=bindparam("meant"))
_OWN = (
    update(edges)
    .where(edges.c.document == bindparam("this"), edges.c.source_claim.is_(None))
    .values(source=bindparam("meant"))
)

_RETIRED: Final = {"cell": "", "group_key": "~", "serial": None, "date_first": None, "law_key": None, "seat": None}


def resolve(connection: Connection, cells: Iterable[str], *, fresh: Iterable[int] = ()) -> None:
    """Find anew which documents and claims of each cell are one, and keep it; those that depend on them follow.

    ``fresh`` are claims that no edge has yet.
    """
    run = _Run(connection, frozenset(fresh))
    first = {cell for cell in cells if not dependent(cell)}
    run.settle(sorted(first))
    run.retire()
    later = {cell for cell in cells if dependent(cell)} | run.watching()
    run.settle(sorted(later))
    run.drop()


def dependent(cell: str) -> bool:
    """Whether the claims of a cell may mean works of other cells."""
    return "@~" in cell or weak(group_of_cell(cell))


def group_of_cell(cell: str) -> str:
    """The number, or what stands for it, of a cell."""
    return cell.partition("@")[0]


@dataclass(slots=True)
class _Run:
    """One resolution: what moved where, whose watchers are to follow, and which works are left without members."""

    connection: Connection
    fresh: frozenset[int]
    moved: dict[int, Counter[int]] = field(default_factory=lambda: defaultdict(Counter))
    doomed: set[int] = field(default_factory=set)
    touched: set[str] = field(default_factory=set)
    made: Counter[str] = field(default_factory=Counter)

    def settle(self, cells: Sequence[str]) -> None:
        """Resolve cells, many in a statement."""
        for part in chunks(cells):
            held, said, known = _holders(self.connection, part), self._sayings(part), self._works(part)
            changes = _Changes()
            for cell in part:
                self._cell(cell, held[cell], said[cell], known[cell], changes)
            self._write(changes)

    def _cell(
        self, cell: str, held: list[Holder], said: list[Saying], known: dict[int, Row], changes: _Changes
    ) -> None:
        found = self._gather(cell, held, said)
        kept: set[int] = set()
        for cluster in found.clusters:
            if cluster.fixed is not None:
                changes.homes.append((cluster, cluster.fixed))
                continue
            former = next((key for key in cluster.former if key in known and key not in kept), None)
            row = _row(cluster, cell)
            if former is None:
                self._touch(row, new=True)
                changes.new.append((cluster, row))
                continue
            kept.add(former)
            changes.homes.append((cluster, former))
            if any(known[former][name] != value for name, value in row.items()):
                self._touch(known[former])
                self._touch(row)
                changes.altered.append((former, cluster, row, known[former]["address"]))
        for key in known.keys() - kept:
            self._touch(known[key])
            self.doomed.add(key)
        changes.outcomes |= found.outcomes
        changes.sayings += said

    def _gather(self, cell: str, held: list[Holder], said: list[Saying]) -> Gathered:
        if national(cell):
            return whole(cell, held, said)
        if not dependent(cell):
            return gather(held, said)
        elsewhere: dict[int, Cluster] = {}
        outcomes, left = {}, []
        for saying in said:
            other = meant(self.connection, saying)
            if other.outcome is None:
                left.append(saying)
                continue
            outcomes[saying.key] = other.outcome
            if (work := other.work) and work.fixed is not None:
                elsewhere.setdefault(work.fixed, work).sayings.append(saying)
        own = gather((), left)
        return Gathered([*elsewhere.values(), *own.clusters], {**outcomes, **own.outcomes})

    def _touch(self, row: Row, *, new: bool = False) -> None:
        if row["group_key"].startswith("~"):
            return
        place = row["cell"].partition("@")[2] or row["seat"]
        keys = keys_of(
            group=row["group_key"], number=row["number"], type=row["type"], date=row["date"], title=row["title"],
            place=place,
        )  # fmt: skip
        self.touched |= keys
        if new:
            self.made.update(keys)

    def watching(self) -> set[str]:
        """The cells of claims that watch what changed; keys that were crowded before and are still tell nothing."""
        keys: list[str] = []
        for part in chunks(sorted(self.touched)):
            watched = select(watches.c.watched).where(watches.c.watched.in_(part)).distinct()
            keys += self.connection.execute(watched).scalars().all()
        found: set[str] = set()
        for part in chunks([key for key in keys if self._tells(key)]):
            of_claims = select(claims.c.cell).join(watches, watches.c.claim == claims.c.key)
            found.update(self.connection.execute(of_claims.where(watches.c.watched.in_(part))).scalars())
        return found

    def _tells(self, key: str) -> bool:
        if "@" in key or named(key):
            return True
        many = crowded(self.connection, key)
        return many <= CROWD or many - self.made[key] <= CROWD

    def _write(self, changes: _Changes) -> None:
        for former, cluster, row, address in changes.altered:
            better = addresses.better(self.connection, cluster, row["cell"], former, address)
            self.connection.execute(_WORK.values(**row, address=better), {"this": former})
        if changes.new:
            given = addresses.several(self.connection, [(cluster, row["cell"]) for cluster, row in changes.new])
            rows = [{**row, "address": address} for (_, row), address in zip(changes.new, given, strict=True)]
            asked = insert(works).returning(works.c.key, sort_by_parameter_order=True)
            keys = self.connection.execute(asked, rows).scalars().all()
            addresses.give(self.connection, zip(keys, given, (row["cell"] for row in rows), strict=True))
            changes.homes += [(cluster, key) for (cluster, _), key in zip(changes.new, keys, strict=True)]
        self._point(changes)

    def _point(self, changes: _Changes) -> None:
        """Let documents and claims lead to their works, and the edges with them."""
        home = {saying.key: key for cluster, key in changes.homes for saying in cluster.sayings}
        told, again = [], []
        for saying in changes.sayings:
            work, outcome = home.get(saying.key), changes.outcomes[saying.key]
            if (work, outcome) == (saying.work, saying.outcome):
                continue
            told.append({"this": saying.key, "work": work, "outcome": outcome})
            if work != saying.work and saying.key not in self.fresh:
                again.append({"this": saying.key, "meant": work})
            self._move(saying.work, work)
        own = []
        for cluster, key in changes.homes:
            for holder in cluster.documents:
                if holder.work != key:
                    own.append({"this": holder.key, "meant": key})
                    self._move(holder.work, key)
        if told:
            self.connection.execute(_CLAIM, told)
        for asked, rows in ((_TARGET, again), (_SOURCE, again), (_DOCUMENT, own), (_OWN, own)):
            if rows:
                self.connection.execute(asked, rows)

    def _move(self, one: int | None, other: int | None) -> None:
        if one is not None and other is not None:
            self.moved[one][other] += 1

    def retire(self) -> None:
        """Let nobody find the works that are none any more."""
        for part in chunks(sorted(self.doomed)):
            self.connection.execute(update(works).where(works.c.key.in_(part)).values(**_RETIRED))

    def drop(self) -> None:
        """Take out the works that are none any more; their addresses lead to where most of their members went."""
        for part in chunks(sorted(self.doomed)):
            for key in part:
                heirs = self.moved.get(key)
                heir = min(heirs, key=lambda other: (-heirs[other], other)) if heirs else None
                addresses.hand_over(self.connection, key, heir if heir not in self.doomed else None)
            self.connection.execute(update(documents).where(documents.c.work.in_(part)).values(work=None))
            self.connection.execute(delete(works).where(works.c.key.in_(part)))

    def _sayings(self, cells: Sequence[str]) -> dict[str, list[Saying]]:
        found: dict[str, list[Saying]] = defaultdict(list)
        for row in self.connection.execute(select(*SAYING).where(claims.c.cell.in_(cells)).order_by(claims.c.key)):
            found[row.cell].append(Saying(*tuple(row)))
        return found

    def _works(self, cells: Sequence[str]) -> dict[str, dict[int, Row]]:
        found: dict[str, dict[int, Row]] = defaultdict(dict)
        for row in self.connection.execute(select(works).where(works.c.cell.in_(cells))):
            found[row.cell][row.key] = row._asdict()
        return found


@dataclass(slots=True)
class _Changes:
    """What some cells came to: works new and altered, the home of each cluster, the outcome of each claim."""

    new: list[tuple[Cluster, Row]] = field(default_factory=list)
    altered: list[tuple[int, Cluster, Row, str]] = field(default_factory=list)
    homes: list[tuple[Cluster, int]] = field(default_factory=list)
    outcomes: dict[int, Any] = field(default_factory=dict)
    sayings: list[Saying] = field(default_factory=list)


def _holders(connection: Connection, cells: Sequence[str]) -> dict[str, list[Holder]]:
    found: dict[str, list[Holder]] = defaultdict(list)
    for cell, *rest in connection.execute(select(*_HOLDER).where(documents.c.cell.in_(cells))):
        found[cell].append(Holder(*rest))
    return found


def _row(cluster: Cluster, cell: str) -> Row:
    strong = not dependent(cell)
    span = edtf.span(cluster.date)
    law = strong and is_law(cluster.type) and cluster.title
    place = cell.partition("@")[2] or seat(cluster.issuer, ())
    group = group_of_cell(cell)
    return {
        "cell": cell,
        "group_key": group if strong else f"~{group}",
        "number": cluster.number,
        "serial": serial_of(cluster.number) if strong else None,
        "date": cluster.date,
        "date_first": span.first if span and strong else None,
        "issuer": cluster.issuer,
        "type": cluster.type,
        "title": cluster.title,
        "law_key": f"{plain(cluster.type or '')}:{plain(cluster.title or '')}" if law else None,
        "seat": place if strong else None,
        "present": bool(cluster.documents),
    }
