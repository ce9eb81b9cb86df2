"""A list of agencies as a document writes it, taken apart: elided heads and shared tails put back."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from vanban.language.abbreviations import AgencyContext, expand
from vanban.language.agency_data import WORD, known, table

_PARENS = re.compile(r"\s*\((?![^)]*$)[^()]*\)")
_SEPARATOR = re.compile(r",\s*(?:và\s+|cùng\s+)?|\s+và\s+|\s+cùng(?: với)?\s+")
_SHORT = re.compile(r"[A-ZĐƯ][A-ZĐƯ&.-]+(?!\w)|TTg\b")
_NAME = re.compile(r"(?:[A-ZĐÀ-Ỹ][\w'-]*|\d+)(?:\s+(?:[A-ZĐÀ-Ỹ][\w'-]*|\d+))*$")
_RANK = {"thôn": 0, "tổ dân phố": 0, "khu phố": 0, "xã": 1, "phường": 1, "thị trấn": 1, "đặc khu": 1,
         "huyện": 2, "quận": 2, "thị xã": 2, "thành phố": 2, "tỉnh": 3}  # fmt: skip
_WHOLE = re.compile(
    r"(?:Văn phòng|Chánh Văn phòng|Đoàn [đĐ]ại biểu Quốc hội)\s+(?:Đoàn|Hội đồng|Ủy ban|Huyện ủy)?", re.IGNORECASE
)


def _alternation(words: list[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(set(words), key=len, reverse=True))


@cache
def _grammar() -> dict[str, re.Pattern[str]]:
    """The patterns that the data gives: what a name, a position, a place or a collective begins with."""
    data = table("agencies")
    heads, positions, places, collective = (
        _alternation(data[k]) for k in ("heads", "positions", "places", "collective")
    )
    lower_positions = _alternation([p[0].lower() + p[1:] for p in data["positions"]])
    return {
        "agency": re.compile(
            rf"(?:(?:{heads})(?!\w)|(?:[Cc]ác |[Ll]ãnh đạo )?(?:{positions}|{lower_positions})(?!\w))"
        ),
        "position": re.compile(rf"((?:[Cc]ác |[Đđ]ồng chí )?(?:{positions}))(?:\s+|$)(.*)$"),
        "many": re.compile(r"(?:[Cc]ác|[Nn]hững|[Mm]ột số|[Mm]ỗi|[Tt]oàn thể|[Tt]ất cả)\s"),
        "place": re.compile(rf"({places})(?!\w)\s*(.*)$", re.DOTALL),
        "generic": re.compile(rf"(?:{collective})(?!\w)"),
        "placed": re.compile(rf"(.*?)\s*\b(các\s+)?({places})\s+((?:[A-ZĐÀ-Ỹ]|\d)\S*(?:\s+(?:[A-ZĐÀ-Ỹ]|\d)\S*)*)$"),
        "tail": re.compile(
            rf"\s((?:các\s+)?(?:{places})(?:(?:,|\s+và)\s*(?:{places}))*(?:\s+trực thuộc [tT]rung ương)?)$"
        ),
        "plural": re.compile(
            rf"^(?P<position>(?:{positions}|{lower_positions})\s+)?(?P<many>[Cc]ác\s+|[Nn]hững\s+)?"
            rf"(?P<head>{heads}|sở|bộ|phòng|vụ|cục|ban|trường|hội)(?P<others>(?:\s*(?:,|-|và)\s*(?:{collective}|Ban|Ngành))*)"
            rf"(?P<tail>\s+(?:{places})(?:,? (?:{places}))*)?\s*(?P<colon>:)?\s+(?P<rest>\S.*)$",
            re.DOTALL,
        ),
    }


@dataclass(slots=True)
class _Item:
    """One piece of a list, written out, with the head that its list elides."""

    text: str


def take_apart(text: str, context: AgencyContext | None = None) -> list[str]:
    """The names of ``text`` (one line or several, ``;`` between), written out but not yet trimmed."""
    found: list[str] = []
    for segment in re.split(r"[;\n]", _PARENS.sub("", text)):
        segment = segment.strip(" .,:-+*")
        if segment:
            found.extend(_segment(segment, context))
    return found


def _segment(text: str, context: AgencyContext | None) -> list[str]:
    """The names of one segment: ``before: list`` or a plain list."""
    before, colon, rest = text.partition(":")
    if colon and rest.strip():
        return _after_colon(before.strip(), rest.strip(), context)
    plural = _grammar()["plural"].match(text)
    if plural and plural["many"] and _lists_fields(plural["rest"], plural["head"]):
        return _elided(plural, plural["rest"], context)
    return _plain(expand(text, context))


def _after_colon(before: str, rest: str, context: AgencyContext | None) -> list[str]:
    """``VPUB: CVP, PCVP`` and ``các Sở: A, B``; what stands before the last head of ``before`` is a list of its own."""
    first, comma, last = before.rpartition(",")
    if comma and _grammar()["many"].match(last.strip()) and _grammar()["agency"].match(expand(first.strip(), context)):
        return [*_plain(expand(first, context)), *_after_colon(last.strip(), rest, context)]
    plural = _grammar()["plural"].match(expand(before, context) + ": " + rest)
    head = plural["head"] if plural else ""
    if plural and head == "Văn phòng":
        head = ""
    if plural and head:
        return _elided(plural, rest, context)
    office = re.match(r"(?:Lãnh đạo )?(Văn phòng\b.*)$", expand(before, context))
    if office:
        return _in_office(office[1], rest, context)
    return _segment(rest, context)


def _in_office(office: str, rest: str, context: AgencyContext | None) -> list[str]:
    """Officers of an office: ``VPCP: BTCN, các PCN, Trợ lý TTg, các Vụ: TH, V.III``."""
    body = re.sub(r"^Văn phòng\s*", "", office)
    found = []
    for name in _segment(rest, context):
        match = re.match(r"((?:[Cc]ác )?(?:Phó )?Chánh Văn phòng|Lãnh đạo Văn phòng)(?!\w)", name)
        chief = re.match(r"((?:[Cc]ác )?(?:Bộ trưởng, Chủ nhiệm|Phó Chủ nhiệm|Chủ nhiệm))(?!\w)", name)
        if match:
            name = f"{match[1]} {body}".strip()
        elif chief:
            name = f"{chief[1]} {office}"
        found.append(name)
    return found


def _elided(plural: re.Match[str], rest: str, context: AgencyContext | None) -> list[str]:
    """``Giám đốc các Sở: A, B``: each item with the position and the head that it elides."""
    head = plural["head"][0].upper() + plural["head"][1:]
    position = (plural["position"] or "").strip()
    if position.casefold() in ("trưởng", "trưởng các") and head == "Phòng":
        position, head = "", "Trưởng phòng"
    found = []
    for item in _fields(rest, head):
        full = expand(item, context)
        if not _grammar()["agency"].match(full) and not _grammar()["many"].match(full):
            roman = re.fullmatch(rf"{head[0]}\.?\s?([IVX]+)", item)
            full = f"{head} {roman[1]}" if roman else expand(f"{head} {item}", context)
        found.append(f"{position} {full}".strip())
    return found


def _lists_fields(rest: str, head: str) -> bool:
    """Whether what follows ``các Sở`` names fields (``Tài chính, Nội vụ``) and is no collective."""
    first = WORD.findall(rest[:80])
    small = [word.casefold() for word in first]
    phrase = known(small, 0) if first else None
    return (
        bool(first)
        and first[0][0].isupper()
        and ((phrase is not None and phrase.kind == "fields") or bool(_SHORT.match(rest)))
    )


def _fields(text: str, head: str) -> list[str]:
    """Items of a list of fields; commas and ``và`` inside a known field part nothing."""
    matches = list(WORD.finditer(text))
    small = [m.group().casefold() for m in matches]
    found: list[str] = []
    at = 0
    while at < len(matches):
        if small[at] in (",", "và", ".", "-", "&"):
            at += 1
            continue
        end = _item_end(text, matches, small, at, head)
        found.append(text[matches[at].start() : matches[end - 1].end()])
        at = end
    return found


def _item_end(text: str, matches: list[re.Match[str]], small: list[str], at: int, head: str) -> int:
    """Where the item that starts at word ``at`` ends (a word index)."""
    phrase = known(small, at)
    end = at + (len(phrase.words) if phrase else 0)
    while end < len(matches) and small[end] not in (",", "và"):
        end += 1
    if end < len(matches) and phrase is None and small[end] == "và":
        stop = end + 1
        while stop < len(matches) and small[stop] not in (",", "và"):
            stop += 1
        whole = text[matches[at].start() : matches[stop - 1].end()]
        if len(expand(f"{head} {whole}")) > len(whole) + len(head) + 8 and _SHORT.match(whole):
            return stop
    return max(end, at + 1)


def _plain(text: str) -> list[str]:
    """A list without a colon: parted where a new name begins, heads and tails shared."""
    pieces, at = [], 0
    held = _held(text)
    for match in _SEPARATOR.finditer(text):
        if any(low <= match.start() < high for low, high in held):
            continue
        left, right = text[at : match.start()], text[match.end() :]
        if left.strip() and _parts(left, right, match.group()):
            pieces.append(left)
            at = match.end()
    pieces.append(text[at:])
    return _shared([piece.strip(" .,:-") for piece in pieces if piece.strip(" .,:-")])


def _held(text: str) -> list[tuple[int, int]]:
    """Spans of known phrases that hold a comma or ``và``."""
    matches = list(WORD.finditer(text))
    small = [m.group().casefold() for m in matches]
    spans, at = [], 0
    while at < len(matches):
        phrase = known(small, at)
        if phrase is not None and len(phrase.words) > 1:
            if "," in phrase.words or "và" in phrase.words:
                spans.append((matches[at].start(), matches[at + len(phrase.words) - 1].end()))
            at += len(phrase.words)
        else:
            at += 1
    return spans


def _parts(left: str, right: str, mark: str) -> bool:
    """Whether the comma or ``và`` between two texts parts two names."""
    grammar = _grammar()
    joins = "," not in mark
    left = left.strip()
    front = bool(re.search(r"Mặt trận", left)) and joins
    if grammar["agency"].match(right):
        return not (joins and _WHOLE.match(left) and re.match(r"(?:Ủy ban nhân dân|Hội đồng nhân dân)", right))
    if grammar["many"].match(right):
        if front or (left.startswith("Ban Quản lý") and re.match(r"các (?:khu|Khu|dự án)", right)):
            return False
        return True
    place = grammar["place"].match(right)
    placed = grammar["placed"].match(left)
    if place:
        if not placed or not _NAME.match(_first(place[2])) or place[2][:1].islower():
            return False
        return _RANK.get(place[1], 9) <= _RANK.get(placed[3], 9)
    if grammar["generic"].match(right):
        return not (front or _is_collective(left)) and not grammar["tail"].search(" " + left)
    if placed and (placed[2] or joins or True) and _NAME.match(_first(right)):
        return placed[1] != ""
    return bool(_SHORT.match(right)) and not joins


def _first(text: str) -> str:
    """What stands before the next comma or ``và``."""
    return _SEPARATOR.split(text, maxsplit=1)[0].strip()


def _is_collective(text: str) -> bool:
    """Whether a piece names bodies in common (``các sở``, ``thủ trưởng các cơ quan``, ``Các tổ chức``)."""
    return bool(
        re.search(
            r"(?:^|\s)[Cc]ác\s|^[Mm]ỗi\s|^(?:[Cc]ơ quan|[Nn]gười đứng đầu|[Tt]hủ trưởng|[Tt]ổ chức|[Đđ]ơn vị)(?!\w)",
            text,
        )
    )


def _shared(pieces: list[str]) -> list[str]:
    """Pieces with the head of the one before, or the tail of the one behind, that they elide."""
    grammar = _grammar()
    out: list[str] = []
    for piece in pieces:
        placed = grammar["placed"].match(out[-1]) if out else None
        own = grammar["agency"].match(piece) or grammar["many"].match(piece)
        if placed and not own and placed[1]:
            if placed[2]:
                out[-1] = f"{placed[1]} {placed[3]} {placed[4]}"
            place = grammar["place"].match(piece)
            if place or _NAME.match(piece):
                piece = f"{placed[1]} {piece}" if place else f"{placed[1]} {placed[3]} {piece}"
        out.append(piece)
    for index in range(len(out) - 2, -1, -1):
        out[index] = _with_tail(out[index], out[index + 1])
    return out


_BARE = re.compile(
    r"(?:Thường trực |Lãnh đạo )?(?:Hội đồng nhân dân|Ủy ban nhân dân)|Ủy ban Mặt trận Tổ quốc(?: Việt Nam)?|(?:Phòng|Trung tâm|Trạm|Hội|Đoàn|Công an|Đảng ủy)\b.*"
)


def _with_tail(piece: str, following: str) -> str:
    """``piece`` with the body or the area that only ``following`` writes."""
    grammar = _grammar()
    mine, next_ = grammar["position"].match(piece), grammar["position"].match(following)
    if mine and not mine[2] and next_:
        if piece in ("Chánh", "Trưởng") and "Phó " in next_[1]:
            return piece + next_[1].split("Phó " + piece, 1)[-1] + (" " + next_[2] if next_[2] else "")
        return f"{piece} {next_[2]}".strip()
    tail = grammar["tail"].search(following)
    if tail and not grammar["tail"].search(" " + piece) and not grammar["placed"].match(piece):
        bare = _BARE.fullmatch(piece)
        if bare and (tail[1].startswith("các") or piece.endswith(("nhân dân", "Tổ quốc", "Việt Nam"))):
            return f"{piece} {tail[1]}"
    return piece
