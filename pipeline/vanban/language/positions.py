"""Chức vụ and quyền hạn of signers: ``KT. CHỦ TỊCH`` / ``PHÓ CHỦ TỊCH`` taken apart (NĐ 30/2020 PL I.II.7)."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from vanban.language.agencies import written_out
from vanban.language.syllables import is_syllable
from vanban.language.text import plain, squeeze
from vanban.record import Capacity

_AREAS = ("xã", "phường", "huyện", "quận", "tỉnh")
"""``TRƯỞNG CÔNG AN XÃ``: whose head it is, in one word."""
_CODE = re.compile(r"[A-ZĐ&]{2,12}|\d{1,4}")


@dataclass(slots=True)
class Rung:
    """One step of a signing chain: ``KT. CHỦ TỊCH`` has a capacity and a title, ``TM. ỦY BAN NHÂN DÂN`` a unit.

    ``title`` is in normal form (``Phó Chủ tịch``); ``rest`` is what follows it on the line, as printed.
    """

    capacity: Capacity | None = None
    title: str | None = None
    rest: str = ""
    start: int = 0
    end: int = 0

    @property
    def unit(self) -> str | None:
        """What follows the title or the capacity, as an agency's name; ``None`` when it is damage or an echo."""
        if plain(self.title or "").endswith(plain(self.rest)):
            return None
        words = self.rest.replace("-", " ").split()
        if len(words) == 1 and self.title and words[0].casefold() in _AREAS:
            return words[0].casefold()
        if len(words) < 2 or not all(is_syllable(w.strip(",.")) or _CODE.fullmatch(w.strip(",.")) for w in words):
            return None
        return written_out(self.rest)

    @property
    def whole(self) -> str | None:
        """Title with its unit: ``Giám đốc Sở Nội vụ``."""
        if self.title is None:
            return None
        return f"{self.title} {self.unit}" if self.unit else self.title


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads(files("vanban.language").joinpath("data/positions.toml").read_text("utf-8"))


@cache
def deputies() -> dict[str, str]:
    """Deputy = head: ``Thứ trưởng`` = ``Bộ trưởng``."""
    return {deputy: head for head, names in _data()["heads"].items() for deputy in names}


def leads(title: str) -> str | None:
    """The kind of agency that a head leads: ``Chủ tịch`` = ``Ủy ban nhân dân``."""
    found: str | None = _data()["leads"].get(title)
    return found


@cache
def _grammar() -> tuple[re.Pattern[str], dict[str, str]]:
    """Pattern of one capacity and title over :func:`~vanban.language.text.plain` text, and titles by key."""
    heads = _data()["heads"]
    titles = {*heads, *(name for names in heads.values() for name in names)}
    by_key = {re.sub(r"\W", "", plain(title)): title for title in titles}
    spelt = sorted(titles, key=len, reverse=True)
    title = "|".join(_guard(name) + r"[ \n.,'-]*".join(re.findall(r"\w+", plain(name))) for name in spelt)
    opening = "|".join(sorted({plain(name).split()[0] for name in titles}))
    written = {plain(form): name for name, forms in _data()["capacities"].items() for form in forms}
    forms = sorted(written, key=len, reverse=True)
    capacity = "|".join(r"\s*".join(re.escape(c) for c in form.replace(" ", "")) for form in forms)
    by_key |= {"~" + re.sub(r"\s", "", form): name for form, name in written.items()}
    agency = (
        r"uy\s+ban|ban\s|hoi\s+dong|(?:dang|tinh|huyen|thanh|quan|thi|bo|chi|doan)\s|chinh\s+phu|bch|btv|ub|hd|quoc"
    )
    pattern = (
        rf"(?<![\w/])(?:(?P<capacity>{capacity})(?:\s*[.,:;/]+\s*|\s+(?=(?:{opening}|{agency})))(?:(?P<held>{title})(?!\w))?"
        rf"|(?P<title>{title})(?!\w))"
    )
    return re.compile(pattern), by_key


def _guard(name: str) -> str:
    """``BAN BÍ THƯ`` is a body, and its last words no title."""
    return "(?<!ban )" if name.startswith("Bí thư") else ""


def chain(text: str) -> list[Rung]:
    """The rungs of a signing chain in printed order; ``\\n`` in ``text`` stands between lines."""
    pattern, by_key = _grammar()
    rungs: list[Rung] = []
    at = 0
    small = plain(text)
    for match in pattern.finditer(small):
        if rungs:
            _close(rungs[-1], text, at, match.start())
        title = match["held"] or match["title"]
        capacity = match["capacity"]
        if rungs and title and not capacity and rungs[-1].title and plain(rungs[-1].rest).endswith("kiem"):
            _hold_both(rungs[-1], by_key[re.sub(r"\W", "", title)])
            rungs[-1].end = at = match.end()
            continue
        if capacity and not text[match.start() : match.end("capacity")].isupper():
            continue
        rungs.append(
            Rung(
                capacity=_capacity(by_key[_key(capacity)]) if capacity else None,
                title=by_key[re.sub(r"\W", "", title)] if title else None,
                start=match.start(),
                end=match.end(),
            )
        )
        at = match.end()
    if rungs:
        _close(rungs[-1], text, at, len(text))
    return rungs


def _hold_both(rung: Rung, second: str) -> None:
    """Two offices of one person: ``CHỦ TỊCH HỘI ĐỒNG THÀNH VIÊN KIÊM TỔNG GIÁM ĐỐC``."""
    rung.rest = rung.rest[: -len("kiêm")].strip(" ,-")
    rung.title, rung.rest = f"{rung.whole} kiêm {second}", ""


def _key(capacity: str) -> str:
    return "~" + re.sub(r"\s", "", capacity)


def _capacity(name: str) -> Capacity:
    names: dict[str, Capacity] = {"TM": "TM", "KT": "KT", "TL": "TL", "TUQ": "TUQ", "Q": "Q"}
    return names[name]


def _close(rung: Rung, text: str, start: int, end: int) -> None:
    rest = squeeze(text[start:end].replace("\n", " ")).strip(" .,;:-*|_/")
    rung.rest = rest
    rung.end = start + len(text[start:end].rstrip()) if rest else rung.end
