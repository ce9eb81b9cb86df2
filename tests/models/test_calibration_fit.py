"""Fitting confidence: signs of weights, thresholds with their margin, the whole of a field."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.calibration import NEVER, WANTED, Judged, calibration_error, fit, least, linear
from models.data_read import BY_HAND, _papers


def drawn(count: int, seed: int = 1) -> list[Judged]:
    """Values that are wrong more often the more ``worst`` there is; ``length`` goes with being right by chance."""
    rng = np.random.default_rng(seed)
    rows = []
    for at in range(count):
        worst = float(rng.uniform(0, 1))
        right = bool(rng.uniform() > worst**3)
        rows.append(Judged(f"{at // 3}", at % 2 == 0, {"rule": 2.0, "worst": worst, "length": 2.0 * right}, right))
    return rows


def test_weights_keep_the_sign_of_their_signal() -> None:
    rng = np.random.default_rng(3)
    facts = rng.normal(size=(400, 3))
    right = (facts[:, 0] + facts[:, 1] - facts[:, 2] > 0).astype(float)
    line = linear(facts, right, ["worst", "anything", "rule"])
    assert line.weights[0] == 0
    assert line.weights[1] > 0.5
    assert line.weights[2] == 0


@pytest.mark.parametrize(
    ("right", "wrong", "held"),
    [(100, 0, False), (140, 0, True), (300, 1, False), (340, 1, True), (3_000, 20, False), (6_000, 14, True)],
)
def test_a_threshold_needs_enough_values(right: int, wrong: int, held: bool) -> None:
    sure = np.full(right + wrong, 0.9)
    marks = np.concatenate([np.ones(right), np.zeros(wrong)])
    assert (least(sure, marks) <= 0.9) == held
    assert held or least(sure, marks) == NEVER


def test_a_threshold_takes_as_many_as_it_may() -> None:
    sure = np.concatenate([np.full(600, 0.99), np.full(600, 0.9), np.full(100, 0.5)])
    marks = np.concatenate([np.ones(1_200), np.zeros(100)])
    assert 0.5 < least(sure, marks) < 0.9


def test_a_wide_margin_goes_before_a_narrow_one() -> None:
    sure = np.concatenate([np.full(600, 0.99), np.full(600, 0.9)])
    marks = np.concatenate([np.ones(600), np.zeros(5), np.ones(595)])
    assert 0.9 < least(sure, marks) < 0.99


@given(st.lists(st.tuples(st.floats(0.01, 0.999), st.booleans()), min_size=1, max_size=60))
def test_few_values_are_always_for_review(found: list[tuple[float, bool]]) -> None:
    sure, right = np.array([one for one, _ in found]), np.array([float(one) for _, one in found])
    assert least(sure, right) == NEVER
    assert 0 <= calibration_error(sure, right) <= 1


def test_a_field_is_fitted_with_honest_figures() -> None:
    model, figures = fit(drawn(3_000), seed=5)
    assert dict(zip(model["names"], model["weights"], strict=True))["worst"] < 0
    assert "length" not in model["names"]
    assert figures["error"] < 0.03
    assert figures["accepted right"] >= WANTED or figures["accept"] == NEVER
    again, _ = fit(drawn(3_000), seed=5)
    assert (again["weights"] == model["weights"]).all()


def test_half_of_the_scanned_papers_are_filled_by_hand() -> None:
    from corpus.compose import compose

    numbers = _papers("calibration", 2026, 0, 12)
    assert len(set(numbers)) == 12
    by_hand = sum("by_hand" in compose("calibration", number, 2026).traits for number in numbers)
    assert by_hand >= BY_HAND * 12
