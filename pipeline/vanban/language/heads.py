"""How the names of issuing bodies begin, and which of them are whole, open or central."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from vanban.language.text import plain


@dataclass(slots=True, frozen=True)
class IssuerHeads:
    """``starts`` matches what begins a name; ``whole`` names run over two lines, ``openings`` cannot stand alone.

    ``starts``, ``whole`` and ``openings`` are over :func:`~vanban.language.text.plain` text; ``central`` as written.
    """

    starts: re.Pattern[str]
    whole: frozenset[str]
    openings: frozenset[str]
    central: frozenset[str]


@cache
def issuer_heads() -> IssuerHeads:
    """The rules of ``data/issuer_heads.toml``."""
    data = tomllib.loads(files("vanban.language").joinpath("data/issuer_heads.toml").read_text("utf-8"))
    starts = "|".join(re.escape(plain(word)) for word in sorted(data["starts"], key=len, reverse=True))
    return IssuerHeads(
        starts=re.compile(rf"(?:{starts})(?!\w)"),
        whole=frozenset(plain(name) for name in data["whole"]),
        openings=frozenset(plain(name) for name in data["open"]),
        central=frozenset(data["central"]),
    )


def begins_agency(text: str) -> bool:
    """Whether the name of an agency may begin here: ``SỞ Y TẾ``, not ``TỈNH LONG AN``."""
    return bool(issuer_heads().starts.match(plain(text).strip(" .,;:-'\"")))
