"""Số và ký hiệu: complete, blank, written by hand, missing; damaged lines; citations are no number."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.extraction.laid import inked, laid, scanned
from vanban.extraction.ink import Ink
from vanban.extraction.number import find_number
from vanban.layout.model import Zone


@pytest.mark.parametrize(
    ("line", "serial", "year", "symbol", "canonical"),
    [
        ("Số: 27/KH-UBND", "27", None, "KH-UBND", "27/KH-UBND"),
        ("Số: 05/BC-UBND", "05", None, "BC-UBND", "05/BC-UBND"),
        ("Số :  05 /BC-UBND", "05", None, "BC-UBND", "05/BC-UBND"),
        ("Số 64-KH/HU", "64", None, "KH/HU", "64-KH/HU"),
        ("Số: 12-HD/VPTW", "12", None, "HD/VPTW", "12-HD/VPTW"),
        ("Số: 17/2019/QĐ-TTg", "17", "2019", "QĐ-TTg", "17/2019/QĐ-TTg"),
        ("Số: 71.3/2026/NQ-CP", "71.3", "2026", "NQ-CP", "71.3/2026/NQ-CP"),
        ("Nghị quyết số: 91/2024/QH15", "91", "2024", "QH15", "91/2024/QH15"),
        ("Luật số: 33/2019/QH14", "33", "2019", "QH14", "33/2019/QH14"),
        ("Số: 2176b/QĐ-SYT", "2176b", None, "QĐ-SYT", "2176b/QĐ-SYT"),
        ("Số: 08/QĐ-BCĐ389", "08", None, "QĐ-BCĐ389", "08/QĐ-BCĐ389"),
        ("Số: 41/2025/NĐ-\u0421\u0420", "41", "2025", "NĐ-CP", "41/2025/NĐ-CP"),  # Cyrillic letters
        ("S6: 12/QD-UBND", "12", None, "QĐ-UBND", "12/QĐ-UBND"),
        ("Số:\n78\n/202\n5\n/TT-BCA", "78", "2025", "TT-BCA", "78/2025/TT-BCA"),
        ("Số: 518/2031/NĐ-CP Hà Nội, ngày", "518", "2031", "NĐ-CP", "518/2031/NĐ-CP"),
        ("Số: 12/STC-NS V/v quyết toán", "12", None, "STC-NS", "12/STC-NS"),
        ("Số: 12/MAYCO-AT+KT", "12", None, "MAYCO-AT+KT", "12/MAYCO-AT+KT"),
        ("**Số: 12/STC-NS**", "12", None, "STC-NS", "12/STC-NS"),
    ],
)
def test_number_complete(line: str, serial: str, year: str | None, symbol: str, canonical: str) -> None:
    number = find_number(laid((Zone.NUMBER, line))).value
    assert (number.serial, number.year, number.symbol, number.canonical) == (serial, year, symbol, canonical)
    assert number.status == "complete"


@pytest.mark.parametrize(
    ("line", "symbol"),
    [
        ("Số:      /KH-UBND", "KH-UBND"),
        ("Số: /UBND\nV/v mời họp", "UBND"),
        ("Số ……/QĐ-UBND", "QĐ-UBND"),
        ("Số: ...../TTr-STC", "TTr-STC"),
        ("Số …-CV/ĐU", "CV/ĐU"),
        ("Số:     -CV/ĐU", "CV/ĐU"),
        ("Số:", None),
        ("Số: ........", None),
    ],
)
def test_number_blank(line: str, symbol: str | None) -> None:
    found = find_number(laid((Zone.NUMBER, line)))
    number = found.value
    assert (number.status, number.serial, number.canonical, number.symbol) == ("blank", None, None, symbol)
    assert [warning.code for warning in found.warnings] == ["number_blank"]


def test_number_found_by_its_grammar_where_the_zone_is_lost() -> None:
    layout = laid((Zone.ISSUER, "SỞ NỘI VỤ"), (Zone.BODY, "Số: 14/SNV-VP"), (Zone.TYPE, "THÔNG BÁO"))
    assert find_number(layout).value.canonical == "14/SNV-VP"


@pytest.mark.parametrize(
    "layout",
    [
        laid((Zone.BASIS, "Căn cứ Quyết định số 14/QĐ-SNV ngày 01/02/2020;")),
        laid((Zone.MARK, "CÔNG VĂN ĐẾN\nSố: 882/CV-X\nNgày: 5/6/2019")),
        laid((Zone.BODY, "Số: 14/SNV-VP và các văn bản có liên quan;")),
        laid((Zone.BODY, "số lượng 14 người")),
        laid(),
    ],
)
def test_number_missing(layout: object) -> None:
    number = find_number(layout).value  # type: ignore[arg-type]
    assert (number.status, number.canonical, number.text) == ("missing", None, None)


def test_number_points_at_its_line() -> None:
    layout = laid((Zone.ISSUER, "SỞ NỘI VỤ"), (Zone.NUMBER, "Số: 14/SNV-VP"))
    evidence = find_number(layout).evidence[0]
    assert layout.pages[0][evidence.start : evidence.end] == "Số: 14/SNV-VP"


def test_number_of_a_scan_read_surely_is_complete() -> None:
    assert find_number(scanned(Zone.NUMBER, "Số: 2652/QĐ-BTP", sure=0.96)).value.canonical == "2652/QĐ-BTP"


def test_number_of_a_scan_read_unsurely_is_by_hand() -> None:
    number = find_number(scanned(Zone.NUMBER, "Số: 26 /QĐ-BTP", **{"26": 0.41})).value
    assert (number.status, number.serial, number.canonical, number.symbol) == ("handwritten", None, None, "QĐ-BTP")
    assert [(c.value, c.by) for c in number.candidates] == [("26", "ocr")]


@pytest.mark.parametrize(
    ("line", "word", "sure", "hand", "status"),
    [
        ("Số: 26 /QĐ-BTP", "26", 0.8, 0.2, "complete"),
        ("Số: 26/QĐ-BTP", "26/QĐ-BTP", 0.8, 0.3, "complete"),
        ("Số: 26 /QĐ-BTP", "26", 0.6, 0.4, "handwritten"),
        ("Số: 26 /QĐ-BTP", "/QĐ-BTP", 0.5, 0.0, "handwritten"),
        ("Số: 26 /QĐ-BTP", "26", 0.96, 0.6, "handwritten"),
        ("Số: 26 /QĐ-BTP", "26", 0.8, 0.0, "handwritten"),
        ("Số: 2b /QĐ-BTP", "2b", 0.95, 0.2, "handwritten"),
        ("Số: 26JJQĐ-BTP", "26JJQĐ-BTP", 0.95, 0.2, "handwritten"),
    ],
    ids=[
        "print",
        "run together",
        "misread",
        "symbol",
        "pen",
        "not judged",
        "letter",
        "no stroke",
    ],
)
def test_ink_judged_print_needs_to_be_read_and_no_more(
    line: str, word: str, sure: float, hand: float, status: str
) -> None:
    found = find_number(inked(scanned(Zone.NUMBER, line, **{word: sure}), **{word: hand}))
    assert (found.value.status, found.value.canonical) == (status, "26/QĐ-BTP" if status == "complete" else None)
    assert found.confidence < 0.8


@pytest.mark.parametrize("line", ["Số:04+ /CT-UBND", "Só2#/STC-NS", "Sóz?/KH-STC", "Số:lÍ /GM-STC"])
def test_number_of_a_scan_that_cannot_be_read_keeps_its_symbol(line: str) -> None:
    number = find_number(scanned(Zone.NUMBER, line, sure=0.5)).value
    assert number.status == "handwritten"
    assert number.canonical is None
    assert number.symbol in {"CT-UBND", "STC-NS", "KH-STC", "GM-STC"}


def test_ink_in_the_blank_is_a_number_by_hand() -> None:
    layout = scanned(Zone.NUMBER, "Số:      /QĐ-BTP")
    ink = Ink(boxes={1: [(20.0, 0.0, 45.0, 12.0)]}, kinds={1: "ocr"})
    assert find_number(layout, ink).value.status == "handwritten"
    assert find_number(layout).value.status == "blank"


@given(st.text(alphabet="Số: 0123456789/-QĐUBNDt.…\n ", max_size=80))
def test_any_line_is_read_without_failing(text: str) -> None:
    layout = laid((Zone.NUMBER, text))
    found = find_number(layout)
    assert found.value.status in {"complete", "blank", "missing"}
    for item in found.evidence:
        assert 0 <= item.start < item.end <= len(layout.pages[0])


def test_the_text_keeps_the_letters_of_the_page() -> None:
    number = find_number(laid((Zone.NUMBER, "Số: 51/Q\u00d0-UBND"))).value
    assert (number.text, number.canonical) == ("Số: 51/Q\u00d0-UBND", "51/QĐ-UBND")


def test_a_symbol_that_goes_on_with_a_strange_sign_is_doubted() -> None:
    assert find_number(laid((Zone.NUMBER, "Số: 51/STC#NS"))).confidence < 0.8
