"""The words of ``relation_cues.toml`` as patterns; all are matched in small letters with marks."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from vanban.record import Relation

ORDER: tuple[Relation, ...] = (
    "corrects",
    "consolidates",
    "responds",
    "amends",
    "guides",
    "replaces",
    "repeals",
    "basis",
)
"""The relations that words tell, in the order in which they are tried."""


@dataclass(slots=True, frozen=True)
class Cues:
    """The cues of one relation, by where they stand."""

    opening: re.Pattern[str] | None
    preamble: re.Pattern[str] | None
    near: re.Pattern[str] | None
    direct: re.Pattern[str] | None
    own: re.Pattern[str] | None
    behind: re.Pattern[str] | None


@cache
def data() -> dict[str, Any]:
    """The tables as the file has them."""
    return tomllib.loads(files("vanban.language").joinpath("data/relation_cues.toml").read_text("utf-8"))


def spelt(words: Iterable[str]) -> str:
    """A regular expression of any of ``words``, the longest first."""
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in sorted(set(words), key=len, reverse=True))


def _pattern(words: list[str] | None) -> re.Pattern[str] | None:
    return re.compile(rf"(?<!\w)(?:{spelt(words)})(?!\w)") if words else None


@cache
def cues() -> dict[Relation, Cues]:
    """The cues of every relation, in :data:`ORDER`."""
    return {
        relation: Cues(
            *(
                _pattern(data()[relation].get(key))
                for key in ("opening", "preamble", "near", "direct", "self", "behind")
            )
        )
        for relation in ORDER
    }


@cache
def tasks() -> re.Pattern[str]:
    """A task that begins like a basis: ``Xét duyệt hồ sơ theo Nghị định …``."""
    return re.compile(rf"(?:{spelt(data()['basis']['tasks'])})(?!\w)")


@cache
def passive() -> re.Pattern[str]:
    """What right before a cue tells that this document does not act."""
    return re.compile(rf"(?<!\w)(?:{spelt(data()['guards']['passive'])})\s*$")


@cache
def itself() -> re.Pattern[str]:
    """This document right before a cue: ``Nghị định này``, ``Quyết định:``."""
    guards = data()["guards"]
    return re.compile(
        rf"(?:{spelt(guards['own'])})[\s,](?:(?:{spelt(guards['own_then'])})[^.;:]{{0,80}}[\s,]\s?)?"
        rf"(?:(?:{spelt(guards['own_links'])})\s)?$"
    )


@cache
def enacts() -> re.Pattern[str]:
    """``Bộ trưởng Bộ A ban hành Thông tư``, and no more before the cue."""
    guards = data()["guards"]
    return re.compile(
        rf"(?:(?:{spelt(guards['enacting'])})[^.;:]{{0,90}}?\s)?ban hành\s(?:{spelt(guards['enacted'])})\s"
        r"(?:về\s(?:việc\s)?)?"
    )


@cache
def approves() -> re.Pattern[str]:
    """What says no more than that the act behind it is decided: ``Phê duyệt điều chỉnh``."""
    return re.compile(rf"(?:{spelt(data()['guards']['approving'])})\s(?:việc\s)?")


@cache
def bases() -> re.Pattern[str]:
    """A heading over what the document rests on: ``I. CĂN CỨ PHÁP LÝ``."""
    words = spelt(data()["guards"]["bases"])
    return re.compile(rf"\W*(?:[ivx\d]+\s*[.)/-]\s*)?(?:(?:các|những)\s+)?(?:{words})(?!\w)")


@cache
def drafts() -> re.Pattern[str]:
    """Words that tell of a bill or a draft."""
    return re.compile(rf"(?<!\w)(?:{spelt(data()['guards']['drafts'])})(?!\w)")


@cache
def drafted() -> re.Pattern[str]:
    """A draft that would do what the cue behind it tells: ``dự thảo Nghị định thay thế``."""
    return re.compile(rf"(?<!\w)(?:{spelt(data()['guards']['drafts'])})\s(?:[^\s.;:,]{{1,12}}\s){{0,4}}$")


def can(source: str | None, relation: Relation, target: str | None) -> bool:
    """Whether a document of the one type can do this to one of the other, by their legal force."""
    ranks = data()["ranks"]
    if source not in ranks or target not in ranks:
        return True
    if relation == "guides":
        return bool(ranks[source] < ranks[target] or ranks[source] == ranks[target] == min(ranks.values()))
    return bool(relation == "consolidates" or ranks[source] >= ranks[target])


@cache
def acted_so() -> re.Pattern[str]:
    """Behind ``được sửa đổi``: this document does it (``như sau``, ``bởi Nghị định này``)."""
    told = spelt(data()["behind"]["told"])
    return re.compile(rf"[^.;:“]{{0,60}}?(?:\s(?:{told})(?!\w)|\s(?:bởi|theo|bằng|tại)\s[^.;:,]{{3,40}}?\snày(?!\w))")


def small(text: str) -> str:
    """``text`` in small letters where that keeps its length."""
    low = text.lower()
    return low if len(low) == len(text) else text
