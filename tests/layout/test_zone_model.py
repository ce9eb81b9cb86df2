"""The zone model's decoder against counting every sequence, its features, and its opinions of made-up lines."""

from __future__ import annotations

import itertools
import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vanban.layout.model import Line, Zone
from vanban.layout.zone_model import ZONES, ZoneModel
from vanban.layout.zone_model_features import BUCKETS, bucket, features, print_edges

SMALL = 3
"""Zones with a chance in the decoder's cases; the others have almost none."""


def model(steps: list[float], start: list[float], pull: float = 1.0) -> ZoneModel:
    """A model without features whose first zones follow each other by the given log weights."""
    wide = np.full((len(ZONES), len(ZONES)), -60.0, dtype=np.float32)
    wide[:SMALL, :SMALL] = np.array(steps).reshape(SMALL, SMALL)
    first = np.full(len(ZONES), -60.0, dtype=np.float32)
    first[:SMALL] = start
    none = np.zeros(len(ZONES), dtype=np.float32)
    return ZoneModel(np.zeros((BUCKETS, len(ZONES)), dtype=np.float32), none, wide, first, none, pull)


def looks(rows: list[list[float]]) -> np.ndarray:
    """Log chances of the first zones, the others out of the question."""
    wide = np.full((len(rows), len(ZONES)), -60.0, dtype=np.float32)
    wide[:, :SMALL] = rows
    return wide


weights = st.floats(-4, 0, width=16)


@settings(max_examples=40, deadline=None)
@given(
    st.lists(weights, min_size=9, max_size=9),
    st.lists(weights, min_size=3, max_size=3),
    st.lists(st.lists(weights, min_size=3, max_size=3), min_size=1, max_size=5),
)
def test_decoder_agrees_with_counting(steps: list[float], start: list[float], rows: list[list[float]]) -> None:
    made = model(steps, start)
    totals = np.zeros((len(rows), SMALL))
    best = -math.inf
    for way in itertools.product(range(SMALL), repeat=len(rows)):
        score = start[way[0]] + sum(rows[i][z] for i, z in enumerate(way))
        score += sum(steps[a * SMALL + b] for a, b in itertools.pairwise(way))
        best = max(best, score)
        for i, z in enumerate(way):
            totals[i, z] += math.exp(score)
    seen = looks(rows)
    path = made.path(seen)
    scored = start[path[0]] + sum(rows[i][z] for i, z in enumerate(path))
    scored += sum(steps[a * SMALL + b] for a, b in itertools.pairwise(path))
    assert scored == pytest.approx(best, abs=1e-3)
    along = np.exp(made.along(seen).astype(float))[:, :SMALL]
    assert along / along.sum(axis=1, keepdims=True) == pytest.approx(
        totals / totals.sum(axis=1, keepdims=True), abs=1e-3
    )


def line(text: str, *, page: int = 1, box: tuple[float, float, float, float] | None = None) -> Line:
    """A line of the given text."""
    return Line(page, 0, len(text), text, box=box)


def test_feature_numbers_never_change() -> None:
    assert [bucket(name) for name in ("wso", "s:slash", "p:boxless")] == [28987, 495, 6208]


@pytest.mark.parametrize(
    ("clean", "misread"),
    [
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "CỌNG HOA XẢ HỘ1 CHU NGHỈA VlỆT NAM"),
        ("Kính gửi: Trường Tiểu học Đồi Mây", "Kinh gưi: Trưởng Tiêu họe Đồi Mây"),
        ("KẾ HOẠCH", "KÉ HOẠCH"),
    ],
)
def test_misread_lines_keep_most_features(clean: str, misread: str) -> None:
    whole, worn = (set(features([line(text)], {})[0]) for text in (clean, misread))
    assert len(whole & worn) > len(whole) * 0.6


def test_boxes_speak_of_the_place_and_their_absence_too() -> None:
    without = line("Nơi nhận:")
    left = line("Nơi nhận:", box=(70, 700, 130, 712))
    right = line("CHỦ TỊCH", box=(400, 700, 470, 712))
    assert bucket("p:boxless") in features([without], {})[0]
    found = features([left, right], print_edges([left, right]))
    assert bucket("p:columnleft") in found[0]
    assert bucket("p:columnright") in found[1]


def test_neighbours_are_seen() -> None:
    alone = features([line("CHỦ TỊCH")], {})[0]
    below = features([line("Nơi nhận:"), line("CHỦ TỊCH")], {})[1]
    assert set(below) != set(alone)


def test_opinion_tells_the_chance_of_the_zone_that_a_line_has() -> None:
    made = model([-1.0] * 9, [-1.0] * 3)
    lines = [line("Số: 7/KH-UBND"), line("CHỦ TỊCH")]
    lines[0].zone, lines[1].zone = ZONES[0], Zone.FURNITURE
    first, second = made.opinions(lines)
    assert first.held + 2 * first.chance == pytest.approx(3 * first.held, abs=1e-3)
    assert second.held == 1.0
    assert made.opinions([]) == []


def test_weights_of_another_shape_are_refused() -> None:
    with pytest.raises(ValueError, match="wanted"):
        ZoneModel.of({"weights": np.zeros((4, 2))})
