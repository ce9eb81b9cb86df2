"""Đơn vị hành chính: provinces and districts as documents name them, and who holds their area now."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

from vanban.language.text import fold, same_tone, squeeze
from vanban.record import Jurisdiction, Level

LEVELS: dict[str, Level] = {
    "tỉnh": "province",
    "thành phố": "district",
    "quận": "district",
    "huyện": "district",
    "thị xã": "district",
    "xã": "commune",
    "phường": "commune",
    "thị trấn": "commune",
    "đặc khu": "commune",
}
"""Kind of unit = level; a thành phố is one of the districts unless it is :func:`a city under the centre <province>`."""


@dataclass(slots=True, frozen=True)
class Unit:
    """A unit: kind (``huyện``), name (``Đam Rông``), level, and the province of 30/6/2025 that held it."""

    kind: str
    name: str
    level: Level
    province: str | None = None

    @property
    def full(self) -> str:
        """``huyện Đam Rông``."""
        return f"{self.kind} {self.name}"


@cache
def _provinces() -> dict[str, Any]:
    return tomllib.loads(files("vanban.language").joinpath("data/provinces.toml").read_text("utf-8"))


@cache
def _districts() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads(files("vanban.language").joinpath("data/districts.toml").read_text("utf-8"))


def place_key(text: str) -> str:
    """Comparison key of a place: no marks, case, white space or dashes."""
    return re.sub(r"[\W_]", "", fold(text))


def _tone_key(text: str) -> str:
    return re.sub(r"[\W_]", "", same_tone(squeeze(text).casefold()))


@cache
def _province_names() -> dict[str, str]:
    """Name (marks kept, white space dropped) → province of 30/6/2025, or the name itself for one of today."""
    data = _provinces()
    found = {_tone_key(old): old for olds in data["formed_from"].values() for old in olds}
    return found | {_tone_key(name): old for name, old in data["former"].items()}


@cache
def _spellings() -> dict[str, str]:
    """Name without marks and white space → the one way it is spelt, for provinces and districts."""
    data, twice = _provinces(), set[str]()
    found: dict[str, str] = {}
    names = [old for olds in data["formed_from"].values() for old in olds] + ["Huế"]
    names += [name for kinds in _districts().values() for group in kinds.values() for name in group]
    for name in names:
        if found.setdefault(place_key(name), name) != name:
            twice.add(place_key(name))
    return {key: name for key, name in found.items() if key not in twice and not name.isdigit()}


def respelt(name: str) -> str | None:
    """A known province or district behind damaged spelling (``Qu ả ng Trị``); ``None`` when it is not known."""
    return _spellings().get(place_key(name))


def province(name: str) -> str | None:
    """The province of 30/6/2025 that a name means (``Kiên Giang``, ``Hà Tây`` → ``Hà Nội``), or ``None``."""
    return _province_names().get(_tone_key(name))


@cache
def _holders() -> dict[str, str]:
    return {old: new for new, olds in _provinces()["formed_from"].items() for old in olds}


def current(old_province: str, on: date | None = None) -> str:
    """The unit that holds a province of 30/6/2025 since then, as it is called on a day (by default the last known).

    ``Kiên Giang`` → ``tỉnh An Giang``; ``Thừa Thiên Huế`` → ``thành phố Huế``.
    """
    name = _holders()[old_province]
    since = _provinces()["cities"].get(name)
    city = since is not None and (on is None or on >= since)
    return titled("thành phố" if city else "tỉnh", name)


def titled(kind: str, name: str) -> str:
    """Kind and name; ``Thành phố Hồ Chí Minh`` has its capital (NĐ 30/2020 PL II.III.1)."""
    return f"{kind.capitalize() if name == 'Hồ Chí Minh' else kind} {name}"


@cache
def _district_index() -> dict[tuple[str, str], list[str]]:
    index: dict[tuple[str, str], list[str]] = {}
    for holder, kinds in _districts().items():
        for kind, names in kinds.items():
            for name in names:
                index.setdefault((kind, _tone_key(name)), []).append(holder)
    return index


def district_provinces(kind: str, name: str) -> list[str]:
    """The provinces of 30/6/2025 with a district of that kind and name (``huyện Châu Thành`` stands in many)."""
    return _district_index().get((kind, _tone_key(name)), [])


@cache
def _districts_by_name() -> dict[str, list[tuple[str, str]]]:
    index: dict[str, list[tuple[str, str]]] = {}
    for holder, kinds in _districts().items():
        for kind, names in kinds.items():
            for name in names:
                index.setdefault(_tone_key(name), []).append((kind, holder))
    return index


def only_district(name: str) -> Unit | None:
    """The one district of that name in the country (``Đam Rông``), ``None`` when there are none or several."""
    found = _districts_by_name().get(_tone_key(name), [])
    return Unit(found[0][0], name, "district", found[0][1]) if len(found) == 1 else None


def unit(kind: str, name: str, near: str | None = None) -> Unit:
    """The unit of that kind and name; ``near`` is a province that the page names and decides between several."""
    kind = kind.casefold()
    if kind == "tỉnh" or (kind == "thành phố" and is_central_city(name)):
        return Unit(kind, name, "province", province(name))
    level = LEVELS.get(kind, "commune")
    holders = district_provinces(kind, name) if level == "district" else []
    known = province(near) if near else None
    holder = known if known and (not holders or known in holders) else holders[0] if len(holders) == 1 else None
    return Unit(kind, name, level, holder)


def is_central_city(name: str) -> bool:
    """Whether a thành phố of that name is, or has become, a city under the centre and not one of a province."""
    key = _tone_key(name)
    return any(_tone_key(city) == key for city in _provinces()["cities"] if city not in ("Bắc Ninh",))


def jurisdiction(place: Unit, district: Unit | None = None) -> Jurisdiction:
    """The area as it was then and the unit that holds it since 1 July 2025 (NQ 202/2025/QH15).

    A commune whose ``district`` is known has its present commune; everything else has its present province.
    """
    holder = (district or place).province
    if place.level == "province" or holder is None:
        return Jurisdiction(name=titled(place.kind, place.name), current=current(holder) if holder else None)
    over = titled("thành phố" if is_central_city(holder) else "tỉnh", holder)
    if place.level == "commune" and district is not None:
        name = f"{place.full}, {district.full}, {over}"
        return Jurisdiction(name=name, current=current_commune(name) or current(holder))
    return Jurisdiction(name=f"{place.full}, {over}", current=current(holder))


@cache
def current_commune(address: str) -> str | None:
    """The commune that holds ``xã …, huyện …, tỉnh …`` since 1 July 2025, by underthesea's conversion table.

    ``None`` when the commune is not known or was divided among several, so that its papers may belong to any.
    """
    from underthesea import convert_address

    found = convert_address(address.replace("tỉnh Thừa Thiên Huế", "thành phố Huế"))
    if not found.new.ward or (found.mapping_type and found.mapping_type.name == "DIVIDED"):
        return None
    commune, _, holder = found.converted.partition(", ")
    return f"{commune[0].lower()}{commune[1:]}, {holder[0].lower()}{holder[1:]}"


@cache
def known_names() -> tuple[str, ...]:
    """Provinces and districts whose spelling is certain from their letters alone."""
    return tuple(sorted(_spellings().values()))


def known_place(text: str) -> str | None:
    """A province (of any time) or district by its name with marks, any letter case; ``None`` when it is none."""
    key = _tone_key(text)
    if key in _province_names() or key in _districts_by_name():
        return respelt(text) or " ".join(word.capitalize() for word in text.split())
    return None
