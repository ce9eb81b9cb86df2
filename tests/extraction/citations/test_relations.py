"""What a document does to the one it cites: cue, scope and place."""

from __future__ import annotations

import pytest

from vanban.extraction.citations.grammar import scan
from vanban.extraction.citations.relations import Place, relate
from vanban.record import Relation

PREAMBLE = Place(preamble=True)
SUBJECT = Place(preamble=True, subject=True)
BODY = Place()


def relations(text: str, place: Place) -> list[Relation]:
    return relate(text, scan(text), place)


@pytest.mark.parametrize(
    ("text", "place", "expected"),
    [
        # bases
        ("Căn cứ Nghị định số 4/2031/NĐ-CP ngày 2/3/2031 của Chính phủ về A;", PREAMBLE, ["basis"]),
        ("Căn cứ Luật Giá ngày 2/3/2031; Luật Nhà ở ngày 2/3/2031;", PREAMBLE, ["basis", "basis"]),
        ("Theo Kế hoạch số 4/KH-UBND ngày 2/3/2031 của UBND huyện A về B;", PREAMBLE, ["basis"]),
        (
            "Căn cứ Thông tư số 4/2031/TT-BTC (được sửa đổi bởi Thông tư số 5/2031/TT-BTC) và Tờ trình số 6/TTr-SNV;",
            PREAMBLE,
            ["basis", "refers", "basis"],
        ),
        (
            "Sửa đổi, bổ sung một số điều của Quy chế chi tiêu ban hành kèm theo Quyết định số 4/QĐ-TMN ngày 2/3/2031",
            SUBJECT,
            ["amends"],
        ),
        (
            "Căn cứ Nghị quyết Đại hội lần thứ III; Kết luận số 4-KL/ĐUK, ngày 2/3/2031 của Đảng ủy Khối,",
            PREAMBLE,
            ["basis"],
        ),
        (
            "Xét đề nghị của UBND tỉnh Mẫu tại Tờ trình số 4/TTr-UBND ngày 2/3/2031 và ý kiến thẩm định của Bộ Mẫu "
            "tại Báo cáo số 5/BC-BM ngày 2/3/2031.",
            PREAMBLE,
            ["basis", "basis"],
        ),
        ("Luật Giá ngày 2/3/2031;", Place(heading="I. CĂN CỨ PHÁP LÝ"), ["basis"]),
        ("Căn cứ tình hình thực tế, rà soát bờ ao theo Kế hoạch số 4/KH-UBND.", BODY, ["refers"]),
        ("Xét duyệt danh sách hộ trồng cây theo Nghị định số 4/2031/NĐ-CP.", BODY, ["refers"]),
        ("Xét Tờ trình số 4/TTr-SNV ngày 2/3/2031 của Sở Nội vụ;", PREAMBLE, ["basis"]),
        ("Thực hiện Công văn số 4/UBND-VX và Kế hoạch số 5/KH-UBND ngày 2/3/2031,", PREAMBLE, ["basis", "basis"]),
        ("Theo đề nghị của Giám đốc Sở A tại Tờ trình số 4/TTr-SA ngày 2/3/2031.", PREAMBLE, ["basis"]),
        ("thực hiện Thông báo số 37-TB/TU ngày 2/3/2031", SUBJECT, ["basis"]),
        ("TRIỂN KHAI THỰC HIỆN QUYẾT ĐỊNH SỐ 4/QĐ-TTG NGÀY 15 THÁNG 5 NĂM 2031", SUBJECT, ["basis"]),
        ("Căn cứ những điểm đã nêu tại Thông báo số 37-TB/TU, triển khai", BODY, ["basis"]),
        (
            "Phần việc của các thôn, bản Căn cứ nhiệm vụ nêu tại Điều 6 của Quyết định số 4/QĐ-TTg",
            BODY,
            ["basis"],
        ),
        # in the title of another
        (
            "Căn cứ Kế hoạch số 4-KH/HU ngày 2/3/2031 của Huyện ủy về thực hiện Chỉ thị số 5-CT/TW của Ban Bí thư",
            PREAMBLE,
            ["basis", "refers"],
        ),
        # mere mentions
        ("Đợt trồng cây này nhằm thực hiện Nghị quyết số 4/NQ-CP ngày 2/3/2031", BODY, ["refers"]),
        ("tiếp theo Công văn số 4/UBND-KT ngày 2/3/2031 và Công văn số 5/UBND-KT", PREAMBLE, ["refers", "refers"]),
        ("theo quy định tại khoản 6 Điều 11 Nghị định số 4/2031/NĐ-CP.", BODY, ["refers"]),
        ("Thực hiện Quyết định số 4/QĐ-TTg về A, hằng năm báo cáo", BODY, ["refers"]),
        # answers
        ("Phúc đáp Công văn số 4/SYT-NV ngày 2/3/2031 của Sở Y tế về B,", PREAMBLE, ["responds"]),
        ("Trả lời Công văn số 4/SYT-NV ngày 2/3/2031", SUBJECT, ["responds"]),
        ("Bộ A nhận được Công văn số 4/UBND-VX ngày 2/3/2031 của UBND tỉnh B về C,", PREAMBLE, ["responds"]),
        # changes
        ("Sửa đổi, bổ sung một số điều của Nghị định số 4/2031/NĐ-CP", SUBJECT, ["amends"]),
        ("Sửa đổi khoản 2 Điều 5 Thông tư số 4/2031/TT-BYT như sau:", BODY, ["amends"]),
        ("Điều 1. Sửa đổi, bổ sung một số điều của Nghị định số 4/2031/NĐ-CP", BODY, ["amends"]),
        ("Thay thế cụm từ “A” bằng cụm từ “B” tại Điều 2 Thông tư số 4/2031/TT-BYT", BODY, ["amends"]),
        ("Thông tư này thay thế Thông tư số 4/2031/TT-BYT ngày 2/3/2031", BODY, ["replaces"]),
        ("có hiệu lực từ ngày 1/1/2032 và thay thế Nghị định số 4/2031/NĐ-CP", BODY, ["replaces"]),
        ("Bãi bỏ Điều 5 Nghị định số 4/2031/NĐ-CP và Quyết định số 5/2031/QĐ-TTg.", BODY, ["repeals", "repeals"]),
        ("Nghị định số 4/2031/NĐ-CP hết hiệu lực kể từ ngày 1/1/2032", BODY, ["repeals"]),
        ("bãi bỏ các Nghị quyết: Số 39/2031/NQ-HĐND; Số 40/2031/NQ-HĐND", SUBJECT, ["repeals", "repeals"]),
        ("Hướng dẫn thi hành Nghị định số 4/2031/NĐ-CP", SUBJECT, ["guides"]),
        ("Nghị định này quy định chi tiết một số điều của Luật Thư viện", BODY, ["guides"]),
        ("Đính chính Quyết định số 4/QĐ-UBND ngày 2/3/2031", SUBJECT, ["corrects"]),
        ("Bộ trưởng Bộ A ban hành Thông tư sửa đổi Điều 2 Thông tư số 4/2031/TT-BA.", PREAMBLE, ["amends"]),
        ("Kính trình Chính phủ thông qua Nghị định sửa đổi Nghị định số 4/2031/NĐ-CP", PREAMBLE, ["refers"]),
        ("Hợp nhất Nghị định số 4/2031/NĐ-CP và Nghị định số 5/2031/NĐ-CP", SUBJECT, ["consolidates", "consolidates"]),
        # scope: the words describe the cited document
        (
            "Căn cứ Nghị định số 4/2031/NĐ-CP, được sửa đổi, bổ sung bởi Nghị định số 5/2031/NĐ-CP;",
            PREAMBLE,
            ["basis", "refers"],
        ),
        (
            "Sửa đổi Điều 14 đã được sửa đổi, bổ sung theo nội dung của khoản 6 Điều 2 Thông tư số 5/2031/TT-BTC",
            BODY,
            ["refers"],
        ),
        ("đề nghị bãi bỏ Quyết định số 4/QĐ-UBND", BODY, ["refers"]),
        ("Quyết định số 4/QĐ-UBND đã được thay thế bởi Quyết định số 5/QĐ-UBND", BODY, ["refers", "refers"]),
    ],
)
def test_relation(text: str, place: Place, expected: list[Relation]) -> None:
    assert relations(text, place) == expected


def test_a_heading_that_repeals_passes_on_to_its_items() -> None:
    place = Place(heading="2. Các văn bản sau đây hết hiệu lực thi hành:")
    assert relations("Nghị định số 4/2031/NĐ-CP ngày 2/3/2031 của Chính phủ quy định A;", place) == ["repeals"]
