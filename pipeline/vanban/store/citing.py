"""Which stored document a citation means: by its number, where date and issuer do not speak against it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, fields

from sqlalchemy import Connection, bindparam, select

from vanban.record import Citation, Record
from vanban.store import edtf
from vanban.store.schema import citations, documents
from vanban.store.terms import number_key, plain


@dataclass(frozen=True, slots=True)
class _Holder:
    """A stored document that bears a number."""

    key: int
    id: str
    number_key: str | None
    date: str | None
    issuer: str | None
    issuer_parent: str | None
    jurisdiction: str | None


_HOLDER = tuple(documents.c[field.name] for field in fields(_Holder))
_HOLDERS = select(*_HOLDER).where(documents.c.number_key.in_(bindparam("numbers", expanding=True)))

MOST_NUMBERS = 500
"""Numbers asked for at a time."""


def set_targets(connection: Connection, records: Mapping[int, Record]) -> None:
    """Set ``target`` on each citation that means one stored document, and no other; records by their keys."""
    cited = {item.number for record in records.values() for item in record.citations if item.number}
    known = _holders(connection, set(map(number_key, cited)))
    for key, record in records.items():
        for citation in record.citations:
            citation.target = _target(citation, known, key)


def citing(connection: Connection, key: int) -> list[str]:
    """Ids of the records whose citations mean this document, in the order they were added."""
    wanted = connection.execute(select(*_HOLDER).where(documents.c.key == key)).one()
    if not wanted.number_key:
        return []
    known = _holders(connection, {wanted.number_key})
    found = connection.execute(
        select(
            documents.c.key, documents.c.id, citations.c.text, citations.c.number, citations.c.date, citations.c.issuer
        )
        .join(citations, citations.c.document == documents.c.key)
        .where(citations.c.number_key == wanted.number_key)
        .order_by(documents.c.key)
    )
    ids: dict[str, None] = {}
    for row in found:
        citation = Citation(text=row.text, number=row.number, date=row.date, issuer=row.issuer)
        if _target(citation, known, row.key) == wanted.id:
            ids[row.id] = None
    return list(ids)


_Known = dict[str | None, list[_Holder]]


def _holders(connection: Connection, numbers: set[str]) -> _Known:
    known: _Known = defaultdict(list)
    wanted = sorted(numbers)
    for at in range(0, len(wanted), MOST_NUMBERS):
        for row in connection.execute(_HOLDERS, {"numbers": wanted[at : at + MOST_NUMBERS]}):
            known[row.number_key].append(_Holder(*row))
    return known


def _target(citation: Citation, known: _Known, citing_key: int) -> str | None:
    if not citation.number:
        return None
    holders = known.get(number_key(citation.number), [])
    ids = [holder.id for holder in holders if holder.key != citing_key and _fits(citation, holder)]
    return ids[0] if len(ids) == 1 else None


def _fits(citation: Citation, holder: _Holder) -> bool:
    cited, issued = edtf.span(citation.date), edtf.span(holder.date)
    if cited and issued and not cited.overlaps(issued):
        return False
    names = [plain(name) for name in (holder.issuer, holder.issuer_parent, holder.jurisdiction) if name]
    if not citation.issuer or not names:
        return True
    wanted = plain(citation.issuer)
    # "Ủy ban nhân dân tỉnh" and "Ủy ban nhân dân tỉnh Kon Tum" may well be one.
    return any(wanted in name or name in wanted for name in names)
