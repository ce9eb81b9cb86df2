"""Lines of plain text: Markdown marks, flattened cells, columns set with spaces."""

# ruff: noqa: E501 (a made-up document reads best in one piece)

from __future__ import annotations

import pytest

from vanban.layout.lines import plain_lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("**UBND XÃ**", ["UBND XÃ"]),
        ("### Điều 1. Cây", ["Điều 1. Cây"]),
        ("_Căn cứ Luật Cây;_", ["Căn cứ Luật Cây;"]),
        ("- *Việc:* trồng cây", ["- *Việc:* trồng cây"]),
        ("*", ["*"]),
        ("| CHÍNH PHỦ -------- | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc ------ |\n|---|---|",
         ["CHÍNH PHỦ", "--------", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "------"]),
        ("| Số: 12/UBND-VX V/v trồng cây bên đường | Đồi Mây, ngày 2 tháng 3 năm 2022 |",
         ["Số: 12/UBND-VX", "V/v trồng cây bên đường", "Đồi Mây, ngày 2 tháng 3 năm 2022"]),
        ("| UBND TỈNH SÔNG TRĂNG SỞ CÂY XANH | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |",
         ["UBND TỈNH SÔNG TRĂNG", "SỞ CÂY XANH", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"]),
        ("| Nơi nhận: - Như trên; - Sở A (b/c); - Lưu: VT, B. | TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH PHÓ CHỦ TỊCH Lò Thị Bưởi |",
         ["Nơi nhận:", "- Như trên;", "- Sở A (b/c);", "- Lưu: VT, B.", "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Lò Thị Bưởi"]),
        ("| Nơi nhận: - Lưu: VT. | TRƯỞNG BAN PHÓ THỦ TƯỚNG (Đã ký) Ma Văn Dừa |",
         ["Nơi nhận:", "- Lưu: VT.", "TRƯỞNG BAN", "PHÓ THỦ TƯỚNG", "(Đã ký)", "Ma Văn Dừa"]),
        ("| Kính gửi: | - Bộ A; - Bộ B |", ["Kính gửi:", "- Bộ A;", "- Bộ B"]),
        ("| 1 | Trồng cây | Bưởi |", ["1 | Trồng cây | Bưởi"]),
        ("Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam năm 2013", ["Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam năm 2013"]),
        ("Nơi nhận:                TM. UBND XÃ\n- Như trên;              CHỦ TỊCH\n\n- Lưu: VT.               Lò Thị Bưởi",
         ["Nơi nhận:", "- Như trên;", "- Lưu: VT.", "TM. UBND XÃ", "CHỦ TỊCH", "Lò Thị Bưởi"]),
        ("Cây bưởi   cây mận", ["Cây bưởi   cây mận"]),
        ("| *Sông Trăng, ngày 2 tháng 3 năm 2022* | Số: 4/TYT |", ["Sông Trăng, ngày 2 tháng 3 năm 2022", "Số: 4/TYT"]),
        ("| TRẠM Y TẾ ĐỒI MÂY Số:      /KH-TYT | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc Đồi Mây, ngày 2 tháng 3 năm 2022 |",
         ["TRẠM Y TẾ ĐỒI MÂY", "Số:      /KH-TYT", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "Đồi Mây, ngày 2 tháng 3 năm 2022"]),
        ("| SỞ CÂY XANH BAN QUẢN LÝ VƯỜN BƯỞI ------- Số: 4/KH-BQL | Đồi Mây, ngày 2 tháng 3 năm 2022 |",
         ["SỞ CÂY XANH", "BAN QUẢN LÝ VƯỜN BƯỞI", "-------", "Số: 4/KH-BQL", "Đồi Mây, ngày 2 tháng 3 năm 2022"]),
        ("| Số: 4/2024/TT-BCX MẬT | Đồi Mây, ngày 2 tháng 3 năm 2022 |", ["Số: 4/2024/TT-BCX", "MẬT", "Đồi Mây, ngày 2 tháng 3 năm 2022"]),
        ("| Số: 04-CV/HU trồng bưởi ở đồi | Đồi Mây, ngày 2 tháng 3 năm 2022 |", ["Số: 04-CV/HU", "trồng bưởi ở đồi", "Đồi Mây, ngày 2 tháng 3 năm 2022"]),
        ("| ĐẢNG BỘ TỈNH SÔNG TRĂNG HUYỆN ỦY ĐỒI MÂY | ĐẢNG CỘNG SẢN VIỆT NAM |", ["ĐẢNG BỘ TỈNH SÔNG TRĂNG", "HUYỆN ỦY ĐỒI MÂY", "ĐẢNG CỘNG SẢN VIỆT NAM"]),
        ("| Số: 04-CV/HU trồng bưởi HỎA TỐC | Đồi Mây, ngày 2 tháng 3 năm 2022 |", ["Số: 04-CV/HU", "trồng bưởi", "HỎA TỐC", "Đồi Mây, ngày 2 tháng 3 năm 2022"]),
        ("| Số: 3210/QĐ - U B ND | Đồi Mây, ngày 2 tháng 3 năm 2022 |", ["Số: 3210/QĐ - U B ND", "Đồi Mây, ngày 2 tháng 3 năm 2022"]),
        ("| Nơi nhận: - Lưu: VT. | KT. CHỦ TỊCH PHÓ CHỦ TỊCH Y Bưởi |", ["Nơi nhận:", "- Lưu: VT.", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Y Bưởi"]),
        ("| Nơi nhận: - Lưu: VT. | TRƯỞNG TRẠM<br>**A Mận** |", ["Nơi nhận:", "- Lưu: VT.", "TRƯỞNG TRẠM", "A Mận"]),
    ],
)  # fmt: skip
def test_lines_of_text(text: str, lines: list[str]) -> None:
    found = plain_lines(1, text)
    assert [line.text for line in found] == lines
    assert [text[line.start : line.end] for line in found] == lines


def test_line_breaks_of_markdown_cells_part_the_printed_lines() -> None:
    text = (
        "| UBND XÃ ĐỒI MÂY<br>**TRẠM Y TẾ** | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM<br>Độc lập - Tự do - Hạnh phúc |\n"
        "|---|---|\n| Số: 4/TYT<br>V/v tiêm chủng | *Đồi Mây, ngày 3 tháng 4 năm 2024* |\n"
        "\n| **Nơi nhận:**<br>- Như trên;<br/>- Lưu: VT. | **TRẠM TRƯỞNG**<br><br>**Lò Thị Bưởi** |"
    )
    lines = [line.text for line in plain_lines(1, text) if any(c.isalpha() for c in line.text)]
    assert lines[:2] == ["UBND XÃ ĐỒI MÂY", "TRẠM Y TẾ"]
    assert lines[4:7] == ["Số: 4/TYT", "V/v tiêm chủng", "Đồi Mây, ngày 3 tháng 4 năm 2024"]
    assert lines[-5:] == ["Nơi nhận:", "- Như trên;", "- Lưu: VT.", "TRẠM TRƯỞNG", "Lò Thị Bưởi"]
