"""Loại văn bản: the types of documents, by name, by title line and by the code in their symbol."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from vanban.language.text import fold, plain
from vanban.record import DocumentType, Genre

_GENRES: dict[str, Genre] = {"a": "administrative", "n": "normative", "p": "party"}


@dataclass(slots=True, frozen=True)
class TypeEntry:
    """A type: name, code, the genres that use it, its other names and codes; ``coded``: symbols carry the code."""

    name: str
    code: str
    genres: tuple[Genre, ...]
    alias: tuple[str, ...] = ()
    alias_codes: tuple[str, ...] = ()
    coded: bool = True

    @property
    def type(self) -> DocumentType:
        """The type as the record states it."""
        return DocumentType(code=self.code, name=self.name)


@cache
def types() -> tuple[TypeEntry, ...]:
    """Every type known, administrative ones first."""
    data = tomllib.loads(files("vanban.language").joinpath("data/document_types.toml").read_text("utf-8"))
    return tuple(
        TypeEntry(
            name=name,
            code=item["code"],
            genres=tuple(_GENRES[letter] for letter in item["genres"]),
            alias=tuple(item.get("alias", ())),
            alias_codes=tuple(item.get("alias_codes", ())),
            coded=item.get("coded", True),
        )
        for group in data.values()
        for name, item in group.items()
    )


_UNIT = re.compile(r"\W*(?:phường|xã|thị\s+trấn|đặc\s+khu|huyện|quận|thị\s+xã|tỉnh)\s", re.IGNORECASE)


def is_unit(text: str) -> bool:
    """Whether a line opens with the kind of a place, by its marks: ``PHƯỜNG AN …`` is no ``PHƯƠNG ÁN``."""
    return bool(_UNIT.match(text))


def key(text: str) -> str:
    """Comparison key of a title: no marks, no case, no white space (``K Ế  HOẠCH`` is ``kehoach``)."""
    return fold(text).replace(" ", "")


@cache
def _by_key() -> dict[str, TypeEntry]:
    found: dict[str, TypeEntry] = {}
    for entry in types():
        for name in (entry.name, *entry.alias):
            found.setdefault(key(name), entry)
    return found


def by_name(name: str) -> TypeEntry | None:
    """The type of that name, whatever its case, marks and spacing (``QUYÉT ĐỊNH``, ``T Ờ  T R Ì N H``)."""
    return None if is_unit(name) else _by_key().get(key(name))


def by_code(code: str, genre: Genre | None = None) -> TypeEntry | None:
    """The type that a code in a symbol stands for; ``genre`` decides between two (``TT``: thông tư or thông tri)."""
    owners = [entry for entry in types() if entry.coded and code == entry.code]
    owners += [entry for entry in types() if code in entry.alias_codes]
    fitting = [entry for entry in owners if genre in entry.genres]
    return next(iter(fitting or owners), None)


@cache
def _opening() -> re.Pattern[str]:
    names = sorted((name for entry in types() for name in (entry.name, *entry.alias)), key=len, reverse=True)
    spelt = "|".join(r"\s*".join(re.escape(c) for c in fold(name).replace(" ", "")) for name in names)
    return re.compile(rf"\s*({spelt})(?![a-z])")


def opening(line: str) -> tuple[TypeEntry, int] | None:
    """The type that a title line opens with, and where its name ends: ``KẾ HOẠCH Triển khai …``.

    ``line`` is matched letter by letter without marks, so damage to the marks and letter-spacing do no harm.
    """
    match = _opening().match(plain(line))
    if not match or is_unit(line):
        return None
    entry = by_name(match.group(1))
    return (entry, match.end()) if entry else None
