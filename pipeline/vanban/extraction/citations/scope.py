"""Whether an act is on a whole document or a part of it, by the words that lead to it (Luật 64/2025/QH15 Điều 57)."""

from __future__ import annotations

import re
from functools import cache

from vanban.extraction.citations.cues import data, spelt
from vanban.extraction.citations.raw import RawCitation
from vanban.record import Relation, Scope

ACTS: frozenset[Relation] = frozenset({"amends", "replaces", "repeals", "corrects", "guides"})
"""The relations that have a scope."""

_WITHIN = re.compile(r"(?<!\w)(?:tại|trong)\s+(?:các\s+)?$")


@cache
def _part() -> re.Pattern[str]:
    words = data()["scope"]
    return re.compile(rf"(?<!\w)(?!(?:{spelt(words['not_part'])})(?!\w))(?:{spelt(words['part'])})(?!\w)")


@cache
def _whole() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{spelt(data()['scope']['whole'])})(?!\w)")


@cache
def _annex() -> re.Pattern[str]:
    return re.compile(rf"(?:{spelt(data()['scope']['annexes'])})(?!\w)", re.IGNORECASE)


def by_words(low: str) -> Scope | None:
    """What the words between an act and what it is on say; ``low`` is in small letters. ``None`` when nothing."""
    part = _part().search(low)
    whole = _whole().search(low)
    if whole and not (part and part.start() < whole.start()):
        return "whole"
    return "part" if part or _WITHIN.search(low) else None


def of_act(citation: RawCitation, said: Scope | None) -> Scope:
    """The scope of an act on ``citation``; ``said`` is what the words before it say."""
    if citation.pinpoint or (citation.attached and _annex().match(citation.attached)):
        return "part"
    return said or "whole"
