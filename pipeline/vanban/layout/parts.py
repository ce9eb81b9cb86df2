"""What stands behind the main document: its own attachments, and other agencies' documents or blank forms."""

from __future__ import annotations

import re

from vanban.layout.cues import NUMBER, RULE, cues, key
from vanban.layout.foot import Foot
from vanban.layout.looks import is_motto, is_type, is_upper
from vanban.layout.model import Line, PartKind, Zone

_TITLED = re.compile(
    r"(?:phu luc|phu bieu|mau so|bieu so|bieu mau|mau bieu|mau|bieu)\s*(?:so\s*)?[:.]?\s*"
    r"(?:[\divxlc]{1,5}[a-z]?(?:\W|\Z)|\W*\Z|kem)"
)

_SPACES = re.compile(r"\s+")
_OWN = re.compile(r"\d*[/-]\D.*")

TITLE_LINES = 14
"""Lines under a part's first line in which it says what it is."""


def starts_part(lines: list[Line], i: int) -> bool:
    """Whether an annex, attachment, form or other document begins at line ``i``."""
    text = lines[i].text
    first = text[:1]
    if not (first.isupper() or first in "(*") or lines[i].cells or len(text) > 250:
        return False
    if is_motto(text):
        return True
    folded = key(text[:40])
    if cues().annex.match(folded):
        if _TITLED.match(folded):
            return len(text) < 120 or is_upper(text)
        return is_upper(text) and len(text) < 160 and _issued(lines, i) is not None
    return is_type(text, misread=lines[i].box is not None)


def annex_before(lines: list[Line], start: int, stop: int) -> int | None:
    """The first annex in ``lines[start:stop]`` that says it comes with the document; for texts without a signature."""
    for i in range(start, stop):
        text = lines[i].text
        if text[:1] in "PM" and len(text) < 120 and (text.startswith(("PHỤ LỤC", "Phụ lục", "MẪU", "Mẫu"))):
            folded = key(text)
            if _TITLED.match(folded) and (is_upper(text) or len(text) < 20) and _issued(lines, i) is not None:
                return i
    return None


def mark_parts(lines: list[Line], start: int) -> None:
    """Zone and part every line from ``start``, where the main document has ended."""
    i = start
    while i < len(lines) and not starts_part(lines, i):
        i += 1
    i = _with_issuer(lines, i, start)
    behind_other = False
    while i < len(lines):
        end_title = _title_end(lines, i)
        kind = _kind(lines, i, end_title)
        headed = any(is_motto(line.text) for line in lines[i:end_title])
        if behind_other and not headed and _TITLED.match(key(lines[i].text[:40])) and not _ours(lines, i):
            kind = "foreign"
        elif headed:
            behind_other = kind == "foreign"
        end = end_title
        while end < len(lines) and not starts_part(lines, end):
            end += 1
        if end < len(lines):
            end = _with_issuer(lines, end, end_title)
        _mark(lines, i, end_title, end, kind)
        i = end


def _with_issuer(lines: list[Line], i: int, floor: int) -> int:
    """A motto's part begins with the issuer's lines above it."""
    if i < len(lines) and is_motto(lines[i].text):
        while (
            i > floor and (is_upper(lines[i - 1].text) or RULE.match(lines[i - 1].text)) and len(lines[i - 1].text) < 90
        ):
            i -= 1
    return i


def _title_end(lines: list[Line], i: int) -> int:
    """The first line after a part's title: head lines, name, and where it belongs."""
    end = _typed_head(lines, i)
    while end < len(lines) and end - i < TITLE_LINES:
        text = lines[end].text
        if lines[end].cells:
            break
        folded = key(text[:120])
        heading = bool(
            re.match(r"(?:dieu|chuong|phan|muc)\s+[\divx]|[ivx]{1,4}[.-]\s|\d{1,2}[.)]\s|[a-d][.)]\s", folded)
        )
        if heading or (len(text) > 250 and not is_upper(text)):
            break
        titled = (
            is_upper(text)
            or text[:1] in "("
            or bool(cues().issued_with.search(folded))
            or bool(RULE.match(text))
            or is_motto(text)
        )
        if not titled and not NUMBER.match(folded) and (end - i > 3 or text.endswith((".", ";", ":"))):
            break
        end += 1
    return end


def _typed_head(lines: list[Line], i: int) -> int:
    """The line after the type line of a part with a head of its own; the second line of any other part."""
    window = lines[i : i + TITLE_LINES]
    mottos = [j for j, line in enumerate(window) if is_motto(line.text)]
    types = [j for j, line in enumerate(window) if mottos and j > mottos[0] and is_type(line.text)]
    return i + types[0] + 1 if types and mottos[0] < 6 else i + 1


def _issued(lines: list[Line], i: int) -> int | None:
    """The line near ``i`` that says ``kèm theo``, if one does."""
    for j in range(i, min(i + 8, len(lines))):
        if cues().issued_with.search(key(lines[j].text[:400])):
            return j
        if lines[j].cells or len(lines[j].text) > 400:
            return None
    return None


def _ours(lines: list[Line], i: int) -> bool:
    """Whether an annex behind another agency's document says that it comes with the main one, by its number."""
    issued = _issued(lines, i)
    number = next((line for line in lines[:i] if line.zone is Zone.NUMBER and line.part == "main"), None)
    if issued is None or number is None:
        return False
    caption, wanted = (_SPACES.sub("", key(text)) for text in (lines[issued].text[:400], number.text))
    symbol = _OWN.search(wanted)
    return symbol is not None and symbol.group() in caption


def _kind(lines: list[Line], i: int, end: int) -> PartKind:
    """Whether the document issued the part itself or another head, a draft or a blank form begins."""
    head = lines[i:end]
    folded = key(lines[i].text[:60])
    issued = _issued(lines, i)
    if cues().form.match(folded) and not folded.startswith("mau so lieu"):
        return "foreign"
    if _enclosed(lines, i, issued):
        return "foreign"
    if any(is_motto(line.text) for line in head):
        numbered = any(NUMBER.match(key(line.text)) for line in head if len(line.text) < 120)
        return "attachment" if issued is not None and issued < end + 2 and not numbered else "foreign"
    return "attachment"


def _enclosed(lines: list[Line], i: int, issued: int | None) -> bool:
    """Whether an annex (Phụ lục) is only sent along with a letter or report, and not issued by the document."""
    if not _TITLED.match(key(lines[i].text[:40])):
        return False
    if issued is not None:
        caption = key(" ".join(line.text for line in lines[issued : issued + 2])[:400])
        carrier = re.split(cues().issued_with, caption, maxsplit=1)[-1].lstrip(" :")
        if cues().type_start.match(carrier):
            return bool(cues().enclosing.match(carrier))
    title = next((line for line in lines[:i] if line.zone is Zone.TYPE and line.part == "main"), None)
    return title is None or bool(cues().enclosing.match(key(title.text).strip()))


def _mark(lines: list[Line], start: int, body: int, end: int, kind: PartKind) -> None:
    for line in lines[start:end]:
        line.part = kind
        if kind == "foreign":
            line.zone = Zone.ANNEX
    for line in lines[start:body]:
        line.zone = Zone.FURNITURE if RULE.match(line.text) else Zone.ANNEX
    if kind == "attachment":
        Foot(lines, body, end)
