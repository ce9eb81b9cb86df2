"""Cue words that OCR misread by their marks (``Chú tịch``, ``theo đối``), put right in a copy of the blocks.

Only phrases of two syllables or more are mended, where their letters agree without marks and no other phrase has the
same letters; a mended text has the length of the page's, so spans stay true.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from functools import cache

from vanban.extraction.tasks.cues import words
from vanban.layout.model import Block

_LISTS = (("actors", "names"), ("actors", "collective"), ("actors", "alone"), ("task", "verbs"), ("orders", "words"))
_MORE = ("có liên quan", "liên quan", "Ủy ban nhân dân", "Sở Y tế", "chịu trách nhiệm thi hành")

_PARTED_MONTH = re.compile(r"(?<=/)(1) ([0-2])(?=\s?/)")
"""``22/1 1/2017``: the space is moved behind the month."""
_TWINS = frozenset(
    {
        "học viện",
        "ban tổ chức",
        "ban quản lý",
        "ban chỉ huy",
        "ban chỉ đạo",
        "ban đại diện",
        "trưởng bản",
        "chuyên viên",
    }
    | {"công an", "không để", "ban giám đốc"}
)
"""Phrases that differ by a mark alone from a word as good as they are (``học viên``)."""


@cache
def _phrases() -> tuple[re.Pattern[str], dict[str, str]]:
    known: dict[str, str | None] = {}
    for phrase in [*_MORE, *(phrase for table, key in _LISTS for phrase in words()[table][key])]:
        phrase = unicodedata.normalize("NFC", phrase).lower()
        if " " in phrase and "," not in phrase and phrase not in _TWINS:
            plain = bare(phrase)
            known[plain] = phrase if known.get(plain, phrase) == phrase else None
    sure = {plain: phrase for plain, phrase in known.items() if phrase is not None}
    listed = "|".join(re.escape(plain) for plain in sorted(sure, key=lambda plain: (-len(plain), plain)))
    return re.compile(rf"(?<!\w)(?:{listed})(?!\w)"), sure


def bare(text: str) -> str:
    """Small letters without marks, one for each code point of NFC text (``đ`` as ``d``)."""
    return "".join(_bare_letter(letter) for letter in text)


@cache
def _bare_letter(letter: str) -> str:
    plain = unicodedata.normalize("NFD", letter.lower())[:1]
    return {"đ": "d", "ð": "d"}.get(plain, plain) or letter


def mend(text: str) -> str:
    """The text with misread cue phrases put right; its length is kept."""
    pattern, sure = _phrases()
    parts, at = [], 0
    for match in pattern.finditer(bare(text)):
        said, meant = text[match.start() : match.end()], sure[match.group()]
        if said.lower() != meant:
            parts += [text[at : match.start()], _cased(said, meant)]
            at = match.end()
    whole = "".join([*parts, text[at:]]) if parts else text
    return _PARTED_MONTH.sub(r"\g<1>\g<2> ", whole)


def _cased(said: str, meant: str) -> str:
    return "".join(new.upper() if old.isupper() else new for old, new in zip(said, meant, strict=True))


def mended(blocks: list[Block]) -> list[Block]:
    """Copies of the blocks with mended texts, linked among themselves as the blocks are."""
    copies = {id(block): replace(block, text=mend(block.text)) for block in blocks}
    for block in blocks:
        copy = copies[id(block)]
        copy.parent = copies.get(id(block.parent), block.parent) if block.parent is not None else None
        copy.children = [copies.get(id(child), child) for child in block.children]
        copy.cells = [mend(cell) for cell in block.cells]
        copy.header = [mend(cell) for cell in block.header]
    return list(copies.values())
