"""How the names of issuing bodies begin, and which of them are whole, open or central."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from vanban.language.text import plain, same_tone


@dataclass(slots=True, frozen=True)
class IssuerHeads:
    """``starts`` matches what begins a name; ``whole`` names run over two lines, ``openings`` cannot stand alone.

    ``starts``, ``whole`` and ``openings`` are over :func:`~vanban.language.text.plain` text; ``central`` as written.
    ``short`` are the starts of one syllable, with their marks; ``compounds`` words that end as a start begins;
    ``others`` words that begin like one (``Khu vực``).
    """

    starts: re.Pattern[str]
    short: frozenset[str]
    compounds: frozenset[str]
    others: re.Pattern[str]
    whole: frozenset[str]
    openings: frozenset[str]
    central: frozenset[str]


@cache
def issuer_heads() -> IssuerHeads:
    """The rules of ``data/issuer_heads.toml``."""
    data = tomllib.loads(files("vanban.language").joinpath("data/issuer_heads.toml").read_text("utf-8"))
    starts = "|".join(re.escape(plain(word)) for word in sorted(data["starts"], key=len, reverse=True))
    others = "|".join(re.escape(plain(word)) for word in data["others"])
    return IssuerHeads(
        starts=re.compile(rf"(?:{starts})(?!\w)"),
        short=frozenset(same_tone(word.casefold()) for word in data["starts"] if " " not in word),
        compounds=frozenset(data["compounds"]),
        others=re.compile(rf"(?:{others})(?!\w)"),
        whole=frozenset(plain(name) for name in data["whole"]),
        openings=frozenset(plain(name) for name in data["open"]),
        central=frozenset(data["central"]),
    )


def begins_agency(text: str, *, misread: bool = True) -> bool:
    """Whether the name of an agency may begin here: ``SỞ Y TẾ``, not ``TỈNH LONG AN``.

    Where nothing is ``misread`` a start of one syllable must have its marks: ``BẢO LỘC`` is no ``Báo``.
    """
    text = text.strip(" .,;:-'\"")
    small = plain(text)
    match = issuer_heads().starts.match(small)
    if match is None or issuer_heads().others.match(small):
        return False
    return misread or " " in match.group() or same_tone(text[: match.end()].casefold()) in issuer_heads().short
