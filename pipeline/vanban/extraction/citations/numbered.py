"""Citations with a number and symbol: the number is the anchor, its type word stands somewhere before it."""

from __future__ import annotations

import re
from functools import lru_cache

from vanban.extraction.citations import issuers, tails
from vanban.extraction.citations.raw import RawCitation, Span
from vanban.extraction.citations.vocabulary import CAPITAL, LAW_TYPES, type_ending, type_word, types
from vanban.language.symbols import Parsed, read_number, type_of_symbol

_SO = re.compile(r"(?<!\w)[Ss][ốồóôổỗỐ]\s{0,2}[:.]?\s{0,2}\[?$")
_SO_BLANK = re.compile(r"(?<!\w)số:?[\s.…_]{0,20}$")
_FORM = re.compile(
    r"(?:[Mm]ẫu|[Bb]iểu|[Pp]hụ lục|[Tt]ờ khai|[Hh]ộ chiếu|phép|nhận|thẻ|khẩu|khoản|TCVN|QCVN|ISO"
    r"|Fax|ĐT|[Qq]uầy|[Pp]hòng)(?:\s+số)?:?\s*$"
)
_SPLIT = re.compile(r"(?<!\w)[Ss][ốôỐ]\s{0,2}:?\s{0,2}(?P<serial>\d{1,3})\s$")
_FORM_YEAR = re.compile(r"/\d")
_PLAIN_GAP = re.compile(r"(?:\s+[^\s.;:,()“”\"]{1,24}){1,9}\s*")
_ALIEN = re.compile(r"\s(?:này|trên|đó|và|hoặc|theo|tại|ngày|được|do|bằng|nêu|có|kèm|đã|số|như|là|cho|từ)(?!\w)")
_BY = re.compile(rf"\s{{1,3}}(?:(?:của|CỦA|giữa)\s+)?(?=[{CAPITAL}l])")
_HEADED = re.compile(r"\s*(?:,?\s*gồm)?\s*:?\s*[-+]?\s*$")
_JOINT = re.compile(r"liên (?:tịch|ngành|bộ|sở)|phối hợp", re.IGNORECASE)
_JOINT_SYMBOL = re.compile(r"(?:TT|NQ|KH|HD|CT|QC|QĐ|BC)(?:L[TNB]|PH)(?![A-ZĐ])|[/-]L[BTNS](?![A-ZĐ])")
_SIGN = re.compile(r"\s*([-/])\s*")
_ANY_SIGN = re.compile(r"[-/\s]")
_WINDOW = 150
_LIST = 700
GLUE = re.compile(r"[\s,;]{0,3}(?:và|hoặc|VÀ|,|;)?\s{0,3}(?:các\s+)?")
"""What stands between the members of a list."""


def read(text: str, at: int, found: list[RawCitation], free: int) -> RawCitation | None:
    """The citation whose number begins at ``at``; ``found`` are those before it, ``free`` where they end."""
    parsed = read_number(text, at)
    if not parsed or not parsed[0].symbol:
        return None
    number, end = parsed
    if _capitals(number.symbol or "") < (1 if number.year else 2) or _FORM_YEAR.match(text, end):
        return None
    low = max(free, at - _WINDOW)
    canonical = number.canonical
    if number.canonical and text[max(low, at - 1) : at].isspace() and text[max(low, at - 2)].isdigit():
        split = _SPLIT.search(text, max(low, at - 12), at)
        if split:
            at, canonical = split.start("serial"), split["serial"] + number.canonical
    before = _so(text, low, at) if number.serial else _blank_so(text, low, at)
    named = type_before(text, low, before, before < at)
    citation = RawCitation(before, 0, None, before, end, canonical, (at, end), symbol=number.symbol)
    if named:
        citation.start = citation.lead = named[0]
        citation.type, citation.issuer_span = named[1:]
    elif not _of_list(text, citation, number, found):
        return None
    citation.doubtful = _mended(text[at:end], canonical)
    joint = _is_joint(text[citation.start : before], number.symbol or "")
    tails.attach(citation, tails.read(text, end, years=not number.year, joint=joint))
    blank = not (number.serial or number.year or citation.date or citation.issuer_span)
    return None if blank else citation


def _so(text: str, low: int, at: int) -> int:
    """Where ``số`` before the number at ``at`` begins; ``at`` without one."""
    if text.startswith(" số ", max(low, at - 4)):
        return at - 3
    so = _SO.search(text, max(low, at - 8), at)
    return so.start() if so else at


def _blank_so(text: str, low: int, at: int) -> int:
    so = _SO_BLANK.search(text, max(low, at - 26), at)
    return so.start() if so else at


@lru_cache(maxsize=1 << 12)
def _capitals(symbol: str) -> int:
    return sum(c.isupper() for c in symbol)


@lru_cache(maxsize=1 << 12)
def _is_joint(words: str, symbol: str) -> bool:
    """Whether the words before a number, or its symbol, say that several agencies issue the document together."""
    return bool(_JOINT.search(words) or _JOINT_SYMBOL.search(symbol))


def _mended(written: str, canonical: str | None) -> bool:
    """Whether the number is not what the text has, but for case, spaces around signs and spaces as signs."""
    if canonical is None or written == canonical:
        return False
    written, canonical = _SIGN.sub(r"\1", written).casefold(), canonical.casefold()
    return written != canonical and _ANY_SIGN.sub("-", written) != _ANY_SIGN.sub("-", canonical)


def type_before(text: str, low: int, at: int, so: bool) -> tuple[int, str, Span | None] | None:
    """The type word that governs a number at ``at``: its start, the type, and the issuer between the two."""
    ending = type_ending(text, low, at)
    if ending:
        return *ending, None
    *_, last = (None, *type_word().finditer(text, low, at))
    if not last:
        return None
    start, end = last.start(), last.end()
    type_ = types().of_word(last.group())
    gap = text[end:at]
    if gap.strip() in ("", ":"):
        return start, type_, None
    by = _BY.match(text, end, at)
    if by:
        until = issuers.span(text, by.end(), at)
        if until > by.end() and _HEADED.fullmatch(text, until, at):
            return start, type_, None if _JOINT.fullmatch(text, by.end(), until) else (by.end(), until)
    if so and _PLAIN_GAP.fullmatch(gap) and not _ALIEN.search(gap) and len(gap) < 90:
        return start, type_, None
    return None


def _of_list(text: str, citation: RawCitation, number: Parsed, found: list[RawCitation]) -> bool:
    """Give a number without a type word its type: from its symbol, or from the list that it stands in."""
    previous = found[-1] if found else None
    code = type_of_symbol(number.symbol or "")
    own = types().codes.get(code or "")
    if _FORM.search(text, max(0, citation.start - 20), citation.start):
        return False
    if previous and previous.type:
        listed = GLUE.fullmatch(text, previous.end, citation.start) is not None
        alike = type_of_symbol(previous.symbol or "") == code and citation.start - previous.end < _LIST
        if (listed or alike) and (own in (None, "Công văn") or alike):
            citation.type = previous.type
            return listed or own is not None or number.year is not None
    if own and code != "CV":
        citation.type = own
    elif number.year and (number.symbol or "").startswith(("QH", "UBTVQH")):
        citation.type = previous.type if previous and previous.type in {*LAW_TYPES, "Nghị quyết"} else "Luật"
    return citation.type is not None
