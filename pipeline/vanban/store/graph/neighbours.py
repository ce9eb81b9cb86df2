"""What a document cites and is cited by: each link with its relation, how often, where and in which sentence."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any, Literal

from sqlalchemy import Connection, bindparam, select

from vanban.store.graph.answers import Link, Net, Work
from vanban.store.graph.naming import several
from vanban.store.graph.portions import chunks
from vanban.store.schema import citations, documents, edges, pages

Direction = Literal["cites", "cited_by"]

_COLUMNS = (
    edges.c.key, edges.c.source, edges.c.target, edges.c.relation, edges.c.scope, edges.c.times, edges.c.document,
    edges.c.claim,
)  # fmt: skip
_PLACES = (
    select(citations.c.pinpoint, citations.c.page, citations.c.start, citations.c.end)
    .where(
        citations.c.document == bindparam("document"),
        citations.c.claim == bindparam("claim"),
        citations.c.relation == bindparam("relation"),
    )
    .order_by(citations.c.item)
)
_PAGE = select(pages.c.text).where(pages.c.document == bindparam("document"), pages.c.page == bindparam("page"))
_BREAK = re.compile(r"\n\s*\n|[.;:]\s+(?=[A-ZĐÀ-Ỹ\d“\"-])|[.;]\s*\n|\n(?=\s*[-+•]\s)")

MOST_SENTENCE = 400
"""Characters of a sentence that are shown."""


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
    """The links out of (``cites``) or into (``cited_by``) a work, the newest first; ``relations`` keeps some kinds."""
    near, far = (edges.c.source, edges.c.target) if direction == "cites" else (edges.c.target, edges.c.source)
    asked = select(*_COLUMNS).where(near == work.key, far.is_not(None), far != work.key)
    if relations:
        asked = asked.where(edges.c.relation.in_(relations))
    order = edges.c.key if direction == "cites" else edges.c.key.desc()
    rows = connection.execute(asked.order_by(order).limit(limit + 1).offset(offset)).all()
    links = _links(connection, rows[:limit], sentences=sentences)
    ends = {link.target if direction == "cites" else link.source: None for link in links}
    return Net([work, *ends], links, cut=len(rows) > limit)


def links_among(connection: Connection, known: Mapping[int, Work], *, relations: Sequence[str] = ()) -> list[Link]:
    """The links between works of a set, without their sentences."""
    rows: list[Any] = []
    for part in chunks(list(known)):
        asked = select(*_COLUMNS).where(edges.c.source.in_(part), edges.c.target != edges.c.source)
        if relations:
            asked = asked.where(edges.c.relation.in_(relations))
        rows += [row for row in connection.execute(asked) if row.target in known]
    return _links(connection, rows, sentences=False)


def _links(connection: Connection, rows: Sequence[Any], *, sentences: bool) -> list[Link]:
    known = several(connection, [key for row in rows for key in (row.source, row.target)])
    stating = _stating(connection, [row.document for row in rows])
    links = []
    for row in rows:
        pinpoints, page, sentence = _where(connection, row) if sentences else ([], None, None)
        links.append(
            Link(
                known[row.source],
                known[row.target],
                row.relation,
                row.scope,
                row.times,
                stating[row.document],
                pinpoints,
                sentence,
                page,
            )
        )
    return links


def _stating(connection: Connection, keys: Sequence[int]) -> dict[int, str]:
    asked = select(documents.c.key, documents.c.work).where(documents.c.key.in_(set(keys)))
    owners = {row.key: row.work for row in connection.execute(asked)}
    known = several(connection, owners.values())
    return {key: known[work].address for key, work in owners.items()}


def _where(connection: Connection, row: Any) -> tuple[list[dict[str, str]], int | None, str | None]:
    asked = {"document": row.document, "claim": row.claim, "relation": row.relation}
    places = connection.execute(_PLACES, asked).all()
    pinpoints = [part for place in places if place.pinpoint for part in json.loads(place.pinpoint)]
    first = next((place for place in places if place.page is not None), None)
    if first is None:
        return pinpoints, None, None
    text = connection.execute(_PAGE, {"document": row.document, "page": first.page}).scalar() or ""
    return pinpoints, first.page, sentence_of(text, first.start, first.end)


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
