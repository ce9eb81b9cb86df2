"""A list of agencies as a document writes it, taken apart: elided heads and bodies put back."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from vanban.language.abbreviations import AgencyContext, expand, field, unit
from vanban.language.agency_data import WORD, alternation, known, letters, table
from vanban.language.agency_parts import NAME, RANK, SHORT, first, grammar, is_field, is_person, parted
from vanban.language.places import current, is_central_city, only_district, province, titled

_CODES = re.compile(
    r"\s*\((?!(?:bà|Bà|ông|Ông|các)\)|(?:Bộ|Sở|Cục|Vụ|Ủy ban|UBND"
    r"|Văn phòng|Phòng|Ban|Tổng cục|Chi cục|Trung tâm)\s[^();:]*\)\s*$)[^()]*\)?"
)
_DESK = re.compile(r"(?<!\w)(P?C?VP|PCT|PGĐ|CV)\s?/\s?(?!P?C?VP|PCT)[A-ZĐ][\w.]*")
"""An officer's field behind a slash (``PCVP/NC``)."""
_OF_CODE = re.compile(r"(?<!\w)(P?C?VP) ([A-ZĐ]{2,5})(?=\s*(?:[,;]|$))")
_OFFICE = re.compile(r"(?:Lãnh đạo |Thường trực )?((?:Văn phòng|Ủy ban nhân dân|Hội đồng nhân dân)\b.*)$")
_SCHOOLS = re.compile(r"[Tt]rường|[Bb]ệnh viện|[Cc]ông ty|[Tt]ổng công ty|[Tt]ập đoàn|[Dd]oanh nghiệp")
_LEADERS = re.compile(r"((?:[Tt]hủ trưởng|[Ll]ãnh đạo|[Nn]gười đứng đầu)) các (?:cơ quan|đơn vị)(?:, [\w ,]+)?$")
_CHIEF = re.compile(r"(?:[Cc]ác )?(?:Bộ trưởng, Chủ nhiệm|Phó Chủ nhiệm|Chủ nhiệm)$")
_OF_OFFICE = re.compile(letters(r"((?:[Cc]ác )?(?:(?:Phó )?Chánh|Lãnh đạo) Văn phòng)(?: [A-ZĐ][\w.]*[<U>][<l>]+)?$"))


_COMMITTEE = re.compile(r"(?:Tỉnh|Thành|Huyện|Thị|Quận|Đảng) ủy(?! viên)")
"""``Các ban HU``: whose boards they are, and no field of theirs."""
_BEFORE_2025 = date(2024, 12, 31)
_INSIDE = re.compile(r"(?:Ban )?Thường (?:trực|vụ)|Ban Thường trực|Lãnh đạo|Văn phòng|Bí thư|Chủ tịch|Ban Chấp hành")
_BODY = re.compile(
    r"(?:Tỉnh|Thành|Huyện|Thị|Quận|Đảng) [ủu][yỷ]|Hội đồng nhân dân|Ủy ban|Mặt trận|Hội |Đoàn ", re.IGNORECASE
)
_KIND_OF = re.compile(
    r"(?:[Cc]ác|[Nn]hững)\s+(?!(?:cơ quan|đơn vị|địa phương|tổ chức|ngành|đồng chí|ông|bà|thành viên"
    r"|cá nhân|cấp|tỉnh|thành phố|doanh nghiệp|đoàn thể|lực lượng|cán bộ"
    r"|chuyên viên)(?!\w))((?:(?!thuộc(?!\w)|của(?!\w))[^,;])+)$"
)
"""``Các trạm bơm``: what each of the names behind the colon is."""


@cache
def _plural() -> re.Pattern[str]:
    """``Giám đốc các Sở, ngành tỉnh:`` — a position, a head in the plural, and what the head is listed for."""
    data = table("agencies")
    positions = alternation([*data["positions"], *(p[0].lower() + p[1:] for p in data["positions"])])
    places, collective = alternation(data["places"]), alternation([*data["collective"], "Ban", "Ngành"])
    return re.compile(
        rf"(?P<position>(?:{positions})\s+)?(?P<many>[Cc]ác\s+|[Nn]hững\s+)?"
        rf"(?P<head>{alternation(data['heads'])}|sở|bộ|phòng|vụ|cục|ban|trường|hội|trung tâm)"
        rf"(?P<others>(?:\s*(?:,|-|và)\s*(?:{collective})(?!\w))*)"
        rf"(?P<tail>\s+(?:{places})(?:,? (?:{places}))*)?\s*(?P<colon>:)?(?:\s+|(?<=:))(?P<rest>\S.*)$",
        re.DOTALL,
    )


def take_apart(text: str, context: AgencyContext | None = None) -> list[str]:
    """The names of ``text`` (one line or several, ``;`` between), written out but not yet trimmed."""
    found: list[str] = []
    body = listed = ""
    for segment in re.split(r"[;\n]", _bare(text)):
        segment = segment.strip(" .,:-+*~")
        if not segment:
            continue
        before, colon, _ = segment.partition(":")
        if colon:
            office = _OFFICE.match(expand(before, context))
            body = office[1] if office else ""
            listed = before
            found.extend(_segment(segment, context))
        elif listed and is_field(first(segment)) and grammar("many").match(listed):
            found.extend(_segment(f"{listed}: {segment}", context))
        else:
            placed = grammar("placed").match(found[-1]) if found else None
            place = grammar("place").match(segment)
            if placed and placed[1] and place and place[2][:1].isupper():
                segment = f"{placed[1]} {segment}"
            found.extend(_of(_segment(segment, context), body))
    return found


def _bare(text: str) -> str:
    """Without codes in parentheses and behind slashes."""
    text = _CODES.sub("", text) if "(" in text else text
    text = _DESK.sub(r"\1", text) if "/" in text else text
    return _OF_CODE.sub(lambda m: m[0] if unit(m[2]) != m[2] else m[1], text) if "VP " in text else text


def _segment(text: str, context: AgencyContext | None) -> list[str]:
    """The names of one segment: ``before: list`` or a plain list."""
    before, colon, rest = text.partition(":")
    if colon and rest.strip():
        return _after_colon(before.strip(), rest.strip(), context)
    if grammar("many").match(text) or text[:1].isupper():
        plural = _plural().match(text)
        if (
            plural
            and plural["many"]
            and not _SCHOOLS.match(plural["head"])
            and _lists_fields(plural["rest"], expand(text, context)[plural.start("rest") :])
        ):
            found = _elided(plural, plural["rest"], context)
            return found if len(found) > 1 else [expand(text, context)]
    return parted(expand(text, context))


def _after_colon(before: str, rest: str, context: AgencyContext | None) -> list[str]:
    """``VPUB: CVP, PCVP`` and ``các Sở: A, B``; what stands before the last head of ``before`` is a list of its own."""
    start, comma, last = before.rpartition(",")
    if comma and grammar("many").match(last.strip()) and grammar("agency").match(expand(start.strip(), context)):
        return [*parted(expand(start, context)), *_after_colon(last.strip(), rest, context)]
    if comma and SHORT.fullmatch(last.strip()) and not grammar("agency").match(expand(last.strip(), context)):
        return [*parted(expand(start, context)), *_segment(rest, context)]
    whole = (
        expand(f"{before}: {rest[:40]}", context).partition(":")[0] if before.endswith(("TT", "TV", "TTr")) else before
    )
    whole = whole if whole != before else expand(before, context)
    persons = _persons(whole, rest)
    if persons:
        return persons
    if _INSIDE.fullmatch(whole) and _BODY.match(inner := expand(rest, context)):
        return [f"{whole} {name}" if _BODY.match(name) else name for name in parted(inner)]
    named = _named(whole, rest)
    if named:
        return named
    leaders = _LEADERS.match(whole)
    if leaders:
        return [name if grammar("position").match(name) else f"{leaders[1]} {name}" for name in _segment(rest, context)]
    plural = _plural().match(f"{whole}: {rest}")
    if plural and plural["colon"] and plural["head"] not in ("Văn phòng", "Ủy ban nhân dân", "Hội đồng nhân dân"):
        return _elided(plural, rest, context)
    office = _OFFICE.match(whole)
    if office or grammar("agency").match(whole):
        return _of(_staff(rest, context), office[1] if office else whole)
    kind = _KIND_OF.match(whole)
    return _each(kind[1], rest, context) if kind else _segment(rest, context)


def _each(kind: str, rest: str, context: AgencyContext | None) -> list[str]:
    """``trạm bơm`` for every name of ``rest`` that says no kind of its own."""
    items = [item.strip(" .") for item in rest.split(",")]
    one, joined, two = items[-1].partition(" và ")
    if joined and NAME.match(one) and NAME.match(two):
        items[-1:] = [one, two]
    full = [expand(item, context) for item in items if item]
    if not all(item[0].isupper() or item[0].isdigit() for item in full):
        return _segment(rest, context)
    kind = kind[0].upper() + kind[1:]
    return [item if grammar("agency").match(item) or grammar("many").match(item) else f"{kind} {item}" for item in full]


def _staff(text: str, context: AgencyContext | None) -> list[str]:
    """Officers and units of a body; a unit's code that is no name (``TTHC``) stays as written."""
    items = re.split(r",\s*", text.partition(":")[0])
    codes = [
        at
        for at, item in enumerate(items[: -1 if ":" in text else None])
        if SHORT.fullmatch(item) and unit(item) == item
    ]
    if not codes or ":" in text:
        return _segment(text, context)
    found: list[str] = []
    low = 0
    for at in codes:
        found += [*(_segment(", ".join(items[low:at]), context) if at > low else []), items[at]]
        low = at + 1
    return found + (_segment(", ".join(items[low:]), context) if low < len(items) else [])


def _persons(officers: str, rest: str) -> list[str]:
    """``Các Phó Giám đốc: Nguyễn A, Trần B``: every person with the office; empty for anything else."""
    people = re.split(r",\s*|\s+và\s+", rest.strip(" ."))
    office = re.sub(r"^[Cc]ác\s+", "", officers)
    if not grammar("position").match(office) or not all(map(is_person, people)):
        return []
    return [f"{office} {name}" for name in people]


def _named(before: str, rest: str) -> list[str]:
    """``HĐND, UBND các huyện: A, B``: every body for every place that is named; empty for anything else."""
    bodies = parted(before)
    items = [item.strip(" .") for item in re.split(r",|\s+và\s+", rest)]
    items = _without_area([expand(item) if item[:2].upper() in ("TP", "TX") else item for item in items], before)
    tails = [tail for body in bodies if (tail := grammar("tail").search(body))]
    named = [(grammar("place").match(item) or [item, "", item])[2] for item in items]
    if len(tails) < len(bodies) or not all(NAME.match(name) and not SHORT.match(name) for name in named):
        return []
    if before.casefold().endswith("hợp tác xã"):
        return []
    found = []
    for body, tail in zip(bodies, tails, strict=True):
        kinds = re.split(r",\s*|\s+và\s+", re.sub(r"^các\s+|\s+trực thuộc .*$", "", tail[1]))
        lead = "" if body[: tail.start()] in ("Các", "các") else body[: tail.start()]
        found += [
            f"{lead} {item if item != name else _place(kinds, item)}".strip()
            for item, name in zip(items, named, strict=True)
        ]
    return found


def _without_area(items: list[str], before: str) -> list[str]:
    """``UBND các phường: A, B, TP. C``: the places without the wider one that they lie in."""
    tail = grammar("tail").search(before)
    wider = grammar("place").match(expand(items[-1])) if tail and len(items) > 1 else None
    kinds = re.findall(r"\w+(?: \w+)?", re.sub(r"^các\s+", "", tail[1])) if tail else []
    within = wider and all(RANK.get(wider[1], 0) > RANK.get(kind, 9) for kind in kinds)
    return items[:-1] if within else items


def _place(kinds: list[str], name: str) -> str:
    """``Hải Phòng`` of ``các tỉnh, thành phố`` with its kind, where one of ``kinds`` is certain; else the name alone.

    A province that became a city under the centre later may be either, as the day of the list is not known here.
    """
    if len(kinds) == 1:
        return f"{kinds[0]} {name}"
    old = province(name)
    if "tỉnh" in kinds and old is not None:
        if not is_central_city(name):
            return f"tỉnh {name}"
        certain = name != old or current(old, _BEFORE_2025).startswith("thành phố")
        return titled("thành phố", name) if certain else name
    district = only_district(name)
    return district.full if district and district.kind in kinds and "tỉnh" not in kinds else name


def _of(found: list[str], body: str) -> list[str]:
    """Officers of a body whose name the list elides: ``VPCP: BTCN, các PCN`` are those of the office."""
    if not body:
        return found
    bare = re.sub(r"^Văn phòng\s*", "", body)
    out = []
    for name in found:
        position = grammar("position").match(name)
        officer = _OF_OFFICE.match(name)
        if officer:
            name = f"{officer[1]} {bare}".strip()
        elif _CHIEF.match(name) or (position and not position[2]):
            name = f"{name} {body}"
        out.append(name)
    return out


def _elided(plural: re.Match[str], rest: str, context: AgencyContext | None) -> list[str]:
    """``Giám đốc các Sở: A, B``: each item with the position and the head that it elides."""
    head = plural["head"][0].upper() + plural["head"][1:]
    position = (plural["position"] or "").strip()
    if position.casefold() in ("trưởng", "trưởng các") and head == "Phòng":
        position, head = "", "Trưởng phòng"
    return [f"{position} {_full(item, head, context)}".strip() for item in _fields(rest, head)]


def _full(item: str, head: str, context: AgencyContext | None) -> str:
    """An item of a list of fields with its head, unless it has one of its own."""
    meant = field(head, item) if SHORT.fullmatch(item) else None
    if meant:
        return f"{head} {meant}"
    if head == "Bộ" and item in table("agencies")["fields"]:
        return f"{head} {item}"
    full = expand(item, context)
    whole = known([m.group().casefold() for m in WORD.finditer(f"{head} {full}")], 0)
    if whole is not None and len(whole.words) > len(head.split()) and whole.text.startswith(f"{head} "):
        return f"{head} {full}"
    if grammar("agency").match(full) or grammar("many").match(full):
        return full
    roman = re.fullmatch(rf"{head[0]}\.?\s?([IVX]+)", item)
    return f"{head} {roman[1]}" if roman else expand(f"{head} {item}", context)


def _lists_fields(rest: str, expanded: str) -> bool:
    """Whether what follows ``các Sở`` names fields (``Tài chính, Nội vụ``) and is no collective (``CN``: chức năng)."""
    words = WORD.findall(rest[:80])
    if not words or not words[0][0].isupper() or not expanded[:1].isupper() or _COMMITTEE.match(expanded):
        return False
    phrase = known([word.casefold() for word in words], 0)
    return (phrase is not None and phrase.kind == "fields") or bool(SHORT.match(rest))


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
    end = _stop(small, at + (len(phrase.words) if phrase else 0))
    if end < len(matches):
        stop = _stop(small, end + 1)
        whole = text[matches[at].start() : matches[stop - 1].end()]
        if phrase is None and SHORT.match(whole) and field(head, whole):
            return stop
        if small[end] == "và" and phrase is not None and phrase.kind != "fields" and len(parted(expand(whole))) == 1:
            return stop
    return max(end, at + 1)


def _stop(small: list[str], at: int) -> int:
    """The next comma or ``và`` at or behind word ``at``."""
    while at < len(small) and small[at] not in (",", "và"):
        at += 1
    return at
