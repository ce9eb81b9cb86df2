"""The grammar of a citation (viện dẫn, NĐ 30/2020 PL I.II.6): text in, raw citations with their spans out.

Anchors are sought over the whole text by compiled patterns; all else is read in bounded windows around
them, so the time is linear in the length of the text.
"""

from __future__ import annotations

import re
from itertools import pairwise

from vanban.extraction.citations import anchors, issuers, laws, leaning, numbered, pinpoints, tails, titles
from vanban.extraction.citations.anchors import Kind
from vanban.extraction.citations.raw import RawCitation, clean
from vanban.extraction.citations.vocabulary import LAW_TYPES, initials
from vanban.language.symbols import Parsed, issuing_codes, read_number
from vanban.language.text import hyphens, latin

__all__ = ["RawCitation", "scan"]

_STRANGE = re.compile("[\u00d0\u0189\u00f0\u0256\u0410-\u0445\u2010-\u2015\u2212\u00ad]")
_LAW_NUMBER = re.compile(r"\s{0,3},?\s{0,3}(?:[Ll]uật\s+)?(?:[Ss][ốôó]|SỐ)\s{0,2}:?\s{0,2}\[?(?=\d)")
_AMENDS = ("sửa đổi", "Sửa đổi", "bổ sung", "Bổ sung")
_DRAFT = re.compile(r"[Dd]ự (?:án|thảo)\s+$")
_ENACTED = re.compile(r"(?:Quốc hội|[Tt]hường vụ Quốc hội)\s+(?:đã\s)?ban hành\s+$")
_OWN_BASIS = re.compile(r"\s+[Cc]ăn cứ\s+(?:vào\s+)?(?:(?:các\s+)?[Đđ]iều\s[^.;]{1,60}?\s)?Hiến pháp(?!\w)")
"""What a law begins with behind its own name: it rests on the constitution."""
_EACH_NUMBERED = re.compile(
    r"\s+số\s+\d{1,3}/\d{4}/QH\d{1,2}(?:\s*(?:,|và)\s+(?:Bộ\s+)?[Ll]uật\s[^,;.]{2,80}?\ssố\s+\d{1,3}/\d{4}/QH\d{1,2}){1,40}"
)
"""Behind the name of the first law that an amending law names: its number, and the others with theirs."""
_LINK = 24
_LINKERS = frozenset({"của", "tại", "trong", "thuộc", "theo", "các"})
_ORDINALS = frozenset({"nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười"})
_BACKWARDS = 220
_SHARED = 900


def scan(text: str) -> list[RawCitation]:
    """Every citation in ``text`` (NFC), in order. Offsets count code points of ``text``."""
    text = _STRANGE.sub(lambda strange: hyphens(latin(strange.group())), text)
    found: list[RawCitation] = []
    free = 0
    for at, kind, match in anchors.find(text):
        citation = _read(text, at, kind, match, found, free) if at >= free else None
        if citation:
            _finish(text, citation, free)
            found.append(citation)
            if kind is Kind.LAW:
                found += _named_within(text, citation)
            free = citation.end
    _share_issuers(text, found)
    return found


def _read(
    text: str, at: int, kind: Kind, match: re.Match[str], found: list[RawCitation], free: int
) -> RawCitation | None:
    if kind is Kind.NUMBER:
        return numbered.read(text, at, found, free)
    if kind is Kind.LAW:
        return _read_law(text, match)
    if kind is Kind.LEAN:
        return leaning.read(text, match)
    if kind is Kind.DATED:
        return leaning.read_dated(text, match, free)
    if kind is Kind.PARTY:
        return leaning.read_party(text, match)
    return leaning.read_short(text, match) if kind is Kind.SHORT else _read_initials(text, match)


def _read_law(text: str, match: re.Match[str]) -> RawCitation | None:
    law = laws.read(text, match)
    if not law or (law.end > law.start and _enacted(text, match.start(), law.start)):
        return None
    amended = _EACH_NUMBERED.match(text, law.end) if text.startswith(_AMENDS, law.start) else None
    end = amended.end() if amended else law.end
    parsed, start = (None, end) if amended else _law_number(text, end)
    tail = tails.read(text, parsed[1] if parsed else end, years=True)
    named = law.end > law.start
    if not parsed and not tail.date and _DRAFT.search(text, max(0, match.start() - 10), match.start()):
        return None
    if not (named or parsed or (law.type == "Hiến pháp" and tail.date)):
        return None
    if not (parsed or tail.date) and _OWN_BASIS.match(text, end) and not text[: match.start()].strip():
        return None
    citation = RawCitation(match.start(), 0, law.type, match.start(), parsed[1] if parsed else end)
    if parsed:
        citation.number, citation.symbol = parsed[0].canonical, parsed[0].symbol
        citation.number_span = (start, parsed[1])
    tails.attach(citation, tail)
    if named and law.type != "Hiến pháp":
        citation.title, citation.title_span = clean(text[law.start : end]), (law.start, end)
    return citation


def _law_number(text: str, at: int) -> tuple[tuple[Parsed, int] | None, int]:
    """The number behind a law's name with where it ends, or ``None``; and where it begins."""
    so = _LAW_NUMBER.match(text, at)
    parsed = read_number(text, so.end()) if so else None
    return (parsed if parsed and parsed[0].symbol else None), so.end() if so else at


def _enacted(text: str, at: int, name: int) -> bool:
    """Whether the law at ``at`` is the one being enacted, which amends: number and date are those of the amended."""
    amends = text.startswith(_AMENDS, name)
    return amends and _ENACTED.search(text, max(0, at - 40), at) is not None


def _named_within(text: str, outer: RawCitation) -> list[RawCitation]:
    """The laws named in the title of a law that amends them; they are mentioned, no more."""
    inner: list[RawCitation] = []
    if not outer.title_span or outer.title_span[1] > outer.end:
        return inner
    at, limit = outer.title_span[0] + 1, outer.title_span[1]
    while match := laws.LAW.search(text, at, limit):
        law = laws.read(text, match)
        at = max(match.end(), law.end if law else 0)
        if law and law.start < law.end <= limit:
            title = clean(text[law.start : law.end])
            start = match.start()
            number, begin = _law_number(text, law.end)
            number = number if number and number[1] <= limit else None
            at = end = number[1] if number else law.end
            named = RawCitation(start, end, law.type, start, end, title=title, title_span=(law.start, law.end))
            if number:
                named.number, named.symbol, named.number_span = number[0].canonical, number[0].symbol, (begin, end)
            inner.append(named)
    return inner


def _read_initials(text: str, match: re.Match[str]) -> RawCitation:
    citation = RawCitation(match.start(), 0, "Bộ luật", match.start(), match.end())
    citation.title, citation.title_span = initials()[match.group()], match.span()
    tails.attach(citation, tails.read(text, match.end(), years=True))
    return citation


def _finish(text: str, citation: RawCitation, free: int) -> None:
    """Issuer and date before the citation, the title behind it, the pinpoint that leads to it."""
    pinpoint = pinpoints.before(text, free, citation.start) if _led(text, free, citation.start) else None
    if pinpoint:
        citation.pinpoint, citation.lead = pinpoint
    if citation.issuer_span:
        citation.issuer = clean(text[slice(*citation.issuer_span)])
    if citation.title_span or (citation.type in LAW_TYPES and not citation.symbol):
        return
    citation.title_span = titles.after(text, citation.end)
    if citation.type in LAW_TYPES and citation.title_span and not text.startswith("sửa đổi", citation.title_span[0]):
        citation.title_span = None
    if citation.title_span:
        citation.title = clean(text[slice(*citation.title_span)])
        citation.doubtful = citation.doubtful or titles.endless(citation.title_span)
    if citation.type in LAW_TYPES or citation.refers_back:
        return
    if citation.issuer is None or citation.date is None:
        issuer, date = issuers.before(text[max(0, citation.start - _BACKWARDS) : citation.lead])
        citation.issuer = citation.issuer or (clean(issuer) if issuer else None)
        citation.date = citation.date or date


def _led(text: str, low: int, at: int) -> bool:
    """Whether a pinpoint may lead to a citation at ``at``: what counts a part, or ``kèm theo``, stands before it."""
    before = text[max(low, at - _LINK) : at]
    if "èm" in before:
        return True
    words = [word for word in before.replace(",", " ").split()[-4:] if word not in _LINKERS]
    last = words[-1] if words else " "
    return len(last) == 1 < len(words) or last[0].isdigit() or last[-1].isdigit() or last.isupper() or last in _ORDINALS


def _denied(left: RawCitation, right: RawCitation) -> bool:
    """Whether the symbols tell two issuers: ``9/QĐ-UBND và 7/NQ-HĐND``."""
    ours, theirs = issuing_codes(left.symbol or ""), issuing_codes(right.symbol or "")
    alike = len(ours) == len(theirs) and all(a.endswith(b) or b.endswith(a) for a, b in zip(ours, theirs, strict=True))
    return bool(ours and theirs) and not alike


def _share_issuers(text: str, found: list[RawCitation]) -> None:
    """``Nghị định số A ngày … và số B ngày … của Chính phủ``, ``các Nghị định của Chính phủ: số A …; số B …``."""
    shared: RawCitation | None = None
    for right, left in pairwise(reversed(found)):
        lacks = left.issuer is None and not left.title and (right.issuer_span or right is shared)
        if lacks and numbered.GLUE.fullmatch(text, left.end, right.start) and not _denied(left, right):
            left.issuer, shared = right.issuer, left
    giver: RawCitation | None = None
    for citation in found:
        bare = citation.number_span is not None and citation.start >= citation.number_span[0] - 6
        if citation.issuer is None and bare and giver and giver.type == citation.type:
            if citation.start - giver.end < _SHARED:
                citation.issuer, giver = giver.issuer, citation
        elif citation.issuer and not (giver and giver.title_span and citation.start < giver.title_span[1]):
            giver = citation
