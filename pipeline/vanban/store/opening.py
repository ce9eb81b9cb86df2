"""From what people write after ``--store`` to an opened database."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import make_url
from sqlalchemy.exc import ArgumentError

from vanban.errors import StoreUnusable
from vanban.messages import Worded
from vanban.store.database import Database
from vanban.store.sqlite import SQLite

_SERVERS = ("postgresql", "postgres", "postgresql+psycopg")


def opened(path_or_url: str | Path, *, create: bool) -> Database:
    """The database at a path, a ``sqlite:///`` or a ``postgresql://`` URL, with the schema of today.

    Raises :class:`~vanban.errors.StoreUnusable`, or :class:`~vanban.errors.PostgresMissing`.
    """
    if isinstance(path_or_url, Path) or "://" not in path_or_url:
        return SQLite(Path(path_or_url), create=create)
    from vanban.store.postgresql import PostgreSQL, unread

    try:
        url = make_url(path_or_url)
    except (ArgumentError, ValueError) as error:
        raise StoreUnusable(path=unread(path_or_url), reason=Worded("reason.store_url")) from error
    if url.drivername in _SERVERS:
        return PostgreSQL(url, create=create)
    if url.drivername != "sqlite" or not url.database:
        raise StoreUnusable(path=unread(path_or_url), reason=Worded("reason.store_url"))
    return SQLite(Path(url.database), create=create)
