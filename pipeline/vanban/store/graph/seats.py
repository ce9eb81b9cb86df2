"""Where a body sits (``huyen phu vang``): what tells apart documents of one number, which every place counts anew."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from vanban.record import Record
from vanban.store.terms import exact, plain, words

_MOST_WORDS = 5
"""Words in the name of a place."""

_CLAUSE = re.compile(r"[,;()]")


@dataclass(frozen=True, slots=True)
class _Data:
    units: re.Pattern[str]
    ends: re.Pattern[str]
    committees: re.Pattern[str]
    unit_of: dict[str, str]
    heads: re.Pattern[str]
    alone: re.Pattern[str]
    central: re.Pattern[str]
    level: dict[str, tuple[str, ...]]


@lru_cache(maxsize=65_536)
def units(name: str) -> tuple[str, ...]:
    """The administrative units in a name, in order: ``huyen phu vang``; a unit's word alone (``tinh``) names none."""
    data = _data()
    found: list[str] = []
    for clause in _CLAUSE.split(name):
        said = data.committees.sub(lambda match: data.unit_of[match[1]], " ".join(map(exact, words(clause))))
        marks = list(data.units.finditer(said))
        for at, mark in enumerate(marks):
            until = marks[at + 1].start() if at + 1 < len(marks) else len(said)
            called = data.ends.split(said[mark.end() : until])[0].split()[:_MOST_WORDS]
            found.append(plain(" ".join([mark[1], *called])))
    return tuple(found)


def seat(name: str | None, near: Sequence[str]) -> str | None:
    """Where the body of this name sits: the place it names, or the one ``near`` of its kind; ``None``: not told.

    ``near`` are the units around who speaks, the narrowest first. A body that is alone of its name sits in itself.
    """
    if not name:
        return None
    data = _data()
    found = units(name)
    if named := next((unit for unit in found if unit not in _kinds()), None):
        return named
    if found:
        return next((unit for unit in near if unit.startswith(f"{found[0]} ")), None)
    said = data.heads.sub("", " ".join(map(exact, words(_CLAUSE.split(name)[0]))))
    for first, kinds in data.level.items():
        if said.startswith(f"{first} "):
            return next((unit for unit in reversed(near) if unit.startswith(tuple(f"{kind} " for kind in kinds))), None)
    if data.alone.match(said) or data.central.search(said) or not near:
        return plain(said) or None
    return near[0]


@lru_cache(maxsize=65_536)
def body(issuer: str) -> str:
    """An issuer for comparing: folded, and the body instead of its head (``Bộ trưởng Bộ Y tế``: ``bo y te``)."""
    return plain(_data().heads.sub("", " ".join(map(exact, words(issuer)))))


def around(record: Record) -> tuple[str, ...]:
    """The units around who issued a document, the narrowest first, as its head tells them."""
    issuer = record.issuer
    if issuer is None:
        return ()
    area = issuer.jurisdiction.name if issuer.jurisdiction else ""
    return tuple(dict.fromkeys(_named(units(name) for name in (issuer.name, area, issuer.parent or ""))))


def seat_of(record: Record) -> str | None:
    """Where the issuer of a document sits."""
    return seat(record.issuer.name, around(record)) if record.issuer else None


def _named(found: Iterable[Sequence[str]]) -> Iterable[str]:
    return (unit for some in found for unit in some if unit not in _kinds())


@cache
def _kinds() -> frozenset[str]:
    return frozenset(map(plain, _raw()["units"]))


@cache
def _raw() -> dict[str, Any]:
    return tomllib.loads(files("vanban.language").joinpath("data/seats.toml").read_text("utf-8"))


@cache
def _data() -> _Data:
    raw = _raw()
    not_units = "|".join(_spelt(item) for item in raw["not_units"])
    committees = {_spelt(name): _spelt(unit) for name, unit in raw["committees"].items()}
    return _Data(
        units=re.compile(rf"(?<!\S)(?!(?:{not_units})(?!\S))({_any(raw['units'])})(?!\S)"),
        ends=re.compile(rf"(?<!\S)(?:{_any(raw['ends'])})(?!\S)"),
        committees=re.compile(rf"(?<!\S)({_any(committees)})(?!\S)"),
        unit_of=committees,
        heads=re.compile(rf"\A(?:{_any(raw['heads'])})\s+(?=\w)"),
        alone=re.compile(rf"(?:{_any(raw['alone'])})(?!\S)"),
        central=re.compile(rf"(?<!\S)(?:{_any(raw['central'])})(?!\S)"),
        level={_spelt(name): tuple(map(plain, kinds)) for name, kinds in raw["level"].items()},
    )


def _spelt(text: str) -> str:
    return " ".join(map(exact, words(text)))


def _any(items: Iterable[str]) -> str:
    return "|".join(sorted(map(_spelt, items), key=len, reverse=True))
