"""Numbers and symbols of documents (số và ký hiệu, NĐ 30/2020 PL I.II.3), whole or damaged.

``canonical("Số: 458/LĐT BXH-VPDN")`` gives serial ``458`` and symbol ``LĐTBXH-VPDN``.
The Party's hyphen stays (``64-KH/HU``); slashes of old symbols stay (``103/2008/TTLT/BTC-BGTVT``).
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from vanban.language.text import hyphens, latin, nfc


@dataclass(slots=True, frozen=True)
class Parsed:
    """A number taken apart: ``30/2020/NĐ-CP`` is serial 30, year 2020, symbol NĐ-CP.

    ``canonical`` is ``None`` when the serial is blank (``/KH-UBND``), ``symbol`` when there is none (``88``).
    """

    serial: str | None = None
    year: str | None = None
    symbol: str | None = None
    canonical: str | None = None


@dataclass(slots=True, frozen=True)
class _Codes:
    types: frozenset[str]
    two_faced: frozenset[str]
    agencies: frozenset[str]
    units: frozenset[str]
    known: frozenset[str]
    mended: dict[str, str]


@cache
def _codes() -> _Codes:
    data = tomllib.loads(files("vanban.language").joinpath("data/symbols.toml").read_text("utf-8"))
    types, agencies, units = (frozenset(data[key]) for key in ("types", "agencies", "units"))
    known = types | agencies | units
    mended: dict[str, str] = {}
    for code in sorted(known, key=lambda code: (_plain(code) == code, code)):
        mended.setdefault(_plain(code), code)
    mended.update({_plain(code): code for code in known if _plain(code) == code and "Đ" not in code})
    mended.update(data["mended"])
    return _Codes(types, frozenset(data["two_faced"]), agencies, units, known, mended)


def _plain(code: str) -> str:
    return code.upper().replace("Đ", "D").replace("Ư", "U")


_HEAD = re.compile(r"[^\w/]*(?:(?:luật|lệnh|nghị quyết|pháp lệnh)\s+)?s[ốóôổỗõỏọồ]\b\s*[:.,]?\s*", re.IGNORECASE)
_BLANK = re.compile(r"[\s.…_]*(?=/)")
_SERIAL = re.compile(
    r"\s{0,3}(?P<serial>\d{1,6}(?:\.\d{1,3}(?=\s{0,3}/))?(?:\s?[a-zđ](?!\w)|[A-ZĐ](?=\s{0,3}[-/]))?)?"
    r"(?:\s{0,3}/\s{0,3}(?P<year>(?:19|20)\d\d)(?!\d)(?=\s{0,3}[-/]))?(?P<gap>\s{0,3}(?P<sep>[-/])\s{0,3}(?:-\s?)?|\s{0,2})(?=[A-ZĐ])"
)
_BARE = re.compile(r"\s{0,3}(?P<serial>\d{1,6}[a-zđ]?)(?![\w])")
_SEGMENT = re.compile(r"[A-ZĐƯ][A-ZĐƯa-zđ0-9&]{0,24}(?!\w)|[A-ZĐƯ]{2,24}(?=ngày|của|về|ban)")
_SEPARATOR = re.compile(
    r"\s?[-/]\s?(?=[A-ZĐƯ])|\.\s?-\s?(?=[A-ZĐƯ])|\+(?=[A-ZĐƯ])|[.,](?=[A-ZĐƯ]{2})|\s{1,2}(?=[A-ZĐƯ\d])"
)
_CUT = re.compile(r"([-/.,+])")
_ROMAN = re.compile(r"[IVX]{1,5}")
"""The number of a region (``KV VII-TH``)."""
_TERM = re.compile(r"K?\d+$")


def canonical(text: str) -> Parsed:
    """The number at the start of ``text`` (``Số:`` before it is skipped), taken apart and mended.

    All parts are ``None`` when there is neither a serial nor a symbol.
    """
    text = hyphens(latin(nfc(text)))
    head = _HEAD.match(text)
    at = head.end() if head else 0
    blank = _BLANK.match(text, at)
    read = read_number(text, blank.end() if blank else at)
    return read[0] if read else Parsed()


_WHOLE = re.compile(
    r"(\d{1,6}[a-zđ]?)(?:/((?:19|20)\d\d))?([-/])([A-ZĐƯ][A-ZĐƯa-zđ0-9&]{0,24}(?:[-/][A-ZĐƯ][A-ZĐƯa-zđ0-9&]{0,24}){0,8})"
    r"(?![\w+]|\s?[-/]|\.\s?-\s?[A-ZĐƯ]|[.,][A-ZĐƯ]{2}|\s{1,2}[A-ZĐƯ\d])"
)
"""A number without damage, and nothing behind it that could go on with it."""


def read_number(text: str, at: int) -> tuple[Parsed, int] | None:
    """The number that begins at ``at`` and where it ends; ``None`` when none begins there.

    ``text`` must be free of look-alikes (:func:`~vanban.language.text.latin`, ``hyphens``).
    """
    whole = _WHOLE.match(text, at)
    if whole:
        serial, year, sep, written = whole.groups()
        symbol = _mend_symbol(written)
        number = f"{serial}/{year}{sep}{symbol}" if year else f"{serial}{sep}{symbol}"
        return Parsed(serial, year, symbol, number), whole.end()
    match = _SERIAL.match(text, at)
    if match and (match["sep"] or _opens_symbol(text, match.end(), glued=not match["gap"])):
        read = read_symbol(text, match.end())
        if read:
            return _assemble(match, read[0]), read[1]
    match = _BARE.match(text, at)
    if match:
        return Parsed(serial=match["serial"], canonical=match["serial"]), match.end()
    return None


def _opens_symbol(text: str, at: int, glued: bool) -> bool:
    """Whether a symbol follows a serial without a separator: ``1830 QĐ-UBND``, ``12TC/QĐ-TCT``, ``15 CP``."""
    segment = _SEGMENT.match(text, at)
    if not segment:
        return False
    code = mend(segment.group())
    goes_on = segment.end() < len(text) and text[segment.end()] in "-/"
    return (goes_on and (glued or code in _codes().known or code.isupper())) or code in ("CP", "TTg", "HĐBT")


def _assemble(match: re.Match[str], symbol: str) -> Parsed:
    serial, year, sep = match["serial"], match["year"], match["sep"] or ("/" if match["gap"] else "")
    serial = re.sub(r"\s", "", serial) if serial else None
    whole = None if serial is None else f"{serial}/{year}{sep}{symbol}" if year else f"{serial}{sep}{symbol}"
    return Parsed(serial=serial, year=year, symbol=symbol, canonical=whole)


def read_symbol(text: str, at: int) -> tuple[str, int] | None:
    """The symbol at ``at``, mended, and its end: spaces that damage put in are bridged when the codes say so."""
    segment = _SEGMENT.match(text, at)
    if not segment:
        return None
    parts, end = [segment.group()], segment.end()
    while len(parts) < 24:
        gap = _SEPARATOR.match(text, end)
        after = gap and (_SEGMENT.match(text, gap.end()) or _LEGISLATURE.match(text, gap.end()))
        if not gap or not after:
            break
        joint = _joint(parts, gap.group(), after.group())
        if joint is None:
            break
        if joint == "":
            parts[-1] += after.group()
        else:
            parts += [joint, after.group()]
        end = after.end()
    return _mend_symbol("".join(parts)), end


_LEGISLATURE = re.compile(r"\d{1,2}(?![\w/])")


def _joint(parts: list[str], gap: str, after: str) -> str | None:
    """What stands between two segments: a sign, nothing (a split code), or ``None`` when the symbol has ended."""
    codes, before, sign = _codes(), mend(parts[-1]), gap.strip()
    if sign[1:]:
        return "-" if mend(after) in codes.known else None
    if sign:
        if len(gap) == 3 and len(parts) > 1:
            return None
        return sign if len(gap) == 1 or mend(after) in codes.known or after[-1].isdigit() or len(parts) == 1 else None
    if parts[-1].endswith("KV") and _ROMAN.fullmatch(after):
        return ""
    if after.isdigit():
        return "" if before in ("QH", "UBTVQH") else None
    if mend(parts[-1] + after) in codes.known:
        return ""
    if len(parts) == 1 and before in codes.types and mend(after) in codes.agencies:
        return "-"
    if len(parts) == 1 and before in codes.agencies and before not in codes.types and after in codes.units:
        return "-"
    return None


def mend(code: str) -> str:
    """One code with its Đ and letter case restored from the tables; an unknown code as it is.

    Who wrote one Đ of a code wrote them all: ``HĐTDT`` keeps its D.
    """
    codes = _codes()
    term = _TERM.search(code)
    stem, tail = (code[: term.start()], term.group()) if term else (code, "")
    if code in codes.known or stem in codes.known:
        return code
    meant = codes.mended.get(_plain(stem), stem)
    return code if "Đ" in stem and meant.count("Đ") > stem.count("Đ") else meant + tail


@lru_cache(maxsize=1 << 12)
def _mend_symbol(symbol: str) -> str:
    parts = _CUT.split(symbol)
    parts[::2] = [mend(part) for part in parts[::2]]
    first = parts[0]
    codes = _codes()
    if first not in codes.known:
        for length in range(min(4, len(first) - 2), 0, -1):
            code, rest = mend(first[:length]), mend(first[length:])
            if code in codes.types and length > 1 and _TERM.sub("", rest) in codes.agencies:
                parts[0] = f"{code}-{rest}"
                break
    return "".join(parts)


@lru_cache(maxsize=1 << 12)
def type_of_symbol(symbol: str) -> str | None:
    """The type's code that a symbol tells: ``KH`` of ``KH-UBND``, ``CV`` of ``UBND-VX``; ``None`` when it tells none.

    ``QĐ`` of the Party is quyết định or quy định, ``TT`` thông tư or thông tri: the title decides.
    """
    codes = _codes()
    parts = [part for part in _CUT.split(_mend_symbol(symbol)) if part not in "-/.,+"]
    if not parts:
        return None
    first, rest = parts[0], [_TERM.sub("", part) for part in parts[1:]]
    issued = bool(rest) and (rest[0] in codes.agencies or rest[0][:2] in ("UB", "HĐ", "BC") or rest[0][:1] in "SB")
    if first in codes.types and (first not in codes.two_faced or issued):
        return first
    if rest and first in codes.agencies:
        old_style = [part for part in rest if part in ("QĐ", "TT", "CT", "NQ")]
        return old_style[0] if old_style else "CV"
    return "CV" if rest and first in codes.two_faced else None


@lru_cache(maxsize=1 << 12)
def issuing_codes(symbol: str) -> tuple[str, ...]:
    """The codes of who issued, in a symbol that opens with its type: ``BCT`` and ``BCA`` of ``TTLT-BCT-BCA``."""
    codes = _codes()
    parts = [part for part in _CUT.split(symbol) if part not in "-/.,+"]
    opens = bool(parts) and parts[0] in codes.types
    return tuple(part for part in parts[1:] if _TERM.sub("", part) in codes.agencies) if opens else ()
