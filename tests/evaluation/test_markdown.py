"""Tables and numbers of the report."""

from __future__ import annotations

import pytest

from evaluation.markdown import f1, percent, share, table, with_interval
from vanban.scoring.figures import Figure


def test_the_first_column_is_words_and_the_others_numbers() -> None:
    assert table(["a", "b", "c"], [["x", "1", "2"]]) == "| a | b | c |\n| --- | ---: | ---: |\n| x | 1 | 2 |\n"


@pytest.mark.parametrize(
    ("figure", "alone", "told"),
    [
        (None, "–", "–"),
        (Figure("type"), "–", "–"),
        (Figure("type", 2, 2, 1), "0.500", "0.500"),
        (Figure("type", 2, 2, 1, interval=(0.25, 0.75)), "0.500", "0.500 (0.250–0.750)"),
        (Figure("type", 0, 3, 0), "0.000", "0.000"),
    ],
)
def test_f1(figure: Figure | None, alone: str, told: str) -> None:
    assert (f1(figure), with_interval(figure)) == (alone, told)


def test_shares() -> None:
    assert (share(None), share(0.12345), percent(0.98765)) == ("–", "0.123", "98.8%")
