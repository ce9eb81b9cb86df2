"""Many files in one run: what folders hold, and what a failure costs."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from vanban import batch
from vanban.errors import FileEmpty, FolderUnreadable
from vanban.record import Record


def lay(folder: Path, *names: str) -> Path:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("x", "utf-8")
    return folder


def test_folders_are_searched_and_what_no_reader_knows_is_told(tmp_path: Path) -> None:
    lay(tmp_path, "b/2.PDF", "b/1.txt", "a.docx", "b/so.xlsx", "b/c/khong-duoi", "b/~$1.docx", "b/._1.pdf", ".DS_Store")
    found = batch.files_in([tmp_path])
    assert [path.relative_to(tmp_path).as_posix() for path in found.files] == ["a.docx", "b/1.txt", "b/2.PDF"]
    assert [path.name for path in found.left] == ["khong-duoi", "so.xlsx"]
    assert found.closed == []


def test_a_file_that_is_named_is_read_whatever_its_name(tmp_path: Path) -> None:
    (tmp_path / "khong-duoi").touch()
    named = [tmp_path / "khong-duoi", tmp_path / "khong-co.pdf", tmp_path / ("x" * 300)]
    assert batch.files_in(named).files == named


def test_a_folder_that_is_closed_is_told(tmp_path: Path) -> None:
    closed: list[FolderUnreadable] = []
    assert list(batch._below(tmp_path / "gone", closed)) == []
    assert [error.params["path"] for error in closed] == [str(tmp_path / "gone")]


def test_files_of_other_kinds_are_told_by_kind(capsys: pytest.CaptureFixture[str]) -> None:
    batch.tell_left([], as_json=True)
    batch.tell_left([Path("a.xlsx"), Path("b.XLSX"), Path("README")], as_json=True)
    (line,) = capsys.readouterr().err.splitlines()
    assert json.loads(line) == {"warning": {"code": "left_alone", "count": 3, "names": ["a.xlsx", "b.XLSX", "README"]}}
    batch.tell_left([Path("a.xlsx"), Path("b.XLSX"), Path("README")], as_json=False)
    assert ".xlsx (2), README (1)" in capsys.readouterr().err


def test_each_tells_of_every_failure_and_goes_on(
    samples: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    seen: list[str] = []

    def use(path: Path, record: Record) -> None:
        if path.name == "loi.txt":
            raise ValueError("a defect")
        seen.append(record.source.name)

    text = (samples / "ke-hoach.txt").read_bytes()
    (tmp_path / "loi.txt").write_bytes(text)
    (tmp_path / "tot.txt").write_bytes(text)
    (tmp_path / "rong.txt").touch()
    files = [tmp_path / name for name in ("rong.txt", "loi.txt", "tot.txt")]
    assert batch.each(files, use, ocr=False, json_errors=True) == (FileEmpty.exit_status, 2)
    assert seen == ["tot.txt"]
    told = [json.loads(line)["error"]["code"] for line in capsys.readouterr().err.splitlines()]
    assert told == ["file_empty", "internal"]


def test_when_our_own_output_fails_nothing_more_is_read(samples: Path) -> None:
    def full(path: Path, record: Record) -> None:
        raise OSError(28, "No space left on device")

    with pytest.raises(OSError, match="No space left"):
        batch.each([samples / "ke-hoach.txt"], full, ocr=False, json_errors=False)
