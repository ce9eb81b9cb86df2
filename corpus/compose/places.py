"""The area that a document's issuer answers for."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.compose.desk import Desk
from corpus.compose.pools import table


@dataclass(frozen=True, slots=True)
class Area:
    """A province with a district and a commune of it; each is ``(kind, name)``; no district after 30/6/2025."""

    province: tuple[str, str]
    district: tuple[str, str] | None
    commune: tuple[str, str]


def area(desk: Desk, *, old: bool) -> Area:
    """An area as it stood before (``old``) or after 1 July 2025; a third of the provinces are made up."""
    words = table("places")
    pool = words["made_provinces"] if desk.odds(0.35) else words["old_provinces" if old else "new_provinces"]
    kind, name = _parted(desk.drawn(pool, fresh=False))
    district = (desk.pick(("huyện", "huyện", "thị xã", "thành phố", "quận")), unit(desk)) if old else None
    communes = ("xã", "xã", "xã", "phường") if district is None or district[0] != "huyện" else ("xã", "xã", "thị trấn")
    commune = (desk.pick(communes), unit(desk))
    if district is None and desk.odds(0.03):
        commune = ("đặc khu", commune[1])
    return Area((kind, name), district, commune)


def unit(desk: Desk) -> str:
    """A made-up name of a district or commune."""
    words = table("places")
    if desk.odds(0.15):
        return desk.made(words["other_first"], words["other_second"])
    return desk.made(words["first"], words["second"])


def _parted(whole: str) -> tuple[str, str]:
    for kind in ("thành phố", "Thành phố", "tỉnh"):
        if whole.startswith(kind + " "):
            return kind, whole[len(kind) + 1 :]
    raise ValueError(whole)


def dateline(kind: str, name: str) -> str:
    """The place before the date; Hồ Chí Minh keeps its kind (NĐ 30/2020 PL I.II.4.a)."""
    return f"{kind.capitalize()} {name}" if name == "Hồ Chí Minh" else name
