"""Which judgements make one decision, and when it is right."""

from __future__ import annotations

from vanban.scoring.decisions import Decision, decision_frame, decisions
from vanban.scoring.outcome import Outcome, Verdict


def outcome(field: str, verdict: str, key: str, confidence: float | None = 0.9, reviewed: bool = False) -> Outcome:
    return Outcome("a", field, Verdict(verdict), key=key, confidence=confidence, reviewed=reviewed)


def test_a_decision_is_right_when_all_that_leans_on_it_is() -> None:
    found = decisions(
        [
            outcome("number.symbol", "right", "number"),
            outcome("number.canonical", "wrong", "number"),
            outcome("assignments.found", "right", "assignments.3", 0.7, reviewed=True),
            outcome("assignments.coordinators", "absent", "assignments.3", 0.7, reviewed=True),
            outcome("recipients.to", "right", "recipients.to"),
            outcome("recipients.to", "missing", "recipients.to"),
        ]
    )
    assert found == [
        Decision("a", "number", 0.9, reviewed=False, right=False, given=True),
        Decision("a", "assignments", 0.7, reviewed=True, right=True, given=True),
        Decision("a", "recipients.to", 0.9, reviewed=False, right=False, given=True),
    ]


def test_to_abstain_where_the_hand_wrote_is_right_and_gives_nothing() -> None:
    (found,) = decisions([outcome("issued.date by hand (abstained)", "abstained", "issued.date")])
    assert (found.right, found.given, found.by_hand) == (True, False, True)


def test_a_value_without_confidence_is_no_decision() -> None:
    assert decisions([outcome("assignments.found", "missing", "assignments", None)]) == []


def test_rows_fit_pandas() -> None:
    table = decision_frame(decisions([outcome("type", "right", "type")]))
    assert table.to_dict("records")[0]["confidence"] == 0.9
