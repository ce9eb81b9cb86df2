"""Documents on disk: files, gold with places, manifest; the same bytes however many processes write them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from corpus.__main__ import main
from corpus.compose import compose
from corpus.generate import Order, generate, realise


def files(directory: Path) -> dict[str, bytes]:
    return {str(path.relative_to(directory)): path.read_bytes() for path in directory.rglob("*") if path.is_file()}


def test_every_kind_is_written(tmp_path: Path) -> None:
    main(["--split", "dev", "--count", "5", "--out", str(tmp_path), "--grade", "1", "--workers", "1"])
    rows = [json.loads(line) for line in (tmp_path / "manifest.jsonl").read_text("utf-8").splitlines()]
    assert [(row["kind"], row["grade"]) for row in rows] == [
        ("txt", None),
        ("md", None),
        ("pdf", None),
        ("docx", None),
        ("scan", 1),
    ]
    for row in rows:
        gold = json.loads((tmp_path / "gold" / f"{row['name']}.json").read_text("utf-8"))
        assert gold["places"]["issuer"]
        assert {path.stem for path in (tmp_path / "docs").iterdir()} >= {row["name"]}


def test_the_number_of_processes_changes_nothing(tmp_path: Path) -> None:
    for name, workers in (("one", 1), ("two", 2)):
        generate(Order("train", 4, tmp_path / name, ("txt", "md")), workers)
    assert files(tmp_path / "one") == files(tmp_path / "two")


def test_a_born_digital_copy_shows_no_handwriting() -> None:
    index = next(index for index in range(200) if "hand_number" in compose("dev", index).traits)
    made, gold = realise(compose("dev", index), "dev", "txt", None)
    assert gold["number"]["status"] == "blank"
    assert made.data


def test_spans_of_text_hold_the_value() -> None:
    manuscript = compose("test", 4)
    made, gold = realise(manuscript, "test", "txt", None)
    pages = made.data.decode("utf-8-sig").replace("\r\n", "\n").split("\f")
    place = made.places["number.symbol"][0]
    assert pages[place.page - 1][place.start : place.end] == gold["number"]["symbol"]


@pytest.mark.parametrize("wrong", [["--kinds", "odt"], ["--grade", "9"], ["--split", "all"]])
def test_wrong_options_are_told(wrong: list[str], tmp_path: Path) -> None:
    with pytest.raises(SystemExit):
        main(["--count", "1", "--out", str(tmp_path), *wrong])
