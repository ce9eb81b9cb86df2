"""Which rules a document follows: administrative, normative, the Party's, or none (news, letters, tables)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from vanban.extraction.doctype import title
from vanban.extraction.found import Found
from vanban.extraction.issued import date_line
from vanban.extraction.number import number_line
from vanban.extraction.sealed import Block
from vanban.extraction.signer import signature
from vanban.extraction.spans import near_top
from vanban.language.doctypes import TypeEntry, by_code
from vanban.language.symbols import Parsed, type_of_symbol
from vanban.language.text import plain
from vanban.layout.model import Layout, Zone
from vanban.record import Evidence, Genre

_MOTTO = re.compile(
    r"\W*(?:cong\s*hoa\s*xa\s*hoi\s*chu\s*nghia\s*viet\s*nam|dang\s*cong\s*san\s*viet\s*nam"
    r"|doc\s*lap\W*tu\s*do\W*hanh\s*phuc)\W*"
)
_PARTY_HEAD = re.compile(r"dang\s*cong\s*san\s*viet\s*nam")
_PARTY_ISSUER = re.compile(
    r"(?<!\w)(?:dang\s+uy|dang\s+bo|chi\s+bo|tinh\s+uy|thanh\s+uy|huyen\s+uy|quan\s+uy|thi\s+uy|ban\s+(?:thuong\s+vu|chap\s+hanh)"
    r"|ban\s+(?:to\s+chuc|tuyen\s+giao|dan\s+van|noi\s+chinh)|uy\s+ban\s+kiem\s+tra)"
)
_PARTY_SYMBOL = re.compile(r"/(?:[A-ZĐ]{0,7}(?:TW|TƯ|TU|HU|QU|ĐU|ĐUK)|ThU|CB|UBKT|ĐH)(?:[-\d]|$)")
_NORMATIVE_TITLES = {"Hiến pháp", "Bộ luật", "Luật", "Pháp lệnh", "Lệnh", "Nghị định", "Thông tư", "Thông tư liên tịch"}
_NORMATIVE_CODES = {"NĐ", "TT", "TTLT", "PL", "NQLT", "VBHN"}
_ASSEMBLY = re.compile(r"(?:QH|UBTVQH)\d{1,2}$")


@dataclass(slots=True)
class Signs:
    """What speaks for an official document, found without deciding anything."""

    number: Parsed | None
    title: TypeEntry | None
    motto: bool
    party: bool
    score: float
    evidence: list[Evidence] = field(default_factory=list)


def signs(layout: Layout, block: Block | None = None) -> Signs:
    """The marks of a form on the page, weighed: a number line and a state title weigh most."""
    line, titled, block = number_line(layout), title(layout), block or signature(layout)
    zoned = layout.zone(Zone.MOTTO, Zone.ISSUER)
    mottos = layout.zone(Zone.MOTTO) or [
        item for item in near_top(layout, most=25) if _MOTTO.fullmatch(plain(item.text))
    ]
    head = plain(" ".join(item.text for item in (*zoned, *mottos)))
    party_head = bool(_PARTY_HEAD.search(head))
    symbol = line.parsed.canonical or f"/{line.parsed.symbol}" if line and line.parsed.symbol else ""
    state = bool(re.search(r"cong\s*h[oa]+\s*xa\s*h[oa]i", head))
    party = party_head or (not state and bool(_PARTY_SYMBOL.search(symbol) or _PARTY_ISSUER.search(head)))
    score = (
        (2.0 if line and line.parsed.symbol else 1.0 if line else 0.0)
        + (1.5 if mottos else 0.0)
        + (1.5 if titled else 0.0)
        + (1.5 if block and block.rungs and block.name else 0.7 if block and block.rungs else 0.0)
        + (0.7 if layout.zone(Zone.PLACE_DATE) or date_line(layout) else 0.0)
        + (0.7 if layout.zone(Zone.ADDRESSEES) else 0.0)
        + (0.7 if layout.zone(Zone.DISTRIBUTION) else 0.0)
        + (0.5 if layout.zone(Zone.BASIS) else 0.0)
    )
    evidence = line.joined.evidence(layout, line.start, line.end) if line else []
    return Signs(line.parsed if line else None, titled[0] if titled else None, bool(mottos), party, score, evidence)


def find_genre(layout: Layout, block: Block | None = None) -> Found[Genre]:
    """The genre; ``block`` is the signature where it was read already.

    A year between number and type makes a document normative (Luật 64/2025/QH15, NĐ 78/2025/NĐ-CP).
    """
    found = signs(layout, block)
    if found.score < 2.0 or not any(line.text.strip() for line in near_top(layout)):
        return Found("other", 0.95 if found.score < 1.0 else 0.7, "genre.signs", found.evidence)
    sure = min(0.99, 0.7 + 0.06 * found.score)
    if found.party:
        return Found("party", sure, "genre.party", found.evidence)
    if _is_normative(layout, found):
        return Found("normative", sure, "genre.symbol", found.evidence)
    return Found("administrative", sure, "genre.signs", found.evidence)


def _is_normative(layout: Layout, found: Signs) -> bool:
    number = found.number
    symbol = number.symbol if number else None
    code = type_of_symbol(symbol) if symbol else None
    entry = by_code(code, "normative") if code else None
    if number and number.year and symbol and ((entry and "normative" in entry.genres) or _ASSEMBLY.search(symbol)):
        return True
    if code in _NORMATIVE_CODES:
        return True
    if symbol and code:
        return False
    return found.title is not None and found.title.name in _NORMATIVE_TITLES
