"""The SQLite file: opening it safely, bringing its schema up to date, transactions, and its failures in our words."""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, inspect, make_url
from sqlalchemy.engine import URL
from sqlalchemy.exc import ArgumentError, DatabaseError

from vanban.errors import StoreUnusable
from vanban.messages import Worded
from vanban.store.schema import REVISION
from vanban.store.terms import holds

BUSY_SECONDS = 60.0
"""How long a writer waits for another one before it gives up."""

_REASONS = {
    sqlite3.SQLITE_NOTADB: "store_not_database",
    sqlite3.SQLITE_FULL: "store_full",
    sqlite3.SQLITE_BUSY: "store_busy",
    sqlite3.SQLITE_LOCKED: "store_busy",
    sqlite3.SQLITE_READONLY: "store_read_only",
    sqlite3.SQLITE_PERM: "store_read_only",
    sqlite3.SQLITE_CANTOPEN: "store_not_opened",
    sqlite3.SQLITE_CORRUPT: "store_corrupt",
    sqlite3.SQLITE_IOERR: "store_io",
}


class Database:
    """One SQLite file with vanban's schema. A file that may not be written is opened for reading alone."""

    def __init__(self, path_or_url: str | Path, *, create: bool) -> None:
        self.path = _path(path_or_url)
        self.read_only = False
        self._prepare_file(create)
        self.engine = self._engine()
        try:
            with self.failures():
                self._migrate()
        except BaseException:
            self.engine.dispose()
            raise

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A transaction that sees one state of the store throughout."""
        with self.failures(), self.engine.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """A transaction that is the only writer from its start; all of it is kept, or nothing."""
        if self.read_only:
            raise StoreUnusable(path=self.path, reason=Worded("reason.store_read_only"))
        with self.failures(), self.engine.connect().execution_options(writes=True) as connection, connection.begin():
            yield connection

    @contextmanager
    def failures(self) -> Iterator[None]:
        """Turn the driver's errors into :class:`~vanban.errors.StoreUnusable`, saying why."""
        try:
            yield
        except DatabaseError as error:
            code = getattr(error.orig, "sqlite_errorcode", 0) & 0xFF
            reason = Worded(f"reason.{_REASONS[code]}") if code in _REASONS else error.orig
            raise StoreUnusable(path=self.path, reason=reason) from error

    def _prepare_file(self, create: bool) -> None:
        if not self.path.exists():
            if not create:
                raise StoreUnusable(path=self.path, reason=Worded("reason.store_absent"))
            try:
                self.path.parent.mkdir(parents=True, exist_ok=True)
            except FileExistsError as error:
                raise StoreUnusable(path=self.path, reason=Worded("reason.store_no_folder")) from error
            except OSError as error:
                raise StoreUnusable(path=self.path, reason=error.strerror) from error
        elif self.path.is_dir():
            raise StoreUnusable(path=self.path, reason=Worded("reason.store_folder"))
        elif not os.access(self.path, os.W_OK) or not os.access(self.path.parent, os.W_OK):
            self.read_only = True

    def _engine(self) -> Engine:
        url = URL.create("sqlite", database=str(self.path))
        if self.read_only:
            # Without write access SQLite cannot make the shared-memory file that a WAL database wants,
            # so unless a writer left one the file is taken as it stands.
            options = {"mode": "ro", "uri": "true"}
            if not Path(f"{self.path}-wal").exists():
                options["immutable"] = "1"
            url = URL.create("sqlite", database=self.path.absolute().as_uri(), query=options)
        engine = create_engine(url, connect_args={"timeout": BUSY_SECONDS, "check_same_thread": False})
        event.listen(engine, "connect", self._on_connect)
        event.listen(engine, "begin", _on_begin)
        return engine

    def _on_connect(self, connection: sqlite3.Connection, _: object) -> None:
        connection.isolation_level = None  # transactions begin where we say, not where the driver guesses
        for pragma in ("foreign_keys = ON", "trusted_schema = OFF", "synchronous = NORMAL", "cache_size = -32000"):
            connection.execute(f"PRAGMA {pragma}")
        connection.create_function("holds_words", 4, holds, deterministic=True)
        if not self.read_only:
            _use_wal(connection)

    def _migrate(self) -> None:
        with self.engine.connect() as connection, connection.begin():
            found = self._revision(connection)
        if found == REVISION:
            return
        with self.write() as connection:
            if self._revision(connection) != REVISION:
                upgrade(connection, self.path)

    def _revision(self, connection: Connection) -> str | None:
        tables = inspect(connection).get_table_names()
        if "alembic_version" in tables:
            return connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()
        if tables:
            raise StoreUnusable(path=self.path, reason=Worded("reason.store_foreign"))
        return None


def upgrade(connection: Connection, path: Path, revision: str = "head") -> None:
    """Bring the schema to ``revision`` and index what is not indexed yet, in the caller's transaction.

    Raises :class:`~vanban.errors.StoreUnusable` for a schema that a newer vanban made.
    """
    from alembic import command
    from alembic.config import Config
    from alembic.util import CommandError

    from vanban.store.saving import index_all, link_all

    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", "vanban.store:migrations")
    try:
        command.upgrade(config, revision)
    except CommandError as error:
        raise StoreUnusable(path=path, reason=Worded("reason.store_newer")) from error
    if revision == "head":
        index_all(connection)
        link_all(connection)


def _path(path_or_url: str | Path) -> Path:
    if isinstance(path_or_url, Path) or "://" not in path_or_url:
        return Path(path_or_url)
    try:
        url = make_url(path_or_url)
    except ArgumentError as error:
        raise StoreUnusable(path=path_or_url, reason=Worded("reason.store_url")) from error
    if url.get_backend_name() != "sqlite" or not url.database:
        raise StoreUnusable(path=url.render_as_string(), reason=Worded("reason.store_url"))
    return Path(url.database)


def _on_begin(connection: Connection) -> None:
    # A transaction that will write takes the lock at once: two that read first and then both want to
    # write would block each other for good.
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _use_wal(connection: Any) -> None:
    """Readers and one writer at a time; kept in the file, so it is set once.

    SQLite does not wait its busy time for this change, so that is done here.
    """
    until = time.monotonic() + BUSY_SECONDS
    while connection.execute("PRAGMA journal_mode").fetchone()[0] == "delete":
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > until:
                raise
            time.sleep(0.02)
