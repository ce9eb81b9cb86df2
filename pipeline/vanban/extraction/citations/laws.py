"""Laws, codes, ordinances and the constitution: cited by name, with or without number, date or year."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from vanban.extraction.citations.vocabulary import known_law
from vanban.language.text import plain

LAW = re.compile(
    r"[LBPH](?<!\w.)(?:(?<=L)(?:uật|UẬT|uât)|(?<=B)(?:ộ [Ll]uật|Ộ LUẬT)"
    r"|(?<=P)(?:háp [Ll]ệnh|HÁP LỆNH)|(?<=H)(?:iến pháp|IẾN PHÁP))(?=\s)"
)
"""The word a law is cited with: capital, for ``luật`` alone is law in general."""

_SMALL = re.compile(r"luật(?=\s[A-ZĐ])(?<!\wluật)(?<!háp luật)(?<!ộ luật)")
_TYPES = {"luat": "Luật", "bo luat": "Bộ luật", "phap lenh": "Pháp lệnh", "hien phap": "Hiến pháp"}
_CONSTITUTION = re.compile(
    r"\s+(?:của\s+)?nước\s+(?:Cộng|CỘNG)\s(?:hòa|hoà|HÒA)\s(?:xã|XÃ)\s(?:hội|HỘI)\s(?:chủ|CHỦ)\s(?:nghĩa|NGHĨA)\s(?:Việt|VIỆT)\s(?:Nam|NAM)|\s+nước\s+CHXHCN(?:\s+Việt Nam|VN)"
)
_AMENDING = re.compile(
    r"\s+(?:về\s)?(?:[Ss]ửa đổi|SỬA ĐỔI|[Bb]ổ sung|BỔ SUNG|sửa đối)(?:[,\s]+(?:và\s)?(?:b[ổố] sung|BỔ SUNG))?"
    r"(?:\s[^.;:()\n“\"]{0,90}?)??\s(?:(?:của|CỦA)\s+)?(?=(?:các\s+)?(?:Bộ luật|Bộ Luật|Luật|LUẬT|BỘ LUẬT|Pháp lệnh|PHÁP LỆNH|luật)\s)"
)
_NEXT_LAW = re.compile(
    r"(?:,?\s+(?:và|VÀ)|,|;)\s+(?=(?:Luật|LUẬT|Bộ [Ll]uật|Pháp lệnh)\s(?![Ss]ửa đổi|SỬA|[Bb]ổ sung))"
)
_SEVERAL = re.compile(
    r"(?:các\s+)?(?:[Ll]uật|LUẬT)\s+(?:có\s+)?(?:liên quan\s[^.;:()\n]{3,90}?|về\sthuế)(?=\s+(?:ngày|số|năm|và)\s|[.;,:]|$)"
)
_NOT_A_LAW = re.compile(
    r"\s+(?:sư(?!\w)(?!\s+(?:số|ngày|năm)\s)|gia(?!\w)|học(?!\w)|định(?!\w)|này|đó|trên|nêu|nói|mới|cũ|hiện|có|được|quy|là|của|và|do|ra|theo|tại|khác|để|trong|phải|thì|Hà Nội|TNHH|Hợp danh|Quốc hội)(?!\w)"
)
_SCHOOLS = ("học", "khoa", "nhân", "ngành", "ty", "phòng", "nghề", "viện", "môn", "sĩ", "chí")
_WORD = re.compile(r"(\s{1,2})([\w/&-]+)(,(?=\s\w))?")
_ENDS = frozenset(
    "ngày số năm được đã quy của có này thì để khi trong theo tại hiện là phải do bị từ với cho còn hoặc như sẽ nêu trên "
    "điều khoản điểm luật nghị thông pháp quyết hiến các những mà đối nếu căn bằng vào đến hướng chưa không ban thay tháng "
    "ra cũng trước sau mới gồm nhằm thực gửi khác đó nói bộ và/hoặc quốc".split()
)
_BREAKS = frozenset(
    "luật nghị thông pháp quyết hiến bộ các những văn quy hướng điều khoản điểm pháp hệ tổ tình cơ ủy chỉ theo trên được mục tại phần của chương khi để nội công".split()
)


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
    type_ = _TYPES[plain(" ".join(match.group().split()))]
    at = match.end()
    if type_ == "Hiến pháp":
        nation = _CONSTITUTION.match(text, at)
        return LawName(type_, at, nation.end() if nation else at, bool(nation))
    amended = _AMENDING.match(text, at)
    if amended:
        end = _amended(text, amended.end(), depth) if depth < 2 else 0
        return LawName(type_, at + 1, end, True) if end > amended.end() else None
    begin = at + len(text[at : at + 3]) - len(text[at : at + 3].lstrip())
    end = _name(text, begin, type_)
    if end > begin:
        return LawName(type_, begin, end, True)
    if _NOT_A_LAW.match(text, at) or match.group()[0].islower():
        return None
    if type_ == "Luật" and text[max(0, at - 24) : at - 4].lower().rstrip().endswith(_SCHOOLS):
        return None
    end = _unknown(text, begin)
    return LawName(type_, begin, end, False) if end > begin else LawName(type_, at, at, False)


def _name(text: str, at: int, type_: str) -> int:
    about = re.compile(r"(?:về|Về)\s+").match(text, at)
    start = about.end() if about else at
    end = known_law(text, start, type_)
    if end == start:
        return at
    nation = re.compile(r"\s+Việt Nam(?!\w)").match(text, end)
    return nation.end() if nation else end


def _amended(text: str, at: int, depth: int) -> int:
    """The end of the laws that an amending law names: ``… của Luật A và Luật B``."""
    several = _SEVERAL.match(text, at)
    if several:
        return several.end()
    end = at
    for _ in range(8):
        inner = LAW.match(text, at) or re.compile(r"luật(?=\s)").match(text, at)
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
    if not text[at : at + 1].isupper():
        return at
    for _ in range(18):
        word = _WORD.match(text, position)
        if not word or word.group(2).lower() in _ENDS or word.group(2)[0].isdigit():
            break
        low = word.group(2).lower()
        if low == "và" or low == "về":
            after = _WORD.match(text, word.end())
            if not after or low == "về" or after.group(2).lower() in _BREAKS:
                break
        end = position = word.end(2)
        if word.group(3):
            after = _WORD.match(text, word.end())
            if not after or after.group(2).lower() in _BREAKS | _ENDS or not after.group(2)[0].islower():
                break
            position = word.end()
    return end
