"""Ink to numbers: part a blank's ink at every likely place, judge the parts and keep the best readings."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from vanban.reading.ocr.digit_model import DigitModel
from vanban.reading.ocr.glyph import features
from vanban.reading.ocr.parting import SCALE, Part, joined, parts

if TYPE_CHECKING:
    from numpy.typing import NDArray

JUNK, SLASH = 10, 11
"""The model's classes for what is no digit, and for the stroke that ends a serial."""

SHARPNESS = 2.0
"""Power of the shares that makes them true chances; found on the hands of the development split."""

_BEAM = 24
_SPAN = 4
_WIDEST = 1.6
_LOW, _LOW_COST = 0.55, 3.0
_SKIP_COST = 0.7
_BEHIND = 0.3
"""Share of the cost that print behind the slash has: something always stands there."""

_NO_SLASH_COST = 5.0
_LIKE_ONE = 0.7
"""Log cost of taking for the slash what looks like a 1."""

_LEAST = -7.0
_JUNK_WEIGHT = 0.5


@dataclass(slots=True, frozen=True)
class Reading:
    """A number as its digits and how likely it is among the readings of its ink, 0–1."""

    value: str
    confidence: float


@dataclass(slots=True, frozen=True)
class Expected:
    """What a blank may hold: at most ``length`` digits, ``slash`` behind them if so printed.

    Parts whose middle lies left of ``start`` or right of ``end`` (columns of the ink) may be print beside the blank.
    """

    length: int
    value: Callable[[str], str | None]
    slash: bool = False
    start: float = 0.0
    end: float = math.inf


def read(ink: NDArray[Any], model: DigitModel, expected: Expected) -> list[Reading]:
    """Readings of a blank's ink (``uint8``, ink above zero), likeliest first; empty when there is none."""
    found = parts(ink)
    if not found:
        return []
    tall = max(part.bottom - part.top for part in found)
    spans = [
        (first, last)
        for first in range(len(found))
        for last in range(first, min(len(found), first + _SPAN))
        if first == last or found[last].right - found[first].left <= _WIDEST * tall
    ]
    pieces = [joined(found[first : last + 1]) for first, last in spans]
    scores = _scores(model.chances(features(pieces)))
    for row, piece in zip(scores, pieces, strict=True):
        row[:JUNK] -= _LOW_COST if piece.shape[0] < _LOW * tall else 0.0
    table = {span: [float(score) for score in row] for span, row in zip(spans, scores, strict=True)}
    return _ranked(_paths(found, table, expected), sum(table[at, at][JUNK] for at in range(len(found))), expected)


def _scores(chances: NDArray[Any]) -> NDArray[Any]:
    """Logs of what the model gives to each piece and class. How little a piece looks like a digit counts for half:
    hands write shapes that the model has not seen."""
    import numpy as np

    chances = np.clip(chances, 1e-4, 1)
    scores = np.log(chances)
    scores[:, :JUNK] -= (1 - _JUNK_WEIGHT) * np.log(chances[:, :JUNK].sum(1, keepdims=True))
    return np.asarray(scores)


def _ranked(paths: Sequence[tuple[str, float]], none: float, expected: Expected) -> list[Reading]:
    """Each value once, with its share among all values and of there being none."""
    import numpy as np

    found: dict[str, float] = {}
    for text, score in paths:
        value = expected.value(text)
        if value is not None:
            found[value] = float(np.logaddexp(found.get(value, -99.0), score))
    found = {value: SHARPNESS * score for value, score in found.items()}
    total = float(np.logaddexp.reduce([*found.values(), SHARPNESS * none])) if found else 0.0
    ranked = sorted(found.items(), key=lambda pair: -pair[1])
    return [Reading(text, float(np.exp(score - total))) for text, score in ranked[:5]]


def _paths(
    found: Sequence[Part], table: dict[tuple[int, int], list[float]], expected: Expected
) -> list[tuple[str, float]]:
    """Digit strings with their log scores over all ways to group parts, by beam search from left to right."""
    count = len(found)
    middles = [(part.left + part.right) / 2 for part in found]
    first_free = sum(middle < SCALE * expected.start for middle in middles)
    last_free = next((at for at, middle in enumerate(middles) if middle > SCALE * expected.end), count)
    beams: list[list[tuple[float, str]]] = [[] for _ in range(count + 1)]
    for skipped in range(min(first_free, count - 1) + 1):
        beams[skipped].append((_skipped(table, 0, skipped), ""))
    ends: list[tuple[str, float]] = []
    for at in range(count + 1):
        beams[at] = sorted(beams[at], reverse=True)[:_BEAM]
        for score, text in beams[at]:
            if text and at >= last_free:
                missing = _NO_SLASH_COST if expected.slash else 0.0
                ends.append((text, score + _skipped(table, at, count) - missing))
            for last in range(at, min(count, at + _SPAN)):
                row = table.get((at, last))
                if row is None:
                    continue
                stroke = max(row[SLASH], row[1] - _LIKE_ONE)
                if text and expected.slash and at >= last_free and stroke > _LEAST:
                    ends.append((text, score + stroke + _BEHIND * _skipped(table, last + 1, count)))
                if len(text) < expected.length:
                    beams[last + 1] += [
                        (score + row[digit], text + str(digit)) for digit in range(10) if row[digit] > _LEAST
                    ]
    return ends


def _skipped(table: dict[tuple[int, int], list[float]], first: int, end: int) -> float:
    """The log score of leaving parts out as print of the line."""
    return sum(max(table[at, at][JUNK], table[at, at][SLASH] - 1) - _SKIP_COST for at in range(first, end))
