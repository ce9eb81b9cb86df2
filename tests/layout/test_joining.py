"""Lines joined to a paragraph: breaks inside words, marks of Markdown, and where each letter stands."""

from __future__ import annotations

import pytest

from vanban.layout.joining import breaks_word, hangs, join
from vanban.layout.model import Line


@pytest.mark.parametrize(
    ("before", "after", "inside"),
    [
        ("Căn c", "ứ Luật Cây xanh", True),
        ("KT. TH", "Ủ TƯỚNG", True),
        ("Hà N", "ội, ngày", True),
        ("Căn cứ", "Luật Cây xanh", False),
        ("của UBND", "Ủy ban", False),
        ("thực hiện", "kế hoạch", False),
        ("xã Đồi", "Mây", False),
        ("theo QĐ", "Ủy ban", False),
        ("số 30", "tháng 5", False),
        ("", "a", False),
    ],
)
def test_breaks_inside_words(before: str, after: str, inside: bool) -> None:
    assert breaks_word(before, after) is inside


@pytest.mark.parametrize(
    ("texts", "joined"),
    [
        (["Căn cứ Luật số", "63/2020/QH14", ";"], "Căn cứ Luật số 63/2020/QH14;"),
        (["Căn c", "ứ Luật"], "Căn cứ Luật"),
        (["Số: 7/QĐ-", "UBND"], "Số: 7/QĐ-UBND"),
        (["thi đua “*Vì cây xanh*” và", "*trồng cây*"], "thi đua “Vì cây xanh” và trồng cây"),
        (["ghi chú (*) ở cuối"], "ghi chú (*) ở cuối"),
        (["năm 202", "5"], "năm 2025"),
        (["bản sao_y", "và tệp"], "bản sao_y và tệp"),
    ],
)
def test_lines_join_to_text(texts: list[str], joined: str) -> None:
    lines, at = [], 0
    for text in texts:
        lines.append(Line(1, at, at + len(text), text))
        at += len(text) + 1
    page = "\n".join(texts)
    text, pieces = join(lines)
    assert text == joined
    for piece in pieces:
        assert page[piece.start : piece.start + piece.length] == text[piece.offset : piece.offset + piece.length]


@pytest.mark.parametrize(
    ("text", "open_"),
    [
        ("theo Quyết định số", True),
        ("gồm:", False),
        ("trồng cây và", True),
        ("xong.", False),
        ("theo từ", True),
        ("lưu trữ điện tử", False),
        ("Hội Cây xanh Việt Nam", False),
        ("CỦA CÁC", True),
        ("ở xã", True),
        ("vườn cây cấp xã", False),
    ],
)
def test_lines_that_hang(text: str, open_: bool) -> None:
    assert hangs(text) is open_
