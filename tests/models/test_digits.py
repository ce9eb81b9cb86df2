"""What the reader of digits is trained on: seeded, split by hands, whole."""

from __future__ import annotations

import random

import numpy as np
import pytest

from models.data_digits import JUNK, SLASH, SPLITS, by_clerks, by_hands, from_fonts, from_sklearn, string_by_hand
from models.data_strokes import Hand, draw, shapes


def test_no_hand_writes_in_two_splits() -> None:
    assert not set(SPLITS["train"]) & set(SPLITS["test"])


def test_scanned_digits_are_split_too() -> None:
    train, test = list(from_sklearn("train")), list(from_sklearn("test"))
    assert len(train) + len(test) == 1797
    assert {sample.label for sample in test} == set(range(10))


@pytest.mark.parametrize("source", [by_hands, by_clerks, from_fonts], ids=["hands", "clerks", "fonts"])
def test_a_seed_gives_the_same_pictures(source) -> None:  # type: ignore[no-untyped-def]
    first, second, other = (list(source("train", 24, seed)) for seed in (5, 5, 6))
    assert all(
        np.array_equal(one.ink, two.ink) and one.label == two.label for one, two in zip(first, second, strict=True)
    )
    assert any(one.ink.shape != two.ink.shape for one, two in zip(first, other, strict=True))
    assert {sample.label for sample in first} <= {*range(10), JUNK, SLASH}
    assert all(sample.ink.any() for sample in first)


def test_every_digit_has_shapes_within_its_box() -> None:
    assert sorted(shapes()) == list("0123456789")
    points = np.array([point for several in shapes().values() for shape in several for line in shape for point in line])
    assert points.min() > -0.2
    assert points.max() < 1.2


def test_a_hand_is_the_same_hand_again() -> None:
    assert Hand.of(12) == Hand.of(12)
    assert Hand.of(12) != Hand.of(13)
    assert draw("8", Hand.of(12), random.Random(1)).any()  # noqa: S311 - drawing


def test_a_number_is_wider_than_its_digits() -> None:
    one, four = (string_by_hand(text, "test", random.Random(3)) for text in ("8", "8888"))  # noqa: S311 - drawing
    assert four.shape[1] / four.shape[0] > 2 * one.shape[1] / one.shape[0]
