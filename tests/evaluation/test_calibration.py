"""Bins, calibration error and coverage."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluation.calibration import bins, coverage, curve, expected_error, whole_records
from vanban.scoring.decisions import Decision


def made(confidence: float, right: bool, reviewed: bool = False, field: str = "type", document: str = "a") -> Decision:
    return Decision(document, field, confidence, reviewed=reviewed, right=right, given=True)


DECISIONS = st.lists(st.builds(made, st.floats(0, 1), st.booleans(), st.booleans()), min_size=1)


@pytest.mark.parametrize(
    ("found", "error"),
    [
        ([made(0.9, right=True)] * 9 + [made(0.9, right=False)], 0.0),
        ([made(1.0, right=False)] * 5, 1.0),
        ([made(0.8, right=True)] * 10, 0.2),
        ([made(0.5, right=True)] * 10 + [made(1.0, right=True)] * 10, 0.25),
        ([], 0.0),
    ],
)
def test_expected_error(found: list[Decision], error: float) -> None:
    assert expected_error(found) == pytest.approx(error)


@given(DECISIONS)
def test_bins_hold_every_decision_once_in_order(found: list[Decision]) -> None:
    parts = bins(found)
    assert sum(part.count for part in parts) == len(found)
    assert [part.confidence for part in parts] == sorted(part.confidence for part in parts)
    assert 0 <= expected_error(found) <= 1


@given(DECISIONS)
def test_curve_ends_with_all_accepted(found: list[Decision]) -> None:
    share, right = curve(found)[-1]
    assert share == 1
    assert right == pytest.approx(sum(one.right for one in found) / len(found))


def test_coverage_counts_what_asks_for_no_look() -> None:
    found = [made(0.9, True), made(0.9, False), made(0.4, False, reviewed=True), made(0.5, True, reviewed=True)]
    passed = coverage(found)
    assert (passed.share, passed.accuracy) == (0.5, 0.5)


def test_a_record_passes_when_none_of_its_fields_asks_for_a_look() -> None:
    found = [
        made(0.9, True, document="a"),
        made(0.9, False, document="a", field="subject"),
        made(0.9, True, document="b"),
        made(0.3, True, reviewed=True, document="b", field="subject"),
        made(0.3, False, reviewed=True, document="a", field="citations"),
    ]
    passed = whole_records(found, ["type", "subject"])
    assert (passed.decisions, passed.accepted, passed.right) == (2, 1, 0)
