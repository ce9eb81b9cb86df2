"""Fresh stores, in SQLite and on a PostgreSQL server: each test that asks for one runs on both."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

import pytest

from tests.store import server
from vanban.store import Store

_NUMBERS = count()


@pytest.fixture(scope="session")
def postgresql() -> Iterator[str]:
    """The URL of a server's databases, without a name; skips where no server can be had."""
    pytest.importorskip("psycopg", reason="the extra postgres is not installed")
    try:
        with server.running() as url:
            yield url
    except server.NoServer as reason:
        pytest.skip(f"no PostgreSQL: {reason}")


@pytest.fixture(scope="session")
def template(postgresql: str) -> str:
    """A database with the tables of today, to copy from; its name."""
    import psycopg

    with psycopg.connect(f"{postgresql}/postgres", autocommit=True) as connection:
        connection.execute("CREATE DATABASE khuon ENCODING 'UTF8' TEMPLATE template0")
    Store(f"{postgresql}/khuon").close()
    return "khuon"


@contextmanager
def database(server: str, *, like: str = "template0") -> Iterator[str]:
    """The URL of a database that is there for a while."""
    import psycopg

    name = f"kho{next(_NUMBERS)}"
    with psycopg.connect(f"{server}/postgres", autocommit=True) as connection:
        fast = " STRATEGY file_copy" if connection.info.server_version >= 150_000 else ""
        connection.execute(f"CREATE DATABASE {name} ENCODING 'UTF8' TEMPLATE {like}{fast}")
        try:
            yield f"{server}/{name}"
        finally:
            connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


@contextmanager
def fresh(dialect: str, request: pytest.FixtureRequest) -> Iterator[str]:
    """The place of a fresh store: what :class:`~vanban.store.Store` takes."""
    if dialect == "postgresql":
        with database(request.getfixturevalue("postgresql"), like=request.getfixturevalue("template")) as url:
            yield url
    else:
        with tempfile.TemporaryDirectory(prefix="vanban-kho-") as folder:
            yield str(Path(folder) / "kho.db")


@pytest.fixture(scope="session", params=["sqlite", "postgresql"])
def dialect(request: pytest.FixtureRequest) -> str:
    """Each engine in turn."""
    return str(request.param)


@pytest.fixture
def store_url(dialect: str, request: pytest.FixtureRequest) -> Iterator[str]:
    """The place of a fresh store."""
    with fresh(dialect, request) as url:
        yield url


@pytest.fixture
def store(store_url: str) -> Iterator[Store]:
    """A fresh store."""
    with Store(store_url) as opened:
        yield opened
