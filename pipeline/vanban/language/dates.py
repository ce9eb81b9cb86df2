"""Dates as documents write them, in EDTF (ISO 8601-2)."""

from __future__ import annotations

import calendar
import re

DATE = re.compile(
    r"(?:ngày\s*)?(?P<day>\d{1,2})\s*(?:(?P<sep>[/.-])\s*(?P<month>\d{1,2})\s*(?P=sep)\s*(?P<year>\d{4}|\d{2}(?!\d))"
    r"|\s*tháng\s*(?P<month2>\d{1,2})\s*năm\s*(?P<year2>\d{4}))",
    re.IGNORECASE,
)
"""A whole date: ``ngày 05 tháng 3 năm 2020``, ``05/3/2020``, ``7-10-2016``, ``20.2.2024`` (day first)."""


def edtf(day: int | str | None, month: int | str | None, year: int | str | None) -> str | None:
    """EDTF of what is given: ``2024-05-14``, ``2024-06``, ``2024``, ``--06-15``; ``None`` if impossible.

    Two-digit years up to 49 are 20xx. A day without a month is nothing.
    """
    d, m, y = (int(part) if part not in (None, "") else None for part in (day, month, year))
    if y is not None and y < 100:
        y += 2000 if y < 50 else 1900
    if (y is not None and not 1900 <= y <= 2100) or (m is not None and not 1 <= m <= 12):
        return None
    if m is None:
        return None if d is not None or y is None else f"{y:04d}"
    if d is None:
        return None if y is None else f"{y:04d}-{m:02d}"
    if not 1 <= d <= calendar.monthrange(y or 2024, m)[1]:
        return None
    return f"--{m:02d}-{d:02d}" if y is None else f"{y:04d}-{m:02d}-{d:02d}"


def from_match(match: re.Match[str]) -> str | None:
    """EDTF of a match of :data:`DATE`."""
    part = match.groupdict()
    return edtf(part["day"], part["month"] or part["month2"], part["year"] or part["year2"])
