"""Full-text search behind a small interface: SQLite's FTS5 now, another engine's way beside it later.

FTS5 folds no ``đ`` at any setting, so each field is indexed twice, in its exact and in its folded words
(:mod:`vanban.store.terms`). The index holds no text of its own; to leave it, a document must be taken
out with the very words it was put in with, which a checksum in ``documents.indexed`` watches over.
"""

from __future__ import annotations

import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from sqlalchemy import CTE, ColumnElement, Connection, Float, Integer, bindparam, column, literal_column, select, text
from sqlalchemy import table as table_of

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

_SEARCH = table_of("search", column("rowid", Integer))
_COLUMNS = [f"{field}_{form}" for field in WEIGHTS for form in ("exact", "folded")]
_NAMES = ", ".join(_COLUMNS)
_VALUES = ", ".join(f":{name}" for name in _COLUMNS)
_PUT = text(f"INSERT INTO search (rowid, {_NAMES}) VALUES (:key, {_VALUES})")  # noqa: S608 - names are ours
_TAKE = text(f"INSERT INTO search (search, rowid, {_NAMES}) VALUES ('delete', :key, {_VALUES})")  # noqa: S608
_SCORE = literal_column(f"-bm25(search, {', '.join(f'{weight}, {weight}' for weight in WEIGHTS.values())})", Float)


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that stand in a row in one of ``fields``; ``prefix`` lets the last one go on.

    ``words`` are exact or folded forms, as ``exact`` says.
    """

    words: tuple[str, ...]
    exact: bool
    prefix: bool = False
    fields: tuple[str, ...] = EVERYWHERE


def put(connection: Connection, key: int, forms: Forms) -> int:
    """Index a document under its key. Returns the checksum to take it out with."""
    connection.execute(_PUT, {"key": key, **_named(forms)})
    return checksum(forms)


def take(connection: Connection, key: int, forms: Forms) -> None:
    """Take a document out of the index; ``forms`` must be those it was put in with."""
    connection.execute(_TAKE, {"key": key, **_named(forms)})


def clear(connection: Connection) -> None:
    """Empty the index."""
    connection.execute(text("INSERT INTO search (search) VALUES ('delete-all')"))


def checksum(forms: Forms) -> int:
    """A number that changes with any word of the forms."""
    return zlib.crc32("\0".join(form for field in WEIGHTS for form in forms[field]).encode())


def hits(expression: str, name: str) -> CTE:
    """The documents that match, as a table of ``key`` and ``score`` (the higher, the better)."""
    # Materialised, so that the planner never asks the index once for each document.
    found = select(_SEARCH.c.rowid.label("key"), _SCORE.label("score")).where(_matches(expression, name))
    return found.cte(name).prefix_with("MATERIALIZED")


def matching(expression: str, name: str, key: ColumnElement[int]) -> ColumnElement[bool]:
    """The condition that the document ``key`` matches."""
    return key.in_(select(_SEARCH.c.rowid).where(_matches(expression, name)))


def phrase(wanted: Phrase) -> str:
    """The index's own expression for a phrase. Words hold letters and digits only, so nothing needs escape."""
    form = "exact" if wanted.exact else "folded"
    columns = " ".join(f"{field}_{form}" for field in wanted.fields)
    return f'{{{columns}}} : "{" ".join(wanted.words)}"{" *" if wanted.prefix else ""}'


def all_of(expressions: Sequence[str]) -> str:
    """The expression that holds where all of the given hold."""
    return expressions[0] if len(expressions) == 1 else f"({' AND '.join(expressions)})"


def any_of(expressions: Sequence[str]) -> str:
    """The expression that holds where any of the given holds."""
    return expressions[0] if len(expressions) == 1 else f"({' OR '.join(expressions)})"


def _matches(expression: str, name: str) -> ColumnElement[bool]:
    return literal_column("search").op("MATCH")(bindparam(f"{name}_match", expression))


def _named(forms: Forms) -> dict[str, str]:
    return {
        f"{field}_{form}": words
        for field in WEIGHTS
        for form, words in zip(("exact", "folded"), forms[field], strict=True)
    }
