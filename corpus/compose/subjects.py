"""What documents are about."""

from __future__ import annotations

import datetime as dt

from corpus.compose.desk import Desk
from corpus.compose.pools import table
from corpus.compose.scene import Scene


def topic(desk: Desk) -> str:
    """A matter that the document has not named yet."""
    return desk.drawn([name for group in table("topics")["topics"] for name in group["of"]])


def subject(desk: Desk, scene: Scene, code: str, matter: str, issued: dt.date) -> str:
    """The trích yếu for a type."""
    titles = table("titles")
    opening = desk.drawn(titles[code], fresh=False)
    tail = desk.drawn(titles["tails"], fresh=False) if desk.odds(0.75) else ""
    year = issued.year + (issued.month > 10)
    text = (opening + tail).replace("{Topic}", matter[0].upper() + matter[1:]).replace("{topic}", matter)
    return (
        text.replace("{year}", str(year))
        .replace("{later}", str(year + 5))
        .replace("{area}", scene.scope)
        .replace("{boss}", scene.boss)
        .replace("{small}", str(desk.chance.randint(1, 3)))
        .replace("{quarter}", desk.pick(("I", "II", "III", "IV")))
    )
