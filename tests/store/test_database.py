"""Opening the file: its schema's history, and everything that can be wrong with it."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine, insert

from tests.store.factory import make
from vanban.errors import StoreUnusable
from vanban.store import Store, rows, schema
from vanban.store.database import upgrade
from vanban.store.schema import REVISION, documents, metadata
from vanban.store.sqlite import SQLite


def scripts() -> ScriptDirectory:
    config = Config()
    config.set_main_option("script_location", "vanban.store:migrations")
    return ScriptDirectory.from_config(config)


def refusal(path: Path | str, *, create: bool = True) -> str:
    with pytest.raises(StoreUnusable) as caught, Store(path, create=create):
        pass
    return caught.value.message("en")


def test_the_newest_migration_is_the_codes_revision() -> None:
    assert scripts().get_heads() == [REVISION]


def test_the_migrations_build_the_tables_of_the_code(store: Store) -> None:
    with store._database.read() as connection:
        context = MigrationContext.configure(
            connection, opts={"include_name": lambda name, kind, _: kind != "table" or not name.startswith("search")}
        )
        assert compare_metadata(context, metadata) == []


@pytest.mark.parametrize("revision", [script.revision for script in scripts().walk_revisions()][1:])
def test_an_older_store_is_brought_up_to_date(tmp_path: Path, revision: str) -> None:
    path, record = tmp_path / "kho.db", make(pages=["giảm nghèo"])
    with create_engine(f"sqlite:///{path}").begin() as connection:
        upgrade(connection, path, revision)
        old = {**rows.document(record), "added_at": "2024-01-01T00:00:00Z", "updated_at": "2024-01-01T00:00:00Z"}
        key = connection.execute(insert(documents), old).inserted_primary_key[0]
        connection.execute(insert(schema.records), {"document": key, "json": record.to_json()})
        connection.execute(insert(schema.pages), {"document": key, "page": 1, "text": "giảm nghèo"})
    with Store(path) as store:
        assert store.get(record.id) == record
        assert store.count("giam ngheo") == 1
        assert store.add(record).state == "unchanged"


def test_a_newer_store_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "kho.db"
    Store(path).close()
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    assert "newer vanban" in refusal(path)


def test_opening_a_store_of_today_does_not_load_alembic(tmp_path: Path) -> None:
    Store(tmp_path / "kho.db").close()
    code = """
import sys
from vanban.store import Store
Store(sys.argv[1]).close()
print([name for name in ("alembic", "pandas") if name in sys.modules])
"""
    command = [sys.executable, "-c", code, str(tmp_path / "kho.db")]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_failed_migration_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "kho.db"
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA page_size = 4096")
        connection.execute("VACUUM")
    monkeypatch.setattr(SQLite, "_on_connect", _full(SQLite._on_connect, pages=20))
    assert "disk is full" in refusal(path)
    monkeypatch.undo()
    with Store(path) as store:
        assert store.count() == 0


def test_a_full_disk_keeps_what_was_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "kho.db"
    with Store(path) as store:
        store.add(make("1/KH-A"))
    monkeypatch.setattr(SQLite, "_on_connect", _full(SQLite._on_connect, pages=path.stat().st_size // 4096 + 4))
    with Store(path) as store:
        with pytest.raises(StoreUnusable) as caught:
            store.add(make("2/KH-A", pages=["chữ " * 100_000]))
        assert "disk is full" in caught.value.message("en")
        assert (store.count(), store.count("kh")) == (1, 1)


def _full(connect: object, *, pages: int) -> object:
    def connected(self: SQLite, connection: sqlite3.Connection, record: object) -> None:
        connect(self, connection, record)  # type: ignore[operator]
        connection.execute(f"PRAGMA max_page_count = {pages}")

    return connected


def test_not_a_database(tmp_path: Path) -> None:
    path = tmp_path / "thư.db"
    path.write_bytes(b"Kinh gui: phong Ke toan. " * 100)
    assert "not an SQLite database" in refusal(path)
    assert path.read_bytes() == b"Kinh gui: phong Ke toan. " * 100


def test_another_programs_database(tmp_path: Path) -> None:
    path = tmp_path / "kế toán.db"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE chi (tien INTEGER)")
    assert "not vanban's" in refusal(path)


def test_a_corrupt_database(tmp_path: Path) -> None:
    path = tmp_path / "kho.db"
    with Store(path) as store:
        store.add(make())
    data = bytearray(path.read_bytes())
    data[4096:] = b"\xff" * (len(data) - 4096)
    path.write_bytes(data)
    with pytest.raises(StoreUnusable), Store(path) as store:
        store.get("12/KH-UBND")


@pytest.mark.parametrize(
    ("path", "create", "words"),
    [
        ("", True, "folder"),
        ("không có.db", False, "no store here"),
        ("tệp/kho.db", True, "not a folder"),
        ("mysql://máy/kho", True, "sqlite:///"),
        ("sqlite://", True, "sqlite:///"),
        ("://", True, "sqlite:///"),
    ],
)
def test_no_place_for_a_store(tmp_path: Path, path: str, create: bool, words: str) -> None:
    (tmp_path / "tệp").write_text("")
    assert words in refusal(path if "://" in path else tmp_path / path, create=create)


def test_a_url_and_a_path_are_the_same_store(tmp_path: Path) -> None:
    with Store(f"sqlite:///{tmp_path}/sâu/kho.db") as store:
        store.add(make())
    with Store(str(tmp_path / "sâu" / "kho.db"), create=False) as store:
        assert store.count() == 1


def test_another_writer_is_waited_for_and_then_told_of(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "kho.db"
    Store(path).close()
    monkeypatch.setattr("vanban.store.database.BUSY_SECONDS", 0.2)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with Store(path) as store:
        assert store.count() == 0  # reading goes on meanwhile
        with pytest.raises(StoreUnusable) as caught:
            store.add(make())
        assert "another process" in caught.value.message("en")
        other.execute("ROLLBACK")
        assert store.add(make()).state == "created"
    other.close()


READ_ONLY = """
import sys
sys.path[:0] = sys.argv[2:]
from vanban.errors import StoreUnusable
from vanban.store import Store
try:
    with Store(sys.argv[1]) as store:
        print("found", store.count("giam ngheo"))
        store.add(next(iter(store)))
except StoreUnusable as error:
    print(error.message("en"))
"""


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that every user can reach (pytest's own are closed to others)."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        yield folder
        folder.chmod(0o755)


def without_rights(path: Path) -> str:
    """What a process says that may read ``path`` and its folder, and not write there."""
    command = [sys.executable, "-c", READ_ONLY, str(path), *sys.path]
    if os.geteuid() == 0:
        if not shutil.which("setpriv"):
            pytest.skip("root may write everywhere, and setpriv is not there to give that up")
        command = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", *command]
    return subprocess.run(command, capture_output=True, text=True).stdout


def test_a_store_that_may_only_be_read_is_searched_and_not_changed(open_folder: Path) -> None:
    path = open_folder / "kho.db"
    with Store(path) as store:
        store.add(make(pages=["giảm nghèo"]))
    path.chmod(0o444)
    open_folder.chmod(0o555)
    said = without_rights(path)
    assert said.startswith("found 1\n")
    assert "may not be written" in said
    assert [item.name for item in open_folder.iterdir()] == ["kho.db"]


def test_no_store_is_made_where_nothing_may_be_written(open_folder: Path) -> None:
    open_folder.chmod(0o555)
    assert "cannot be opened" in without_rights(open_folder / "kho.db")
    assert "Permission denied" in without_rights(open_folder / "sâu" / "kho.db")
