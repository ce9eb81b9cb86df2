"""Words that are no words: specks, rules, edges of the sheet, pieces of seals and signatures."""

from __future__ import annotations

import re
from dataclasses import replace

from vanban.reading.ocr.engine import Seen

_STROKES = frozenset("_|¬'`´~°·‘’“”\"=—«»<>\\^")
_ETH = re.compile("[ĐÐ]*Ð[ĐÐ]*")
_MARKS = frozenset("-–+*•.…/:;,")
_TINY, _SMALL, _TALL = 0.33, 0.45, 3.2
_DOUBT = 0.4
_EDGE = 0.015


def drop(seen: list[Seen], shape: tuple[int, ...]) -> list[Seen]:
    """``seen`` without noise; doubtful words of a letter's size are kept. ``shape`` is the image's, in pixels."""
    heights = sorted(word.box[3] - word.box[1] for word in seen if word.confidence > 0.8 and len(word.text) > 2)
    if not heights:
        return [word for word in seen if not _STROKES.issuperset(word.text)]
    usual = heights[len(heights) // 2]
    return [word for word in seen if not _is_noise(word, usual, shape)]


def one_letter(seen: list[Seen]) -> list[Seen]:
    """``seen`` with ``Đ`` for the Icelandic letter that looks like it; recognition often gives both for one letter."""
    return [replace(word, text=_ETH.sub("Đ", word.text)) if "Ð" in word.text else word for word in seen]


def legibility(seen: list[Seen]) -> float:
    """Mean confidence of the letters read, 0–1; 0.0 for fewer than ten letters."""
    letters = sum(len(word.text) for word in seen)
    return sum(len(word.text) * word.confidence for word in seen) / letters if letters >= 10 else 0.0


def _is_noise(word: Seen, usual: float, shape: tuple[int, ...]) -> bool:
    x0, top, x1, bottom = word.box
    high = (bottom - top) / usual
    if _STROKES.issuperset(word.text):
        return True
    if any(letter.isalnum() for letter in word.text):
        if high < _TINY or (high < _SMALL and word.confidence < _DOUBT):
            return True
    elif word.confidence < _DOUBT and not _MARKS.issuperset(word.text):
        return True
    if high > _TALL and word.confidence < 0.6:
        return True
    across, down = _EDGE * shape[1], _EDGE * shape[0]
    outside = x1 < across or x0 > shape[1] - across or bottom < down or top > shape[0] - down
    return outside and word.confidence < 0.6
