"""Pages of words: rows that drift, columns of head and foot, justified lines, tables."""

# ruff: noqa: E501 (a made-up document reads best in one piece)

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.layout.made import LETTER, document, printed, zoned
from vanban.layout import analyse
from vanban.layout.columns import page_lines
from vanban.layout.model import Zone
from vanban.layout.rows import rows
from vanban.reading.document import Page, Table, Word


def texts(page: Page) -> list[str]:
    return [line.text for line in page_lines(page)[1]]


@pytest.mark.parametrize("slope", [-0.03, 0.0, 0.03])
def test_rows_follow_a_drifting_baseline(slope: float) -> None:
    page = printed(
        (60, 100, "Thôn Bưởi trồng cây trong nhà văn hóa và hai bên đường làng"),
        (60, 116, "từ đầu thôn tới cuối thôn và quanh sân đình"),
        slope=slope,
    )
    assert [len(row.words) for row in rows(page.words)] == [13, 10]


def test_columns_are_read_one_after_the_other() -> None:
    page = printed(
        (90, 60, "UBND XÃ ĐỒI MÂY"), (280, 60, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        (90, 80, "Số: 4/UBND"), (330, 80, "Độc lập - Tự do - Hạnh phúc"), (90, 96, "V/v trồng cây"),
        (60, 140, "Thôn Bưởi trồng cây trong nhà văn hóa và hai bên đường làng từ đầu thôn tới cuối thôn"),
    )  # fmt: skip
    assert texts(page)[:5] == [
        "UBND XÃ ĐỒI MÂY", "Số: 4/UBND", "V/v trồng cây", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc",
    ]  # fmt: skip


def test_a_motto_close_to_the_issuer_is_parted() -> None:
    page = printed(
        (60, 60, "UBND THÀNH PHỐ SÔNG TRĂNG DÀI"),
        (230, 60, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        (300, 78, "Độc lập - Tự do - Hạnh phúc"),
    )
    assert texts(page) == [
        "UBND THÀNH PHỐ SÔNG TRĂNG DÀI",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
    ]


def test_lists_set_with_tabs_stay_rows() -> None:
    page = printed(
        (60, 60, "1. Ông Ma Dừa"), (250, 60, "Trưởng thôn"), (60, 78, "2. Bà Lò Mận"), (250, 78, "Trạm trưởng")
    )
    assert texts(page) == ["1. Ông Ma Dừa Trưởng thôn", "2. Bà Lò Mận Trạm trưởng"]


def test_tables_become_rows_of_cells() -> None:
    def word(text: str, x: float, top: float) -> Word:
        return Word(text, (x, top, x + LETTER * len(text), top + 12))

    words = [
        word("Việc:", 60, 60),
        word("TT", 70, 104),
        word("Thôn", 130, 104),
        word("1", 70, 124),
        word("Bưởi", 130, 124),
        word("Mận", 130, 138),
    ]
    cells = [
        [(60.0, 100.0, 120.0, 120.0), (120.0, 100.0, 300.0, 120.0)],
        [(60.0, 120.0, 120.0, 160.0), (120.0, 120.0, 300.0, 160.0)],
    ]
    table = Table([["TT", "Thôn"], ["1", "Bưởi\nMận"]], (60, 100, 300, 160), [list(row) for row in cells])
    page = Page(1, "digital", words=words, tables=[table], width=595, height=842)
    layout = analyse(document(page))
    assert layout.pages[0] == "Việc:\nTT\tThôn\n1\tBưởi Mận"
    assert [(block.cells, block.header) for block in layout.blocks if block.kind == "row"] == [
        (["TT", "Thôn"], ["TT", "Thôn"]),
        (["1", "Bưởi Mận"], ["TT", "Thôn"]),
    ]


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.text(st.characters(min_codepoint=48, max_codepoint=7900), min_size=1, max_size=9),
            st.floats(0, 590),
            st.floats(0, 830),
            st.floats(0, 60),
            st.floats(0, 40),
        ),
        max_size=40,
    )
)
def test_any_words_make_a_page(found: list[tuple[str, float, float, float, float]]) -> None:
    words = [Word(text, (x, top, x + width, top + height)) for text, x, top, width, height in found]
    text, lines = page_lines(Page(1, "ocr", words=words, width=595, height=842))
    assert sorted(id(word) for line in lines for word in line.words) == sorted(
        id(word) for word in words if word.text.strip()
    )
    for line in lines:
        assert text[line.start : line.end] == line.text
        assert [text[at : at + len(word.text)] for word, at in zip(line.words, line.word_starts, strict=True)] == [
            word.text for word in line.words
        ]


def test_a_stamp_beside_lines_has_a_row_of_its_own() -> None:
    page = printed((200, 100, "Kính gửi các thôn trồng cây"), (200, 116, "và họp dân trong xã"))
    stamp = Word("TỐC", (120.0, 92.0, 180.0, 124.0), 0.9)
    assert [[word.text for word in row.words][:2] for row in rows([*page.words, stamp])] == [
        ["Kính", "gửi"],
        ["TỐC"],
        ["và", "họp"],
    ]


HEAD = (
    (90, 60, "UBND XÃ ĐỒI MÂY"), (280, 60, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
    (90, 80, "Số: 4/UBND"), (300, 80, "Đồi Mây, ngày 2 tháng 3 năm 2031"),
)  # fmt: skip
TEXT = (60, 240, "Thôn Bưởi trồng cây trong nhà văn hóa và hai bên đường làng từ đầu thôn tới cuối thôn và sân đình")


@pytest.mark.parametrize(
    ("rows", "addressees", "stamp"),
    [
        (
            [(160, 130, "Kính gửi:"), (60, 150, "9/4/2031"), (230, 150, "- Trạm Y tế;"), (230, 168, "- Các thôn.")],
            ["Kính gửi:", "- Trạm Y tế;", "- Các thôn."],
            "9/4/2031",
        ),
        (
            [(40, 130, "VĂN BẢN ĐẾN"), (180, 130, "Kính gửi:"), (230, 150, "- Trạm Y tế;"), (230, 168, "- Các thôn.")],
            ["Kính gửi:", "- Trạm Y tế;", "- Các thôn."],
            "VĂN BẢN ĐẾN",
        ),
        (
            [
                (160, 130, "Kính gửi:"), (220, 150, "- Trạm Y tế trong và"), (60, 168, "HỎA TỐC"),
                (220, 168, "ngoài xã;"), (220, 186, "- Trường học;"), (220, 204, "- Các thôn."),
            ],
            ["Kính gửi:", "- Trạm Y tế trong và", "ngoài xã;", "- Trường học;", "- Các thôn."],
            "HỎA TỐC",
        ),
    ],
    ids=["beside an item", "beside Kính gửi", "in an item"],
)  # fmt: skip
def test_a_stamp_beside_the_addressees_is_none(
    rows: list[tuple[float, float, str]], addressees: list[str], stamp: str
) -> None:
    layout = analyse(document(printed(*HEAD, *rows, TEXT)))
    assert zoned(layout, Zone.ADDRESSEES) == addressees
    assert stamp in texts(printed(*HEAD, *rows, TEXT))
    assert zoned(layout, Zone.PLACE_DATE) == ["Đồi Mây, ngày 2 tháng 3 năm 2031"]


def test_what_ocr_read_twice_stands_once() -> None:
    page = printed((60, 60, "Các thôn trồng cây"), kind="ocr")
    for word in page.words:
        word.confidence = 0.95
    x0, top, _, bottom = page.words[1].box
    page.words.append(Word("thỏn", (x0 + 3, top, x0 + 14, bottom), 0.5))
    assert texts(page) == ["Các thôn trồng cây"]


@pytest.mark.parametrize(
    ("rows", "signature"),
    [
        (
            [(90, 300, "Nơi nhận:"), (90, 316, "- Như trên;"), (90, 332, "- Trạm Y tế;"), (380, 332, "Mùa A Sình"),
             (90, 348, "- Lưu: VT.")],
            ["Mùa A Sình"],
        ),
        (
            [(90, 300, "Nơi nhận:"), (380, 300, "CHỦ TỊCH"), (90, 316, "- Như trên;"), (205, 316, "."),
             (90, 332, "- Trạm Y tế xã và các thôn;"), (330, 332, "."), (90, 348, "- Lưu: VT."), (380, 348, "Mùa A Sình")],
            ["CHỦ TỊCH", "Mùa A Sình"],
        ),
        (
            [(90, 300, "Nơi nhận:"), (230, 300, "ca"), (380, 300, "CHỦ TỊCH"), (90, 316, "- Trạm Y tế xã và các thôn;"),
             (90, 332, "- Lưu: VT."), (380, 332, "Mùa A Sình")],
            ["CHỦ TỊCH", "Mùa A Sình"],
        ),
    ],
    ids=["a name alone", "specks between the columns", "ink between the columns"],
)  # fmt: skip
def test_a_signature_beside_the_list_is_parted(rows: list[tuple[float, float, str]], signature: list[str]) -> None:
    page = printed(
        (60, 260, "Thôn Bưởi trồng cây trong nhà văn hóa và hai bên đường làng từ đầu thôn"), *rows, kind="ocr"
    )
    for word in page.words:
        word.confidence = 0.9
        if word.text == ".":
            word.box = (word.box[0], word.box[1], word.box[0] + 1, word.box[3])
    found = texts(page)
    assert [text for text in found if text in signature] == signature
    assert "- Lưu: VT." in found
