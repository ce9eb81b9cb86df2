"""Where agencies are named in running text: the longest stretch that the grammar of a name allows."""

from __future__ import annotations

import re
from functools import cache

from vanban.language.agency_data import WORD, known, table

_REACH = 240
_SHORTS = r"(?:UBND|HĐND|MTTQ|UBMT|VPCP|TTg|BCĐ|BTV|BCH|TAND|VKSND|CVP|PCT|UBKT|BHXH|KBNN|NHNN|LĐLĐ|TTYT)"
_NOT_NAME = frozenset(
    "Điều Khoản Điểm Căn Theo Quyết Nghị Thông Công Kế Luật Chỉ Tờ Báo Chương Mục Phụ Ngày Số".split()
)


@cache
def _start() -> re.Pattern[str]:
    data = table("agencies")
    words = set(data["heads"]) | set(data["positions"])
    lower = {
        p[0].lower() + p[1:]
        for p in ("Thủ trưởng", "Lãnh đạo", "Giám đốc", "Người đứng đầu", "Trưởng phòng", "Trưởng các", "Cơ quan")
    }
    heads = "|".join(re.escape(w) for w in sorted(words | lower, key=len, reverse=True))
    generic = "|".join(re.escape(w) for w in sorted(data["collective"], key=len, reverse=True))
    return re.compile(rf"(?:{heads}|{_SHORTS}\w*|[Cc]ác (?:{heads}|{generic}|[Bb]ộ|[Ss]ở)|[Mm]ỗi (?:{generic}))(?!\w)")


@cache
def _collective() -> re.Pattern[str]:
    generic = "|".join(re.escape(w) for w in sorted(table("agencies")["collective"], key=len, reverse=True))
    return re.compile(
        rf"(?:\s*(?:,|và|-|;)?\s+(?:{generic})(?!\w)|(?:,| và| -)\s+(?:chính trị|xã hội|cá nhân)|\s+- xã hội)*(?:\s+(?:có )?liên quan)?"
    )


@cache
def _places() -> re.Pattern[str]:
    places = "|".join(re.escape(w) for w in sorted(table("agencies")["places"], key=len, reverse=True))
    return re.compile(
        rf"\s+(?:các )?(?:{places})(?!\w)(?:(?:,| và|,? và)\s+(?:{places})(?!\w)(?!\s+[A-ZĐÀ-Ỹ][a-zà-ỹ]))*(?:\s+trực thuộc [Tt]rung ương)?"
        r"|\s+(?:các cấp|cùng cấp|cấp (?:tỉnh|huyện|xã|trên))(?!\w)"
    )


def spans(text: str) -> list[tuple[int, int]]:
    """``(start, end)`` of the agencies named in ``text``, in order, none inside another."""
    found: list[tuple[int, int]] = []
    at = 0
    for match in _start().finditer(text):
        start = match.start()
        if start < at or (start and (text[start - 1].isalnum() or text[start - 1] in "/-")):
            continue
        end = _end(text, start, match.end())
        found.append((start, end))
        at = end
    return found


def _end(text: str, start: int, end: int) -> int:
    """Where the name that begins at ``start`` and whose head ends at ``end`` ends."""
    if text[start : start + 3].casefold() in ("các", "mỗi"):
        match = _collective().match(text, end)
        end = match.end() if match else end
    else:
        end = _fields(text, start, end)
    while True:
        match = _places().match(text, end)
        after = match.end() if match else _name(text, end)
        if after == end:
            return end
        end = after


def _fields(text: str, start: int, end: int) -> int:
    """Past the known phrases behind the head."""
    matches = list(WORD.finditer(text, start, min(len(text), start + _REACH)))
    small = [m.group().casefold() for m in matches]
    at = next((i for i, m in enumerate(matches) if m.start() >= end), len(matches))
    while at < len(matches):
        phrase = known(small, at)
        if phrase is None or phrase.kind == "places" or not _as_written(text, matches[at], phrase.text):
            break
        at += len(phrase.words)
        end = matches[at - 1].end()
    return end


def _as_written(text: str, match: re.Match[str], form: str) -> bool:
    return text[match.start()].isupper() or form[0].islower()


_WORDS = re.compile(
    r"\s+(?:[A-ZĐÀ-Ỹ][\w&.]*(?:-[A-ZĐÀ-Ỹ]\w*)*|\d+(?![/\d.]))(?:\s*&\s*[A-ZĐ]+)?|\s+-\s+(?=[A-ZĐÀ-Ỹ])[A-ZĐÀ-Ỹ]\w*|,\s?(?=(?:TT|DL|TT&DL)\b)\S+"
)


def _name(text: str, end: int) -> int:
    """Past one word of a name."""
    match = _WORDS.match(text, end)
    if match is None or match.group().strip() in _NOT_NAME:
        return end
    stop = match.end()
    return stop - 1 if text[stop - 1] == "." and not re.match(r"\s*[A-ZĐ]", text[stop : stop + 2]) else stop
