"""The one address of every known document: its number and its date, as ELI addresses are made.

``30-2020-nd-cp_2020-03-05``; the issuer follows where two documents share both. An address once given goes on
to mean its document when a better one (the date becomes known) takes its place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sqlalchemy import Connection, bindparam, insert, select, update

from vanban.language.text import fold
from vanban.store.graph.clusters import Cluster
from vanban.store.schema import addresses
from vanban.store.terms import number_key

_UNFIT = re.compile(r"[^a-z0-9]+")
_TAKEN = select(addresses.c.work).where(addresses.c.address == bindparam("wanted"))


def wanted(cluster: Cluster, group: str) -> Iterator[str]:
    """Addresses for a work, the best first; without end."""
    if cluster.number:
        name = number_key(cluster.number)
    elif group.startswith("id:"):
        name = group.removeprefix("id:sha256:")[:16]
    else:
        name = " ".join(filter(None, (cluster.type, cluster.title)))
    parts = [slug(name)[:80].strip("-")]
    if cluster.date:
        parts.append(cluster.date.replace("/", "--"))
    yield "_".join(parts)
    for more in (cluster.issuer, cluster.areas[0] if cluster.areas else None):
        if more:
            parts.append(slug(more)[:60].strip("-"))
            yield "_".join(parts)
    at = 2
    while True:
        yield "_".join([*parts, str(at)])
        at += 1


def free(connection: Connection, choices: Iterator[str], *, owner: int | None = None) -> str:
    """The first of the choices that no other work than ``owner`` ever had."""
    return next(
        address
        for address in choices
        if connection.execute(_TAKEN, {"wanted": address}).scalar() in ((None, owner) if owner else (None,))
    )


def give(connection: Connection, work: int, address: str) -> None:
    """Let an address lead to a work for good."""
    if connection.execute(_TAKEN, {"wanted": address}).scalar() is None:
        connection.execute(insert(addresses).values(address=address, work=work))


def hand_over(connection: Connection, work: int, heir: int) -> None:
    """Let the addresses of a work that turned out to be another one lead there."""
    connection.execute(update(addresses).where(addresses.c.work == work).values(work=heir))


def slug(text: str) -> str:
    """A text as an address writes it: ``30/2020/NĐ-CP`` → ``30-2020-nd-cp``."""
    return _UNFIT.sub("-", fold(text)).strip("-")
