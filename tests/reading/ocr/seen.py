"""Words as an engine would see them on a page of A4 at 200 dpi, made up for the tests of signatures."""

from __future__ import annotations

from vanban.reading.ocr.engine import Seen

SHAPE = (2339, 1653)


def line(text: str, x: int, y: int, *confidence: float) -> list[Seen]:
    """Words of one line in letters 34 high."""
    words = []
    for word, sure in zip(text.split(), confidence or (0.95,) * 9, strict=False):
        words.append(Seen(word, (x, y, x + 18 * len(word), y + 34), sure))
        x += 18 * len(word) + 12
    return words
