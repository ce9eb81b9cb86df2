from __future__ import annotations

import pytest

from vanban.reading.ocr import noise
from vanban.reading.ocr.engine import Seen

PRINT = [Seen("Căn", (200 + 90 * k, 400, 270 + 90 * k, 430), 0.95) for k in range(5)]


@pytest.mark.parametrize(
    ("word", "kept"),
    [
        (Seen("Lộc", (700, 600, 760, 630), 0.1), True),
        (Seen("-", (700, 615, 715, 619), 0.3), True),
        (Seen("......", (700, 620, 800, 625), 0.2), True),
        (Seen("|", (700, 400, 703, 700), 0.9), False),
        (Seen("___", (700, 620, 900, 623), 0.9), False),
        (Seen("SÀ", (700, 600, 710, 606), 0.6), False),
        (Seen("{#", (700, 600, 760, 630), 0.2), False),
        (Seen("Giang", (700, 600, 900, 760), 0.3), False),
        (Seen("l", (2, 600, 8, 630), 0.4), False),
    ],
    ids=["doubtful word", "dash", "dots to fill", "rule", "line", "speck", "scrawl", "signature", "edge of the sheet"],
)
def test_noise_goes_and_doubt_stays(word: Seen, kept: bool) -> None:
    assert (word in noise.drop([*PRINT, word], (2300, 1650))) is kept


@pytest.mark.parametrize(
    ("confidences", "least", "most"), [([], 0, 0), ([0.9] * 5, 0.85, 0.95), ([0.2] * 5, 0.15, 0.25)]
)
def test_legibility(confidences: list[float], least: float, most: float) -> None:
    words = [Seen("chữ", (0, 0, 9, 9), confidence) for confidence in confidences]
    assert least <= noise.legibility(words) <= most


@pytest.mark.parametrize(
    ("text", "mended"), [("45/QĐÐ-UBND", "45/QĐ-UBND"), ("HĐÐĐND", "HĐND"), ("Ðồng", "Đồng"), ("ĐĐ", "ĐĐ")]
)
def test_a_letter_that_was_given_twice_stands_once(text: str, mended: str) -> None:
    assert [word.text for word in noise.one_letter([Seen(text, (0, 0, 90, 30), 0.7)])] == [mended]
