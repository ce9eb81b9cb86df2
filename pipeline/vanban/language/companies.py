"""Names of enterprises printed in capitals: legal form, trade and proper name (NĐ 30/2020 PL II.IV.1)."""

from __future__ import annotations

from functools import cache

from vanban.language.agency_data import WORD, table
from vanban.language.places import known_names
from vanban.language.syllables import is_syllable

_LONGEST = 5
"""Words of the longest trade or place looked for."""


def is_company(small: list[str]) -> bool:
    """Whether casefolded words open as an enterprise's name does: ``công ty``, ``xí nghiệp``."""
    return any(tuple(small[:count]) in _phrases("heads") for count in range(_LONGEST, 0, -1))


def company_words(words: list[str], small: list[str]) -> list[str]:
    """The words of an enterprise's name (in capitals, and casefolded) as running text writes them.

    Form and trade have a capital at their first word, the proper name at each: ``Công ty Cổ phần Cấp nước Sông Lam``.
    Short forms and foreign names stay.
    """
    out: list[str] = []
    at = 0
    while at < len(words):
        form = _phrase(words, small, at)
        out.extend(form)
        at += len(form)
    return out


def _phrase(words: list[str], small: list[str], at: int) -> list[str]:
    """The longest phrase known at a word, cased; else the word alone."""
    for count in range(min(_LONGEST, len(small) - at), 0, -1):
        key = tuple(small[at : at + count])
        if count > 1 and key in _places():
            return list(_places()[key])
        if any(key in _phrases(kind) for kind in ("heads", "forms", "trades")):
            return [small[at].capitalize(), *small[at + 1 : at + count]]
    word = words[at]
    if small[at] in table("company_words")["small"]:
        return [small[at]]
    if word in table("company_words")["short"]:
        return [table("company_words")["short"][word]]
    plain = not word.isalpha() or word in table("abbreviations")["plain"] or not is_syllable(word)
    return [word if plain else word.capitalize()]


@cache
def _phrases(kind: str) -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(WORD.findall(text)) for text in table("company_words")[kind])


@cache
def _places() -> dict[tuple[str, ...], tuple[str, ...]]:
    return {tuple(w.casefold() for w in WORD.findall(name)): tuple(WORD.findall(name)) for name in known_names()}
