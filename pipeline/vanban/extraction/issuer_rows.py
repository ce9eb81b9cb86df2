"""The names that the issuing lines of a head hold: one over several rows, or two in one (NĐ 30/2020 PL I.II.2)."""

from __future__ import annotations

import re
from functools import cache
from itertools import takewhile
from typing import Final

from vanban.extraction.spans import Joined
from vanban.language.heads import begins_agency, issuer_heads
from vanban.language.likely import channel, mended
from vanban.language.places import LEVELS, known_names
from vanban.language.positions import chain
from vanban.language.repair import remarked, repaired
from vanban.language.text import plain, same_tone, squeeze

LOST: Final = re.compile(r"^Y\s+BAN(?=\s)")
"""``ỦY BAN`` whose first letter a stamp or a wrapped line took."""

_JOINER = re.compile(r"(?:\s(?:VÀ|CỦA|VỀ|CHO|THUỘC|CÁC)|[-,&])$", re.IGNORECASE)
_GOES_ON = re.compile(r"^(?:[-&]|(?:VÀ|CỦA|VỀ|CHO|THUỘC)\s)", re.IGNORECASE)
_AREA_HANGS = re.compile(rf"(?:^|\s)(?:{'|'.join(LEVELS)})$", re.IGNORECASE)
"""A row that ends with the kind of an area has its name below, whatever the name begins with (``TRƯỜNG CƯỜNG``)."""
_TORN = re.compile(
    r"(?<!TỈNH )(?<!HUYỆN )(?<!THÀNH )(?<!QUẬN )(?<!THỊ )(?<!ĐẢNG )(?<!CHI )(?<!CẤP )(?<!ĐOÀN )(?:ỦY|UỶ)\nBAN(?!\w)"
    r"|(?<!\w)(?:BỆNH|HỌC)\nVIỆN(?!\w)|(?<!\w)(?:MÔI|VÀ THỊ|QUẢN LÝ THỊ)\nTRƯỜNG(?!\w)"
)
"""A word over two rows (``CHỦ TỊCH ỦY`` / ``BAN NHÂN DÂN``); ``TỈNH ỦY`` / ``BAN TỔ CHỨC`` are two names."""
_PLACE_TAIL = re.compile(rf"(?:{'|'.join(LEVELS)})\s", re.IGNORECASE)
_OVER = re.compile(
    r"(?:uy ban nhan dan|ubnd)\s+(?:tinh|thanh pho|tp\.?|huyen|quan|thi xa|xa|phuong|thi tran|dac khu)\s+\w+|bo\s+\w+"
)
_UNDER: Final = ("sở", "phòng", "ban", "trường", "trung tâm", "chi cục", "bệnh viện", "ubnd", "ủy ban", "hội đồng")
_UNDER_MINISTRY: Final = ("cục", "tổng cục", "trường", "viện", "trung tâm", "bệnh viện", "học viện", "đại học")
_WHOLE: Final = ("văn phòng", "thanh tra")
_WORD = re.compile(r"[^\W_]+")


def split_names(joined: Joined, bold: list[bool | None], *, scanned: bool = False) -> list[tuple[int, int]]:
    """Spans of the names that head lines hold: a name may run over lines, a line may hold two names."""
    groups: list[list[int]] = []
    before: bool | None = None
    at = 0
    rows = joined.text.split("\n")
    weights = bold if len(bold) == len(rows) else [None] * len(rows)
    for row, weight in zip(rows, weights, strict=True):
        low, high, at = at, at + len(row), at + len(row) + 1
        if not any(character.isalpha() for character in row):
            continue
        heavier = before is False and weight is True
        before = weight
        if groups and not _begins(joined.text, groups[-1], row, heavier=heavier, scanned=scanned):
            groups[-1][1] = high
        else:
            groups.append([low, high])
        cut = second_name(row, scanned=scanned)
        if cut is not None:
            groups[-1][1] = low + cut
            groups.append([low + cut, high])
    return [(low, high) for low, high in groups]


def _begins(text: str, group: list[int], row: str, *, heavier: bool, scanned: bool) -> bool:
    """Whether a row begins a new name after the group of rows before it."""
    above, below = squeeze(text[group[0] : group[1]]), squeeze(row).lstrip(" .,;:'\"_")
    below = repaired(below) if scanned else remarked(below)
    if _JOINER.search(above) or _GOES_ON.match(below) or _AREA_HANGS.search(above) or _TORN.search(f"{above}\n{below}"):
        return False
    heads = issuer_heads()
    if scanned and not heavier and _belongs(above, squeeze(row).lstrip(" .,;:'_")):
        return False
    if plain(f"{above} {below}") in heads.whole or plain(above) in heads.openings or _is_title(above):
        return False
    if begins_agency(LOST.sub("ỦY BAN", below), misread=scanned):
        return True
    return heavier and not _PLACE_TAIL.match(below)


def _belongs(above: str, row: str) -> bool:
    """Whether a sound word that is no head goes on with the word above it: ``CỤC CHUYỂN ĐỔI`` / ``SỐ QUỐC GIA``."""
    words = same_tone(row.casefold()).split()
    last = same_tone(mended(above).casefold()).split()[-1:]
    if not words or not last or begins_agency(row, misread=False):
        return False
    return f"{last[0]} {words[0]}" in channel().pairs


def _is_title(text: str) -> bool:
    """Whether a row is the title of an officer, whose body the next row names: ``CHỦ TỊCH``."""
    rungs = chain(text)
    return len(rungs) == 1 and rungs[0].title is not None and not rungs[0].rest and rungs[0].start == 0


def second_name(row: str, *, scanned: bool = False) -> int | None:
    """Where a second name begins in a row that opens with the name above it: ``UBND TỈNH … SỞ …``.

    A word that could open a name is none inside a place (``HẢI PHÒNG``) or a compound (``MÔI TRƯỜNG``).
    """
    if not row.isprintable() or squeeze(row) != row.strip():
        return None
    over = _OVER.match(plain(row.strip()))
    if over is None:
        return None
    fold = plain if scanned else _marked
    skip = len(row) - len(row.lstrip())
    words = list(_WORD.finditer(row, skip))
    forms = [fold(word.group()) for word in words]
    ministry = forms[0] in ("bộ", "bo")
    units = {fold(unit) for unit in (_UNDER_MINISTRY if ministry else _UNDER)} | {fold(unit) for unit in _WHOLE}
    first = len(list(takewhile(lambda word: word.end() <= skip + over.end(), words)))
    at = first - 1
    while at < len(words):
        inside = _inside(forms, at, scanned)
        if inside:
            at += inside
            continue
        unit = next((unit for unit in (" ".join(forms[at : at + 2]), forms[at]) if unit in units), None)
        rest = forms[at + len(unit.split()) :] if unit else []
        if unit and at >= first and (any(len(word) > 1 for word in rest) or unit in map(fold, _WHOLE)):
            return words[at].start()
        at += 1
    return None


def _marked(text: str) -> str:
    return same_tone(text.casefold())


def _inside(forms: list[str], at: int, scanned: bool) -> int:
    """How many words from ``at`` on are one place or compound; 0 when none."""
    for count in (4, 3, 2):
        if tuple(forms[at : at + count]) in _solid(scanned):
            return count
    return 0


@cache
def _solid(scanned: bool) -> frozenset[tuple[str, ...]]:
    """Places and compounds of two words and more, without marks for scans."""
    fold = plain if scanned else _marked
    names = (*known_names(), *issuer_heads().compounds)
    return frozenset(tuple(_WORD.findall(fold(name))) for name in names if " " in name)
