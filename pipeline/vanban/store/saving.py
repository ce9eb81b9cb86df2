"""Putting records in: what is new, what is known, what a newer extraction replaces."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal

from sqlalchemy import Connection, Table, bindparam, delete, insert, select, update

from vanban.record import Record
from vanban.store import fetching, rows
from vanban.store.fulltext import Forms, checksum
from vanban.store.graph import linking
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


def save(connection: Connection, new: Prepared) -> Added:
    """Write a record, in the caller's transaction. The same content a second time changes nothing but its places."""
    known = connection.execute(_KNOWN, {"id": new.record.id}).first()
    state: State
    if known is None:
        key, state = _create(connection, new), "created"
    elif known.content == new.document["content"]:
        key, state = known.key, "unchanged"
    else:
        key, state = known.key, "updated"
        _replace(connection, key, known.indexed, new)
    if state == "created" or not connection.execute(_PLACE, {"key": key, "place": new.place}).first():
        connection.execute(_INSERT[places], {"document": key, "place": new.place, "seen_at": _now()})
    if new.original and not connection.execute(_ORIGINAL, {"key": key, "path": new.original}).first():
        connection.execute(_INSERT[originals], {"document": key, "path": new.original})
    return Added(new.record.id, state)


def index_all(connection: Connection) -> None:
    """Index every document that is not indexed yet: after a migration that made the index anew."""
    waiting = connection.execute(select(documents.c.key).where(documents.c.indexed.is_(None))).scalars().all()
    for key in waiting:
        _index(connection, key, rows.forms(fetching.stored(connection, key)))


def link_all(connection: Connection) -> None:
    """Tie in every document that the graph does not know yet: after the migration that made the graph."""
    waiting = connection.execute(select(documents.c.key).where(documents.c.work.is_(None))).scalars().all()
    for key in waiting:
        record = fetching.stored(connection, key)
        for item, claim in enumerate(linking.link(connection, key, record)):
            place = (citations.c.document == key) & (citations.c.item == item)
            connection.execute(update(citations).where(place).values(claim=claim, **rows.citation_place(record, item)))


def _create(connection: Connection, new: Prepared) -> int:
    now = _now()
    row = {**new.document, "added_at": now, "updated_at": now}
    key = int(connection.execute(_NEW, row).scalar_one())
    _write_derived(connection, key, new)
    return key


def _replace(connection: Connection, key: int, indexed: int | None, new: Prepared) -> None:
    former = linking.group_of_record(fetching.stored(connection, key))
    asked = select(citations.c.claim).where(citations.c.document == key, citations.c.claim.is_not(None)).distinct()
    claims = connection.execute(asked).scalars().all()
    _unindex(connection, key, indexed)
    for table in DERIVED:
        connection.execute(delete(table).where(table.c.document == key))
    values = {**new.document, "updated_at": _now()}
    connection.execute(update(documents).where(documents.c.key == key).values(values))
    _write_derived(connection, key, new, former=former)
    linking.forget(connection, claims)


def _write_derived(connection: Connection, key: int, new: Prepared, *, former: str | None = None) -> None:
    meant = linking.link(connection, key, new.record, former=former)
    for row, claim in zip(new.derived[citations], meant, strict=True):
        row["claim"] = claim
    for table, items in new.derived.items():
        if items:
            connection.execute(_INSERT[table], [{"document": key, **item} for item in items])
    _index(connection, key, new.forms)


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
