"""Roman numerals of headings put right by the one before."""

from __future__ import annotations

import pytest

from vanban.layout.markers import marker
from vanban.layout.numerals import Numerals


@pytest.mark.parametrize(
    ("headings", "labels"),
    [
        (["I. Cây", "II. Đất", "III. Nước"], ["I", "II", "III"]),
        (["I. Cây", "II. Đất", "II. Nước", "1V. Gió", "V. Mưa"], ["I", "II", "III", "IV", "V"]),
        (["V. Cây", "VI. Đất", "VI Nước", "VII. Gió"], ["V", "VI", "VII", "VIII"]),
        (["II. Cây", "IL. Đất"], ["II", "III"]),
        (["I. Cây", "II. Đất", "B. Nước", "I. Gió"], ["I", "II", "B", "I"]),
        (["Cây", "II Đất"], [None, None]),
        (["I. Cây", "VN Đất"], ["I", None]),
    ],
)
def test_numerals_go_on(headings: list[str], labels: list[str | None]) -> None:
    numerals = Numerals()
    found = [numerals.read(text, marker(text)) for text in headings]
    assert [mark.label if mark else None for mark in found] == labels
