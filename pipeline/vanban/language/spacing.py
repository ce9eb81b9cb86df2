"""Words that a converter broke into letters (``Nh ư tr ê n``) put together again."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import pairwise

from vanban.language.agency_data import phrases
from vanban.language.syllables import is_syllable

_STRETCH = re.compile(r"(?:[^\W\d_]+[ \u00a0]+)+[^\W\d_]+")
_ROMAN = re.compile(r"(?<=[\s.])([IVX]{1,3}) ([IVX]{1,2})(?!\w)")
_ALONE = frozenset("yýYÝởổồừàạaôAÔ")
"""Letters that are words, or mark points."""
_LONGEST = 7
_NEW = 0.9
_ABBREVIATION = re.compile(r"[A-ZĐƯ]{2,8}")


def mend(text: str) -> str:
    """``text`` with broken words whole; text without broken words is given back as it is.

    A word is broken where a piece is no syllable by itself (``tr``, ``ng``) or several single letters
    follow one another; whole words beside it stay.
    """
    mended = _STRETCH.sub(lambda match: _chunk(match.group()), text)
    return mended if mended == text else _ROMAN.sub(r"\1\2", mended)


def _chunk(text: str) -> str:
    """One stretch of words with blanks between."""
    words = text.split()
    if not any(
        (_broken(word) and (not is_syllable(word) or word not in _ALONE)) or len(word) == len(other) == 1
        for word, other in pairwise([*words, ""])
    ):
        return text
    return " ".join(_join(words))


@lru_cache(maxsize=1 << 14)
def _broken(word: str) -> bool:
    """Whether a piece cannot be a word: no syllable and no abbreviation, or a lone letter."""
    return len(word) == 1 or (not is_syllable(word) and not (word.isupper() or any(c.isupper() for c in word[1:])))


def _join(words: list[str]) -> list[str]:
    """The cheapest way to put neighbouring pieces together: few words, none of them broken."""
    best: list[tuple[float, int]] = [(0.0, 0)]
    for end in range(1, len(words) + 1):
        options = []
        for start in range(max(0, end - _LONGEST), end):
            options.append((best[start][0] + _cost(tuple(words[start:end])), start))
        best.append(min(options))
    out: list[str] = []
    end = len(words)
    while end:
        start = best[end][1]
        out.append("".join(words[start:end]))
        end = start
    return out[::-1]


@lru_cache(maxsize=1 << 14)
def _cost(pieces: tuple[str, ...]) -> float:
    """What one word made of ``pieces`` costs."""
    word = "".join(pieces)
    if len(pieces) == 1:
        return 1.0 if not _broken(word) else 1.2 if is_syllable(word) else 3.0
    if not any(_broken(piece) for piece in pieces):
        return 99.0
    if any(piece[0].isupper() for piece in pieces[1:]):
        return 1.0 if _ABBREVIATION.fullmatch(word) and all(len(piece) <= 2 for piece in pieces) else 99.0
    return _NEW if word.casefold() in _common() else 1.0 if is_syllable(word) else 99.0


@cache
def _common() -> frozenset[str]:
    """Words that names of agencies are made of: they decide between ``Thành ủy`` and ``Thà nhủy``."""
    return frozenset(word for group in phrases().values() for phrase in group for word in phrase.words)
