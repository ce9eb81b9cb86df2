"""Search: the hits of a query in order of rank or date, with passages, and counts by type, issuer, year, place."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any, Literal

from sqlalchemy import ColumnElement, Connection, FromClause, Select, case, func, literal, select, union_all

from vanban.errors import UsageError
from vanban.messages import Worded
from vanban.store.conditions import Plan, plan
from vanban.store.indexes import index_of
from vanban.store.query import parse
from vanban.store.schema import documents, pages, works
from vanban.store.snippets import Highlighter, Passage

Sort = Literal["rank", "date"]

FACETS = {
    "type": documents.c.type_name,
    "issuer": documents.c.issuer,
    "year": documents.c.year,
    "place": documents.c.place,
}
"""What the matches are counted by."""

MOST_FACETS = 50
"""Values that a facet lists, the most frequent first."""

MOST_PHRASES = 32
"""Words and phrases that are looked for in a passage."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A document found. ``rank`` counts from 1 over all pages of results; the higher the ``score``, the better.

    ``page`` is the page of the snippet, ``None`` when the snippet is the subject; ``address`` is stable.
    """

    id: str
    rank: int
    score: float
    number: str | None
    date: str | None
    type: str | None
    issuer: str | None
    subject: str | None
    snippet: str
    page: int | None
    address: str | None = None


@dataclass(frozen=True, slots=True)
class Results:
    """``total`` counts all matches, ``facets`` too: ``{"type": [("Kế hoạch", 12), …], …}``; ``took`` in seconds."""

    hits: list[Hit]
    total: int
    facets: dict[str, list[tuple[str, int]]]
    took: float

    def to_json(self) -> dict[str, Any]:
        """The same as plain dicts and lists."""
        facets = {
            name: [{"value": value, "count": count} for value, count in values] for name, values in self.facets.items()
        }
        hits = [asdict(hit) for hit in self.hits]
        return {"hits": hits, "total": self.total, "facets": facets, "took": self.took}


def search(
    connection: Connection, query: str, *, limit: int, offset: int, sort: Sort, marks: tuple[str, str]
) -> Results:
    """See :meth:`vanban.store.Store.search`."""
    began = time.perf_counter()
    if limit < 0 or offset < 0 or sort not in ("rank", "date"):
        raise UsageError(reason=Worded("reason.search_arguments"))
    asked = plan(parse(query), index_of(connection))
    total, facets = _facets(connection, asked)
    hits = list(_hits(connection, asked, limit, offset, sort, marks)) if limit and total > offset else []
    return Results(hits, total, facets, time.perf_counter() - began)


def matching_keys(connection: Connection, query: str | None) -> list[int]:
    """The keys of the documents that a query finds (all without one), in the order they were added."""
    asked = plan(parse(query or ""), index_of(connection))
    return list(connection.execute(_from(asked, documents.c.key).order_by(documents.c.key)).scalars())


def count(connection: Connection, query: str | None) -> int:
    """How many documents a query finds."""
    return int(connection.execute(_from(plan(parse(query or ""), index_of(connection)), func.count())).scalar_one())


def _from(asked: Plan, *columns: ColumnElement[Any]) -> Select[Any]:
    return select(*columns).select_from(documents).where(asked.condition, asked.words)


def _facets(connection: Connection, asked: Plan) -> tuple[int, dict[str, list[tuple[str, int]]]]:
    found = _from(asked, *(column.label(name) for name, column in FACETS.items())).cte("found")
    counted = func.count().label("count")
    totals = select(literal("total").label("facet"), literal("").label("value"), counted).select_from(found)
    groups = [
        select(literal(name), found.c[name], counted).where(found.c[name].is_not(None)).group_by(found.c[name])
        for name in FACETS
    ]
    total, facets = 0, {name: list[tuple[str, int]]() for name in FACETS}
    for facet, value, number in connection.execute(union_all(totals, *groups)):
        if facet == "total":
            total = number
        else:
            facets[facet].append((value, number))
    for name, values in facets.items():
        values.sort(key=lambda item: (-item[1], item[0]))
        facets[name] = values[:MOST_FACETS]
    return total, facets


def _hits(
    connection: Connection, asked: Plan, limit: int, offset: int, sort: Sort, marks: tuple[str, str]
) -> Iterator[Hit]:
    score: ColumnElement[Any] = literal(0.0)
    source: FromClause = documents
    if asked.hits is not None:
        score, source = asked.hits.c.score, documents.join(asked.hits, asked.hits.c.key == documents.c.key)
    shown = (
        documents.c.key,
        documents.c.id,
        documents.c.number,
        documents.c.date,
        documents.c.type_name,
        documents.c.issuer,
        documents.c.subject,
        score.label("score"),
        select(works.c.address).where(works.c.key == documents.c.work).scalar_subquery().label("address"),
    )
    newest = (documents.c.date_first.is_(None), documents.c.date_first.desc(), documents.c.key.desc())
    order: tuple[ColumnElement[Any], ...] = newest
    if sort == "rank":
        named = case((documents.c.number_key.in_(asked.numbers), 0), else_=1)
        order = (named, score.desc(), *newest)
    chosen = select(*shown).select_from(source).where(asked.condition)
    found = connection.execute(chosen.order_by(*order).limit(limit).offset(offset)).all()
    highlighter = Highlighter(asked.phrases[:MOST_PHRASES], marks)
    for rank, row in enumerate(found, offset + 1):
        passage = _passage(connection, row.key, row.subject, highlighter)
        yield Hit(
            id=row.id,
            rank=rank,
            score=row.score,
            number=row.number,
            date=row.date,
            type=row.type_name,
            issuer=row.issuer,
            subject=row.subject,
            snippet=passage.text,
            page=passage.page,
            address=row.address,
        )


def _passage(connection: Connection, key: int, subject: str | None, highlighter: Highlighter) -> Passage:
    if highlighter.phrases:
        texts = connection.execute(select(pages.c.text).where(pages.c.document == key).order_by(pages.c.page))
        if found := highlighter.best(texts.scalars().all()):
            return found
    return Passage(highlighter.whole(subject or ""), None)
