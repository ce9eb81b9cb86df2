"""Forms of citation: one made-up sentence a row, and what is read from it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.timing import assert_linear
from vanban.extraction.citations import scan

Row = tuple[str, str | None, str | None, str | None]  # type, number, date, issuer


def rows(text: str) -> list[Row]:
    return [(c.type or "", c.number, c.date, c.issuer) for c in scan(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # laws and papers as they were written in the 1990s, and minutes
        (
            "Căn cứ Luật tổ chức HĐND và UBND (sửa đổi) ngày 21-6-1994;",
            ("Luật", None, "1994-06-21", None),
        ),
        (
            "Xét đề nghị của ông Giám đốc Sở Địa chính tại tờ trình số 31/TT-ĐC ngày 20-8-1996,",
            ("Tờ trình", "31/TT-ĐC", "1996-08-20", "Giám đốc Sở Địa chính"),
        ),
        (
            "Căn cứ Biên bản họp Hội nghị viên chức, người lao động ngày 14/5/2036;",
            ("Biên bản", None, "2036-05-14", None),
        ),
        (
            "Chỉ lệnh số 33/CL-BTL ngày 19/9/2035 của Tư lệnh Quân khu 4. Bộ CHQS tỉnh yêu cầu:",
            ("Chỉ lệnh", "33/CL-BTL", "2035-09-19", "Tư lệnh Quân khu 4"),
        ),
        (
            "văn bản số 73/NHCS-QLN ngày 02/10/2035 của Tổng Giám đốc Quỹ Mẫu, Giám đốc Chi nhánh yêu cầu:",
            ("Văn bản", "73/NHCS-QLN", "2035-10-02", "Tổng Giám đốc Quỹ Mẫu"),
        ),
        (
            "ý kiến của các Sở, UBND tỉnh Mẫu (văn bản số 40/UBND-KTN ngày 03/9/2035)",
            ("Văn bản", "40/UBND-KTN", "2035-09-03", "UBND tỉnh Mẫu"),
        ),
        (
            "theo Quyết định số 8/QĐ-HĐTĐ ngày 2/3/2031 của Hội đồng thẩm định;",
            ("Quyết định", "8/QĐ-HĐTĐ", "2031-03-02", "Hội đồng thẩm định"),
        ),
        (
            "Xét Tờ trình số 9-TTr/ĐU, ngày 10/10/2035 của Ban Thường vụ Đảng ủy xã Mẫu và biên bản họp",
            ("Tờ trình", "9-TTr/ĐU", "2035-10-10", "Ban Thường vụ Đảng ủy xã Mẫu"),
        ),
        # full and short
        (
            "Căn cứ Nghị định số 417/2031/NĐ-CP ngày 05 tháng 3 năm 2031 của Chính phủ về công tác mẫu;",
            ("Nghị định", "417/2031/NĐ-CP", "2031-03-05", "Chính phủ"),
        ),
        ("theo Nghị định 417/2031/NĐ-CP.", ("Nghị định", "417/2031/NĐ-CP", None, None)),
        ("theo NĐ 417/2031/NĐ-CP;", ("Nghị định", "417/2031/NĐ-CP", None, None)),
        ("QĐ số 88/QĐ-UBND ngày 1/2/2031", ("Quyết định", "88/QĐ-UBND", "2031-02-01", None)),
        ("tại công văn số 7/BXD-QLN ngày 3/4/2031", ("Công văn", "7/BXD-QLN", "2031-04-03", None)),
        ("theo Nghị định số: 9/2031/NĐ-CP", ("Nghị định", "9/2031/NĐ-CP", None, None)),
        ("Văn bản số 71/UBND-VX ngày 2/3/2031", ("Văn bản", "71/UBND-VX", "2031-03-02", None)),
        (
            "QUYẾT ĐỊNH SỐ 88/QĐ-TTG NGÀY 27 THÁNG 7 NĂM 2031 CỦA THỦ TƯỚNG CHÍNH PHỦ VỀ VIỆC A",
            ("Quyết định", "88/QĐ-TTg", "2031-07-27", "THỦ TƯỚNG CHÍNH PHỦ"),
        ),
        # dates
        (
            "Kế hoạch số 3/KH-UBND, ngày 01/11/2031 của UBND tỉnh X",
            ("Kế hoạch", "3/KH-UBND", "2031-11-01", "UBND tỉnh X"),
        ),
        ("Quyết định số 5/QĐ-BYT ngày 18/ 11/ 2031", ("Quyết định", "5/QĐ-BYT", "2031-11-18", None)),
        ("Quyết định số 5/QĐ-BYT ngày 18-11-2031", ("Quyết định", "5/QĐ-BYT", "2031-11-18", None)),
        ("Quyết định số 5/QĐ-BYT ngày 18.11.2031", ("Quyết định", "5/QĐ-BYT", "2031-11-18", None)),
        (
            "Nghị định số 5/2031/NĐ-CP của Chính phủ ngày 2 tháng 3 năm 2031",
            ("Nghị định", "5/2031/NĐ-CP", "2031-03-02", "Chính phủ"),
        ),
        ("Kế hoạch số 5/KH-SYT ngày      tháng 6 năm 2031", ("Kế hoạch", "5/KH-SYT", "2031-06", None)),
        ("Kế hoạch số 5/KH-SYT ngày 30/02/2031", ("Kế hoạch", "5/KH-SYT", None, None)),
        ("Quyết định số 5/QĐ-UBND năm 2031 của UBND tỉnh X", ("Quyết định", "5/QĐ-UBND", "2031", "UBND tỉnh X")),
        # number and date only, no number at all, bare serial
        (
            "Nghị quyết liên tịch số 36 ngày 4-5-2031 giữa Chính phủ và Hội Chữ thập đỏ Việt Nam về phối hợp",
            ("Nghị quyết liên tịch", "36", "2031-05-04", "Chính phủ và Hội Chữ thập đỏ Việt Nam"),
        ),
        ("Công văn số 12 ngày 07/10/2031 của UBND xã A", ("Công văn", "12", "2031-10-07", "UBND xã A")),
        ("Tờ trình ngày 05/8/2031 của Phòng Nội vụ", ("Tờ trình", None, "2031-08-05", "Phòng Nội vụ")),
        ("theo Nghị định số 59, Hội đồng", ("Nghị định", "59", None, None)),
        ("thực hiện Chỉ thị 16 của Thủ tướng Chính phủ", ("Chỉ thị", "16", None, "Thủ tướng Chính phủ")),
        # Party and old symbols
        (
            "Kế hoạch số 64-KH/HU ngày 19/8/2031 của Ban Thường vụ Huyện ủy về",
            ("Kế hoạch", "64-KH/HU", "2031-08-19", "Ban Thường vụ Huyện ủy"),
        ),
        (
            "Quy định số 318-QĐ/TW ngày 17/4/2031 của Bộ Chính trị",
            ("Quy định", "318-QĐ/TW", "2031-04-17", "Bộ Chính trị"),
        ),
        ("Nghị định số 15/CP ngày 2/3/1993 của Chính phủ", ("Nghị định", "15/CP", "1993-03-02", "Chính phủ")),
        ("Quyết định số 150 CP ngày 10/6/1977", ("Quyết định", "150/CP", "1977-06-10", None)),
        ("Thông tư số 43 TC/QLCS ngày 31/7/1996", ("Thông tư", "43/TC/QLCS", "1996-07-31", None)),
        ("Quyết định số 44/2005/QĐ-UB", ("Quyết định", "44/2005/QĐ-UB", None, None)),
        ("Nghị định số 63/2030/NĐCP", ("Nghị định", "63/2030/NĐ-CP", None, None)),
        ("Nghị quyết số 31a/2031/NQ-CP", ("Nghị quyết", "31a/2031/NQ-CP", None, None)),
        ("Quyết định số 9/2031/QĐ-BCA (A11) ngày 2/3/2031", ("Quyết định", "9/2031/QĐ-BCA", "2031-03-02", None)),
        # damage
        ("Công văn số 333/LĐT BXH-XYZ ngày 08/6/2031", ("Công văn", "333/LĐTBXH-XYZ", "2031-06-08", None)),
        ("Nghị định số 63/2031/NĐ- CP ngày 2/3/2031", ("Nghị định", "63/2031/NĐ-CP", "2031-03-02", None)),
        ("Quyết định số 68/QĐ-\nBYT ngày 2/3/2031", ("Quyết định", "68/QĐ-BYT", "2031-03-02", None)),
        ("Nghị định số 07/2031/NĐ-СР", ("Nghị định", "07/2031/NĐ-CP", None, None)),
        ("Quyết định số 07/2031/QÐ-TTg", ("Quyết định", "07/2031/QĐ-TTg", None, None)),
        ("Kêt luận sô 41-KL/TW của Bộ Chính trị", ("Kết luận", "41-KL/TW", None, "Bộ Chính trị")),
        ("Quyết định số 1 33/QĐ-TTg ngày 2/3/2031", ("Quyết định", "133/QĐ-TTg", "2031-03-02", None)),
        ("Nghị quyết số 29- -NQ/TW", ("Nghị quyết", "29-NQ/TW", None, None)),
        ("Luật Đất đai sô 31/2031/QH15", ("Luật", "31/2031/QH15", None, None)),
        (
            "Nghị quyết số 9/2031/NQ-HĐND của HĐND tỉnh X vê Quy hoạch",
            ("Nghị quyết", "9/2031/NQ-HĐND", None, "HĐND tỉnh X"),
        ),
        ("Nghị định số30/2031/NĐ-CP", ("Nghị định", "30/2031/NĐ-CP", None, None)),
        (
            "Quyết định số 617/QĐ-BXD ngày 09/5/2031 của Bộ trưởngBộ Xây dựng",
            ("Quyết định", "617/QĐ-BXD", "2031-05-09", "Bộ trưởng Bộ Xây dựng"),
        ),
        # type word apart from the number
        (
            "Nghị định của Chính phủ số 12/2031/NĐ-CP ngày 2/3/2031",
            ("Nghị định", "12/2031/NĐ-CP", "2031-03-02", "Chính phủ"),
        ),
        (
            "Báo cáo thẩm định số 45/BC-STP ngày 2/3/2031 của Sở Tư pháp",
            ("Báo cáo", "45/BC-STP", "2031-03-02", "Sở Tư pháp"),
        ),
        ("Thông báo kết luận số 45/TB-VP ngày 2/3/2031", ("Thông báo", "45/TB-VP", "2031-03-02", None)),
        # issuers
        (
            "Kế hoạch số 9/KH-UBND ngày 2/3/2031 của UBND huyện A, tỉnh B về việc c",
            ("Kế hoạch", "9/KH-UBND", "2031-03-02", "UBND huyện A, tỉnh B"),
        ),
        (
            "Quyết định số 9/QĐ-BVHTTDL của Bộ Văn hóa, Thể thao và Du lịch ban hành Quy chế",
            ("Quyết định", "9/QĐ-BVHTTDL", None, "Bộ Văn hóa, Thể thao và Du lịch"),
        ),
        (
            "Giấy mời số 9/GM-PCTT ngày 2/3/2031 của Cục Phòng, chống thiên tai Bộ Nội vụ về việc dự họp",
            ("Giấy mời", "9/GM-PCTT", "2031-03-02", "Cục Phòng, chống thiên tai Bộ Nội vụ"),
        ),
        (
            "Quyết định số 9/QĐ-TTg của Thủ tướng Chính phủ phê duyệt Đề án",
            ("Quyết định", "9/QĐ-TTg", None, "Thủ tướng Chính phủ"),
        ),
        (
            "Quyết định số 9/QĐ-UBND do UBND tỉnh X ban hành ngày 2/3/2031",
            ("Quyết định", "9/QĐ-UBND", "2031-03-02", "UBND tỉnh X"),
        ),
        (
            "Theo đề nghị của Giám đốc Sở Tư pháp tại Tờ trình số 9/TTr-STP ngày 2/3/2031;",
            ("Tờ trình", "9/TTr-STP", "2031-03-02", "Giám đốc Sở Tư pháp"),
        ),
        (
            "Ngày 12/6/2031, Bộ Nội vụ đã có Công văn số 27/BNV-TL trả lời",
            ("Công văn", "27/BNV-TL", "2031-06-12", "Bộ Nội vụ"),
        ),
        (
            "Ngày 01/7/2031, Bộ Công Thương ban hành Thông tư số 9/2031/TT-BCT hướng dẫn",
            ("Thông tư", "9/2031/TT-BCT", "2031-07-01", "Bộ Công Thương"),
        ),
        (
            "Thông tư liên tịch số 9/2031/TTLT-BYT-BTC ngày 2/3/2031 "
            "của Bộ trưởng Bộ Y tế, Bộ trưởng Bộ Tài chính quy định",
            ("Thông tư liên tịch", "9/2031/TTLT-BYT-BTC", "2031-03-02", "Bộ trưởng Bộ Y tế, Bộ trưởng Bộ Tài chính"),
        ),
        (
            "Nghị định số 24/CP của Hội đồng Chính phủ ngày 8/11/1962",
            ("Nghị định", "24/CP", "1962-11-08", "Hội đồng Chính phủ"),
        ),
        # laws
        ("Căn cứ Luật Đất đai ngày 18 tháng 01 năm 2031;", ("Luật", None, "2031-01-18", None)),
        (
            "Căn cứ Luật Tổ chức Chính phủ số 63/2031/QH15 ngày 18/02/2031;",
            ("Luật", "63/2031/QH15", "2031-02-18", None),
        ),
        ("theo Luật Công chứng năm 2031 và", ("Luật", None, "2031", None)),
        ("theo Luật Đất đai 2031.", ("Luật", None, "2031", None)),
        ("theo nội dung của Bộ Luật Hàng hải và", ("Bộ luật", None, None, None)),
        ("theo Bộ luật Dân sự ngày 16 tháng 5 năm 2031", ("Bộ luật", None, "2031-05-16", None)),
        ("theo BLLĐ 2031", ("Bộ luật", None, "2031", None)),
        ("theo Luật số 45/2031/QH14", ("Luật", "45/2031/QH14", None, None)),
        ("Căn cứ Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam năm 2031", ("Hiến pháp", None, "2031", None)),
        ("theo Điều 4 Hiến pháp năm 2031", ("Hiến pháp", None, "2031", None)),
        (
            "Pháp lệnh Ngoại hối số 28/2031/PL-UBTVQH11 ngày 13/12/2031",
            ("Pháp lệnh", "28/2031/PL-UBTVQH11", "2031-12-13", None),
        ),
        ("theo Luật PCTN năm 2031", ("Luật", None, "2031", None)),
        ("Căn cứ luật Công đoàn ngày 12 tháng 4 năm 1995", ("Luật", None, "1995-04-12", None)),
    ],
)
def test_one_citation(text: str, expected: Row) -> None:
    assert rows(text) == [expected]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("theo Luật Đất đai và các văn bản hướng dẫn", "Đất đai"),
        ("theo luật định; Luật thuế giá trị gia tăng và Nghị định này", "thuế giá trị gia tăng"),
        ("Luật Phòng, chống tham nhũng, Luật này", "Phòng, chống tham nhũng"),
        ("Luật Luật sư quy định", "Luật sư"),
        ("Luật Quản lý kho báu và đảo xa được ban hành", "Quản lý kho báu và đảo xa"),
        (
            "Luật sửa đổi, bổ sung một số điều của Luật Thú y năm 2031",
            "sửa đổi, bổ sung một số điều của Luật Thú y",
        ),
        (
            "Luật sửa đổi, bổ sung một số điều của Luật Giá và Luật Nhà ở ngày 2/3/2031",
            "sửa đổi, bổ sung một số điều của Luật Giá và Luật Nhà ở",
        ),
        ("Bộ luật Hàng hải Việt Nam có hiệu lực", "Hàng hải Việt Nam"),
    ],
)
def test_the_name_of_a_law_ends_where_it_ends(text: str, name: str) -> None:
    assert scan(text)[0].title == name


@pytest.mark.parametrize(
    "text",
    [
        "Kế hoạch này được áp dụng từ ngày ký.",
        "theo quy định của Luật này và pháp luật có liên quan",
        "Luật sư Nguyễn Văn A, Trường Đại học Luật Hà Nội",
        "thực hiện theo quy định của Hiến pháp và pháp luật",
        "Mẫu số 01/ĐK-TNCN",
        "dải tần 470-694 MHz, 3,5-3,7 GHz",
        "ngày 2/9, lúc 13-15 giờ, tỷ lệ 3/5",
        "Phương án số 1 và phương án số 2",
        "ra Quyết định 10 ngày trước khi thi hành",
        "báo cáo trước ngày 20/6/2031",
        "các thành viên Ban Chỉ đạo 35",
        "Điều 12 Thông tư này",
        "Công văn trên; Nghị định đó",
    ],
)
def test_what_is_no_citation(text: str) -> None:
    assert rows(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Công văn số 12/SYT-NVY, 15/SYT-NVY và 18/SYT-NVY",
            [("Công văn", "12/SYT-NVY"), ("Công văn", "15/SYT-NVY"), ("Công văn", "18/SYT-NVY")],
        ),
        (
            "Căn cứ các Nghị định của Chính phủ: số 63/2030/NĐ-CP ngày 08/6/2030 về kiểm soát A; "
            "số 92/2031/NĐ-CP ngày 07/8/2031 về B;",
            [("Nghị định", "63/2030/NĐ-CP"), ("Nghị định", "92/2031/NĐ-CP")],
        ),
        (
            "bãi bỏ các Nghị quyết: Số 39/2031/NQ-HĐND ngày 2/3/2031; Số 40/2031/NQ-HĐND ngày 2/3/2031",
            [("Nghị quyết", "39/2031/NQ-HĐND"), ("Nghị quyết", "40/2031/NQ-HĐND")],
        ),
        (
            "các Luật số 03/2031/QH14, số 35/2031/QH14 và số 40/2031/QH14",
            [("Luật", "03/2031/QH14"), ("Luật", "35/2031/QH14"), ("Luật", "40/2031/QH14")],
        ),
        (
            "Quy chế ban hành kèm theo Quyết định số 9/2031/QĐ-UBND",
            [("Quyết định", "9/2031/QĐ-UBND")],
        ),
        (
            "Quyết định số 5/QĐ-BYT về việc thực hiện Nghị quyết số 6/NQ-CP",
            [("Quyết định", "5/QĐ-BYT"), ("Nghị quyết", "6/NQ-CP")],
        ),
        (
            "Luật Giá ngày 1/2/2031; Luật sửa đổi, bổ sung một số điều của Luật Giá ngày 1/2/2032",
            [("Luật", None), ("Luật", None), ("Luật", None)],
        ),
    ],
)
def test_lists_and_titles(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert [(c.type, c.number) for c in scan(text)] == expected


def test_the_issuer_of_a_list_is_that_of_its_head_or_its_end() -> None:
    headed = scan(
        "các Nghị định của Chính phủ: số 63/2030/NĐ-CP ngày 08/6/2030 về A; số 92/2031/NĐ-CP ngày 07/8/2031 về B"
    )
    ended = scan("Nghị định số 63/2030/NĐ-CP và Nghị định số 92/2031/NĐ-CP của Chính phủ")
    assert [c.issuer for c in headed + ended] == ["Chính phủ"] * 4


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Nghị định số 9/2031/NĐ-CP ngày 2/3/2031 của Chính phủ về công tác mẫu;", "công tác mẫu"),
        ("Quyết định số 9/QĐ-UBND về việc phê duyệt Đề án A.", "phê duyệt Đề án A"),
        ("Thông tư số 9/2031/TT-BYT quy định chi tiết việc B; Căn cứ", "quy định chi tiết việc B"),
        ("Quyết định số 9/QĐ-UBND về việc giao chỉ tiêu (sau đây gọi tắt là Quyết định 9)", "giao chỉ tiêu"),
        ("Quyết định số 9/QĐ-UBND có hiệu lực", None),
    ],
)
def test_titles(text: str, title: str | None) -> None:
    assert scan(text)[0].title == title


@pytest.mark.parametrize(
    ("text", "serial"),
    [
        ("theo Nghị định 30 và", "30"),
        ("quy định tại QĐ22 để rà soát", "22"),
        ("theo tinh thần Chỉ thị của Ban Bí thư, và", None),
    ],
)
def test_mentions_that_lean_on_an_earlier_one(text: str, serial: str | None) -> None:
    (citation,) = scan(text)
    assert citation.refers_back
    assert citation.number == serial


_WORDS = [
    "Nghị định",
    "số",
    "Quyết định",
    "ngày",
    "của",
    "Chính phủ",
    "UBND",
    "12/2031/NĐ-CP",
    "3/4/2031",
    "Luật",
    "và",
    ",",
    ";",
    "(",
    "khoản 2",
    "Điều 5",
    "về việc",
    "Sở Y tế",
    "Bộ luật",
    "sửa đổi, bổ sung một số điều của",
    "64-KH/HU",
    "tháng",
    "năm",
]


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(_WORDS) | st.text(max_size=6), max_size=40))
def test_spans_lie_in_the_text_and_in_order(parts: list[str]) -> None:
    text = " ".join(parts)
    for citation in scan(text):
        assert 0 <= citation.lead <= citation.start < citation.end <= len(text)
        for span in (citation.number_span, citation.date_span, citation.issuer_span, citation.title_span):
            assert span is None or 0 <= span[0] <= span[1] <= len(text)


@pytest.mark.parametrize(
    "unit",
    [
        "khoản 1 ",
        "Điều ",
        "số ",
        "(((",
        "1/2-",
        "12/2031/",
        "Nghị định ",
        "Luật ",
        "Luật sửa đổi, bổ sung ",
        "của Bộ ",
        "A",
        " ",
        "ngày ",
        "Công văn số 1/A-B, ",
        "điểm a, ",
        "1/QĐ-UBND ",
        "Bộ Y tế, ",
        "Căn cứ Luật Giá và ",
    ],
)
def test_time_is_linear(unit: str) -> None:
    def scanned(count: int) -> Callable[[], object]:
        text = unit * (count // len(unit))
        return lambda: scan(text)

    assert_linear(scanned, 10_000, 100_000)
