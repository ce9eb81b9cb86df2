"""Records as JSON lines and as a register."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from tests.store.factory import cite, make, task
from vanban.errors import OutputFailed, UsageError
from vanban.record import Record
from vanban.store import Store
from vanban.store.exporting import COLUMNS, export


def rows(text: str) -> list[dict[str, str]]:
    assert text.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))


def test_jsonl_is_the_contract(store: Store, tmp_path: Path) -> None:
    plan, report = make("12/KH-UBND"), make("1/BC-UBND", citations=[cite("12/KH-UBND")], pages=["không xuất"])
    store.add(plan)
    store.add(report)
    assert store.export("jsonl", tmp_path / "ra.jsonl") == 2
    lines = (tmp_path / "ra.jsonl").read_text("utf-8").splitlines()
    assert [Record.model_validate_json(line).id for line in lines] == [plan.id, report.id]
    assert json.loads(lines[1])["citations"][0]["target"] == plan.id
    assert list(tmp_path.glob(".ra*")) == []


def test_csv(store: Store) -> None:
    store.add(make(to=["Sở Y tế", "Sở Nội vụ"], assignments=[task("A")], citations=[cite("9/KH-B")], review=["number"]))
    stream = io.StringIO()
    assert store.export("csv", stream) == 1
    (row,) = rows(stream.getvalue())
    assert tuple(row) == COLUMNS
    assert {
        key: row[key] for key in ("number", "date", "type", "to", "assignments", "citations", "review", "urgency")
    } == {
        "number": "12/KH-UBND",
        "date": "2024-05-14",
        "type": "Kế hoạch",
        "to": "Sở Y tế; Sở Nội vụ",
        "assignments": "1",
        "citations": "9/KH-B",
        "review": "number",
        "urgency": "",
    }


def test_csv_with_words_for_headers(store: Store) -> None:
    store.add(make())
    stream = io.StringIO()
    store.export("csv", stream, headers="vi")
    (row,) = rows(stream.getvalue())
    assert (row["Số, ký hiệu"], row["Trích yếu"]) == ("12/KH-UBND", "trồng cây phân tán")


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_csv_holds_no_formula(start: str) -> None:
    stream = io.StringIO()
    export([make(subject=f'{start}HYPERLINK("x")')], "csv", stream, headers=None)
    assert f"'{start}HYPERLINK" in stream.getvalue()


def test_csv_opens_with_a_byte_order_mark(store: Store, tmp_path: Path) -> None:
    assert store.export("csv", tmp_path / "ra.csv") == 0
    data = (tmp_path / "ra.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbfid,file,genre")
    assert data.count(b"\n") == 1


def test_csv_in_several_batches() -> None:
    stream = io.StringIO()
    assert export((make(f"{at}/KH-UBND") for at in range(2100)), "csv", stream, headers=None) == 2100
    assert [row["number"] for row in rows(stream.getvalue())] == [f"{at}/KH-UBND" for at in range(2100)]


def test_export_of_a_query(store: Store) -> None:
    store.add(make("1/KH-A", kind="KH"))
    store.add(make("2/QĐ-A", kind="QĐ"))
    stream = io.StringIO()
    assert store.export("jsonl", stream, "loai:QĐ") == 1
    assert json.loads(stream.getvalue())["number"]["canonical"] == "2/QĐ-A"


def test_unknown_format(store: Store) -> None:
    with pytest.raises(UsageError) as caught:
        store.export("xml", io.StringIO())
    assert "jsonl, csv" in caught.value.message("en")


def test_a_file_that_failed_does_not_appear(tmp_path: Path) -> None:
    def broken() -> object:
        yield make()
        raise RuntimeError

    with pytest.raises(RuntimeError):
        export(broken(), "jsonl", tmp_path / "ra.jsonl", headers=None)  # type: ignore[arg-type]
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(OutputFailed):
        export([], "jsonl", tmp_path / "không" / "ra.jsonl", headers=None)
