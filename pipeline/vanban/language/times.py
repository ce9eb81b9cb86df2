"""Times as tasks name them (a day, days, months, a quarter, years, a stretch), in EDTF (ISO 8601-2).

``ngày 28/6/2023``, ``15 tháng 6 và 31 tháng 10``, ``06 - 15/11/2017``, ``Tháng 11, 12/2013``, ``quý III/2024``,
``năm 2023 đến năm 2025``, ``từ tháng 11/2013 trở đi``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from vanban.language.dates import edtf

_ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_Y = r"(?:20|19)\d\d"
_DM = r"\d{1,2}(?:\s*[/.\-]\s*|\s+tháng\s+)\d{1,2}(?!\d)"
_YEAR_OF = rf"(?:\s*[/.\-]\s*|\s+năm\s+){_Y}(?!\d)"
_DAY = rf"{_DM}(?:{_YEAR_OF})?"
_TO = r"\s*(?:-|–|đến\s+hết|đến|tới)\s*(?:hết\s+)?(?:ngày\s+)?"
_AND = r"\s*(?:,|;|và)\s*(?:trước\s+)?(?:ngày\s+)?"
_QUARTER = r"(?:IV|III|II|I|[1-4])(?![\w/]*\d/)"
_STEP = r"\s*(?:-|–|đến|tới|,|và)\s*"

TIME = re.compile(
    rf"""
      (?P<days>(?:ngày\s+)?(?P<d1>\d{{1,2}}|{_DAY}){_TO}(?P<d2>{_DAY}))
    | (?P<blank>(?:ngày\s+)?(?:…+|\.{{2,}}|_{{2,}})\s*(?:/\s*|tháng\s+)(?P<bm>\d{{1,2}})(?P<bq>{_YEAR_OF}))
    | (?P<half>(?:0?6|sáu)\s+tháng\s+(?P<part>đầu|cuối)\s+năm\s+(?P<hy>{_Y}))
    | (?P<daylist>(?:ngày\s+)?{_DAY}(?:{_AND}{_DAY})+)
    | (?P<day>(?:ngày\s+)?{_DAY})
    | (?P<months>tháng\s+(?P<m1>\d{{1,2}}(?:{_YEAR_OF})?)
        (?P<mstep>{_STEP})(?:tháng\s+)?(?P<m2>\d{{1,2}}{_YEAR_OF}|\d{{1,2}}(?![\d/%])))
    | (?P<month>tháng\s+(?P<m>\d{{1,2}})(?P<my>{_YEAR_OF})?(?!\d))
    | (?P<quarters>quý\s+(?P<q1>{_QUARTER})(?:{_STEP}(?:quý\s+)?(?P<q2>{_QUARTER}))?(?P<qy>{_YEAR_OF})?(?![\w]))
    | (?P<years>(?:giai\s+đoạn\s+)?(?:từ\s+)?(?:năm\s+)?(?P<y1>{_Y}){_STEP}(?:hết\s+)?(?:năm\s+)?(?P<y2>{_Y})(?![\d/]))
    | (?P<year>năm\s+(?P<y>{_Y}))(?!\s*[-–]\s*\d)
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""One time; a date's parts may be spaced as scans space them (``22/ 12/ 2011``)."""

_ONWARD = re.compile(r"\s*(?:trở\s+đi|và\s+(?:những|các)\s+năm\s+tiếp\s+theo)", re.IGNORECASE)
_LONG_PAST = 3
_DIGITS = re.compile(r"\d+")
_ANY_DAY = re.compile(_DAY)


@dataclass(frozen=True, slots=True)
class Frame:
    """What completes a date that lacks its year: the document's date (EDTF), or that it comes every year."""

    issued: str | None = None
    yearly: bool = False

    def year(self, month: int) -> int | None:
        """The year that a month without one belongs to: the document's, or the next when it was months ago."""
        if self.issued is None or not self.issued[:4].isdigit():
            return None
        year, rest = int(self.issued[:4]), self.issued[5:]
        return year + 1 if rest and int(rest[:2]) - month >= _LONG_PAST else year

    def past(self, value: str) -> bool:
        """Whether a value is over before the document was issued (so it reports, and asks nothing)."""
        end = value.rsplit("/", 1)[-1]
        return bool(self.issued) and not end.startswith(("-", "..")) and end < str(self.issued)[: len(end)]


def read(match: re.Match[str], frame: Frame) -> tuple[str, ...]:
    """EDTF values of a match of :data:`TIME`; empty when the time is impossible or lacks a year that is not known."""
    kind = next(name for name in _READERS if match[name])
    return tuple(value for value in _READERS[kind](match, frame) if value)


def onward(text: str, end: int) -> int:
    """Where an open end (``trở đi``) that follows a time stops; ``end`` itself when there is none."""
    tail = _ONWARD.match(text, end)
    return tail.end() if tail else end


def _day(text: str, frame: Frame, *, month: int | None = None, year: int | None = None) -> str | None:
    parts = [int(part) for part in _DIGITS.findall(text)]
    day, month = parts[0], parts[1] if len(parts) > 1 else month
    if month is None or not 1 <= month <= 12:
        return None
    year = parts[2] if len(parts) > 2 else year
    if year is None and not frame.yearly:
        year = frame.year(month)
        if year is None:
            return None
    return edtf(day, month, year)


def _days(match: re.Match[str], frame: Frame) -> list[str | None]:
    last = [int(part) for part in _DIGITS.findall(match["d2"])]
    end = _day(match["d2"], frame)
    year = int(end[:4]) if end and end[0] != "-" else None
    start = _day(match["d1"], frame, month=last[1], year=year)
    if start and end and start[0] != "-" and len(_DIGITS.findall(match["d1"])) == 2 and start > end:
        start = f"{int(start[:4]) - 1}{start[4:]}"
    return [f"{start}/{end}" if start and end and start[0] != "-" else end]


def _daylist(match: re.Match[str], frame: Frame) -> list[str | None]:
    days = _ANY_DAY.findall(match["daylist"])
    last = [int(part) for part in _DIGITS.findall(days[-1])]
    year = last[2] if len(last) > 2 else None
    return [_day(day, frame, year=year) for day in days]


def _month(month: str, year: int | None, frame: Frame) -> str | None:
    number = int(month)
    if not 1 <= number <= 12 or (year is None and frame.yearly):
        return None
    return edtf(None, number, year or frame.year(number))


def _months(match: re.Match[str], frame: Frame) -> list[str | None]:
    first, last = _DIGITS.findall(match["m1"]), _DIGITS.findall(match["m2"])
    year = int(last[1]) if len(last) > 1 else None
    start = _month(first[0], int(first[1]) if len(first) > 1 else year, frame)
    end = _month(last[0], year, frame)
    if match["mstep"].strip() in {",", "và"}:
        return [start, end]
    return [f"{start}/{end}" if start and end else None]


def _one_month(match: re.Match[str], frame: Frame) -> list[str | None]:
    year = _DIGITS.search(match["my"] or "")
    return [_month(match["m"], int(year[0]) if year else None, frame)]


def _quarters(match: re.Match[str], frame: Frame) -> list[str | None]:
    written = _DIGITS.search(match["qy"] or "")
    first, last = _ROMAN[match["q1"].upper()], _ROMAN[(match["q2"] or match["q1"]).upper()]
    year = int(written[0]) if written else frame.year(last * 3)
    if year is None or (frame.yearly and not written):
        return [None]
    return [f"{year}-{first * 3 - 2:02d}/{year}-{last * 3:02d}"]


def _years(match: re.Match[str], frame: Frame) -> list[str | None]:
    return [f"{match['y1']}/{match['y2']}" if match["y1"] < match["y2"] else None]


def _year(match: re.Match[str], frame: Frame) -> list[str | None]:
    return [match["y"]]


def _blank(match: re.Match[str], frame: Frame) -> list[str | None]:
    """A day left blank for signing (``…/8/2030``): its month."""
    return [_month(match["bm"], int(_DIGITS.findall(match["bq"])[-1]), frame)]


def _half(match: re.Match[str], frame: Frame) -> list[str | None]:
    first = match["part"].casefold() == "đầu"
    return [f"{match['hy']}-01/{match['hy']}-06" if first else f"{match['hy']}-07/{match['hy']}-12"]


_READERS = {
    "blank": _blank,
    "half": _half,
    "days": _days,
    "daylist": _daylist,
    "day": lambda match, frame: [_day(match["day"], frame)],
    "months": _months,
    "month": _one_month,
    "quarters": _quarters,
    "years": _years,
    "year": _year,
}
