"""Loại văn bản: by title, by symbol, by V/v; codes that mean two things."""

from __future__ import annotations

import pytest
from tests.extraction.laid import laid

from vanban.extraction.doctype import find_type
from vanban.layout.model import Zone
from vanban.record import Genre, Number


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
