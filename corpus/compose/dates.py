"""Dates as documents print them, and by when a task is due (EDTF)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field

from corpus.compose.desk import Desk

_ROMAN = ("I", "II", "III", "IV")


def day_in(desk: Desk, first: dt.date, last: dt.date) -> dt.date:
    """Any day of a stretch."""
    return first + dt.timedelta(days=desk.chance.randint(0, (last - first).days))


def words(date: dt.date, *, padded: bool = False) -> str:
    """``ngày 05 tháng 3 năm 2024``: days under 10 and months 1 and 2 take a nought (NĐ 30/2020 PL I.II.4.b)."""
    month = f"{date.month:02d}" if date.month < 3 or padded else str(date.month)
    return f"ngày {date.day:02d} tháng {month} năm {date.year}"


def figures(desk: Desk, date: dt.date, *, party: bool = False, year: bool = True) -> str:
    """``05/3/2024`` as clerks vary it."""
    mark = "-" if party else desk.pick(("/", "/", "/", "/", "/", "-", "."))
    day = desk.pick((f"{date.day:02d}", str(date.day)))
    month = desk.pick((f"{date.month:02d}", str(date.month)))
    if mark == "." and not year:
        mark = "/"
    return f"{day}{mark}{month}{mark}{date.year}" if year else f"{day}{mark}{month}"


@dataclass(frozen=True, slots=True)
class When:
    """A time as printed and its gold; ``spread``: ``within`` (a stretch in which) or ``by`` (up to which)."""

    text: str
    values: tuple[str, ...] = ()
    alternatives: tuple[tuple[str, ...], ...] = field(default=())
    recurrence: str | None = None


def cited(desk: Desk, date: dt.date, *, party: bool = False) -> str:
    """The date of a cited document: ``ngày 05/3/2024`` or in words."""
    if party:
        return (
            f"ngày {date.day:02d}-{date.month}-{date.year}"
            if desk.odds(0.6)
            else f"ngày {figures(desk, date, party=desk.odds(0.5))}"
        )
    return words(date, padded=desk.odds(0.1)) if desk.odds(0.5) else f"ngày {figures(desk, date)}"


def due(desk: Desk, issued: dt.date) -> When:
    """A deadline after the day of issue, or how often, in one of the ways of clerks; its text has no cue."""
    return desk.pick(_WAYS)(desk, issued)


def _later(desk: Desk, issued: dt.date, least: int = 5, most: int = 200) -> dt.date:
    return issued + dt.timedelta(days=desk.chance.randint(least, most))


def _day(desk: Desk, issued: dt.date) -> When:
    day = _later(desk, issued)
    shown = words(day) if desk.odds(0.3) else desk.pick(("ngày ", "ngày ", "ngày ", "")) + figures(desk, day)
    cue = "trước {}" if desk.odds(0.3) else desk.word("deadlines", "day", fresh=False)
    if cue.endswith("trong {}") and not shown.startswith("ngày"):
        cue = "trước {}"
    hour = (
        desk.pick(("", "", "", "", "16 giờ 00, ", "17h00 ", "10 giờ "))
        if shown.startswith("ngày") and cue.startswith("trước")
        else ""
    )
    return When(cue.format(hour + shown), (day.isoformat(),))


def _bare_day(desk: Desk, issued: dt.date) -> When:
    day = _later(desk, issued, 5, 60)
    if day.year != issued.year:
        return _day(desk, issued)
    cue = desk.pick(("trước ngày {}", "chậm nhất ngày {}", "trước {}"))
    unknown = ((), (day.isoformat()[4:].replace("-", "--", 1),)) if "blank_day" in desk.traits else ()
    return When(cue.format(figures(desk, day, year=False)), (day.isoformat(),), unknown)


def _month(desk: Desk, issued: dt.date) -> When:
    day = _later(desk, issued, 31, 240)
    shown = desk.pick(
        (f"tháng {day.month}/{day.year}", f"tháng {day.month:02d}/{day.year}", f"tháng {day.month} năm {day.year}")
    )
    return When(
        desk.word("deadlines", "month", fresh=False).format(shown),
        (f"{day.year}-{day.month:02d}",),
    )


def _quarter(desk: Desk, issued: dt.date) -> When:
    day = _later(desk, issued, 95, 400)
    at = (day.month - 1) // 3
    shown = desk.pick(
        (f"quý {_ROMAN[at]}/{day.year}", f"quý {_ROMAN[at]} năm {day.year}", f"Quý {_ROMAN[at]}/{day.year}")
    )
    first, last = at * 3 + 1, at * 3 + 3
    end = (dt.date(day.year + last // 12, last % 12 + 1, 1) - dt.timedelta(days=1)).isoformat()
    return When(
        desk.word("deadlines", "quarter", fresh=False).format(shown),
        (f"{day.year}-{first:02d}/{day.year}-{last:02d}",),
        ((f"{day.year}-3{at + 3}",), (f"{day.year}-{last:02d}",), (end,)),
    )


def _year(desk: Desk, issued: dt.date) -> When:
    year = issued.year + desk.chance.randint(0, 2)
    return When(desk.pick(("hoàn thành trong năm {}", "xong trong năm {}")).format(year), (str(year),))


def _years(desk: Desk, issued: dt.date) -> When:
    first = issued.year
    last = first + desk.chance.randint(2, 6)
    return When(f"thực hiện từ năm {first} đến năm {last}", (f"{first}/{last}",))


def _span(desk: Desk, issued: dt.date) -> When:
    first = _later(desk, issued, 3, 60)
    last = _later(desk, first, 3, 40)
    shown = desk.pick(
        ("thời gian từ ngày {} đến ngày {}", "thực hiện từ ngày {} đến ngày {}", "từ ngày {} đến hết ngày {}")
    )
    return When(shown.format(figures(desk, first), figures(desk, last)), (f"{first.isoformat()}/{last.isoformat()}",))


def _every_year(desk: Desk, issued: dt.date) -> When:
    day = dt.date(2023, desk.chance.randint(1, 12), desk.chance.randint(1, 28))
    shown = desk.pick(
        (f"ngày {day.day:02d} tháng {day.month}", f"ngày {day.day:02d}/{day.month}", f"{day.day}/{day.month}")
    )
    return When(
        f"trước {shown} {desk.pick(('hằng năm', 'hàng năm'))}",
        (f"--{day.month:02d}-{day.day:02d}",),
        recurrence="yearly",
    )


def _twice_a_year(desk: Desk, issued: dt.date) -> When:
    return When("trước ngày 15/6 và ngày 15/12 hằng năm", ("--06-15", "--12-15"), recurrence="yearly")


def _monthly(desk: Desk, issued: dt.date) -> When:
    day = desk.chance.randint(5, 28)
    return When(
        desk.pick(("trước ngày {:02d} hằng tháng", "vào ngày {:02d} hằng tháng")).format(day),
        (),
        ((f"---{day:02d}",), (f"XX-XX-{day:02d}",), (f"XXXX-XX-{day:02d}",)),
        recurrence="monthly",
    )


def _often(desk: Desk, issued: dt.date) -> When:
    text, recurrence = desk.word("deadlines", "often", fresh=False).split("=")
    return When(text, recurrence=recurrence)


_WAYS: tuple[Callable[[Desk, dt.date], When], ...] = (
    *[_day] * 6,
    _bare_day,
    _bare_day,
    _month,
    _month,
    _quarter,
    _year,
    _years,
    _span,
    _every_year,
    _twice_a_year,
    _monthly,
    *[_often] * 5,
)


def column(desk: Desk, issued: dt.date) -> When:
    """A time as a table's column gives it."""
    made = desk.pick(
        (_cell_day, _cell_day, _cell_month, _cell_quarter, _cell_year, _cell_years, _cell_often, _cell_often)
    )
    return made(desk, issued)


def _cell_day(desk: Desk, issued: dt.date) -> When:
    day = _later(desk, issued)
    return When(
        desk.pick(("Trước {}", "Trước ngày {}", "{}", "Xong trước {}", "Chậm nhất {}")).format(figures(desk, day)),
        (day.isoformat(),),
    )


def _cell_month(desk: Desk, issued: dt.date) -> When:
    day = _later(desk, issued, 31, 240)
    return When(
        desk.pick(("Tháng {0}/{1}", "Tháng {0} năm {1}", "Trong tháng {0}/{1}")).format(day.month, day.year),
        (f"{day.year}-{day.month:02d}",),
    )


def _cell_quarter(desk: Desk, issued: dt.date) -> When:
    made = _quarter(desk, issued)
    shown = made.text[made.text.lower().index("quý") :]
    return When(shown[0].upper() + shown[1:], made.values, made.alternatives)


def _cell_year(desk: Desk, issued: dt.date) -> When:
    year = issued.year + desk.chance.randint(0, 2)
    return When(f"Năm {year}", (str(year),))


def _cell_years(desk: Desk, issued: dt.date) -> When:
    first, last = issued.year, issued.year + desk.chance.randint(2, 6)
    return When(
        desk.pick((f"{first} - {last}", f"{first}-{last}", f"Giai đoạn {first} - {last}")), (f"{first}/{last}",)
    )


def _cell_often(desk: Desk, issued: dt.date) -> When:
    text, recurrence = desk.pick(
        (
            ("Thường xuyên", "ongoing"),
            ("Hằng năm", "yearly"),
            ("Hàng năm", "yearly"),
            ("Hằng quý", "quarterly"),
            ("Hằng tháng", "monthly"),
            ("Định kỳ", "periodic"),
        )
    )
    return When(text, recurrence=recurrence)
