"""Laws, codes, ordinances and the constitution: cited by name, with or without number, date or year."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import chain

from vanban.extraction.citations.vocabulary import known_law, loose, words
from vanban.language.text import plain

LAW = re.compile(
    r"[LBPH](?<!\w.)(?:(?<=L)(?:uật|UẬT|uât)|(?<=B)(?:ộ [Ll]uật|Ộ LUẬT)"
    r"|(?<=P)(?:háp [Ll]ệnh|HÁP LỆNH)|(?<=H)(?:iến pháp|IẾN PHÁP))(?=\s)"
)
"""The word a law is cited with: capital, for ``luật`` alone is law in general."""

_SMALL = re.compile(r"luật(?=\s(?:[A-ZĐ]|tổ chức\s))(?<!\wluật)(?<!háp luật)(?<!ộ luật)")
_TYPES = {"luat": "Luật", "bo luat": "Bộ luật", "phap lenh": "Pháp lệnh", "hien phap": "Hiến pháp"}
_CONSTITUTION = re.compile(
    r"\s+(?:của\s+)?nước\s+(?:cộng\shòa|cộng\shoà)\sxã\shội\schủ\snghĩa\sviệt\snam|\s+nước\s+CHXHCN(?:\s+Việt Nam|VN)",
    re.IGNORECASE,
)
_AMENDING = re.compile(
    rf"\s+(?:về\s)?(?:{loose('sửa đổi')}|{loose('bổ sung')})(?:[,\s]+(?:và\s)?{loose('bổ sung')})?"
    r"(?:\s[^.;:()\n“\"]{0,90}?)??\s(?:(?:của|CỦA)\s+)?"
    r"(?=(?:các\s+)?(?:Bộ luật|Bộ Luật|Luật|LUẬT|BỘ LUẬT|Pháp lệnh|PHÁP LỆNH|luật)\s)"
)
_NEXT_LAW = re.compile(
    r"(?:,?\s+(?:và|VÀ)|,|;)\s+(?=(?:Luật|LUẬT|Bộ [Ll]uật|Pháp lệnh)\s(?![Ss][ửưủữ]a|SỬA|[Bb][ổôồố] sung))"
)
_SEVERAL = re.compile(
    r"(?:các\s+)?(?:[Ll]uật|LUẬT)\s+(?:có\s+)?(?:liên quan\s[^.;:()\n]{3,90}?|về\sthuế)"
    r"(?=\s+(?:ngày|số|năm|và)\s|[.;,:]|$)"
)
_LAWYER = re.compile(r"\s+(?:sư|SƯ)(?!\w)(?!\s+(?:số|ngày|năm)\s)")
_SMALL_LAW = re.compile(r"luật(?=\s)")
_ABOUT = re.compile(r"(?:về|Về)\s+")
_NATION = re.compile(r"\s+Việt Nam(?!\w)")
_REVISED = re.compile(r"\s\((?:đã\s)?(?:được\s)?(?:sửa đổi|bổ sung)[^()]{0,40}\)(?=\s*,?\s(?:ngày|số|năm)\s)")
"""``Luật Đất đai (sửa đổi) ngày …``: what laws of the 1990s carry behind their names."""
_FOLLOWED = re.compile(r"\s*,?\s(?:ngày|số|năm)\s{1,2}\d")
_WORD = re.compile(r"(\s{1,2})([\w/&-]+)(,(?=\s\w))?")


@lru_cache(maxsize=64)
def _type_of(word: str) -> str:
    return _TYPES[plain(" ".join(word.split()))]


@dataclass(slots=True, frozen=True)
class LawName:
    """``type`` and the span of the name after it (empty for ``Hiến pháp``); ``known``: the table has it."""

    type: str
    start: int
    end: int
    known: bool


def find(text: str) -> Iterator[re.Match[str]]:
    """Where laws may be cited: the capital word, and the small one before a capital (``luật Xây dựng``)."""
    return chain(LAW.finditer(text), _SMALL.finditer(text))


def read(text: str, match: re.Match[str], depth: int = 0) -> LawName | None:
    """The law that a match of :data:`LAW` begins; ``None`` when it is the word alone (``Luật này``, ``Luật sư``).

    ``depth`` counts the laws around it: one that amends an amending law is read, no deeper.
    """
    type_ = _type_of(match.group())
    at = match.end()
    if type_ == "Luật" and text.endswith("háp ", 0, match.start()):
        return None
    if type_ == "Hiến pháp":
        nation = _CONSTITUTION.match(text, at)
        return LawName(type_, at, nation.end() if nation else at, bool(nation))
    amended = _AMENDING.match(text, at)
    if amended:
        end = _amended(text, amended.end(), depth) if depth < 2 else 0
        return LawName(type_, at + 1, end, True) if end > amended.end() else None
    begin = at + len(text[at : at + 3]) - len(text[at : at + 3].lstrip())
    end = _revised(text, _name(text, begin, type_), begin)
    if end > begin:
        return LawName(type_, begin, end, True)
    small = match.group()[0].islower() and not text[begin : begin + 1].islower()
    if small or _LAWYER.match(text, at) or _not_a_name().match(text, at):
        return None
    before = text[max(0, at - 24) : at - 4].lower().split()
    if type_ == "Luật" and before and before[-1] in words("law", "before"):
        return None
    end = _revised(text, _unknown(text, begin), begin)
    if text[begin : begin + 1].islower() and not _FOLLOWED.match(text, end):
        end = begin
    return LawName(type_, begin, end, False) if end > begin else LawName(type_, at, at, False)


def _revised(text: str, end: int, begin: int) -> int:
    """``end`` of a name with ``(sửa đổi)`` behind it."""
    match = _REVISED.match(text, end) if end > begin else None
    return match.end() if match else end


@cache
def _not_a_name() -> re.Pattern[str]:
    spelt = "|".join(sorted(words("law", "not_a_name"), key=len, reverse=True))
    return re.compile(rf"\s+(?:{spelt})(?!\w)")


def _name(text: str, at: int, type_: str) -> int:
    about = _ABOUT.match(text, at)
    start = about.end() if about else at
    end = known_law(text, start, type_)
    if end == start:
        return at
    nation = _NATION.match(text, end)
    return nation.end() if nation else end


def _amended(text: str, at: int, depth: int) -> int:
    """The end of the laws that an amending law names: ``… của Luật A và Luật B``."""
    several = _SEVERAL.match(text, at)
    if several:
        return several.end()
    end = at
    for _ in range(8):
        inner = LAW.match(text, at) or _SMALL_LAW.match(text, at)
        law = read(text, inner, depth + 1) if inner else None
        if not law or law.end == law.start:
            break
        end = law.end
        following = _NEXT_LAW.match(text, end)
        if not following:
            break
        at = following.end()
    return end


def _unknown(text: str, at: int) -> int:
    """The end of a name that no table has: to a word that names do not hold, a stop, or a comma before no name."""
    end, position = at, at - 1
    ends = words("law", "after") | words("law", "after_and")
    for _ in range(18):
        word = _WORD.match(text, position)
        if not word or word.group(2).lower() in words("law", "after") or word.group(2)[0].isdigit():
            break
        low = word.group(2).lower()
        if low == "và" or low == "về":
            after = _WORD.match(text, word.end())
            if not after or low == "về" or after.group(2).lower() in words("law", "after_and"):
                break
        end = position = word.end(2)
        if word.group(3):
            after = _WORD.match(text, word.end())
            if not after or after.group(2).lower() in ends or not after.group(2)[0].islower():
                break
            position = word.end()
    return end
