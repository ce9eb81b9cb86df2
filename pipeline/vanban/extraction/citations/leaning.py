"""Citations without a symbol: a bare serial, a date, or type and issuer alone."""

from __future__ import annotations

import re

from vanban.extraction.citations import numbered, tails, titles
from vanban.extraction.citations.raw import RawCitation, clean
from vanban.extraction.citations.vocabulary import LAW_TYPES, types

_ALIAS = re.compile(r"(?:gọi|viết)\s+(?:tắt\s+|chung\s+)?là:?\s*[“\"]?$")
_UNITS = re.compile(r"\s*(?:ngày|tháng|năm|người|đồng|lần|bản|trang|chương trình|hộ|tỷ|triệu|%|giờ)(?!\s*\d)")
_GENERIC = re.compile(r"(?:các|những|mọi|một|ban hành|xây dựng|soạn thảo|dự thảo|trình|ký|ra|bằng)\s+$", re.IGNORECASE)
_MEETING = re.compile(r"\d|khóa|khoá|Khóa|lần thứ|Đại hội|\s(?:hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)$")
_BEFORE = 90
_NUMBER_NEXT = re.compile(r"\s{0,3}:?\s{0,3}(?:số\s{0,2}:?\s{0,2})?\d")
_NOT_BY_DATE = frozenset({"Lệnh", "Văn bản", "Chương trình", "Hợp đồng"})


def read(text: str, match: re.Match[str]) -> RawCitation | None:
    """``Nghị định 30``, ``Công văn số 88 ngày …``, ``Tờ trình ngày …``, ``Chỉ thị của Bộ Chính trị``."""
    type_ = types().of_word(match["type"])
    if match["of"] is not None:
        return _by_issuer(text, match, type_)
    serial, so = match["serial"], match["so"]
    if type_ in LAW_TYPES and not so:
        return None
    tail = tails.read(text, match.end(), joint="liên" in match["type"].lower())
    dated = bool(tail.date and len(tail.date) >= 7)
    if not (_numbered(text, match, type_, tail, dated) if serial else dated and type_ not in _NOT_BY_DATE):
        return None
    citation = RawCitation(match.start(), 0, type_, match.start(), match.end())
    if serial:
        citation.number, citation.number_span = serial, match.span("serial")
        citation.refers_back = not so and not dated
    tails.attach(citation, tail)
    return citation


def _numbered(text: str, match: re.Match[str], type_: str, tail: tails.Tail, dated: bool) -> bool:
    """Whether a serial without a symbol numbers a document: ``Phương án số 1`` and ``Quyết định 5 người`` do not."""
    serial = match["serial"]
    if type_ in types().serial:
        return bool(match["so"]) or dated or (len(serial) > 1 and not _UNITS.match(text, match.end()))
    return bool(match["so"]) and (dated or (tail.issuer_span is not None and len(serial) > 1))


def _by_issuer(text: str, match: re.Match[str], type_: str) -> RawCitation | None:
    if _GENERIC.search(text, max(0, match.start() - 24), match.start()):
        return None
    tail = tails.read(text, match.end() - 1)
    if not tail.issuer_span or type_ in LAW_TYPES or titles.after(text, tail.end) or _NUMBER_NEXT.match(text, tail.end):
        return None
    citation = RawCitation(match.start(), 0, type_, match.start(), match.end(), refers_back=True)
    tails.attach(citation, tail)
    return citation


def read_dated(text: str, match: re.Match[str], free: int) -> RawCitation | None:
    """``văn bản số 45 ngày 3/4/2031``: a serial without a symbol whose type stands before it in small letters."""
    at = match.start()
    named = numbered.type_before(text, max(free, at - _BEFORE), at, so=True)
    tail = tails.read(text, match.end())
    if not named or named[1] in LAW_TYPES or len(tail.date or "") < len("2031-04"):
        return None
    citation = RawCitation(named[0], 0, named[1], named[0], match.end(), match["serial"], match.span("serial"))
    citation.issuer_span = named[2]
    tails.attach(citation, tail)
    return citation


def read_party(text: str, match: re.Match[str]) -> RawCitation | None:
    """``Nghị quyết Trung ương 4 khóa XII``: the Party's resolutions are named by their meeting."""
    name = match["name"]
    if not _MEETING.search(name):
        return None
    citation = RawCitation(match.start(), 0, "Nghị quyết", match.start(), match.end())
    citation.title, citation.title_span = clean(name), match.span("name")
    tails.attach(citation, tails.read(text, match.end()))
    return citation


def read_short(text: str, match: re.Match[str]) -> RawCitation | None:
    """``QĐ22``; where the short form is being made (``gọi tắt là QĐ22``) it cites nothing."""
    if _ALIAS.search(text, max(0, match.start() - 30), match.start()):
        return None
    type_ = types().of_word(text[match.start() : match.end("type")])
    span = match.span("serial")
    start, end = match.span()
    return RawCitation(start, end, type_, start, end, number=match["serial"], number_span=span, refers_back=True)
