"""How sure a name read from a list is: short forms, heads and commas that nothing explains make it doubtful."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from vanban.language.agency_data import WORD, known, letters, table
from vanban.language.agency_parts import grammar
from vanban.language.people import person_name
from vanban.language.text import same_tone

KNOWN = 0.98
"""A name whose head, short forms and ends are all explained."""
_HEAD, _SHORT, _COMMA, _GUESS = 0.75, 0.72, 0.7, 0.78
"""No known head in front; a short form inside that stays as written; a loose comma; a short form of many meanings."""
_CODE = re.compile(r"(?<![\w/-])[A-ZĐƯ][A-ZĐƯ&]+(?![\w/-])")
_ROMAN = re.compile(r"[IVXL]+")
_DESK = re.compile(
    letters(r"(?:(?:Các |các )?(?:Trưởng p|P)hòng|Vụ|Ban|Cục|Khoa|Tổ|Chi cục) [A-ZĐƯ&-]{2,}\d*|[A-ZĐƯ&.-]{1,8}\d*")
)
"""A unit by its code alone, as ``các Vụ: TH, KTTH`` lists it: as written is its right form."""
_FALLBACKS = (
    (
        re.compile(r"(?<!\w)TT(?!\w)"),
        re.compile(
            letters(
                r"Trung tâm (?=[<U>])(?!Thông tin|Y tế|Văn hóa|Văn hoá|Phát triển|Phục vụ"
                r"|Dịch vụ|Giáo dục|Chính trị|Kiểm|Xúc tiến|Bảo trợ|Hành chính|Công báo|Tin học|Truyền thông)"
            )
        ),
    ),
    (
        re.compile(r"(?<!\w)BCH(?!\w)"),
        re.compile(r"Ban Chấp hành(?! (?:Đảng|Chi bộ|chi bộ|Đoàn|Hội|Công đoàn|Liên đoàn|Trung ương|Tỉnh|Hiệp))"),
    ),
)
"""Short forms whose last resort was taken, with nothing behind them that says so."""
_PARENS = re.compile(r"\([^)]*\)?")
_MANY = re.compile(r"(?:^|\s)(?:[Cc]ác|[Mm]ỗi)\s")
_OTHERS = re.compile(r"(?:\d+ )?(?:[Cc]ác |[Nn]hững )?(?:[Ôô]ng|[Bb]à|[Đđ]/c|[Đđ]ồng chí|[Đđ]ại biểu)(?!\w)|\d+ ")


def certainty(written: str, names: list[str]) -> float:
    """How likely the ``names`` that :func:`vanban.language.agencies.names` gave for an item are right (0-1).

    >>> certainty("Sở NV", ["Sở Nội vụ"]) > certainty("Ban QXZ huyện", ["Ban QXZ huyện"])
    True
    """
    sure = min(map(_of_name, names), default=KNOWN)
    if ":" not in written and len(names) == 1 and _CODE.fullmatch(names[0]) and names[0] not in _acronyms():
        sure = min(sure, _GUESS)
    if any(short.search(written) and form.search(name) for short, form in _FALLBACKS for name in names):
        sure = min(sure, _GUESS)
    return sure


@lru_cache(maxsize=8192)
def _of_name(name: str) -> float:
    bare = _PARENS.sub("", name).strip()
    if not _DESK.fullmatch(bare):
        if any(code not in _acronyms() and not _ROMAN.fullmatch(code) for code in _CODE.findall(bare)):
            return _SHORT
        if not _has_head(bare):
            return _HEAD
    return _COMMA if _loose_comma(bare) else KNOWN


@cache
def _acronyms() -> frozenset[str]:
    return frozenset(table("agencies")["acronyms"])


def _has_head(name: str) -> bool:
    """Whether it begins as a name, an officer, a collective or a person does."""
    low = name[:1].lower() + name[1:]
    return bool(
        grammar("agency").match(name)
        or grammar("many").match(name)
        or grammar("generic").match(low)
        or grammar("place").match(low)
        or _OTHERS.match(name)
        or known([m.group().casefold() for m in WORD.finditer(name)] or [""], 0)
        or name.split(" ", 1)[0] in _acronyms()
        or person_name(name)
    )


def _loose_comma(name: str) -> bool:
    """Whether a comma stands in a name that is no collective, outside every known phrase and list of areas."""
    if "," not in name or _MANY.search(name) or _MANY.search(f" {name[:1].lower()}{name[1:]}"):
        return False
    small = [m.group().casefold() for m in WORD.finditer(same_tone(name))]
    areas = set(table("agencies")["places"]) | set(table("agencies")["collective"]) | {"thị"}
    at = 0
    while at < len(small):
        phrase = known(small, at)
        rest = " ".join(small[at + 1 : at + 3])
        prevents = small[max(at - 1, 0) : at + 2] == ["phòng", ",", "chống"]
        if small[at] == "," and not prevents and not any(rest == area or rest.startswith(f"{area} ") for area in areas):
            return True
        at += len(phrase.words) if phrase else 1
    return False
