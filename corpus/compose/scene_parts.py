"""What issuers of several levels share."""

from __future__ import annotations

from typing import Any

from corpus.compose.desk import Desk
from corpus.compose.pools import table

PEOPLE = "Ủy ban nhân dân"
COUNCIL = "Hội đồng nhân dân"


def two_lines(desk: Desk, upper: str, lower: str) -> list[str]:
    """A body's name on two lines, its place on the second, or on one."""
    return [upper, lower] if desk.odds(0.75) else [f"{upper} {lower}"]


def wrapped(desk: Desk, name: str) -> list[str]:
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


def ministries(old: bool) -> list[dict[str, Any]]:
    """The ministries of the time."""
    return [
        one
        for one in table("agencies")["ministries"]
        if (one.get("until") is None or old) and (one.get("since") is None or not old)
    ]


def ministry_names(old: bool) -> tuple[str, ...]:
    """Their names."""
    return tuple(one["name"] for one in ministries(old))


def ministry_of(sector: str, old: bool) -> str:
    """The ministry above a department."""
    name = sector.replace("Sở", "Bộ", 1)
    return name if name in ministry_names(old) else "Bộ Nội vụ"
