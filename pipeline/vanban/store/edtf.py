"""The days that a date of any precision covers, as the contract writes it (EDTF) and as people type it."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass

from vanban.language.dates import edtf

_EDTF = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?\Z")
_YEARLY = re.compile(r"--(\d{2}-\d{2})\Z")
_DAY_FIRST = re.compile(r"(?:(?:(\d{1,2})[/.-])?(\d{1,2})[/.-])?(\d{4})\Z")
_YEAR_FIRST = re.compile(r"(\d{4})[/.-](\d{1,2})(?:[/.-](\d{1,2}))?\Z")


@dataclass(frozen=True, slots=True)
class Span:
    """First and last day, ``YYYY-MM-DD``, both included."""

    first: str
    last: str

    def overlaps(self, other: Span) -> bool:
        """Whether the two have a day in common."""
        return self.first <= other.last and other.first <= self.last


def span(date: str | None) -> Span | None:
    """The days of an EDTF date or interval: ``2024-06`` is the whole June; ``None`` without a year."""
    if not date:
        return None
    begin, _, end = date.partition("/")
    first, last = _precise(begin), _precise(end or begin)
    return Span(first.first, last.last) if first and last and first.first <= last.last else None


def yearly(date: str) -> str | None:
    """``MM-DD`` of a day of every year (``--06-15``), else ``None``."""
    match = _YEARLY.match(date)
    return match[1] if match else None


def typed(text: str) -> Span | None:
    """The days a person means: ``2024``, ``2022-06``, ``6/2022``, ``15/6/2022``, ``2022/2025``; ``None`` if none."""
    if match := _YEAR_FIRST.match(text):
        return span(edtf(match[3], match[2], match[1]))
    if match := _DAY_FIRST.match(text):
        return span(edtf(match[1], match[2], match[3]))
    return span(text)


def _precise(date: str) -> Span | None:
    match = _EDTF.match(date)
    if not match:
        return None
    year, month, day = int(match[1]), match[2], match[3]
    if year < 1 or not 1 <= int(month or 1) <= 12:
        return None
    last_day = calendar.monthrange(year, int(month or 12))[1]
    if day and not 1 <= int(day) <= last_day:
        return None
    return Span(f"{year:04d}-{month or '01'}-{day or '01'}", f"{year:04d}-{month or '12'}-{day or f'{last_day:02d}'}")
