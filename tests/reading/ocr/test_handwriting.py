from __future__ import annotations

import pytest
from PIL import Image, ImageDraw

from tests.reading.ocr import pages
from vanban.reading.document import Page
from vanban.reading.ocr import ScanJob, blanks, read_scans
from vanban.reading.ocr.engine import Seen
from vanban.reading.ocr.handwriting import SURE, Model, Shape, written
from vanban.settings import Settings


def line(*texts: str, top: int = 200, left: int = 300) -> list[Seen]:
    """Words side by side, 16 pixels a letter."""
    words = []
    for text in texts:
        words.append(Seen(text, (left, top, left + 16 * len(text), top + 30), 0.95))
        left += 16 * len(text) + 12
    return words


@pytest.mark.parametrize(
    ("words", "kinds"),
    [
        (line("Số:", "45", "/KH-UBND"), ["serial"]),
        (line("Số:45/KH-UBND"), ["serial"]),
        (line("Số", "45-KH/TU"), ["serial"]),
        (line("Số:", "45UBND-VX"), ["serial"]),
        (line("Đồng", "Mận,", "ngày", "7", "tháng", "11", "năm", "2031"), ["day", "month"]),
        (line("Mận,ngày7", "tháng11", "năm", "2031"), ["day", "month"]),
        (line("Căn", "cứ", "Quyết", "định", "số", "45/QĐ-UBND", "ngày", "7", "tháng", "11", "năm", "2031"), []),
        (line("Số:", "45", "/KH-UBND", top=1500), []),
        (
            line("Ngày", "7", "tháng", "1", "năm", "2032", top=60)
            + line("Số:", "45", "/KH-UBND")
            + line("Mận,", "ngày", "9", "tháng", "1", "năm", "2031", left=900),
            ["day", "month", "serial"],
        ),
        (line("Số:", "/KH-UBND") + line("ngày", "7", "tháng", "1", "năm", "2031", top=700), ["serial"]),
    ],
    ids=[
        "number",
        "run together",
        "Party",
        "stroke lost",
        "date",
        "day run together",
        "citation",
        "below the head",
        "date of a copy's stamp above",
        "date of the body",
    ],
)
def test_blanks_are_found_in_the_head(words: list[Seen], kinds: list[str]) -> None:
    assert [blank.kind for blank in blanks.find(words, 2300)] == kinds


@pytest.mark.parametrize(
    ("text", "joint", "behind"),
    [("45/KH-UBND", "/", "/KH-UBND"), ("45-KH/TU", "-", "-KH/TU")],
)
def test_a_serial_ends_where_its_symbol_begins(text: str, joint: str, behind: str) -> None:
    words = line("Số:", text, "Mận,", "ngày", "7", "tháng", "1", "năm", "2031")
    serial = next(blank for blank in blanks.find(words, 2300) if blank.kind == "serial")
    assert serial.joint == joint
    symbol = words[1].box[2] - 16 * len(behind)
    assert abs(serial.box[2] - symbol) < 0.8 * serial.em


def read(image: Image.Image) -> Page:
    width, height = (side * 72 / pages.DPI for side in image.size)
    (page,) = read_scans([ScanJob(1, width, height, lambda dpi: image)], Settings(ocr_dpi=pages.DPI))
    assert isinstance(page, Page)
    return page


@pytest.mark.ocr
def test_printed_number_and_date_are_print() -> None:
    page = read(pages.head())
    assert page.hand_boxes == []
    assert max(word.hand for word in page.words) < 0.5
    assert {"215", "07"} <= {word.text for word in page.words}


@pytest.mark.ocr
@pytest.mark.parametrize("colour", ["black", "#2b3fae"])
def test_pen_strokes_in_the_number_are_not_print(colour: str) -> None:
    image = pages.head(serial="      ")
    draw = ImageDraw.Draw(image)
    for stroke in ([(262, 262), (270, 216), (268, 290)], [(290, 225), (318, 210), (286, 284), (326, 278)]):
        draw.line(stroke, fill=colour, width=4, joint="curve")
    page = read(image)
    (box,) = page.hand_boxes
    assert box == pytest.approx([pixel * 72 / pages.DPI for pixel in (262, 210, 326, 290)], abs=3)
    day = next(word for word in page.words if word.text == "07")
    assert day.hand < 0.5


@pytest.mark.parametrize(
    ("pieces", "by_hand"),
    [
        ([Shape(10, 0, 26, 25, 5.2, 0.0), Shape(28, 0, 46, 25, 5.0, 0.0)], False),
        ([Shape(10, 0, 45, 25, 5.4, 0.0), Shape(48, 0, 64, 25, 5.0, 0.0)], False),
        ([Shape(10, -6, 60, 29, 5.4, 0.0)], True),
        ([Shape(10, 0, 45, 25, 9.0, 0.0)], True),
        ([Shape(10, 0, 26, 25, 5.2, 0.6)], True),
    ],
    ids=["digits", "digits that touch", "a high stroke", "a thick stroke", "blue ink"],
)
def test_print_is_told_by_height_footing_and_stroke(pieces: list[Shape], by_hand: bool) -> None:
    words = [Seen("445/UBND-VX", (10, 0, 200, 25), 0.93)]
    assert (written(pieces, Model(25, 25, 5.2), words) >= SURE) is by_hand


def test_a_rule_is_on_no_line_of_print() -> None:
    model = Model(25, 25, 5.2)
    assert model.level(Shape(10, 2, 26, 27, 5.2, 0.0))
    assert not model.level(Shape(10, 14, 130, 22, 5.2, 0.0))
