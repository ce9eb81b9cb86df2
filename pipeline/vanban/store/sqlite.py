"""A store in one SQLite file: opening it safely, its transactions, and its failures."""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL

from vanban.errors import StoreUnusable
from vanban.messages import Worded
from vanban.settings import Settings
from vanban.store import database
from vanban.store.database import Database

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


class SQLite(Database):
    """One SQLite file with vanban's schema. A file that may not be written is opened for reading alone."""

    def __init__(self, path: Path, *, create: bool) -> None:
        self.path = path
        self.name = str(path)
        folder = Settings.from_environment().originals_folder
        self.folder = Path(folder) if folder else path.with_name(f"{path.name}.files")
        self.read_only = False
        self._prepare_file(create)
        self.engine = self._engine()
        self._bring_up_to_date(create=True)  # a file that is there and empty is a store that was not finished

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """See :meth:`~vanban.store.database.Database.write`."""
        if self.read_only:
            raise StoreUnusable(path=self.name, reason=Worded("reason.store_read_only"))
        with super().write() as connection:
            yield connection

    def _reason(self, error: BaseException | None) -> object:
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF
        return Worded(f"reason.{_REASONS[code]}") if code in _REASONS else error

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
        waits = {"timeout": database.BUSY_SECONDS, "check_same_thread": False}
        engine = create_engine(url, connect_args=waits)
        event.listen(engine, "connect", self._on_connect)
        event.listen(engine, "begin", _on_begin)
        return engine

    def _on_connect(self, connection: sqlite3.Connection, _: object) -> None:
        connection.isolation_level = None  # transactions begin where we say, not where the driver guesses
        for pragma in ("foreign_keys = ON", "trusted_schema = OFF", "synchronous = NORMAL", "cache_size = -32000"):
            connection.execute(f"PRAGMA {pragma}")
        if not self.read_only:
            _use_wal(connection)


def _on_begin(connection: Connection) -> None:
    # A transaction that will write takes the lock at once: two that read first and then both want to
    # write would block each other for good.
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _use_wal(connection: Any) -> None:
    """Readers and one writer at a time; kept in the file, so it is set once.

    SQLite does not wait its busy time for this change, so that is done here.
    """
    until = time.monotonic() + database.BUSY_SECONDS
    while connection.execute("PRAGMA journal_mode").fetchone()[0] == "delete":
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > until:
                raise
            time.sleep(0.02)
