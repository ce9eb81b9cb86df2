"""Heads, texts and feet of made-up documents of every form, with parts missing or out of place."""

# ruff: noqa: E501 (a made-up document reads best in one piece)

from __future__ import annotations

import pytest

from tests.layout import made
from tests.layout.made import plain, printed, zoned
from vanban.layout import analyse
from vanban.layout.model import Zone

LETTER = """ỦY BAN NHÂN DÂN
XÃ ĐỒI MÂY

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Số: 17/UBND-VX
V/v rà soát cây xanh
thực hiện chương trình phố mới

Đồi Mây, ngày 04 tháng 9 năm 2023

Kính gửi:

- Trường Tiểu học Đồi Mây;
- Trạm Y tế xã.

Thực hiện Kế hoạch số 9/KH-UBND ngày 01/9/2023 của UBND huyện Sông Trăng về trồng cây;

1. Trường Tiểu học Đồi Mây lập danh sách.

2. Trạm Y tế xã phối hợp thực hiện./.

Nơi nhận:
- Như trên;
- Lưu: VT.

KT. CHỦ TỊCH
PHÓ CHỦ TỊCH

Lò Thị Bưởi
"""

DECISION = """| UBND TỈNH SÔNG TRĂNG SỞ XÂY DỰNG ------- | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc -------- |
|---|---|
| Số: 21/QĐ-SXD | Sông Trăng, ngày 05 tháng 01 năm 2021 |

QUYẾT ĐỊNH

VỀ VIỆC THÀNH LẬP TỔ CÂY XANH

GIÁM ĐỐC SỞ XÂY DỰNG

Căn cứ Luật Cây xanh ngày 02 tháng 3 năm 2019;

Theo đề nghị của Trưởng phòng Hạ tầng,

QUYẾT ĐỊNH:

Điều 1. Thành lập Tổ cây xanh.

| Nơi nhận: - Như Điều 1; - Sở Nội vụ; - Lưu: VT. | KT. GIÁM ĐỐC PHÓ GIÁM ĐỐC Ma Văn Dừa |
|---|---|
"""

PARTY = """HUYỆN ỦY SÔNG TRĂNG
*
Số 12-KH/HU

ĐẢNG CỘNG SẢN VIỆT NAM
Sông Trăng, ngày 20 tháng 02 năm 2020

KẾ HOẠCH
về trồng cây đầu xuân
-----
- Căn cứ Chỉ thị số 05-CT/TU, ngày 01-01-2020 của Tỉnh ủy;
Ban Thường vụ Huyện ủy ban hành kế hoạch như sau:
I- MỤC ĐÍCH
1- Mỗi chi bộ trồng mười cây.
Nơi nhận
- Tỉnh ủy,
- Lưu Văn phòng Huyện ủy.

T/M BAN THƯỜNG VỤ
PHÓ BÍ THƯ

Hà Văn Ổi
"""


@pytest.mark.parametrize(
    ("text", "zone", "lines"),
    [
        (LETTER, Zone.ISSUER, ["ỦY BAN NHÂN DÂN", "XÃ ĐỒI MÂY"]),
        (LETTER, Zone.MOTTO, ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"]),
        (LETTER, Zone.NUMBER, ["Số: 17/UBND-VX"]),
        (LETTER, Zone.SUBJECT, ["V/v rà soát cây xanh", "thực hiện chương trình phố mới"]),
        (LETTER, Zone.PLACE_DATE, ["Đồi Mây, ngày 04 tháng 9 năm 2023"]),
        (LETTER, Zone.ADDRESSEES, ["Kính gửi:", "- Trường Tiểu học Đồi Mây;", "- Trạm Y tế xã."]),
        (LETTER, Zone.DISTRIBUTION, ["Nơi nhận:", "- Như trên;", "- Lưu: VT."]),
        (LETTER, Zone.SIGNATURE, ["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Lò Thị Bưởi"]),
        (DECISION, Zone.ISSUER, ["UBND TỈNH SÔNG TRĂNG", "SỞ XÂY DỰNG"]),
        (DECISION, Zone.NUMBER, ["Số: 21/QĐ-SXD"]),
        (DECISION, Zone.TYPE, ["QUYẾT ĐỊNH"]),
        (DECISION, Zone.SUBJECT, ["VỀ VIỆC THÀNH LẬP TỔ CÂY XANH"]),
        (DECISION, Zone.AUTHORITY, ["GIÁM ĐỐC SỞ XÂY DỰNG"]),
        (
            DECISION,
            Zone.BASIS,
            ["Căn cứ Luật Cây xanh ngày 02 tháng 3 năm 2019;", "Theo đề nghị của Trưởng phòng Hạ tầng,"],
        ),
        (DECISION, Zone.BODY, ["QUYẾT ĐỊNH:", "Điều 1. Thành lập Tổ cây xanh."]),
        (DECISION, Zone.DISTRIBUTION, ["Nơi nhận:", "- Như Điều 1;", "- Sở Nội vụ;", "- Lưu: VT."]),
        (DECISION, Zone.SIGNATURE, ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "Ma Văn Dừa"]),
        (PARTY, Zone.ISSUER, ["HUYỆN ỦY SÔNG TRĂNG"]),
        (PARTY, Zone.MOTTO, ["ĐẢNG CỘNG SẢN VIỆT NAM"]),
        (PARTY, Zone.NUMBER, ["Số 12-KH/HU"]),
        (PARTY, Zone.SUBJECT, ["về trồng cây đầu xuân"]),
        (PARTY, Zone.BASIS, ["- Căn cứ Chỉ thị số 05-CT/TU, ngày 01-01-2020 của Tỉnh ủy;"]),
        (PARTY, Zone.SIGNATURE, ["T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ", "Hà Văn Ổi"]),
    ],
)
def test_zones_of_forms(text: str, zone: Zone, lines: list[str]) -> None:
    assert zoned(plain(text), zone) == lines


@pytest.mark.parametrize(
    ("text", "zone", "lines"),
    [
        pytest.param("Số: /KH-UBND\n\nĐồi Mây, ngày tháng năm\n\nKẾ HOẠCH\n\nTrồng cây", Zone.NUMBER, ["Số: /KH-UBND"], id="blank"),
        pytest.param("KẾ HOẠCH\nTrồng cây\n\nI. MỤC ĐÍCH", Zone.SUBJECT, ["Trồng cây"], id="no head"),
        pytest.param(
            "BỘ CÂY XANH CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
            "Số: 3/2022/TT-BCX Hà Nội, ngày 2 tháng 3 năm 2022\nTHÔNG TƯ\nVề cây",
            Zone.PLACE_DATE,
            ["Hà Nội, ngày 2 tháng 3 năm 2022"],
            id="merged columns",
        ),
        pytest.param(
            "BỘ CÂY XANH\nSố:\n7\n/202\n2\n/TT-BCX\nHà Nội, ngày\n3\ntháng 4 năm 202\n2\nTHÔNG TƯ\nVề cây",
            Zone.NUMBER,
            ["Số:", "7", "/202", "2", "/TT-BCX"],
            id="crumbs",
        ),
        pytest.param(
            "SỞ CÂY XANH\nSố: 5/SCX\nCÔNG VĂN ĐẾN\nSố: 881\nNgày: 3/4/2022\nSông Trăng, ngày 1 tháng 4 năm 2022\nKính gửi: Bộ Cây xanh",
            Zone.NUMBER,
            ["Số: 5/SCX"],
            id="incoming stamp",
        ),
        pytest.param(
            "Ký bởi: UBND xã Đồi Mây\nThời gian ký: 03.02.2022 14:00:35 +07:00\nUBND XÃ ĐỒI MÂY\nSố: 5/BC-UBND\nBÁO CÁO\nKết quả",
            Zone.PLACE_DATE,
            [],
            id="signature box",
        ),
        pytest.param(
            "CÔNG ĐIỆN\nVề ứng phó bão\n\nCHỦ TỊCH UBND TỈNH SÔNG TRĂNG điện:\n- Các sở;\n- UBND các xã.\n\nBão đang tới gần bờ.",
            Zone.ADDRESSEES,
            ["CHỦ TỊCH UBND TỈNH SÔNG TRĂNG điện:", "- Các sở;", "- UBND các xã."],
            id="telegram",
        ),
        pytest.param(
            "UBND XÃ\nSố: 5/CĐ-UBND\nĐồi Mây, hồi 7 giờ 00 ngày 3 tháng 4 năm 2020\nCÔNG ĐIỆN\nVề bão",
            Zone.PLACE_DATE,
            ["Đồi Mây, hồi 7 giờ 00 ngày 3 tháng 4 năm 2020"],
            id="hour of a telegram",
        ),
        pytest.param(
            "UBND XÃ\nSố: 5/CĐ-UBND\nĐồi Mây, 7 giờ 30 phút ngày 3 tháng 4 năm 2020\nCÔNG ĐIỆN\nVề bão",
            Zone.PLACE_DATE,
            ["Đồi Mây, 7 giờ 30 phút ngày 3 tháng 4 năm 2020"],
            id="hour without a word",
        ),
        pytest.param(
            "UBND XÃ\nSố: 5/QĐ-UBND\nQUYẾT ĐỊNH\nthi hành kỷ luật đối với ông Dừa\n\nCăn cứ Luật A;\n\nĐiều 1. Thi hành.",
            Zone.SUBJECT,
            ["thi hành kỷ luật đối với ông Dừa"],
            id="subject that begins like a base",
        ),
        pytest.param(
            "UBND XÃ\nSố: 5/KH-UBND\nKẾ HOẠCH\nThực hiện Nghị quyết số 1/NQ-HĐND về trồng\ncây\n\nI. MỤC TIÊU\nTrồng cây.",
            Zone.SUBJECT,
            ["Thực hiện Nghị quyết số 1/NQ-HĐND về trồng", "cây"],
            id="subject that names a document",
        ),
        pytest.param(
            "UBND XÃ\nSố: 5/KH-UBND\nKẾ HOẠCH\nTrồng cây và lưu hồ sơ điện tử\nViệc trồng cây còn chậm, các thôn chưa đều.\n"
            "I. MỤC TIÊU\nTrồng cây.",
            Zone.SUBJECT,
            ["Trồng cây và lưu hồ sơ điện tử"],
            id="a paragraph under a subject that ends like a small word",
        ),
        pytest.param(
            "UBND XÃ\nSố: 5/KH-UBND\nKẾ HOẠCH\nTrồng cây tại các\n\nViệc trồng cây còn chậm, các thôn chưa đều.\n"
            "I. MỤC TIÊU\nTrồng cây.",
            Zone.SUBJECT,
            ["Trồng cây tại các"],
            id="a paragraph that closes is none of the subject",
        ),
        pytest.param(
            "HUYỆN ỦY ĐỒI MÂY\nĐẢNG CỘNG SẢN VIỆT NAM\nSố 4-CV/HU\nĐồi Mây, ngày 6 tháng 3 năm 2022\ntrồng cây bên đường ở các xã trong năm\n2022\n\n"
            "Kính gửi: Các vườn.",
            Zone.SUBJECT,
            ["trồng cây bên đường ở các xã trong năm", "2022"],
            id="a subject under the number that ends with a year of its own line",
        ),
        pytest.param(
            "HUYỆN ỦY ĐỒI MÂY\nSố 4-CV/HU\ntrồng cây bên đường ở các xã\nHỎA TỐC\nĐẢNG CỘNG SẢN VIỆT NAM\nĐồi Mây, ngày 6 tháng 3 năm 2022\n\n"
            "Kính gửi: Các vườn.",
            Zone.SUBJECT,
            ["trồng cây bên đường ở các xã"],
            id="a mark under the subject under the number",
        ),
        pytest.param(
            "UBND XÃ\nSố: 5/KH-UBND\nĐồi Mây, ngày 6 tháng 3 năm\n2022\nKẾ HOẠCH\nTrồng cây",
            Zone.PLACE_DATE,
            ["Đồi Mây, ngày 6 tháng 3 năm", "2022"],
            id="a year on the next line",
        ),
        pytest.param(
            "UBND XÃ\nSố: 5/KH-UBND\nKẾ HOẠCH\nTrồng cây\n\nCác thôn trồng cây./.\n\nKT. TRƯỞNG TRẠM\nPHÓ TRƯỞNG TRẠM\nNơi nhận:\n- Lưu: VT.",
            Zone.SIGNATURE,
            ["KT. TRƯỞNG TRẠM", "PHÓ TRƯỞNG TRẠM"],
            id="a chain without a name above Nơi nhận",
        ),
        pytest.param(
            "UBND XÃ\nSố: 5/KH-UBND\nKẾ HOẠCH\nTrồng cây\n\nCác thôn trồng cây./.\nNơi nhận:\n- Lưu: VT.\nKT. TRƯỞNG TRẠM\n2\nPHÓ TRƯỞNG TRẠM\nLò Thị Bưởi",
            Zone.SIGNATURE,
            ["KT. TRƯỞNG TRẠM", "PHÓ TRƯỞNG TRẠM", "Lò Thị Bưởi"],
            id="a page number between the steps of a chain",
        ),
        pytest.param(
            "UBND XÃ\nSố: 5/KH-UBND\nKẾ HOẠCH\n\nThực hiện Nghị quyết số 1/NQ-HĐND, Ủy ban nhân dân xã ban hành kế\n"
            "hoạch như sau:\nI. MỤC TIÊU",
            Zone.SUBJECT,
            [],
            id="opening sentence and no subject",
        ),
        pytest.param(
            "ỦY BAN NHÂN DÂN\nPHƯỜNG AN MÂY\nSố: 5/UBND-KT\nV/v trồng cây\n\nKính gửi: Ông Dừa.",
            Zone.TYPE,
            [],
            id="phường and no phương án",
        ),
        pytest.param(
            "PHÒNG HẠ TẦNG\nBIÊN BẢN\nHọp bàn về trồng cây\nThời gian: 8 giờ\nThành phần: ông Dừa",
            Zone.SUBJECT,
            ["Họp bàn về trồng cây"],
            id="minutes",
        ),
        pytest.param(
            "PHÒNG HẠ TẦNG\nSố: 5/GM-PHT\nGIẤY MỜI\n\nPhòng trân trọng kính mời:\n- Ông Dừa.", Zone.SUBJECT, [], id="invitation"
        ),
        pytest.param(
            "QUYẾT ĐỊNH\nPhê duyệt dự toán công trình:\nTrồng cây ven suối\n(đoạn từ cầu đến chợ)\n\nCHỦ TỊCH XÃ ĐỒI MÂY\n\n"
            "Căn cứ Luật Cây xanh;",
            Zone.SUBJECT,
            ["Phê duyệt dự toán công trình:", "Trồng cây ven suối", "(đoạn từ cầu đến chợ)"],
            id="subject behind a colon",
        ),
        pytest.param(
            "TỜ TRÌNH\nVề việc thẩm định (đợt 2)\nDự án: Trồng cây ven suối\n\nKính gửi: Sở Cây xanh",
            Zone.SUBJECT,
            ["Về việc thẩm định (đợt 2)", "Dự án: Trồng cây ven suối"],
            id="project in the subject",
        ),
        pytest.param(
            "QUY CHẾ PHỐI HỢP\nGiữa Sở Cây xanh và Sở Mưa\n\nCăn cứ Luật Cây xanh;",
            Zone.SUBJECT,
            ["Giữa Sở Cây xanh và Sở Mưa"],
            id="joint regulation",
        ),
        pytest.param(
            "SỞ CÂY XANH\nSố: 5/SCX\nKính gửi: - Bộ Cây xanh\n- UBND các xã\nThực hiện Kế hoạch số 2, Sở yêu cầu:\n- Trồng cây.",
            Zone.ADDRESSEES,
            ["Kính gửi: - Bộ Cây xanh", "- UBND các xã"],
            id="list on the line of its label",
        ),
        pytest.param(
            "UBND XÃ ĐỒI MÂY            CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
            "                              Độc lập - Tự do - Hạnh phúc\n"
            "Số: 8/BC-UBND              Đồi Mây, ngày 1 tháng 2 năm 2022\n\nBÁO CÁO\nKết quả",
            Zone.ISSUER,
            ["UBND XÃ ĐỒI MÂY"],
            id="columns of spaces",
        ),
    ],
)  # fmt: skip
def test_zones_of_odd_heads(text: str, zone: Zone, lines: list[str]) -> None:
    assert zoned(plain(text), zone) == lines


def test_a_news_article_is_all_text() -> None:
    text = "Hội làng Đồi Mây mở cửa\nSáng 5-3, UBND xã Đồi Mây tổ chức hội làng theo Nghị quyết số 8 ngày 7-10-2019.\nNgười dân vui mừng."
    assert {line.zone for line in plain(text).lines} == {Zone.BODY}


def test_an_empty_document_has_no_lines() -> None:
    layout = plain("")
    assert (layout.lines, layout.blocks, layout.pages) == ([], [], [""])


def test_two_issuers_and_two_signers() -> None:
    text = (
        "SỞ CÂY XANH - HỘI NÔNG DÂN\nSố: 4/CTPH-SCX-HND\nSông Trăng, ngày 1 tháng 2 năm 2022\nCHƯƠNG TRÌNH\nPhối hợp trồng cây\n\n"
        "1. Hai bên trồng cây./.\n\nTM. HỘI NÔNG DÂN\nCHỦ TỊCH\nMa Văn Dừa\n\nKT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\nLò Thị Bưởi\n\nNơi nhận:\n- Lưu: VT."
    )
    signed = zoned(plain(text), Zone.SIGNATURE)
    assert [name for name in signed if not name.isupper()] == ["Ma Văn Dừa", "Lò Thị Bưởi"]


def test_two_sign_side_by_side_in_a_table() -> None:
    text = (
        "BẢN GHI NHỚ\nTrồng cây\n\nĐiều 1. Hai bên trồng cây./.\n\n| ĐẠI DIỆN BÊN B<br>GIÁM ĐỐC<br>Ma Văn Dừa "
        "| ĐẠI DIỆN BÊN A<br>HIỆU TRƯỞNG<br>Lò Thị Bưởi |\n|---|---|\n"
    )
    signed = zoned(plain(text), Zone.SIGNATURE)
    assert [name for name in signed if not name.isupper()] == ["Ma Văn Dừa", "Lò Thị Bưởi"]


def test_a_head_of_state_is_no_motto() -> None:
    text = (
        "CHỦ TỊCH NƯỚC\nSố: 7/2031/L-CTN\nLỆNH\nVỀ VIỆC CÔNG BỐ LUẬT\n\nCHỦ TỊCH\nNƯỚC CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\n"
        "Căn cứ Hiến pháp;\n\nNAY CÔNG BỐ:\n\nLuật Cây xanh./.\n\nCHỦ TỊCH\nNƯỚC CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\nMa Văn Dừa"
    )
    assert zoned(plain(text), Zone.SIGNATURE)[-1] == "Ma Văn Dừa"
    assert zoned(plain(text), Zone.MOTTO) == []


def test_a_third_agency_signs_under_its_name() -> None:
    text = (
        "KẾ HOẠCH LIÊN NGÀNH\nTrồng cây\n\n1. Ba bên trồng cây./.\n\nKT. BÍ THƯ\nPHÓ BÍ THƯ\nMa Văn Dừa\n\nCÔNG AN TỈNH\n"
        "KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\nLò Thị Bưởi\n\nNơi nhận:\n- UBND tỉnh;\n- Lưu: VT."
    )
    assert zoned(plain(text), Zone.DISTRIBUTION) == ["Nơi nhận:", "- UBND tỉnh;", "- Lưu: VT."]


def test_words_of_a_skewed_scan() -> None:
    page = printed(
        (90, 60, "UBND XÃ ĐỒI MÂY"), (280, 60, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"), (320, 78, "Độc lập - Tự do - Hạnh phúc"),
        (90, 100, "Số: 17/UBND-VX"), (300, 102, "Đồi Mây, ngày 04 tháng 9 năm 2023"), (90, 116, "V/v rà soát cây xanh"),
        (200, 160, "Kính gửi: Trường Tiểu học Đồi Mây"),
        (80, 190, "Thực hiện Kế hoạch số 9/KH-UBND ngày 01/9/2023 của UBND huyện về trồng cây mùa"),
        (60, 208, "xuân, UBND xã đề nghị nhà trường lập danh sách cây trong sân và ngoài cổng trường./."),
        (70, 240, "Nơi nhận:"), (330, 240, "KT. CHỦ TỊCH"), (70, 256, "- Như trên;"), (330, 258, "PHÓ CHỦ TỊCH"),
        (70, 272, "- Lưu: VT."), (330, 330, "Lò Thị Bưởi"),
        kind="ocr", slope=0.02,
    )  # fmt: skip
    layout = analyse(made.document(page))
    assert zoned(layout, Zone.ISSUER, Zone.NUMBER, Zone.SUBJECT) == [
        "UBND XÃ ĐỒI MÂY",
        "Số: 17/UBND-VX",
        "V/v rà soát cây xanh",
    ]
    assert zoned(layout, Zone.PLACE_DATE) == ["Đồi Mây, ngày 04 tháng 9 năm 2023"]
    assert zoned(layout, Zone.ADDRESSEES) == ["Kính gửi: Trường Tiểu học Đồi Mây"]
    assert zoned(layout, Zone.DISTRIBUTION) == ["Nơi nhận:", "- Như trên;", "- Lưu: VT."]
    assert zoned(layout, Zone.SIGNATURE) == ["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Lò Thị Bưởi"]
