"""Putting records in and getting them out."""

from __future__ import annotations

import multiprocessing
import os
import signal
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import inspect, text

from tests.store.conftest import database
from tests.store.factory import cite, make, task
from vanban.errors import RecordAmbiguous, RecordUnknown, StoreError
from vanban.record import Record
from vanban.store import Added, Store


def test_the_record_comes_back_whole(store: Store) -> None:
    record = make(to=["Sở Y tế"], assignments=[task("Phòng Y tế", "2024-07")], pages=["trang một", "trang hai"])
    assert store.add(record) == Added(record.id, "created")
    back = store.get(record.id)
    assert back == record
    assert back.pages == ["trang một", "trang hai"]
    assert back.to_json() == record.to_json()


def contents(store: Store) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table."""
    with store._database.read() as connection:
        tables = [table for table in inspect(connection).get_table_names() if not table.startswith("search_")]
        rows = {table: connection.execute(text(f'SELECT * FROM "{table}"')).all() for table in tables}  # noqa: S608
    return {table: [tuple(row) for row in found] for table, found in rows.items()}


def test_adding_again_changes_nothing(store: Store) -> None:
    store.add(make())
    before = contents(store)
    assert store.add(make()).state == "unchanged"
    assert contents(store) == before
    assert before["documents"]


def test_the_same_bytes_under_another_name_are_another_place(store: Store, tmp_path: Path) -> None:
    first, second = tmp_path / "a.txt", tmp_path / "b" / "cũ.txt"
    assert store.add(make(content=b"x", name="a.txt"), original=first).state == "created"
    assert store.add(make(content=b"x", name="cũ.txt"), original=second).state == "unchanged"
    assert store.add(make(content=b"x", name="a.txt"), original=first).state == "unchanged"
    assert store.add(make(content=b"x", name="thư.txt")).state == "unchanged"
    assert store.count() == 1
    assert store.get(make(content=b"x").id).source.name == "a.txt"
    assert store.places(make(content=b"x").id) == [str(first), str(second), "thư.txt"]


def test_a_place_need_not_be_utf8(store: Store) -> None:
    record = make()
    store.add(record, original=Path(os.fsdecode(b"/tmp/\xe9.txt")))
    assert store.places(record.id) == ["/tmp/\\udce9.txt"]  # noqa: S108 - never opened


def test_a_newer_extraction_replaces_the_older(store: Store) -> None:
    store.add(make("1/KH-A", content=b"x", pages=["chữ cũ"], citations=[cite("9/KH-B")], review=["number"]))
    store.add(make("2/KH-C", content=b"y", pages=["văn bản khác"]))
    again = make("3/KH-A", content=b"x", pages=["chữ mới", "thêm"], to=["Sở Y tế"])
    assert store.add(again).state == "updated"
    assert store.get(again.id) == again
    found = {
        q: store.count(q) for q in ("cũ", "mới", "so:1", "so:3", "trich-dan:9", "nghi-van:co", "khác", "noi-nhan:y")
    }
    assert found == {
        "cũ": 0,
        "mới": 1,
        "so:1": 0,
        "so:3": 1,
        "trich-dan:9": 0,
        "nghi-van:co": 0,
        "khác": 1,
        "noi-nhan:y": 1,
    }


def test_an_index_made_with_other_words_is_made_anew(store: Store) -> None:
    store.add(make("1/KH-A", content=b"x", pages=["một"]))
    store.add(make("2/KH-A", content=b"y", pages=["hai"]))
    with store._database.write() as connection:
        connection.exec_driver_sql("UPDATE documents SET indexed = indexed + 1")
    assert store.add(make("1/KH-A", content=b"x", pages=["ba"])).state == "updated"
    assert [store.count(word) for word in ("một", "hai", "ba")] == [0, 1, 1]
    with store._database.write() as connection:
        if connection.dialect.name == "sqlite":
            connection.exec_driver_sql("INSERT INTO search (search) VALUES ('integrity-check')")


@pytest.mark.parametrize("shorten", [str, lambda id: id[7:], lambda id: id[:13], lambda id: id[7:13].upper()])
def test_get_by_id(store: Store, shorten: object) -> None:
    record = make()
    store.add(record)
    assert store.get(shorten(record.id)).id == record.id  # type: ignore[operator]


@pytest.mark.parametrize("name", ["12/KH-UBND", "12/kh-ubnd", "012 / KH – UBND"])
def test_get_by_number(store: Store, name: str) -> None:
    store.add(make("12/KH-UBND"))
    assert store.get(name).number.canonical == "12/KH-UBND"


@pytest.mark.parametrize("name", ["", "13/KH-UBND", "sha256:", "ffffff", "12", "%", "zzz"])
def test_get_unknown(store: Store, name: str) -> None:
    store.add(make("12/KH-UBND"))
    with pytest.raises(RecordUnknown):
        store.get(name)


@pytest.mark.parametrize(
    ("name", "near"), [("12", "; there are: 012/QĐ-UBND, 12/KH-UBND."), ("1", "“1”."), ("13/KH", "“13/KH”.")]
)
def test_get_unknown_names_the_numbers_of_a_serial(store: Store, name: str, near: str) -> None:
    for number in ("12/KH-UBND", "012/QĐ-UBND", "123/KH-UBND"):
        store.add(make(number))
    with pytest.raises(RecordUnknown) as caught:
        store.get(name)
    assert caught.value.message("en").endswith(near)


def test_get_ambiguous_lists_the_choices(store: Store) -> None:
    first, second = make(issuer="Sở Y tế"), make(issuer="Sở Nội vụ")
    store.add(first)
    store.add(second)
    with pytest.raises(RecordAmbiguous) as caught:
        store.get("12/KH-UBND")
    message = caught.value.message("en")
    assert all(part in message for part in (first.id[:19], "Sở Y tế", second.id[:19], "Sở Nội vụ"))
    assert caught.value.params["ids"] == [first.id, second.id]


def test_records_come_in_the_order_they_were_added(store: Store) -> None:
    records = [make(f"{at}/KH-UBND") for at in range(450)]
    added = list(store.add_many((record, None) for record in records))
    assert {item.state for item in added} == {"created"}
    assert [item.id for item in added] == [record.id for record in records]
    assert [record.id for record in store] == [record.id for record in records]
    assert store.count() == 450


def test_add_many_keeps_whole_batches_only(store: Store) -> None:
    def records() -> object:
        yield from ((make(f"{at}/KH-UBND"), None) for at in range(250))
        raise StoreError(path="x", reason="y")

    with pytest.raises(StoreError):
        list(store.add_many(records()))  # type: ignore[arg-type]
    assert store.count() == 200


def _add_range(place: str, first: int, count: int) -> None:
    with Store(place) as store:
        for at in range(first, first + count):
            store.add(make(f"{at}/KH-UBND"))


@pytest.fixture
def new_place(dialect: str, request: pytest.FixtureRequest) -> Iterator[str]:
    """Where no store was made yet: no file, or a database without tables."""
    if dialect == "sqlite":
        yield str(request.getfixturevalue("tmp_path") / "kho.db")
    else:
        with database(request.getfixturevalue("postgresql")) as url:
            yield url


def test_two_processes_add_at_once(new_place: str) -> None:
    spawn = multiprocessing.get_context("spawn")
    workers = [spawn.Process(target=_add_range, args=(new_place, first, 40)) for first in (0, 20)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join(600)
    assert [worker.exitcode for worker in workers] == [0, 0]
    with Store(new_place) as store:
        assert store.count() == store.count("kh") == 60
        held = contents(store)
        assert len(held["documents"]) == len(held["works"]) == len(held["pages"]) == len(held["places"]) == 60


def test_a_killed_process_leaves_whole_documents(store_url: str) -> None:
    worker = multiprocessing.get_context("spawn").Process(target=_add_range, args=(store_url, 0, 100_000))
    worker.start()
    with Store(store_url) as store:
        until = time.monotonic() + 300
        while store.count() < 5 and time.monotonic() < until:
            time.sleep(0.01)
        assert worker.pid
        os.kill(worker.pid, signal.SIGKILL)
        worker.join()
        kept = list(store)
        assert len(kept) >= 5
        assert store.count("dung") == len(kept)  # the index holds what the tables hold
        assert all(store.get(record.id).pages == ["Nội dung văn bản."] for record in kept[-3:])
        assert store.add(make("0/KH-X")).state == "created"


def test_public_names() -> None:
    from vanban import Store as public

    assert public is Store
    assert Record.model_fields
