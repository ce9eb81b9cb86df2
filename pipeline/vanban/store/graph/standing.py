"""What became of a document: who amended, replaced or repealed it, and how it stands on a day as far as we know."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy import Connection

from vanban.store import edtf
from vanban.store.graph.answers import Link, Work
from vanban.store.graph.neighbours import neighbours

State = Literal["in_force", "amended", "partly_ended", "ended", "unknown"]

ACTS = ("amends", "replaces", "repeals", "corrects", "consolidates", "guides")
"""Relations by which a later document bears on an earlier one (NĐ 30/2020 Điều 18)."""


@dataclass(frozen=True, slots=True)
class Standing:
    """The state of a work on a day with the links that tell it; ``on`` is ``None`` for today's knowledge as a whole.

    ``in_force`` says only that nothing in the store surely ends or changes the work: an act of which it is open whether
    it means this work (:attr:`~vanban.store.graph.answers.Link.sure`) is told and changes no state. ``unknown`` says
    that the work was not issued yet.
    """

    work: Work
    on: str | None
    state: State
    acts: list[Link]
    cut: bool

    def to_json(self) -> dict[str, Any]:
        """The standing as JSON."""
        return {
            "work": self.work.to_json(),
            "on": self.on,
            "state": self.state,
            "acts": [{**link.to_json(), "date": link.source.date} for link in self.acts],
            "cut": self.cut,
        }


def standing(connection: Connection, work: Work, *, on: str | None = None, limit: int) -> Standing:
    """What later documents did to a work, oldest first, and its state on a day (EDTF, or as people type it)."""
    net = neighbours(connection, work, "cited_by", relations=ACTS, limit=limit)
    day = edtf.typed(on) if on else None
    acts = sorted(net.links, key=lambda link: (link.source.date or "9999", link.source.address))
    if day:
        acts = [act for act in acts if (issued := edtf.span(act.source.date)) and issued.first <= day.last]
    issued = edtf.span(work.date)
    before = day is not None and issued is not None and issued.first > day.last
    state: State = "unknown" if before else _state([act for act in acts if act.sure])
    return Standing(work, on, state, acts, net.cut)


def _state(acts: list[Link]) -> State:
    ends = [act for act in acts if act.relation in ("replaces", "repeals")]
    if any(act.scope == "whole" for act in ends):
        return "ended"
    if ends:
        return "partly_ended"
    return "amended" if any(act.relation == "amends" for act in acts) else "in_force"
