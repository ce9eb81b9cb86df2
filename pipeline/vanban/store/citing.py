"""Which stored document a citation means, as the graph knows it (:mod:`vanban.store.graph`)."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import Connection, bindparam, select

from vanban.record import Record
from vanban.store.schema import citations, claims, documents, edges

_TARGETS = (
    select(citations.c.document, citations.c.item, documents.c.key, documents.c.id)
    .join(claims, claims.c.key == citations.c.claim)
    .join(documents, documents.c.work == claims.c.work)
    .where(citations.c.document.in_(bindparam("keys", expanding=True)))
    .order_by(citations.c.document, citations.c.item, documents.c.key.desc())
)


def set_targets(connection: Connection, records: Mapping[int, Record]) -> None:
    """Set ``target`` on each citation whose document the store holds: the first record of it; by their keys."""
    for record in records.values():
        for citation in record.citations:
            citation.target = None
    for citing_key, item, key, id_ in connection.execute(_TARGETS, {"keys": list(records)}):
        if key != citing_key:
            records[citing_key].citations[item].target = id_


def citing(connection: Connection, key: int) -> list[str]:
    """Ids of the records whose citations mean this document, in the order they were added."""
    work = select(documents.c.work).where(documents.c.key == key).scalar_subquery()
    asked = (
        select(documents.c.id)
        .join(edges, edges.c.document == documents.c.key)
        .where(edges.c.target == work, documents.c.key != key)
        .group_by(documents.c.key, documents.c.id)
        .order_by(documents.c.key)
    )
    return list(connection.execute(asked).scalars())
