"""Markers of headings and items: Phần, Chương, Mục, Điều, ``I.``, ``1.``, ``1.1.``, ``a)``, ``-``, ``+``.

The levels are those of NĐ 30/2020 PL I.II.6.đ and, for the Party's ``I-`` and ``1-``, HD 36-HD/VPTW.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from vanban.layout.cues import UPPER

PART, CHAPTER, SECTION, SUBSECTION, ARTICLE, LETTER, ROMAN, DIGIT = range(8)
POINT, DASH, PLUS = 11, 13, 14
"""Ranks; dotted numbers (``1.1``) stand between :data:`DIGIT` and :data:`POINT`."""


@dataclass(slots=True, frozen=True)
class Marker:
    """A marker at the start of a line: as printed, its rank, what a reader calls it, where the text begins."""

    text: str
    rank: int
    label: str
    end: int


_DIVISIONS = {
    "phần": PART,
    "chương": CHAPTER,
    "mục": SECTION,
    "tiểu mục": SUBSECTION,
    "điều": ARTICLE,
    "điêu": ARTICLE,
    "điểu": ARTICLE,
}
_DIVISION = re.compile(
    r"(Phần|Chương|Mục|Tiểu mục|Đi[ềêể]u)\s+((?:thứ\s+)?(?:\d{1,3}[a-zđ]{0,2}|(?-i:[IVX]{1,7})"
    r"|nhất|hai|ba|bốn|tư|năm|sáu|bảy|tám|chín|mười(?:\s(?:một|hai|ba|bốn|lăm))?))"
    r"(?:\s{0,2}[*_]{0,2}\s{0,2}([.:/)]|[-–](?=\s))[*_]{0,2}\s{0,3}|[*_\W]{0,4}\Z"
    rf"|(?=\s+(?-i:[{UPPER}]){{2}}))",
    re.IGNORECASE,
)
_NUMBERED = re.compile(
    r"(\d{1,3}(?:\.\d{1,2}){0,4})\s{0,1}([.)/]|[-–](?=\s)|\.[-–])[*_]{0,3}(?:\s+|(?=[^\W\d]|[*_“\"(]))|(\d{1,2}(?:\.\d{1,2}){1,4})[*_]{0,3}\s+(?=[^\W\d])"
)
_ROMAN = re.compile(r"([IVXL]{1,6}|[A-HK])\s{0,1}([.)/]|[-–]{1,2}(?=\s)|\.[-–])[*_]{0,3}\s{0,3}(?=\S)")
_POINT = re.compile(rf"([a-zđ]\d{{0,2}})\s{{0,1}}(?:\)|[./](?=\s|[{UPPER}])|[-–](?=\s))[*_]{{0,3}}\s{{0,3}}(?=\S)")
_BULLET = re.compile(r"[-–—+•●*▪◦·]{1,2}\s{0,4}(?=\S)")
_OPENERS = frozenset("0123456789IVXLABCDEFGHKabcdđefghiklmnopqrstuvxy-–—+•●▪◦·PpCcMmTtĐĐ")


def marker(text: str) -> Marker | None:
    """The marker that ``text`` begins with, if it does."""
    first = text[0]
    if first not in _OPENERS or len(text) < 2:
        return None
    if first.isdigit():
        return _numbered(text)
    if first in "PCMTĐpcmtđ":
        match = _DIVISION.match(text)
        if match:
            return _division(match)
    if first in "-–—+•●▪◦·":
        match = _BULLET.match(text)
        return Marker(match.group().strip(), PLUS if first == "+" else DASH, "", match.end()) if match else None
    if first.islower():
        match = _POINT.match(text)
        return (
            Marker(match.group().strip(" *_"), POINT + (len(match.group(1)) > 1), match.group(1), match.end())
            if match
            else None
        )
    match = _ROMAN.match(text)
    if match is None:
        return None
    name = match.group(1)
    rank = ROMAN if all(c in "IVXL" for c in name) and name != "L" else LETTER
    return Marker(match.group().strip(" *_"), rank, name, match.end())


def _division(match: re.Match[str]) -> Marker | None:
    word, number = match.group(1), " ".join(match.group(2).split())
    if word[0].islower():
        return None
    rank = _DIVISIONS[word.lower()]
    name = {PART: "Phần", CHAPTER: "Chương", SECTION: "Mục", SUBSECTION: "Tiểu mục", ARTICLE: "Điều"}[rank]
    number = number.upper() if re.fullmatch(r"[ivxlc]+", number, re.IGNORECASE) else number.lower()
    return Marker(match.group().strip(" *_"), rank, f"{name} {number}", match.end())


def _numbered(text: str) -> Marker | None:
    match = _NUMBERED.match(text)
    if match is None:
        return None
    number = match.group(1) or match.group(3)
    depth = number.count(".")
    if depth == 0 and (
        (len(number) > 2 and int(number) > 200)
        or (match.group(2) == "/" and text[match.end() : match.end() + 1].isdigit())
    ):
        return None
    return Marker(match.group().strip(" *_"), DIGIT + min(depth, 3), number, match.end())
