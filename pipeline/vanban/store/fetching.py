"""Getting records out: by id, by the beginning of an id, by number; and all of them, a few at a time."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sqlalchemy import ColumnElement, Connection, bindparam, select

from vanban.errors import RecordAmbiguous, RecordUnknown
from vanban.messages import Worded
from vanban.record import Record
from vanban.store.citing import set_targets
from vanban.store.schema import addresses, documents, pages, records, works
from vanban.store.terms import number_key

_ID = re.compile(r"(?:sha256:)?([0-9a-f]{6,64})\Z", re.IGNORECASE)

_RECORD = select(records.c.json).where(records.c.document == bindparam("key"))
_PAGES = select(pages.c.text).where(pages.c.document == bindparam("key")).order_by(pages.c.page)
_SEVERAL = (
    select(records.c.document, records.c.json)
    .where(records.c.document.in_(bindparam("keys", expanding=True)))
    .order_by(records.c.document)
)

_CHOICE = (
    documents.c.key,
    documents.c.id,
    documents.c.issuer,
    select(works.c.address).where(works.c.key == documents.c.work).scalar_subquery().label("address"),
)

MOST_CHOICES = 10
"""How many records an ambiguous name lists."""


def key_of(connection: Connection, name: str) -> int:
    """The key of the one record that an id, a unique beginning of one (6 digits or more), a number or an address means.

    Raises :class:`~vanban.errors.RecordUnknown`, or :class:`~vanban.errors.RecordAmbiguous` with the choices.
    """
    conditions: list[ColumnElement[bool]] = []
    if match := _ID.match(name.strip()):
        conditions.append(documents.c.id.startswith(f"sha256:{match[1].lower()}", autoescape=True))
    if key := number_key(name):
        conditions.append(documents.c.number_key == key)
    work = select(addresses.c.work).where(addresses.c.address == name.strip().casefold())
    conditions.append(documents.c.work == work.scalar_subquery())
    for condition in conditions:
        found = connection.execute(select(*_CHOICE).where(condition).limit(MOST_CHOICES + 1)).all()
        if len(found) == 1:
            return int(found[0].key)
        if found:
            more = ["…"] if len(found) > MOST_CHOICES else []
            told = ["  ".join(filter(None, (f.id[:19], f.address, f.issuer))) for f in found[:MOST_CHOICES]]
            raise RecordAmbiguous(id=name, choices=[*told, *more], ids=[f.id for f in found[:MOST_CHOICES]])
    raise RecordUnknown(id=name, near=_near(connection, key))


def _near(connection: Connection, key: str) -> Worded | str:
    """The numbers that go on where a bare serial (``12``) ends, in words; nothing where there is none."""
    if not key.isdigit():
        return ""
    goes_on = documents.c.number_key.startswith(f"{key}/")
    asked = select(documents.c.number).where(goes_on).distinct().order_by(documents.c.number).limit(MOST_CHOICES)
    numbers = ", ".join(connection.execute(asked).scalars())
    return Worded("reason.record_near", numbers=numbers) if numbers else ""


def stored(connection: Connection, key: int) -> Record:
    """The record as it was stored, with its pages."""
    record = Record.model_validate_json(connection.execute(_RECORD, {"key": key}).scalar_one())
    record.pages = list(connection.execute(_PAGES, {"key": key}).scalars())
    return record


def resolved(connection: Connection, key: int) -> Record:
    """The record with its pages, and with the targets of the citations whose documents are here."""
    record = stored(connection, key)
    set_targets(connection, {key: record})
    return record


def several(connection: Connection, keys: Sequence[int]) -> list[Record]:
    """Records in the order of their keys, without pages."""
    found = {key: Record.model_validate_json(text) for key, text in connection.execute(_SEVERAL, {"keys": keys})}
    set_targets(connection, found)
    return list(found.values())
