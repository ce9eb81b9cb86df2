"""What a blank of the head says: the reading of OCR and those of the digit model, weighed against each other.

Neither is believed alone where they differ. The digit model sees nothing but the ink; OCR reads print well and
guesses at handwriting, so its word counts for less the less the ink looks like print.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from vanban.reading.document import Filled
from vanban.record import Candidate

GIVEN: Final = {"serial": 0.95, "day": 0.85, "month": 0.85}
"""Share of likelihood from which a reading of a blank is given as its value. Few days are possible, many serials."""

_LEAST: Final = 0.004
"""Share of a value that only one of the two readers sees."""

_MOST: Final = 4

_HAND: Final = 0.5
_PRINT, _PEN = (0.9, 0.97), (0.4, 0.75)
"""Least and most trust in OCR where the ink looks like print, and where it does not."""

_FAIR: Final = 0.6
"""OCR confidence from which print is taken to have all of its digits."""

_SURE, _SUREST, _SEEN_BY_ONE = 0.9, 0.99, 0.1
"""OCR confidence from which print is believed the most, how far that is, and the share of a reading of such print
that the digit model does not see: it was made for hands."""


_LETTERED: Final = re.compile(r"(\d+)[a-dđ]")
"""A serial with a letter, by which offices number what came between two others (``12a/QĐ-UBND``)."""


@dataclass(slots=True, frozen=True)
class Weighed:
    """The likeliest ``value`` of a blank with its share, and all values as ``candidates``."""

    value: str | None
    share: float
    candidates: tuple[Candidate, ...]
    sure: bool
    """Whether the value may be given."""


def weigh(
    ocr: str | None,
    confidence: float,
    filled: Filled,
    same: Callable[[str], str] = str,
    *,
    runs_on: bool = False,
) -> Weighed:
    """The readings of a blank with OCR's (``None`` where it read no number) among them.

    ``same`` brings values to one form (a day without its zero). The shares of what is weighed and of nothing that is
    known to either reader come to 1. The edges of a serial's blank are reckoned where print runs together, so that
    the digit model may read a stroke or a letter beside it as a digit (``7081`` for ``708/``): such a reading speaks
    for OCR's. ``runs_on``: the blank holds the symbol too, so that this is so for a hand's ink as well.
    """
    read = None if ocr is None else same(ocr)
    shares: dict[str, float] = {}
    for value, share in filled.readings:
        form = same(value)
        if read and filled.kind == "serial" and _holds(form, read, confidence, filled, runs_on):
            form = read
        shares[form] = shares.get(form, 0.0) + share
    other = max(_LEAST, 1.0 - sum(shares.values()))
    if read is not None:
        trust = _trust(confidence, filled.hand)
        shares.setdefault(read, _SEEN_BY_ONE if trust == _SUREST and read.isdigit() else _LEAST)
        wrong = (1 - trust) / 2
        shares = {value: share * (trust if value == read else wrong) for value, share in shares.items()}
        other *= wrong
    total = sum(shares.values()) + other
    ranked = sorted(((share / total, value) for value, share in shares.items()), reverse=True)[:_MOST]
    seen = {same(value) for value, _ in filled.readings}
    candidates = tuple(
        Candidate(value=value, confidence=round(share, 3), by="digits" if value in seen else "ocr")
        for share, value in ranked
        if share >= _LEAST
    )
    if not ranked:
        return Weighed(None, 0.0, (), False)
    return Weighed(ranked[0][1], ranked[0][0], candidates, ranked[0][0] >= GIVEN[filled.kind])


def _holds(value: str, read: str, confidence: float, filled: Filled, runs_on: bool) -> bool:
    """Whether a reading is OCR's with what stands behind it, or before it where OCR has surely lost no digit.

    A printed letter behind the digits is none that the digit model knows: it leaves it out or takes b for 6 (``75b``).
    """
    if filled.hand < _HAND and (lettered := _LETTERED.fullmatch(read)):
        return value in (lettered[1], f"{lettered[1]}6")
    if runs_on or filled.hand >= _HAND:
        return runs_on and value.startswith(read)
    return read in value if confidence >= _FAIR else value.startswith(read)


def _trust(confidence: float, hand: float) -> float:
    """How far OCR's digits are believed: print much, for two readers seldom make the same mistake; else a little."""
    low, high = _PRINT if hand < _HAND else _PEN
    if hand < _HAND and confidence >= _SURE:
        return _SUREST
    return min(max(confidence, low), high)
