"""The one address of every known document: its number and its date, as ELI addresses are made.

``30-2020-nd-cp_2020-03-05``; its place follows where two documents share both. An address once given goes on
to mean its document when a better one (the date becomes known) takes its place, and never means another.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence

from sqlalchemy import Connection, bindparam, insert, select, update

from vanban.language.text import fold
from vanban.store.graph.clusters import Cluster
from vanban.store.graph.portions import chunks
from vanban.store.schema import addresses
from vanban.store.terms import number_key

_UNFIT = re.compile(r"[^a-z0-9]+")
_TAKEN = select(addresses.c.address, addresses.c.work, addresses.c.cell).where(
    addresses.c.address.in_(bindparam("wanted", expanding=True))
)
_GIVE = insert(addresses)
_LONGEST_NAME = 80
_LONGEST_PLACE = 60


def wanted(cluster: Cluster, cell: str) -> Iterator[str]:
    """Addresses for a work, the best first; without end."""
    if cluster.number:
        name = number_key(cluster.number)
    elif cell.startswith("id:"):
        name = cell.removeprefix("id:sha256:")[:16]
    else:
        name = " ".join(filter(None, (cluster.type, cluster.title)))
    parts = [slug(name)[:_LONGEST_NAME].strip("-") or "van-ban"]
    if cluster.date:
        parts.append(cluster.date.replace("/", "--"))
    yield "_".join(parts)
    place = cell.partition("@")[2]
    if place and not place.startswith("sha256:"):
        parts.append(slug(place)[:_LONGEST_PLACE].strip("-") or "khong-ro")
        yield "_".join(parts)
    parts.append(hashlib.sha256(cell.encode()).hexdigest()[:8])
    yield "_".join(parts)
    at = 2
    while True:
        yield "_".join([*parts, str(at)])
        at += 1


def several(connection: Connection, made: Sequence[tuple[Cluster, str]]) -> list[str]:
    """A free address for each of some new works (with their cells)."""
    choices = [wanted(cluster, cell) for cluster, cell in made]
    best = [next(choice) for choice in choices]
    taken = _taken(connection, best)
    given: dict[str, None] = {}
    for (_, cell), address, others in zip(made, best, choices, strict=True):
        while address in given or not _may_have(taken.get(address), None, cell):
            address = next(others)
            taken |= _taken(connection, [address])
        given[address] = None
    return list(given)


def better(connection: Connection, cluster: Cluster, cell: str, work: int, address: str) -> str:
    """The best address that a work can have now; the one it has keeps leading to it."""
    for choice in wanted(cluster, cell):
        if choice == address:
            return address
        if _may_have(_taken(connection, [choice]).get(choice), work, cell):
            give(connection, [(work, choice, cell)])
            return choice
    raise AssertionError("addresses have no end")


def give(connection: Connection, given: Iterable[tuple[int, str, str]]) -> None:
    """Let addresses lead to their works for good."""
    rows = [{"work": work, "address": address, "cell": cell} for work, address, cell in given]
    kept = _taken(connection, [str(row["address"]) for row in rows])
    for row in rows:
        if row["address"] in kept:
            again = update(addresses).where(addresses.c.address == row["address"])
            connection.execute(again.values(work=row["work"], cell=row["cell"]))
    if new := [row for row in rows if row["address"] not in kept]:
        connection.execute(_GIVE, new)


def hand_over(connection: Connection, work: int, heir: int | None) -> None:
    """Let the addresses of a work that turned out to be another one lead there; without one they stay its own."""
    connection.execute(update(addresses).where(addresses.c.work == work).values(work=heir))


def slug(text: str) -> str:
    """A text as an address writes it: ``30/2020/NĐ-CP`` → ``30-2020-nd-cp``."""
    return _UNFIT.sub("-", fold(text)).strip("-")


def _may_have(taken: tuple[int | None, str] | None, work: int | None, cell: str) -> bool:
    """An address is free that nobody had, that is the work's own, or that a work of this cell left behind."""
    return taken is None or (work is not None and taken[0] == work) or (taken[0] is None and taken[1] == cell)


def _taken(connection: Connection, choices: Sequence[str]) -> dict[str, tuple[int | None, str]]:
    found: dict[str, tuple[int | None, str]] = {}
    for part in chunks(choices):
        found |= {row.address: (row.work, row.cell) for row in connection.execute(_TAKEN, {"wanted": list(part)})}
    return found
