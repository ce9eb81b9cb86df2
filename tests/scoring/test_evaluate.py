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
    rows = list(csv.DictReader((tmp_path / "errors" / "errors.csv").open(encoding="utf-8")))
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
    rows = list(csv.DictReader(io.StringIO(done.stdout)))
    types = {row["group"]: (row["asked"], row["given"]) for row in rows if row["field"] == "type"}
    assert types == {"": ("2", "1"), "cong-van": ("1", "1"), "ke-hoach": ("1", "0")}


@pytest.mark.parametrize(
    ("gold", "records", "code", "told"),
    [
        ('{"subject": 5}', None, 3, "gold_invalid"),
        (None, None, 2, "usage"),
        ('{"subject": null}', "{}\n", 3, "input"),
        ('{"subject": null}', "no\n", 3, "input"),
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
