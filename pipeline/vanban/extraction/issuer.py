"""Cơ quan ban hành: the issuing line of the head, its parent, its level and its area (NĐ 30/2020 PL I.II.2)."""

from __future__ import annotations

import re

from vanban.extraction.found import Found
from vanban.extraction.issuer_inferred import infer
from vanban.extraction.issuer_rows import LOST, split_names
from vanban.extraction.spans import Joined, in_one_box, join, misread
from vanban.language.agencies import written_out
from vanban.language.agency_parts import is_field
from vanban.language.heads import begins_agency, issuer_heads
from vanban.language.likely import mended
from vanban.language.places import Unit, district_provinces, is_central_city, jurisdiction, known_place, province, unit
from vanban.language.positions import chain
from vanban.language.repair import remarked, repaired
from vanban.language.text import CAPITALS, plain, squeeze
from vanban.layout.model import Layout, Line, Zone
from vanban.record import DocumentType, Issued, Issuer, Jurisdiction, Level, Number, Signer

_SHORT = ((re.compile(r"(?<!\w)TP\s*[.,]?\s*(?=\w)"), "THÀNH PHỐ "), (re.compile(r"(?<!\w)TX\s*[.,]\s*"), "THỊ XÃ "))
_NO_NAME = re.compile(r"\s*(?:/|[Ss][ốỐôỔổ]\s*:|\d+\s*/|[A-ZĐ]{1,5}\s?-\s?[A-ZĐ]{2,8}\W*$)")
_MOTTO = re.compile(
    r"(?<!\w)(?:sao\s?y\s+)?cong\s*h[oa]{1,2}\s*xa\s*hoi\s*chu[^\n]*|(?<!\w)doc\s*lap\W+tu\s*do[^\n]*|^sao\s?y(?!\w)"
    r"|(?<=\s)dang\s+cong\s+san\s+viet\s+nam|(?<=\w)\s+xa\s+hoi(?:\s+chu\s+nghia[^\n]*)?$",
    re.MULTILINE,
)
_PLACED = re.compile(
    r"(?<!\w)(?P<kind>(?i:tỉnh|thành phố|quận|huyện|thị xã|xã|phường|thị trấn|đặc khu)"
    r"|(?P<party>Tỉnh|Thành|Huyện|Quận|Thị) ủy)\s+"
    rf"(?P<name>(?:[{CAPITALS}][\w'’]*|\d{{1,2}})(?:(?:\s+-)?\s+[{CAPITALS}][\w'’]*){{0,3}})"
)
_PARTY_KINDS = {"Tỉnh": "tỉnh", "Thành": "thành phố", "Huyện": "huyện", "Quận": "quận", "Thị": "thị xã"}
_NAMED_AFTER = re.compile(
    r"\b(?:THCS|THPT|PTDTNT|PTDTBT|Tiểu học|Mầm non|Mẫu giáo|Đại học|Cao đẳng|Trung cấp"
    r"|Bệnh viện (?:Đa khoa|Y học cổ truyền)(?! (?i:khu vực|trung|tỉnh|huyện|thành|thị xã|quốc|tư nhân)(?!\w)))\s+"
    r"(?P<name>\w+(?:\s+\w+){1,2})$"
)
_SPECKS = re.compile(r"(?m) *(?:[:;.,_~|*“”\"']+ ?-+[- _:.“”]*|-+ ?[_:;~|“”]+[- _]*)$|^[“”\"'_~|*]+")
_SPECK = re.compile(r"[^\w\s,.&/()'’:–-]")
_NAMELESS = {
    "Ủy ban nhân dân",
    "Hội đồng nhân dân",
    "Ủy ban Thường vụ",
    "Thủ tướng",
    "Văn phòng",
    "Hội đồng nhân dân và Ủy ban nhân dân",
}
_BETWEEN = re.compile(r"(?<=[^\W\d_]) (?=(?:Sở|Bộ|Ủy ban|Liên đoàn|Công an|Tòa án|Viện kiểm sát) [A-ZĐ])")
_GAP = 2.2
"""Line heights between two lines of one head; an unread line leaves less."""
_JOINT = {"CTPH", "TTLT", "NQLT", "KHLT", "HDLN"}


def find_issuer(
    layout: Layout,
    number: Number,
    issued: Issued,
    type: DocumentType | None = None,
    signer: Signer | None = None,
) -> Found[Issuer | None]:
    """The issuing body by the head; without a head by signature, symbol, text and place."""
    lines = in_one_box([line for line in layout.zone(Zone.ISSUER) if _says_something(line)])
    if misread(layout):
        lines = _above_stamp(lines)
    if any(_capitals(line) for line in lines):
        lines = [line for line in lines if _capitals(line)]
    joint = type is not None and type.code in _JOINT
    if lines:
        found = _from_head(layout, lines, issued, joint=joint)
        if found:
            return found
    name, by, confidence, evidence = infer(layout, number, issued, signer)
    if name is None:
        return Found(None, 0.5, "issuer.none")
    return Found(_issuer(None, name, None, issued, layout), confidence, by, evidence)


def _above_stamp(lines: list[Line]) -> list[Line]:
    """The lines above the first wide gap: below the number a stamp of receipt names the receiver (CÔNG VĂN ĐẾN)."""
    for at in range(1, len(lines)):
        above, below = lines[at - 1].box, lines[at].box
        if above and below and below[1] - above[3] > _GAP * (above[3] - above[1]):
            return lines[:at]
    return lines


def _says_something(line: Line) -> bool:
    letters = [character for character in line.text if character.isalpha()]
    if _NO_NAME.match(line.text):
        return False
    return len(letters) > 1 and sum(c.isupper() for c in letters) > len(letters) / 3


def _capitals(line: Line) -> bool:
    """Whether a line is in capitals, OCR slips apart; stamps over the head are not."""
    letters = [character for character in line.text if character.isalpha()]
    return sum(character.isupper() for character in letters) >= 0.8 * len(letters)


def _from_head(layout: Layout, lines: list[Line], issued: Issued, *, joint: bool) -> Found[Issuer | None] | None:
    joined = _without_motto(join(lines).mended())
    joined = _without_specks(joined) if joined.scanned else joined
    scanned = misread(layout)
    groups = split_names(joined, [line.bold for line in lines], scanned=scanned)
    if not groups:
        return None
    texts = [squeeze(joined.text[low:high].replace("\n", " ")) for low, high in groups]
    names = [normal(mended(text) if joined.scanned else text, scanned=scanned) for text in texts]
    start, end = (groups[0][0], groups[-1][1]) if joint else groups[-1]
    name = _BETWEEN.sub(" - ", " - ".join(names)) if joint else names[-1]
    text = squeeze(joined.text[start:end].replace("\n", " "))
    parent = names[-2] if len(names) > 1 and not joint else None
    by, confidence = "issuer.head", 0.96
    if name in _NAMELESS and not (name == "Văn phòng" and parent):
        longer = _from_authority(layout, name, scanned=scanned)
        if longer:
            name, by, confidence = longer, "issuer.authority", 0.9
        elif parent and parent.split()[0].casefold() in ("tỉnh", "huyện", "thành"):
            name, parent = f"{name} {parent[0].lower()}{parent[1:]}", None
        else:
            wider, _, sure, _ = infer(layout, Number(), issued, None, unit=name)
            name, by, confidence = (wider, "issuer.head", sure) if wider else (name, by, 0.8)
    sure = joined.sureness(start, end)
    confidence = min(confidence, 0.7) if _doubtful(name) or _doubtful(parent or name) else confidence
    value = _issuer(text, name, parent, issued, layout)
    return Found(value, confidence * (0.6 + 0.4 * sure), by, joined.evidence(layout, start, end))


def _without_motto(joined: Joined) -> Joined:
    """The head's left column without what ran in from the right one, and without a stamp's ``SAO Y``."""
    small = plain(joined.text)
    cut = {
        i
        for match in _MOTTO.finditer(small)
        if not re.search(r"(?:bao hiem|va|chinh sach|van hoa\s*-?|ve cac van de)$", small[: match.start()])
        for i in range(*match.span())
        if joined.text[i] != "\n"
    }
    return _without(joined, cut)


def _without_specks(joined: Joined) -> Joined:
    """The head's rows without what OCR makes of specks at their ends: a dash among them joins no rows."""
    return _without(joined, {i for match in _SPECKS.finditer(joined.text) for i in range(*match.span())})


def _without(joined: Joined, cut: set[int]) -> Joined:
    """A text without some of its characters, given by their places."""
    kept = [i for i in range(len(joined.text)) if i not in cut]
    return Joined("".join(joined.text[i] for i in kept), [joined.at[i] for i in kept], joined.lines) if cut else joined


def _from_authority(layout: Layout, name: str, *, scanned: bool) -> str | None:
    """The fuller name in the authority line: ``CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH …`` over a head cut short."""
    for line in layout.zone(Zone.AUTHORITY):
        full = normal(join([line]).text, scanned=scanned)
        at = full.casefold().find(name.casefold())
        if at >= 0 and len(full) - at > len(name) + 2:
            return full[at].upper() + full[at + 1 :]
    return None


def normal(text: str, *, scanned: bool = False) -> str:
    """A head line as an agency's name: lost first letters and OCR damage mended, abbreviations written out."""
    text = LOST.sub("ỦY BAN", squeeze(text).strip(" .,;:*_|-'\"`"))
    for pattern, full in _SHORT:
        text = pattern.sub(full, text)
    text = _headed(repaired(text)) if scanned else remarked(text)
    return _places_cased(written_out(text))


def _headed(name: str) -> str:
    """A name in capitals with its head as it is spelt where OCR gave it other marks (``TRƯỞNG TRUNG HỌC …``)."""
    first, _, rest = name.partition(" ")
    heads = [head for head in issuer_heads().short if plain(head) == plain(first)]
    if len(heads) != 1 or not rest or begins_agency(name, misread=False) or chain(name):
        return name
    return f"{heads[0].upper()} {rest}"


def _places_cased(name: str) -> str:
    """Capitals for a place that ends a name without its kind (``Sở Y tế Kiên Giang``) and for a school's name."""
    words = name.split()
    for count in (4, 3, 2):
        tail = words[-count:]
        if len(words) > count and any(word[0].islower() for word in tail):
            place = known_place(" ".join(tail))
            if place:
                return " ".join([*words[:-count], place])
    school = _NAMED_AFTER.search(name)
    named = school["name"] if school else ""
    if school and any(map(str.islower, named.split())) and not is_field(named[:1].upper() + named[1:]):
        return name[: school.start("name")] + school["name"].title()
    return name


def _doubtful(name: str) -> bool:
    """Whether a name opens or ends as no name does: an unknown head, a kind that names nothing, an unknown place."""
    rungs = chain(name)
    titled = bool(rungs and rungs[0].title and rungs[0].start == 0)
    bare = " " not in name and plain(name) in issuer_heads().openings
    if bare or _SPECK.search(name) or not (titled or begins_agency(name, misread=False)):
        return not name.isupper()
    match = _PLACED.search(name)
    if match is None:
        return False
    kind, place = (match["kind"] or "").casefold(), match["name"]
    if kind == "tỉnh":
        return province(place) is None
    listed = kind in ("huyện", "quận", "thị xã", "thành phố") and not (kind == "thành phố" and is_central_city(place))
    return listed and not place.isdigit() and not district_provinces(kind, place)


def _issuer(text: str | None, name: str, parent: str | None, issued: Issued, layout: Layout) -> Issuer:
    level, area = _area(name, parent, issued)
    return Issuer(text=text, name=name, parent=parent, level=level, jurisdiction=area)


def _area(name: str, parent: str | None, issued: Issued) -> tuple[Level | None, Jurisdiction | None]:
    """Level and area: by the unit that the name tells, else its parent's, else by the place of issue."""
    central = issuer_heads().central
    for said in (name, parent or ""):
        match = _PLACED.search(said)
        if match:
            near = province_near(parent if said == name else None, issued)
            where: Unit = unit(_PARTY_KINDS.get(match["party"], match["kind"]), match["name"], near)
            return where.level, jurisdiction(where, _district(parent, issued) if where.level == "commune" else None)
        if said in central or re.match(r"Bộ (?!Chỉ huy|Tư lệnh|đội)", said):
            return "central", None
    place = known_place(issued.place.removeprefix("Thành phố ")) if issued.place else None
    if place and re.match(r"(?:Sở|Tỉnh ủy|Thành ủy|Ủy ban|Hội đồng|Công an)(?!\w)", name):
        return "province", jurisdiction(unit("tỉnh", place))
    return None, None


def _district(parent: str | None, issued: Issued) -> Unit | None:
    """The district that the parent line names over a commune."""
    match = _PLACED.search(parent or "")
    over = unit(match["kind"], match["name"], issued.place) if match and match["kind"] else None
    return over if over and over.level == "district" else None


def province_near(parent: str | None, issued: Issued) -> str | None:
    """A province that decides which of several districts of one name is meant."""
    match = _PLACED.search(parent or "")
    return match["name"] if match else issued.place
