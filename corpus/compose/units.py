"""Names of units: the long form is the gold, what is printed may be shortened."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from corpus.compose.desk import Desk
from corpus.compose.places import unit as place_name
from corpus.compose.pools import table
from corpus.compose.rich import Rich, joined


def initials(words: Iterable[str]) -> str:
    """First letters as symbols print them: of the marked capitals only Đ and Ư (``Ứng cứu`` gives ``ƯC``)."""
    return "".join(map(_initial, words))


def _initial(word: str) -> str:
    letter = word[0].upper()
    bare = unicodedata.normalize("NFD", letter)
    return "Ư" if "\u031b" in bare and bare[0] == "U" else letter if letter == "Đ" else bare[0]


@dataclass(frozen=True, slots=True)
class Shortening:
    """What a document shortens: long form and the short form that it keeps to."""

    pairs: tuple[tuple[str, str], ...]

    def of(self, name: str) -> str:
        """The name as this document prints it."""
        for long, short in self.pairs:
            name = name.replace(long, short)
        return name


def shortening(desk: Desk, rate: float) -> Shortening:
    """One document's habit; a body name stays long with its field, so that nothing is shortened twice."""
    pairs = table("agencies")["short"].items()
    return Shortening(tuple((long, desk.pick(shorts)) for long, shorts in pairs if desk.odds(rate)))


def invented(desk: Desk) -> str:
    """A unit that no list of agencies knows."""
    words = table("agencies")["made"]
    if desk.odds(0.2):
        return f"{desk.drawn(words['companies'])} {place_name(desk)}"
    name = f"{desk.drawn(words['heads'], fresh=False)} {desk.drawn(words['fields'])}"
    return f"{name} {place_name(desk)}" if desk.odds(0.3) else name


def listed(names: list[Rich], last: str = " và ") -> Rich:
    """Names as a sentence lists them: commas, and ``last`` before the last."""
    if len(names) < 2:
        return names[0]
    parts: list[str | Rich] = []
    for at, name in enumerate(names):
        if at:
            parts.append(last if at == len(names) - 1 else ", ")
        parts.append(name)
    return joined(parts)
