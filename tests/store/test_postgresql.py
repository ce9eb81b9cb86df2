"""What only a server can be: out of reach, unwilling, crowded, or lost in the middle of the work."""

from __future__ import annotations

import builtins
import subprocess
import sys
import threading
import traceback
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from tests.store.conftest import database
from tests.store.factory import cite, make
from tests.store.server import PASSWORD
from vanban.errors import (
    DatabaseAbsent,
    PostgresMissing,
    ServerRefused,
    ServerUnreachable,
    StoreUnusable,
    VanbanError,
)
from vanban.store import Store


@pytest.fixture
def url(postgresql: str, template: str) -> Iterator[str]:
    with database(postgresql, like=template) as made:
        yield made


def sql(url: str, *statements: str) -> Any:
    """Run statements as the owner; the rows of the last one."""
    import psycopg

    with psycopg.connect(url, autocommit=True) as connection:
        for statement in statements:
            cursor = connection.execute(statement)
        return cursor.fetchall() if cursor.description else None


def refusal(url: str, *, create: bool = True) -> VanbanError:
    """The error of opening a store, which shows no password anywhere."""
    with pytest.raises(VanbanError) as caught, Store(url, create=create):
        pass
    shown = [str(caught.value), repr(caught.value), *traceback.format_exception(caught.value)]
    assert not any(PASSWORD in text for text in shown)
    assert caught.value.remedy("en")
    return caught.value


@pytest.mark.parametrize(
    ("change", "kind", "words"),
    [
        (("127.0.0.1", "127.0.0.1:1"), ServerUnreachable, "cannot be reached"),
        (("127.0.0.1", "không-có.invalid"), ServerUnreachable, "không-có.invalid"),
        ((f":{PASSWORD}@", ":sai@"), ServerRefused, "password authentication failed"),
        (("//vanban:", "//ai-đó:"), ServerRefused, "ai-đó"),
        (("/kho", "/không-có-kho"), DatabaseAbsent, "does not exist"),
        (("postgresql://", "postgresql+pg8000://"), StoreUnusable, "postgresql://…"),
        (("127.0.0.1:", "127.0.0.1:chữ"), StoreUnusable, "postgresql://…"),
    ],
)
def test_a_server_that_cannot_be_used(
    url: str, change: tuple[str, str], kind: type[StoreUnusable], words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("vanban.store.postgresql._CONNECT_SECONDS", 2)
    old, new = change
    error = refusal(url.replace(f"{old}:{_port(url)}" if new == "127.0.0.1:1" else old, new, 1))
    assert type(error) is kind
    assert words in error.message("en")
    assert error.exit_status == 6


def _port(url: str) -> str:
    return url.rpartition(":")[2].partition("/")[0]


def test_without_the_driver_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    found = builtins.__import__

    def without(name: str, *args: Any, **kwargs: Any) -> Any:
        if name.partition(".")[0] == "psycopg":
            raise ImportError(name)
        return found(name, *args, **kwargs)

    monkeypatch.setattr(builtins, "__import__", without)
    error = refusal(f"postgresql://vanban:{PASSWORD}@localhost/kho")
    assert isinstance(error, PostgresMissing)
    assert "pip install 'vanban[postgres]'" in error.remedy("en")
    assert error.exit_status == 4


def test_a_password_may_stand_in_the_options_and_is_not_shown(url: str) -> None:
    bare = url.replace(f":{PASSWORD}@", "@")
    with Store(f"{bare}?password={PASSWORD}&application_name=thử") as store, Store(url) as other:
        assert store.name == other.name == bare
    assert isinstance(refusal(f"{bare}x?password={PASSWORD}"), DatabaseAbsent)


def test_the_short_scheme_is_the_same(url: str) -> None:
    with Store(url.replace("postgresql://", "postgres://"), create=False) as store:
        assert store.count() == 0


def test_an_empty_database_is_no_store_until_something_is_put_in(postgresql: str) -> None:
    with database(postgresql) as empty:
        assert "no store here" in refusal(empty, create=False).message("en")
        Store(empty).close()
        Store(empty, create=False).close()


def test_another_programs_database(postgresql: str) -> None:
    with database(postgresql) as other:
        sql(other, "CREATE TABLE chi (tien integer)")
        assert "not vanban's" in refusal(other).message("en")


def test_a_newer_store_is_refused(url: str) -> None:
    sql(url, "UPDATE alembic_version SET version_num = '9999'")
    assert "newer vanban" in refusal(url).message("en")


def test_a_database_of_another_encoding_is_refused(postgresql: str) -> None:
    sql(f"{postgresql}/postgres", "CREATE DATABASE latin ENCODING 'LATIN1' LOCALE 'C' TEMPLATE template0")
    assert "UTF8" in refusal(f"{postgresql}/latin").message("en")


def test_text_compares_by_code_points_whatever_the_servers_language(url: str) -> None:
    told = "attcollation = 'pg_catalog.default'::regcollation AND attrelid::regclass::text NOT LIKE 'pg_%'"
    assert sql(url, f"SELECT attname FROM pg_attribute WHERE attnum > 0 AND {told} AND attrelid > 16384") == []  # noqa: S608


def test_a_login_that_may_only_read_searches_and_changes_nothing(url: str) -> None:
    with Store(url) as store:
        store.add(make(pages=["giảm nghèo"]))
    sql(
        url,
        f"CREATE ROLE doc LOGIN PASSWORD '{PASSWORD}'",
        "GRANT SELECT ON ALL TABLES IN SCHEMA public TO doc",
    )
    try:
        with Store(url.replace("//vanban:", "//doc:")) as store:
            assert store.count("giam ngheo") == 1
            with pytest.raises(StoreUnusable) as caught:
                store.add(make("2/KH-A"))
            assert "may not be written" in caught.value.message("en")
            assert store.count() == 1
    finally:
        sql(url, "DROP OWNED BY doc", "DROP ROLE doc")


def test_another_writer_is_waited_for_and_then_told_of(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("vanban.store.database.BUSY_SECONDS", 0.2)
    with Store(url) as other, Store(url) as store:
        with other._database.write():
            assert store.count() == 0  # reading goes on meanwhile
            with pytest.raises(StoreUnusable) as caught:
                store.add(make())
            assert "another process" in caught.value.message("en")
        assert store.add(make()).state == "created"


def test_two_stores_in_schemas_of_one_database_do_not_meet(postgresql: str) -> None:
    with database(postgresql) as url:
        sql(url, "CREATE SCHEMA mot", "CREATE SCHEMA hai")
        one, other = (f"{url}?options=-csearch_path%3D{name}" for name in ("mot", "hai"))
        with Store(one) as first, Store(other) as second:
            first.add(make("1/KH-A"))
            with first._database.write():
                second.add(make("2/KH-A"))
            assert [record.number.canonical for store in (first, second) for record in store] == ["1/KH-A", "2/KH-A"]


def test_a_lost_connection_is_told_and_the_next_one_works(url: str) -> None:
    others = "pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
    end = f"SELECT pg_terminate_backend(pid) FROM {others}"  # noqa: S608
    with Store(url) as store:
        store.add(make("1/KH-A"))
        sql(url, end)
        assert store.count() == 1  # an idle connection that is gone is replaced unseen
        with pytest.raises(StoreUnusable) as caught:
            lose(store, lambda: sql(url, end))
        assert "connection to the server was lost" in caught.value.message("en")
        assert store.add(make("2/KH-A")).state == "created"


def lose(store: Store, connection_ends: Callable[[], object]) -> None:
    with store._database.write() as connection:
        connection_ends()
        connection.exec_driver_sql("SELECT 1")


def test_a_reader_sees_one_state_throughout(url: str) -> None:
    with Store(url) as store, store._database.read() as connection:
        count = "SELECT count(*) FROM documents"
        assert connection.exec_driver_sql(count).scalar() == 0
        store.add(make())
        assert connection.exec_driver_sql(count).scalar() == 0


def test_many_writers_of_the_same_records_lose_and_double_nothing(url: str) -> None:
    """Eight writers put in the same documents, which cite each other, each in another order."""
    records = [make(f"{at}/KH-A", citations=[cite(f"{(at * 7) % 20}/KH-A")], pages=[f"trang {at}"]) for at in range(20)]
    started = threading.Barrier(8)

    def put(shift: int) -> list[str]:
        with Store(url) as store:
            started.wait(60)
            return [store.add(records[(at * 3 + shift) % 20]).state for at in range(20)]

    with ThreadPoolExecutor(8) as pool:
        states = [state for told in pool.map(put, range(8)) for state in told]
    assert sorted(states) == ["created"] * 20 + ["unchanged"] * 140
    with Store(url) as store:
        assert store.count() == store.count("trang") == 20
        assert all(len(store.places(record.id)) == 1 for record in records)
        cited = {at: [(at * 7) % 20] for at in range(20)}
        for at, record in enumerate(records):
            wanted = records[cited[at][0]].id
            assert store.get(record.id).citations[0].target == (None if wanted == record.id else wanted)
    (works,) = sql(url, "SELECT count(*) FROM works")[0]
    assert works == 20


def test_a_sign_that_the_server_cannot_hold_costs_only_itself(url: str) -> None:
    record = make(subject="một\0hai", pages=["ba\0bốn"])
    with Store(url) as store:
        assert store.add(record).state == "created"
        assert store.get(record.id).pages == ["ba\ufffdbốn"]
        assert store.add(record).state == "unchanged"
        assert store.count("bốn") == 1


def test_copies_of_originals_need_a_folder(url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    original = tmp_path / "thư.txt"
    original.write_bytes(b"x")
    with pytest.raises(StoreUnusable) as caught:
        Store(url, originals="copy")
    assert "VANBAN_ORIGINALS_FOLDER" in caught.value.message("en")
    monkeypatch.setenv("VANBAN_ORIGINALS_FOLDER", str(tmp_path / "chung"))
    record = make(content=b"x")
    with Store(url, originals="copy") as store:
        store.add(record, original=original)
        original.unlink()
        copy = store.original(record.id)
    assert copy
    assert copy.is_relative_to(tmp_path / "chung")


def test_the_driver_is_loaded_for_a_server_alone(tmp_path: Path) -> None:
    code = """
import sys
from vanban.store import Store
Store(sys.argv[1]).close()
print([name for name in ("psycopg", "vanban.store.postgresql", "vanban.store.tsvector") if name in sys.modules])
"""
    Store(tmp_path / "kho.db").close()  # bringing a schema up to date loads more
    command = [sys.executable, "-c", code, str(tmp_path / "kho.db")]
    assert subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip() == "[]"
