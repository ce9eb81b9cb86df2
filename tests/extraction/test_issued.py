"""Địa danh và thời gian ban hành: whole dates, blanks, damage, the adoption note of laws."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.extraction.laid import inked, laid, read, scanned
from vanban.extraction.issued import date_line, find_issued, find_issued_parts
from vanban.layout.model import Zone
from vanban.record import Signature


@pytest.mark.parametrize(
    ("line", "place", "date", "status"),
    [
        ("Phú Hòa, ngày 14 tháng 5 năm 2021", "Phú Hòa", "2021-05-14", "complete"),
        ("Phú Hòa , ngày 01 tháng 02 năm 2015", "Phú Hòa", "2015-02-01", "complete"),
        ("*Hà Nội, ngày 14 tháng 0 3 năm 2017*", "Hà Nội", "2017-03-14", "complete"),
        ("Qu ả ng Trị, ngày 09 tháng 11 năm 2021", "Quảng Trị", "2021-11-09", "complete"),
        ("Hà N\nội, ngày 16 tháng 11 năm 2021", "Hà Nội", "2021-11-16", "complete"),
        ("Hà Nội, ngày\n17\ntháng\n4\nnăm 202\n3", "Hà Nội", "2023-04-17", "complete"),
        ("TP. Hồ Chí Minh, ngày 3 tháng 01 năm 2020", "Thành phố Hồ Chí Minh", "2020-01-03", "complete"),
        ("Quận 1, ngày 5 tháng 6 năm 2019", "Quận 1", "2019-06-05", "complete"),
        ("Bà Rịa - Vũng Tàu, ngày 2 tháng 2 năm 2022", "Bà Rịa - Vũng Tàu", "2022-02-02", "complete"),
        ("....... Phú Hòa, ngày 14 tháng 5 năm 2021", "Phú Hòa", "2021-05-14", "complete"),
        ("Phú Hòa, hồi 7 giờ 30 ngày 14 tháng 5 năm 2021", "Phú Hòa", "2021-05-14", "complete"),
        ("Phú Hòa, 7 giờ 30 phút ngày 14 tháng 5 năm 2021", "Phú Hòa", "2021-05-14", "complete"),
        ("Phú Hòa, lúc 9h00, ngày 14 tháng 5 năm 2021", "Phú Hòa", "2021-05-14", "complete"),
        ("Thành phô Hồ Chỉ Minh, ngày 3 tháng 1 năm 2020", "Thành phố Hồ Chí Minh", "2020-01-03", "complete"),
        ("Hải Đường, ngày 3 tháng 1 năm 2020", "Hải Đường", "2020-01-03", "complete"),  # no Hải Dương
        ("Đắk Rông, ngày 3 tháng 1 năm 2020", "Đắk Rông", "2020-01-03", "complete"),  # no Đa Krông
        ("Bến Tre, ngày 12/6/2020", "Bến Tre", "2020-06-12", "complete"),
        ("Phú Hòa, ngày tháng 6 năm 2024", "Phú Hòa", "2024-06", "blank"),
        ("Phú Hòa, ngày … tháng 6 năm 2024", "Phú Hòa", "2024-06", "blank"),
        ("Phú Hòa, ngày tháng năm", "Phú Hòa", None, "blank"),
        ("Phú Hòa, ngày .... tháng .... năm 2024", "Phú Hòa", "2024", "blank"),
    ],
)
def test_place_and_date(line: str, place: str, date: str | None, status: str) -> None:
    value = find_issued(laid((Zone.PLACE_DATE, line))).value
    assert (value.place, value.date, value.status) == (place, date, status)


def test_place_and_date_have_their_own_confidence_and_evidence() -> None:
    layout = laid((Zone.ISSUER, "UBND XÃ MÂY NÚI"), (Zone.PLACE_DATE, "Mây Núi, ngày 3 tháng 1 năm 2020"))
    found = find_issued_parts(layout)
    (place,) = found.place.evidence
    assert layout.pages[0][place.start : place.end] == "Mây Núi"
    assert found.place.confidence > 0.8  # the issuing line names it
    assert found.date.value == "2020-01-03"
    strange = find_issued_parts(laid((Zone.PLACE_DATE, "Mây Núi, ngày 3 tháng 1 năm 2020")))
    assert strange.place.confidence < 0.8 < strange.date.confidence


def test_a_place_is_put_right_where_the_page_was_misread() -> None:
    misread = laid((Zone.MOTTO, "CỌNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"), (Zone.PLACE_DATE, "Hải Đường, ngày 3/1/2020"))
    assert find_issued(misread).value.place == "Hải Dương"


def test_a_place_that_a_law_site_broke_is_whole() -> None:
    head = "CHÍNH PHỦ\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\nSố: 5/2025/NĐ-CP"
    layout, _ = read(
        f"{head}\n\nHà N\nội, ngày 5 tháng 3 năm 2025\n\nNGHỊ ĐỊNH\nVề trồng cây\n\nCăn cứ Luật Lâm nghiệp;"
    )
    assert find_issued(layout).value.place == "Hà Nội"


def test_a_day_that_no_calendar_has_is_no_date() -> None:
    assert find_issued(laid((Zone.PLACE_DATE, "Phú Hòa, ngày 31 tháng 6 năm 2024"))).value.date is None


@pytest.mark.parametrize(
    "line",
    [
        "Cần Thơ, ngày {5 tháng 3 năm 2024",
        "Cân Thơ, ngày>)Štháng 1Ò năm 2025",
        "Cần Thơ, ngày | T tháng 10 năm 2017",
        "Cần Thơ, ñgh/ m: tháng 4 năm 2025",
    ],
)
def test_a_day_that_cannot_be_read_is_by_hand(line: str) -> None:
    value = find_issued(scanned(Zone.PLACE_DATE, line)).value
    assert (value.place, value.date, value.status) == ("Cần Thơ", None, "handwritten")


def test_a_day_read_unsurely_is_a_candidate_and_so_is_the_time_of_signing() -> None:
    layout = scanned(Zone.PLACE_DATE, "Cần Thơ, ngày 15 tháng 3 năm 2024", **{"15": 0.5})
    value = find_issued(layout, signatures=[Signature(time="2024-03-18T01:41:42+07:00")]).value
    assert (value.date, value.status) == (None, "handwritten")
    assert [(c.value, c.by) for c in value.candidates] == [("2024-03-15", "ocr"), ("2024-03-18", "signature.time")]


@pytest.mark.parametrize(
    ("sure", "hand", "date"),
    [(0.8, 0.2, "2024-03-15"), (0.96, 0.6, None), (0.6, 0.4, None), (0.8, 0.0, None)],
    ids=["print", "pen", "misread", "not judged"],
)
def test_a_day_judged_print_needs_to_be_read_and_no_more(sure: float, hand: float, date: str | None) -> None:
    layout = scanned(Zone.PLACE_DATE, "Cần Thơ, ngày 15 tháng 3 năm 2024", **{"15": sure})
    found = find_issued(inked(layout, **{"15": hand}))
    assert (found.value.date, found.value.status) == (date, "complete" if date else "handwritten")
    assert found.confidence < 0.8


def test_the_time_of_signing_overrides_nothing() -> None:
    layout = scanned(Zone.PLACE_DATE, "Cần Thơ, ngày 15 tháng 3 năm 2024")
    value = find_issued(layout, signatures=[Signature(time="2024-03-18T01:41:42+07:00")]).value
    assert (value.date, value.candidates) == ("2024-03-15", [])


def test_a_law_without_place_line_has_its_day_of_adoption() -> None:
    text = (
        "QUỐC HỘI\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
        "Luật số: 99/2019/QH14\n\nLUẬT\nTRỒNG CÂY\n\n"
        "Căn cứ Hiến pháp;\nĐiều 1. Phạm vi\nLuật này quy định việc trồng cây.\n\n"
        "Luật này được Quốc hội nước Cộng hòa xã hội chủ nghĩa Việt Nam khóa XIV, kỳ họp thứ 8 thông qua "
        "ngày 20 tháng 11 năm 2019.\n\nCHỦ TỊCH QUỐC HỘI\nNguyễn Thị An\n"
    )
    found = find_issued(read(text)[0])
    assert (found.value.date, found.value.place, found.by) == ("2019-11-20", None, "issued.adopted")


@pytest.mark.parametrize(
    "layout",
    [
        laid((Zone.BASIS, "Căn cứ Công văn ngày 12 tháng 5 năm 2019 của Sở;")),
        laid((Zone.BODY, "Trong cuộc họp tại Hà Nội, ngày 12 tháng 5 năm 2019 các bên thống nhất nhiều việc.")),
        laid((Zone.BODY, "bão, hạn chót ngày 5/4/2019")),
        laid(),
    ],
)
def test_dates_of_the_text_are_not_the_date_of_issue(layout: object) -> None:
    assert find_issued(layout).value.status == "missing"  # type: ignore[arg-type]


@given(st.text(alphabet="Hà Nội,ngàythág ăm0123456789.…|\n ", max_size=90))
def test_any_line_is_read_without_failing(text: str) -> None:
    layout = laid((Zone.PLACE_DATE, text))
    for item in find_issued(layout).evidence:
        assert 0 <= item.start < item.end <= len(layout.pages[0])


def test_the_date_of_a_copy_above_the_head_is_not_the_documents() -> None:
    layout = laid(
        (Zone.PLACE_DATE, "Ngày 22 tháng 05 năm 2030"),
        (Zone.MOTTO, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        (Zone.PLACE_DATE, "Đồi Mây, ngày 02 tháng 5 năm 2027"),
    )
    for number, line in enumerate(layout.lines):
        line.box = (300.0, 40.0 * number, 500.0, 40.0 * number + 12)
    found = date_line(layout)
    assert found is not None
    assert found.place == "Đồi Mây"
