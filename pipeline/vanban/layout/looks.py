"""What a line looks like by itself: the cues of a head, a capital line, a type's name."""

from __future__ import annotations

import re
from enum import StrEnum

from vanban.language.doctypes import is_unit
from vanban.layout.cues import NUMBER, PLACE_DATE, RULE, SUBJECT, cues, key, near, solid
from vanban.layout.model import Line

CLAUSE = re.compile(
    r"(?:dieu|chuong|muc|phan)\s+(?:thu\s+)?(?:\d|[ivx]+(?![a-z])|nhat|hai|mot)|\d{1,2}\s*[./)]\s|\d{1,2}\.\d{1,2}[.)]?\s+[a-z]|[ivx]{1,4}\s?[.-]\s|[a-d][.)]\s|[-+]\s"
)


class Cue(StrEnum):
    """What one line looks like by itself, before its neighbours are asked."""

    MOTTO = "motto"
    NUMBER = "number"
    PLACE_DATE = "place_date"
    TYPE = "type"
    SUBJECT = "subject"
    MARK = "mark"
    RULE = "rule"
    ADDRESSEES = "addressees"
    BASIS = "basis"
    OPERATIVE = "operative"
    CLAUSE = "clause"
    UPPER = "upper"
    TEXT = "text"


_OPENINGS = ("conghoaxahoi", "doclaptudo")
"""What is left of Quốc hiệu and Tiêu ngữ where a seal or stamp covers their ends."""


def is_motto(text: str) -> bool:
    """Quốc hiệu, Tiêu ngữ or the Party's title, allowing for misread letters; not a sentence that names the state."""
    if not 12 <= len(text) <= 60 or text[0] in "-+|" or not (text[:1].isupper() or not text[:1].isalpha()):
        return False
    flat = solid(text)
    if len(flat) < 12 or flat.startswith("nuoc"):
        return False
    if flat.startswith(_OPENINGS) and (text.isupper() or len(flat) < 24):
        return True
    for phrase in cues().mottos:
        if abs(len(flat) - len(phrase)) <= len(phrase) // 3 and near(flat, phrase, 0.25):
            return text.isupper() or phrase.startswith("doclap") or (text[:1].isupper() and len(text) < 45)
        if phrase in flat and len(flat) - len(phrase) < 10 and (text.isupper() or phrase.startswith("doclap")):
            return True
    return False


def is_upper(text: str) -> bool:
    """Whether most letters are capitals (OCR may turn a few small)."""
    if text.isupper():
        return sum(map(str.isupper, text[:12])) > 1
    if sum(map(str.islower, text[:12])) > 3:
        return False
    capitals = sum(map(str.isupper, text))
    return capitals >= 2 and sum(map(str.islower, text)) <= capitals * 0.15


def is_type(text: str, *, misread: bool = True) -> bool:
    """Tên loại văn bản on a line of its own, in capitals (NĐ 30/2020 PL I.II.5).

    ``misread`` allows for a wrong letter or two.
    """
    if len(text) > 160 or not is_upper(text) or is_unit(text):
        return False
    rules = cues()
    flat = " ".join(key(text).split()).strip(" .:;,*-_~'\"")
    if flat in rules.types:
        return True
    match = rules.type_start.match(flat)
    if match:
        return not text.rstrip().endswith(":") and match.group() not in rules.type_only and len(flat) < 120
    if not misread:
        return False
    letters = solid(text)
    return 7 <= len(letters) <= 16 and any(near(letters, name, 0.13) for name in rules.types_solid)


def is_number(folded: str) -> bool:
    """Số và ký hiệu over :func:`key`: a type's name before it only where nothing follows the symbol."""
    match = NUMBER.match(folded)
    if match is None:
        return False
    named = folded.lstrip(" -*_\"'.")[:2] not in ("so", "s0", "5o", "50", "sa", "56", "s6")
    return not named or " " not in match["rest"].strip().rpartition("/")[2]


LOOK = 330
"""Code points of a line that are looked at; longer ones are paragraphs whatever follows."""


def look(line: Line) -> Cue:
    """What the line looks like by itself."""
    text = line.text
    folded = key(text[:LOOK])
    rules = cues()
    if RULE.match(text):
        return Cue.RULE
    if rules.mark_line.match(folded) or rules.mark_start.match(folded):
        return Cue.MARK
    if is_motto(text):
        return Cue.MOTTO
    if len(text) < 120 and is_number(folded):
        return Cue.NUMBER
    if rules.furniture.match(folded) and not line.cells:
        return Cue.MARK
    if SUBJECT.match(folded) and ((folded.lstrip("(*\"' ").startswith("v") and "/" in folded[:6]) or len(text) < 300):
        return Cue.SUBJECT
    if (rules.addressees.match(folded) and len(text) < 1000) or rules.wire.match(folded):
        return Cue.ADDRESSEES
    if rules.basis.match(folded):
        return Cue.BASIS
    if is_upper(text) and rules.operative.match(folded) and folded.rstrip().endswith(":"):
        return Cue.OPERATIVE
    if len(text) < 110 and PLACE_DATE.match(folded):
        return Cue.PLACE_DATE
    if is_type(text):
        return Cue.TYPE
    if CLAUSE.match(folded):
        return Cue.CLAUSE
    return Cue.UPPER if is_upper(text) else Cue.TEXT
