"""What files are, by their bytes."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from vanban.errors import FileEmpty, FileTooLarge, FileUnreadable, FormatMismatch, FormatUnknown, VanbanError
from vanban.reading.sniff import DOC, JPEG, MARKDOWN, PDF, PNG, TEXT, TIFF, sniff
from vanban.settings import Settings

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
JUNK = bytes(range(256)) * 40


@pytest.mark.parametrize(
    ("name", "data", "media_type", "warned"),
    [
        ("a.pdf", b"%PDF-1.7\n", PDF, False),
        ("a.pdf", b"\n\n  %PDF-1.4\n", PDF, False),
        ("a.PNG", b"\x89PNG\r\n\x1a\n....", PNG, False),
        ("a.jpeg", b"\xff\xd8\xff\xe0....", JPEG, False),
        ("a.tif", b"II*\x00....", TIFF, False),
        ("a.tiff", b"MM\x00*....", TIFF, False),
        ("a.doc", OLE, DOC, False),
        ("a.txt", "Số: 1/KH".encode(), TEXT, False),
        ("a.md", b"# Head", MARKDOWN, False),
        ("a.txt", "Số: 1/KH".encode("utf-16"), TEXT, False),
        ("a.txt", "Căn cứ Luật".encode("utf-16-le"), TEXT, False),
        ("a.txt", b"BM is how this text begins", TEXT, False),
        ("a", b"no extension", TEXT, False),
        ("a.pdf", b"\x89PNG\r\n\x1a\n....", PNG, True),
        ("a.doc", b"%PDF-1.7\n", PDF, True),
        ("a.pdf", b"only words", TEXT, True),
    ],
)
def test_sniff_goes_by_the_bytes(tmp_path: Path, name: str, data: bytes, media_type: str, warned: bool) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    found = sniff(path, Settings())
    assert (found.media_type, found.bytes) == (media_type, len(data))
    assert [warning.code for warning in found.warnings] == (["format_mismatch"] if warned else [])


@pytest.mark.parametrize(
    ("name", "data", "error"),
    [
        ("a.pdf", b"", FileEmpty),
        ("a.txt", JUNK, FormatMismatch),
        ("a.xyz", JUNK, FormatUnknown),
        ("a.docx", b"PK\x03\x04" + JUNK, FormatUnknown),
        ("a.pdf", b"{\\rtf1 a}", FormatMismatch),
        ("a.doc", b"<html><body>a</body></html>", FormatMismatch),
        ("a.gif", b"GIF89a....", FormatUnknown),
        ("a.txt", b"x" * 2000, FileTooLarge),
    ],
)
def test_sniff_refuses(tmp_path: Path, name: str, data: bytes, error: type[VanbanError]) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    if name == "a.docx":  # a damaged zip is its reader's to refuse
        assert "wordprocessingml" in sniff(path, Settings()).media_type
        return
    with pytest.raises(error) as caught:
        sniff(path, Settings(file_bytes=1000) if error is FileTooLarge else Settings())
    assert caught.value.to_json()["error"]["path"] == str(path)  # type: ignore[index]


def test_sniff_zip_without_a_word_document_is_no_docx(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("note.txt", "x")
    with pytest.raises(FormatMismatch):
        sniff(path, Settings())


@pytest.mark.parametrize("name", ["absent.pdf", "."])
def test_sniff_unreadable(tmp_path: Path, name: str) -> None:
    with pytest.raises(FileUnreadable):
        sniff(tmp_path / name, Settings())
