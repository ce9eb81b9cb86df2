"""A group of the graph as the store keeps it: read whole, gathered into works, and what changed written back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from vanban.store import edtf
from vanban.store.graph import addresses
from vanban.store.graph.clusters import Cluster, Holder, Outcome, Saying, gather
from vanban.store.graph.identity import group_of, is_law, serial_of, weak, weak_groups
from vanban.store.schema import claims, documents, edges, works

Row = dict[str, Any]

_NUMBERED = documents.c.number_key == bindparam("wanted")
_ITSELF = documents.c.id == bindparam("wanted")
_HOLDER = (
    documents.c.key, documents.c.number, documents.c.date, documents.c.issuer, documents.c.issuer_parent,
    documents.c.jurisdiction, documents.c.type_name, documents.c.subject, documents.c.work,
)  # fmt: skip
_SAYING = (
    claims.c.key, claims.c.number, claims.c.date, claims.c.issuer, claims.c.type, claims.c.title, claims.c.area,
    claims.c.outcome, claims.c.work,
)  # fmt: skip
_SAYINGS = select(*_SAYING).where(claims.c.group_key == bindparam("wanted")).order_by(claims.c.key)
_WORKS = select(works).where(works.c.group_key == bindparam("wanted"))


def resolve(connection: Connection, groups: Iterable[str]) -> None:
    """Find anew which documents and claims of each group are one, and keep it; weaker groups follow."""
    later: set[str] = set()
    for group in sorted(groups, key=lambda group: (weak(group), group)):
        if weak(group):
            later.add(group)
        else:
            later |= _resolve(connection, group, [])
    for group in sorted(later):
        _resolve(connection, group, list(_candidates(connection, group)))


def _resolve(connection: Connection, group: str, known: list[Cluster]) -> set[str]:
    """Resolve one group; returns the weaker groups that may mean its works."""
    sayings = [Saying(*row) for row in connection.execute(_SAYINGS, {"wanted": group})]
    if weak(group) and not sayings:
        return set()
    clusters, outcomes = gather(group, _holders(connection, group), sayings, known)
    existing = {row.key: row._asdict() for row in connection.execute(_WORKS, {"wanted": group})}
    followers: set[str] = set()
    kept: dict[int, Cluster] = {}
    for cluster in clusters:
        if cluster.fixed is not None:
            kept[cluster.fixed] = cluster
            continue
        former = next((key for key in cluster.former if key in existing and key not in kept), None)
        row = _row(cluster, group)
        if former is None or any(existing[former][name] != value for name, value in row.items()):
            followers |= set(
                weak_groups(number=cluster.number, type=cluster.type, date=cluster.date, title=cluster.title)
            )
        kept[_keep(connection, former, row, cluster, group)] = cluster
    _point(connection, kept, sayings, outcomes)
    for key in existing.keys() - kept.keys():
        _drop(connection, key, kept)
    return followers if not weak(group) else set()


def _holders(connection: Connection, group: str) -> list[Holder]:
    if weak(group):
        return []
    itself = group.startswith("id:")
    asked = select(*_HOLDER).where(_ITSELF if itself else _NUMBERED).order_by(documents.c.key)
    return [Holder(*row) for row in connection.execute(asked, {"wanted": group.removeprefix("id:")})]


def _candidates(connection: Connection, group: str) -> Iterable[Cluster]:
    """The works of other groups that a weak group's sayings may mean."""
    said, _, date = group.rpartition("|")
    if ":" in said:
        asked = select(works).where(works.c.law_key == group)
    elif said[:1].isdigit():
        asked = select(works).where(works.c.serial == said, works.c.date == date)
    else:
        asked = select(works).where(works.c.date_first == date)
    for row in connection.execute(asked.where(works.c.group_key != group).order_by(works.c.key)):
        if said[:1].isdigit() or ":" in said or group_of(number=None, type=row.type, date=row.date) == group:
            yield Cluster(
                row.number, row.date, row.issuer, row.type, row.title, [row.area] if row.area else [],
                [row.issuer] if row.issuer else [], fixed=row.key,
            )  # fmt: skip


def _row(cluster: Cluster, group: str) -> Row:
    span = edtf.span(cluster.date)
    law = is_law(cluster.type) and cluster.title
    return {
        "group_key": group,
        "number": cluster.number,
        "serial": serial_of(cluster.number),
        "date": cluster.date,
        "date_first": span.first if span else None,
        "issuer": cluster.issuer,
        "type": cluster.type,
        "title": cluster.title,
        "law_key": group_of(number=None, type=cluster.type, date=cluster.date, title=cluster.title) if law else None,
        "area": cluster.areas[0] if cluster.areas else None,
        "present": bool(cluster.documents),
    }


def _keep(connection: Connection, former: int | None, row: Row, cluster: Cluster, group: str) -> int:
    choices = addresses.wanted(cluster, group)
    if former is None:
        address = addresses.free(connection, choices)
        asked = insert(works).values(**row, address=address).returning(works.c.key)
        former = int(connection.execute(asked).scalar_one())
        addresses.give(connection, former, address)
        return former
    address = addresses.free(connection, choices, owner=former)
    addresses.give(connection, former, address)
    connection.execute(update(works).where(works.c.key == former).values(**row, address=address))
    return former


def _point(
    connection: Connection, kept: dict[int, Cluster], sayings: list[Saying], outcomes: dict[int, Outcome]
) -> None:
    """Let documents and claims lead to their works, and the edges with them."""
    meant = {saying.key: key for key, cluster in kept.items() for saying in cluster.sayings}
    for saying in sayings:
        work, outcome = meant.get(saying.key), outcomes[saying.key]
        if (work, outcome) == (saying.work, saying.outcome):
            continue
        connection.execute(update(claims).where(claims.c.key == saying.key).values(work=work, outcome=outcome))
        if work != saying.work:
            connection.execute(update(edges).where(edges.c.claim == saying.key).values(target=work))
            connection.execute(update(edges).where(edges.c.source_claim == saying.key).values(source=work))
    for key, cluster in kept.items():
        for holder in cluster.documents:
            if holder.work != key:
                connection.execute(update(documents).where(documents.c.key == holder.key).values(work=key))
                own = (edges.c.document == holder.key) & edges.c.source_claim.is_(None)
                connection.execute(update(edges).where(own).values(source=key))


def _drop(connection: Connection, key: int, kept: dict[int, Cluster]) -> None:
    """Take out a work that is none any more; its addresses lead to where most of its members went."""
    heirs = Counter[int]()
    for work, cluster in kept.items():
        heirs[work] += [m.work for m in cluster.documents].count(key) + [m.work for m in cluster.sayings].count(key)
    heir, members = next(iter(heirs.most_common(1)), (key, 0))
    if members:
        addresses.hand_over(connection, key, heir)
    connection.execute(delete(works).where(works.c.key == key))
