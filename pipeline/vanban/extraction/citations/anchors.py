"""Where citations may stand: compiled patterns that pass over the whole text once each.

Every pattern begins with a class of few characters, so that the search skips most of the text.
"""

from __future__ import annotations

import re
from enum import IntEnum
from functools import cache

from vanban.extraction.citations import laws
from vanban.extraction.citations.vocabulary import initials, spelt


class Kind(IntEnum):
    """What an anchor is, in the order in which two at one place are tried."""

    LAW = 0
    NUMBER = 1
    LEAN = 2
    SHORT = 3
    INITIALS = 4
    DATED = 5
    PARTY = 6


Anchor = tuple[int, Kind, re.Match[str]]

_DIGIT = re.compile(r"\d")
_NUMBER = re.compile(
    r"[0-9](?:(?<![\w./§$&-].)|(?<=[sS][ốỐ].))\d{0,5}(?:"
    r"(?:[a-zđA-ZĐ]|\s[a-zđ](?=\s?/))?(?:\.\d{1,2})?\s{0,2}(?:/\s{0,2}(?:19|20)\d\d\s{0,2}[/-]\s{0,2}|[/-]\s{0,2}(?:-\s?)?)(?=[A-ZĐƯ])"
    r"|(?P<spaced>[a-zđ]?\s?)(?=[A-ZĐ]{2,8}[/-][A-ZĐ]|(?:CP|TTg|HĐBT)\s))"
)
_CALLED = re.compile(r"(?:số|SỐ|[ưƯ]|định|quyết|thị|lệnh|tịch):?\s{1,2}$")
_SHORT = re.compile(
    r"[NQTC](?=[ĐQT])(?<!\w.)(?P<type>(?<=N)[ĐQ]|(?<=Q)Đ|(?<=T)T|(?<=C)T)\s?-?\s?(?P<serial>\d{1,4}[a-zđ]?)(?![\w/-]|[.,]\d)"
)


@cache
def lean() -> re.Pattern[str]:
    """A type word before a bare serial, a date or its issuer: ``Nghị định 30``, ``Tờ trình ngày 05/8``."""
    return re.compile(
        rf"(?P<type>{spelt(capital=True)})\s{{1,3}}(?:"
        r"(?P<so>[Ss][ốóô]\s{0,2}:?\s{0,2})?(?P<serial>\d{1,6}[a-zđ]?)"
        r"(?!\w|[.,]\d|[§$&]|\s?[/-]\s?(?:-\s?)?[\dA-ZĐ]|\s\d{1,4}\s?/|\s[a-zđ]\s?/|\s?(?:[A-ZĐ]{2,8}[/-]|(?:CP|TTg|HĐBT)\s))"
        r"|(?=ngày\s{1,2}\d)|(?<=ản\s)(?P<held>(?:cuộc\s)?(?:họp|làm việc|kiểm phiếu|hội nghị|phiên họp"
        r"|kiểm tra|thẩm định|nghiệm thu|bàn giao)\s[^.;:()\n]{0,110}?(?=(?:lập\s)?ngày\s{1,2}\d))"
        r"|(?P<of>(?=của\s{1,2}[A-ZĐỦ])))"
    )


_DATED = re.compile(
    r"số:?\s{1,2}(?P<serial>\d{1,6}[a-zđ]?)(?=,?\s{1,2}(?:ngày|đề ngày)\s{1,2}\d|\s{1,2}của\s[^.;,]{2,40}\sngày\s\d)"
)
_BLANK = re.compile(r"số:?[ \u00a0.…_]{0,20}(?P<sep>/)(?=\s?(?:(?:19|20)\d\d\s?/\s?)?[A-ZĐ]{2})")
_PARTY = re.compile(
    r"Nghị quyết\s(?P<name>(?:Hội nghị\s)?(?:lần thứ\s\w+\s)?(?:của\s)?(?:Ban Chấp hành\s|BCH\s)?(?:Trung ương|TW)"
    r"(?:\sĐảng)?(?:\s(?:lần thứ\s)?(?:\d{1,2}|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)(?![\w/-]))?"
    r"(?:\s?,?\s\(?[Kk]h(?:óa|oá)\s[IVX]{1,5}(?:(?:,|\svà)\s[IVX]{1,5})*(?!\w)\)?)?"
    r"|Đại hội\s(?:(?:đại biểu\s)?toàn quốc\s(?:lần thứ\s)?[IVX]{1,5}(?!\w)|(?:lần thứ\s)?[IVX]{1,5}(?=\scủa Đảng)))"
)


@cache
def _initials() -> re.Pattern[str]:
    names = "|".join(name[2:] for name in sorted(initials(), key=len, reverse=True))
    return re.compile(rf"BL(?<!\w..)(?P<name>{names})(?![\w/-])")


def find(text: str) -> list[Anchor]:
    """The anchors of ``text`` in order of their place."""
    found: list[Anchor] = [(m.start(), Kind.LAW, m) for m in laws.find(text)]
    found += [(m.start(), Kind.LEAN, m) for m in lean().finditer(text)]
    found += [(m.start("sep"), Kind.NUMBER, m) for m in _BLANK.finditer(text)]
    found += [(m.start(), Kind.PARTY, m) for m in _PARTY.finditer(text)]
    if _DIGIT.search(text):
        found += [(m.start(), Kind.NUMBER, m) for m in _NUMBER.finditer(text) if _called(text, m)]
        found += [(m.start(), Kind.SHORT, m) for m in _SHORT.finditer(text)]
        found += [(m.start(), Kind.DATED, m) for m in _DATED.finditer(text)]
        found += [(m.start(), Kind.INITIALS, m) for m in _initials().finditer(text)]
    found.sort(key=lambda anchor: anchor[:2])
    return found


def _called(text: str, match: re.Match[str]) -> bool:
    """A number without a slash counts only behind ``số`` or a type word: ``số 1830 QĐ-UBND``, ``Nghị định 15 CP``."""
    return match["spaced"] is None or bool(_CALLED.search(text, max(0, match.start() - 10), match.start()))
