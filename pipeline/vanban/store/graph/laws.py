"""Laws cited by name: the number and day that go with a name and a year, from ``known_laws.toml``."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from vanban.store.terms import number_key, plain


@dataclass(frozen=True, slots=True)
class Law:
    """A law, code or ordinance as it was passed."""

    type: str
    title: str
    number: str
    date: str


def known_law(type_: str, title: str, date: str | None, cited_on: str | None) -> Law | None:
    """The law of this name: of the year or day cited, else the newest that had been passed by ``cited_on``.

    ``None`` where no law of that name is known, or the date fits none of them, or nothing tells them apart.
    """
    named = _table().get(plain(f"{type_} {title}"), [])
    if date:
        return next((law for law in named if law.date.startswith(date[: len(law.date)])), None)
    if cited_on:
        return max((law for law in named if law.date <= cited_on), key=lambda law: law.date, default=None)
    return named[0] if len(named) == 1 else None


def law_of_number(key: str) -> Law | None:
    """The law of a number, as :func:`~vanban.store.terms.number_key` has it."""
    return _numbers().get(key)


@cache
def _numbers() -> dict[str, Law]:
    return {number_key(law.number): law for laws in _table().values() for law in laws}


@cache
def _table() -> dict[str, list[Law]]:
    data = tomllib.loads(files("vanban.language").joinpath("data/known_laws.toml").read_text("utf-8"))
    table: dict[str, list[Law]] = defaultdict(list)
    for item in data["laws"]:
        law = Law(item["type"], item["name"], item["number"], item["date"])
        table[plain(f"{law.type} {law.title}")].append(law)
    return dict(table)
