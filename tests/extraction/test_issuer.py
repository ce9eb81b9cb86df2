"""Cơ quan ban hành: heads of one and two names, damaged heads, and texts without a head."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.extraction.laid import laid, read, scanned
from vanban.extraction.head import read_head
from vanban.extraction.issuer import find_issuer
from vanban.layout.model import Zone
from vanban.record import DocumentType, Issued, Issuer, Number


def issuer(head: str, place: str | None = None) -> Issuer:
    found = find_issuer(laid((Zone.ISSUER, head)), Number(), Issued(place=place)).value
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("head", "name", "parent"),
    [
        ("ĐẠI HỌC CẦN THƠ\nTRƯỜNG BÁCH KHOA", "Trường Bách khoa", "Đại học Cần Thơ"),
        (
            "BỘ XÂY DỰNG\nHỘI ĐỒNG TRƯỜNG\nTRƯỜNG CAO ĐẲNG KINH TẾ",
            "Hội đồng trường Trường Cao đẳng Kinh tế",
            "Bộ Xây dựng",
        ),
        ("BAN TIẾP CÔNG DÂN\nTRỤ SỞ TIẾP CÔNG DÂN", "Trụ sở Tiếp công dân", "Ban Tiếp công dân"),
        ("ỦY BAN NHÂN DÂN\nTHỊ XÃ BA ĐỒN", "Ủy ban nhân dân thị xã Ba Đồn", None),
        ("UBND TỈNH KIÊN GIANG\nSỞ NỘI VỤ", "Sở Nội vụ", "Ủy ban nhân dân tỉnh Kiên Giang"),
        ("UBND TỈNH KIÊN GIANG SỞ NỘI VỤ", "Sở Nội vụ", "Ủy ban nhân dân tỉnh Kiên Giang"),
        ("Y BAN NHÂN DÂN\nTỈNH LONG AN", "Ủy ban nhân dân tỉnh Long An", None),
        ("TH\nỦ TƯỚNG CHÍNH PHỦ", "Thủ tướng Chính phủ", None),
        ("THỦ TƯỚNG\nCHÍNH PHỦ", "Thủ tướng Chính phủ", None),
        ("BỘ LAO ĐỘNG – THƯƠNG BINH\nVÀ XÃ HỘI", "Bộ Lao động - Thương binh và Xã hội", None),
        ("BỘ TÀI CHÍNH\nTỔNG CỤC THUẾ", "Tổng cục Thuế", "Bộ Tài chính"),
        ("UBND TỈNH SƠN LA\nVĂN PHÒNG", "Văn phòng", "Ủy ban nhân dân tỉnh Sơn La"),
        ("VĂN PHÒNG\nUBND TỈNH SƠN LA", "Văn phòng Ủy ban nhân dân tỉnh Sơn La", None),
        ("UBND QUẬN TÂN BÌNH\nTRƯỜNG THCS ÂU CƠ", "Trường THCS Âu Cơ", "Ủy ban nhân dân quận Tân Bình"),
        ("BAN CHỈ ĐẠO 389", "Ban Chỉ đạo 389", None),
        ("BỘ NÔNG NGHIỆP VÀ MÔI TRƯỜNG\nCỤC TRỒNG CÂY", "Cục Trồng cây", "Bộ Nông nghiệp và Môi trường"),
        ("BỘ NÔNG NGHIỆP VÀ MÔI TRƯỜNG CỤC TRỒNG CÂY", "Cục Trồng cây", "Bộ Nông nghiệp và Môi trường"),
        ("UBND THÀNH PHỐ HẢI PHÒNG\nSỞ NỘI VỤ", "Sở Nội vụ", "Ủy ban nhân dân thành phố Hải Phòng"),
        ("UBND THÀNH PHỐ HẢI PHÒNG SỞ NỘI VỤ", "Sở Nội vụ", "Ủy ban nhân dân thành phố Hải Phòng"),
        ("UBND XÃ BÌNH TRƯỜNG A", "Ủy ban nhân dân xã Bình Trường A", None),
        ("ỦY BAN NHÂN DÂN THÀNH PHỐ\nBẢO LỘC", "Ủy ban nhân dân thành phố Bảo Lộc", None),
        ("KHO BẠC NHÀ NƯỚC\nKHU VỰC IX", "Kho bạc Nhà nước khu vực IX", None),
        ("CỤC THUẾ\nTHUẾ TỈNH LONG AN", "Thuế tỉnh Long An", "Cục Thuế"),
        ("CHỦ TỊCH ỦY\nBAN NHÂN DÂN\nTỈNH LONG AN", "Chủ tịch Ủy ban nhân dân tỉnh Long An", None),
        ("BỘ CÂY XANH\nCỤC QUẢN LÝ THỊ\nTRƯỜNG CÂY", "Cục Quản lý thị trường cây", "Bộ Cây xanh"),
        ("TỈNH ỦY LONG AN\nBAN TỔ CHỨC", "Ban Tổ chức", "Tỉnh ủy Long An"),
        ("SỞ Y TẾ\nBỆNH VIỆN ĐA KHOA TRẦN BƯỞI", "Bệnh viện Đa khoa Trần Bưởi", "Sở Y tế"),
        ("SỞ Y TẾ\nBỆNH VIỆN ĐA KHOA KHU VỰC", "Bệnh viện Đa khoa khu vực", "Sở Y tế"),
        ("ỦY BAN NHÂN DÂN THỊ XÃ\nTRƯỜNG CƯỜNG", "Ủy ban nhân dân thị xã Trường Cường", None),
        ("CHỦ TỊCH\nỦY BAN NHÂN DÂN TỈNH LONG AN", "Chủ tịch Ủy ban nhân dân tỉnh Long An", None),
        ("CÔNG TY CỔ PHẦN CẤP NƯỚC SÔNG MÂY", "Công ty Cổ phần Cấp nước Sông Mây", None),
        ("ỦY BAN NHÂN DÂN\nXÃ HẢI ĐƯỜNG", "Ủy ban nhân dân xã Hải Đường", None),
        ("ỦY BAN NHÂN DÂN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nTỈNH LONG AN", "Ủy ban nhân dân tỉnh Long An", None),
    ],
)
def test_issuer_of_a_head(head: str, name: str, parent: str | None) -> None:
    found = issuer(head)
    assert (found.name, found.parent) == (name, parent)


@pytest.mark.parametrize(
    ("head", "sure"),
    [
        ("UBND TỈNH KIÊN GIANG\nSỞ NỘI VỤ", True),
        ("ỦY BAN NHÂN DÂN\nXÃ HÒA PHÚ", True),
        ("UBND TỈNH MÂY NÚI\nSỞ NỘI VỤ", False),  # a place that no list knows
        ("UBND TỈNH KIÊN GIANG\nPHÒNG", False),  # a kind that names nothing
        ("MÂY NÚI TRỒNG CÂY", False),  # no head noun
    ],
)
def test_doubt_about_an_issuer_shows_in_its_confidence(head: str, sure: bool) -> None:
    assert (find_issuer(laid((Zone.ISSUER, head)), Number(), Issued()).confidence >= 0.8) is sure


@pytest.mark.parametrize(
    ("head", "name"),
    [
        ("UBND TĨNH KIÊN, GIANG\nSƠ NỘI VỤ", "Sở Nội vụ"),
        ("BỘ GIÁO ĐỤC VÀ ĐÀO TẠO", "Bộ Giáo dục và Đào tạo"),
        ("ỦY BAN NHÂN DÂN\nTHANH PHO ĐÀ NÀNG", "Ủy ban nhân dân thành phố Đà Nẵng"),
        ("TRƯỞNG TRUNG HỌC CƠ SỞ ĐỒI MÂY", "Trường Trung học cơ sở Đồi Mây"),
        ("CỤC CHUYỂN ĐỔI\nSỐ QUỐC GIA", "Cục Chuyển đổi số quốc gia"),
        ("ỦY BAN NHÂN DÂN\nXÃ ĐẠI MÂY\nQĐ-UBND", "Ủy ban nhân dân xã Đại Mây"),
        ("“TỔNG CÔNG TY ĐẦU: -\nTƯ VÀ PHÁT TRIỂN", "Tổng công ty Đầu tư và Phát triển"),
    ],
)
def test_issuer_of_a_scanned_head_is_put_right(head: str, name: str) -> None:
    found = find_issuer(scanned(Zone.ISSUER, head), Number(), Issued()).value
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize("stamp", [(20.0, 140.0, 80.0, 150.0), (60.0, 120.0, 150.0, 130.0)], ids=["beside", "below"])
def test_a_stamp_is_no_issuer(stamp: tuple[float, float, float, float]) -> None:
    layout = scanned(Zone.ISSUER, "UBND XÃ ĐỒI MÂY\nVĂN PHÒNG")
    for line, box in zip(layout.lines, [(100.0, 60.0, 220.0, 72.0), stamp], strict=True):
        line.box = box
    found = find_issuer(layout, Number(), Issued()).value
    assert found is not None
    assert (found.name, found.parent) == ("Ủy ban nhân dân xã Đồi Mây", None)


def test_issuers_of_a_joint_document() -> None:
    layout = laid((Zone.ISSUER, "LIÊN ĐOÀN LAO ĐỘNG\nSỞ NỘI VỤ"))
    found = find_issuer(layout, Number(), Issued(), DocumentType(code="CTPH", name="Chương trình phối hợp")).value
    assert found is not None
    assert found.name == "Liên đoàn Lao động - Sở Nội vụ"


def test_a_head_cut_short_is_filled_by_the_authority_line() -> None:
    layout = laid((Zone.ISSUER, "ỦY BAN NHÂN DÂN"), (Zone.AUTHORITY, "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH LONG AN"))
    found = find_issuer(layout, Number(), Issued())
    assert found.value is not None
    assert (found.value.name, found.by) == ("Ủy ban nhân dân tỉnh Long An", "issuer.authority")


@pytest.mark.parametrize(
    ("head", "level", "area", "current"),
    [
        ("CHÍNH PHỦ", "central", None, None),
        ("BỘ NỘI VỤ", "central", None, None),
        ("ỦY BAN NHÂN DÂN\nTỈNH KIÊN GIANG", "province", "tỉnh Kiên Giang", "tỉnh An Giang"),
        ("UBND TỈNH KIÊN GIANG\nSỞ NỘI VỤ", "province", "tỉnh Kiên Giang", "tỉnh An Giang"),
        ("ỦY BAN NHÂN DÂN\nHUYỆN PHÚ LỘC", "district", "huyện Phú Lộc, tỉnh Thừa Thiên Huế", "thành phố Huế"),
        ("TỈNH ỦY LONG AN\nBAN TỔ CHỨC", "province", "tỉnh Long An", "tỉnh Tây Ninh"),
    ],
)
def test_level_and_area(head: str, level: str, area: str | None, current: str | None) -> None:
    found = issuer(head)
    where = found.jurisdiction
    assert (found.level, where and where.name, where and where.current) == (level, area, current)


ACTING = """\
KẾ HOẠCH
Trồng cây mùa xuân

Thực hiện Công văn số 12/UBND-KT ngày 02/01/2023 của Ủy ban nhân dân tỉnh Long An, {acts}, cụ thể như sau:

I. MỤC ĐÍCH
Trồng nhiều cây.

Nơi nhận:
- Như trên;
- Lưu: VT.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

Lê Văn Tám
"""


@pytest.mark.parametrize(
    ("head", "acts", "name"),
    [
        ("", "UBND huyện Đam Rông ban hành Kế hoạch trồng cây", "Ủy ban nhân dân huyện Đam Rông"),
        (
            "Số: /KH-UBND\n\nĐam Rông, ngày tháng năm\n\n",
            "Ủy ban nhân dân huyện ban hành Kế hoạch trồng cây",
            "Ủy ban nhân dân huyện Đam Rông",
        ),
        ("Số: /KH-UBND\n\nĐam Rông, ngày tháng năm\n\n", "nay trồng cây", "Ủy ban nhân dân huyện Đam Rông"),
    ],
)
def test_issuer_of_a_text_without_a_head(head: str, acts: str, name: str) -> None:
    found = read_head(*read(head + ACTING.format(acts=acts))).issuer.value
    assert found is not None
    assert (found.name, found.text) == (name, None)


@given(st.text(alphabet="ỦY BANHÂDTỈKSỞVÀ-,.\n|*", max_size=120))
def test_any_head_is_read_without_failing(text: str) -> None:
    layout = laid((Zone.ISSUER, text))
    for item in find_issuer(layout, Number(), Issued()).evidence:
        assert 0 <= item.start < item.end <= len(layout.pages[0])
