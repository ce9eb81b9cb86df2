"""Every line's zone and part: head, text, foot, then what stands behind."""

from __future__ import annotations

import re
from itertools import pairwise

from vanban.layout.cues import RULE, cues, key
from vanban.layout.foot import Foot
from vanban.layout.head import Head
from vanban.layout.joining import awaits_number
from vanban.layout.model import Line, Zone
from vanban.layout.parts import annex_before, mark_parts
from vanban.layout.zone_model_fusion import second_look

_PAGE_NUMBER = re.compile(r"\W{0,3}(?:trang\s*)?\d{1,4}\W{0,3}(?:\d{1,4}\W{0,2})?\Z", re.IGNORECASE)
_END_OF_DATE = re.compile(r"(?:\d{1,2}/)?\d{4}[.;,](?:/\.)?|\d{4}")
"""What ends a date that a line broke before its year (``… tháng 8 năm | 2031.``); no page's number."""


def zone_lines(lines: list[Line]) -> None:
    """Set ``zone`` and ``part`` of the lines of one document, in reading order, in place.

    The rules decide; lines that OCR read, and that the rules left in doubt, get a second look.
    """
    rule_zones(lines)
    if any(line.words and line.words[0].confidence is not None for line in lines):
        second_look(lines)


def rule_zones(lines: list[Line]) -> None:
    """:func:`zone_lines` by the rules alone."""
    _furniture(lines)
    live = [line for line in lines if line.zone is not Zone.FURNITURE]
    head = Head(live, 0, len(live))
    foot = Foot(live, head.end, len(live))
    end = foot.end if foot.begin is not None else len(live)
    annex = annex_before(live, head.end, foot.begin if foot.begin is not None else len(live))
    if annex is not None:
        for line in live[annex:]:
            line.zone = Zone.BODY
        end = annex
    if head.found or foot.begin is not None:
        mark_parts(live, end)
    part = lines[0].part if lines else "main"
    for line in lines:
        if line.zone is Zone.FURNITURE:
            line.part = part
        part = line.part


def _furniture(lines: list[Line]) -> None:
    """Page numbers, rules, gazette heads, and lines that come back at the edge of several pages."""
    pages: dict[int, list[Line]] = {}
    dates = {
        id(line) for before, line in pairwise(lines) if _END_OF_DATE.fullmatch(line.text) and awaits_number(before.text)
    }
    for line in lines:
        pages.setdefault(line.page, []).append(line)
        text = line.text
        if (
            (len(text) > 2 or not text.isalnum())
            and text[0] in "-_—–=*.…&~"
            and ((RULE.match(text) and text != "*") or text == "&nbsp;")
        ):
            line.zone = Zone.FURNITURE
    if len(pages) < 2:
        return
    seen: dict[str, int] = {}
    for inside in pages.values():
        for text in {_edge_key(line) for line in _edges(inside)}:
            seen[text] = seen.get(text, 0) + 1
    for number, inside in pages.items():
        for line in _edges(inside):
            text = _edge_key(line)
            repeated = len(text) > 3 and seen[text] >= max(3, len(pages) // 3)
            if id(line) in dates:
                continue
            if _PAGE_NUMBER.match(line.text) or (number > 1 and (repeated or cues().furniture.match(text))):
                line.zone = Zone.FURNITURE


def _edges(inside: list[Line]) -> list[Line]:
    """The first and last lines of a page, once each."""
    return inside[:3] + inside[max(3, len(inside) - 3) :]


def _edge_key(line: Line) -> str:
    """The line's key without digits, so that running page numbers do not tell lines apart."""
    return re.sub(r"\d+", "", key(line.text)).strip()
