"""What a document cites and is cited by: each link with its relation, how often, where and in which sentence."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from operator import itemgetter
from typing import Any, Final, Literal, get_args

from sqlalchemy import Connection, Select, and_, bindparam, case, func, null, select, union_all

from vanban.record import Relation
from vanban.store.graph.answers import Link, Net, Work
from vanban.store.graph.naming import several
from vanban.store.graph.portions import chunks
from vanban.store.schema import citations, claims, documents, edges, pages, works

Direction = Literal["cites", "cited_by"]

MOST_SENTENCE: Final = 400
"""Characters of a sentence that are shown."""

_COLUMNS = (
    edges.c.key, edges.c.source, edges.c.target, edges.c.relation, edges.c.scope, edges.c.times, edges.c.document,
    edges.c.claim, edges.c.source_claim,
)  # fmt: skip
_THIS = bindparam("work", type_=edges.c.target.type)
_OUT = select(*_COLUMNS).where(edges.c.source == _THIS, edges.c.target != _THIS).order_by(edges.c.key)
_AMONG = select(*(null().label("claim") if column is edges.c.claim else column for column in _COLUMNS)).where(
    edges.c.source.in_(bindparam("sources", expanding=True)),
    (edges.c.target + 0).in_(bindparam("targets", expanding=True)),  # no index on targets: many are cited very often
    edges.c.target != edges.c.source,
)
_BEGIN = case((citations.c.start > MOST_SENTENCE, citations.c.start - MOST_SENTENCE), else_=0)
_PLACES = (
    select(
        citations.c.document, citations.c.claim, citations.c.relation, citations.c.pinpoint, citations.c.page,
        citations.c.start, citations.c.end, _BEGIN.label("begin"),
        func.substr(pages.c.text, _BEGIN + 1, citations.c.end - _BEGIN + MOST_SENTENCE).label("near"),
    )
    .where(
        citations.c.document.in_(bindparam("documents", expanding=True)),
        citations.c.claim.in_(bindparam("claims", expanding=True)),
    )
    .outerjoin(pages, and_(pages.c.document == citations.c.document, pages.c.page == citations.c.page))
    .order_by(citations.c.document, citations.c.item)
)  # fmt: skip
_BREAK = re.compile(r"\n\s*\n|[.;:]\s+(?=[A-ZĐÀ-Ỹ\d“\"-])|[.;]\s*\n|\n(?=\s*[-+•]\s)")


@dataclass(slots=True)
class _Where:
    """Where in its document a link is said."""

    pinpoints: list[dict[str, str]] = field(default_factory=list)
    page: int | None = None
    sentence: str | None = None


_NOWHERE: Final = _Where()


def neighbours(
    connection: Connection,
    work: Work,
    direction: Direction,
    *,
    relations: Sequence[str] = (),
    limit: int,
    offset: int = 0,
    sentences: bool = True,
) -> Net:
    """The links out of a work in their order (``cites``), or into it, the newest first (``cited_by``).

    ``relations`` keeps some kinds; ``cut`` says that more follow.
    """
    if direction == "cites":
        asked = _OUT.where(edges.c.relation.in_(relations)) if relations else _OUT
    else:
        asked = _newest(tuple(dict.fromkeys(relations)) or get_args(Relation))
    given = {"work": work.key, "most": limit + offset + 1, "shown": limit + 1, "before": offset}
    rows = connection.execute(asked.limit(bindparam("shown")).offset(bindparam("before")), given).all()
    links = _links(connection, rows[:limit], sentences=sentences)
    ends = {link.target if direction == "cites" else link.source: None for link in links}
    return Net([work, *ends], links, cut=len(rows) > limit)


def links_among(connection: Connection, known: Mapping[int, Work], *, relations: Sequence[str] = ()) -> list[Link]:
    """The links between works of a set, without their sentences."""
    rows: list[Any] = []
    for part in chunks(list(known)):
        for others in chunks(list(known)):
            asked = _AMONG.where(edges.c.relation.in_(relations)) if relations else _AMONG
            rows += connection.execute(asked, {"sources": part, "targets": others}).all()
    rows.sort(key=itemgetter(0))
    return _links(connection, rows, sentences=False, known=known)


@lru_cache(maxsize=64)
def _newest(relations: tuple[str, ...]) -> Select[Any]:
    """The newest links into a work: those of each relation from its own range of the index, however many there are."""
    ranges = []
    for relation in relations:
        asked = select(edges.c.key).where(
            edges.c.target == _THIS, edges.c.relation == relation, edges.c.source != _THIS
        )
        ranges.append(select(asked.order_by(edges.c.key.desc()).limit(bindparam("most")).subquery().c.key))
    newest = union_all(*ranges).subquery()
    return select(*_COLUMNS).join(newest, newest.c.key == edges.c.key).order_by(edges.c.key.desc())


def _links(
    connection: Connection, rows: Sequence[Any], *, sentences: bool, known: Mapping[int, Work] | None = None
) -> list[Link]:
    known = known or several(connection, [key for row in rows for key in (row.source, row.target)])
    stating = _stating(connection, list({document for *_, document, _, origin in rows if origin is not None}))
    told = _told(connection, rows) if sentences else {}
    guessed = _guessed(connection, rows) if sentences else set()
    links = []
    for key, source, target, relation, scope, times, document, claim, source_claim in rows:
        where = told.get((document, claim, relation), _NOWHERE)
        one = known[source]
        stated_by = one.address if source_claim is None else stating[document]
        links.append(
            Link(
                one, known[target], relation, scope, times, stated_by, where.pinpoints, where.sentence, where.page,
                key not in guessed,
            )
        )  # fmt: skip
    return links


def _guessed(connection: Connection, rows: Sequence[Any]) -> set[int]:
    """The links, by key, that could mean another document too: none of the citing one's own seat is meant."""
    said = {key for row in rows for key in (row.claim, row.source_claim) if key is not None}
    unsure: set[int] = set()
    for part in chunks(list(said)):
        asked = select(claims.c.key).where(claims.c.key.in_(part), claims.c.outcome != "resolved")
        unsure.update(connection.execute(asked).scalars())
    doubted = [row for row in rows if not unsure.isdisjoint((row.claim, row.source_claim))]
    seats: dict[int, str | None] = {}
    for part in chunks(list({key for row in doubted for key in (row.source, row.target)})):
        asked_seats = select(works.c.key, works.c.seat).where(works.c.key.in_(part))
        seats |= {row.key: row.seat for row in connection.execute(asked_seats)}
    return {row.key for row in doubted if not seats[row.source] or seats[row.source] != seats[row.target]}


def _stating(connection: Connection, keys: Sequence[int]) -> dict[int, str]:
    """The addresses of documents that state what others do."""
    found: dict[int, str] = {}
    for part in chunks(keys):
        asked = select(documents.c.key, works.c.address).join(works, works.c.key == documents.c.work)
        found |= {row.key: row.address for row in connection.execute(asked.where(documents.c.key.in_(part)))}
    return found


def _told(connection: Connection, rows: Sequence[Any]) -> dict[tuple[int, int, str], _Where]:
    """Where each link is said, by document, claim and relation; what states one of two others has no relation."""
    found: dict[tuple[int, int, str], _Where] = defaultdict(_Where)
    wanted = {(row.document, row.claim) for row in rows}
    for part in chunks(sorted({document for document, _ in wanted})):
        of_part = sorted({claim for document, claim in wanted if part[0] <= document <= part[-1]})
        for row in connection.execute(_PLACES, {"documents": part, "claims": of_part}):
            if (row.document, row.claim) not in wanted:
                continue
            where = found[row.document, row.claim, row.relation]
            if row.pinpoint:
                where.pinpoints.extend(json.loads(row.pinpoint))
            if where.page is None and row.page is not None:
                where.page = row.page
                where.sentence = sentence_of(row.near or "", row.start - row.begin, row.end - row.begin)
    return found


def sentence_of(text: str, start: int, end: int) -> str:
    """The sentence or line around ``start`` to ``end`` of a page, in one line, at most :data:`MOST_SENTENCE` long."""
    before = [match.end() for match in _BREAK.finditer(text, max(0, start - MOST_SENTENCE), start)]
    after = _BREAK.search(text, end, end + MOST_SENTENCE)
    low = before[-1] if before else max(0, start - MOST_SENTENCE)
    high = after.start() + 1 if after else min(len(text), end + MOST_SENTENCE)
    told = " ".join(text[low:high].split())
    if len(told) <= MOST_SENTENCE:
        return told
    shown = max(0, min(start - low - 60, len(told) - MOST_SENTENCE))
    return "…" + told[shown : shown + MOST_SENTENCE].strip() + "…"
