"""What full-text search is, whichever engine does it: fields and their weights, phrases, and what an index must do.

No engine folds ``đ`` as people type it, so each field is indexed twice, in its exact and in its folded words
(:mod:`vanban.store.terms`): both engines hold the same words and so find the same documents.
"""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Protocol

from sqlalchemy import CTE, ColumnElement, Connection

WEIGHTS: Final[Mapping[str, float]] = {
    "number": 12.0,
    "type": 0.0,
    "subject": 10.0,
    "issuer": 4.0,
    "place": 2.0,
    "signer": 3.0,
    "recipients": 3.0,
    "assignees": 2.0,
    "cites": 1.0,
    "text": 1.0,
}
"""The indexed fields in their order, and what a word in each counts for in the rank."""

EVERYWHERE: Final = tuple(field for field, weight in WEIGHTS.items() if weight)
"""Where a word without a field is looked for."""

Forms = Mapping[str, tuple[str, str]]
"""Exact and folded words of each field."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that stand in a row in one of ``fields``; ``prefix`` lets the last one go on.

    ``words`` are exact or folded forms, as ``exact`` says.
    """

    words: tuple[str, ...]
    exact: bool
    prefix: bool = False
    fields: tuple[str, ...] = EVERYWHERE


@dataclass(frozen=True, slots=True)
class AllOf:
    """Holds where all of the parts hold."""

    parts: tuple[Expression, ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """Holds where any of the parts holds."""

    parts: tuple[Expression, ...]


Expression = Phrase | AllOf | AnyOf
"""What an index can be asked."""


class FullText(Protocol):
    """The index of one engine."""

    def put(self, connection: Connection, key: int, forms: Forms) -> None:
        """Index a document under its key."""

    def take(self, connection: Connection, key: int, forms: Forms, indexed: int | None) -> bool:
        """Take a document out; ``indexed`` is the :func:`checksum` of the forms it was put in with.

        False when that cannot be done because ``forms`` are others by now: then the index must be made anew.
        """

    def clear(self, connection: Connection) -> None:
        """Empty the index."""

    def matching(self, wanted: Expression, key: ColumnElement[int]) -> ColumnElement[bool]:
        """The condition that the document ``key`` matches."""

    def hits(self, wanted: Expression) -> CTE:
        """The documents that match, as a table of ``key`` and ``score`` (the higher, the better)."""


def checksum(forms: Forms) -> int:
    """A number that changes with any word of the forms."""
    return zlib.crc32("\0".join(form for field in WEIGHTS for form in forms[field]).encode())
