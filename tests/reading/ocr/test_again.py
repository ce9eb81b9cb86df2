from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pytest
from PIL import Image, ImageDraw

from tests.reading.ocr import pages
from vanban.reading.ocr import TesseractEngine
from vanban.reading.ocr.again import look_again
from vanban.reading.ocr.engine import Seen
from vanban.reading.ocr.prepare import Prepared

RIGHT = ["Ủy", "ban", "nhân", "dân", "xã"]


@dataclass
class Counting(TesseractEngine):
    """Tesseract that counts its calls and says whether they are cheap."""

    warm: bool = False
    calls: int = 0

    def __post_init__(self) -> None:
        super().__init__()

    def recognise(self, image: Image.Image, *, dpi: int, seconds: float, block: bool = False) -> list[Seen]:
        self.calls += 1
        return super().recognise(image, dpi=dpi, seconds=seconds, block=block)


def read(text: str, sure: float, *, warm: bool) -> tuple[list[str], int]:
    """What becomes of a line whose second word was read as ``text``, and how often the engine was called."""
    page = pages.sheet()
    ImageDraw.Draw(page).text((300, 600), "Ủy ban nhân dân xã", fill="black", font=pages.font(34))
    boxes = [
        (300, 600, 350, 642),
        (366, 600, 442, 642),
        (455, 600, 545, 642),
        (558, 600, 636, 642),
        (650, 600, 700, 642),
    ]
    words = [
        Seen(word, box, 0.95, (1, 1, 1)) for word, box in zip(["Ủy", "ban", "nhân", "dân", "xã"], boxes, strict=True)
    ]
    words[1] = Seen(text, boxes[1], sure, (1, 1, 1))
    engine = Counting(warm=warm)
    prepared = Prepared(np.asarray(page.convert("L")), None, np.eye(2, 3))
    seen = look_again(prepared, words, engine, dpi=pages.DPI, seconds=60)
    return [word.text for word in sorted(seen, key=lambda word: word.box[0])], engine.calls


@pytest.mark.ocr
@pytest.mark.parametrize(
    ("text", "sure", "warm", "right", "calls"),
    [
        ("ban", 0.96, True, True, 0),
        ("bạn", 0.5, True, True, 1),
        ("bạn", 0.5, False, False, 0),
        ("bạn", 0.97, True, False, 0),
    ],
    ids=["sure", "doubtful", "a little doubt starts no program", "surely wrong"],
)
def test_doubtful_words_are_read_again(text: str, sure: float, warm: bool, right: bool, calls: int) -> None:
    words, called = read(text, sure, warm=warm)
    assert (words == RIGHT, called) == (right, calls)
