from __future__ import annotations

import pytest

from vanban.reading.ocr import doubtful
from vanban.reading.ocr.engine import Seen


def line(*words: tuple[str, float], top: int = 100, number: int = 1) -> list[Seen]:
    """Words of one line with their confidence, letters 16 wide and 30 high."""
    seen, left = [], 200
    for text, sure in words:
        seen.append(Seen(text, (left, top, left + 16 * len(text), top + 30), sure, (1, 1, number)))
        left += 16 * len(text) + 12
    return seen


@pytest.mark.parametrize(
    ("text", "sure", "found"),
    [
        ("quyết", 0.96, False),
        ("quyết", 0.7, True),
        ("quyêt", 0.96, True),
        ("UBND", 0.96, False),
        ("45/QĐÐ-UBND", 0.96, True),
        ("45/QĐ-UBND", 0.85, True),
        ("45/QĐ-UBND", 0.95, False),
        ("7/11/2031", 0.85, False),
        ("14", 0.4, False),
        ("thôn", 0.86, False),
        ("thôn;", 0.86, True),
        ("-", 0.2, False),
    ],
)
def test_words_are_doubted_by_confidence_and_by_sound(text: str, sure: float, found: bool) -> None:
    assert doubtful.doubted(line((text, sure))[0]) is found


def test_pieces_are_doubtful_words_with_their_neighbours_the_worst_first() -> None:
    seen = line(("Căn", 0.9), ("cứ", 0.9), ("luât", 0.7), ("đất", 0.9), ("đai", 0.9))
    seen += line(("số", 0.9), ("45/QĐ-UBND", 0.3), top=160, number=2) + line(
        ("~#", 0.1), ("aỄx", 0.2), top=220, number=3
    )
    assert [[word.text for word in piece] for piece in doubtful.pieces(seen, 30.0)] == [
        ["số", "45/QĐ-UBND"],
        ["cứ", "luât", "đất"],
    ]


@pytest.mark.parametrize(
    ("old", "new", "kept"),
    [
        ([("tinh", 0.6)], [("tỉnh", 0.9)], ["tỉnh"]),
        ([("tinh", 0.9)], [("tỉnh", 0.6)], ["tinh"]),
        ([("tỉnh", 0.7)], [("tihn", 0.9)], ["tỉnh"]),
        ([("câpxã", 0.7)], [("cấp", 0.9), ("xã", 0.9)], ["cấp", "xã"]),
        ([("quyết", 0.7)], [("tt", 0.97)], ["quyết"]),
        ([("tỉnh", 0.7)], [], ["tỉnh"]),
        ([("inh", 0.4)], [("tỉnh.", 0.9)], ["tỉnh"]),
        ([("inh.", 0.4)], [("tỉnh.", 0.9)], ["tỉnh."]),
    ],
    ids=["surer", "less sure", "no syllable", "parted", "too short", "nothing", "a speck", "a full stop"],
)
def test_the_better_reading_stays(old: list[tuple[str, float]], new: list[tuple[str, float]], kept: list[str]) -> None:
    seen = line(*old)
    words = doubtful.settled(seen, [(seen, line(*new))])
    assert [word.text for word in words] == kept
