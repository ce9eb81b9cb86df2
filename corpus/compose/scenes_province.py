"""Issuers of a province: its People's Committee and chairman, its office, its departments."""

from __future__ import annotations

from corpus.compose.desk import Desk
from corpus.compose.places import Area, area, dateline, unit
from corpus.compose.pools import table
from corpus.compose.scene import Scene
from corpus.compose.scene_parts import COUNCIL, PEOPLE, ministry_names, ministry_of, two_lines, wrapped
from corpus.compose.units import invented


def province(desk: Desk, old: bool) -> Scene:
    """Ủy ban nhân dân tỉnh."""
    where = area(desk, old=old)
    kind, name = where.province
    units, groups = _units(desk, where, old)
    low = kind.lower()
    return Scene(
        "province",
        where,
        dateline(kind, name),
        f"{PEOPLE} {kind} {name}",
        two_lines(desk, PEOPLE, f"{kind} {name}"),
        f"{PEOPLE} {low}",
        "UBND",
        "Chủ tịch",
        "Phó Chủ tịch",
        units,
        groups,
        [
            f"Thường trực {'Tỉnh' if low == 'tỉnh' else 'Thành'} ủy",
            f"Thường trực {COUNCIL} {low}",
            desk.pick(("Thủ tướng Chính phủ", "Văn phòng Chính phủ", *ministry_names(old))),
        ],
        collective=PEOPLE,
        scope=f"{kind} {name}",
        boss=f"Chủ tịch {PEOPLE} {low}",
        delegate=desk.pick(("Chánh Văn phòng", None)),
    )


def chairman(desk: Desk, old: bool) -> Scene:
    """Chủ tịch Ủy ban nhân dân tỉnh as the issuer."""
    scene = province(desk, old)
    kind, name = scene.area.province
    scene.kind = "chairman"
    scene.issuer = f"Chủ tịch {scene.issuer}"
    scene.issuer_lines = (
        ["Chủ tịch", f"{PEOPLE} {kind} {name}"] if desk.odds(0.5) else [f"Chủ tịch {PEOPLE}", f"{kind} {name}"]
    )
    scene.own = scene.boss
    scene.code = desk.pick(("UBND", "CTUBND", "CT-UBND"))
    if scene.code == "CT-UBND":
        scene.code = "CTUB"
    scene.collective = None
    return scene


def department(desk: Desk, old: bool) -> Scene:
    """Sở of a province."""
    where = area(desk, old=old)
    kind, name = where.province
    sector, code = desk.pick(
        [pair for pair in table("agencies")["departments"]["old" if old else "new"] if pair[0].startswith("Sở")]
    )
    units = [*table("agencies")["inside_department"], *(invented(desk) for _ in range(5))]
    issuer = f"{sector} {kind} {name}" if desk.odds(0.12) else sector
    groups = [
        *table("agencies")[f"province_collectives_{'old' if old else 'new'}"][:2],
        "các phòng chuyên môn, đơn vị trực thuộc Sở",
        "các đơn vị trực thuộc",
        "Trưởng các phòng thuộc Sở",
    ]
    people = desk.pick((PEOPLE, "UBND"))
    return Scene(
        "department",
        where,
        dateline(kind, name),
        issuer,
        wrapped(desk, issuer),
        "Sở",
        code,
        "Giám đốc",
        "Phó Giám đốc",
        units,
        groups,
        [f"{PEOPLE} {kind.lower()}", ministry_of(sector, old)],
        parent_lines=two_lines(desk, people, f"{kind} {name}") if people == PEOPLE else [f"UBND {kind} {name}"],
        parent=f"{PEOPLE} {kind} {name}",
        scope=f"{kind} {name}",
        boss="Giám đốc Sở",
        delegate="Chánh Văn phòng",
    )


def office(desk: Desk, old: bool) -> Scene:
    """Văn phòng Ủy ban nhân dân tỉnh."""
    scene = province(desk, old)
    kind, name = scene.area.province
    scene.kind, scene.collective, scene.delegate = "office", None, None
    scene.parent_lines, scene.parent = (
        [f"{PEOPLE} {kind} {name}" if desk.odds(0.5) else f"UBND {kind} {name}"],
        f"{PEOPLE} {kind} {name}",
    )
    scene.issuer, scene.issuer_lines = "Văn phòng", ["Văn phòng"]
    scene.own, scene.code = f"Văn phòng {PEOPLE} {kind.lower()}", desk.pick(("VP", "VPUBND"))
    scene.head, scene.deputy = "Chánh Văn phòng", "Phó Chánh Văn phòng"
    return scene


def _units(desk: Desk, where: Area, old: bool) -> tuple[list[str], list[str]]:
    words = table("agencies")
    kind = where.province[0].lower()
    units = [pair[0] for pair in words["departments"]["old" if old else "new"]]
    units += [*words["others"], *(invented(desk) for _ in range(6))]
    low = f"huyện {unit(desk)}" if old else f"xã {unit(desk)}"
    units += [f"{PEOPLE} {low}", f"{PEOPLE} {'huyện' if old else 'phường'} {unit(desk)}"]
    groups = words[f"province_collectives_{'old' if old else 'new'}"]
    if kind != "tỉnh":
        units = [one.replace("tỉnh", "thành phố") if one != "Tỉnh đoàn" else "Thành đoàn" for one in units]
        groups = [
            one.replace("tỉnh", "thành phố")
            .replace("các huyện, thành phố", "các quận, huyện")
            .replace("các huyện, thị xã, thành phố", "các quận, huyện, thị xã")
            for one in groups
        ]
    return units, list(groups)
