from __future__ import annotations

import numpy as np
import pytest
from PIL import ImageDraw

from tests.reading.ocr import pages
from vanban.errors import TesseractMissing
from vanban.reading.ocr import TesseractEngine, signers
from vanban.reading.ocr.engine import Seen

SHAPE = (2339, 1653)


def line(text: str, x: int, y: int, *confidence: float) -> list[Seen]:
    """Words of one line in letters 34 high."""
    words = []
    for word, sure in zip(text.split(), confidence or (0.95,) * 9, strict=False):
        words.append(Seen(word, (x, y, x + 18 * len(word), y + 34), sure))
        x += 18 * len(word) + 12
    return words


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (line("Trần Thị Mận", 1000, 1800), [("Trần Thị Mận", True)]),
        (line("Thị Mận", 1000, 1800), [("Thị Mận", False)]),
        (line("Trần Thị Mận", 1000, 1800, 0.55, 0.9, 0.9), [("Trần Thị Mận", False)]),
        (line("r8 Thị Mận", 1000, 1800, 0.4, 0.9, 0.9), [("Thị Mận", False)]),
        (line("Trần Thị Mận", 200, 1800), []),
        (line("Thị trấn Đồng Mận", 1000, 1800), []),
        (line("Bến Tre", 1000, 1800), []),
        (line("n Thị Mận", 1000, 1800, 0.77, 0.9, 0.9), [("Thị Mận", False)]),
        (line("các hộ dân trồng", 980, 1760) + line("Trần Thị Mận", 1000, 1800), []),
    ],
)
def test_names_stand_right_of_the_middle_with_room_above(words: list[Seen], found: list[tuple[str, bool]]) -> None:
    assert [(name.text, name.whole) for name in signers.names(words, SHAPE, 34.0)] == found


def test_rows_part_at_wide_gaps_and_at_levels() -> None:
    words = line("Nơi nhận:", 100, 1500) + line("CHỦ TỊCH", 1000, 1505) + line("Trần Thị Mận", 990, 1800)
    assert [[word.text for word in row] for row in signers.rows(words, 34.0)] == [
        ["Nơi", "nhận:"],
        ["Trần", "Thị", "Mận"],
        ["CHỦ", "TỊCH"],
    ]


@pytest.mark.ocr
def test_a_name_and_an_office_under_a_grey_seal_are_read() -> None:
    page = pages.sheet()
    pages.seal(page, (930, 1560), radius=190, colour="#6e6e6e")
    draw = ImageDraw.Draw(page)
    draw.text((960, 1380), "CHỦ TỊCH", fill="black", font=pages.font(36))
    draw.text((880, 1720), "Nguyễn Thị Mận", fill="black", font=pages.font(36))
    seen = line("Thị Mận", 1050, 1722)
    found = signers.read_signer(
        np.asarray(page.convert("L")), seen, TesseractEngine(), height=34.0, dpi=pages.DPI, seconds=600
    )
    assert {"Nguyễn", "Thị", "Mận", "CHỦ", "TỊCH"} <= {word.text for word in found}


def test_a_whole_name_under_its_office_is_not_read_again() -> None:
    seen = line("CHỦ TỊCH", 1000, 1500) + line("Trần Thị Mận", 990, 1800)
    blank, missing = np.full(SHAPE, 255, np.uint8), TesseractEngine("no such language")
    assert signers.read_signer(blank, seen, missing, height=34.0, dpi=pages.DPI, seconds=600) == seen
    with pytest.raises(TesseractMissing):
        signers.read_signer(blank, seen[2:], missing, height=34.0, dpi=pages.DPI, seconds=600)
