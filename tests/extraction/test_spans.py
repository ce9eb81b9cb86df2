"""Lines joined to one string, and the way back to the page."""

from __future__ import annotations

import pytest

from tests.extraction.laid import laid, scanned
from vanban.extraction.spans import join
from vanban.layout.model import Zone


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        ("**KẾ HOẠCH**", "KẾ HOẠCH"),
        ("### CHÍNH PHỦ\n-------", "CHÍNH PHỦ\n"),
        ("_Hà Nội, ngày 1_", "Hà Nội, ngày 1"),
        ("| Số: 1/QĐ | Hà Nội |", "\n Số: 1/QĐ \n Hà Nội \n"),
        ("Số: 1/Q\u00d0–UBND", "Số: 1/QĐ-UBND"),
    ],
)
def test_join(lines: str, text: str) -> None:
    assert join(laid((Zone.ISSUER, lines)).lines).text == text


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        ("TH\nỦ TƯỚNG", "THỦ TƯỚNG"),
        ("Hà N\nội", "Hà Nội"),
        ("SỞ Y TẾ", "SỞ Y TẾ"),
        ("TP UÔNG BÍ", "TP UÔNG BÍ"),
        ("T/M ỦY BAN", "T/M ỦY BAN"),
        ("Q. ỦY BAN", "Q. ỦY BAN"),
    ],
)
def test_mended(lines: str, text: str) -> None:
    assert join(laid((Zone.ISSUER, lines)).lines).mended().text == text


def test_evidence_of_mended_text_is_the_page_as_printed() -> None:
    layout = laid((Zone.BODY, "Mở đầu"), (Zone.ISSUER, "**TH\nỦ TƯỚNG**"))
    joined = join(layout.lines[1:]).mended()
    evidence = joined.evidence(layout)
    assert layout.pages[0][evidence[0].start : evidence[-1].end] == "TH\nỦ TƯỚNG"


def test_sureness_is_that_of_the_worst_word() -> None:
    joined = join(scanned(Zone.NUMBER, "Số: 12/QĐ", sure=0.9, **{"12/QĐ": 0.4}).lines)
    assert joined.sureness(0, 3) == 0.9
    assert joined.sureness(0, 9) == 0.4
    assert join(laid((Zone.NUMBER, "Số: 12/QĐ")).lines).sureness(0, 9) == 1.0
