"""Where a head leaves room to be filled: the serial after ``Số:``, the day and month (NĐ 30/2020 PL I.II.3–4)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from vanban.reading.ocr.engine import Seen

BlankKind = Literal["serial", "day", "month"]

HEAD = 0.45
"""Share of the page's height in which a head's blanks are looked for."""

_SO = re.compile(r"^[^\d]?S[ốóôồổỗộòỏõọöơoỐÓÔỒỔỖỘO06]\s*[:;.,]?")
_SYMBOL = re.compile(r"-[A-ZĐÐ][A-ZĐÐa-z]{1,3}/[A-ZĐÐ]|/\s?[A-ZĐÐ][A-ZĐÐa-z]*(?:-|$)|(?:^|(?<=\d))[A-ZĐÐ]{2,8}-[A-ZĐÐ]")
"""Where a symbol begins: ``-KL/TU`` of the Party, ``/KH-UBND`` of the State, the latter also without its stroke."""
_DAY = re.compile(r"(?:(?<=^)|(?<=[,.;]))ng[àâăáaảãạ][yvỳýỷ]", re.IGNORECASE)
_MONTH = re.compile(r"th[áâăàaảãạ]ng", re.IGNORECASE)
_YEAR_WORD = re.compile(r"[nh][ăâaáàã]m", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d\b")

_APART = 4.0
_LABEL = 1.33
"""Width of ``Số:`` in em."""

_TOO_WIDE = 1.25
"""A box so many times as wide as its word holds ink of a blank too."""

_DEFAULT = 0.5
_WIDTHS = {
    **dict.fromkeys("ijlt", 0.28), **dict.fromkeys("/.,:;", 0.27), **dict.fromkeys("-r", 0.33),
    **dict.fromkeys("AĐDGHKNOQUVXY", 0.72), **dict.fromkeys("BCR", 0.67), **dict.fromkeys("ELTZ", 0.61),
    **dict.fromkeys("PS", 0.56), **dict.fromkeys("aàáâăcezs", 0.44), "M": 0.89, "m": 0.76, "I": 0.33,
}  # fmt: skip
"""Widths of Times New Roman, the face that NĐ 30/2020 PL I.I prescribes, in em; 0.5 where none is given."""


@dataclass(slots=True)
class Blank:
    """Room for a serial, day or month: between two prints of one line, in prepared pixels.

    ``words`` are indices of words that lie in it, whole or in part; ``like`` is the box of print of the same
    line and size to compare with (the year, the symbol); ``em`` is the type's size in pixels. ``loose`` tells whether
    the left and the right edge are reckoned from widths of letters, as the print there ran together with the ink.
    """

    kind: BlankKind
    box: tuple[float, float, float, float]
    words: list[int]
    like: tuple[float, float, float, float]
    em: float
    loose: tuple[bool, bool] = (False, False)
    joint: str = "/"
    """What stands between a serial and its symbol: a stroke, or the Party's hyphen."""


def find(seen: list[Seen], height: int) -> list[Blank]:
    """The blanks of a page's head.

    Number and date stand about level: of several dates (the stamp of a copy has its own) the one beside the number
    is the document's, and when none is level with it, the lower of the two is a citation of the body.
    """
    head = [(index, word) for index, word in enumerate(seen) if word.box[1] < HEAD * height]
    dates = list(_dates(head))
    serial = _serial(head, dates[0][0].em if dates else None)
    if serial is None or not dates:
        return dates[0] if dates else [serial] if serial else []
    level = serial.like[1]
    beside = min(dates, key=lambda date: abs(level - date[0].like[1]))
    if beside is not dates[0]:
        serial = _serial(head, beside[0].em) or serial
    apart = serial.like[1] - beside[0].like[1]
    if abs(apart) < _APART * serial.em:
        return [*beside, serial]
    return beside if apart > 0 else [serial]


def _dates(head: list[tuple[int, Seen]]) -> Iterator[list[Blank]]:
    """Day and month of each ``ngày … tháng … năm 20xx`` line."""
    for _, word in head:
        year = _YEAR.search(word.text)
        if not year:
            continue
        line = _line_to(word, head)
        if not _is_place_line([one for _, one in line]):
            continue
        em = (_end(word, year.end()) - _start(word, year.start())) / 1.95
        like = (_start(word, year.start()), word.box[1], _end(word, year.end()), word.box[3])
        day, month, before = (_marker(line, pattern, em) for pattern in (_DAY, _MONTH, _YEAR_WORD))
        end = before[0] if before else like[0]
        found = []
        if day:
            found.append(_blank("day", line, day[1], month[0] if month else end, like, em))
        if month:
            found.append(_blank("month", line, month[1], end, like, em))
        if found:
            yield found


def _is_place_line(line: list[Seen]) -> bool:
    """Whether words are ``Huế, ngày … năm 20xx``: what stands before ``ngày`` is a name, not ``số 1/QĐ-UBND``."""
    at = next((index for index, word in enumerate(line) if _DAY.search(word.text)), None)
    if at is None or not any(_YEAR_WORD.search(word.text) for word in line[at:]):
        return False
    near = [word for word in line[:at] if line[at].box[0] - word.box[2] < 2 * (word.box[3] - word.box[1])]
    return not near or (near[-1].text[0].isupper() and not any(c.isdigit() or c == "/" for c in near[-1].text))


def _serial(head: list[tuple[int, Seen]], em: float | None) -> Blank | None:
    """The room between ``Số:`` and ``/KH-UBND`` of the first line that has such a symbol."""
    for _, word in head:
        symbol = _SYMBOL.search(word.text)
        if not symbol:
            continue
        line = _line_to(word, head)[-4:]
        start = next((one for one in line if _SO.match(one[1].text)), None)
        if start is None:
            continue
        suffix = word.text[symbol.start() :]
        so = _SO.match(start[1].text)
        alone = so is not None and start[1].text == so.group()
        wide = start[1].box[2] - start[1].box[0]
        if alone and em is not None and wide > _TOO_WIDE * _LABEL * em:
            alone = False
        elif alone and start[1] is not word and len(start[1].text) == 3:
            em = wide / 1.3
        elif em is None and symbol.start() == 0:
            em = (word.box[2] - word.box[0]) / _em(suffix)
        em = em or (word.box[3] - word.box[1]) / 0.9
        left = start[1].box[2] if alone else start[1].box[0] + _LABEL * em
        stroke = 0.0 if suffix.startswith(("/", "-")) else _em("/") * em
        right = word.box[0] - stroke if symbol.start() == 0 else word.box[2] - _em(suffix) * em
        if right <= left:
            right = left + 0.5 * em
        blank = _blank("serial", line, left, right, (right, word.box[1], word.box[2], word.box[3]), em)
        blank.loose = (not alone, symbol.start() > 0)
        blank.joint = "-" if suffix.startswith("-") else "/"
        return blank
    return None


def _marker(line: list[tuple[int, Seen]], pattern: re.Pattern[str], em: float) -> tuple[float, float] | None:
    """Left and right edge of the printed word that ``pattern`` finds, even run together with what fills the blank.

    A box too wide for its word holds ink of a blank on one side: both edges then keep to the word's width.
    """
    for _, word in line:
        match = pattern.search(word.text)
        if match:
            left, right, wide = float(word.box[0]), float(word.box[2]), _em(match.group()) * em
            if match.group() == word.text and right - left > _TOO_WIDE * wide:
                return right - wide, left + wide
            if match.start():
                left = _start(word, match.start()) if match.end() < len(word.text) else right - wide
            return left, right if match.end() == len(word.text) else min(left + wide, right)
    return None


def _blank(
    kind: BlankKind,
    line: list[tuple[int, Seen]],
    left: float,
    right: float,
    like: tuple[float, float, float, float],
    em: float,
) -> Blank:
    box = (left, like[1], max(right, left + 0.2 * em), like[3])
    words = [index for index, word in line if word.box[0] < right - 0.1 * em and word.box[2] > left + 0.1 * em]
    return Blank(kind, box, words, like, em)


def _line_to(word: Seen, head: list[tuple[int, Seen]]) -> list[tuple[int, Seen]]:
    """The words on a word's level up to and with itself, from left to right."""
    line = [pair for pair in head if pair[1].box[0] <= word.box[0] and _level(pair[1], word)]
    return sorted(line, key=lambda pair: pair[1].box[0])


def _level(word: Seen, other: Seen) -> bool:
    top, bottom = max(word.box[1], other.box[1]), min(word.box[3], other.box[3])
    return bottom - top > 0.3 * min(word.box[3] - word.box[1], other.box[3] - other.box[1])


def _em(text: str) -> float:
    return sum(_WIDTHS.get(letter, _DEFAULT) for letter in text)


def _start(word: Seen, offset: int) -> float:
    """About where a word's letter stands, by the widths of the letters before it."""
    return word.box[0] + (word.box[2] - word.box[0]) * _em(word.text[:offset]) / max(_em(word.text), 0.1)


def _end(word: Seen, offset: int) -> float:
    return _start(word, offset) if offset < len(word.text) else float(word.box[2])
