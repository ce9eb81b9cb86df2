"""``vanban evaluate`` end to end on the sample documents."""

from __future__ import annotations

import csv
import io
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.scoring.made import PLAN, plan

GOLD = {
    "cong-van": {
        "type": "CV",
        "number": {"canonical": "1204/UBND-KTTH"},
        "issuer": "UBND tỉnh Bình Sơn",
        "signer": {"name": "Trần Quốc Khải"},
    },
    "ke-hoach": {"type": "QĐ", "subject": None},
}


def vanban(*arguments: object) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "VANBAN_LANG": "en", "PYTHONUTF8": "1", "NO_COLOR": "1"}
    command = [sys.executable, "-m", "vanban", "evaluate", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, env=environment, check=False)


@pytest.fixture(scope="module")
def marked(tmp_path_factory: pytest.TempPathFactory, samples: Path) -> Path:
    """A folder in the corpus' layout: two samples, with gold that is wrong in places on purpose."""
    folder = tmp_path_factory.mktemp("marked")
    (folder / "docs").mkdir()
    (folder / "gold").mkdir()
    for name, suffix in (("cong-van", ".pdf"), ("ke-hoach", ".txt")):
        shutil.copy(samples / f"{name}{suffix}", folder / "docs")
        (folder / "gold" / f"{name}.json").write_text(json.dumps(GOLD[name]), "utf-8")
    manifest = [{"name": "cong-van", "kind": "pdf"}, {"name": "ke-hoach", "kind": "text"}]
    (folder / "manifest.jsonl").write_text("".join(json.dumps(row) + "\n" for row in manifest), "utf-8")
    return folder


def test_table_by_kind_and_list_of_errors(marked: Path, tmp_path: Path) -> None:
    done = vanban(marked, "--by", "kind", "--errors", tmp_path / "errors.html")
    assert done.returncode == 0, done.stderr
    assert "2 documents judged" in done.stdout
    assert "pdf (1)" in done.stdout
    page = (tmp_path / "errors.html").read_text("utf-8")
    assert "Trần Quốc Khải" in page  # gold
    assert "Trần Quốc Khánh" in page  # got
    assert "data:image/png;base64," in page  # the place on the page


def test_errors_into_a_folder(marked: Path, tmp_path: Path) -> None:
    vanban(marked, "--errors", tmp_path / "errors")
    rows = list(csv.DictReader((tmp_path / "errors" / "errors.csv").open(encoding="utf-8-sig")))
    wrong = {(row["document"], row["field"]) for row in rows}
    assert wrong == {("cong-van", "signer.name"), ("ke-hoach", "type"), ("ke-hoach", "subject")}
    assert list((tmp_path / "errors" / "crops").glob("*.png"))


def test_json_holds_figures_groups_and_judgements(marked: Path) -> None:
    found = json.loads(vanban(marked, "--json", "--by", "type").stdout)
    figures = {row["field"]: row for row in found["figures"]}
    assert (figures["type"]["asked"], figures["type"]["right"], figures["type"]["f1"]) == (2, 1, 0.5)
    assert set(found["groups"]) == {"CV", "QĐ"}
    assert {row["verdict"] for row in found["outcomes"]} == {"right", "wrong", "extra"}


def test_kept_records_are_used_and_a_lacking_one_counts_as_missing(marked: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "vanban", "extract", str(marked / "docs" / "cong-van.pdf")]
    kept = tmp_path / "records.jsonl"
    kept.write_bytes(subprocess.run(command, capture_output=True, check=True).stdout)
    done = vanban(marked / "gold", marked / "docs", "--records", kept, "--csv", "--by", "document")
    assert (done.returncode, done.stderr) == (
        0,
        "1 documents without a record, all their values count as missed: ke-hoach\n",
    )
    rows = list(csv.DictReader(io.StringIO(done.stdout)))
    types = {row["group"]: (row["asked"], row["given"]) for row in rows if row["field"] == "type"}
    assert types == {"": ("2", "1"), "cong-van": ("1", "1"), "ke-hoach": ("1", "0")}


@pytest.mark.parametrize(
    ("gold", "records", "code", "told"),
    [
        ('{"subject": 5}', None, 3, "gold_invalid"),
        (None, None, 2, "pairs_missing"),
        ('{"number": {"serial": "1"}}', None, 2, "nothing_judged"),
        ('{"subject": null}', "{}\n", 3, "records_invalid"),
        ('{"subject": null}', "no\n", 3, "records_invalid"),
    ],
)
def test_failures_are_told_in_words(
    tmp_path: Path, gold: str | None, records: str | None, code: int, told: str
) -> None:
    for folder in ("gold", "docs"):
        (tmp_path / folder).mkdir()
    (tmp_path / "docs" / "a.txt").write_text("x", "utf-8")
    if gold:
        (tmp_path / "gold" / "a.json").write_text(gold, "utf-8")
    more = ()
    if records:
        (tmp_path / "r.jsonl").write_text(records, "utf-8")
        more = ("--records", tmp_path / "r.jsonl")
    done = vanban(tmp_path, *more)
    assert (done.returncode, done.stdout) == (code, "")
    assert f"[{told}]" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_document_that_cannot_be_read_is_told_and_counts(marked: Path, tmp_path: Path) -> None:
    shutil.copytree(marked, tmp_path / "all")
    (tmp_path / "all" / "docs" / "cong-van.pdf").write_bytes(b"")
    done = vanban(tmp_path / "all", "--json")
    assert done.returncode == 3
    assert json.loads(done.stdout)["failed"] == ["cong-van"]
    assert "file_empty" in done.stderr


@pytest.mark.parametrize("records", ["utf-8", "utf-8-sig", "utf-16"])
def test_records_in_any_unicode_with_any_letters(marked: Path, tmp_path: Path, records: str) -> None:
    subject = "trước\u2028sau\x85"  # ends of lines for Python, letters for JSON
    lines = [plan(source={**PLAN["source"], "name": name}, subject=subject).to_json() for name in ("ke-hoach.txt",) * 2]
    (tmp_path / "r.jsonl").write_text("\n".join(lines) + "\n", records)
    done = vanban(marked / "gold", marked / "docs", "--records", tmp_path / "r.jsonl", "--json")
    assert [row["got"] for row in json.loads(done.stdout)["outcomes"] if row["field"] == "subject"] == [subject]
    assert "1 names with several records, of which the last counts: ke-hoach" in done.stderr


def test_a_place_for_errors_that_cannot_be_written_is_told_before_the_work(marked: Path, tmp_path: Path) -> None:
    for target in (tmp_path / "none" / "e.html", marked / "docs" / "cong-van.pdf" / "e"):
        done = vanban(marked, "--errors", target)
        assert (done.returncode, done.stdout) == (1, "")
        assert "[output_failed]" in done.stderr
        assert str(target) in done.stderr


def test_a_wrong_folder_is_told_as_a_folder(tmp_path: Path) -> None:
    done = vanban(tmp_path / "gold", tmp_path)
    assert done.returncode == 3
    assert "[folder_unreadable]" in done.stderr
    assert "vanban import" not in done.stderr


def test_one_bad_gold_file_costs_one_document(marked: Path, tmp_path: Path) -> None:
    shutil.copytree(marked, tmp_path / "all")
    (tmp_path / "all" / "gold" / "cong-van.json").write_text("{", "utf-8")
    done = vanban(tmp_path / "all", "--json", "--json-errors")
    assert done.returncode == 3
    assert json.loads(done.stdout)["documents"] == 1
    assert json.loads(done.stderr.splitlines()[0])["error"]["code"] == "gold_invalid"


def test_gold_without_anything_judged_is_named(marked: Path, tmp_path: Path) -> None:
    shutil.copytree(marked, tmp_path / "all")
    (tmp_path / "all" / "gold" / "ke-hoach.json").write_text('{"number": {"serial": "1"}, "note": 1}', "utf-8")
    done = vanban(tmp_path / "all", "--json", "--json-errors")
    told = [json.loads(line)["warning"] for line in done.stderr.splitlines()]
    assert [(one["code"], one["names"]) for one in told] == [("unjudged", ["ke-hoach"]), ("unknown_keys", ["note"])]


def test_a_document_that_is_no_longer_what_was_read_costs_its_picture_alone(marked: Path, tmp_path: Path) -> None:
    shutil.copytree(marked, tmp_path / "all")
    name = "cong-van.pdf"
    (tmp_path / "all" / "docs" / name).write_bytes(b"%PDF-1.4 cut short")
    record = plan(source={**PLAN["source"], "name": name}, fields={}, review=[])
    (tmp_path / "r.jsonl").write_text(record.to_json(), "utf-8")
    gold = tmp_path / "all"
    done = vanban(gold / "gold", gold / "docs", "--records", tmp_path / "r.jsonl", "--errors", tmp_path / "e.html")
    assert done.returncode == 0, done.stderr
    assert "Trần Quốc Khải" in (tmp_path / "e.html").read_text("utf-8")


def test_values_beyond_the_common_ones_stand_apart(marked: Path, tmp_path: Path) -> None:
    shutil.copytree(marked, tmp_path / "all")
    (tmp_path / "all" / "gold" / "ke-hoach.json").write_text('{"type": "KH", "urgency": "hỏa tốc"}', "utf-8")
    done = vanban(tmp_path / "all")
    assert done.stdout.index("signer.name") < done.stdout.index("urgency *")
    assert "* judged beyond the common fields" in done.stdout
    rows = csv.DictReader(io.StringIO(vanban(tmp_path / "all", "--csv").stdout))
    assert {row["field"]: row["beyond"] for row in rows}["urgency"] == "True"
