"""Which words can be Vietnamese."""

from __future__ import annotations

import pytest

from vanban.language.syllables import is_syllable, judge


@pytest.mark.parametrize(
    "word",
    [
        "nghiêng",
        "quyết",
        "gì",
        "giếng",
        "oanh",
        "ƯƠNG",
        "khuỷu",
        "đường",
        "yêu",
        "hoà",
        "hòa",
        "xoong",
        "thuở",
        "Huyện",
        "uỷ",
        "ủy",
        "quốc",
        "quân",
    ],
)
def test_is_syllable(word: str) -> None:
    assert is_syllable(word)


@pytest.mark.parametrize("word", ["nh©n", "vieät", "zebra", "catp", "cát́", "mạp̉", "tac", "bàc", "đđ", "ngk", "12"])
def test_is_no_syllable(word: str) -> None:
    assert not is_syllable(word)


@pytest.mark.parametrize(
    ("text", "words", "valid", "marked"),
    [
        ("", 0, 1.0, 1.0),
        ("Ủy ban nhân dân", 4, 1.0, 0.75),
        ("UBND huyện", 1, 1.0, 1.0),
        ("Uy ban strengths", 3, 2 / 3, 0.0),
    ],
)
def test_judge(text: str, words: int, valid: float, marked: float) -> None:
    found = judge(text)
    assert (found.words, found.valid, found.marked) == (words, pytest.approx(valid), pytest.approx(marked))
