"""Words as the search index knows them: an exact form with marks, and a folded form without.

``đường`` is exactly ``đường`` and folds to ``duong``; ``hoà`` and ``hòa`` are the same exact word.
Index, query and snippets all cut and compare words here, so what is found can be shown.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from vanban.language.text import fold, hyphens, latin, nfc, same_tone, squeeze

WORD = re.compile(r"[^\W_]+")
"""A word of NFC text: a run of letters and digits."""

GAP = "¶"
"""Stands between the items of a list in the index, so that no phrase runs from one into the next."""

_LEADING_ZEROS = re.compile(r"^0+(?=\d)")


@lru_cache(maxsize=65_536)
def exact(word: str) -> str:
    """The word with its marks: casefolded, tone mark in one place, look-alike letters put right."""
    return same_tone(latin(word).casefold())


@lru_cache(maxsize=65_536)
def folded(word: str) -> str:
    """The word without its marks; a word that is nothing but marks stays as it is."""
    return fold(word) or word


def marked(word: str) -> bool:
    """Whether the word carries Vietnamese marks (``đ`` is one), so that it means itself alone."""
    return exact(word) != folded(word)


def words(text: str) -> list[str]:
    """The words of a text as written, in order."""
    return WORD.findall(nfc(text))


def index_forms(items: Iterable[str]) -> tuple[str, str]:
    """What the index holds for a list of texts: their exact and their folded words, space between."""
    cut = [words(item) for item in items]
    gap = f" {GAP} "
    return (
        gap.join(" ".join(map(exact, item)) for item in cut),
        gap.join(" ".join(map(folded, item)) for item in cut),
    )


def padded_forms(text: str) -> tuple[str, str]:
    """The exact and the folded words of a text with a space before and after each, to look for words in a row."""
    exact, folded = index_forms([text])
    return f" {exact} ", f" {folded} "


def plain(value: str) -> str:
    """A value for comparing: folded words with one space between (``Kế hoạch`` → ``ke hoach``)."""
    return " ".join(map(folded, words(value)))


def number_key(number: str) -> str:
    """A document number for comparing: no spaces, marks, case or leading zeros (``05/QĐ-UBND`` → ``5/qd-ubnd``)."""
    return _LEADING_ZEROS.sub("", squeeze(fold(hyphens(number))).replace(" ", ""))
