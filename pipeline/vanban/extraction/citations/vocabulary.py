"""The words that name documents: types, their short forms and codes, and the names of laws."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from vanban.language.text import plain

CAPITAL = "A-ZÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴĐ"
"""The capital letters of Vietnamese, for a class of a regular expression."""

LAW_TYPES = frozenset({"Luật", "Bộ luật", "Pháp lệnh", "Hiến pháp"})
"""Cited by name: number, symbol and issuer are left out (NĐ 30/2020 PL I.II.6)."""


@dataclass(slots=True, frozen=True)
class Types:
    """``names`` maps a type word without marks to the type; ``codes`` a symbol's first code to it."""

    names: dict[str, str]
    short: dict[str, str]
    codes: dict[str, str]
    serial: frozenset[str]
    word: str
    """Regular expression of a type word or short form."""

    def of_word(self, word: str) -> str:
        """The type that a matched word names, whatever its case, marks and spacing."""
        return self.short.get(word) or self.names[plain(" ".join(word.split()))]


def _load(name: str) -> dict[str, Any]:
    return tomllib.loads(files("vanban.language").joinpath(f"data/{name}.toml").read_text("utf-8"))


_MARKED = {
    "a": "aàáảãạăằắẳẵặâầấẩẫậ", "e": "eèéẻẽẹêềếểễệ", "i": "iìíỉĩị", "o": "oòóỏõọôồốổỗộơờớởỡợ",
    "u": "uùúủũụưừứửữự", "y": "yỳýỷỹỵ", "d": "dđ",
}  # fmt: skip


def loose(word: str) -> str:
    """A regular expression of ``word`` in any letter case and with any marks (scans lose them)."""
    parts = []
    for char in plain(word):
        if char == " ":
            parts.append(r"\s{1,3}")
        else:
            family = _MARKED.get(char, char)
            parts.append(f"[{family}{family.upper()}]")
    return "".join(parts)


@cache
def types() -> Types:
    """The tables of ``citation_types.toml``."""
    data = _load("citation_types")
    names: dict[str, str] = data["names"]
    short: dict[str, str] = data["short"]
    words = "|".join(loose(name) for name in sorted(names, key=len, reverse=True))
    codes = "|".join(sorted(short, key=len, reverse=True))
    return Types(
        names={plain(name): type_ for name, type_ in names.items()},
        short=short,
        codes=data["codes"],
        serial=frozenset(data["serial"]["types"]),
        word=rf"(?<!\w)(?:{words}|{codes})(?!\w)",
    )


@cache
def words(topic: str, key: str) -> frozenset[str]:
    """A list of ``citation_words.toml``."""
    return frozenset(_load("citation_words")[topic][key])


@cache
def type_word() -> re.Pattern[str]:
    """A type word or short form, in any letter case, with or without its marks."""
    return re.compile(types().word)


@cache
def _law_names() -> dict[str, dict[str, list[str]]]:
    data = _load("laws")
    tables: dict[str, dict[str, list[str]]] = {}
    for type_, names in (("Luật", data["laws"]), ("Bộ luật", data["codes"]), ("Pháp lệnh", data["ordinances"])):
        index = tables.setdefault(type_, {})
        for name in sorted(map(plain, names), key=len, reverse=True):
            index.setdefault(name[:3], []).append(name)
    return tables


@cache
def initials() -> dict[str, str]:
    """``BLDS`` and its like: the name of the code they stand for."""
    table: dict[str, str] = _load("laws")["initials"]
    return table


def known_law(text: str, at: int, type_: str) -> int:
    """Where the known name of a law that begins at ``at`` ends; ``at`` when none begins there."""
    window = " ".join(plain(text[at : at + 160]).replace("\n", " ").split(" "))
    best = 0
    for table in (type_, "Luật", "Pháp lệnh", "Bộ luật"):
        for name in _law_names().get(table, {}).get(window[:3], ()):
            if len(name) > best and window.startswith(name) and not window[len(name) : len(name) + 1].isalnum():
                best = len(name)
        if best:
            break
    return at + best
