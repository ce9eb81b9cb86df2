"""Full-text search by SQLite's FTS5.

The index holds no text of its own; to leave it, a document must be taken out with the very words it was put
in with, which a checksum in ``documents.indexed`` watches over.
"""

from __future__ import annotations

from sqlalchemy import CTE, ColumnElement, Connection, Float, Integer, bindparam, column, literal_column, select, text
from sqlalchemy import table as table_of

from vanban.store.fulltext import WEIGHTS, AllOf, Expression, Forms, Phrase, checksum

_SEARCH = table_of("search", column("rowid", Integer))
_COLUMNS = [f"{field}_{form}" for field in WEIGHTS for form in ("exact", "folded")]
_NAMES = ", ".join(_COLUMNS)
_VALUES = ", ".join(f":{name}" for name in _COLUMNS)
_PUT = text(f"INSERT INTO search (rowid, {_NAMES}) VALUES (:key, {_VALUES})")  # noqa: S608 - names are ours
_TAKE = text(f"INSERT INTO search (search, rowid, {_NAMES}) VALUES ('delete', :key, {_VALUES})")  # noqa: S608
_SCORE = literal_column(f"-bm25(search, {', '.join(f'{weight}, {weight}' for weight in WEIGHTS.values())})", Float)


class Fts5:
    """See :class:`~vanban.store.fulltext.FullText`; the score is BM25."""

    def put(self, connection: Connection, key: int, forms: Forms) -> None:
        """Index a document under its key."""
        connection.execute(_PUT, {"key": key, **_named(forms)})

    def take(self, connection: Connection, key: int, forms: Forms, indexed: int | None) -> bool:
        """Take a document out of the index, if the forms are still those it was put in with."""
        if checksum(forms) != indexed:
            return False
        connection.execute(_TAKE, {"key": key, **_named(forms)})
        return True

    def clear(self, connection: Connection) -> None:
        """Empty the index."""
        connection.execute(text("INSERT INTO search (search) VALUES ('delete-all')"))

    def matching(self, wanted: Expression, key: ColumnElement[int]) -> ColumnElement[bool]:
        """The condition that the document ``key`` matches."""
        return key.in_(select(_SEARCH.c.rowid).where(_matches(wanted)))

    def hits(self, wanted: Expression) -> CTE:
        """The documents that match, as a table of ``key`` and ``score``."""
        # Materialised, so that the planner never asks the index once for each document.
        found = select(_SEARCH.c.rowid.label("key"), _SCORE.label("score")).where(_matches(wanted))
        return found.cte("hits").prefix_with("MATERIALIZED")


def written(wanted: Expression) -> str:
    """FTS5's own expression. Words hold letters and digits only, so nothing needs escape."""
    if isinstance(wanted, Phrase):
        form = "exact" if wanted.exact else "folded"
        columns = " ".join(f"{field}_{form}" for field in wanted.fields)
        return f'{{{columns}}} : "{" ".join(wanted.words)}"{" *" if wanted.prefix else ""}'
    parts = [written(part) for part in wanted.parts]
    joined = (" AND " if isinstance(wanted, AllOf) else " OR ").join(parts)
    return joined if len(parts) == 1 else f"({joined})"


def _matches(wanted: Expression) -> ColumnElement[bool]:
    return literal_column("search").op("MATCH")(bindparam(None, written(wanted)))


def _named(forms: Forms) -> dict[str, str]:
    return {
        f"{field}_{form}": words
        for field in WEIGHTS
        for form, words in zip(("exact", "folded"), forms[field], strict=True)
    }
