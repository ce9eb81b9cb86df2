"""Errors as people and programs read them: causes in their language, names of files that a terminal may show."""

from __future__ import annotations

from pathlib import Path

import pytest

from vanban.errors import FileUnreadable, FormatMismatch, OutputFailed, TimedOut, UsageError, VanbanError


@pytest.mark.parametrize(
    ("error", "vi", "en"),
    [
        (
            FileUnreadable(path="a.pdf", reason="Permission denied"),
            "a.pdf: không mở được tệp (không được phép).",
            "a.pdf: the file cannot be opened (Permission denied).",
        ),
        (
            OutputFailed(path=Path("a.csv"), reason="No space left on device"),
            "a.csv: không ghi được (hết dung lượng đĩa).",
            "a.csv: it cannot be written (No space left on device).",
        ),
        (
            FormatMismatch(path="a.pdf", found="application/octet-stream"),
            "a.pdf: nội dung là dữ liệu không rõ loại, không đúng với tên tệp.",
            "a.pdf: the bytes are application/octet-stream, not what the name says.",
        ),
        (
            TimedOut(path="a.pdf", page=2, seconds=60.0),
            "a.pdf, trang 2: quá 60 giây nên đã dừng.",
            "a.pdf, page 2: stopped after 60 seconds.",
        ),
        (
            FileUnreadable(path="a\x1b[2J\nb\udce9.pdf", reason="a cause that nobody knows"),
            r"a\x1b[2J\nb\udce9.pdf: không mở được tệp (a cause that nobody knows).",
            r"a\x1b[2J\nb\udce9.pdf: the file cannot be opened (a cause that nobody knows).",
        ),
    ],
)
def test_message(error: VanbanError, vi: str, en: str) -> None:
    assert (error.message("vi"), error.message("en")) == (vi, en)


def test_json_names_the_path_as_it_is() -> None:
    told = FileUnreadable(path=Path("a\nb.pdf"), page=3, reason="x").to_json("en")["error"]
    assert isinstance(told, dict)
    assert (told["path"], told["page"]) == ("a\nb.pdf", 3)


def test_a_folder_has_a_remedy_of_its_own(tmp_path: Path) -> None:
    assert "vanban import" in FileUnreadable(path=tmp_path, reason="not a file").remedy("vi")
    assert "vanban import" not in FileUnreadable(path=tmp_path / "none.pdf", reason="x").remedy("vi")


@pytest.mark.parametrize(("params", "command"), [({}, "vanban"), ({"command": "vanban show"}, "vanban show")])
def test_a_wrong_call_names_the_command_whose_help_tells_more(params: dict[str, str], command: str) -> None:
    assert UsageError(reason="x", **params).remedy("en") == f"See {command} --help."
