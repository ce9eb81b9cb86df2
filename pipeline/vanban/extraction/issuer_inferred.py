"""The issuing body of a text without a head: by who acts in it, who signs it, its symbol and its place."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from vanban.language.agencies import written_out
from vanban.language.places import only_district, province, titled
from vanban.language.positions import leads
from vanban.language.text import CAPITALS, squeeze
from vanban.layout.model import Block, Layout, Zone
from vanban.record import Evidence, Issued, Number, Signer

_KIND = r"(?:tỉnh|thành phố|quận|huyện|thị xã|xã|phường|thị trấn|đặc khu)"
_NAME = rf"(?:[{CAPITALS}][\w'’]*|\d{{1,2}})(?:\s+(?:-\s+)?[{CAPITALS}][\w'’]*){{0,3}}"
_LOCAL = (
    r"(?:Văn phòng\s+)?(?:UBND|U[ỶỷỦủ]y ban nhân dân|Ủy ban nhân dân|Uỷ ban nhân dân|HĐND|Hội đồng nhân dân)"
    r"(?:\s+và\s+(?:UBND|Ủy ban nhân dân))?"
)
_WHOLE = (
    r"Chính phủ|Thủ tướng Chính phủ|Quốc hội|Ủy ban [Tt]hường vụ Quốc hội|Chủ tịch nước"
    r"|(?:Bộ trưởng|Thống đốc|Tổng Thanh tra|Chánh án|Viện trưởng|Giám đốc|Tổng Giám đốc)\s+"
    r"(?P<led>(?:Bộ|Ngân hàng|Tòa án|Viện|Sở)\s[^.;:]{3,60}?)"
    r"|(?:Bộ|Sở|Cục|Chi cục|Tổng cục|Phòng|Ban|Trường|Trung tâm|Bệnh viện|Thanh tra|Văn phòng|Công an|Tỉnh ủy|Huyện ủy"
    r"|Thành ủy|Đảng ủy)\s[^.;:,()]{2,60}?"
)
_ACTS = (
    r"(?:ban\s+hành|xây\s+dựng|thông\s+báo|báo\s+cáo|đề\s+nghị|yêu\s+cầu|kính\s+mời|trân\s+trọng|trả\s+lời|có\s+ý\s+kiến|kính\s+trình)"
    r"(?!\s+của)"
)
_ACTING = re.compile(
    rf"(?:^|[.;,:]\s+|\s)(?P<agency>(?P<unit>{_LOCAL})\s+(?P<kind>{_KIND})(?:\s+(?P<place>{_NAME}))?"
    rf"|(?P<body>{_WHOLE}))\s+(?P<act>{_ACTS})"
)
_AREA = re.compile(rf"(?<!\w)(?P<kind>{_KIND})\s+(?P<name>{_NAME})")
_ISSUES = re.compile(r"ban\s+hành\s+(?:Kế hoạch|Quyết định|Nghị|Thông|Chỉ thị|Quy|Chương|Đề án|Hướng dẫn|Luật|Phương)")


def infer(
    layout: Layout, number: Number, issued: Issued, signer: Signer | None, *, unit: str | None = None
) -> tuple[str | None, str, float, list[Evidence]]:
    """The fullest name the page gives, the rule's name, confidence and evidence."""
    unit = unit or _unit(number, signer)
    best: tuple[float, str, Block, re.Match[str]] | None = None
    for weight, block, match in _acting(layout):
        name = _named(match, issued, layout)
        if name is None or (unit and not _fits(name, unit)):
            continue
        if best is None or weight > best[0]:
            best = (weight, name, block, match)
    if best:
        _, name, block, match = best
        return name, "issuer.text", 0.85, layout.locate(block, *match.span("agency"))
    area = _area(layout, issued)
    if unit and area:
        return f"{unit} {area}", "issuer.signature", 0.75, []
    return (unit, "issuer.signature", 0.55, []) if unit and len(unit.split()) > 1 else (None, "issuer.none", 0.5, [])


def _unit(number: Number, signer: Signer | None) -> str | None:
    """The kind of body that signs: on whose behalf, by the symbol's issuer, or whom the signer's office leads."""
    codes = re.split(r"[-/]", number.symbol or "")
    for code, unit in (("UBND", "Ủy ban nhân dân"), ("HĐND", "Hội đồng nhân dân")):
        if code in codes:
            return unit
    if "VP" in codes[:2]:
        return "Văn phòng"
    if signer is None:
        return None
    if signer.capacity == "TM" and signer.on_behalf_of:
        return signer.on_behalf_of
    for title in (signer.on_behalf_of, signer.position):
        if title and leads(title):
            return leads(title)
    return None


def _acting(layout: Layout) -> Iterator[tuple[float, Block, re.Match[str]]]:
    """Bodies that act in the text, the issuing clause first: ``Ủy ban nhân dân huyện … ban hành Kế hoạch``."""
    main = [b for b in layout.blocks if b.part == "main" and b.zone in (Zone.BODY, Zone.BASIS, Zone.AUTHORITY)]
    for block in [*main[:30], *main[-12:]]:
        for match in _ACTING.finditer(block.text, 0, 1_500):
            weight = 3.0 if _ISSUES.match(block.text, match.start("act")) else 1.0
            yield weight + (0.5 if match["place"] else 0.0) + (0.2 if block.zone is Zone.BASIS else 0.0), block, match


def _named(match: re.Match[str], issued: Issued, layout: Layout) -> str | None:
    if match["body"]:
        return written_out(match["led"] or match["body"])
    place = match["place"] or _same_kind(match["kind"], layout, issued)
    name = written_out(f"{match['unit']} {match['kind']}")
    return f"{name} {place}" if place else name


def _fits(name: str, unit: str) -> bool:
    return name.casefold().startswith(unit.casefold()) or unit.casefold() in name.casefold()


def _same_kind(kind: str, layout: Layout, issued: Issued) -> str | None:
    """The place that goes with a bare kind: the place line's, unless the text gives that place another kind."""
    if not issued.place:
        area = _area(layout, issued)
        return area.removeprefix(f"{kind} ") if area and area.startswith(f"{kind} ") else None
    name = issued.place.removeprefix("Thành phố ")
    if kind in ("tỉnh", "thành phố") and province(name):
        return name
    kinds = Counter(m["kind"] for m in _mentions(layout) if m["name"] == name)
    return name if not kinds or kind in kinds else None


def _mentions(layout: Layout) -> Iterator[re.Match[str]]:
    for block in layout.blocks[:60]:
        yield from _AREA.finditer(block.text, 0, 1_500)


def _area(layout: Layout, issued: Issued) -> str | None:
    """Kind and name of the area: of the place line, by the text or the list of districts, else of the subject."""
    if issued.place:
        name = issued.place.removeprefix("Thành phố ")
        kinds = Counter(m["kind"] for m in _mentions(layout) if m["name"] == name)
        if kinds:
            return titled(kinds.most_common(1)[0][0], name)
        district = only_district(name)
        if district:
            return district.full
        return titled("tỉnh", name) if province(name) else None
    for block in layout.blocks:
        if block.zone is Zone.SUBJECT:
            match = re.search(rf"trên địa bàn\s+(?P<kind>{_KIND})\s+(?P<name>{_NAME})", squeeze(block.text))
            if match:
                return f"{match['kind']} {match['name']}"
    return None
