"""Where the name of an issuer ends, by what follows it; all documents are made up."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vanban.extraction.citations import scan
from vanban.extraction.citations.names import read

NAMES = [
    "Bộ trưởng Bộ Giao thông vận tải",
    "Sở Kế hoạch và Đầu tư tỉnh Lâm Hạ",
    "Bộ Nông nghiệp và Phát triển nông thôn",
    "Cục Đo đạc mặt đất",
    "Cục trưởng Cục Quan trắc sóng biển",
    "Phòng Chiếu sáng đô thị",
    "Phòng Tiếp nhận đơn thư huyện Suối Mây",
    "Trung tâm Phòng ngừa bệnh lạ tỉnh",
    "Trường Đại học Sông nước miền xa",
    "Tổng công ty Khai thác cảng Việt Nam",
    "Công ty Cổ phần Thuyền cánh ngầm Hải Âu",
    "Hội Bảo vệ người đi bộ",
    "Ban Quản lý rừng ngập mặn",
    "Hội Cựu chiến binh",
    "Cục Kiểm tra văn bản mẫu",
    "UBND phường 5, quận 3",
    "Chủ tịch UBND huyện Suối Mây, tỉnh Lâm Hạ",
    "Sở Văn hóa, Thể thao và Du lịch",
    "Văn phòng Điều phối nông thôn mới tỉnh",
]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    "behind",
    [
        " về việc giao chỉ tiêu A;",
        " quy định mức thu B.",
        ", Sở Nội vụ đề nghị các đơn vị",
        ", các đơn vị báo cáo",
        " tại cuộc họp",
        ".",
    ],
)
def test_a_name_goes_on_to_the_word_that_ends_it(name: str, behind: str) -> None:
    assert scan(f"theo Công văn số 7/BX-KH ngày 2/3/2031 của {name}{behind}")[0].issuer == name


@pytest.mark.parametrize(
    ("text", "issuer", "title"),
    [
        # the subject of the main clause
        ("Theo Công văn số 7/SYT-NV của Sở Y tế, UBND xã yêu cầu các thôn báo cáo", "Sở Y tế", None),
        ("Thực hiện Kế hoạch số 7/KH-UBND của UBND tỉnh, Chi cục Thủy lợi hướng dẫn các nội dung", "UBND tỉnh", None),
        ("Căn cứ Quy định số 7-QĐ/TU của Ban Thường vụ Thành ủy, Ban Dân vận ban hành", "Ban Thường vụ Thành ủy", None),
        ("Theo Kế hoạch số 7/KH-BCĐ của Ban Chỉ đạo chuyển đổi số tỉnh, Sở Nội vụ đề nghị",
         "Ban Chỉ đạo chuyển đổi số tỉnh", None),
        # documents issued together
        ("Thông tư liên tịch số 7/2031/TTLT-BYT-BTC của Bộ Y tế, Bộ Tài chính hướng dẫn A", "Bộ Y tế, Bộ Tài chính",
         "hướng dẫn A"),
        ("Quy chế phối hợp số 7/QCPH-SYT-CA giữa Sở Y tế, Công an tỉnh về A", "Sở Y tế, Công an tỉnh", "A"),
        # what begins behind a whole name
        ("Nghị quyết số 7/NQ-CP của Chính phủ và các văn bản liên quan", "Chính phủ", None),
        ("Nghị định số 7/2031/NĐ-CP của Chính phủ Quy định chi tiết A", "Chính phủ", "Quy định chi tiết A"),
        ("Kết luận số 7/KL-TTCP của Thanh tra Chính phủ 2. Thời điểm", "Thanh tra Chính phủ", None),
        ("Nghị quyết số 7/2031/QH16 của Quốc hội nước Cộng hòa xã hội chủ nghĩa Việt Nam về A",
         "Quốc hội nước Cộng hòa xã hội chủ nghĩa Việt Nam", "A"),
    ],
)  # fmt: skip
def test_what_is_not_the_issuer(text: str, issuer: str, title: str | None) -> None:
    citation = scan(text)[0]
    assert (citation.issuer, citation.title) == (issuer, title)


@pytest.mark.parametrize(
    ("text", "doubtful"),
    [
        ("Quyết định số 7/QĐ-BXD ngày 2/3/2031 của Bộ Xây dựng về A;", False),
        ("Quyết định số 7/QĐ-BXD ngày 2/3/2031 của Cục Đo đạc mặt đất về A;", False),
        ("Thông tư số 43 TC/QLCS ngày 31/7/1996", False),
        ("Công văn số 7/KH-B của Phòng Kế hoạch, Bộ", False),
        # a bare head, a comma in a name that no table has, a name that runs on
        ("Quyết định số 7/QĐ-PQ ngày 2/3/2031 của Trưởng Phòng;", True),
        ("Quyết định số 7/QĐ-TT của Trung tâm Theo dõi, vận hành lưới mới", True),
        ("Quyết định số 7/QĐ-TT của Quỹ Hỗ trợ bà con trồng lúa mùa nơi xa", True),
        # a number that is not as printed
        ("Công văn số 333/LĐT BXH-XYZ ngày 08/6/2031", True),
        ("Quyết định số 1 33/QĐ-TTg ngày 2/3/2031", True),
        ("Nghị định số 9/2031/NĐ-CP của Chính phủ về " + "việc này việc nọ " * 40, True),
    ],
)
def test_doubt_is_told(text: str, doubtful: bool) -> None:
    assert scan(text)[0].doubtful is doubtful


@pytest.mark.parametrize(
    "text",
    [
        "Xét báo cáo của Bộ Giao thông vận tải tại văn bản số 7/BGTVT-KH ngày 2/3/2031;",
        "Xét ý kiến của Bộ Giao thông vận tải (Công văn số 7/BGTVT-KH ngày 2/3/2031);",
        "Theo đề nghị của Bộ Giao thông vận tải tại Tờ trình số 7/TTr-BGTVT ngày 2/3/2031",
    ],
)
def test_who_reports_is_the_issuer(text: str) -> None:
    assert scan(text)[0].issuer == "Bộ Giao thông vận tải"


def test_items_behind_a_law_in_a_title_keep_the_issuer_of_the_list() -> None:
    found = scan(
        "Căn cứ các Nghị định của Chính phủ: số 64/2030/NĐ-CP ngày 26/6/2030 quy định chi tiết Luật Đất đai; "
        "số 24/2031/NĐ-CP ngày 19/10/2031 quy định B; số 25/2031/NĐ-CP ngày 20/10/2031 quy định C."
    )
    assert [(c.number, c.issuer) for c in found if c.type == "Nghị định"] == [
        ("64/2030/NĐ-CP", "Chính phủ"),
        ("24/2031/NĐ-CP", "Chính phủ"),
        ("25/2031/NĐ-CP", "Chính phủ"),
    ]


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from([*NAMES, ",", "và", "-", "của", "7", "UBND", "mới", "TỈNH"]) | st.text(max_size=5)))
def test_a_name_ends_in_the_text(parts: list[str]) -> None:
    text = " ".join(parts)
    for joint in (True, False):
        assert 0 <= read(text, 0, joint=joint).end <= len(text)


@pytest.mark.parametrize(
    "name",
    [
        "Bộ Giáo dục & Đào tạo",
        "Bộ Lao động – TB&XH",
        "Bộ VH,TT&DL",
        "UBND tỉnh Cao Bằng",
        "Ngân hàng Thương mại cổ phần Sen Hồ",
    ],
)
def test_marks_and_small_words_inside_names(name: str) -> None:
    assert read(f"{name} về việc trồng sen", 0).end == len(name)
