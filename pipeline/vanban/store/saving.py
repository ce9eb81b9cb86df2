"""Putting records in: what is new, what is known, what a newer extraction replaces."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal

from sqlalchemy import Connection, Table, bindparam, delete, insert, select, update

from vanban.record import Record
from vanban.store import fetching, rows
from vanban.store.fulltext import Forms, checksum
from vanban.store.graph import linking
from vanban.store.graph.linking import Tied
from vanban.store.indexes import index_of
from vanban.store.schema import DERIVED, citations, documents, originals, places

_KNOWN = select(documents.c.key, documents.c.content, documents.c.indexed).where(documents.c.id == bindparam("id"))
_NEW = insert(documents).returning(documents.c.key)
_INSERT = {table: insert(table) for table in (*DERIVED, places, originals)}
_INDEXED = update(documents).where(documents.c.key == bindparam("this")).values(indexed=bindparam("indexed"))
_PLACE = select(places.c.key).where(places.c.document == bindparam("key"), places.c.place == bindparam("place"))
_ORIGINAL = select(originals.c.key).where(
    originals.c.document == bindparam("key"), originals.c.path == bindparam("path")
)

LINKED = 200
"""Documents tied into the graph at a time after the migration that made it."""

State = Literal["created", "unchanged", "updated"]


@dataclass(frozen=True, slots=True)
class Added:
    """What became of a record: its id, and whether it was new, known as it is, or replaced an older extraction."""

    id: str
    state: State


@dataclass(frozen=True, slots=True)
class Prepared:
    """A record with all that is to be written of it, worked out before the store is locked."""

    record: Record
    place: str
    original: str | None
    document: rows.Row
    derived: dict[Table, list[rows.Row]]
    forms: Forms


def prepare(record: Record, place: str, original: str | None) -> Prepared:
    """Work out the rows and the index words of a record; ``original`` is the path of its kept copy."""
    record = rows.as_stored(record)
    return Prepared(record, place, original, rows.document(record), rows.derived(record), rows.forms(record))


def save(connection: Connection, batch: Sequence[Prepared]) -> list[Added]:
    """Write records, in the caller's transaction. The same content a second time changes nothing but its places."""
    added: list[Added] = []
    waiting: dict[str, _Waiting] = {}
    for new in batch:
        if new.record.id in waiting:
            _write(connection, list(waiting.values()))
            waiting.clear()
        known = connection.execute(_KNOWN, {"id": new.record.id}).first()
        state: State = "created" if known is None else "updated"
        if known is None:
            now = _now()
            row = {**new.document, "added_at": now, "updated_at": now}
            key = int(connection.execute(_NEW, row).scalar_one())
            waiting[new.record.id] = _Waiting(key, new)
        elif known.content == new.document["content"]:
            key, state = known.key, "unchanged"
        else:
            key = known.key
            waiting[new.record.id] = _replace(connection, key, known.indexed, new)
        if state == "created" or not connection.execute(_PLACE, {"key": key, "place": new.place}).first():
            connection.execute(_INSERT[places], {"document": key, "place": new.place, "seen_at": _now()})
        if new.original and not connection.execute(_ORIGINAL, {"key": key, "path": new.original}).first():
            connection.execute(_INSERT[originals], {"document": key, "path": new.original})
        added.append(Added(new.record.id, state))
    _write(connection, list(waiting.values()))
    return added


def index_all(connection: Connection) -> None:
    """Index every document that is not indexed yet: after a migration that made the index anew."""
    waiting = connection.execute(select(documents.c.key).where(documents.c.indexed.is_(None))).scalars().all()
    for key in waiting:
        _index(connection, key, rows.forms(fetching.stored(connection, key)))


def link_all(connection: Connection) -> None:
    """Tie in every document that the graph does not know yet: after the migration that made the graph."""
    waiting = connection.execute(select(documents.c.key).where(documents.c.work.is_(None))).scalars().all()
    for at in range(0, len(waiting), LINKED):
        records = [(key, fetching.stored(connection, key)) for key in waiting[at : at + LINKED]]
        for key, record in records:
            for item in range(len(record.citations)):
                place = (citations.c.document == key) & (citations.c.item == item)
                connection.execute(update(citations).where(place).values(**rows.citation_place(record, item)))
        linking.link_all(connection, records)


@dataclass(frozen=True, slots=True)
class _Waiting:
    """A record whose document has its row, and the rest is to be written; what it was in the graph before."""

    key: int
    new: Prepared
    cell: str | None = None
    claims: Sequence[int] = ()


def _replace(connection: Connection, key: int, indexed: int | None, new: Prepared) -> _Waiting:
    cell = connection.execute(select(documents.c.cell).where(documents.c.key == key)).scalar()
    asked = select(citations.c.claim).where(citations.c.document == key, citations.c.claim.is_not(None)).distinct()
    claims = connection.execute(asked).scalars().all()
    _unindex(connection, key, indexed)
    for table in DERIVED:
        connection.execute(delete(table).where(table.c.document == key))
    values = {**new.document, "updated_at": _now()}
    connection.execute(update(documents).where(documents.c.key == key).values(values))
    return _Waiting(key, new, cell, claims)


def _write(connection: Connection, waiting: Sequence[_Waiting]) -> None:
    """Write what is made from records, a table at a time, and tie them into the graph."""
    if not waiting:
        return
    known = linking.remember(connection, [item.new.record for item in waiting])
    derived: dict[Table, list[rows.Row]] = {table: [] for table in DERIVED}
    for item, meant in zip(waiting, known.meant, strict=True):
        told = item.new.derived
        claims = {citations: [{"claim": claim} for claim in meant]}
        for table, items in told.items():
            extra = claims.get(table) or [{}] * len(items)
            derived[table] += [{"document": item.key, **row, **more} for row, more in zip(items, extra, strict=True)]
    for table, items in derived.items():
        if items:
            connection.execute(_INSERT[table], items)
    made = zip(waiting, known.meant, strict=True)
    tied = [Tied(item.key, item.new.record, meant, item.cell, item.claims) for item, meant in made]
    linking.tie(connection, tied, fresh=known.fresh)
    for item in waiting:
        _index(connection, item.key, item.new.forms)


def _index(connection: Connection, key: int, forms: Forms) -> None:
    index_of(connection).put(connection, key, forms)
    connection.execute(_INDEXED, {"this": key, "indexed": checksum(forms)})


def _unindex(connection: Connection, key: int, indexed: int | None) -> None:
    index = index_of(connection)
    if index.take(connection, key, rows.forms(fetching.stored(connection, key)), indexed):
        return
    # Words are made otherwise than when this was indexed (a newer vanban): the whole index is made anew.
    index.clear(connection)
    connection.execute(update(documents).values(indexed=None))
    connection.execute(_INDEXED, {"this": key, "indexed": 0})
    index_all(connection)


def _now() -> str:
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
