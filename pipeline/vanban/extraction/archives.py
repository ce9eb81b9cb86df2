"""Lưu: the units that keep the document; codes of drafters and counts of copies are left out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vanban.language.abbreviations import AgencyContext, unit
from vanban.language.agencies import written_out
from vanban.language.agency_data import letters
from vanban.language.agency_parts import held
from vanban.language.doctypes import by_code
from vanban.language.text import same_tone

_PARENS = re.compile(r"\(.*?(?:\)|$)")
_DASH = re.compile(r"(?<=[A-ZĐ])\s*[-–—]\s*(?=[A-ZĐ]{2})")
_SPLIT = re.compile(r"[,;]|\s+và\s+|(?<=\bVT)-(?!LT)")
_COPIES = re.compile(r"\d{1,3}\s?(?:b|bản|bộ)?$", re.IGNORECASE)
_CODE = re.compile(letters(r"([A-ZĐƯ]{2,}(?:[&-][A-ZĐƯ]{2,})*)(\d{2,})?(?:[.\-/]?[<l>\d]*)(?:[.\-/].*)?$"))
_NAMED = re.compile(
    r"(?:văn thư|văn phòng|phòng|cục|vụ|ban|sở|chi cục|hồ sơ|trung tâm|đơn vị|tổ|khoa|thanh tra"
    r"|thường trực|hội đồng|ủy ban|(?:tỉnh|thành|huyện|quận|thị|đảng) ủy|chi bộ|đảng bộ|công an|công ty|trường)\b",
    re.IGNORECASE,
)
_DRAFTER = re.compile(r"[A-ZĐƯ]{1,4}\.\d{1,4}$")
"""Who typed it and how many copies (``AD.250``; NĐ 30/2020 PL I.II.9): behind a unit, no unit of its own."""
_NUMBERED = re.compile(r"(?:[ABCKVPX]|P[ACVHKX])\d{1,2}$")
"""A numbered office of the police or the procuracy (``V03``, ``PC06``, ``P9``), as written."""


def archive_units(text: str, context: AgencyContext | None = None) -> list[str]:
    """The units of ``VT, KGVX(NCD)``: known codes written out, others as written, noise dropped.

    >>> archive_units("VT, KGVX(NCD), ab12")
    ['Văn thư', 'KGVX']
    """
    found: list[str] = []
    for piece in _pieces(_DASH.sub("-", _PARENS.sub(" ", text))):
        piece = piece.strip(" .:-–*_|()")
        if not piece or _COPIES.match(piece) or (len(found) > 1 and _DRAFTER.match(piece)):
            continue
        found.extend(name for name in _unit(piece, context) if name)
    return found


def _pieces(text: str) -> Iterator[str]:
    """What commas and ``và`` part, but for names that hold one (``Ban Tuyên giáo và Dân vận``)."""
    whole, at = held(text) if " và " in text else [], 0
    for mark in _SPLIT.finditer(text):
        if not any(low <= mark.start() < high for low, high in whole):
            yield text[at : mark.start()]
            at = mark.end()
    yield text[at:]


def _unit(piece: str, context: AgencyContext | None) -> list[str]:
    """One piece: a named unit, a code with or without noise behind it, or nothing."""
    if _NAMED.match(same_tone(piece)):
        return [written_out(piece, context)]
    if _NUMBERED.match(piece):
        return [piece]
    first, _, rest = piece.partition(" ")
    code, _, drafter = first.partition(".")
    if len(code) < 2 and drafter:
        code = drafter
    if not code.isupper() and by_code(code):
        return [code, *(_unit(rest, context) if rest.isupper() else [])]
    match = _CODE.match(code)
    if match is None:
        return []
    name = unit(match[1], context)
    if match[2] and name != match[1]:
        name = f"{name} {match[2]}"
    return [name, *(_unit(rest, context) if rest.isupper() else [])]
