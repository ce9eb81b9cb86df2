"""Issuers at the centre: ministries, their bureaux, the Government."""

from __future__ import annotations

from corpus.compose.desk import Desk
from corpus.compose.places import area
from corpus.compose.pools import table
from corpus.compose.scene import Scene
from corpus.compose.scene_parts import PEOPLE, ministries, ministry_names, wrapped
from corpus.compose.units import initials, invented


def ministry(desk: Desk, old: bool) -> Scene:
    """Bộ."""
    where = area(desk, old=old)
    one = desk.pick(ministries(old))
    units = [*one["units"], *ministry_names(old), *(invented(desk) for _ in range(2))]
    groups = [
        f"{PEOPLE} các tỉnh, thành phố trực thuộc trung ương",
        f"{PEOPLE} các tỉnh, thành phố",
        "các bộ, cơ quan ngang bộ, cơ quan thuộc Chính phủ",
        "Thủ trưởng các đơn vị thuộc, trực thuộc Bộ",
    ]
    return Scene(
        "ministry",
        where,
        "Hà Nội",
        one["name"],
        [one["name"]],
        "Bộ",
        one["code"],
        one["head"],
        one["deputy"],
        units,
        groups,
        ["Thủ tướng Chính phủ", "các Phó Thủ tướng Chính phủ", "Văn phòng Quốc hội"],
        scope="cả nước",
        boss=f"{one['head']} {one['name']}" if one["name"].startswith("Bộ") else "Tổng Thanh tra Chính phủ",
        delegate=None,
    )


def bureau(desk: Desk, old: bool) -> Scene:
    """Cục under a ministry."""
    scene = ministry(desk, old)
    names = [
        name
        for one in ministries(old)
        for name in one["units"]
        if name.startswith("Cục ") and one["name"] == scene.issuer
    ]
    name = desk.pick(names) if names else "Cục " + desk.word("agencies", "made", "fields")
    scene.kind, scene.parent_lines, scene.parent = "bureau", [scene.issuer], scene.issuer
    scene.issuer, scene.issuer_lines, scene.own = name, wrapped(desk, name), "Cục"
    scene.code, scene.head, scene.deputy = (
        "C" + initials(word for word in name.split()[1:] if word[0].isalpha()),
        "Cục trưởng",
        "Phó Cục trưởng",
    )
    scene.units = [*table("agencies")["inside_office"][:5], *(invented(desk) for _ in range(4))]
    scene.above, scene.boss = [str(scene.parent)], "Cục trưởng"
    return scene


def government(desk: Desk, old: bool) -> Scene:
    """Chính phủ and Thủ tướng Chính phủ."""
    where = area(desk, old=old)
    first = desk.odds(0.5)
    name = "Chính phủ" if first else "Thủ tướng Chính phủ"
    groups = [
        "các bộ, cơ quan ngang bộ, cơ quan thuộc Chính phủ",
        f"{PEOPLE} các tỉnh, thành phố trực thuộc trung ương",
        f"Chủ tịch {PEOPLE} các tỉnh, thành phố trực thuộc trung ương",
    ]
    return Scene(
        "government",
        where,
        "Hà Nội",
        name,
        [name],
        name,
        "CP" if first else "TTg",
        "Thủ tướng",
        "Phó Thủ tướng",
        [*ministry_names(old), "Văn phòng Chính phủ", "Ngân hàng Nhà nước Việt Nam"],
        groups,
        ["Ban Bí thư Trung ương Đảng", "Ủy ban Thường vụ Quốc hội"],
        collective="Chính phủ" if first else None,
        scope="cả nước",
        boss="Thủ tướng Chính phủ",
    )
