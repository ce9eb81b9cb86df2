"""Forms of citation, a made-up sentence and what is found in it: ``forms.txt`` (type, number, date, issuer, title)."""

from __future__ import annotations

from pathlib import Path

import pytest

from vanban.extraction.citations import scan

BLOCKS = Path(__file__).with_name("forms.txt").read_text("utf-8").strip().split("\n\n")


@pytest.mark.parametrize("block", BLOCKS)
def test_form(block: str) -> None:
    sentence, *expected = block.split("\n")
    found = scan(sentence.replace("⏎", "\n"))
    rows = [" | ".join(value or "-" for value in (c.type, c.number, c.date, c.issuer, c.title)) for c in found]
    assert rows == [row.strip() for row in expected]


def test_what_is_mended_is_doubtful() -> None:
    (damaged,) = scan("Thông tư số 09/2038/TT. -BGDĐT")
    (whole,) = scan("Thông tư số 09/2038/TT-BGDĐT")
    assert (damaged.number, damaged.doubtful, whole.doubtful) == (whole.number, True, False)


def test_a_digit_that_cannot_be_read_makes_no_number() -> None:
    assert [c.number for c in scan("Quyết định số 12§4/QĐ-UBND ngày 2/3/2031")] == []


def test_an_issuer_is_shared_by_the_whole_list() -> None:
    found = scan(
        "các Công văn số 1/BNV-A ngày 1/2/2031, số 2/BNV-A ngày 2/2/2031 và số 3/BNV-A ngày 3/2/2031 của Bộ Nội vụ"
    )
    assert [c.issuer for c in found] == ["Bộ Nội vụ"] * 3
