"""The data behind agency names: fields, heads, positions and abbreviations, loaded once."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

WORD = re.compile(r"\w+|[^\w\s]")
"""A syllable, number or mark; names are compared as lists of these."""


_CAPITALS = "A-ZĐĂÂÊÔƠƯ" + "".join(chr(c) for c in (*range(0xC0, 0x1B0), *range(0x1EA0, 0x1EFA)) if chr(c).isupper())


def letters(pattern: str) -> str:
    """``pattern`` with ``<U>`` and ``<l>`` in its classes standing for the capital and the small Vietnamese letters."""
    return pattern.replace("<U>", _CAPITALS).replace("<l>", _CAPITALS.lower())


@cache
def table(name: str) -> dict[str, Any]:
    """The rules of ``language/data/<name>.toml``."""
    return tomllib.loads(resources.files("vanban.language").joinpath(f"data/{name}.toml").read_text(encoding="utf-8"))


def alternation(words: Iterable[str]) -> str:
    """A pattern for any of ``words``, longest first."""
    return "|".join(re.escape(word) for word in sorted(set(words), key=lambda word: (-len(word), word)))


@dataclass(frozen=True, slots=True)
class Phrase:
    """A known phrase: its words casefolded, its normal form, and the lists that hold it."""

    words: tuple[str, ...]
    text: str
    kind: str
    parted: bool
    """Whether a comma or ``và`` stands inside."""


@cache
def phrases() -> dict[str, tuple[Phrase, ...]]:
    """Known phrases by their first word (casefolded), longest first; the first kind of a form wins."""
    agencies = table("agencies")
    found: dict[tuple[str, ...], Phrase] = {}
    for kind in ("fields", "phrases", "positions", "heads", "places"):
        for text in agencies[kind]:
            words = tuple(word.casefold() for word in WORD.findall(text))
            found.setdefault(words, Phrase(words, text, kind, "," in words or "và" in words))
    by_first: dict[str, list[Phrase]] = {}
    for phrase in found.values():
        by_first.setdefault(phrase.words[0], []).append(phrase)
    return {first: tuple(sorted(group, key=lambda p: -len(p.words))) for first, group in by_first.items()}


def known(words: list[str], at: int) -> Phrase | None:
    """The longest known phrase that starts at ``words[at]`` (casefolded words)."""
    for phrase in phrases().get(words[at], ()):
        if tuple(words[at : at + len(phrase.words)]) == phrase.words:
            return phrase
    return None
