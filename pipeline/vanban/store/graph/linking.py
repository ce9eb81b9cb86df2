"""Tying a record into the citation graph as it is saved, and a group anew when something in it changes.

Citations point at claims and claims at works, so that a document which comes later changes a few claims, not the
many citations that made them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from sqlalchemy import Connection, bindparam, delete, insert, select

from vanban.record import Citation, Record
from vanban.store.graph.groups import resolve
from vanban.store.graph.identity import Claim, claims, group_of
from vanban.store.schema import citations, documents, edges
from vanban.store.schema import claims as claim_table

_CLAIM = select(claim_table.c.key).where(claim_table.c.identity == bindparam("wanted"))
_MEANT = select(claim_table.c.work).where(claim_table.c.key == bindparam("this"))
_CHANGING = frozenset({"amends", "replaces", "repeals", "corrects"})


def group_of_record(record: Record) -> str:
    """The group of a stored document: its number, or itself where it has none."""
    number = record.number.canonical
    return group_of(number=number, type=None, date=None) or f"id:{record.id}"


def link(connection: Connection, key: int, record: Record, *, former: str | None = None) -> list[int | None]:
    """Give a document its work and its edges; returns the key of each citation's claim.

    ``former`` is the group that the document belonged to before a newer extraction of it.
    """
    said = claims(record)
    keys: dict[str, int] = {}
    changed = {group_of_record(record), former or group_of_record(record)}
    for claim in filter(None, said):
        known = keys.get(claim.identity) or connection.execute(_CLAIM, {"wanted": claim.identity}).scalar()
        if known is None:
            known = _remember(connection, claim)
            changed.add(claim.group)
        keys[claim.identity] = known
    resolve(connection, changed)
    meant = [keys[claim.identity] if claim else None for claim in said]
    _draw(connection, key, record.citations, meant)
    return meant


def forget(connection: Connection, keys: Iterable[int]) -> None:
    """Drop claims that nobody makes any more, and what was known by them alone."""
    wanted = sorted(keys)
    used = select(citations.c.claim).where(citations.c.claim.in_(wanted))
    kept = set(connection.execute(used).scalars())
    left = [key for key in wanted if key not in kept]
    if left:
        groups = connection.execute(select(claim_table.c.group_key).where(claim_table.c.key.in_(left))).scalars().all()
        connection.execute(delete(claim_table).where(claim_table.c.key.in_(left)))
        resolve(connection, set(groups))


def _remember(connection: Connection, claim: Claim) -> int:
    row = {
        "identity": claim.identity, "group_key": claim.group, "number": claim.number, "date": claim.date,
        "issuer": claim.issuer, "type": claim.type, "title": claim.title, "area": claim.area, "outcome": "ambiguous",
    }  # fmt: skip
    return int(connection.execute(insert(claim_table).values(row).returning(claim_table.c.key)).scalar_one())


def _draw(connection: Connection, key: int, cited: list[Citation], meant: list[int | None]) -> None:
    source = connection.execute(select(documents.c.work).where(documents.c.key == key)).scalar()
    counted = Counter(
        (claim, item.relation, scope_of(item)) for item, claim in zip(cited, meant, strict=True) if claim is not None
    )
    rows = [
        {
            "document": key, "source": source, "claim": claim, "relation": relation, "scope": scope, "times": times,
            "target": connection.execute(_MEANT, {"this": claim}).scalar(),
        }
        for (claim, relation, scope), times in counted.items()
    ]  # fmt: skip
    if rows:
        connection.execute(insert(edges), rows)


def scope_of(citation: Citation) -> str:
    """Whether what a citation says is of the whole document or a part of it."""
    return "part" if citation.pinpoint and citation.relation in _CHANGING else "whole"
