"""The work that a person names: by address, number (with a date where needed), a law's name, or a record's id."""

from __future__ import annotations

import re
from collections.abc import Iterable

from sqlalchemy import Connection, bindparam, select

from vanban.errors import RecordAmbiguous
from vanban.store import edtf
from vanban.store.graph.answers import Work
from vanban.store.graph.near import unknown
from vanban.store.graph.portions import chunks
from vanban.store.schema import addresses, documents, works
from vanban.store.terms import number_key, plain

MOST_CHOICES = 10
"""How many works an ambiguous name lists."""

_COLUMNS = (
    works.c.address, works.c.number, works.c.date, works.c.issuer, works.c.type, works.c.title, works.c.present,
    works.c.key,
)  # fmt: skip
_ADDRESS = select(addresses.c.work).where(addresses.c.address == bindparam("wanted"))
_GROUP = select(*_COLUMNS).order_by(works.c.present.desc(), works.c.date.desc(), works.c.key)
_SEVERAL = select(*_COLUMNS).where(works.c.key.in_(bindparam("keys", expanding=True)))
_ID = re.compile(r"(?:sha256:)?([0-9a-f]{6,64})\Z", re.IGNORECASE)

_LAW = re.compile(r"(?P<type>bo luat|luat|phap lenh)\s+(?P<title>.+?)(?:\s+(?:nam\s+)?(?P<year>\d{4}))?\Z")

_MOST_OF_A_NUMBER = 200
"""Works of one number or name that are looked through for a date."""


def find(connection: Connection, name: str, *, date: str | None = None) -> Work:
    """The one work that a name means; ``date`` (EDTF or as people type it) tells documents of one number apart.

    Raises :class:`~vanban.errors.RecordUnknown`, or :class:`~vanban.errors.RecordAmbiguous` with the addresses.
    """
    key = connection.execute(_ADDRESS, {"wanted": name.strip().casefold()}).scalar()
    if key is not None:
        return several(connection, [key])[key]
    wanted = edtf.typed(date) if date else None
    found = _numbered(connection, number_key(name), wanted) or _called(connection, name, wanted)
    if not found and (match := _ID.match(name.strip())):
        asked = select(documents.c.work).where(
            documents.c.id.startswith(f"sha256:{match[1].lower()}", autoescape=True), documents.c.work.is_not(None)
        )
        keys = connection.execute(asked.distinct().limit(MOST_CHOICES + 1)).scalars().all()
        found = list(several(connection, keys).values())
    if len(found) == 1:
        return found[0]
    if not found:
        raise unknown(connection, name)
    shown = ["  ".join(filter(None, (f.address, f.issuer))) for f in found[:MOST_CHOICES]]
    more = ["…"] if len(found) > MOST_CHOICES else []
    raise RecordAmbiguous(id=name, choices=[*shown, *more], ids=[f.address for f in found[:MOST_CHOICES]])


def _numbered(connection: Connection, number: str, wanted: edtf.Span | None) -> list[Work]:
    """The works of a number, those that are here first; of a time alone."""
    asked = _GROUP.where(works.c.group_key.in_([number, f"~{number}"]))
    if wanted is None:
        return [Work(*row) for row in connection.execute(asked.limit(MOST_CHOICES + 1))]
    asked = asked.where(works.c.date >= wanted.first[:4], works.c.date < f"{int(wanted.last[:4]) + 1:04d}")
    found = [Work(*row) for row in connection.execute(asked.limit(_MOST_OF_A_NUMBER))]
    return [work for work in found if (span := edtf.span(work.date)) and span.overlaps(wanted)]


def _called(connection: Connection, name: str, wanted: edtf.Span | None) -> list[Work]:
    """The laws of a name, ``Luật Đất đai 2024``: of the year named, of a time alone."""
    match = _LAW.match(plain(name))
    if match is None:
        return []
    asked = _GROUP.where(works.c.law_key == f"{match['type']}:{match['title']}").limit(_MOST_OF_A_NUMBER)
    found = [Work(*row) for row in connection.execute(asked)]
    spans = [span for span in (wanted, edtf.span(match["year"])) if span]
    return [work for work in found if all((its := edtf.span(work.date)) and its.overlaps(span) for span in spans)]


def several(connection: Connection, keys: Iterable[int]) -> dict[int, Work]:
    """Works by their keys, in the order asked for."""
    wanted = list(dict.fromkeys(keys))
    found: dict[int, Work] = {}
    for part in chunks(wanted):
        for row in connection.execute(_SEVERAL, {"keys": part}).all():
            work = Work(*row)
            found[work.key] = work
    return {key: found[key] for key in wanted if key in found}
