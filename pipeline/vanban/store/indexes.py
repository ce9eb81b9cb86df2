"""Which full-text index a database has."""

from __future__ import annotations

from functools import cache

from sqlalchemy import Connection

from vanban.store.fulltext import FullText


def index_of(connection: Connection) -> FullText:
    """The index of the database at the other end of a connection."""
    return _index(connection.dialect.name)


@cache
def _index(dialect: str) -> FullText:
    if dialect == "postgresql":
        from vanban.store.tsvector import TsVector

        return TsVector()
    from vanban.store.fts5 import Fts5

    return Fts5()
