"""Text typed in TCVN3 (ABC) and VNI fonts: recognised by font name or by its words, made Unicode."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Literal

from vanban.language.syllables import is_syllable
from vanban.language.text import nfc

Encoding = Literal["tcvn3", "vni"]

_SAMPLE = 40_000
_WORD = re.compile(r"[^\s\d.,;:!?()\[\]{}\"'/“”‘’…–—_+=<>|*&%#@$-]+")
_MODERN = re.compile("[\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9]")
_HIGH = re.compile("[\u00a1-\u00ff]")
_JOINED_HYPHEN = re.compile(r"[^\s.,;:()]*-[^\s.,;:()]*")


@dataclass(frozen=True, slots=True)
class _Table:
    """One encoding: the prefixes of its fonts' names, and a pattern whose matches ``letters`` turns."""

    fonts: tuple[str, ...]
    capital_fonts: str | None
    pattern: re.Pattern[str]
    letters: dict[str, str]


def by_font(font: str | None) -> Encoding | None:
    """The encoding that a font's name tells (``.VnTime``, ``VNI-Times``), if any."""
    if not font:
        return None
    low = font.lower()
    for encoding, table in _tables().items():
        if low.startswith(table.fonts):
            return encoding
    return None


def detect(text: str) -> Encoding | None:
    """The encoding in which the marked words of ``text`` are Vietnamese, when as they stand they are not.

    Lines with a letter that only Unicode has are not asked.
    """
    lines = (line for line in text[:_SAMPLE].splitlines() if not _MODERN.search(line))
    words = [word for line in lines for word in _WORD.findall(line) if _HIGH.search(word)]
    if len(words) < 3:
        return None
    as_is = sum(map(is_syllable, words)) / len(words)
    best: Encoding | None = None
    score = max(0.75, as_is + 0.25)
    for encoding in _tables():
        share = sum(is_syllable(convert(word, encoding)) for word in words) / len(words)
        if share >= score:
            best, score = encoding, share
    return best


def to_unicode(text: str) -> str:
    """``text`` with its legacy lines converted; a line with a letter that only Unicode has is left alone."""
    encoding = detect(text)
    if encoding is None:
        return text
    return "".join(line if _MODERN.search(line) else convert(line, encoding) for line in text.splitlines(keepends=True))


def convert(text: str, encoding: Encoding, font: str | None = None) -> str:
    """``text`` of one run in ``encoding`` as Unicode NFC.

    A TCVN3 font whose name ends in H shows small letters as capitals, so the run becomes capitals.
    In TCVN3 a hyphen inside a word may be ``ư`` (byte AD, the soft hyphen): it is one where a syllable comes of it.
    """
    table = _tables()[encoding]
    letters = table.letters
    made = table.pattern.sub(lambda match: letters[match.group()], text)
    if encoding == "tcvn3" and "-" in made:
        made = _JOINED_HYPHEN.sub(_soft_hyphen, made)
    if table.capital_fonts and font and _plain_name(font).endswith(table.capital_fonts):
        made = made.upper()
    return nfc(made)


def _soft_hyphen(match: re.Match[str]) -> str:
    word = match.group()
    if word == "-":
        return word
    made = word.replace("-", "ư")
    return made if is_syllable(made) else word


def _plain_name(font: str) -> str:
    """The name without what makers hang on it: ``.VnTimeH,Bold``, ``.VnTimeH-Italic``."""
    return re.split(r"[,\-]", font.lower(), maxsplit=1)[0].strip()


@cache
def _tables() -> dict[Encoding, _Table]:
    data = tomllib.loads(resources.files("vanban.language").joinpath("data/legacy.toml").read_text("utf-8"))
    return {"tcvn3": _tcvn3(data["tcvn3"]), "vni": _vni(data["vni"])}


def _tcvn3(data: dict[str, str]) -> _Table:
    letters = dict(zip(data["from"], data["to"], strict=True)) | {"\u03bc": "à", "\u2219": "ã"}
    pattern = re.compile("[" + re.escape("".join(letters)) + "]")
    return _Table(tuple(data["fonts"]), data["capital_fonts"], pattern, letters)


def _vni(data: dict[str, dict[str, str]]) -> _Table:
    singles = data["letters"]
    letters = dict(singles)
    for vowel in data["vowels"]:
        base = singles.get(vowel, vowel)
        for mark, adds in data["marks"].items():
            made = nfc(base + adds)
            if len(made) == 1:
                letters[vowel + mark] = letters[vowel + mark.upper()] = made
    ordered = sorted(letters, key=len, reverse=True)
    return _Table(tuple(data["fonts"]), None, re.compile("|".join(map(re.escape, ordered))), letters)
