"""Normal forms of Vietnamese text: NFC, folding for search, look-alikes, dashes and white space."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

CAPITALS: Final = "A-ZĐ" + "".join(chr(c) for c in (*range(0xC0, 0x1B1), *range(0x1EA0, 0x1EFA)) if chr(c).isupper())
"""Capital letters for a character class: code points alternate, so ``À-Ỹ`` would take small ones too."""

_LOOKALIKES = str.maketrans(
    {
        "\u00d0": "Đ", "\u0189": "Đ", "\u00f0": "đ", "\u0256": "đ",  # Eth and African D
        "А": "A", "В": "B", "С": "C", "Е": "E", "Н": "H", "К": "K", "М": "M", "О": "O", "Р": "P", "Т": "T", "Х": "X",
        "а": "a", "с": "c", "е": "e", "о": "o", "р": "p", "х": "x", "у": "y",
    }
)  # fmt: skip
_DASHES = re.compile("[\u2010-\u2015\u2212\u00ad]")
_SPACES = re.compile(r"\s+")
_UNSEEN = re.compile("[\u200b-\u200d\ufeff]")


def nfc(text: str) -> str:
    """Unicode NFC."""
    return unicodedata.normalize("NFC", text)


def squeeze(text: str) -> str:
    """Every run of white space as one space, none at the ends, nothing unseen."""
    return _SPACES.sub(" ", _UNSEEN.sub("", text)).strip()


def latin(text: str) -> str:
    """Letters of other alphabets that only look Vietnamese (Ð, Cyrillic С) put right; length is kept."""
    return text.translate(_LOOKALIKES)


def hyphens(text: str) -> str:
    """Every kind of dash as ``-``; length is kept."""
    return _DASHES.sub("-", text)


def fold(text: str) -> str:
    """The search key: casefolded, no diacritics, đ as d, white space squeezed."""
    plain = unicodedata.normalize("NFD", latin(text).casefold())
    plain = "".join(c for c in plain if not unicodedata.combining(c)).replace("đ", "d")
    return squeeze(plain)


def plain(text: str) -> str:
    """Small letters without marks, đ as d; length is kept, so offsets stay good. ``text`` is NFC."""
    return text.translate(_PLAIN)


def _plain_table() -> dict[int, str]:
    table = {}
    for code in (*range(0x41, 0x5B), *range(0xC0, 0x250), *range(0x1EA0, 0x1EFA)):
        letter = latin(chr(code)).lower()
        base = unicodedata.normalize("NFD", letter)[0].replace("đ", "d")
        if len(base) == 1:
            table[code] = base
    return table


def same_tone(text: str) -> str:
    """One placement of the tone mark (``hoà`` and ``hòa`` alike: the newer, ``hòa``), letter case kept.

    Differs only in open syllables with ``oa``, ``oe``, ``uy``; ``qu`` keeps its tone on the ``y``.
    """
    if not any(c in text for c in _SECOND_TONED):
        return text
    return _SECOND.sub(_move_tone, text)


def _move_tone(match: re.Match[str]) -> str:
    first, second = match.group(1), unicodedata.normalize("NFD", match.group(2))
    return unicodedata.normalize("NFC", first + second[1:]) + second[0]


_SECOND_TONED = "àáảãạèéẻẽẹỳýỷỹỵÀÁẢÃẠÈÉẺẼẸỲÝỶỸỴ"
_SECOND = re.compile(
    r"(?<![qQ])(?:(?<=\w)|\b)([oO](?=[àáảãạèéẻẽẹÀÁẢÃẠÈÉẺẼẸ])|[uU](?=[ỳýỷỹỵỲÝỶỸỴ]))([àáảãạèéẻẽẹỳýỷỹỵÀÁẢÃẠÈÉẺẼẸỲÝỶỸỴ])(?!\w)"
)
_PLAIN = _plain_table()
