"""Schools, hospitals, enterprises and centres; their names are made up."""

from __future__ import annotations

from corpus.compose.desk import Desk
from corpus.compose.people import person
from corpus.compose.places import area, dateline, unit
from corpus.compose.pools import table
from corpus.compose.scene import Scene
from corpus.compose.scene_parts import PEOPLE, wrapped
from corpus.compose.units import initials, invented


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
    code = initials(word for word in name.replace(" - ", " ").split() if word[0].isalpha())[:7]
    units = [*table("agencies")["inside_office"], *(invented(desk) for _ in range(3))]
    return Scene(
        sort,
        where,
        dateline(kind, place) if desk.odds(0.5) else where.commune[1],
        name,
        wrapped(desk, name),
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
        [parent or f"{PEOPLE} {kind.lower()}"],
        parent_lines=[parent] if parent else [],
        parent=parent,
        scope=f"{kind} {place}",
        boss=heads[sort][0],
    )
