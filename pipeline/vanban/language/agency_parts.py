"""Where one name of a list ends and the next begins: commas and ``và`` that part, heads and tails that are shared."""

from __future__ import annotations

import re
from functools import cache

from vanban.language.abbreviations import field
from vanban.language.agency_data import WORD, alternation, known, letters, table
from vanban.language.people import person_name
from vanban.language.places import known_place

SEPARATOR = re.compile(r",\s*(?:và\s+|cùng\s+)?|\s+và\s+|\s+cùng(?: với)?\s+")
SHORT = re.compile(r"[A-ZĐƯ][A-ZĐƯ&.-]+(?!\w)|P?TTg(?:CP)?\b")
NAME = re.compile(letters(r"(?:[<U>][\w'’-]*|\d+)(?:\s+(?:[<U>][\w'’-]*|\d+))*$"))
RANK = {"thôn": 0, "tổ dân phố": 0, "khu phố": 0, "xã": 1, "phường": 1, "thị trấn": 1, "đặc khu": 1,
         "huyện": 2, "quận": 2, "thị xã": 2, "thành phố": 2, "tỉnh": 3}  # fmt: skip
_OFFICE_OF_TWO = re.compile(
    r"(?:Văn phòng|Chánh Văn phòng|Phó Chánh Văn phòng|Lãnh đạo Văn phòng|Đoàn [đĐ]ại biểu Quốc hội)\b", re.IGNORECASE
)
_TWO = re.compile(r"(?:Ủy ban nhân dân|Hội đồng nhân dân|Quốc hội)")
_COMMITTEE = re.compile(r"(?:Huyện|Thị|Thành|Quận|Tỉnh|Đảng) ủy(?=,|\s*$| và | các | trực thuộc)")
_OF_AN_AREA = re.compile(
    r"(?:(?:Thường trực |Lãnh đạo )?(?:Hội đồng|Ủy ban) nhân dân|Ủy ban Mặt trận|Công an|Đảng ủy|Đoàn Thanh niên"
    r"|Hội (?:Nông dân|Liên hiệp|Phụ nữ|Cựu chiến binh|Chữ thập đỏ|Người cao tuổi|Khuyến học|Luật gia|Đông y))\b"
    r"|(?:Tòa án nhân dân|Viện kiểm sát nhân dân|Bảo hiểm xã hội|Kho bạc Nhà nước)$"
)
_COUNCIL = re.compile(r"(?:Ủy ban|Hội đồng) nhân dân(?!\w)")
"""Its areas are its own: ``Sở Công Thương và Ủy ban nhân dân các xã`` names no offices of communes."""
_DEPUTY = re.compile(r"Phó |Thứ trưởng")
_CHARGE = re.compile(r"(?:phụ trách|chuyên trách|thường trực|được phân công)(?!\w)", re.IGNORECASE)
"""What a deputy does (``PGĐ phụ trách``): the head before it has no share in it."""
_NUMBERED = re.compile(r"[A-ZĐ]{1,2}\d{2}(?!\w)")
"""An office of the police by its number (``V01, C08``)."""
_SECTION = re.compile(r"((?:Phòng|Vụ|Cục|Ban|Khoa) )[A-ZĐƯ][A-ZĐƯ&.-]+")
_DEPARTMENT = re.compile(letters(r"((?:(?:Phó )?(?:Giám đốc|Bộ trưởng) )?(?:Sở|Bộ)) (?=[<U>])"))
_PLACE = re.compile(r"(?:tỉnh|thành phố|quận|huyện|thị xã|xã|phường|thị trấn|đặc khu)(?!\w)")
_OF = re.compile(r"\s(?:trực thuộc|thuộc|của|trên|trong)(?!\w)")
_ADDRESSED = re.compile(
    letters(r"(?:[Ôô]ng|[Bb]à(?! Rịa| Nà)) [<U>]|(?:phòng|vụ|ban|cục|tổ) [A-ZĐ]{2}|đại biểu (?:Quốc hội|Hội đồng)")
)
_AUTHORITIES = re.compile(r"chính quyền (?:địa phương|cơ sở|các cấp|cấp|tỉnh|huyện|xã|phường)(?!\w)")
"""Beside a body of its own name they are another one (``Công đoàn và chính quyền địa phương``)."""
_OF_FRONT = re.compile(r"\w+ (?:tổ chức|đoàn thể|hội|ban|ngành|thành viên|ủy viên|Phó|cấp)(?!\w)", re.IGNORECASE)
"""What ``Mặt trận Tổ quốc và các …`` goes on with as one name: its member organisations, and no villages or homes."""
_AREAS = re.compile(r"các (?:khu|Khu|dự án)")
_BARE_NOUN = re.compile(
    r"Thư viện|Bảo tàng|Báo|Đài|Nhà|Khu|Quỹ|Trường|Viện|Khoa|Tổ|Đội|Thuế|Hải quan|Bưu điện|Ngân hàng"
)
"""Heads that name nothing by themselves: behind ``A, B và`` they close a name (``Văn hóa, Gia đình và Thư viện``)."""
_COLLECTIVE = re.compile(
    r"(?:^|\s)[Cc]ác\s|^[Mm]ỗi\s|^(?:[Cc]ơ quan|[Nn]gười đứng đầu|[Tt]hủ trưởng|[Tt]ổ chức|[Đđ]ơn vị)(?!\w)"
)
_MANY_FIRST = re.compile(r"(?:[Cc]ác|[Mm]ỗi|[Cc]ơ quan|[Nn]gười đứng đầu|[Tt]hủ trưởng|[Tt]ổ chức|[Đđ]ơn vị)(?!\w)")
_CONCERNED = re.compile(r"(?:cơ quan|đơn vị|địa phương|tổ chức|cá nhân|ngành|đoàn thể)(?!\w)[\w ,-]*liên quan")
_BARE = re.compile(
    r"(?:Thường trực |Lãnh đạo )?(?:Hội đồng nhân dân|Ủy ban nhân dân)|Ủy ban Mặt trận Tổ quốc(?: Việt Nam)?"
    r"|(?:Sở|Phòng|Trung tâm|Trạm|Hội|Đoàn|Công an|Đảng ủy|Chi cục|Cục|Kho bạc|Tòa án|Viện kiểm sát|Tỉnh ủy"
    r"|Thành ủy|Bảo hiểm)\b.*"
)


def is_person(text: str) -> bool:
    """Whether what follows a position is a person's name and no area."""
    return person_name(text) is not None and known_place(text) is None


@cache
def grammar(name: str) -> re.Pattern[str]:
    """A pattern that the data gives: what a name, position, place, many or collective begins with."""
    data = table("agencies")
    heads, places, collective = (alternation(data[kind]) for kind in ("heads", "places", "collective"))
    positions = alternation([*data["positions"], *(p[0].lower() + p[1:] for p in data["positions"])])
    others = alternation(data["not_heads"])
    patterns = {
        "agency": rf"(?!(?:{others})(?!\w))(?:(?:{heads})|(?:[Cc]ác |[Ll]ãnh đạo )?(?:{positions}))(?!\w)",
        "position": rf"((?:[Cc]ác )?(?:[Đđ]ồng chí )?(?:{positions}))(?:\s+|$)(.*)$",
        "many": r"(?:[Cc]ác|[Nn]hững|[Mm]ột số|[Mm]ỗi|[Tt]oàn thể|[Tt]ất cả)\s",
        "place": rf"({places})(?!\w)\s*(.*)$",
        "generic": rf"((?:{collective})(?:(?:,| và|,? cùng)? (?:{collective})(?!\w))*)(?!\w)",
        "concerned": r"\s*(?:(?:có |khác )?(?:liên quan|chức năng)|thuộc|trực thuộc|trên địa bàn|khác|$|,)",
        "placed": rf"(.*?)\s*\b(các\s+)?({places})\s+((?:[<U>]|\d)\S*(?:\s+(?:[<U>]|\d)\S*)*)$",
        "tail": rf"\s((?:các\s+)?(?:{places})(?:(?:,|\s+và)\s*(?:{places}|thị))*(?:\s+trực thuộc [tT]rung ương)?"
        r"|các cấp)$",
    }
    return re.compile(letters(patterns[name]), re.DOTALL)


def parted(text: str) -> list[str]:
    """The names of a list without a colon, written out: each whole, heads and tails put back."""
    if not SEPARATOR.search(text):
        return [text]
    pieces, at, carried = [], 0, ""
    whole = held(text)
    for match in SEPARATOR.finditer(text):
        left = text[at : match.start()].strip()
        if not left or any(low <= match.start() < high for low, high in whole):
            continue
        if _begins(carried + left, text[match.end() :], joins="," not in match.group()):
            pieces.append(left)
            at = match.end()
            department = _DEPARTMENT.match(carried + left)
            placed = grammar("placed").match(carried + left)
            own = placed is None or _own_name(text[at:])
            carried = (
                "" if placed is None or own else f"{placed[1]} " + ("" if _PLACE.match(text, at) else f"{placed[3]} ")
            )
            if department and is_field(first(text[at:])):
                carried = f"{department[1]} "
    pieces = [piece.strip(" .,:-") for piece in (*pieces, text[at:])]
    return _shared([piece for piece in pieces if piece])


def _own_name(text: str) -> bool:
    """Whether a piece has a head of its own."""
    return bool(grammar("agency").match(text) or grammar("many").match(text))


def held(text: str) -> list[tuple[int, int]]:
    """Spans of known phrases that hold a comma or ``và``."""
    matches = list(WORD.finditer(text))
    small = [m.group().casefold() for m in matches]
    spans, at = [], 0
    while at < len(matches):
        phrase = known(small, at)
        if phrase is None:
            at += 1
            continue
        if phrase.parted:
            spans.append((matches[at].start(), matches[at + len(phrase.words) - 1].end()))
        at += len(phrase.words)
    return spans


def _begins(left: str, right: str, *, joins: bool) -> bool:
    """Whether a name begins at ``right``, behind a comma (or ``và``: ``joins``) that follows ``left``."""
    members = right.startswith("các tổ chức") or not grammar("tail").search(f" {left}")
    front = joins and "Mặt trận" in left and members
    if _COMMITTEE.search(left) and _COMMITTEE.match(right):
        return False
    if grammar("agency").match(right):
        if joins and _OFFICE_OF_TWO.match(left) and _TWO.search(left) and _TWO.match(right):
            return bool(grammar("tail").search(left) or grammar("placed").match(left))
        if joins and "," in left and _BARE_NOUN.fullmatch(first(right)):
            return False
        return not (_is_collective(left) and _in_common(right))
    if _ADDRESSED.match(right):
        return True
    if _AUTHORITIES.match(right):
        return bool(grammar("agency").match(left))
    if grammar("many").match(right):
        return not (front and _OF_FRONT.match(right)) and not (left.startswith("Ban Quản lý") and _AREAS.match(right))
    placed = grammar("placed").match(left)
    place = grammar("place").match(right)
    if place:
        if not placed or not place[2] or not NAME.match(first(place[2])):
            return False
        return RANK.get(place[1], 9) <= RANK.get(placed[3], 9)
    generic = grammar("generic").match(right)
    if generic:
        tailed = grammar("tail").search(f" {left}") and not _CONCERNED.match(right)
        many = _MANY_FIRST.match(left) if _CONCERNED.match(right) else _is_collective(left)
        alone = not (front or many or tailed)
        return alone and bool(grammar("concerned").match(right, generic.end()))
    if placed and NAME.match(first(right)):
        return placed[1] != ""
    if not joins and _DEPARTMENT.match(left) and is_field(first(right)):
        return True
    short = SHORT.match(right) or _NUMBERED.match(right)
    return not joins and bool(short) and not left.startswith(("Các trường", "các trường"))


def is_field(text: str) -> bool:
    """Whether it is a field (lĩnh vực) of ministries and their offices."""
    return text in _fields()


@cache
def _fields() -> frozenset[str]:
    return frozenset(table("agencies")["fields"])


def first(text: str) -> str:
    """What stands before the next comma or ``và``."""
    return SEPARATOR.split(text, maxsplit=1)[0].strip()


def _in_common(right: str) -> bool:
    """Whether a head in capitals goes on with a collective: ``các Vụ, Cục``, ``các Tập đoàn, Tổng công ty``."""
    match = grammar("generic").match(right[:1].lower() + right[1:])
    rest = right[match.end() :] if match else ""
    own = _OF.split(f" {first(rest)}", maxsplit=1)[0]
    return bool(match) and not any(c.isupper() for c in own) and not grammar("tail").match(rest)


def _is_collective(text: str) -> bool:
    """Whether a piece names bodies in common (``các sở``, ``thủ trưởng các cơ quan``)."""
    return bool(_COLLECTIVE.search(text))


def _shared(pieces: list[str]) -> list[str]:
    """Pieces with the head of the one before, or the tail of the one behind, that they elide."""
    out: list[str] = []
    for piece in pieces:
        placed = grammar("placed").match(out[-1]) if out else None
        department = _DEPARTMENT.match(out[-1]) if out else None
        if department and is_field(piece):
            piece = f"{department[1]} {piece}"
        elif out and SHORT.fullmatch(piece):
            head = out[-1].partition(" ")[0]
            meant = field(head, piece)
            section = _SECTION.fullmatch(out[-1])
            piece = f"{head} {meant}" if meant else f"{section[1]}{piece}" if section else piece
        if placed and placed[1] and not _own_name(piece):
            if placed[2]:
                out[-1] = f"{placed[1]} {placed[3]} {placed[4]}"
            if grammar("place").match(piece):
                piece = f"{placed[1]} {piece}"
            elif NAME.match(piece):
                piece = f"{placed[1]} {placed[3]} {piece}"
        out.append(piece)
    for index in range(len(out) - 2, -1, -1):
        out[index] = _with_tail(out[index], out[index + 1])
    return out


def _with_tail(piece: str, following: str) -> str:
    """``piece`` with the body or the area that only ``following`` writes."""
    mine = grammar("position").match(piece)
    if mine and not mine[2]:
        theirs = grammar("position").match(following)
        if theirs and is_person(theirs[2]):
            return piece
        if theirs and piece in ("Chánh", "Trưởng") and f"Phó {piece}" in theirs[1]:
            return " ".join(filter(None, (piece + theirs[1].split(f"Phó {piece}", 1)[1], theirs[2])))
        deputy = theirs and _DEPUTY.search(theirs[1]) and not _CHARGE.match(theirs[2])
        return f"{piece} {theirs[2]}".strip() if theirs and deputy else piece
    bare = mine[2] if mine else piece
    if not _BARE.fullmatch(bare):
        return piece
    tail = grammar("tail").search(following)
    if not tail or grammar("tail").search(" " + piece) or grammar("placed").match(piece):
        return piece
    theirs = grammar("position").match(following)
    if mine and theirs and mine[1].casefold() != theirs[1].casefold() and not _OF_AN_AREA.match(bare):
        return piece
    if tail[1] == "các cấp" and "nhân dân" not in bare:
        return piece
    many = tail[1].startswith("các ") or "," in tail[1]
    council = _COUNCIL.match(theirs[2] if theirs else following) or (theirs and not mine)
    if many and council and not _OF_AN_AREA.match(bare):
        many = bare.startswith("Sở ") and "tỉnh" in tail[1]
    return f"{piece} {tail[1]}" if many or _OF_AN_AREA.match(bare) else piece
