"""Printed lines joined into a paragraph's text, with every run of it tied to where it stands in a page."""

from __future__ import annotations

import re

from vanban.language.syllables import is_syllable
from vanban.layout.cues import cues
from vanban.layout.model import Line, Piece

_MARKS = re.compile(r"\((?:\*{1,3})\)|(\*+|(?<!\w)_{1,3}(?=[^\W_])|(?<=[^\W_])_{1,3}(?!\w))")
_TORN_YEAR = re.compile(r"(?:năm |/)(?:1|2|19|20|19\d|20\d)\Z")
_ONSETS = frozenset(
    [
        "b",
        "c",
        "ch",
        "d",
        "đ",
        "g",
        "gh",
        "gi",
        "h",
        "k",
        "kh",
        "l",
        "m",
        "n",
        "ng",
        "ngh",
        "nh",
        "p",
        "ph",
        "q",
        "qu",
        "r",
        "s",
        "t",
        "th",
        "tr",
        "v",
        "x",
    ]
)
_VOWEL = re.compile("[aeiouyăâêôơưà-ỹ]", re.IGNORECASE)
_LAST = re.compile(r"[^\W\d_]+\Z")
_FIRST = re.compile(r"[^\W\d_]+")


def breaks_word(before: str, after: str) -> bool:
    """Whether a line break fell inside a word: ``Căn c`` / ``ứ``, ``TH`` / ``Ủ TƯỚNG``."""
    last, first = _LAST.search(before[-8:]), _FIRST.match(after[:8])
    if not last or not first:
        return False
    low, high = last.group(), first.group()
    if (low.islower() and not high.islower()) or (len(low) > 1 and low.isupper() and not high.isupper()):
        return False
    if len(low) == 1 and low.isupper() and high[:1].isupper() and len(high) > 1 and high[1:].islower():
        return False
    return (
        not (is_syllable(low) and is_syllable(high))
        and is_syllable(low + high)
        and (low.lower() in _ONSETS or bool(_VOWEL.search(low)))
    )


def join(lines: list[Line], offset: int = 0) -> tuple[str, list[Piece]]:
    """The lines' text in one line without Markdown marks, from ``offset`` of the first line on, with its pieces."""
    if len(lines) == 1 and "*" not in lines[0].text and "_" not in lines[0].text:
        line = lines[0]
        text = line.text[offset:]
        return text, [Piece(0, len(text), line.page, line.start + offset)]
    parts: list[str] = []
    pieces: list[Piece] = []
    size = 0
    for line in lines:
        text = line.text
        if parts:
            glue = _glue(parts[-1], text)
            parts.append(glue)
            size += len(glue)
        for low, high in _unmarked(text, offset):
            parts.append(text[low:high])
            pieces.append(Piece(size, high - low, line.page, line.start + low))
            size += high - low
        offset = 0
    return "".join(parts), pieces


def _glue(before: str, after: str) -> str:
    if before[-1:] in "-/" and before[-2:-1].strip() and after[:1].strip() and not after[:1].islower():
        return ""
    if after[:1] in ";,.:)/" or before[-1:] == "(" or (after[:1].isdigit() and _TORN_YEAR.search(before)):
        return ""
    return "" if breaks_word(before, after) else " "


def _unmarked(text: str, offset: int) -> list[tuple[int, int]]:
    """The spans of ``text`` from ``offset`` that are not Markdown marks."""
    if "*" not in text and "_" not in text:
        return [(offset, len(text))] if offset < len(text) else []
    spans = []
    low = offset
    for match in _MARKS.finditer(text, offset):
        if match.group(1) is None:
            continue
        if match.start() > low:
            spans.append((low, match.start()))
        low = match.end()
    if low < len(text):
        spans.append((low, len(text)))
    return spans


def hangs(text: str) -> bool:
    """Whether a line breaks off in the middle of a phrase."""
    return bool(cues().hanging.search(text[-14:]))


def awaits_number(text: str) -> bool:
    """Whether a line breaks off before a number: ``… tại khoản``, ``… ngày``."""
    return bool(cues().before_number.search(text[-14:].lower()))
