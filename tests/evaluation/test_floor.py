"""No field's F1 falls below its floor on the small fixed set (``evaluation/floor.json``)."""

from __future__ import annotations

import pytest

from evaluation.floor import TOLERANCE, changed, fallen, load, measure


@pytest.mark.slow
@pytest.mark.ocr
def test_no_field_has_fallen() -> None:
    assert fallen(load()["f1"], measure()) == [], changed()


@pytest.mark.parametrize(
    ("part", "now", "told"),
    [
        ("born", 0.9, []),
        ("born", 0.9 - TOLERANCE["born"] + 0.001, []),
        ("born", 0.9 - TOLERANCE["born"] - 0.001, ["born type: 0.8890, floor 0.9000"]),
        ("scan", 0.9 - TOLERANCE["scan"] + 0.001, []),
    ],
)
def test_a_fall_is_told_beyond_the_tolerance(part: str, now: float, told: list[str]) -> None:
    assert fallen({part: {"type": 0.9}}, {part: {"type": now}}) == told


def test_a_field_that_is_gone_has_fallen() -> None:
    assert fallen({"born": {"type": 0.9}}, {"born": {}}) == ["born type: 0.0000, floor 0.9000"]
