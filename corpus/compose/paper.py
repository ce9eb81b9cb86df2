"""One document in the writing: its desk, its issuer, its matter and its habits."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field

from corpus.compose.dates import words
from corpus.compose.desk import Desk
from corpus.compose.pools import table
from corpus.compose.rich import Rich, labelled, say
from corpus.compose.scene import Scene
from corpus.compose.units import Shortening, listed


@dataclass(slots=True)
class Paper:
    """What every part of a document needs to know. ``code`` and ``name`` are the type's (``KH``, ``Kế hoạch``).

    ``meeting`` is the day that a notice reports, ``child`` what a decision issues; ``after`` writes what stands behind.
    """

    desk: Desk
    scene: Scene
    form: str
    code: str
    name: str
    matter: str
    issued: dt.date
    habit: Shortening
    subject: str = ""
    meeting: str = ""
    child: str = ""
    after: list[Callable[[Paper], None]] = field(default_factory=list)

    @property
    def year(self) -> int:
        """The year that the document's work is planned for."""
        return self.issued.year + (self.issued.month > 10)

    def own(self) -> str:
        """The issuer as the body names it."""
        return self.habit.of(self.scene.own)

    def above(self) -> str:
        """Whom the work is reported to, as printed."""
        return self.habit.of(self.desk.pick((self.scene.own, self.scene.own, self.scene.above[0])))

    def filled(self, template: str) -> str:
        """A template of plain slots filled from the document."""
        own = self.own()
        values = {
            "{topic}": self.matter,
            "{own}": own,
            "{Own}": own[:1].upper() + own[1:],
            "{boss}": self.habit.of(self.scene.boss),
            "{above}": self.habit.of(self.scene.above[0]),
            "{doc}": self.name,
            "{today}": words(self.issued),
            "{day}": self.meeting,
            "{area}": self.scene.scope,
            "{year}": str(self.year),
            "{percent}": str(self.desk.chance.randint(11, 98)),
            "{small}": str(self.desk.chance.randint(2, 9)),
        }
        for slot, value in values.items():
            template = template.replace(slot, value)
        return template

    def turn(self, key: str) -> str:
        """A filled turn of ``phrases.toml``, of the split's part."""
        return self.filled(self.desk.word("phrases", key, fresh=False))

    def said(self, *keys: str) -> str:
        """A filled sentence of the split's part of a pool of ``tasks.toml``."""
        return self.filled(self.desk.word("tasks", *keys))

    def actors(self, most: int = 3, *, groups: float = 0.3) -> list[str]:
        """Long names of one to ``most`` units; a collective comes last."""
        desk, scene = self.desk, self.scene
        count = desk.pick((1, 1, 1, 1, 1, 2, 2, 3))
        names = desk.chance.sample(scene.units, min(count, most, len(scene.units)))
        if desk.odds(groups):
            names = (
                [*names[:-1], desk.pick(scene.collectives)]
                if desk.odds(0.6)
                else [*names[: most - 1], desk.pick(scene.collectives)]
            )
        return list(dict.fromkeys(names))

    def partners(self, but: list[str]) -> list[str]:
        """Long names of those to be worked with, other than the leaders."""
        desk = self.desk
        names = [name for name in self.actors(3, groups=0.1) if name not in but]
        if desk.odds(0.45) or not names:
            names = [*names[:2], desk.drawn(table("sentences")["groups"]["collectives"], fresh=False)]
        return names

    def names(self, names: list[str], path: str, last: str = " và ") -> Rich:
        """The names printed as a list, each labelled ``path.N`` (``assignments.2.assignees.0``)."""
        return listed(
            [labelled(say(self.habit.of(name)), *[f"{path}.{at}"] if path else []) for at, name in enumerate(names)],
            last,
        )
