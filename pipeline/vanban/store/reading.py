"""Getting records out: by id, by the beginning of an id, by number; and all of them, a few at a time."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sqlalchemy import ColumnElement, Connection, select

from vanban.errors import RecordAmbiguous, RecordUnknown
from vanban.record import Record
from vanban.store.citing import with_targets
from vanban.store.schema import documents, pages
from vanban.store.terms import number_key

_ID = re.compile(r"(?:sha256:)?([0-9a-f]{6,64})\Z", re.IGNORECASE)

MOST_CHOICES = 10
"""How many records an ambiguous name lists."""


def key_of(connection: Connection, name: str) -> int:
    """The key of the one record that an id, a unique beginning of one (6 digits or more) or a number means.

    Raises :class:`~vanban.errors.RecordUnknown`, or :class:`~vanban.errors.RecordAmbiguous` with the choices.
    """
    conditions: list[ColumnElement[bool]] = []
    if match := _ID.match(name.strip()):
        conditions.append(documents.c.id.startswith(f"sha256:{match[1].lower()}", autoescape=True))
    if key := number_key(name):
        conditions.append(documents.c.number_key == key)
    for condition in conditions:
        columns = (documents.c.key, documents.c.id, documents.c.number, documents.c.date, documents.c.issuer)
        found = connection.execute(select(*columns).where(condition).limit(MOST_CHOICES + 1)).all()
        if len(found) == 1:
            return int(found[0].key)
        if found:
            more = ["…"] if len(found) > MOST_CHOICES else []
            told = [" ".join(filter(None, (f.id[:19], f.number, f.date, f.issuer))) for f in found[:MOST_CHOICES]]
            raise RecordAmbiguous(id=name, choices="; ".join([*told, *more]), ids=[f.id for f in found[:MOST_CHOICES]])
    raise RecordUnknown(id=name)


def stored(connection: Connection, key: int) -> Record:
    """The record as it was stored, with its pages."""
    text = connection.execute(select(documents.c.record).where(documents.c.key == key)).scalar_one()
    record = Record.model_validate_json(text)
    found = select(pages.c.text).where(pages.c.document == key).order_by(pages.c.page)
    record.pages = list(connection.execute(found).scalars())
    return record


def resolved(connection: Connection, key: int) -> Record:
    """The record with its pages, and with the targets of the citations whose documents are here."""
    return with_targets(connection, key, stored(connection, key))


def several(connection: Connection, keys: Sequence[int]) -> Iterator[Record]:
    """Records in the order of their keys, without pages."""
    for key in keys:
        text = connection.execute(select(documents.c.record).where(documents.c.key == key)).scalar_one()
        yield with_targets(connection, key, Record.model_validate_json(text))
