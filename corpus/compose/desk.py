"""Where one document is written: its chance, the split's pools, the blocks so far and the gold that they bear."""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from typing import Any, TypeVar

from corpus.compose.pools import belongs, share, table
from corpus.compose.rich import Rich, joined, plain
from corpus.manuscript import Block, Role

T = TypeVar("T")


class Desk:
    """A document in the writing. ``part`` is what citations and assignments belong to (main or attachment)."""

    def __init__(self, split: str, chance: random.Random) -> None:
        self.split = split
        self.chance = chance
        self.blocks: list[Block] = []
        self.assignments: list[dict[str, Any]] = []
        self.citations: list[dict[str, Any]] = []
        self.gold: dict[str, Any] = {}
        self.traits: set[str] = set()
        self.part = "main"
        self.used: set[str] = set()

    def pick(self, items: Sequence[T]) -> T:
        """One of the items."""
        return self.chance.choice(items)

    def odds(self, share: float) -> bool:
        """True in this share of cases."""
        return self.chance.random() < share

    def drawn(self, items: Iterable[str], *, fresh: bool = True) -> str:
        """One of the split's part of a pool; ``fresh``: one that this document has not had, while there are any."""
        mine = share(tuple(items), self.split)
        left = [item for item in mine if item not in self.used] if fresh else []
        chosen = self.chance.choice(left or mine)
        if fresh:
            self.used.add(chosen)
        return chosen

    def word(self, name: str, *keys: str, fresh: bool = True) -> str:
        """One of the split's part of a pool of a data file."""
        found: Any = table(name)
        for key in keys:
            found = found[key]
        return self.drawn(found, fresh=fresh)

    def made(self, first: Sequence[str], second: Sequence[str], between: str = " ") -> str:
        """A made-up name of two parts that is the split's."""
        while True:
            one, two = self.chance.choice(first), self.chance.choice(second)
            name = f"{one}{between}{two}"
            if one != two and belongs(name, self.split):
                return name

    def add(
        self,
        role: Role,
        *parts: str | Rich,
        marker: str | None = None,
        level: int = 0,
        column: int = 0,
        rows: tuple[tuple[Rich, ...], ...] = (),
    ) -> None:
        """A block at the end."""
        self.blocks.append(Block(role, joined(list(parts)), marker, level, column, rows))

    def assign(self, **values: Any) -> str:
        """A new assignment in the gold; returns its label."""
        self.assignments.append(
            {
                "text": "",
                "assignees": [],
                "coordinators": [],
                "deadlines": [],
                "recurrence": None,
                **values,
                "part": self.part,
            }
        )
        return f"assignments.{len(self.assignments) - 1}"

    def cite(self, **values: Any) -> str:
        """A new citation in the gold; returns its label."""
        keys = {
            "text": "",
            "type": None,
            "number": None,
            "date": None,
            "issuer": None,
            "title": None,
            "relation": "refers",
            "pinpoint": None,
        }
        self.citations.append({**keys, "refers_back": False, **values, "part": self.part})
        return f"citations.{len(self.citations) - 1}"

    def set_text(self, label: str, text: Rich) -> None:
        """The printed text of an assignment or citation, once it is known."""
        kind, at = label.split(".")
        (self.assignments if kind == "assignments" else self.citations)[int(at)]["text"] = plain(text).strip(" .;")
