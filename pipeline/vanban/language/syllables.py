"""Is this Vietnamese? Written syllables by their parts: what a text layer or an encoding must yield."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources

_TONES = dict.fromkeys((0x300, 0x301, 0x303, 0x309, 0x323))
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Vietnamese:
    """Of ``words`` words of letters, the share that are syllables, and that carry a Vietnamese mark."""

    words: int
    valid: float
    marked: float


@lru_cache(maxsize=1 << 16)
def is_syllable(word: str) -> bool:
    """Whether ``word`` (any case, NFC) is a possible Vietnamese syllable with at most one tone."""
    apart = unicodedata.normalize("NFD", word.lower())
    bare = apart.translate(_TONES)
    if len(apart) - len(bare) > 1:
        return False
    rhyme = _syllables().get(unicodedata.normalize("NFC", bare))
    if rhyme is None:
        return False
    return not rhyme or any(mark in apart for mark in "\u0301\u0323")


def judge(text: str, *, most: int = 2_000) -> Vietnamese:
    """How Vietnamese the words of ``text`` are; words of capitals alone of up to 5 letters do not count.

    Looks at the first ``most`` words. An empty text is perfectly Vietnamese with no words.
    """
    words = valid = marked = 0
    for match in _WORD.finditer(text):
        word = match.group()
        if len(word) <= 5 and word.isupper() and word.isascii():
            continue
        words += 1
        valid += is_syllable(word)
        marked += not word.isascii()
        if words >= most:
            break
    return Vietnamese(words, valid / words, marked / words) if words else Vietnamese(0, 1.0, 1.0)


@cache
def _syllables() -> dict[str, bool]:
    """Every toneless syllable, and whether it must carry sắc or nặng."""
    data = tomllib.loads(resources.files("vanban.language").joinpath("data/syllables.toml").read_text("utf-8"))
    stops = tuple(data["stops"].split())
    rhymes = {rhyme: rhyme.endswith(stops) for rhyme in data["rhymes"].split()}
    return {onset + rhyme: stop for onset in ["", *data["onsets"].split()] for rhyme, stop in rhymes.items()}
