"""What a claim that tells no place, or no number, may mean: works near the one who says it, then works anywhere.

A number that very many places use tells nothing by itself: beyond :data:`CROWD` works of one key none is taken, so
that a number like ``01/KH-UBND`` costs no more when ten thousand communes have one.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, func, select

from vanban.store.graph.clusters import Cluster, Outcome, Saying, fits
from vanban.store.graph.identity import full, named, weak
from vanban.store.schema import works
from vanban.store.terms import plain

CROWD: Final = 20
"""Works of one key beyond which the key alone tells nothing."""


@dataclass(frozen=True, slots=True)
class Known:
    """A work of another cell, and whether its document is here."""

    work: Cluster
    present: bool


@dataclass(frozen=True, slots=True)
class Meant:
    """The works that a claim fits, and what follows: no outcome where there are none."""

    fitting: list[Cluster]
    outcome: Outcome | None

    @property
    def work(self) -> Cluster | None:
        """The one work that it means."""
        return self.fitting[0] if self.outcome in ("resolved", "likely") else None


def meant(connection: Connection, saying: Saying) -> Meant:
    """The work that a claim means as far as the works with number and place tell."""
    if named(saying.group):
        return _of(saying, _read(connection, works.c.law_key == saying.group), sure=bool(saying.date))
    if weak(saying.group):
        return _by_day(connection, saying)
    near = [f"{saying.group}@{place}" for place in _places(saying)]
    found = _of(saying, _read(connection, works.c.cell.in_(near)) if near else [], sure=full(saying.date))
    if found.outcome:
        return found
    asked = works.c.group_key == saying.group
    if full(saying.date):
        return _of(saying, _read(connection, asked & (works.c.date == saying.date)), sure=False)
    return _of(saying, _read(connection, asked), sure=False, here=True)


def could_be(connection: Connection, saying: Saying) -> list[int]:
    """The keys of the works that an ambiguous claim fits, at most :data:`CROWD`."""
    if "@~" in saying.cell or weak(saying.group):
        found = meant(connection, saying).fitting
    else:
        within = _read(connection, works.c.cell == saying.cell)
        found = [known.work for known in within if fits(saying, known.work)]
    return [work.fixed for work in found if work.fixed is not None]


def crowded(connection: Connection, watched: str) -> int:
    """How many works a key without place has, at most one more than :data:`CROWD`."""
    asked = select(works.c.key).where(_with_key(watched)).limit(CROWD + 1).subquery()
    return int(connection.execute(select(func.count()).select_from(asked)).scalar_one())


def _by_day(connection: Connection, saying: Saying) -> Meant:
    said, _, date = saying.group.rpartition("|")
    that = works.c.date == date
    that &= works.c.serial == said if saying.number else works.c.type.is_not(None)
    day = (works.c.date_first == date) & that
    places = _places(saying)
    near = _read(connection, day & works.c.seat.in_(places)) if places else []
    if not saying.number:
        near = [known for known in near if plain(known.work.type or "") == said]
    found = _of(saying, near, sure=saying.seat is not None and saying.number is not None)
    if found.outcome or saying.seat or not saying.number:
        return found
    return _of(saying, _read(connection, day), sure=False)


def _of(saying: Saying, found: list[Known], *, sure: bool, here: bool = False) -> Meant:
    """``here``: of works far away, only those whose documents the store has are meant by a number alone."""
    if len(found) > CROWD:
        return Meant([known.work for known in found[:CROWD]], "ambiguous")
    fitting = [known.work for known in found if fits(saying, known.work) and (known.present or not here)]
    exact = [work for work in fitting if full(saying.date) and work.date == saying.date]
    if len(exact) == 1 or len(fitting) == 1:
        return Meant(exact or fitting, "resolved" if sure and saying.certain else "likely")
    return Meant(fitting, "ambiguous" if fitting else None)


def _read(connection: Connection, condition: ColumnElement[bool]) -> list[Known]:
    asked = select(works).where(condition).order_by(works.c.key).limit(CROWD + 1)
    return [Known(_cluster(row), row.present) for row in connection.execute(asked)]


def _cluster(row: Any) -> Cluster:
    names = [row.issuer] if row.issuer else []
    return Cluster(
        number=row.number, date=row.date, issuer=row.issuer, type=row.type, title=row.title, names=names, fixed=row.key
    )


def _places(saying: Saying) -> list[str]:
    return [saying.seat] if saying.seat else (saying.near or "").split("/") if saying.near else []


def _with_key(watched: str) -> ColumnElement[bool]:
    said, bar, date = watched.rpartition("|")
    if not bar:
        return works.c.group_key == watched
    if said.isalnum():
        return (works.c.date_first == date) & (works.c.serial == said)
    return (works.c.group_key == said) & (works.c.date == date)
