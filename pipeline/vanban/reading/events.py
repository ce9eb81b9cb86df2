"""What a parser tells while it works, in the same shapes in this process and over a child's pipe."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from vanban.errors import VanbanError
from vanban.reading.document import Page
from vanban.record import Signature
from vanban.settings import Settings

Param = str | int | float | None


@dataclass(slots=True)
class Opened:
    """The file is open and holds so many pages."""

    page_count: int
    kind: Literal["opened"] = "opened"


@dataclass(slots=True)
class Started:
    """Work on this page has begun: if the parser hangs or dies now, this page is to blame.

    ``ocr``: it is being read from its image, beside others; else it is parsed alone.
    """

    page: int
    ocr: bool = False
    kind: Literal["started"] = "started"


@dataclass(slots=True)
class Read:
    """A page is done."""

    page: Page
    kind: Literal["read"] = "read"


@dataclass(slots=True)
class Signed:
    """The digital signatures of the file."""

    signatures: list[Signature]
    kind: Literal["signed"] = "signed"


@dataclass(slots=True)
class Trouble:
    """A failure by its code; ``fatal`` ends the file, else it costs the page that ``params`` name."""

    code: str
    params: dict[str, Param] = field(default_factory=dict)
    fatal: bool = False
    kind: Literal["trouble"] = "trouble"

    @classmethod
    def of(cls, error: VanbanError, *, page: int | None = None, fatal: bool = False) -> Trouble:
        """The trouble that ``error`` tells; params that are no plain values become text."""
        params = {k: v if isinstance(v, str | int | float) or v is None else str(v) for k, v in error.params.items()}
        if page is not None:
            params.setdefault("page", page)
        return cls(error.code, params, fatal)

    def error(self, path: str) -> VanbanError:
        """The error again, of its own class, naming the file."""
        params = {**self.params, "path": path}
        return _classes().get(self.code, VanbanError)(**params)


Event = Opened | Started | Read | Signed | Trouble


@dataclass(frozen=True, slots=True)
class Task:
    """One file to parse. ``skip`` names pages that are done or have cost a parser its life.

    ``apart`` runs the recogniser as a program of its own, which cannot take the parser with it when it dies.
    """

    path: Path
    media_type: str
    settings: Settings
    ocr: bool = True
    skip: Collection[int] = frozenset()
    apart: bool = False
    started: Callable[[int], None] = lambda page: None


Parser = Callable[[Task], Iterator[Event]]


def _classes() -> dict[str, type[VanbanError]]:
    found: dict[str, type[VanbanError]] = {}
    waiting: list[type[VanbanError]] = [VanbanError]
    while waiting:
        one = waiting.pop()
        found.setdefault(one.code, one)
        waiting.extend(one.__subclasses__())
    return found
