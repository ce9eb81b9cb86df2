"""The grammar of a citation (viện dẫn, NĐ 30/2020 PL I.II.6): text in, raw citations with their spans out.

Three kinds of anchor are sought over the whole text by compiled patterns: a number with a symbol, a law's
type word, and a type word before a bare serial or a date. All else is read in bounded windows around them,
so the time is linear in the length of the text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache

from vanban.extraction.citations import issuers, laws, pinpoints, tails, titles
from vanban.extraction.citations.vocabulary import CAPITAL, LAW_TYPES, initials, types
from vanban.language.symbols import Parsed, read_number, type_of_symbol
from vanban.language.text import hyphens, latin
from vanban.record import Pinpoint

Span = tuple[int, int]


@dataclass(slots=True)
class RawCitation:
    """One mention: values beside the spans that they were read from. ``start`` to ``end`` is type to issuer.

    ``lead`` is where its pinpoint begins (``start`` without one); ``core_end`` is the end of number, name or date.
    """

    start: int
    end: int
    type: str | None
    lead: int
    core_end: int
    number: str | None = None
    number_span: Span | None = None
    date: str | None = None
    date_span: Span | None = None
    issuer: str | None = None
    issuer_span: Span | None = None
    title: str | None = None
    title_span: Span | None = None
    pinpoint: Pinpoint | None = None
    refers_back: bool = False
    symbol: str | None = field(default=None, repr=False)


_NUMBER = re.compile(
    r"(?:(?<![\w./-])|(?<=[sS][ốỐ]))\d{1,6}(?:[a-zđA-ZĐ]|\s[a-zđ](?=\s?/))?(?:\.\d{1,2})?\s{0,2}(?:/\s{0,2}(?:19|20)\d\d\s{0,2}[/-]\s{0,2}|[/-]\s{0,2})(?=[A-ZĐƯ])"
)
_SPACED = re.compile(
    r"(?<=[ốỐưhịt])\s{1,2}\d{1,6}[a-zđ]?\s?(?=[A-ZĐ]{2,8}[/-][A-ZĐ]|CP\s|TTg\s|HĐBT\s)|(?<=[ốỐ])\s{1,2}\d{1,6}[a-zđ]?\s(?=[A-ZĐ]{2})"
)
_SO = re.compile(r"(?<!\w)[Ss][ốóôổỗỐ]\s{0,2}[:.]?\s{0,2}$|(?<!\w)[Ss]ố\s{0,2}:?\s{0,2}$")
_FORM = re.compile(
    r"(?:[Mm]ẫu|[Bb]iểu|[Pp]hụ lục|[Tt]ờ khai|[Hh]ộ chiếu|phép|nhận|thẻ|khẩu|khoản|TCVN|QCVN|ISO|Fax|ĐT|[Qq]uầy|[Pp]hòng)(?:\s+số)?:?\s*$"
)
_GLUE = re.compile(r"[\s,;]{0,3}(?:và|hoặc|VÀ|,|;)?\s{0,3}(?:các\s+)?")
_PLAIN_GAP = re.compile(r"(?:\s+[^\s.;:,()“”\"]{1,24}){1,9}\s*")
_ALIEN = re.compile(r"\s(?:này|trên|đó|và|hoặc|theo|tại|ngày|được|do|bằng|nêu|có|kèm|đã|số|như|là|cho|từ)(?!\w)")
_BY = re.compile(rf"\s{{1,3}}(?:(?:của|CỦA|giữa)\s+)?(?=[{CAPITAL}l])")
_HEADED = re.compile(r"\s*(?:,?\s*gồm)?\s*:?\s*[-+]?\s*$")
_ALIAS = re.compile(r"(?:gọi|viết)\s+(?:tắt\s+|chung\s+)?là:?\s*[“\"]?$")
_STUCK = re.compile(r"(?<=[a-zà-ỹ]{3})(?=[A-ZĐ][a-zà-ỹđ])")
_UNITS = re.compile(r"\s*(?:ngày|tháng|năm|người|đồng|lần|bản|trang|chương trình|hộ|tỷ|triệu|%|giờ)(?!\s*\d)")


@cache
def _type_word() -> re.Pattern[str]:
    return re.compile(types().word)


@cache
def _serial() -> re.Pattern[str]:
    """A type word before a bare serial or a date: ``Nghị định 30``, ``Công văn số 88``, ``Tờ trình ngày 05/8``."""
    return re.compile(
        rf"(?P<type>{types().word})\s{{1,3}}(?:(?:(?P<so>[Ss][ốóô]\s{{0,2}}:?\s{{0,2}}))?(?P<serial>\d{{1,6}}[a-zđ]?)(?![\w]|[.,]\d|\s?[/-]\s?[\dA-ZĐ]|\s?(?:[A-ZĐ]{{2,8}}[/-]|CP\s|TTg\s|HĐBT\s))"
        r"|(?=ngày\s{1,2}\d)|(?P<of>(?=của\s{1,2}[A-ZĐỦ])))"
    )


_SHORT = re.compile(r"(?<!\w)(?P<type>NĐ|QĐ|NQ|TT|CT)\s?-?\s?(?P<serial>\d{1,4}[a-zđ]?)(?![\w/-]|[.,]\d)")


@cache
def _initials() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?P<name>{'|'.join(initials())})(?=\s(?:năm\s)?(?:19|20)\d\d)")


def scan(text: str) -> list[RawCitation]:
    """Every citation in ``text`` (NFC), in order. Offsets count code points of ``text``."""
    text = hyphens(latin(text))
    anchors: list[tuple[int, int, re.Match[str]]] = [(m.start(), 0, m) for m in laws.LAW.finditer(text)]
    anchors += [(m.start(), 1, m) for pattern in (_NUMBER, _SPACED) for m in pattern.finditer(text)]
    anchors += [(m.start(), 2, m) for pattern in (_serial(), _SHORT) for m in pattern.finditer(text)]
    anchors += [(m.start(), 3, m) for m in _initials().finditer(text)]
    anchors.sort(key=lambda anchor: anchor[:2])
    found: list[RawCitation] = []
    free = 0
    for at, kind, match in anchors:
        if at < free:
            continue
        reader = (_read_law, _read_number, _read_serial, _read_initials)[kind]
        citation = reader(text, match, found, free)
        if citation:
            _finish(text, citation, free)
            found.append(citation)
            if kind == 0:
                found += _named_within(text, citation)
            free = citation.end
    _share_issuers(text, found)
    return found


def _read_law(text: str, match: re.Match[str], found: list[RawCitation], free: int) -> RawCitation | None:
    law = laws.read(text, match)
    if not law:
        return None
    core = law.end
    so = re.compile(r"\s{0,3},?\s{0,3}(?:[Ll]uật\s+)?(?:số|SỐ)\s{0,2}:?\s{0,2}(?=\d)").match(text, core)
    read = read_number(text, so.end()) if so else None
    numbered = bool(read and read[0].symbol)
    tail = tails.read(text, read[1] if read and numbered else core, years=True)
    named = law.end > law.start
    if not (named or numbered or (law.type == "Hiến pháp" and tail.date)):
        return None
    if law.type == "Hiến pháp" and not tail.date and not named:
        return None
    citation = RawCitation(match.start(), 0, law.type, match.start(), core)
    if read and so and numbered:
        citation.number, citation.number_span, citation.symbol = read[0].canonical, (so.end(), read[1]), read[0].symbol
        citation.core_end = read[1]
    _add_tail(text, citation, tail)
    if named and law.type != "Hiến pháp":
        citation.title, citation.title_span = _clean(text[law.start : law.end]), (law.start, law.end)
    return citation


def _named_within(text: str, outer: RawCitation) -> list[RawCitation]:
    """The laws named in the title of a law that amends them; they are mentioned, no more."""
    inner: list[RawCitation] = []
    if not outer.title_span:
        return inner
    at = outer.title_span[0]
    while match := laws.LAW.search(text, at, outer.title_span[1]):
        law = laws.read(text, match)
        at = max(match.end(), law.end if law else 0)
        if law and law.start < law.end <= outer.title_span[1]:
            title = (law.start, law.end)
            citation = RawCitation(match.start(), law.end, law.type, match.start(), law.end, title_span=title)
            citation.title = _clean(text[law.start : law.end])
            inner.append(citation)
    return inner


def _read_number(text: str, match: re.Match[str], found: list[RawCitation], free: int) -> RawCitation | None:
    at = match.start() + len(match.group()) - len(match.group().lstrip())
    read = read_number(text, at)
    if not read or not read[0].symbol or sum(c.isupper() for c in read[0].symbol) < 2 - bool(read[0].year):
        return None
    number, end = read
    low = max(free, at - 150)
    so = _SO.search(text, max(low, at - 8), at)
    before = so.start() if so else at
    named = _type_before(text, low, before, bool(so))
    citation = RawCitation(before, 0, None, before, end, number.canonical, (at, end), symbol=number.symbol)
    if named:
        citation.start = citation.lead = named[0]
        citation.type, citation.issuer_span = named[1:]
    elif not _of_list(text, citation, number, found):
        return None
    _add_tail(text, citation, tails.read(text, end, years=not number.year))
    return citation


def _type_before(text: str, low: int, at: int, so: bool) -> tuple[int, str, Span | None] | None:
    """The type word that governs a number at ``at``: its start, the type, and the issuer between the two."""
    last = None
    for last in _type_word().finditer(text, low, at):
        pass
    if not last:
        return None
    start, end = last.start(), last.end()
    type_ = types().of_word(last.group())
    gap = text[end:at]
    if not gap.strip():
        return start, type_, None
    by = _BY.match(text, end, at)
    if by:
        until = issuers.span(text, by.end(), at)
        if until > by.end() and _HEADED.fullmatch(text, until, at):
            return start, type_, (by.end(), until)
    if gap.strip() == ":":
        return start, type_, None
    if so and _PLAIN_GAP.fullmatch(gap) and not _ALIEN.search(gap) and len(gap) < 90:
        return start, type_, None
    return None


def _of_list(text: str, citation: RawCitation, number: Parsed, found: list[RawCitation]) -> bool:
    """Give a number without a type word its type: from its symbol, or from the list that it stands in."""
    previous = found[-1] if found else None
    code = type_of_symbol(number.symbol or "")
    own = types().codes.get(code or "")
    listed = previous is not None and _GLUE.fullmatch(text, previous.end, citation.start) is not None
    same_kind = previous is not None and type_of_symbol(previous.symbol or "") == code
    if _FORM.search(text, max(0, citation.start - 20), citation.start):
        return False
    if (
        previous
        and previous.type
        and (listed or (same_kind and citation.start - previous.end < 700))
        and (own in (None, "Công văn") or same_kind)
    ):
        citation.type = previous.type
        return listed or own is not None or number.year is not None
    if own and code != "CV":
        citation.type = own
        return True
    if number.year and (number.symbol or "").startswith(("QH", "UBTVQH")):
        citation.type = previous.type if previous and previous.type in (LAW_TYPES | {"Nghị quyết"}) else "Luật"
        return True
    return False


def _read_serial(text: str, match: re.Match[str], found: list[RawCitation], free: int) -> RawCitation | None:
    word, serial = match["type"], match["serial"]
    type_ = types().of_word(word)
    full = match.re is _serial()
    so = full and match["so"]
    if full and match["of"] is not None:
        return _read_of(text, match, type_)
    if not full and _ALIAS.search(text, max(0, match.start() - 30), match.start()):
        return None
    if type_ in LAW_TYPES and not so:
        return None
    if serial and so and (type_ == "Lệnh" or not word[0].isupper()) and type_ not in types().serial:
        return None
    tail = tails.read(text, match.end())
    dated = bool(tail.date and len(tail.date) >= 7)
    if serial and not so:
        if type_ not in types().serial or not word[0].isupper() or (not dated and _UNITS.match(text, match.end())):
            return None
        if len(serial) < 2 and not dated:
            return None
    elif serial and type_ not in types().serial and not dated and not (so and tail.issuer_span and len(serial) > 1):
        return None
    elif not serial and (
        not word[0].isupper() or not dated or type_ in ("Lệnh", "Văn bản", "Chương trình", "Hợp đồng")
    ):
        return None
    citation = RawCitation(match.start(), 0, type_, match.start(), match.end())
    if serial:
        citation.number, citation.number_span = serial, match.span("serial")
        if not so and not dated:
            citation.refers_back = True
    _add_tail(text, citation, tail)
    return citation


def _read_of(text: str, match: re.Match[str], type_: str) -> RawCitation | None:
    """``Chỉ thị của Bộ Chính trị``: type and issuer alone lean on an earlier mention."""
    tail = tails.read(text, match.end() - 1)
    if not match["type"][0].isupper() or not tail.issuer_span or type_ in LAW_TYPES or titles.after(text, tail.end):
        return None
    citation = RawCitation(match.start(), 0, type_, match.start(), match.end(), refers_back=True)
    _add_tail(text, citation, tail)
    return citation


def _read_initials(text: str, match: re.Match[str], found: list[RawCitation], free: int) -> RawCitation:
    citation = RawCitation(match.start(), 0, "Bộ luật", match.start(), match.end())
    citation.title, citation.title_span = initials()[match["name"]], match.span("name")
    _add_tail(text, citation, tails.read(text, match.end(), years=True))
    return citation


def _add_tail(text: str, citation: RawCitation, tail: tails.Tail) -> None:
    citation.end = tail.end
    citation.date, citation.date_span = tail.date, tail.date_span
    citation.issuer_span = tail.issuer_span or citation.issuer_span
    if tail.date_span and (not tail.issuer_span or tail.date_span[0] < tail.issuer_span[0]):
        citation.core_end = tail.date_span[1]


def _finish(text: str, citation: RawCitation, free: int) -> None:
    """Issuer and date before the citation, the title behind it, the pinpoint that leads to it."""
    pinpoint = pinpoints.before(text, free, citation.start)
    if pinpoint:
        citation.pinpoint, citation.lead = pinpoint
    if citation.issuer_span:
        citation.issuer = _clean(text[slice(*citation.issuer_span)])
    if citation.type in LAW_TYPES:
        return
    citation.title_span = titles.after(text, citation.end)
    if citation.title_span:
        citation.title = _clean(text[slice(*citation.title_span)])
    if citation.issuer is None or citation.date is None:
        low = max(0, citation.start - 220)
        issuer, date = issuers.before(text[low : citation.lead])
        citation.issuer = citation.issuer or issuer
        citation.date = citation.date or date


def _share_issuers(text: str, found: list[RawCitation]) -> None:
    """``Nghị định số A ngày … và số B ngày … của Chính phủ``, ``các Nghị định của Chính phủ: số A …; số B …``."""
    for left, right in zip(found, found[1:], strict=False):
        if (
            left.issuer is None
            and right.issuer_span
            and not left.title
            and _GLUE.fullmatch(text, left.end, right.start)
        ):
            left.issuer = right.issuer
        elif (
            right.issuer is None and left.issuer and right.number_span and right.type == left.type
            and right.start >= right.number_span[0] - 6 and right.start - left.end < 900
        ):  # fmt: skip
            right.issuer = left.issuer


def _clean(text: str) -> str:
    return " ".join(_STUCK.sub(" ", text.replace("*", "")).split())
