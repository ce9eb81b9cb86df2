"""Blocks: joined paragraphs, sections as a reader says them, quotations, lists of every zone, table rows."""

# ruff: noqa: E501 (a made-up document reads best in one piece)

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.layout import made
from tests.layout.made import outlined, plain, printed, standing
from tests.timing import assert_linear
from vanban.layout import analyse
from vanban.layout.model import Zone

HEAD = "UBND XÃ ĐỒI MÂY\nSố: 4/KH-UBND\nKẾ HOẠCH\nTrồng cây\n\n"


@pytest.mark.parametrize(
    ("body", "sections"),
    [
        (
            "I. MỤC ĐÍCH\n\n1. Mục đích\n\na) Trồng cây.\n\nb) Tưới cây.\n\nII. THỰC HIỆN\n\n1. Thôn Bưởi:\n\n- Trồng cây.",
            ["I", "I.1", "I.1.a", "I.1.b", "II", "II.1", "II.1"],
        ),
        (
            "Điều 1. Phạm vi\n\n1. Trồng cây:\n\na) Trong sân;\n\nb) Ngoài cổng.\n\nĐiều 2. Hiệu lực\n\nKế hoạch có hiệu lực từ ngày ký.",
            ["Điều 1", "Điều 1.1", "Điều 1.1.a", "Điều 1.1.b", "Điều 2", "Điều 2"],
        ),
        ("A. CHUNG\n\nI. ĐÍCH\n\n1. Trồng cây.\n\nB. RIÊNG\n\n1. Tưới cây.", ["A", "A.I", "A.I.1", "B", "B.1"]),
        ("1. Việc\n\n1.1. Trồng cây.\n\na) Cây bưởi.\n\n1.2. Tưới cây.", ["1", "1.1", "1.1.a", "1.2"]),
        ("Điều 1. Việc của Sở\n1. Trồng cây.\n2. Tưới cây.", ["Điều 1", "Điều 1.1", "Điều 1.2"]),
        ("1. Thôn Bưởi trồng cây.\n\n2. Thôn Mận tưới cây.\n\nCác thôn báo cáo kết quả./.", ["1", "2", None]),
    ],
)
def test_sections(body: str, sections: list[str | None]) -> None:
    assert [section for section, _ in outlined(plain(HEAD + body))] == sections


def test_a_quoted_amendment_stays_text() -> None:
    body = (
        "Điều 1. Sửa đổi\n\n1. Sửa đổi Điều 3 như sau:\n\n“Điều 3. Trồng cây\n\n1. Trồng cây bưởi.\n\n2. Trồng cây mận.”\n\n"
        "2. Bãi bỏ Điều 4.\n\nĐiều 2. Hiệu lực"
    )
    blocks = plain(HEAD + body).of(Zone.BODY)
    assert [(block.kind, block.section) for block in blocks if block.marker is None] == [("paragraph", "Điều 1.1")] * 3
    assert [block.section for block in blocks if block.marker] == ["Điều 1", "Điều 1.1", "Điều 1.2", "Điều 2"]


def test_a_paragraph_runs_over_a_page_break() -> None:
    layout = plain(
        HEAD + "1. Thôn Bưởi trồng cây trong nhà văn", "2\n\nhóa và ngoài cổng làng.\n\n2. Thôn Mận tưới cây."
    )
    assert [text for _, text in outlined(layout)] == [
        "Thôn Bưởi trồng cây trong nhà văn hóa và ngoài cổng làng.",
        "Thôn Mận tưới cây.",
    ]


@pytest.mark.parametrize(
    ("text", "zone", "blocks"),
    [
        (
            HEAD
            + "Căn cứ Luật Cây xanh; Căn cứ Luật Đất làng; Xét đề nghị của thôn Bưởi,\n\nUBND xã ban hành Kế hoạch.",
            Zone.BASIS,
            ["Căn cứ Luật Cây xanh;", "Căn cứ Luật Đất làng;", "Xét đề nghị của thôn Bưởi,"],
        ),
        (
            HEAD + "Căn cứ\nLuật Cây xanh số\n4/2020/QH14\n;\nCăn cứ Luật Đất làng;\nUBND xã ban hành Kế hoạch.",
            Zone.BASIS,
            ["Căn cứ Luật Cây xanh số 4/2020/QH14;", "Căn cứ Luật Đất làng;"],
        ),
        (
            HEAD.replace("Trồng cây", "Trồng cây bên\nđường làng") + "1. Trồng.",
            Zone.SUBJECT,
            ["Trồng cây bên đường làng"],
        ),
        (
            HEAD
            + "1. Trồng cây.\n\n| Nơi nhận: - Như trên; - Các thôn: Bưởi, Mận; - Lưu: VT. | CHỦ TỊCH Lò Thị Bưởi |\n|---|---|",
            Zone.DISTRIBUTION,
            ["Như trên;", "Các thôn: Bưởi, Mận;", "Lưu: VT."],
        ),
        (
            "UBND XÃ\nSố: 4/UBND\nKính gửi:\n- Các thôn: Bưởi,\nMận, Ổi;\n- Trạm Y tế.\n\nUBND xã mời họp.",
            Zone.ADDRESSEES,
            ["Các thôn: Bưởi, Mận, Ổi;", "Trạm Y tế."],
        ),
        ("UBND XÃ\nSố: 4/UBND\nKính gửi: Trạm Y tế xã.\n\nUBND xã mời họp.", Zone.ADDRESSEES, ["Trạm Y tế xã."]),
    ],
)
def test_blocks_of_zones(text: str, zone: Zone, blocks: list[str]) -> None:
    assert [block.text for block in plain(text).of(zone)] == blocks


def test_rows_keep_cells_and_header() -> None:
    layout = plain(HEAD + "1. Phân công:\n\n| TT | Việc | Thôn |\n|---|---|---|\n| 1 | Trồng cây | Bưởi |\n")
    row = [block for block in layout.blocks if block.kind == "row"][-1]
    assert (row.cells, row.header) == (["1", "Trồng cây", "Bưởi"], ["TT", "Việc", "Thôn"])


def test_printed_lines_join_by_indent_and_end() -> None:
    page = printed(
        (60, 60, "UBND XÃ ĐỒI MÂY"), (60, 80, "Số: 4/KH-UBND"), (250, 110, "KẾ HOẠCH"), (240, 128, "Trồng cây"),
        (85, 160, "1. Thôn Bưởi trồng cây trong nhà văn hóa và hai bên đường làng từ đầu thôn tới"),
        (60, 176, "cuối thôn."),
        (85, 192, "Cây giống do UBND xã cấp cho các hộ đăng ký trước ngày họp dân của thôn ấy."),
        (85, 208, "2. Thôn Mận tưới cây."),
    )  # fmt: skip
    blocks = outlined(analyse(made.document(page)))
    assert [(section, text[:20]) for section, text in blocks] == [
        ("1", "Thôn Bưởi trồng cây "),
        ("1", "Cây giống do UBND xã"),
        ("2", "Thôn Mận tưới cây."),
    ]
    assert blocks[0][1].endswith("tới cuối thôn.")


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.one_of(
            st.sampled_from(
                ["", "Số: /QĐ-UBND", "QUYẾT ĐỊNH", "Điều 1. Cây", "| a | b |", "|---|---|", "“Điều 2", "”", "Nơi nhận:", "- A;", "KT. CHỦ TỊCH",
                 "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Phụ lục I", "Kính gửi: - A; - B", "**", "a\t\tb   c", "_ _", "Căn cứ Luật A; Xét B,"]
            ),
            st.text(max_size=30),
        ),
        max_size=25,
    )
)  # fmt: skip
def test_any_text_is_laid_out_with_true_offsets(lines: list[str]) -> None:
    layout = plain("\n".join(lines))
    for line in layout.lines:
        assert layout.pages[0][line.start : line.end] == line.text
    for block in layout.blocks:
        assert "".join(block.text[p.offset : p.offset + p.length] for p in block.pieces) == standing(layout, block)


def test_time_grows_with_length() -> None:
    def laid_out(times: int) -> Callable[[], object]:
        text = HEAD + "“Điều 1. Cây\n\n1. Trồng cây; căn cứ Luật số\n\n" * times
        return lambda: plain(text)

    assert_linear(laid_out, 300, 3_000)


def test_tables_go_on_over_pages_and_between_tabs() -> None:
    head = "UBND XÃ ĐỒI MÂY\nSố: 4/KH-UBND\nKẾ HOẠCH\nTrồng cây\n\nI. NHIỆM VỤ\n\n"
    rows = "STT\tNội dung\tĐơn vị chủ trì\n1\tĐếm cò\tPhòng Chim\n2\tVớt bèo\tThôn Bưởi\n\nII. HẾT\n\nMột câu.\n"
    found = [block for block in plain(head + rows).blocks if block.kind == "row"]
    assert [block.cells for block in found] == [
        ["STT", "Nội dung", "Đơn vị chủ trì"],
        ["1", "Đếm cò", "Phòng Chim"],
        ["2", "Vớt bèo", "Thôn Bưởi"],
    ]
    assert {tuple(block.header) for block in found} == {("STT", "Nội dung", "Đơn vị chủ trì")}
    first = "| STT | Nội dung | Đơn vị chủ trì |\n| 1 | Đếm cò và | Phòng Chim |\n"
    layout = plain(head + first, "|  | vớt bèo |  |\n| 2 | Gặt sen | Thôn Bưởi |\n\nII. HẾT\n\nMột câu.\n")
    found = [block for block in layout.blocks if block.kind == "row"]
    assert [block.cells[1] for block in found] == ["Nội dung", "Đếm cò và vớt bèo", "Gặt sen"]
    assert found[-1].header[1] == "Nội dung"


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("Đếm cò theo Quyết định số", "36/QĐ-UBND."),
        ("Đếm cò theo đúng nội dung của Nghị quyết số 85/", "NQ-CP."),
        ("Vớt bèo bên bờ ao, hoàn thành trong tháng", "06/2031."),
        ("Phát triển du lịch của xã theo hướng kinh tế", "- xã hội của làng."),
    ],
)
def test_lines_that_break_before_a_number_or_inside_a_name_go_on(above: str, below: str) -> None:
    texts = ["I. NHIỆM VỤ", "Cả xã đếm cò bên bờ ao, vớt bèo và trồng sen", above, below]
    body = [(85.0, 300.0 + 20 * at, text) for at, text in enumerate(texts)]
    head = [
        (85.0, 80.0, "UBND XÃ ĐỒI MÂY"),
        (85.0, 100.0, "Số: 4/KH-UBND"),
        (250.0, 160.0, "KẾ HOẠCH"),
        (250.0, 180.0, "Trồng cây"),
    ]
    layout = analyse(made.document(printed(*head, *body)))
    assert any(block.text.endswith(below) and above in block.text for block in layout.blocks)
