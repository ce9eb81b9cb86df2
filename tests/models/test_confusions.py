"""What is counted for mending: words, neighbours, slips of letters, and how good it is."""

from __future__ import annotations

import json

import pytest

from models.confusions import counted, figures, paired
from models.data_readings import Reading, aligned
from vanban.language.likely import read

TEXTS = ["Các xã tổ chức trồng cây.", "Các thôn tổ chức họp dân, trồng cây."] * 8
SEEN = [
    Reading("tổ", "tô", 0.9),
    Reading("chức", "chức", 0.9),
    Reading("cây", "câv", 0.3),
    *[Reading("xã", "xã", 0.9)] * 40,
]


def test_counts_are_of_words_pairs_and_slips() -> None:
    data = counted(TEXTS, ["họp dân"], SEEN)
    assert data["words"]["tổ"] == 4
    assert data["pairs"]["họp dân"] > data["pairs"]["thôn tổ"]
    assert "dân trồng" not in data["pairs"]
    assert data["slips"] == {"ổ": {"ô": 1}, "y": {"v": 1}}
    assert data["wrong"][3] > data["wrong"][9]


@pytest.mark.parametrize(
    ("written", "seen", "pairs"),
    [
        ("tổ", "tô", [("t", "t"), ("ổ", "ô")]),
        ("dân", "đân", [("d", "đ"), ("â", "â"), ("n", "n")]),
        ("cây", "cây.", [("c", "c"), ("â", "â"), ("y", "y")]),
    ],
)
def test_letters_are_paired(written: str, seen: str, pairs: list[tuple[str, str]]) -> None:
    assert list(paired(written, seen)) == pairs


def test_words_are_aligned_over_what_one_side_lacks() -> None:
    written = [(word, 1.0) for word in ["Các", "xã", "tổ", "chức", "trồng", "cây"]]
    seen = [(word, 0.9) for word in ["Các", "|||", "xã", "tô", "chức", "cây"]]
    assert [(one.written, one.read) for one in aligned(written, seen)] == [
        ("Các", "Các"),
        ("xã", "xã"),
        ("tổ", "tô"),
        ("chức", "chức"),
        ("cây", "cây"),
    ]


def test_figures_tell_words_wrong_before_and_after() -> None:
    model = read(json.dumps(counted(TEXTS, ["tổ chức"] * 9, SEEN)))
    line = [Reading("xã", "xã", 0.9), Reading("tổ", "tô", 0.9), Reading("chức", "chức", 0.9)]
    found = figures([line], model)
    assert (found["words"], found["wrong_before"], found["wrong_after"]) == (3, 0.3333, 0.0)
    assert (found["changes"], found["changes_right"]) == (1, 1.0)
