"""Charges: who is obliged, with whom and by when, as headings, intros, labels and sentences say it."""

from __future__ import annotations

from dataclasses import dataclass

from vanban.extraction.tasks.clauses import Clause
from vanban.extraction.tasks.coordinators import find_coordinators
from vanban.extraction.tasks.naming import actor_names
from vanban.language.deadlines import find_deadlines, recurrence
from vanban.record import Recurrence


@dataclass(frozen=True, slots=True)
class Charge:
    """What a heading passes to its items. ``sure`` is the confidence that its items are tasks at all."""

    assignees: tuple[str, ...]
    coordinators: tuple[str, ...] = ()
    deadlines: tuple[str, ...] = ()
    recurrence: Recurrence | None = None
    sure: float = 0.85


def charge_of(text: str, clause: Clause, issued: str | None, sure: float) -> Charge | None:
    """The charge that a heading or an intro lays on what stands below it; ``None`` when it names no one."""
    assignees = actor_names(clause.actors)
    if not assignees:
        return None
    return Charge(assignees, coordinators(text, clause.task), deadlines(text, issued), recurrence(text), sure)


def coordinators(text: str, start: int = 0) -> tuple[str, ...]:
    """Names of those whom the text says to work with, in order."""
    found = [name for at, end in find_coordinators(text, start) for name in actor_names(text[at:end])]
    return tuple(dict.fromkeys(found))


def deadlines(text: str, issued: str | None, *, label: bool = False) -> tuple[str, ...]:
    """EDTF deadlines of the text, in order."""
    found = [value for deadline in find_deadlines(text, issued, label=label) for value in deadline.values]
    return tuple(dict.fromkeys(found))
