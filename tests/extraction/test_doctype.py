"""Loại văn bản: by title, by symbol, by V/v; codes that mean two things."""

from __future__ import annotations

import pytest

from tests.extraction.laid import laid
from vanban.extraction.doctype import find_type, settled_type
from vanban.extraction.found import Found
from vanban.layout.model import Zone
from vanban.record import DocumentType, Genre, Number


@pytest.mark.parametrize(
    ("zoned", "symbol", "genre", "code"),
    [
        ([(Zone.TYPE, "KẾ HOẠCH")], "KH-UBND", "administrative", "KH"),
        ([(Zone.TYPE, "K Ế  H O Ạ C H")], None, "administrative", "KH"),
        ([(Zone.TYPE, "QUYÉT ĐỊNH")], "QĐ-STC", "administrative", "QĐ"),
        ([(Zone.TYPE, "**NGHỊ ĐỊNH**")], "NĐ-CP", "normative", "NĐ"),
        ([(Zone.TYPE, "BÁO CÁO KẾT QUẢ TRỒNG CÂY")], None, "administrative", "BC"),
        ([(Zone.TYPE, "ĐIỀU LỆ")], "ĐL-BTC", "administrative", "ĐL"),
        ([(Zone.TYPE, "CHƯƠNG TRÌNH PHỐI HỢP")], "CTPH-SNV-STC", "administrative", "CTPH"),
        ([(Zone.TYPE, "THÔNG TƯ")], "VBHN-BTC", "normative", "VBHN"),  # the consolidation of a thông tư
        ([(Zone.TYPE, "QUY ĐỊNH")], "QĐ/TW", "party", "QyĐ"),  # the Party's code QĐ stands for both
        ([(Zone.TYPE, "QUYẾT ĐỊNH")], "QĐ/TW", "party", "QĐ"),
        ([], "TT/TW", "party", "TT"),
        ([(Zone.SUBJECT, "V/v mời họp"), (Zone.ADDRESSEES, "Kính gửi:")], "STC-NS", "administrative", "CV"),
        ([(Zone.SUBJECT, "V/v hóa đơn"), (Zone.ADDRESSEES, "Kính gửi:")], "CT-TTHT", "administrative", "CV"),
        ([(Zone.TYPE, "CHỈ THỊ")], "CT-UBND", "administrative", "CT"),
        ([(Zone.ADDRESSEES, "Kính gửi: Sở Nội vụ")], None, "administrative", "CV"),
        ([], "TB-SNV", "administrative", "TB"),
        ([(Zone.BODY, "QUYẾT ĐỊNH")], None, "administrative", "QĐ"),
        ([(Zone.BODY, "Một bài báo")], None, "other", None),
        ([(Zone.BODY, "Một đoạn văn")], None, "administrative", None),
    ],
)
def test_type(zoned: list[tuple[Zone, str]], symbol: str | None, genre: Genre, code: str | None) -> None:
    found = find_type(laid(*zoned), Number(symbol=symbol), genre).value
    assert (found and found.code) == code


@pytest.mark.parametrize(
    ("zoned", "symbol", "at"),
    [
        ([(Zone.NUMBER, "Số: 1/STC-NS"), (Zone.SUBJECT, "V/v mời họp")], "STC-NS", "V/v mời họp"),
        ([(Zone.NUMBER, "Số: 1/STC-NS"), (Zone.ADDRESSEES, "Kính gửi: A")], "STC-NS", "Số: 1/STC-NS"),
        ([(Zone.NUMBER, "Số: 1/VBHN-BTC"), (Zone.TYPE, "THÔNG TƯ")], "VBHN-BTC", "Số: 1/VBHN-BTC"),
    ],
)
def test_a_type_without_a_title_points_at_what_tells_it(zoned: list[tuple[Zone, str]], symbol: str, at: str) -> None:
    layout = laid(*zoned)
    (place,) = find_type(layout, Number(symbol=symbol)).evidence
    assert layout.pages[0][place.start : place.end] == at


def test_a_phuong_is_no_phuong_an() -> None:
    layout = laid((Zone.ISSUER, "ỦY BAN NHÂN DÂN\nPHƯỜNG AN MÂY"), (Zone.SUBJECT, "V/v mời họp"))
    found = find_type(layout, Number(symbol="UBND-KT")).value
    assert found is not None
    assert found.code == "CV"


def test_party_circular_and_ministers_circular_share_a_code() -> None:
    party = find_type(laid(), Number(symbol="TT/TW"), "party").value
    minister = find_type(laid(), Number(symbol="TT-BTC", year="2020"), "normative").value
    assert party is not None
    assert minister is not None
    assert (party.name, minister.name) == ("Thông tri", "Thông tư")


LETTER = DocumentType(code="CV", name="Công văn")


@pytest.mark.parametrize(
    ("found", "chances", "code", "by"),
    [
        (Found(None, 0.5, "type.none"), {"administrative/KH": 0.9, "party/KH": 0.1}, "KH", "type.model"),
        (Found(None, 0.5, "type.none"), {"administrative/KH": 0.6, "administrative/BC": 0.4}, None, "type.none"),
        (Found(None, 0.5, "type.none"), {"party/KH": 1.0}, None, "type.none"),
        (
            Found(LETTER, 0.85, "type.letter"),
            {"administrative/TTr": 0.95},
            "TTr",
            "type.model",
        ),
        (Found(LETTER, 0.85, "type.letter"), {"administrative/CV": 0.97}, "CV", "type.letter"),
        (Found(LETTER, 0.95, "type.letter"), {"administrative/TTr": 0.99}, "CV", "type.letter"),  # V/v is there
    ],
)
def test_the_model_decides_only_where_the_rules_doubt(
    found: Found[DocumentType | None], chances: dict[str, float], code: str | None, by: str
) -> None:
    settled = settled_type(found, chances, "administrative")
    assert (settled.value and settled.value.code, settled.by) == (code, by)


def test_a_plan_without_title_and_symbol_is_known_by_its_words() -> None:
    words = (
        "ỦY BAN NHÂN DÂN XÃ ĐỒI MÂY\n"
        "Trồng cây xanh trên địa bàn xã năm 2024\n"
        "I. MỤC ĐÍCH, YÊU CẦU\n1. Mục đích\nNâng cao nhận thức của người dân.\n2. Yêu cầu\n"
        "Việc triển khai bảo đảm tiết kiệm.\nII. NỘI DUNG THỰC HIỆN\n"
        "III. TỔ CHỨC THỰC HIỆN\n1. Văn phòng xã chủ trì, theo dõi kết quả thực hiện kế hoạch này."
    )
    found = find_type(laid((Zone.BODY, words)), Number(), "administrative")
    assert found.by == "type.model"
    assert found.value is not None
    assert found.value.code == "KH"


def test_specks_before_a_title_are_none_of_it() -> None:
    found = find_type(laid((Zone.TYPE, ";-BÁO CÁO")), Number()).value
    assert found is not None
    assert found.code == "BC"
