from __future__ import annotations

import numpy as np
import pytest
from PIL import ImageDraw

from tests.reading.ocr import pages
from tests.reading.ocr.seen import SHAPE, line
from vanban.errors import TesseractMissing
from vanban.reading.ocr import TesseractEngine, signers
from vanban.reading.ocr.engine import Seen


def signed(name: str, centre: tuple[int, int]) -> tuple[list[Seen], np.ndarray]:
    """An office that was read and a name under a grey seal that was not."""
    page = pages.sheet()
    pages.seal(page, centre, radius=190, colour="#8e8e8e")
    draw = ImageDraw.Draw(page)
    draw.text((960, 1380), "CHỦ TỊCH", fill="black", font=pages.font(36))
    draw.text((880, 1720), name, fill="black", font=pages.font(36))
    return line("CHỦ TỊCH", 960, 1382), np.asarray(page.convert("L"))


@pytest.mark.ocr
@pytest.mark.parametrize(
    ("seen", "found"),
    [
        (line("CHỦ TỊCH", 960, 1382), True),
        (line("TM. ỦY BAN NHÂN DÂN", 860, 1320), True),
        (line("Nơi nhận:", 170, 1384), True),
        (line("Kính gửi:", 170, 1384), False),
        (line("CHỦ TỊCH", 960, 1382) + line("các thôn đã họp", 960, 1440), False),
    ],
    ids=["office", "body signed for", "recipients", "no signature", "running text"],
)
def test_a_name_that_was_not_read_is_found_below_its_office(seen: list[Seen], found: bool) -> None:
    _, grey = signed("Nguyễn Thị Mận", (930, 1640))
    read = signers.read_signer(grey, seen, TesseractEngine(), height=34.0, dpi=pages.DPI, seconds=60)
    assert ({"Nguyễn", "Thị", "Mận"} <= {word.text for word in read}) is found


@pytest.mark.ocr
def test_a_part_of_a_name_is_no_name() -> None:
    seen, grey = signed("####  Thị Mận", (1300, 1200))
    read = signers.read_signer(grey, seen, TesseractEngine(), height=34.0, dpi=pages.DPI, seconds=60)
    assert read == seen


@pytest.mark.ocr
def test_a_name_and_an_office_under_a_grey_seal_are_read() -> None:
    page = pages.sheet()
    pages.seal(page, (930, 1560), radius=190, colour="#6e6e6e")
    draw = ImageDraw.Draw(page)
    draw.text((960, 1380), "CHỦ TỊCH", fill="black", font=pages.font(36))
    draw.text((880, 1720), "Nguyễn Thị Mận", fill="black", font=pages.font(36))
    seen = line("Thị Mận", 1050, 1722)
    found = signers.read_signer(
        np.asarray(page.convert("L")), seen, TesseractEngine(), height=34.0, dpi=pages.DPI, seconds=60
    )
    assert {"Nguyễn", "Thị", "Mận", "CHỦ", "TỊCH"} <= {word.text for word in found}


def test_a_whole_name_under_its_office_is_not_read_again() -> None:
    seen = line("CHỦ TỊCH", 1000, 1500) + line("Trần Thị Mận", 990, 1800)
    blank, missing = np.full(SHAPE, 255, np.uint8), TesseractEngine("no such language")
    assert signers.read_signer(blank, seen, missing, height=34.0, dpi=pages.DPI, seconds=60) == seen
    with pytest.raises(TesseractMissing):
        signers.read_signer(blank, seen[2:], missing, height=34.0, dpi=pages.DPI, seconds=60)
