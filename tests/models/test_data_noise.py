"""Worn pages: the same for the same seed, worse by grade, plain text untouched."""

from __future__ import annotations

from difflib import SequenceMatcher

import pytest

from models.data_noise import GRADES, STAMP, worn, worn_text
from tests.models.handmade import plan, seeded, sheet, text
from vanban.reading.document import Document

CLEAN = sheet(plan(2))


def read(document: Document) -> str:
    """All words of the first page in order, stamps and dirt left out."""
    return " ".join(word.text for word in document.pages[0].words if word.font != STAMP)


@pytest.mark.parametrize("grade", range(GRADES))
def test_the_same_seed_wears_the_same(grade: int) -> None:
    assert worn(CLEAN, grade, seeded(7)) == worn(CLEAN, grade, seeded(7))


def test_a_worse_grade_loses_more() -> None:
    likeness = [
        sum(
            SequenceMatcher(None, read(CLEAN), read(worn(CLEAN, grade, seeded(seed))), autojunk=False).ratio()
            for seed in range(4)
        )
        for grade in range(GRADES)
    ]
    assert likeness == sorted(likeness, reverse=True)
    assert likeness[0] > 3.9 > likeness[-1]


def test_worn_pages_are_ocr_pages_with_confidences() -> None:
    page = worn(CLEAN, 3, seeded(1)).pages[0]
    assert page.kind == "ocr"
    assert all(word.confidence is not None and 0 < word.confidence < 1 for word in page.words)
    assert CLEAN.pages[0].kind == "digital"


def test_plain_pages_stay() -> None:
    plain = text(plan(1))
    assert worn(plain, 4, seeded(0)) == plain


def test_text_keeps_its_lines() -> None:
    given = "Số: 12/KH-UBND\nĐồi Mây, ngày 03 tháng 4 năm 2024\n\nKẾ HOẠCH"
    assert worn_text(given, 4, seeded(3)).count("\n") == 3
    assert worn_text(given, 4, seeded(3)) != given
