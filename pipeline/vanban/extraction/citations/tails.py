"""What follows a cited number or name at once: the date, whole or blank, and the issuer."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from vanban.extraction.citations import names
from vanban.extraction.citations.raw import RawCitation
from vanban.language.dates import edtf

_BLANK = r"[.…_\s]{1,8}"
_DATE = re.compile(
    r"\]?\s{0,3},?\s{0,3}(?:\([A-ZĐ0-9]{1,8}\)\s?,?\s?)?(?:kh[oó][áa]\s[IVX]{1,6}\s?,?\s?)?\(?"
    r"(?:(?:đã\s|được\s)?(?:ký|ban hành|đề|lập|thông qua|công bố|phê duyệt)\s+)?"
    r"(?P<date>ng[àaáảạ]y\s{0,3}(?:"
    r"(?P<day>\d{1,2})\s{0,2}(?P<sep>[/.-])\s{0,2}(?P<month>\d{1,2})\s{0,2}(?P=sep)\s{0,2}(?P<year>\d{4}|\d{2}(?!\d))(?!\d)"
    rf"|(?P<day2>\d{{1,2}}|{_BLANK}|)\s{{0,2}}(?:th[áaảàãạ]ng|ngày|năm)\s{{0,2}}(?P<month2>\d{{1,2}}|{_BLANK}|)\s{{0,2}}"
    r",?\s?(?:n[ăáaâ]m|tháng)\s{0,2}(?P<year2>\d{4}))(?!\d))",
    re.IGNORECASE,
)
_WHOLE_DATE = re.compile(
    r",? (?P<date>ngày (?P<day>\d{1,2})(?: tháng (?P<month>\d{1,2}) năm (?P<year>\d{4})"
    r"|(?P<sep>[/.-])(?P<month2>\d{1,2})(?P=sep)(?P<year2>\d{4})))(?!\d)"
)
"""The date as most write it; :data:`_DATE` reads all others."""
_iso = lru_cache(maxsize=1 << 12)(edtf)
_YEAR = re.compile(
    r"\s{0,3},?\s{1,3}\(?(?P<date>(?:năm\s{1,3}|NĂM\s{1,3})?(?P<year>(?:19[4-9]|20[0-4])\d))(?![\w/-]|\s?[-–/.]\s?\d)\)?"
)
_OF = re.compile(r"(?:\s{0,3},?\s{1,3}|(?<=\d))(?:của|CỦA|giữa|GIỮA|do)\s{1,3}(?!nó\b|mình\b)")
_ISSUED_BY = re.compile(r"\s+(?:ký\s)?(?:ban hành|ký|phát hành|cấp)(?!\w)")


@dataclass(slots=True)
class Tail:
    """Date and issuer behind a citation: values, spans, and where the citation ends."""

    end: int
    date: str | None = None
    date_span: tuple[int, int] | None = None
    issuer_span: tuple[int, int] | None = None
    sure: bool = True
    """Whether what stands behind the issuer shows that its name is whole."""


def read(text: str, at: int, *, years: bool = False, joint: bool = False) -> Tail:
    """Date and issuer from ``at`` on, in either order.

    ``years``: a year alone dates it (``Luật Đất đai 2024``); ``joint``: several agencies issue it together.
    """
    tail = Tail(end=at)
    _take_date(text, tail, years)
    of = _OF.match(text, tail.end)
    if of:
        by = text[of.start() : of.end()].split()[-1].lower()
        name = names.read(text, of.end(), joint=joint or by == "giữa")
        end = name.end
        done = _ISSUED_BY.match(text, end) if by == "do" else None
        if end > of.end() and (by != "do" or done):
            tail.issuer_span, tail.sure = (of.end(), end), name.sure or bool(done)
            tail.end = done.end() if done else end
            if tail.date is None:
                _take_date(text, tail, years)
    return tail


def _take_date(text: str, tail: Tail, years: bool) -> None:
    match = _WHOLE_DATE.match(text, tail.end)
    if match:
        day, month, year, month2, year2 = match.group("day", "month", "year", "month2", "year2")
        tail.date = _iso(day, month or month2, year or year2)
        tail.date_span, tail.end = match.span("date"), match.end()
        return
    match = _DATE.match(text, tail.end)
    if match:
        part = match.groupdict()
        day, month, year = part["day"] or part["day2"], part["month"] or part["month2"], part["year"] or part["year2"]
        given = [value if value and value.isdigit() else None for value in (day, month, year)]
        tail.date = edtf(given[0] if given[1] else None, given[1], given[2])
        tail.date_span, tail.end = match.span("date"), match.end()
    elif years:
        match = _YEAR.match(text, tail.end)
        if match:
            tail.date, tail.date_span, tail.end = match["year"], match.span("date"), match.end("date")


def attach(citation: RawCitation, tail: Tail) -> None:
    """Put date, issuer and end of ``tail`` on ``citation``."""
    citation.end = tail.end
    citation.date, citation.date_span = tail.date, tail.date_span
    citation.issuer_span = tail.issuer_span or citation.issuer_span
    citation.doubtful = citation.doubtful or not tail.sure
    if tail.date_span and (not tail.issuer_span or tail.date_span[0] < tail.issuer_span[0]):
        citation.core_end = tail.date_span[1]
