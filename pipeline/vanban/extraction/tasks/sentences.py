"""A block's sentences, and the stretches of them that one actor is obliged by."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from vanban.extraction.tasks.clauses import Clause, find_clause
from vanban.extraction.tasks.cues import UPPER
from vanban.extraction.tasks.naming import actor_names

_BREAK = re.compile(
    rf"(?<![A-ZĐ])(?<!TP)(?<!Tp)(?<!tr)(?<!\d)[.!?…]{{1,3}}\s+(?=[{UPPER}(“\"])"
    rf"|(?<=[A-ZĐ]{{2}}|\d\d)\.\s+(?=[{UPPER}][^{UPPER}\W\d])"
)
_ORDER_BREAK = re.compile(rf";\s+(?=(?:giao|yêu cầu|đề nghị|phân công)\s+(?:[{UPPER}]|các |thủ trưởng ))")


@dataclass(frozen=True, slots=True)
class Stretch:
    """``text[start:end]`` of a block and the clause it opens with (``None``: it names no actor of its own)."""

    start: int
    end: int
    clause: Clause | None


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Spans of the sentences; a semicolon before an order ends one too."""
    cuts = sorted({match.end() for pattern in (_BREAK, _ORDER_BREAK) for match in pattern.finditer(text)})
    start = 0
    for cut in [*cuts, len(text)]:
        if text[start:cut].strip():
            yield start, cut
        start = cut


def stretches(text: str) -> list[Stretch]:
    """A sentence that names an actor opens a stretch; the sentences behind it that name none go with it."""
    found: list[Stretch] = []
    for start, end in sentences(text):
        clause = find_clause(text[:end], start)
        if clause is not None and not actor_names(clause.actors):
            clause = None
        last = found[-1] if found else None
        same = last and last.clause and clause and actor_names(last.clause.actors) == actor_names(clause.actors)
        if last and (clause is None or same):
            found[-1] = Stretch(last.start, end, last.clause)
        else:
            found.append(Stretch(start, end, clause))
    return found
