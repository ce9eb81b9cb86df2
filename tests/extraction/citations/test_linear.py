"""The time of finding grows with the length of the text alone, whatever the text is."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.timing import assert_linear
from vanban.extraction.citations import scan

HOSTILE = [
    "1234567890",
    "12/",
    "1/2031/NĐ-CP",
    "số ",
    "số 1",
    "số ......... ",
    "ngày ",
    "ngày 1/",
    "ngày 1 tháng 2 năm 2031 ",
    "Nghị định ",
    "nghị định",
    "Nghị quyết Trung ương ",
    "Quyết định số 12/QĐ-UBND ngày 1/2/2031 của ",
    "Thông tư số 1/2031/TT-BTC, 2/2031/TT-BTC và ",
    "Luật ",
    "Luật sửa đổi, bổ sung một số điều của Luật ",
    "Luật Thuế xuất khẩu, thuế nhập khẩu ",
    "Pháp lệnh phòng, ",
    "Bộ luật tố tụng ",
    "BLHS ",
    "QĐ1 ",
    "của của của ",
    "của Bộ Tài chính và ",
    "của Ban Chỉ đạo ",
    "Sở A, Sở B, Sở C, ",
    "A, B, C, ",
    "và ",
    "(((((",
    "()()()",
    "Nghị định số 5/2031/NĐ-CP về “",
    "“Đề án ",
    "khoản 1 Điều 2 ",
    "Điều 1, 2, 3, ",
    "TT-BTC-",
    "QĐ-UBND/",
    "1 QĐ ",
    "12 QĐ-",
    "ĐĐĐĐĐĐĐĐ",
    "nghịđịnhsố",
    "\n",
    " ",
    "Theo đề nghị của Giám đốc Sở A tại ",
    "Ngày 1/2/2031, Bộ A đã ban hành ",
    "Luật.Luật,Luật;",
    "_" * 7,
]


@pytest.mark.parametrize("unit", HOSTILE)
def test_time_is_linear(unit: str) -> None:
    times = 4_000 // len(unit)

    def work(size: int) -> Callable[[], object]:
        text = unit * (times * size)
        return lambda: scan(text)

    assert_linear(work, 1, 10)


def test_a_huge_line_without_spaces_is_read_at_once() -> None:
    def work(size: int) -> Callable[[], object]:
        text = "Nghịđịnhsố1/2031/NĐ-CP,Luậtcủaviệc;" * size
        return lambda: scan(text)

    assert_linear(work, 100, 1000)
