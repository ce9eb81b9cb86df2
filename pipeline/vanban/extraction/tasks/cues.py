"""The words of tasks (``language/data/assignment_cues.toml``) as compiled patterns."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def words() -> dict[str, dict[str, list[str]]]:
    """The data file as it stands: table, key, words."""
    loaded: dict[str, Any] = tomllib.loads(
        files("vanban.language.data").joinpath("assignment_cues.toml").read_text(encoding="utf-8")
    )
    return loaded


def either(phrases: Iterable[str]) -> str:
    """An alternation of literal phrases, longest first, any run of white space between their words."""
    ordered = sorted(set(phrases), key=lambda phrase: (-len(phrase), phrase))
    return "(?:" + "|".join(re.escape(phrase).replace("\\ ", r"\s+") for phrase in ordered) + ")"


@dataclass(frozen=True, slots=True)
class Cues:
    """``actor`` matches where a name of someone who can be obliged begins; the others are told by their names."""

    actor: re.Pattern[str]
    order: re.Pattern[str]
    opens_task: re.Pattern[str]
    idle: re.Pattern[str]
    thing: re.Pattern[str]
    label: re.Pattern[str]
    quiet: re.Pattern[str]
    implementing: re.Pattern[str]


UPPER = "A-ZĐÀ-ÖØ-ÝĂĨŨƠƯ" + "".join(chr(code) for code in range(0x1EA0, 0x1EF9, 2))
"""Vietnamese capitals, for a character class."""


@cache
def cues() -> Cues:
    """The patterns, compiled once."""
    actors, task, labels, sections = (words()[table] for table in ("actors", "task", "labels", "sections"))
    quantifiers = either([*actors["quantifiers"], *(word.capitalize() for word in actors["quantifiers"])])
    takes = either(words()["nouns"]["heads_take"])
    own_people = rf"(?!(?<=[Pp]hân công)\s+(?:\d+\s+|một\s+)?{either(words()['orders']['own_people'])}(?!\w))"
    actor = (
        rf"(?!{either(actors['never'])}(?!\w))(?:(?:Các\s+)?(?:ông|đồng\s+chí|Ông|Đồng\s+chí)\s*(?:\(bà\))?\s*:?\s*)?"
        rf"(?:{quantifiers}\s+(?:{either(actors['collective'])}(?!\w)|[{UPPER}])"
        rf"|{either(actors['names'])}(?!\w)"
        rf"|{either(actors['short'])}\s+(?:[{UPPER}]|{takes}(?!\w))"
        rf"|{either(actors['short'])}\s+(?:số\s+\d|{either(actors['areas'])}(?!\w))"
        rf"|{either(actors['bare'])}\s+{either(actors['duties'])}(?!\w)"
        rf"|{either(actors['trades'])}\s*:"
        rf"|(?:[Ôô]ng|[Bb]à)\s+[{UPPER}][^\W\d_]+\s+[{UPPER}]"
        rf"|{either(actors['small'])}\s+[{UPPER}]"
        rf"|{either(actors['alone'])}(?!\w))"
    )
    verbs = either(task["verbs"])
    return Cues(
        actor=re.compile(actor),
        order=re.compile(rf"(?<!\w)(?i:{either(words()['orders']['words'])})(?!\w){own_people}"),
        opens_task=re.compile(rf"(?i:{verbs})(?!\w)"),
        idle=re.compile(rf"(?i:{either(task['idle'])})(?!\w)"),
        thing=re.compile(rf"(?i:{either(words()['things']['openings'])})(?!\w)"),
        label=re.compile(_labels(labels)),
        quiet=re.compile(either(sections["quiet"])),
        implementing=re.compile(either(sections["implementing"])),
    )


@cache
def _first_words() -> frozenset[str]:
    actors = words()["actors"]
    listed = (phrase for key in _ACTORS for phrase in actors[key])
    return frozenset({phrase.split()[0].lower() for phrase in listed} | {"ông", "bà", "đồng"})


_ACTORS = ("quantifiers", "names", "short", "bare", "trades", "small", "alone")


def actor_at(text: str, at: int = 0) -> bool:
    """Whether the name of someone who can be obliged begins at ``at``."""
    word = _WORD.match(text, at)
    return word is not None and word.group().lower() in _first_words() and cues().actor.match(text, at) is not None


_WORD = re.compile(r"[\w/]+")


def _labels(labels: dict[str, list[str]]) -> str:
    roles = ("both", "coordinator", "direct", "time", "other", "lead")
    named = "|".join(rf"(?P<{role}>{'|'.join(labels[role])})" for role in roles)
    return rf"(?i:{named})(?:\s*\([^()]{{0,40}}\))?(?=\s*(?::|\.?\s*$)|\s+[{UPPER}])"
