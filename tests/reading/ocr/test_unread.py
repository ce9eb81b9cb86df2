from __future__ import annotations

import numpy as np
import pytest
from PIL import ImageDraw

from tests.reading.ocr import pages
from vanban.reading.ocr import TesseractEngine, unread
from vanban.reading.ocr.again import look_again
from vanban.reading.ocr.engine import Seen
from vanban.reading.ocr.prepare import prepare


def test_strips_are_lines_that_no_word_covers() -> None:
    page = np.asarray(pages.letter(3).convert("L"))
    read = [Seen("dòng", (170, 415, 1640, 465), 0.9), Seen("dòng", (170, 477, 1640, 527), 0.9)]
    (strip,) = unread.strips(page, read, 34.0)
    assert strip.box[1] < 544 + 34 < strip.box[3]
    assert strip.box[1] > 500


def test_strips_leave_seals_and_scrawls_out() -> None:
    page = pages.sheet()
    pages.seal(page, (800, 800), colour="black")
    ImageDraw.Draw(page).line([(300, 300), (500, 420), (420, 250), (700, 380)], fill="black", width=5)
    assert unread.strips(np.asarray(page.convert("L")), [], 34.0) == []


@pytest.mark.ocr
@pytest.mark.parametrize(
    ("stamp", "colour", "read"),
    [("HỎA TỐC", "#d8262c", True), ("MẬT", "#d8262c", True), ("LỘC", "#d8262c", False), ("LỘC QUÝ", "black", True)],
)
def test_stamps_in_colour_are_read_when_they_are_sure_to_be_words(stamp: str, colour: str, read: bool) -> None:
    page = pages.sheet()
    ImageDraw.Draw(page).text((300, 600), stamp, fill=colour, font=pages.font(40))
    words = look_again(prepare(page, pages.DPI), [], TesseractEngine(), dpi=pages.DPI, seconds=60)
    assert (stamp in " ".join(word.text for word in words)) is read
