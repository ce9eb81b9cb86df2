"""An opened store: bringing its schema up to date, transactions, and the failures of either engine in our words."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, ClassVar

from sqlalchemy import Connection, Engine, inspect
from sqlalchemy.exc import DBAPIError

from vanban.errors import StoreUnusable
from vanban.messages import Worded
from vanban.store.schema import REVISION

BUSY_SECONDS = 60.0
"""How long a writer waits for another one before it gives up."""


class Database(ABC):
    """A database with vanban's schema. ``name`` is how messages name it: a path, or a URL without its password."""

    name: str
    engine: Engine
    folder: Path | None
    """Where kept originals lie; ``None`` when nothing tells."""

    _reading: ClassVar[Mapping[str, Any]] = {}
    """Execution options of a transaction that only reads."""

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A transaction that sees one state of the store throughout."""
        with self.failures(), self.engine.connect() as plain:
            connection = plain.execution_options(**self._reading) if self._reading else plain
            with connection.begin():
                yield connection

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """A transaction that is the only writer from its start; all of it is kept, or nothing."""
        with self.failures(), self.engine.connect().execution_options(writes=True) as connection, connection.begin():
            yield connection

    @contextmanager
    def failures(self) -> Iterator[None]:
        """Turn the driver's errors into :class:`~vanban.errors.StoreUnusable`, saying why."""
        try:
            yield
        except DBAPIError as error:
            raise StoreUnusable(path=self.name, reason=self._reason(error.orig)) from error

    def close(self) -> None:
        """Let go of the file or the server."""
        self.engine.dispose()

    @abstractmethod
    def _reason(self, error: BaseException | None) -> object:
        """Why the driver refused, in words; the driver's own where there are none of ours."""

    def _bring_up_to_date(self, *, create: bool) -> None:
        """Open what is there, or make it. Lets go of the engine when that fails."""
        try:
            with self.failures():
                self._migrate(create)
        except BaseException:
            self.engine.dispose()
            raise

    def _migrate(self, create: bool) -> None:
        with self.engine.connect() as connection, connection.begin():
            found = self._revision(connection)
        if found == REVISION:
            return
        if found is None and not create:
            raise StoreUnusable(path=self.name, reason=Worded("reason.store_absent"))
        with self.write() as connection:
            # Another process may have done it while this one waited to write.
            if self._revision(connection) != REVISION:
                upgrade(connection, self.name)

    def _revision(self, connection: Connection) -> str | None:
        tables = inspect(connection).get_table_names()
        if "alembic_version" in tables:
            return connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()
        if tables:
            raise StoreUnusable(path=self.name, reason=Worded("reason.store_foreign"))
        return None


def upgrade(connection: Connection, name: object, revision: str = "head") -> None:
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
        raise StoreUnusable(path=name, reason=Worded("reason.store_newer")) from error
    if revision == "head":
        index_all(connection)
        link_all(connection)
