"""Tying records into the citation graph as they are saved, many at a time.

Citations point at claims and claims at works, so that a document which comes later changes a few claims, not the
many citations that made them.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from sqlalchemy import Connection, bindparam, delete, exists, insert, select, update

from vanban.record import Citation, Record, Relation
from vanban.store.graph.identity import Claim, cell_of, claims, national
from vanban.store.graph.portions import chunks
from vanban.store.graph.resolving import resolve
from vanban.store.schema import citations, documents, edges, watches
from vanban.store.schema import claims as claim_table
from vanban.store.terms import plain

SETTLED: Final = 64
"""Citations after which what most of them say of a document's type and title is settled."""

_CHANGING: Final = frozenset({"amends", "replaces", "repeals", "corrects"})
_SAID: Final = ("number", "issuer", "type", "title")
_CELL = update(documents).where(documents.c.key == bindparam("this")).values(cell=bindparam("to"))
_COUNTED = update(claim_table).where(claim_table.c.key == bindparam("this"))


@dataclass(frozen=True, slots=True)
class Tied:
    """A record under its key, with the key of each citation's claim.

    ``cell`` and ``claims`` are what it belonged to and said before a newer extraction of it.
    """

    key: int
    record: Record
    meant: list[int | None]
    cell: str | None = None
    claims: Sequence[int] = ()


@dataclass(slots=True)
class Remembered:
    """The claims of some records by record, and those of them that are new."""

    meant: list[list[int | None]]
    fresh: set[int] = field(default_factory=set)


def remember(connection: Connection, records: Sequence[Record]) -> Remembered:
    """The key of the claim that each citation of each record makes; equal sayings are one claim."""
    said = [claims(record) for record in records]
    wanted = {claim.identity: claim for some in said for claim in some if claim}
    keys: dict[str, int] = {}
    for part in chunks(sorted(wanted.keys())):
        asked = select(claim_table.c.identity, claim_table.c.key).where(claim_table.c.identity.in_(part))
        keys |= {row.identity: row.key for row in connection.execute(asked)}
    new = [wanted[identity] for identity in sorted(wanted.keys() - keys.keys())]
    fresh: set[int] = set()
    if new:
        made = insert(claim_table).returning(claim_table.c.key, sort_by_parameter_order=True)
        made_keys = connection.execute(made, [_row(claim) for claim in new]).scalars().all()
        keys |= {claim.identity: key for claim, key in zip(new, made_keys, strict=True)}
        fresh = set(made_keys)
        watching = [
            {"claim": keys[claim.identity], "watched": watched}
            for claim in new
            for watched in dict.fromkeys(claim.watches)
        ]
        if watching:
            connection.execute(insert(watches), watching)
    return Remembered([[keys[claim.identity] if claim else None for claim in some] for some in said], fresh)


def tie(connection: Connection, tied: Sequence[Tied], *, fresh: Iterable[int] = ()) -> None:
    """Give documents their works and their edges; their citations are written already."""
    cells = {item.key: cell_of(item.record) for item in tied}
    connection.execute(_CELL, [{"this": key, "to": cell} for key, cell in cells.items()])
    changed = {*cells.values(), *(item.cell for item in tied if item.cell)}
    now = {key for item in tied for key in item.meant if key is not None}
    before = {key for item in tied for key in item.claims}
    changed |= _forget(connection, before - now) | _count(connection, now | before)
    resolve(connection, changed, fresh=fresh)
    _draw(connection, tied, now)


def link_all(connection: Connection, waiting: Iterable[tuple[int, Record]]) -> None:
    """Tie in documents that were stored before there was a graph."""
    some = list(waiting)
    known = remember(connection, [record for _, record in some])
    for (key, _), meant in zip(some, known.meant, strict=True):
        told = [{"this": key, "at": at, "to": claim} for at, claim in enumerate(meant) if claim is not None]
        place = (citations.c.document == bindparam("this")) & (citations.c.item == bindparam("at"))
        if told:
            connection.execute(update(citations).where(place).values(claim=bindparam("to")), told)
    made = zip(some, known.meant, strict=True)
    tie(connection, [Tied(key, record, meant) for (key, record), meant in made], fresh=known.fresh)


def scope_of(citation: Citation) -> str:
    """Whether what a citation says is of the whole document or a part of it."""
    if citation.scope:
        return citation.scope
    return "part" if (citation.pinpoint or citation.pinpoints) and citation.relation in _CHANGING else "whole"


def _row(claim: Claim) -> dict[str, Any]:
    return {
        "identity": claim.identity, "group_key": claim.group, "cell": claim.cell, "number": claim.number,
        "date": claim.date, "issuer": claim.issuer, "type": claim.type, "title": claim.title, "seat": claim.seat,
        "near": "/".join(claim.near) or None, "certain": claim.certain, "seen": 0, "outcome": "ambiguous",
    }  # fmt: skip


def _forget(connection: Connection, keys: Iterable[int]) -> set[str]:
    """Drop claims that nobody makes any more; returns the cells that lost one."""
    cells: set[str] = set()
    for part in chunks(sorted(keys)):
        made = exists().where(citations.c.claim == claim_table.c.key)
        asked = select(claim_table.c.key, claim_table.c.cell).where(claim_table.c.key.in_(part), ~made)
        left = connection.execute(asked).all()
        cells |= {row.cell for row in left}
        gone = [row.key for row in left]
        connection.execute(delete(watches).where(watches.c.claim.in_(gone)))
        connection.execute(delete(claim_table).where(claim_table.c.key.in_(gone)))
    return cells


def _count(connection: Connection, keys: Iterable[int]) -> set[str]:
    """Count anew what most citations of claims say that few make; returns the cells that this changes."""
    cells: set[str] = set()
    for part in chunks(sorted(keys)):
        few = {
            row.key: row
            for row in connection.execute(
                select(claim_table).where(claim_table.c.key.in_(part), claim_table.c.seen < SETTLED)
            )
        }
        if not few:
            continue
        seen, said = Counter[int](), defaultdict[tuple[int, str], Counter[str]](Counter)
        columns = (citations.c[name] for name in _SAID)
        for claim, *values in connection.execute(select(citations.c.claim, *columns).where(citations.c.claim.in_(few))):
            seen[claim] += 1
            for name, value in zip(_SAID, values, strict=True):
                if value and (name != "issuer" or _may_say(few[claim], value)):
                    said[claim, name][value] += 1
        rows = []
        for key, row in few.items():
            told = {name: _most(said[key, name]) or getattr(row, name) for name in _SAID}
            if row.seen != seen[key] or any(getattr(row, name) != value for name, value in told.items()):
                rows.append({"this": key, "seen": seen[key], **told})
                cells.add(row.cell)
        if rows:
            connection.execute(_COUNTED, rows)
    return cells


def _may_say(claim: Any, issuer: str) -> bool:
    """A number of the whole country has the issuer that most tell; any other claim is of one issuer, however spelt."""
    return national(claim.group_key) or plain(issuer) == plain(claim.issuer or "")


def _most(counted: Counter[str]) -> str | None:
    return max(counted, key=lambda value: (counted[value], value), default=None)


def _draw(connection: Connection, tied: Sequence[Tied], now: Iterable[int]) -> None:
    """Write the edges of documents: what they do to others, and what they state of two that they cite."""
    works: dict[int, int | None] = {}
    for part in chunks(sorted(now)):
        asked = select(claim_table.c.key, claim_table.c.work).where(claim_table.c.key.in_(part))
        works |= {row.key: row.work for row in connection.execute(asked)}
    own: dict[int, int | None] = {}
    for part in chunks([item.key for item in tied]):
        asked = select(documents.c.key, documents.c.work).where(documents.c.key.in_(part))
        own |= {row.key: row.work for row in connection.execute(asked)}
    rows = []
    for item in tied:
        for (origin, claim, relation, scope), times in _edges(item).items():
            source = own[item.key] if origin is None else works[origin]
            if origin is not None and source is not None and source == works[claim]:
                continue
            rows.append(
                {
                    "document": item.key, "source": source, "source_claim": origin, "claim": claim,
                    "target": works[claim], "relation": relation, "scope": scope, "times": times,
                }
            )  # fmt: skip
    if rows:
        connection.execute(insert(edges), rows)


def _edges(item: Tied) -> Counter[tuple[int | None, int, Relation, str]]:
    found = Counter[tuple[int | None, int, Relation, str]]()
    for citation, claim in zip(item.record.citations, item.meant, strict=True):
        if claim is not None:
            found[None, claim, citation.relation, scope_of(citation)] += 1
    for told in item.record.statements:
        if not (0 <= told.source < len(item.meant) and 0 <= told.target < len(item.meant)):
            continue
        source, target = item.meant[told.source], item.meant[told.target]
        if source is not None and target is not None and source != target:
            found[source, target, told.relation, told.scope] += 1
    return found
