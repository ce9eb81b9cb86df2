"""Other documents, and the ways in which a document cites them (NĐ 30/2020 PL I.II.6)."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from corpus.compose import dates
from corpus.compose.desk import Desk
from corpus.compose.places import unit
from corpus.compose.pools import belongs, table
from corpus.compose.rich import Rich, joined, labelled, say
from corpus.compose.scene import Scene
from corpus.compose.subjects import topic
from corpus.compose.units import Shortening


@dataclass(frozen=True, slots=True)
class Source:
    """A document that can be cited; ``issuer`` is its long name; ``law``: cited by its title."""

    type: str
    number: str
    date: dt.date
    issuer: str
    title: str
    about: str = "về"
    party: bool = False
    law: bool = False


def law(desk: Desk, before: dt.date) -> Source:
    """A law that was passed before the day."""
    kind, key = ("Bộ luật", "codes") if desk.odds(0.05) else ("Luật", "laws")
    known = [one for one in table("laws")[key] if one["date"] < before.isoformat()] or table("laws")["laws"][-1:]
    mine = [one for one in known if belongs(one["number"], desk.split)] or known
    one = desk.pick(mine)
    return Source(
        kind if known[0] in table("laws")[key] else "Luật",
        one["number"],
        dt.date.fromisoformat(one["date"]),
        "Quốc hội",
        one["name"],
        law=True,
    )


def source(desk: Desk, scene: Scene, before: dt.date) -> Source:
    """A document of an issuer that the scene's would cite, from the years before the day."""
    makers = [_decree, _circular, _premier, _upper, _upper, _letter, _own, _lower]
    makers += [_party, _party, _party] if scene.party else [_party] if desk.odds(0.4) else []
    return desk.pick(makers)(
        desk,
        scene,
        dates.day_in(desk, before - dt.timedelta(days=desk.pick((40, 200, 1500))), before - dt.timedelta(days=2)),
    )


def _serial(desk: Desk, most: int) -> str:
    return f"{desk.chance.randint(1, most):02d}"


def _decree(desk: Desk, scene: Scene, day: dt.date) -> Source:
    kind = desk.pick(("Nghị định", "Nghị định", "Nghị quyết"))
    code = "NĐ-CP" if kind == "Nghị định" else "NQ-CP"
    number = f"{_serial(desk, 190)}/{day.year}/{code}" if code == "NĐ-CP" else f"{_serial(desk, 190)}/{code}"
    return Source(
        kind,
        number,
        day,
        "Chính phủ",
        desk.pick(("quy định về {}", "về {}", "quy định chi tiết một số điều về {}")).format(topic(desk)),
        "",
    )


def _circular(desk: Desk, scene: Scene, day: dt.date) -> Source:
    one = desk.pick([one for one in table("agencies")["ministries"] if one["name"].startswith("Bộ")])
    issuer = f"Bộ trưởng {one['name']}" if desk.odds(0.5) else one["name"]
    return Source(
        "Thông tư",
        f"{_serial(desk, 80)}/{day.year}/TT-{one['code']}",
        day,
        issuer,
        desk.pick(("hướng dẫn {}", "quy định về {}", "quy định chi tiết {}")).format(topic(desk)),
        "",
    )


def _premier(desk: Desk, scene: Scene, day: dt.date) -> Source:
    kind, code = desk.pick((("Quyết định", "QĐ-TTg"), ("Chỉ thị", "CT-TTg"), ("Công điện", "CĐ-TTg")))
    title = {
        "Quyết định": "phê duyệt Chương trình {}",
        "Chỉ thị": "về tăng cường {}",
        "Công điện": "về việc tập trung {}",
    }[kind]
    return Source(kind, f"{_serial(desk, 1900)}/{code}", day, "Thủ tướng Chính phủ", title.format(topic(desk)), "")


def _upper(desk: Desk, scene: Scene, day: dt.date) -> Source:
    kind, name = scene.area.province
    kind_code = desk.pick(
        (
            ("Kế hoạch", "KH"),
            ("Quyết định", "QĐ"),
            ("Chỉ thị", "CT"),
            ("Chương trình", "CTr"),
            ("Đề án", "ĐA"),
            ("Thông báo", "TB"),
        )
    )
    people = desk.pick(("Ủy ban nhân dân", "Ủy ban nhân dân", "Chủ tịch Ủy ban nhân dân"))
    return Source(
        kind_code[0], f"{_serial(desk, 4000)}/{kind_code[1]}-UBND", day, f"{people} {kind} {name}", topic(desk), "về"
    )


def _letter(desk: Desk, scene: Scene, day: dt.date) -> Source:
    if desk.odds(0.5):
        one = desk.pick(table("agencies")["ministries"])
        issuer, code = one["name"], one["code"]
    else:
        issuer, code = desk.pick(table("agencies")["departments"]["old" if day.year < 2025 else "new"])
    return Source(
        "Công văn",
        f"{_serial(desk, 6000)}/{code}-{desk.pick(table('agencies')['units']['codes'])}",
        day,
        issuer,
        topic(desk),
        "về việc",
    )


def _own(desk: Desk, scene: Scene, day: dt.date) -> Source:
    kind, code = desk.pick(
        (
            ("Kế hoạch", "KH"),
            ("Quyết định", "QĐ"),
            ("Báo cáo", "BC"),
            ("Quyết định", "QĐ"),
            ("Hướng dẫn", "HD"),
            ("Thông báo", "TB"),
        )
    )
    if scene.party:
        return Source(
            kind, f"{_serial(desk, 300)}-{code}/{scene.code}", day, scene.issuer, topic(desk), "về", party=True
        )
    return Source(kind, f"{_serial(desk, 900)}/{code}-{scene.code}", day, scene.issuer, topic(desk), "về")


def _lower(desk: Desk, scene: Scene, day: dt.date) -> Source:
    kind, code = desk.pick((("Tờ trình", "TTr"), ("Báo cáo", "BC"), ("Tờ trình", "TTr")))
    if desk.odds(0.5):
        issuer, office = desk.pick(table("agencies")["departments"]["old" if day.year < 2025 else "new"])
    else:
        issuer, office = f"Ủy ban nhân dân {desk.pick(('xã', 'huyện', 'phường'))} {unit(desk)}", "UBND"
    return Source(kind, f"{_serial(desk, 700)}/{code}-{office}", day, issuer, topic(desk), "về việc")


def _party(desk: Desk, scene: Scene, day: dt.date) -> Source:
    kind, code = desk.pick(
        (
            ("Nghị quyết", "NQ"),
            ("Chỉ thị", "CT"),
            ("Kết luận", "KL"),
            ("Hướng dẫn", "HD"),
            ("Quy định", "QĐ"),
            ("Kế hoạch", "KH"),
        )
    )
    level = "Tỉnh ủy" if scene.area.province[0] == "tỉnh" else "Thành ủy"
    issuer, office = desk.pick(
        (
            ("Bộ Chính trị", "TW"),
            ("Ban Bí thư", "TW"),
            ("Ban Chấp hành Trung ương Đảng", "TW"),
            (f"Ban Thường vụ {level}", "TU"),
            (level, "TU"),
        )
    )
    return Source(kind, f"{_serial(desk, 99)}-{code}/{office}", day, issuer, topic(desk), "về", party=True)


def mention(
    desk: Desk,
    habit: Shortening,
    one: Source,
    relation: str,
    *,
    fullness: str = "full",
    pin: dict[str, str] | None = None,
    **gold: Any,
) -> Rich:
    """A citation in print, its gold noted. ``fullness``: ``full``, ``untitled``, ``short`` or ``dateless``."""
    return pinned_mention(desk, habit, one, relation, _pin_words(desk, pin) if pin else "", pin, fullness, **gold)


def pinned_mention(
    desk: Desk,
    habit: Shortening,
    one: Source,
    relation: str,
    pin_words: str,
    pin: dict[str, str] | None,
    fullness: str = "untitled",
    **gold: Any,
) -> Rich:
    """A citation of a part of a document, the part in the words given."""
    label = desk.cite(**{"type": one.type, "relation": relation, "pinpoint": pin, **gold})
    note = desk.citations[-1]
    note["number"] = one.number
    parts: list[str | Rich] = []
    if pin_words:
        parts += [say(pin_words, f"{label}.pinpoint"), desk.pick((" ", " ", " của "))]
    if one.law:
        parts += _law(desk, one, note, label, fullness)
        return _close(desk, parts, label, "", note)
    number = labelled(say(_styled_number(desk, one)), f"{label}.number")
    parts += [say(one.type, f"{label}.type"), " số " if desk.odds(0.93) else " ", number]
    if fullness in ("full", "untitled"):
        note["date"] = one.date.isoformat()
        parts += [
            ", " if one.party and desk.odds(0.6) else " ",
            say(dates.cited(desk, one.date, party=one.party), f"{label}.date"),
        ]
    if fullness != "short":
        note["issuer"] = one.issuer
        parts += [" của ", say(habit.of(one.issuer), f"{label}.issuer")]
    title = ""
    if fullness == "full" and one.title:
        about = one.about and one.about + " "
        note["title"] = one.title if about else _bare(one.title)
        title = f" {about}{one.title}"
    return _close(desk, parts, label, title, note)


def _close(desk: Desk, parts: list[str | Rich], label: str, title: str, note: dict[str, Any]) -> Rich:
    body = labelled(joined(parts), label)
    desk.set_text(label, body)
    if not title:
        return body
    return joined([body, _titled(title, note["title"], label)])


def _titled(printed: str, title: str, label: str) -> Rich:
    at = printed.rfind(title)
    return (*say(printed[:at]), *say(title, f"{label}.title")) if at >= 0 else say(printed)


def _bare(title: str) -> str:
    for opening in ("về việc ", "về "):
        if title.startswith(opening):
            return title[len(opening) :]
    return title


def _law(desk: Desk, one: Source, note: dict[str, Any], label: str, fullness: str) -> list[str | Rich]:
    """``Luật Đất đai ngày 18 tháng 01 năm 2024``, ``… năm 2024``, ``… số 31/2024/QH15`` or the name alone."""
    note["title"] = one.title
    parts: list[str | Rich] = [say(one.type, f"{label}.type"), " ", say(one.title, f"{label}.title")]
    way = (
        "bare"
        if fullness in ("short", "dateless") and desk.odds(0.5)
        else desk.pick(("date", "date", "year", "number", "both"))
    )
    note["number"] = one.number if way in ("number", "both") else None
    if way in ("number", "both"):
        parts += [" số ", say(one.number, f"{label}.number")]
    if way in ("date", "both"):
        note["date"] = one.date.isoformat()
        parts += [" ", say(dates.cited(desk, one.date), f"{label}.date")]
    if way == "year":
        note["date"] = str(one.date.year)
        parts += [" ", "" if desk.odds(0.2) else "năm ", say(str(one.date.year), f"{label}.date")]
    return parts


def _styled_number(desk: Desk, one: Source) -> str:
    """The number, at times spaced as clerks space it."""
    if desk.odds(0.04):
        return one.number.replace("/", "/ ", 1)
    if desk.odds(0.03):
        return one.number.replace("-", " - ", 1)
    return one.number


_POINTS = "abcdđegh"


def pinpoint(desk: Desk) -> dict[str, str]:
    """A part of a document: article, with or without clause and point."""
    pin = {"article": str(desk.chance.randint(1, 60))}
    if desk.odds(0.65):
        pin["clause"] = str(desk.chance.randint(1, 9))
        if desk.odds(0.4):
            pin["point"] = desk.pick(_POINTS)
    return pin


def _pin_words(desk: Desk, pin: dict[str, str]) -> str:
    """``điểm a khoản 2 Điều 5``, small to large (NĐ 30/2020 PL II.V.7)."""
    words = {"point": "điểm", "clause": "khoản", "article": "Điều"}
    between = desk.pick((" ", " ", " ", ", "))
    return between.join(f"{words[key]} {pin[key]}" for key in words if key in pin)
