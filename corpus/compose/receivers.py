"""Kính gửi, Nơi nhận and Lưu (NĐ 30/2020 PL I.II.9), with the names that each item stands for."""

from __future__ import annotations

from itertools import product
from typing import Any

from corpus.compose.paper import Paper
from corpus.compose.pools import table
from corpus.compose.rich import Rich, say
from corpus.manuscript import Role

Item = dict[str, Any]


def addressees(paper: Paper) -> None:
    """``Kính gửi:`` with one addressee on its line or several below it; the gold's ``to``."""
    desk = paper.desk
    upward = paper.code in ("TTr", "BC")
    items = [_plain(paper, desk.pick(paper.scene.above))] if upward and desk.odds(0.7) else _several(paper)
    desk.gold["recipients"]["to"] = items
    opening = "Kính trình: " if paper.scene.party and upward and desk.odds(0.5) else "Kính gửi: "
    if paper.code == "CĐ":
        opening = f"{paper.habit.of(paper.scene.issuer).upper() if desk.odds(0.5) else paper.scene.boss} điện: "
    if len(items) == 1 and desk.odds(0.85):
        desk.add(Role.ADDRESSEES, opening, say(items[0]["text"], "recipients.to.0"), desk.pick(("", "", ".")))
        return
    desk.add(Role.ADDRESSEES, opening.rstrip())
    for at, item in enumerate(items):
        mark = "." if at == len(items) - 1 else ";"
        desk.add(Role.ADDRESSEES, say(item["text"], f"recipients.to.{at}"), mark, marker="-", level=1)


def _several(paper: Paper) -> list[Item]:
    desk, scene = paper.desk, paper.scene
    names = list(dict.fromkeys(desk.chance.sample(scene.units, min(desk.pick((1, 1, 2, 2, 3, 4)), len(scene.units)))))
    items = [_plain(paper, name) for name in names]
    if scene.kind in ("province", "office", "chairman") and desk.odds(0.35):
        items.insert(0, elided(paper))
    if desk.odds(0.5):
        items.append(_plain(paper, desk.pick(scene.collectives)))
    if desk.odds(0.1):
        pair = desk.chance.sample(scene.units, 2)
        if all(name not in names for name in pair):
            items.append({"text": " và ".join(paper.habit.of(name) for name in pair), "agencies": pair})
    for item in items:
        item["text"] = item["text"][0].upper() + item["text"][1:]
    return items


def _plain(paper: Paper, name: str, purpose: str = "") -> Item:
    text = paper.habit.of(name)
    item: Item = {"text": text + (f" ({purpose})" if purpose else ""), "agencies": [name]}
    if purpose:
        item["purpose"] = purpose
    return item


def elided(paper: Paper) -> Item:
    """``Các Sở: NV, TC, GD&ĐT``: a list that leaves out what all have in common."""
    desk = paper.desk
    pool = table("agencies")["elided"]
    long = desk.odds(0.4)
    keys = [key for key in pool if (len(key) > 6 or " " in key) == long]
    chosen: list[str] = []
    for key in desk.chance.sample(keys, min(len(keys), desk.chance.randint(2, 5))):
        if pool[key] not in [pool[one] for one in chosen]:
            chosen.append(key)
    return {
        "text": f"{desk.pick(('Các Sở: ', 'Các Sở: ', 'Các sở: ', 'Các Sở '))}{', '.join(chosen)}",
        "agencies": [pool[key] for key in chosen],
    }


def distribution(paper: Paper, like: str | None) -> None:
    """``Nơi nhận:`` with its items; ``like`` is what the first points to (``trên``, ``Điều 3``); the gold's rest."""
    desk = paper.desk
    items: list[Item] = []
    if like:
        items.append(
            {
                "text": f"Như {like}",
                "agencies": [],
                "same_as": "to" if like in ("trên", "kính gửi", "thành phần mời") else like,
            }
        )
    items += _copies(paper)
    archive = _archive(paper)
    desk.gold["recipients"]["copy"] = items
    desk.gold["recipients"]["archive"] = [archive]
    party = paper.form == "party"
    desk.add(Role.DISTRIBUTION, say("Nơi nhận:", bold=True, italic=True))
    for at, item in enumerate(items):
        shown: list[str | Rich] = [say(item["text"], f"recipients.copy.{at}"), "," if party else ";"]
        desk.add(Role.DISTRIBUTION, *shown, marker="-")
    desk.add(Role.DISTRIBUTION, say(archive["text"], "recipients.archive.0"), ".", marker="-")
    for item in items:
        if "purpose" in item:
            item["text"] = item["text"].removesuffix(f" ({item['purpose']})")


_PURPOSES = ("b/c", "để b/c", "để báo cáo", "báo cáo")


def _copies(paper: Paper) -> list[Item]:
    desk, scene = paper.desk, paper.scene
    purpose = desk.pick(_PURPOSES) if desk.odds(0.7) else ""
    items = [
        _plain(paper, name, purpose)
        for name in desk.chance.sample(scene.above, desk.chance.randint(1, len(scene.above)))
    ]
    items += _leaders(paper)
    for name in desk.chance.sample(scene.units, min(desk.pick((0, 1, 1, 2, 3)), len(scene.units))):
        items.append(
            _plain(
                paper, name, desk.pick(("t/h", "p/h", "để t/h", "để phối hợp", "thực hiện")) if desk.odds(0.3) else ""
            )
        )
    if desk.odds(0.4):
        items.append(_plain(paper, desk.pick(scene.collectives), ""))
    if scene.kind in ("province", "chairman", "office") and desk.odds(0.35):
        items.append(elided(paper))
    if desk.odds(0.12):
        pair = desk.chance.sample(scene.units, 2)
        items.append({"text": desk.pick(("; ", ", ")).join(paper.habit.of(name) for name in pair), "agencies": pair})
    seen: set[str] = set()
    kept = []
    for item in items:
        item["text"] = item["text"][0].upper() + item["text"][1:]
        if not seen.intersection(item["agencies"]):
            seen.update(item["agencies"])
            kept.append(item)
    return kept


def _leaders(paper: Paper) -> list[Item]:
    """``CT, các PCT UBND tỉnh`` and its like."""
    desk, own, kind = paper.desk, paper.scene.own, paper.scene.kind
    if kind in ("province", "district", "commune") and desk.odds(0.75):
        short = own.replace("Ủy ban nhân dân", "UBND")
        shown, plural = desk.pick(
            (
                ("CT, các PCT", "các "),
                ("Chủ tịch, các PCT", "các "),
                ("CT, PCT", ""),
                ("Chủ tịch, các Phó Chủ tịch", "các "),
            )
        )
        return [{"text": f"{shown} {short}", "agencies": [f"Chủ tịch {own}", f"{plural}Phó Chủ tịch {own}"]}]
    if kind == "department" and desk.odds(0.5):
        text, agencies = desk.pick(
            (
                ("Giám đốc, các PGĐ Sở", ["Giám đốc Sở", "các Phó Giám đốc Sở"]),
                ("Ban Giám đốc Sở", ["Ban Giám đốc Sở"]),
                ("Lãnh đạo Sở", ["Lãnh đạo Sở"]),
            )
        )
        return [{"text": text, "agencies": agencies}]
    if kind == "ministry" and desk.odds(0.5):
        return (
            [
                {
                    "text": "Bộ trưởng, các Thứ trưởng",
                    "agencies": ["Bộ trưởng", "các Thứ trưởng"],
                    "agencies_alt": [["Bộ trưởng", "Thứ trưởng"]],
                }
            ]
            if paper.scene.head == "Bộ trưởng"
            else []
        )
    return []


_SPELT = {
    "TCCB": "Tổ chức cán bộ",
    "KHTC": "Kế hoạch - Tài chính",
    "QLĐĐ": "Quản lý đất đai",
    "CĐS": "Chuyển đổi số",
    "NVY": "Nghiệp vụ Y",
    "HTQT": "Hợp tác quốc tế",
    "BTXH": "Bảo trợ xã hội",
    "GDMN": "Giáo dục mầm non",
    "QLDA": "Quản lý dự án",
    "QLVT": "Quản lý vận tải",
    "PCTT": "Phòng chống thiên tai",
    "THKH": "Tổng hợp - Kế hoạch",
    "XDNĐ": "Xây dựng nhà đất",
}


def _archive(paper: Paper) -> Item:
    desk, scene = paper.desk, paper.scene
    if scene.party:
        office = desk.pick((f"Văn phòng {scene.clerk}", scene.clerk)) if scene.clerk != "Văn thư" else "Văn phòng"
        return {"text": desk.pick(("Lưu {}", "Lưu {}", "Lưu: {}")).format(office), "agencies": [office]}
    codes = table("agencies")["units"]
    units = desk.chance.sample(codes["codes"], desk.pick((0, 1, 1, 1, 2)))
    drafter = desk.drawn(codes["drafters"], fresh=False) if units else ""
    text = desk.pick(("Lưu: ", "Lưu: ", "Lưu: ", "Lưu ", "Lưu:")) + ", ".join(["VT", *units]) + drafter
    item: Item = {"text": text, "agencies": ["Văn thư", *units]}
    readings = product(*[(code, _SPELT[code]) if code in _SPELT else (code,) for code in units])
    others = [["Văn thư", *reading] for reading in readings if list(reading) != units]
    if others:
        item["agencies_alt"] = others
    return item
