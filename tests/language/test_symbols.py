"""Numbers and symbols, whole and damaged, and the type that a symbol tells."""

from __future__ import annotations

from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.timing import assert_linear
from vanban.language.symbols import canonical, read_number, type_of_symbol


@pytest.mark.parametrize(
    ("text", "serial", "year", "symbol", "whole"),
    [
        ("Số: 417/KH-UBND", "417", None, "KH-UBND", "417/KH-UBND"),
        ("Số: 45/KV VII-TH", "45", None, "KVVII-TH", "45/KVVII-TH"),
        ("Số 88-KH/HU", "88", None, "KH/HU", "88-KH/HU"),
        ("71/2031/NĐ-CP", "71", "2031", "NĐ-CP", "71/2031/NĐ-CP"),
        ("71/2031/NĐ- CP", "71", "2031", "NĐ-CP", "71/2031/NĐ-CP"),
        ("71/2031/NĐCP", "71", "2031", "NĐ-CP", "71/2031/NĐ-CP"),
        ("71/2031/ND-CP", "71", "2031", "NĐ-CP", "71/2031/NĐ-CP"),
        ("07/2031/NĐ-СР", "07", "2031", "NĐ-CP", "07/2031/NĐ-CP"),  # Cyrillic С, Р
        ("07/2031/NÐ-CP", "07", "2031", "NĐ-CP", "07/2031/NĐ-CP"),  # Eth
        ("07/2031/NĐ–CP", "07", "2031", "NĐ-CP", "07/2031/NĐ-CP"),  # en dash
        ("66/TB-HĐTD", "66", None, "TB-HĐTD", "66/TB-HĐTD"),
        ("66/QĐ-HĐTDT", "66", None, "QĐ-HĐTDT", "66/QĐ-HĐTDT"),  # one Đ written: the D is a D
        ("333/QĐ-\nBYT", "333", None, "QĐ-BYT", "333/QĐ-BYT"),
        ("333/LĐT BXH-XYZ", "333", None, "LĐTBXH-XYZ", "333/LĐTBXH-XYZ"),
        ("1830 QĐ-UBND", "1830", None, "QĐ-UBND", "1830/QĐ-UBND"),
        ("1830/QĐUBND", "1830", None, "QĐ-UBND", "1830/QĐ-UBND"),
        ("09/2031/TT BTC", "09", "2031", "TT-BTC", "09/2031/TT-BTC"),
        ("4321/BVHTTDL VP", "4321", None, "BVHTTDL-VP", "4321/BVHTTDL-VP"),
        ("12/2031/TTLT/BTC-BGTVT", "12", "2031", "TTLT/BTC-BGTVT", "12/2031/TTLT/BTC-BGTVT"),
        ("12/2031/NQ-QH 11", "12", "2031", "NQ-QH11", "12/2031/NQ-QH11"),
        ("45/2031/QH14", "45", "2031", "QH14", "45/2031/QH14"),
        ("66.15/2031/NQ-CP", "66.15", "2031", "NQ-CP", "66.15/2031/NQ-CP"),
        ("31a/2031/NQ-CP", "31a", "2031", "NQ-CP", "31a/2031/NQ-CP"),
        ("15/CP", "15", None, "CP", "15/CP"),
        ("15 CP", "15", None, "CP", "15/CP"),
        ("12TC/QĐ-TCT", "12", None, "TC/QĐ-TCT", "12TC/QĐ-TCT"),
        ("154/CTPH-LĐLĐ-SVH,TT,DL", "154", None, "CTPH-LĐLĐ-SVH,TT,DL", "154/CTPH-LĐLĐ-SVH,TT,DL"),
        ("SỐ 99/QĐ-TTG NGÀY 27", "99", None, "QĐ-TTg", "99/QĐ-TTg"),
        ("99/QĐ-UBND - Ủy ban", "99", None, "QĐ-UBND", "99/QĐ-UBND"),
        ("Số:      /KH-UBND", None, None, "KH-UBND", None),
        ("Số: ....../TB-QLNY", None, None, "TB-QLNY", None),
        ("88 ngày 07-10-2016", "88", None, None, "88"),
        ("không có số", None, None, None, None),
    ],
)
def test_canonical(text: str, serial: str | None, year: str | None, symbol: str | None, whole: str | None) -> None:
    parsed = canonical(text)
    assert (parsed.serial, parsed.year, parsed.symbol, parsed.canonical) == (serial, year, symbol, whole)


@pytest.mark.parametrize(
    ("symbol", "code"),
    [
        ("KH-UBND", "KH"), ("NĐ-CP", "NĐ"), ("TB/TU", "TB"), ("CT-UBND", "CT"), ("CT-TTHT", "CV"), ("UBND-VX", "CV"),
        ("BYT-QĐ", "QĐ"), ("QĐ-ĐHXY", "QĐ"), ("TTLT-BYT-BTC", "TTLT"), ("QH15", None), ("CP", None), ("XYZ-ABC", None),
        ("", None),
    ],
)  # fmt: skip
def test_type_of_symbol(symbol: str, code: str | None) -> None:
    assert type_of_symbol(symbol) == code


@given(st.text(alphabet="0129 /-.,QĐTgUBNDCPhsố\n", max_size=80))
def test_any_text_is_read_without_failure(text: str) -> None:
    parsed = canonical(text)
    assert parsed.canonical is None or not set(parsed.canonical) & {" ", "\n"}


@pytest.mark.parametrize("unit", ["1", "1/", "A-", "AB ", "Q", " ", "số ", "A,BC"])
def test_time_does_not_grow_with_the_text(unit: str) -> None:
    assert_linear(lambda count: partial(read_number, unit * count, 0), 5_000, 50_000)
