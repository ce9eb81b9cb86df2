"""Text in every encoding that Vietnamese was typed in."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vanban.errors import TextEmpty
from vanban.reading import open_document, plain
from vanban.reading.sniff import is_text

TEXT = "Ủy ban nhân dân xã Đông Mỹ\nKế hoạch quản lý đường thôn, giữ gìn vệ sinh chung"


def _tones_apart(text: str) -> str:
    """NFC of all but the five tones, which stand after their letter."""
    tones = "\u0300\u0301\u0303\u0309\u0323"
    parts = []
    for letter in text:
        apart = unicodedata.normalize("NFD", letter)
        base = unicodedata.normalize("NFC", "".join(c for c in apart if c not in tones))
        parts.append(base + "".join(c for c in apart if c in tones))
    return "".join(parts)


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        b"\xef\xbb\xbf" + TEXT.encode(),
        TEXT.encode("utf-16"),
        TEXT.encode("utf-16-le"),
        unicodedata.normalize("NFD", TEXT).encode(),
        TEXT.replace("\n", "\r\n").encode(),
        _tones_apart(TEXT).encode("cp1258"),
    ],
    ids=["utf-8", "mark", "utf-16", "utf-16 without mark", "nfd", "crlf", "cp1258"],
)
def test_plain_pages_are_nfc_text(data: bytes) -> None:
    assert [page.text for page in plain.pages(data)] == [TEXT]


@pytest.mark.parametrize(
    ("text", "pages"),
    [("một\fhai", ["một", "hai"]), ("một\f\n", ["một"]), ("một", ["một"]), ("một\f\fba", ["một", "", "ba"])],
)
def test_plain_form_feeds_part_pages(text: str, pages: list[str]) -> None:
    found = plain.pages(text.encode())
    assert [page.text for page in found] == pages
    assert [page.number for page in found] == list(range(1, len(pages) + 1))
    assert {page.kind for page in found} == {"plain"}


@pytest.mark.parametrize(("name", "media_type"), [("a.txt", "text/plain"), ("a.md", "text/markdown")])
def test_plain_file_is_a_document(tmp_path: Path, name: str, media_type: str) -> None:
    path = tmp_path / name
    path.write_text(TEXT, "utf-8")
    document = open_document(path)
    assert (document.media_type, document.page_count, document.text_kind) == (media_type, 1, "plain")
    assert document.id.startswith("sha256:")
    assert len(document.id) == 71
    assert not document.partial


@given(st.binary(max_size=300))
def test_plain_takes_any_bytes(data: bytes) -> None:
    is_text(data)
    for page in plain.pages(data):
        assert unicodedata.is_normalized("NFC", page.text)
        assert "\r" not in page.text


@pytest.mark.parametrize("data", [b" \n\t\n", b"\xef\xbb\xbf", "\n\n".encode("utf-16")])
def test_plain_file_without_text(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.txt").write_bytes(data)
    with pytest.raises(TextEmpty):
        open_document(tmp_path / "a.txt")
