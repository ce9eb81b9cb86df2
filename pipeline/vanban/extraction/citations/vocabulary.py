"""The words that name documents: types, their short forms and codes, and the names of laws."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from vanban.language import agency_data
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
    """Regular expression of a type word or short form (:func:`spelt`)."""
    longest: int
    """The most words that a name has."""

    def of_word(self, word: str) -> str:
        """The type that a matched word names, whatever its case, marks and spacing."""
        return self.short.get(word) or self.names[plain(" ".join(word.split()))]


_TYPE_REACH = 48
_BETWEEN = " \n\t\u00a0:|"


def _load(name: str) -> dict[str, Any]:
    return tomllib.loads(files("vanban.language").joinpath(f"data/{name}.toml").read_text("utf-8"))


_MARKED = {
    "a": "aàáảãạăằắẳẵặâầấẩẫậ", "e": "eèéẻẽẹêềếểễệ", "i": "iìíỉĩị", "o": "oòóỏõọôồốổỗộơờớởỡợ",
    "u": "uùúủũụưừứửữự", "y": "yỳýỷỹỵ", "d": "dđ",
}  # fmt: skip


def loose(word: str) -> str:
    """A regular expression of ``word`` in any letter case and with any marks (scans lose them)."""
    return "".join(_letter(char) for char in plain(word))


def _letter(char: str) -> str:
    if char == " ":
        return r"\s{1,3}"
    family = _MARKED.get(char, char)
    return f"[{family}{family.upper()}]"


@cache
def types() -> Types:
    """The tables of ``citation_types.toml``."""
    data = _load("citation_types")
    names = {plain(name): type_ for name, type_ in data["names"].items()}
    return Types(
        names=names,
        short=data["short"],
        codes=data["codes"],
        serial=frozenset(data["serial"]["types"]),
        word=spelt(),
        longest=max(len(name.split()) for name in names),
    )


_END = ""
"""The key in a tree of words that tells that one ends there: no word is empty."""


@cache
def spelt(*, capital: bool = False) -> str:
    """Regular expression of a type word or short form where a word begins, in any letter case, with or without marks.

    ``capital``: only those that begin with a capital.

    It is a tree: an alternation of plain first letters, which a search skips a text by, then what may follow each.
    """
    table = _load("citation_types")
    tree: _Branches = {}
    for name in table["names"]:
        _grow(tree, [_letter(char) for char in plain(name)])
    for code in table["short"]:
        _grow(tree, [re.escape(char) for char in code])
    firsts: dict[str, _Branches] = {}
    for letters, rest in tree.items():
        for letter in letters.strip("[]"):
            if letter.isupper() or not capital:
                firsts.setdefault(letter, {}).update(rest)
    return "(?:" + "|".join(rf"{first}(?<!\w.){_written(rest)}" for first, rest in firsts.items()) + r")(?!\w)"


_Branches = dict[str, "_Branches"]


def _grow(tree: _Branches, steps: list[str]) -> None:
    for step in [*steps, _END]:
        tree = tree.setdefault(step, {})


def _written(tree: _Branches) -> str:
    """A tree as a pattern: longer words are tried before those that they begin with."""
    steps = [step + _written(rest) for step, rest in tree.items() if step != _END]
    if not steps:
        return ""
    whole = steps[0] if len(steps) == 1 and _END not in tree else f"(?:{'|'.join(steps)})"
    return whole + "?" if _END in tree else whole


@cache
def words(topic: str, key: str) -> frozenset[str]:
    """A list of ``citation_words.toml``."""
    return frozenset(_load("citation_words")[topic][key])


@cache
def type_word() -> re.Pattern[str]:
    """A type word or short form, in any letter case, with or without its marks."""
    return re.compile(types().word)


def type_ending(text: str, low: int, at: int) -> tuple[int, str] | None:
    """The type word that ends at ``at``, spaces and a colon before ``at`` left out: its start and its type."""
    words = text[max(low, at - _TYPE_REACH) : at].rstrip(_BETWEEN).split()[-types().longest :]
    ended = _type_of_last(" ".join(words))
    if not ended:
        return None
    count, type_ = ended
    start = at
    for word in reversed(words[-count:]):
        start = text.rfind(word, low, start)
    return (start, type_) if start == 0 or not (text[start - 1].isalnum() or text[start - 1] == "_") else None


@lru_cache(maxsize=1 << 14)
def _type_of_last(words: str) -> tuple[int, str] | None:
    """How many of the last ``words`` name a type, and the type."""
    known = types()
    parts = words.split()
    for first in range(len(parts)):
        type_ = known.names.get(plain(" ".join(parts[first:])))
        if type_:
            return len(parts) - first, type_
    return (1, known.short[parts[-1]]) if parts and parts[-1] in known.short else None


_Tree = dict[str, "_Tree"]


@cache
def _law_names() -> dict[str, _Tree]:
    """The names of laws as trees of their words and signs, without marks."""
    data = _load("laws")
    trees: dict[str, _Tree] = {}
    for type_, names in (("Luật", data["laws"]), ("Bộ luật", data["codes"]), ("Pháp lệnh", data["ordinances"])):
        tree = trees.setdefault(type_, {})
        for name in names:
            node = tree
            for word in agency_data.WORD.findall(plain(name)):
                node = node.setdefault(word, {})
            node[_END] = {}
    return trees


@cache
def initials() -> dict[str, str]:
    """``BLDS`` and its like: the name of the code they stand for."""
    table: dict[str, str] = _load("laws")["initials"]
    return table


_NAME_WORD = re.compile(r"\s{0,2}(\w+|[^\w\s])")
_bare = lru_cache(maxsize=1 << 14)(plain)


def _next(node: _Tree, word: str) -> _Tree | None:
    """What follows ``word`` in a name: ``và`` stands for a comma, ``&`` for ``và``; a comma may be left out."""
    word = "va" if word == "&" else word
    after = node.get(word)
    if after is None and "," in node:
        after = node[","] if word == "va" else node[","].get(word)
    return after


def known_law(text: str, at: int, type_: str) -> int:
    """Where the known name of a law that begins at ``at`` ends; ``at`` when none begins there."""
    for table in dict.fromkeys((type_, "Luật", "Pháp lệnh", "Bộ luật")):
        node: _Tree | None = _law_names().get(table)
        end = place = at
        while node and (match := _NAME_WORD.match(text, place)):
            node, place = _next(node, _bare(match[1])), match.end()
            if node and _END in node:
                end = place
        if end > at:
            return end
    return at
