"""Original files are kept under their hash, verified, or referred to."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.store.factory import identity, make
from vanban.errors import FileUnreadable, StoreError
from vanban.store import Store

BYTES = b"%PDF-made-up"
DIGEST = identity(BYTES).removeprefix("sha256:")


@pytest.fixture
def original(tmp_path: Path) -> Path:
    path = tmp_path / "Bản Gốc.PDF"
    path.write_bytes(BYTES)
    return path


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    return tmp_path / "kho.db.files" / DIGEST[:2] / DIGEST[2:4] / f"{DIGEST}.pdf"


def test_copy(tmp_path: Path, original: Path, kept: Path) -> None:
    with Store(tmp_path / "kho.db", originals="copy") as store:
        for _ in range(2):
            store.add(make(content=BYTES), original=original)
        assert [path for path in (tmp_path / "kho.db.files").rglob("*") if path.is_file()] == [kept]
        assert kept.read_bytes() == original.read_bytes() == BYTES
        original.unlink()
        assert store.original(identity(BYTES)) == kept


def test_a_damaged_copy_is_made_again(tmp_path: Path, original: Path, kept: Path) -> None:
    with Store(tmp_path / "kho.db", originals="copy") as store:
        store.add(make(content=BYTES), original=original)
        kept.write_bytes(b"rot")
        assert store.add(make(content=BYTES), original=original).state == "unchanged"
        assert kept.read_bytes() == BYTES


def test_a_file_that_changed_since_it_was_read_is_refused(tmp_path: Path, original: Path) -> None:
    original.write_bytes(b"something else")
    with Store(tmp_path / "kho.db", originals="copy") as store:
        with pytest.raises(StoreError) as caught:
            store.add(make(content=BYTES), original=original)
        assert "changed" in caught.value.message("en")
        assert store.count() == 0
    assert not [path for path in (tmp_path / "kho.db.files").rglob("*") if path.is_file()]


def test_an_original_that_is_gone(tmp_path: Path) -> None:
    with Store(tmp_path / "kho.db", originals="copy") as store, pytest.raises(FileUnreadable):
        store.add(make(content=BYTES), original=tmp_path / "không có.pdf")


def test_refer(tmp_path: Path, original: Path) -> None:
    with Store(tmp_path / "kho.db") as store:
        store.add(make(content=BYTES), original=original)
        assert store.original(identity(BYTES)) == original
        original.unlink()
        assert store.original(identity(BYTES)) is None
    assert not (tmp_path / "kho.db.files").exists()


@pytest.mark.parametrize(("name", "suffix"), [("a", ""), ("a.tar.gz", ".gz"), ("a.b c", ""), ("a.đoc", "")])
def test_only_plain_suffixes_are_kept(tmp_path: Path, name: str, suffix: str) -> None:
    path = tmp_path / name
    path.write_bytes(BYTES)
    with Store(tmp_path / "kho.db", originals="copy") as store:
        store.add(make(content=BYTES), original=path)
        copy = store.original(identity(BYTES))
    assert copy
    assert copy.name == DIGEST + suffix
