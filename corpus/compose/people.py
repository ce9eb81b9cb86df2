"""People who sign and are named."""

from __future__ import annotations

from corpus.compose.desk import Desk
from corpus.compose.pools import belongs, table


def person(desk: Desk) -> str:
    """A person's name that no other split draws."""
    words = table("people")
    if desk.odds(0.1):
        return desk.word("people", "whole")
    while True:
        kind = desk.pick(("men", "women"))
        middle = desk.pick(words[f"{kind}_middle"]) if desk.odds(0.95) else ""
        name = " ".join(part for part in (desk.pick(words["families"]), middle, desk.pick(words[kind])) if part)
        if belongs(name, desk.split):
            return name
