"""The command line end to end: real files, the real Tesseract, a real store."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from vanban import __version__
from vanban.cli import COMMANDS


def vanban(*arguments: object, lang: str = "en", cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "VANBAN_LANG": lang, "PYTHONUTF8": "1", "NO_COLOR": "1"}
    command = [sys.executable, "-m", "vanban", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, env=environment, cwd=cwd, check=False)


def records(done: subprocess.CompletedProcess[str]) -> list[dict[str, object]]:
    return [json.loads(line) for line in done.stdout.splitlines()]


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory, samples: Path) -> Path:
    """A store with the sample documents that need no OCR."""
    store = tmp_path_factory.mktemp("archive") / "kho.db"
    done = vanban("import", samples / "ke-hoach.txt", samples / "cong-van.pdf", "--store", store)
    assert done.returncode == 0, done.stderr
    return store


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("lang", ["vi", "en"])
def test_every_command_explains_itself(command: str, lang: str) -> None:
    done = vanban(command, "--help", lang=lang)
    assert done.returncode == 0
    if command not in ("schema", "doctor"):
        assert ("Ví dụ" if lang == "vi" else "Examples") in done.stdout


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("readme", ["README.md", "README.vi.md"])
def test_readme_shows_every_command(command: str, readme: str) -> None:
    assert f"vanban {command}" in (Path(__file__).parents[1] / readme).read_text("utf-8")


def test_version() -> None:
    assert vanban("--version").stdout == f"vanban {__version__}\n"


def test_extract_prints_a_record_a_line_in_the_order_given(samples: Path) -> None:
    done = vanban("extract", samples / "cong-van.pdf", samples / "ke-hoach.txt")
    assert done.returncode == 0
    assert [record["source"]["name"] for record in records(done)] == ["cong-van.pdf", "ke-hoach.txt"]  # type: ignore[index]


def test_extract_reads_the_head_of_a_letter(samples: Path) -> None:
    (record,) = records(vanban("extract", samples / "cong-van.pdf"))
    assert record["number"]["canonical"] == "1204/UBND-KTTH"  # type: ignore[index]
    assert record["issued"]["date"] == "2025-09-05"  # type: ignore[index]
    assert record["issuer"]["name"] == "Ủy ban nhân dân tỉnh Bình Sơn"  # type: ignore[index]
    assert record["signer"]["name"] == "Trần Quốc Khánh"  # type: ignore[index]


@pytest.mark.ocr
def test_extract_reads_a_scan_with_a_blank_number_under_a_seal(samples: Path) -> None:
    (record,) = records(vanban("extract", samples / "quyet-dinh-quet.pdf"))
    assert record["source"]["text"] == "ocr"  # type: ignore[index]
    assert record["type"]["code"] == "QĐ"  # type: ignore[index]
    assert record["number"]["serial"] is None  # type: ignore[index]
    assert record["number"]["symbol"] == "QĐ-SNV"  # type: ignore[index]
    assert record["number"]["status"] == "blank"  # type: ignore[index]
    assert record["issued"]["date"] == "2025-10"  # type: ignore[index]
    assert record["signer"]["name"] == "Phạm Thị Hồng Vân"  # type: ignore[index]


def test_a_bad_file_costs_that_file_only(samples: Path, tmp_path: Path) -> None:
    empty = tmp_path / "rong.pdf"
    empty.touch()
    done = vanban("extract", empty, samples / "ke-hoach.txt", tmp_path / "khong-co.pdf", "--json-errors")
    assert done.returncode == 3
    assert [record["source"]["name"] for record in records(done)] == ["ke-hoach.txt"]  # type: ignore[index]
    errors = [json.loads(line)["error"] for line in done.stderr.splitlines()]
    assert [error["code"] for error in errors] == ["file_empty", "file_unreadable"]
    assert all(error["message"] and error["remedy"] and error["path"] for error in errors)


@pytest.mark.parametrize(("lang", "words"), [("vi", "tệp rỗng"), ("en", "the file is empty")])
def test_errors_speak_both_languages(tmp_path: Path, lang: str, words: str) -> None:
    empty = tmp_path / "rong.txt"
    empty.touch()
    done = vanban("extract", empty, lang=lang)
    assert words in done.stderr
    assert "[file_empty]" in done.stderr


def test_import_again_adds_nothing(archive: Path, samples: Path) -> None:
    done = vanban("import", samples / "ke-hoach.txt", samples / "cong-van.pdf", "--store", archive)
    assert "0 new, 0 updated, 2 already there, 0 failed" in done.stdout


def test_import_takes_folders_and_leaves_what_it_cannot_read_alone(samples: Path, tmp_path: Path) -> None:
    folder = tmp_path / "ho-so" / "2026"
    folder.mkdir(parents=True)
    (folder / "a.txt").write_bytes((samples / "ke-hoach.txt").read_bytes())
    (folder / "a.xlsx").write_bytes(b"PK")
    done = vanban("import", tmp_path / "ho-so", "--store", tmp_path / "kho.db")
    assert "1 new" in done.stdout
    assert done.returncode == 0


@pytest.mark.parametrize("query", ["giam ngheo", '"giảm nghèo"', "loai:KH", "so:27/KH-UBND", "tu:2026 den:2026"])
def test_search_finds_the_plan(archive: Path, query: str) -> None:
    found = json.loads(vanban("search", query, "--store", archive, "--json").stdout)
    assert "27/KH-UBND" in [hit["number"] for hit in found["hits"]]


def test_search_says_when_there_is_nothing(archive: Path) -> None:
    done = vanban("search", "không có từ nào như zzzz", "--store", archive)
    assert "No results" in done.stdout


def test_a_wrong_query_is_explained(archive: Path) -> None:
    done = vanban("search", '"chưa đóng', "--store", archive)
    assert done.returncode == 2
    assert "[query_invalid]" in done.stderr


def test_search_without_a_store_is_explained(tmp_path: Path) -> None:
    done = vanban("search", "x", "--store", tmp_path / "khong-co.db")
    assert done.returncode == 6
    assert "[store_unusable]" in done.stderr
    assert not (tmp_path / "khong-co.db").exists()


def test_show_by_number(archive: Path) -> None:
    record = json.loads(vanban("show", "27/KH-UBND", "--store", archive, "--json").stdout)
    assert record["source"]["name"] == "ke-hoach.txt"
    assert "Lê Thị Minh Nguyệt" in vanban("show", "27/KH-UBND", "--store", archive).stdout


def test_show_of_an_unknown_number_is_explained(archive: Path) -> None:
    done = vanban("show", "99/KH-UBND", "--store", archive)
    assert done.returncode == 6
    assert "[record_unknown]" in done.stderr


def test_export_jsonl_is_what_extract_prints(archive: Path, samples: Path) -> None:
    exported = records(vanban("export", "--store", archive, "--query", "loai:KH"))
    extracted = records(vanban("extract", samples / "ke-hoach.txt"))
    for record in exported:  # the store knows which of the documents cited it holds
        for citation in record["citations"]:  # type: ignore[attr-defined]
            citation["target"] = None
    assert exported == extracted


def test_export_csv_opens_as_a_table(archive: Path, tmp_path: Path) -> None:
    path = tmp_path / "so.csv"
    vanban("export", "--store", archive, "--format", "csv", "--output", path)
    rows = list(csv.reader(io.StringIO(path.read_text("utf-8-sig"))))
    assert len(rows) == 3
    assert any("27/KH-UBND" in cell for row in rows for cell in row)


def test_schema_is_json_schema() -> None:
    assert json.loads(vanban("schema").stdout)["$id"] == "urn:vanban.record/1"


def test_doctor_tells_what_is_there() -> None:
    found = {item["key"]: item for item in json.loads(vanban("doctor", "--json").stdout)}
    assert found["python"]["found"]
    assert found["fts5"]["found"]


def test_a_wrong_language_is_explained() -> None:
    done = vanban("doctor", "--lang", "fr")
    assert done.returncode == 2


def test_search_marks_the_words_it_found(archive: Path) -> None:
    assert "«giảm nghèo»" in vanban("search", "giam ngheo", "--store", archive).stdout.replace("» «", " ")


def test_a_closed_pipe_is_no_failure(samples: Path) -> None:
    command = f"{sys.executable} -m vanban extract {samples / 'ke-hoach.txt'} {samples / 'cong-van.pdf'} | head -c 10"
    done = subprocess.run(["bash", "-c", f"set -o pipefail; {command}"], capture_output=True, text=True, check=False)
    assert done.returncode == 0
    assert done.stderr == ""


def test_a_full_disk_is_told(samples: Path) -> None:
    command = f"{sys.executable} -m vanban schema > /dev/full"
    environment = {**os.environ, "VANBAN_LANG": "en"}
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False, env=environment)
    assert done.returncode == 1
    assert "[output_failed]" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_failed_export_leaves_the_file_that_was_there(archive: Path, tmp_path: Path) -> None:
    kept = tmp_path / "giu.csv"
    kept.write_text("cũ", "utf-8")
    done = vanban("export", "--store", archive, "--format", "csv", "--output", kept, "--query", '"chưa đóng')
    assert done.returncode == 2
    assert kept.read_text("utf-8") == "cũ"
    assert list(tmp_path.iterdir()) == [kept]


def test_an_export_that_cannot_be_written_names_the_file(archive: Path, tmp_path: Path) -> None:
    for target in (tmp_path / "none" / "a.csv", tmp_path):
        done = vanban("export", "--store", archive, "--output", target)
        assert done.returncode == 1
        assert f"vanban: [output_failed] {target}: it cannot be written" in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_name_that_is_no_text_costs_nothing(samples: Path, tmp_path: Path) -> None:
    folder = os.fsencode(tmp_path / "ho-so")
    Path(os.fsdecode(folder)).mkdir()
    Path(os.fsdecode(folder + b"/k\xe9.txt")).write_bytes((samples / "ke-hoach.txt").read_bytes())
    Path(os.fsdecode(folder + b"/\xe9-empty.txt")).touch()
    done = vanban("import", os.fsdecode(folder), "--store", tmp_path / "kho.db", "--json-errors")
    assert done.returncode == 3
    assert "1 new, 0 updated, 0 already there, 1 failed" in done.stdout
    assert json.loads(done.stderr.splitlines()[0])["error"]["code"] == "file_empty"


def test_files_of_other_kinds_are_counted(samples: Path, tmp_path: Path) -> None:
    folder = tmp_path / "ho-so"
    folder.mkdir()
    for name in ("a.txt", "b.xlsx", "c.xlsx"):
        (folder / name).write_bytes((samples / "ke-hoach.txt").read_bytes())
    done = vanban("import", folder, "--store", tmp_path / "kho.db")
    assert "2 files of other kinds were not read: .xlsx (2)" in done.stderr


@pytest.mark.parametrize("query", ["[/x]", "[red]nghèo"])
def test_brackets_in_a_query_are_only_text(archive: Path, query: str) -> None:
    done = vanban("search", query, "--store", archive)
    assert done.returncode == 0
    assert query in done.stdout


def test_the_environment_says_how_many_rows(archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VANBAN_SEARCH_ROWS", "1")
    found = json.loads(vanban("search", "giam ngheo", "--store", archive, "--json").stdout)
    assert len(found["hits"]) == 1
    assert found["total"] == 2


def test_search_help_lists_the_fields_wherever_the_language_stands() -> None:
    assert "loai:" in vanban("--lang", "en", "search", "--help").stdout


def test_errors_of_evaluate_are_json_too(tmp_path: Path) -> None:
    done = vanban("evaluate", tmp_path / "absent", "--json-errors")
    assert done.returncode == 3
    assert json.loads(done.stderr.splitlines()[0])["error"]["path"].startswith(str(tmp_path))
