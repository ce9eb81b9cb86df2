"""Issuers of the Party (HD 36-HD/VPTW 2018): committees and their advisory bodies."""

from __future__ import annotations

from collections.abc import Callable

from corpus.compose.desk import Desk
from corpus.compose.places import area, dateline
from corpus.compose.pools import table
from corpus.compose.scene import Scene
from corpus.compose.units import invented


def province_committee(desk: Desk, old: bool) -> Scene:
    """Tỉnh ủy, Thành ủy."""
    where = area(desk, old=old)
    kind, name = where.province
    level = "Tỉnh ủy" if kind == "tỉnh" else "Thành ủy"
    units = [
        one.replace("Tỉnh ủy", level).replace(" tỉnh", f" {kind.lower()}")
        for one in table("agencies")["party_province"]
    ]
    if kind != "tỉnh":
        units = [one.replace("Tỉnh đoàn", "Thành đoàn") for one in units]
    issuer = f"{level} {name}"
    return Scene(
        "party_province",
        where,
        dateline(kind, name),
        issuer,
        [issuer],
        f"Ban Thường vụ {level}",
        "TU",
        "Bí thư",
        "Phó Bí thư",
        units,
        _groups(),
        ["Ban Bí thư Trung ương Đảng", "Văn phòng Trung ương Đảng"],
        collective="Ban Thường vụ",
        scope=f"{kind} {name}",
        boss=f"Bí thư {level}",
        party=True,
        clerk=level,
        parent_lines=[],
        delegate="Chánh Văn phòng",
    )


def advisory(desk: Desk, old: bool) -> Scene:
    """An advisory body of a provincial committee."""
    scene = province_committee(desk, old)
    level = "Tỉnh ủy" if scene.area.province[0] == "tỉnh" else "Thành ủy"
    name, code, head, deputy = desk.pick(
        (
            ("Ban Tổ chức", "BTCTU", "Trưởng ban", "Phó Trưởng ban"),
            ("Ban Tuyên giáo", "BTGTU", "Trưởng ban", "Phó Trưởng ban"),
            ("Ban Tuyên giáo và Dân vận", "BTGDVTU", "Trưởng ban", "Phó Trưởng ban"),
            ("Văn phòng", "VPTU", "Chánh Văn phòng", "Phó Chánh Văn phòng"),
            ("Ban Nội chính", "BNCTU", "Trưởng ban", "Phó Trưởng ban"),
            ("Ủy ban Kiểm tra", "UBKTTU", "Chủ nhiệm", "Phó Chủ nhiệm"),
        )
    )
    scene.kind, scene.parent, scene.parent_lines = "party_office", scene.issuer, [scene.issuer]
    scene.issuer, scene.issuer_lines, scene.own, scene.code = name, [name], f"{name} {level}", code
    scene.head, scene.deputy, scene.collective = head, deputy, "Ủy ban Kiểm tra" if name.startswith("Ủy ban") else None
    scene.above, scene.clerk, scene.boss = [f"Thường trực {level}", f"Ban Thường vụ {level}"], name, head
    scene.delegate = None
    return scene


def district_committee(desk: Desk, old: bool) -> Scene:
    """Huyện ủy (to 30/6/2025)."""
    where = area(desk, old=True)
    assert where.district is not None  # noqa: S101 - an old area has a district
    kind, name = where.district
    level = {"huyện": "Huyện ủy", "thị xã": "Thị ủy", "thành phố": "Thành ủy", "quận": "Quận ủy"}[kind]
    code = {"huyện": "HU", "thị xã": "TXU", "thành phố": "TU", "quận": "QU"}[kind]
    units = [
        one.replace("Huyện ủy", level).replace(" huyện", f" {kind}") for one in table("agencies")["party_district"]
    ] + [invented(desk)]
    upper = "Tỉnh ủy" if where.province[0] == "tỉnh" else "Thành ủy"
    return Scene(
        "party_district",
        where,
        name,
        f"{level} {name}",
        [f"{level} {name}"],
        f"Ban Thường vụ {level}",
        code,
        "Bí thư",
        "Phó Bí thư",
        units,
        _groups(),
        [f"Thường trực {upper}", f"Văn phòng {upper}"],
        parent_lines=[
            f"Đảng bộ {where.province[0].lower()} {where.province[1]}"
            if desk.odds(0.6)
            else f"{upper} {where.province[1]}"
        ],
        parent="",
        collective="Ban Thường vụ",
        scope=f"{kind} {name}",
        boss=f"Bí thư {level}",
        party=True,
        clerk=level,
    )


def commune_committee(desk: Desk, old: bool) -> Scene:
    """Đảng ủy xã, phường."""
    where = area(desk, old=old)
    kind, name = where.commune
    units = [one.replace(" xã", f" {kind}") for one in table("agencies")["party_commune"]] + [
        f"Ủy ban Mặt trận Tổ quốc Việt Nam {kind}",
        invented(desk),
    ]
    upper = where.district or where.province
    return Scene(
        "party_commune",
        where,
        name,
        f"Đảng ủy {kind} {name}",
        [f"Đảng ủy {kind} {name}"] if desk.odds(0.6) else ["Đảng ủy", f"{kind} {name}"],
        "Đảng ủy",
        "ĐU",
        "Bí thư",
        "Phó Bí thư",
        units,
        _groups(),
        ["Ban Thường vụ " + ("Huyện ủy" if where.district else "Tỉnh ủy"), f"Thường trực Hội đồng nhân dân {kind}"],
        parent_lines=[f"Đảng bộ {upper[0].lower()} {upper[1]}"],
        collective=desk.pick(("Đảng ủy", "Ban Thường vụ")),
        scope=f"{kind} {name}",
        boss="Bí thư Đảng ủy",
        party=True,
        clerk="Đảng ủy",
    )


def _groups() -> list[str]:
    return list(table("agencies")["party_collectives"])


MAKERS: dict[str, Callable[[Desk, bool], Scene]] = {
    "party_province": province_committee,
    "party_office": advisory,
    "party_district": district_committee,
    "party_commune": commune_committee,
}
"""The Party's issuers by name."""
