"""Issuers of districts (to 30/6/2025) and communes."""

from __future__ import annotations

from corpus.compose.desk import Desk
from corpus.compose.places import area, unit
from corpus.compose.pools import table
from corpus.compose.scene import Scene
from corpus.compose.scene_parts import COUNCIL, PEOPLE, two_lines, wrapped
from corpus.compose.units import initials, invented


def district(desk: Desk, old: bool) -> Scene:
    """Ủy ban nhân dân huyện (to 30/6/2025)."""
    where = area(desk, old=True)
    kind, name = where.district or ("huyện", unit(desk))
    words = table("agencies")
    units = (
        [
            one.replace("huyện", kind) if one != "Huyện đoàn" or kind == "huyện" else f"Đoàn Thanh niên {kind}"
            for one in words["district"]
        ]
        + [f"{PEOPLE} xã {unit(desk)}" for _ in range(3)]
        + [invented(desk), invented(desk)]
    )
    groups = [one.replace("huyện", kind) for one in words["district_collectives"]]
    if kind != "huyện":
        groups = [
            one.replace("các xã, thị trấn", "các xã, phường" if kind != "quận" else "các phường") for one in groups
        ]
    party = {"huyện": "Huyện ủy", "thị xã": "Thị ủy", "thành phố": "Thành ủy", "quận": "Quận ủy"}[kind]
    return Scene(
        "district",
        where,
        name,
        f"{PEOPLE} {kind} {name}",
        two_lines(desk, PEOPLE, f"{kind} {name}"),
        f"{PEOPLE} {kind}",
        "UBND",
        "Chủ tịch",
        "Phó Chủ tịch",
        units,
        groups,
        [f"{PEOPLE} {where.province[0].lower()}", f"Thường trực {party}", f"Thường trực {COUNCIL} {kind}"],
        collective=PEOPLE,
        scope=f"{kind} {name}",
        boss=f"Chủ tịch {PEOPLE} {kind}",
    )


def district_office(desk: Desk, old: bool) -> Scene:
    """Phòng of a district."""
    scene = district(desk, True)
    rooms = [name for name in table("agencies")["district"] if name.startswith("Phòng")]
    name = desk.pick(rooms)
    scene.kind, scene.parent, scene.collective = "district_office", scene.issuer, None
    scene.parent_lines = scene.issuer_lines if desk.odds(0.5) else [scene.issuer.replace(PEOPLE, "UBND")]
    scene.above = [scene.own]
    scene.issuer, scene.issuer_lines, scene.own = name, wrapped(desk, name), "Phòng"
    named = name.replace("Phòng ", "").replace(" và ", " ").replace(" - ", " ")
    scene.code = "P" * desk.odds(0.4) + initials(named.split())
    scene.head, scene.deputy, scene.boss = "Trưởng phòng", "Phó Trưởng phòng", "Trưởng phòng"
    return scene


def commune(desk: Desk, old: bool) -> Scene:
    """Ủy ban nhân dân xã, phường, thị trấn, đặc khu."""
    where = area(desk, old=old)
    kind, name = where.commune
    words = table("agencies")
    units = [one.replace(" xã", f" {kind}") for one in words["commune_old" if old else "commune_new"]]
    hamlet = desk.pick(table("places")["hamlets"])
    units += [
        f"{desk.pick(('Trưởng', 'Ban Nhân dân'))} {hamlet} {unit(desk)}",
        f"{desk.drawn(words['made']['schools'])} {unit(desk)}",
        invented(desk),
    ]
    above = [
        f"{PEOPLE} {where.district[0]}" if where.district else f"{PEOPLE} {where.province[0].lower()}",
        "Thường trực Đảng ủy",
        f"Thường trực {COUNCIL} {kind}",
    ]
    parents = [f"{PEOPLE} {where.district[0]} {where.district[1]}"] if where.district and desk.odds(0.25) else []
    return Scene(
        "commune",
        where,
        name,
        f"{PEOPLE} {kind} {name}",
        two_lines(desk, PEOPLE, f"{kind} {name}"),
        f"{PEOPLE} {kind}",
        "UBND",
        "Chủ tịch",
        "Phó Chủ tịch",
        units,
        [one.replace(" xã", f" {kind}") for one in words["commune_collectives"]],
        above,
        collective=PEOPLE,
        scope=f"{kind} {name}",
        boss=f"Chủ tịch {PEOPLE} {kind}",
        parent_lines=parents,
        parent=parents[0] if parents else None,
    )


def commune_office(desk: Desk, old: bool) -> Scene:
    """Phòng of a commune from 01/7/2025 (NĐ 150/2025)."""
    scene = commune(desk, False)
    name, code = desk.pick(
        (
            ("Phòng Kinh tế", "PKT"),
            ("Phòng Văn hóa - Xã hội", "PVHXH"),
            ("Trung tâm Phục vụ hành chính công", "TTPVHCC"),
            ("Ban Chỉ huy Phòng thủ dân sự", "BCHPTDS"),
        )
    )
    scene.kind, scene.parent, scene.collective = "commune_office", scene.issuer, None
    scene.parent_lines = scene.issuer_lines
    scene.above = [scene.own]
    scene.issuer, scene.issuer_lines, scene.own, scene.code = name, wrapped(desk, name), name, code
    heads = {
        "Phòng": ("Trưởng phòng", "Phó Trưởng phòng"),
        "Trung": ("Giám đốc", "Phó Giám đốc"),
        "Ban": ("Trưởng ban", "Phó Trưởng ban"),
    }
    scene.head, scene.deputy = heads[name.split()[0]]
    scene.boss = scene.head
    return scene
