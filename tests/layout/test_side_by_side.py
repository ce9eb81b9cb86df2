"""Two columns set side by side in plain text: where they part, and where they end."""

# ruff: noqa: E501 (a made-up document reads best in one piece)

from __future__ import annotations

import pytest

from vanban.layout.lines import plain_lines
from vanban.layout.side_by_side import MOST_ROWS, find_pair


def _texts(text: str) -> list[str]:
    return [line.text for line in plain_lines(1, text)]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        pytest.param(
            "Nơi nhận:\t\tKT. TRƯỞNG TRẠM\n- Đội cây xanh phường Đồi Mây (để biết);\t\tPHÓ TRƯỞNG TRẠM\n- Vườn A;\t\tY Bưởi\n- Lưu: VT.",
            ["Nơi nhận:", "- Đội cây xanh phường Đồi Mây (để biết);", "- Vườn A;", "- Lưu: VT.", "KT. TRƯỞNG TRẠM", "PHÓ TRƯỞNG TRẠM", "Y Bưởi"],
            id="tabs-part-columns-whatever-stands-before-them",
        ),
        pytest.param(
            "Nơi nhận:                        TRƯỞNG TRẠM\n- Các đội cây xanh của phường và\ncủa xã bên cạnh;\n- Lưu: VT.                         Lò Thị Bưởi",
            ["Nơi nhận:", "- Các đội cây xanh của phường và", "của xã bên cạnh;", "- Lưu: VT.", "TRƯỞNG TRẠM", "Lò Thị Bưởi"],
            id="an-item-over-two-rows",
        ),
        pytest.param(
            "   TRẠM CÂY XANH               CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n  Số:     /KH-TCX             Đồi Mây, ngày    tháng 3 năm 2031",
            ["TRẠM CÂY XANH", "Số:     /KH-TCX", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Đồi Mây, ngày    tháng 3 năm 2031"],
            id="blanks-part-no-columns",
        ),
        pytest.param("Số:        /KH-TCX\nTrồng cây", ["Số:        /KH-TCX", "Trồng cây"], id="a-blank-number-alone"),
        pytest.param("Đồi Mây, ngày      tháng 3 năm 2031", ["Đồi Mây, ngày      tháng 3 năm 2031"], id="a-blank-day-alone"),
        pytest.param(
            "   TRẠM CÂY XANH               CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n    Số: 3/KH-TCX                 Đồi Mây, ngày 2 tháng 3 năm 2031\n\n"
            "                                   KẾ HOẠCH\n                         Thực hiện Tết trồng cây ở đồi\n\n                Kính gửi: Các vườn.",
            ["TRẠM CÂY XANH", "Số: 3/KH-TCX", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Đồi Mây, ngày 2 tháng 3 năm 2031", "KẾ HOẠCH", "Thực hiện Tết trồng cây ở đồi", "Kính gửi: Các vườn."],
            id="a-centred-title-stands-under-both",
        ),
        pytest.param(
            "TRẠM CÂY XANH\t\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 3/TCX\t\tĐồi Mây, ngày 2 tháng 3 năm 2031\n\nMột\n\nHai\n\nBa\n\nBốn\n\nNơi nhận:\t\tTRƯỞNG TRẠM",
            ["TRẠM CÂY XANH", "Số: 3/TCX", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Đồi Mây, ngày 2 tháng 3 năm 2031", "Một", "Hai", "Ba", "Bốn", "Nơi nhận:", "TRƯỞNG TRẠM"],
            id="a-head-and-a-foot-are-two-pairs",
        ),
    ],
)  # fmt: skip
def test_columns_become_lines_in_reading_order(text: str, lines: list[str]) -> None:
    assert _texts(text) == lines


def test_every_line_is_a_span_of_the_page() -> None:
    text = "Nơi nhận:        TRƯỞNG TRẠM\n- Vườn A;\n\n- Lưu: VT.         Lò Thị Bưởi\n\nPHỤ LỤC"
    assert all(text[line.start : line.end] == line.text for line in plain_lines(1, text))


def test_a_pair_has_an_end() -> None:
    raws = ["Nơi nhận:            TRƯỞNG TRẠM"] + ["- Vườn;             Lò Thị Bưởi"] * 200
    pair = find_pair(raws, 0)
    assert pair is not None
    assert pair.rows == MOST_ROWS
    assert find_pair(["Một     hai     ba"], 0) is None
