"""What a question may ask: relations of the contract, days, rows and caps that are none are refused."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, get_args

from vanban.errors import UsageError
from vanban.messages import Worded
from vanban.record import Relation
from vanban.store import edtf

RELATIONS: Final[tuple[str, ...]] = get_args(Relation)


def relations(names: Sequence[str]) -> None:
    """Refuse a relation that the contract does not know."""
    for name in names:
        if name not in RELATIONS:
            raise UsageError(reason=Worded("reason.relation", name=name, names=", ".join(RELATIONS)))


def day(name: str, value: str | None) -> None:
    """Refuse what is no day, month or year, in EDTF or as people type it."""
    if value is not None and edtf.typed(value) is None:
        raise UsageError(reason=Worded("reason.not_a_day", option=name, value=value))


def rows(limit: int | None, offset: int) -> None:
    """Refuse fewer rows than none."""
    if (limit is not None and limit < 0) or offset < 0:
        raise UsageError(reason=Worded("reason.graph_rows"))


def caps(*, depth: int | None = None, nodes: int | None = None) -> None:
    """Refuse a walk without a step or a document."""
    if any(value is not None and value < 1 for value in (depth, nodes)):
        raise UsageError(reason=Worded("reason.graph_caps"))
