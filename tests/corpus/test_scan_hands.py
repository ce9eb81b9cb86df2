"""Numbers by hand: ink on a clear ground, of the size asked for, by hands that the splits do not share."""

from __future__ import annotations

import random

import numpy as np
import pytest
from PIL import Image

from corpus.scan.hands import STYLES, WRITERS, draw_number
from corpus.scan.samples import pool_of, skeleton


def seeded(seed: int) -> random.Random:
    return random.Random(seed)  # noqa: S311 - scans, not secrets


def cover(image: Image.Image) -> np.ndarray:
    return np.asarray(image.getchannel("A"))


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("text", ["7", "05", "1234567890", "3176"])
def test_a_number_is_ink_cropped_to_its_size(style: str, text: str) -> None:
    image = draw_number(text, seeded(2), "train", 48, style)
    assert image.mode == "RGBA"
    assert 38 <= image.height <= 80
    assert 4 * len(text) <= image.width <= 64 * len(text)
    assert 0.02 < (cover(image) > 128).mean() < 0.75
    assert (cover(image)[[0, -1]] > 20).any()


@pytest.mark.parametrize("text", ["12/3/2024", "3176b", "KT", "15 - 7", "Tháng"])
def test_other_signs_are_drawn_too(text: str) -> None:
    assert (cover(draw_number(text, seeded(1))) > 128).any()


def test_digits_differ_from_each_other() -> None:
    drawn = [
        np.asarray(draw_number(digit, seeded(3), "train", 48, "pen").resize((32, 48)), float)[..., 3]
        for digit in "0123456789"
    ]
    apart = [np.abs(one - other).mean() for at, one in enumerate(drawn) for other in drawn[:at]]
    assert min(apart) > 20


def test_the_same_seed_draws_the_same_and_another_split_another_hand() -> None:
    train, again, test = (draw_number("2024", seeded(9), split) for split in ("train", "train", "test"))
    assert train.tobytes() == again.tobytes()
    assert train.tobytes() != test.tobytes()


def test_splits_share_no_hand() -> None:
    assert not set(WRITERS["train"]) & set(WRITERS["test"])
    assert not set(WRITERS["train"]) & set(WRITERS["dev"])
    train, dev, test = ({at for pool in pool_of(split).values() for at in pool} for split in ("train", "dev", "test"))
    assert not train & test
    assert not train & dev
    assert not dev & test


@pytest.mark.parametrize("digit", "0123456789")
def test_every_split_has_every_digit_as_strokes(digit: str) -> None:
    for split in ("train", "dev", "test"):
        strokes = skeleton(digit, split, 0.5)
        assert 20 < strokes.sum() < 260, "strokes of one pixel"


def test_an_unknown_split_is_an_error() -> None:
    with pytest.raises(KeyError):
        draw_number("12", seeded(1), "all", 48, "pen")
