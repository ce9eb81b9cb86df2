from __future__ import annotations

import pytest

from vanban.extraction.filled import GIVEN, weigh
from vanban.reading.document import Filled

BOX = (10.0, 10.0, 40.0, 22.0)


def blank(hand: float, *readings: tuple[str, float]) -> Filled:
    return Filled("serial", BOX, hand, list(readings))


@pytest.mark.parametrize(
    ("ocr", "confidence", "filled", "value", "sure"),
    [
        ("215", 0.96, blank(0.0, ("215", 0.9), ("216", 0.05)), "215", True),
        ("215", 0.96, blank(0.0, ("275", 0.9), ("215", 0.05)), "215", False),
        (None, 0.0, blank(0.9, ("84", 0.99)), "84", True),
        (None, 0.0, blank(0.9, ("84", 0.7), ("34", 0.2)), "84", False),
        ("84", 0.9, blank(0.9, ("84", 0.85), ("34", 0.1)), "84", True),
        ("22", 0.9, blank(0.9, ("239", 0.9), ("229", 0.05)), "239", False),
        ("12b", 0.95, blank(0.0, ("126", 0.9)), "12b", True),
        ("12b", 0.95, blank(0.0, ("128", 0.9)), None, False),
        ("12b", 0.95, blank(0.9, ("126", 0.9)), None, False),
        ("708", 0.93, blank(0.1, ("7081", 0.6), ("708", 0.3)), "708", True),
        ("06", 0.5, blank(0.4, ("06", 0.5), ("0616", 0.2)), "06", True),
        ("54", 0.4, blank(0.4, ("154", 0.8), ("1564", 0.1)), "154", False),
        ("384", 0.93, blank(0.0, ("382", 0.44), ("38", 0.38)), "384", True),
    ],
    ids=[
        "both",
        "print against model",
        "ink alone",
        "ink in doubt",
        "hand and OCR",
        "hand against OCR",
        "a printed letter",
        "a letter or a digit",
        "a letter or a digit of a hand",
        "a stroke behind print",
        "letters behind print",
        "a digit that OCR lost",
        "sure print",
    ],
)
def test_two_readers_are_weighed(
    ocr: str | None, confidence: float, filled: Filled, value: str | None, sure: bool
) -> None:
    weighed = weigh(ocr, confidence, filled)
    assert weighed.sure is sure
    if value:
        assert weighed.value == value
    assert weighed.candidates[0].value == weighed.value
    assert weighed.sure == (weighed.share >= GIVEN["serial"])


def test_a_day_with_and_without_its_zero_is_one_value() -> None:
    weighed = weigh("04", 0.9, Filled("day", BOX, 0.0, [("4", 0.8)]), lambda text: text.lstrip("0"))
    assert (weighed.value, len(weighed.candidates)) == ("4", 1)


def test_shares_are_of_one_whole() -> None:
    weighed = weigh("7", 0.5, blank(0.8, ("1", 0.5), ("7", 0.4), ("4", 0.1)))
    assert sum(one.confidence for one in weighed.candidates) <= 1.001


def test_a_blank_that_holds_the_symbol_speaks_for_what_stands_before_it() -> None:
    ink = blank(0.95, ("45934", 0.8), ("59341", 0.07))
    assert weigh("4593", 0.92, ink, runs_on=True).value == "4593"
    assert weigh("4593", 0.92, ink).value == "45934"
