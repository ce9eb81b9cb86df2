"""A store on a PostgreSQL server: connecting, transactions, and failures. Needs the extra ``postgres``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, ClassVar

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL

from vanban.errors import DatabaseAbsent, PostgresMissing, ServerRefused, ServerUnreachable, StoreUnusable
from vanban.messages import Worded
from vanban.settings import Settings
from vanban.store import database
from vanban.store.database import Database

_CONNECT_SECONDS = 10
_IDLE_SECONDS = 600
"""A client that stands still within a transaction for so long holds up the others and is cut off."""

_LOCK = 0x76616E62
"""What writers of a store queue for, beside their schema: ``vanb``."""

_REASONS = {
    "53100": "store_full",
    "53300": "store_crowded",
    "55P03": "store_busy",
    "40P01": "store_busy",
    "40001": "store_busy",
    "25006": "store_read_only",
    "42501": "store_read_only",
    "57P01": "store_lost",
    "57P02": "store_lost",
    "57P03": "store_lost",
    "25P03": "store_lost",
}
"""By SQLSTATE; https://www.postgresql.org/docs/current/errcodes-appendix.html."""

_REFUSALS = (
    (re.compile(r'database "[^"]*" does not exist'), DatabaseAbsent),
    (re.compile(r'authentication failed|no password supplied|pg_hba\.conf|role "[^"]*" does not exist'), ServerRefused),
    (re.compile(r"permission denied for database|not permitted to log in"), ServerRefused),
)
"""What a server says to a login; libpq hands on no code for it."""

_SAID = re.compile(r"(?:FATAL|ERROR): +(.*)")
_PASSWORD = re.compile(r"//[^/]*@")


class PostgreSQL(Database):
    """A database on a server with vanban's schema, in the schema that the login's search path begins with."""

    # One state throughout, and never in the way of those who write.
    _reading: ClassVar[Mapping[str, Any]] = {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}

    def __init__(self, url: URL, *, create: bool) -> None:
        self.name = shown(url)
        folder = Settings.from_environment().originals_folder
        self.folder = Path(folder) if folder else None
        self.engine = self._engine(url)
        self._bring_up_to_date(create=create)

    def _reason(self, error: BaseException | None) -> object:
        state = getattr(error, "sqlstate", None)
        if state is None and not getattr(error, "args", None):
            return error
        if state is None or state.startswith("08"):
            return Worded("reason.store_lost")
        return Worded(f"reason.{_REASONS[state]}") if state in _REASONS else _first_line(error)

    def _engine(self, url: URL) -> Engine:
        try:
            import psycopg
        except ImportError as error:
            raise PostgresMissing(path=self.name) from error

        def connect(_: object, __: object, args: Any, options: Any) -> Any:
            try:
                return psycopg.connect(*args, **options)
            except psycopg.Error as error:
                raise self._refusal(error) from error

        waits = {"connect_timeout": _CONNECT_SECONDS, "application_name": "vanban", "client_encoding": "utf8"}
        unset = {name: value for name, value in waits.items() if name not in url.query}
        engine = create_engine(url.set(drivername="postgresql+psycopg"), connect_args=unset, pool_pre_ping=True)
        event.listen(engine, "do_connect", connect)
        event.listen(engine, "connect", self._on_connect)
        event.listen(engine, "begin", _on_begin)
        return engine

    def _refusal(self, error: Exception) -> StoreUnusable:
        said = str(error)
        kind = next((kind for pattern, kind in _REFUSALS if pattern.search(said)), ServerUnreachable)
        return kind(path=self.name, reason=_first_line(error))

    def _on_connect(self, connection: Any, _: object) -> None:
        from psycopg.types.string import StrDumperUnknown

        if connection.info.parameter_status("server_encoding") != "UTF8":
            raise StoreUnusable(path=self.name, reason=Worded("reason.store_encoding"))

        class Kept(StrDumperUnknown):
            """PostgreSQL's text holds no NUL, which a damaged font may yield; another sign stands in its place."""

            def dump(self, obj: str) -> Any:
                return super().dump(obj.replace("\0", "\ufffd"))

        connection.adapters.register_dumper(str, Kept)
        connection.autocommit = True
        # A plan made for common words is the wrong one for rare ones; compiling costs more than it saves here.
        connection.execute(
            "SET jit = off; SET plan_cache_mode = force_custom_plan; SET tcp_keepalives_idle = 60;"
            f"SET lock_timeout = {database.BUSY_SECONDS * 1000:.0f};"
            f"SET idle_in_transaction_session_timeout = {_IDLE_SECONDS * 1000}"
        )
        connection.autocommit = False


def shown(url: URL) -> str:
    """A URL as messages and logs may hold it: neither password nor options."""
    bare = url._replace(password=None, drivername="postgresql")
    return bare.difference_update_query(url.query).render_as_string()


def unread(url: str) -> str:
    """What may be shown of a URL that cannot be read."""
    return _PASSWORD.sub("//", url.partition("?")[0])


def _on_begin(connection: Connection) -> None:
    # Writers queue, as they do for an SQLite file: what is new and what is known is decided by one at a time. The
    # work that takes long, reading and preparing, is done before; the lock goes with the transaction, however it ends.
    if connection.get_execution_options().get("writes", False):
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_LOCK}, hashtext(current_schema()))")


def _first_line(error: object) -> str:
    said = str(error)
    found = _SAID.search(said)
    return (found[1] if found else said.partition("\n")[0]).strip().rstrip(".")
