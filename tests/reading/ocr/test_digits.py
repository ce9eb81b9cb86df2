"""The reader of digits: printed numbers in the system's serif fonts, taken apart and read back."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image, ImageDraw

from tests.reading.ocr import pages
from vanban.reading.ocr.digit_model import shipped
from vanban.reading.ocr.digits import Expected, read
from vanban.reading.ocr.glyph import LENGTH, SIDE, features, square
from vanban.reading.ocr.parting import parts


def ink(text: str, size: int = 34, *, italic: bool = False) -> np.ndarray:
    image = Image.new("L", (40 + 24 * len(text), 60), 0)
    ImageDraw.Draw(image).text((16, 8), text, fill=255, font=pages.font(size, italic=italic))
    return np.where(np.asarray(image) > 127, 255, 0).astype(np.uint8)


@pytest.mark.parametrize("italic", [False, True], ids=["upright", "italic"])
@pytest.mark.parametrize("text", ["7", "26", "154", "2038", "90617"])
def test_printed_digits_are_read(text: str, italic: bool) -> None:
    found = read(ink(text, italic=italic), shipped(), Expected(5, str))
    assert found[0].value == text
    assert found[0].confidence > 0.5
    assert sum(one.confidence for one in found) <= 1.0001


def test_the_stroke_behind_a_serial_is_no_digit() -> None:
    found = read(ink("438 /"), shipped(), Expected(5, str, slash=True, end=80))
    assert found[0].value == "438"


def test_only_values_that_a_blank_may_hold_are_given() -> None:
    found = read(ink("38"), shipped(), Expected(2, lambda text: text if 1 <= int(text) <= 31 else None))
    assert all(1 <= int(one.value) <= 31 for one in found)


def test_no_ink_has_no_reading() -> None:
    assert read(np.zeros((60, 80), np.uint8), shipped(), Expected(5, str)) == []


def test_digits_that_touch_are_taken_apart() -> None:
    strip = np.zeros((60, 100), np.uint8)
    strip[10:50, 10:30], strip[10:50, 70:90] = 255, 255
    strip[14:46, 14:26], strip[14:46, 74:86] = 0, 0
    strip[29:32, 30:70] = 255
    found = parts(strip)
    assert len(found) > 1
    assert found == sorted(found, key=lambda part: part.left + part.right)


@pytest.mark.parametrize("shape", [(40, 8), (8, 40), (3, 3), (120, 90)], ids=str)
def test_a_glyph_is_described_whatever_its_size(shape: tuple[int, int]) -> None:
    piece = np.full(shape, 255, np.uint8)
    assert square(piece).shape == (SIDE, SIDE)
    described = features([piece])
    assert described.shape == (1, LENGTH)
    assert np.isfinite(described).all()


def test_size_does_not_change_what_a_glyph_looks_like() -> None:
    small, large = ink("5", 30), ink("5", 30).repeat(2, 0).repeat(2, 1)
    first, second = features([small, large])
    assert np.linalg.norm(first - second) < 0.25 * np.linalg.norm(first)
