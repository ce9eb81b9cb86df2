"""Counts, F1 and intervals."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vanban.scoring.figures import Figure, figures, frame, intervals
from vanban.scoring.outcome import Outcome, Verdict


def outcomes(*verdicts: str, field: str = "type", document: str = "a") -> list[Outcome]:
    return [Outcome(document, field, Verdict(verdict), credit=float(verdict == "right")) for verdict in verdicts]


@pytest.mark.parametrize(
    ("verdicts", "counts", "precision", "recall", "f1"),
    [
        (["right", "right"], (2, 2, 2), 1, 1, 1),
        (["right", "missing"], (2, 1, 1), 1, 0.5, 2 / 3),
        (["right", "extra"], (1, 2, 1), 0.5, 1, 2 / 3),
        (["wrong"], (1, 1, 0), 0, 0, 0),
        (["absent"], (0, 0, 0), 1, 1, 1),
        (["abstained"], (1, 1, 1), 1, 1, 1),
        (["extra"], (0, 1, 0), 0, 0, 0),
    ],
)
def test_figure(verdicts: list[str], counts: tuple[int, ...], precision: float, recall: float, f1: float) -> None:
    (figure,) = figures(outcomes(*verdicts))
    assert (figure.asked, figure.given, figure.right) == counts
    assert (figure.precision, figure.recall, figure.f1) == pytest.approx((precision, recall, f1))


def test_partial_credit_lifts_f1_without_making_it_right() -> None:
    near = Outcome("a", "issuer", Verdict.WRONG, credit=0.8)
    (figure,) = figures([*outcomes("right", field="issuer"), near])
    assert (figure.f1, figure.partial) == pytest.approx((0.5, 0.9))


def test_fields_come_in_the_order_of_the_contract_and_unknown_ones_last() -> None:
    names = ["zzz", "citations.found", "issued.date", "issued.date by hand (abstained)", "type"]
    found = figures([one for name in names for one in outcomes("right", field=name)])
    assert [item.field for item in found] == [names[4], names[2], names[3], names[1], names[0]]


def test_the_interval_is_over_documents_and_seeded() -> None:
    good = [one for at in range(30) for one in outcomes("right", document=f"good {at}")]
    bad = [one for at in range(10) for one in outcomes("wrong", document=f"bad {at}")]
    first, again = (intervals([*good, *bad], draws=500)["type"] for _ in range(2))
    assert first == again
    assert 0.5 < first[0] < 0.75 < first[1] < 0.95


def test_one_document_has_no_spread() -> None:
    assert intervals(outcomes("right", "missing"), draws=50)["type"] == pytest.approx((2 / 3, 2 / 3))


@given(st.lists(st.sampled_from([verdict.value for verdict in Verdict]), min_size=1))
def test_f1_lies_between_0_and_1_and_within_precision_and_recall(verdicts: list[str]) -> None:
    (figure,) = figures(outcomes(*verdicts))
    assert 0 <= figure.f1 <= 1
    assert min(figure.precision, figure.recall) - 1e-9 <= figure.f1 <= max(figure.precision, figure.recall) + 1e-9


def test_rows_fit_pandas() -> None:
    table = frame(outcomes("right", "wrong"))
    assert table.groupby("field")["right"].sum().to_dict() == {"type": 1}
    assert Figure("type").row["f1"] == 1.0
