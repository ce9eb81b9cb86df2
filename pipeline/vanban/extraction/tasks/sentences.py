"""A block's sentences, and the stretches of them that one actor is obliged by."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from vanban.extraction.tasks.clauses import Clause, find_clause
from vanban.extraction.tasks.coordinators import find_coordinators
from vanban.extraction.tasks.cues import UPPER, actor_at
from vanban.extraction.tasks.naming import actor_names

_BREAK = re.compile(rf"[.!?…]{{1,3}}\s+(?=[{UPPER}(“\"])")
_SHORT_FORM = re.compile(r"(?:(?:^|[^\w])(?:TP|Tp|tr|[A-ZĐ])|\d)$")
_DAY = re.compile(r"\d[/.-]\d$")
_ORDER_BREAK = re.compile(rf";\s+(?=(?:giao|yêu cầu|đề nghị|phân công)\s+(?:[{UPPER}]|các |thủ trưởng ))")


@dataclass(frozen=True, slots=True)
class Stretch:
    """``text[start:end]`` of a block and the clause it opens with (``None``: it names no actor of its own)."""

    start: int
    end: int
    clause: Clause | None


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Spans of the sentences; a semicolon before an order ends one too, a full stop behind ``TP`` or ``1`` does not."""
    cuts = [match.end() for match in _BREAK.finditer(text) if not _abbreviates(text, match)]
    if ";" in text:
        cuts = sorted({*cuts, *(match.end() for match in _ORDER_BREAK.finditer(text))})
    start = 0
    for cut in [*cuts, len(text)]:
        if text[start:cut].strip():
            yield start, cut
        start = cut


_PARTS = re.compile(r";\s+")


def _clauses(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A sentence, cut at each semicolon behind which another actor has a task of its own."""
    listed: list[tuple[int, int]] | None = None
    at = start
    for mark in _PARTS.finditer(text, start, end):
        if not actor_at(text, mark.end()):
            continue
        own = find_clause(text[: mark.start()], at)
        if own is None or own.end != "task" or own.task >= mark.start():
            continue
        listed = find_coordinators(text[:end], start) if listed is None else listed
        follows = find_clause(text[:end], mark.end())
        held = any(low <= mark.end() <= high for low, high in listed)
        if held or follows is None or follows.end != "task" or follows.order or not actor_names(follows.actors):
            continue
        yield at, mark.end()
        at = mark.end()
    yield at, end


def _abbreviates(text: str, stop: re.Match[str]) -> bool:
    """Whether a full stop belongs to a short form or a number; behind a whole year or number it ends the sentence."""
    before = text[max(0, stop.start() - 4) : stop.start()]
    return bool(_SHORT_FORM.search(before)) and not (
        (before[-2:].isdigit() or _DAY.search(before)) and text[stop.end() + 1 : stop.end() + 2].islower()
    )


def stretches(text: str) -> list[Stretch]:
    """A sentence that names an actor opens a stretch; the sentences behind it that name none go with it."""
    found: list[Stretch] = []
    for start, end in (part for whole in sentences(text) for part in _clauses(text, *whole)):
        clause = find_clause(text[:end], start)
        if clause is not None and not actor_names(clause.actors):
            clause = None
        last = found[-1] if found else None
        if last and clause is None:
            found[-1] = Stretch(last.start, end, last.clause)
        else:
            found.append(Stretch(start, end, clause))
    return found
