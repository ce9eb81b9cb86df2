"""Names of enterprises printed in capitals: legal form, trade and proper name (NĐ 30/2020 PL II.IV.1)."""

from __future__ import annotations

from functools import cache

from vanban.language.agency_data import WORD, table
from vanban.language.places import known_names
from vanban.language.syllables import is_syllable
from vanban.language.tokenizer import tokens

_LONGEST = 5
"""Words of the longest trade or place looked for."""

_PROPER = 2
"""So many unknown words at the end are the proper name; more may hold a trade."""


def is_company(small: list[str]) -> bool:
    """Whether casefolded words open as an enterprise's name does: ``công ty``, ``xí nghiệp``."""
    return any(tuple(small[:count]) in _phrases("heads") for count in range(_LONGEST, 0, -1))


def company_words(words: list[str], small: list[str]) -> list[str]:
    """The words of an enterprise's name (in capitals, and casefolded) as running text writes them.

    Form and trade have a capital at their first word, the proper name at each: ``Công ty Cổ phần Cấp nước Sông Lam``.
    Short forms and foreign names stay. Trades that no list knows are parted by underthesea's word segmentation.
    """
    out: list[str] = []
    at = 0
    while at < len(words):
        form = _known(words, small, at) or _unknown(words, small, at)
        out.extend(form)
        at += len(form)
    return out


def _known(words: list[str], small: list[str], at: int) -> list[str]:
    """The longest phrase known at a word, cased; empty when none is."""
    for count in range(min(_LONGEST, len(small) - at), 0, -1):
        key = tuple(small[at : at + count])
        if count > 1 and key in _places():
            return list(_places()[key])
        if any(key in _phrases(kind) for kind in ("heads", "forms", "trades")):
            return [small[at].capitalize(), *small[at + 1 : at + count]]
    if small[at] in table("company_words")["small"]:
        return [small[at]]
    short = table("company_words")["short"].get(words[at])
    return [short] if short else []


def _unknown(words: list[str], small: list[str], at: int) -> list[str]:
    """Words up to the next known one: compounds (a trade that no list knows) before the proper name at the end."""
    end = at + 1
    while end < len(words) and not _known(words, small, end):
        end += 1
    run = words[at:end]
    proper = end == len(words) and len(run) <= _PROPER
    if proper or len(run) == 1 or not all(map(is_syllable, run)):
        return [_proper(word) for word in run]
    out: list[str] = []
    compounds = [doc.text.split() for doc in tokens(" ".join(small[at:end])) if doc.text.strip()]
    for place, compound in enumerate(compounds):
        named = end == len(words) and (place == len(compounds) - 1 or len(compound) == 1)
        first, *rest = (word.capitalize() for word in compound)
        out += [first, *(rest if named else compound[1:])]
    return out


def _proper(word: str) -> str:
    """A word of a proper name; short forms and foreign names stay."""
    stays = not word.isalpha() or word in table("abbreviations")["plain"] or not is_syllable(word)
    return word if stays else word.capitalize()


@cache
def _phrases(kind: str) -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(WORD.findall(text)) for text in table("company_words")[kind])


@cache
def _places() -> dict[tuple[str, ...], tuple[str, ...]]:
    return {tuple(w.casefold() for w in WORD.findall(name)): tuple(WORD.findall(name)) for name in known_names()}
