"""The issuers of the corpus: state agencies of each level, institutions, enterprises (``scenes_party`` has the Party)."""

from __future__ import annotations

from collections.abc import Callable

from corpus.compose.desk import Desk
from corpus.compose.people import person
from corpus.compose.places import Area, area, dateline, unit
from corpus.compose.pools import table
from corpus.compose.scene import Scene
from corpus.compose.units import invented

_PEOPLE = "Ủy ban nhân dân"
_COUNCIL = "Hội đồng nhân dân"


def province(desk: Desk, old: bool) -> Scene:
    """Ủy ban nhân dân tỉnh."""
    where = area(desk, old=old)
    kind, name = where.province
    units, groups = _province_units(desk, where, old)
    low = kind.lower()
    return Scene(
        "province",
        where,
        dateline(kind, name),
        f"{_PEOPLE} {kind} {name}",
        _two_lines(desk, _PEOPLE, f"{kind} {name}"),
        f"{_PEOPLE} {low}",
        "UBND",
        "Chủ tịch",
        "Phó Chủ tịch",
        units,
        groups,
        [
            f"Thường trực {'Tỉnh' if low == 'tỉnh' else 'Thành'} ủy",
            f"Thường trực {_COUNCIL} {low}",
            desk.pick(("Thủ tướng Chính phủ", "Văn phòng Chính phủ", *_ministry_names(old))),
        ],
        collective=_PEOPLE,
        scope=f"{kind} {name}",
        boss=f"Chủ tịch {_PEOPLE} {low}",
        delegate=desk.pick(("Chánh Văn phòng", None)),
    )


def chairman(desk: Desk, old: bool) -> Scene:
    """Chủ tịch Ủy ban nhân dân tỉnh as the issuer."""
    scene = province(desk, old)
    kind, name = scene.area.province
    scene.kind = "chairman"
    scene.issuer = f"Chủ tịch {scene.issuer}"
    scene.issuer_lines = (
        ["Chủ tịch", f"{_PEOPLE} {kind} {name}"] if desk.odds(0.5) else [f"Chủ tịch {_PEOPLE}", f"{kind} {name}"]
    )
    scene.own = scene.boss
    scene.code = desk.pick(("UBND", "CTUBND", "CT-UBND"))
    if scene.code == "CT-UBND":
        scene.code = "CTUB"
    scene.collective = None
    return scene


def council(desk: Desk, old: bool) -> Scene:
    """Hội đồng nhân dân of a province or commune."""
    scene = desk.pick((province, commune))(desk, old)
    scene.kind = "council"
    scene.issuer = scene.issuer.replace(_PEOPLE, _COUNCIL)
    scene.issuer_lines = [line.replace(_PEOPLE, _COUNCIL) for line in scene.issuer_lines]
    scene.parent_lines, scene.parent = [], None
    scene.own = scene.own.replace(_PEOPLE, _COUNCIL)
    scene.code = _COUNCIL_CODE
    scene.collective = _COUNCIL if desk.odds(0.4) else None
    scene.units = [
        scene.own.replace(_COUNCIL, name) for name in (_PEOPLE, "Thường trực " + _COUNCIL, "các Ban của " + _COUNCIL)
    ]
    return scene


_COUNCIL_CODE = "HĐND"


def department(desk: Desk, old: bool) -> Scene:
    """Sở of a province."""
    where = area(desk, old=old)
    kind, name = where.province
    sector, code = desk.pick(
        [pair for pair in table("agencies")["departments"]["old" if old else "new"] if pair[0].startswith("Sở")]
    )
    units = [*table("agencies")["inside_department"], *(invented(desk) for _ in range(5))]
    issuer = f"{sector} {kind} {name}" if desk.odds(0.12) else sector
    groups = table("agencies")[f"province_collectives_{'old' if old else 'new'}"][:2] + [
        "các phòng chuyên môn, đơn vị trực thuộc Sở",
        "các đơn vị trực thuộc",
        "Trưởng các phòng thuộc Sở",
    ]
    people = desk.pick((_PEOPLE, "UBND"))
    return Scene(
        "department",
        where,
        dateline(kind, name),
        issuer,
        _wrapped(desk, issuer),
        "Sở",
        code,
        "Giám đốc",
        "Phó Giám đốc",
        units,
        groups,
        [f"{_PEOPLE} {kind.lower()}", _ministry_of(sector, old)],
        parent_lines=_two_lines(desk, people, f"{kind} {name}") if people == _PEOPLE else [f"UBND {kind} {name}"],
        parent=f"{_PEOPLE} {kind} {name}",
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
        [f"{_PEOPLE} {kind} {name}" if desk.odds(0.5) else f"UBND {kind} {name}"],
        f"{_PEOPLE} {kind} {name}",
    )
    scene.issuer, scene.issuer_lines = "Văn phòng", ["Văn phòng"]
    scene.own, scene.code = f"Văn phòng {_PEOPLE} {kind.lower()}", desk.pick(("VP", "VPUBND"))
    scene.head, scene.deputy = "Chánh Văn phòng", "Phó Chánh Văn phòng"
    return scene


def ministry(desk: Desk, old: bool) -> Scene:
    """Bộ."""
    where = area(desk, old=old)
    one = desk.pick(_ministries(old))
    units = [*one["units"], *_ministry_names(old), *(invented(desk) for _ in range(2))]
    groups = [
        f"{_PEOPLE} các tỉnh, thành phố trực thuộc trung ương",
        f"{_PEOPLE} các tỉnh, thành phố",
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
        for one in _ministries(old)
        for name in one["units"]
        if name.startswith("Cục ") and one["name"] == scene.issuer
    ]
    name = desk.pick(names) if names else "Cục " + desk.word("agencies", "made", "fields")
    scene.kind, scene.parent_lines, scene.parent = "bureau", [scene.issuer], scene.issuer
    scene.issuer, scene.issuer_lines, scene.own = name, _wrapped(desk, name), "Cục"
    scene.code, scene.head, scene.deputy = (
        "C" + "".join(word[0] for word in name.split()[1:] if word[0].isupper() or word[0].isalpha()).upper(),
        "Cục trưởng",
        "Phó Cục trưởng",
    )
    scene.units = [*table("agencies")["inside_office"][:5], *(invented(desk) for _ in range(4))]
    scene.above, scene.boss = [f"Bộ trưởng ({scene.parent})" if False else str(scene.parent)], "Cục trưởng"
    return scene


def government(desk: Desk, old: bool) -> Scene:
    """Chính phủ and Thủ tướng Chính phủ."""
    where = area(desk, old=old)
    first = desk.odds(0.5)
    name = "Chính phủ" if first else "Thủ tướng Chính phủ"
    groups = [
        "các bộ, cơ quan ngang bộ, cơ quan thuộc Chính phủ",
        f"{_PEOPLE} các tỉnh, thành phố trực thuộc trung ương",
        f"Chủ tịch {_PEOPLE} các tỉnh, thành phố trực thuộc trung ương",
        "các Bộ trưởng, Thủ trưởng cơ quan ngang bộ",
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
        [*_ministry_names(old), "Văn phòng Chính phủ", "Ngân hàng Nhà nước Việt Nam"],
        groups,
        ["Ban Bí thư Trung ương Đảng", "Ủy ban Thường vụ Quốc hội"],
        collective="Chính phủ" if first else None,
        scope="cả nước",
        boss="Thủ tướng Chính phủ",
    )


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
        + [f"{_PEOPLE} xã {unit(desk)}" for _ in range(3)]
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
        f"{_PEOPLE} {kind} {name}",
        _two_lines(desk, _PEOPLE, f"{kind} {name}"),
        f"{_PEOPLE} {kind}",
        "UBND",
        "Chủ tịch",
        "Phó Chủ tịch",
        units,
        groups,
        [f"{_PEOPLE} {where.province[0].lower()}", f"Thường trực {party}", f"Thường trực {_COUNCIL} {kind}"],
        collective=_PEOPLE,
        scope=f"{kind} {name}",
        boss=f"Chủ tịch {_PEOPLE} {kind}",
    )


def district_office(desk: Desk, old: bool) -> Scene:
    """Phòng of a district."""
    scene = district(desk, True)
    rooms = [name for name in table("agencies")["district"] if name.startswith("Phòng")]
    name = desk.pick(rooms)
    scene.kind, scene.parent, scene.collective = "district_office", scene.issuer, None
    scene.parent_lines = scene.issuer_lines if desk.odds(0.5) else [scene.issuer.replace(_PEOPLE, "UBND")]
    scene.above = [scene.own]
    scene.issuer, scene.issuer_lines, scene.own = name, _wrapped(desk, name), "Phòng"
    scene.code = (
        "P" * desk.odds(0.4)
        + "".join(
            word[0] for word in name.replace("Phòng ", "").replace(" và ", " ").replace(" - ", " ").split()
        ).upper()
    )
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
        f"{_PEOPLE} {where.district[0]}" if where.district else f"{_PEOPLE} {where.province[0].lower()}",
        "Thường trực Đảng ủy",
        f"Thường trực {_COUNCIL} {kind}",
    ]
    parents = [f"{_PEOPLE} {where.district[0]} {where.district[1]}"] if where.district and desk.odds(0.25) else []
    return Scene(
        "commune",
        where,
        name,
        f"{_PEOPLE} {kind} {name}",
        _two_lines(desk, _PEOPLE, f"{kind} {name}"),
        f"{_PEOPLE} {kind}",
        "UBND",
        "Chủ tịch",
        "Phó Chủ tịch",
        units,
        [one.replace(" xã", f" {kind}") for one in words["commune_collectives"]],
        above,
        collective=_PEOPLE,
        scope=f"{kind} {name}",
        boss=f"Chủ tịch {_PEOPLE} {kind}",
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
    scene.issuer, scene.issuer_lines, scene.own, scene.code = name, _wrapped(desk, name), name, code
    heads = {
        "Phòng": ("Trưởng phòng", "Phó Trưởng phòng"),
        "Trung": ("Giám đốc", "Phó Giám đốc"),
        "Ban": ("Trưởng ban", "Phó Trưởng ban"),
    }
    scene.head, scene.deputy = heads[name.split()[0]]
    scene.boss = scene.head
    return scene


def institution(desk: Desk, old: bool) -> Scene:
    """A school, a hospital, an enterprise or a centre; its name is made up."""
    where = area(desk, old=old)
    words = table("agencies")["made"]
    kind, place = where.province
    sort = desk.pick(("school", "hospital", "company", "centre", "centre"))
    named = person(desk).split(" ", 1)[1] if desk.odds(0.3) else unit(desk)
    heads = {
        "school": ("Hiệu trưởng", "Phó Hiệu trưởng"),
        "hospital": ("Giám đốc", "Phó Giám đốc"),
        "company": ("Tổng Giám đốc", "Phó Tổng Giám đốc"),
        "centre": ("Giám đốc", "Phó Giám đốc"),
    }
    if sort == "centre":
        name = f"{desk.pick(('Trung tâm', 'Viện', 'Ban Quản lý', 'Chi cục', 'Quỹ'))} {desk.drawn(words['fields'])}"
        heads["centre"] = {
            "Viện": ("Viện trưởng", "Phó Viện trưởng"),
            "Chi": ("Chi cục trưởng", "Phó Chi cục trưởng"),
            "Ban": ("Trưởng ban", "Phó Trưởng ban"),
        }.get(name.split()[0], heads["centre"])
    else:
        name = (
            f"{desk.drawn(words[{'school': 'schools', 'hospital': 'hospitals', 'company': 'companies'}[sort]])} {named}"
        )
    if sort == "school" and name.startswith("Trường Đại học"):
        name = f"Trường Đại học {desk.pick(('Nông Lâm', 'Kỹ thuật', 'Kinh tế', 'Sư phạm', 'Y khoa'))} {named}"
    parents = {
        "school": "Sở Giáo dục và Đào tạo",
        "hospital": "Sở Y tế",
        "centre": desk.pick(("Sở Nông nghiệp và Môi trường", "Sở Xây dựng", "Sở Văn hóa, Thể thao và Du lịch")),
    }
    parent = parents.get(sort)
    if parent and desk.odds(0.4):
        parent = f"{parent} {kind} {place}"
    code = "".join(word[0] for word in name.replace(" - ", " ").split() if word[0].isalpha()).upper()[:7]
    units = [*table("agencies")["inside_office"], *(invented(desk) for _ in range(3))]
    return Scene(
        sort,
        where,
        dateline(kind, place) if desk.odds(0.5) else where.commune[1],
        name,
        _wrapped(desk, name),
        {
            "school": "Nhà trường",
            "hospital": "Bệnh viện" if name.startswith("Bệnh") else "Trung tâm",
            "company": "Công ty",
            "centre": name.split()[0] if name.split()[0] in ("Viện", "Quỹ") else " ".join(name.split()[:2]),
        }[sort],
        code,
        *heads[sort],
        units,
        list(table("agencies")["inside_office_collectives"]),
        [parent or f"{_PEOPLE} {kind.lower()}"],
        parent_lines=[parent] if parent else [],
        parent=parent,
        scope=f"{kind} {place}",
        boss=heads[sort][0],
    )


def _province_units(desk: Desk, where: Area, old: bool) -> tuple[list[str], list[str]]:
    words = table("agencies")
    kind = where.province[0].lower()
    units = [pair[0] for pair in words["departments"]["old" if old else "new"]]
    units += [*words["others"], *(invented(desk) for _ in range(6))]
    low = f"huyện {unit(desk)}" if old else f"xã {unit(desk)}"
    units += [f"{_PEOPLE} {low}", f"{_PEOPLE} {'huyện' if old else 'phường'} {unit(desk)}"]
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


def _ministries(old: bool) -> list[dict]:  # type: ignore[type-arg]
    return [
        one
        for one in table("agencies")["ministries"]
        if (one.get("until") is None or old) and (one.get("since") is None or not old)
    ]


def _ministry_names(old: bool) -> tuple[str, ...]:
    return tuple(one["name"] for one in _ministries(old))


def _ministry_of(sector: str, old: bool) -> str:
    name = sector.replace("Sở", "Bộ", 1)
    return name if name in _ministry_names(old) else "Bộ Nội vụ"


def _two_lines(desk: Desk, upper: str, lower: str) -> list[str]:
    return [upper, lower] if desk.odds(0.75) else [f"{upper} {lower}"]


def _wrapped(desk: Desk, name: str) -> list[str]:
    """A long name as clerks break it in the head's left column."""
    if len(name) < 28 or desk.odds(0.3):
        return [name]
    words = name.split()
    middle = (
        max(range(2, len(words)), key=lambda at: -abs(len(" ".join(words[:at])) - len(name) / 2))
        if len(words) > 3
        else 1
    )
    while words[middle] in ("và", "-") or words[middle - 1] == "-":
        middle += 1
    return [" ".join(words[:middle]), " ".join(words[middle:])]


MAKERS: dict[str, Callable[[Desk, bool], Scene]] = {
    "province": province,
    "chairman": chairman,
    "council": council,
    "department": department,
    "office": office,
    "ministry": ministry,
    "bureau": bureau,
    "government": government,
    "district": district,
    "district_office": district_office,
    "commune": commune,
    "commune_office": commune_office,
    "institution": institution,
}
"""State issuers by name."""
