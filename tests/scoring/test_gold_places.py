"""Which of the gold's places belong to a value that was not found."""

from __future__ import annotations

import pytest

from vanban.scoring.gold import Gold
from vanban.scoring.outcome import Outcome, Verdict
from vanban.scoring.places import gold_places

GOLD = Gold.model_validate(
    {
        "number": {"canonical": "1/KH"},
        "recipients": {"copy": [{"agencies": ["Sở Y tế"]}, {"agencies": ["Sở Nội vụ", "Công an tỉnh"]}]},
        "assignments": [{"text": "trồng rừng"}, {"text": "rà soát số liệu"}],
        "citations": [{"text": "Nghị định số 1/2020/NĐ-CP"}],
        "places": {
            "number.serial": [{"page": 1, "box": [1, 0, 2, 1]}],
            "number.symbol": [{"page": 1, "box": [2, 0, 3, 1]}],
            "issued.date": [{"page": 1, "box": [4, 0, 5, 1]}],
            "subject": [{"page": 1, "start": 3, "end": 9}],
            "recipients.copy.0": [{"page": 2, "box": [5, 0, 6, 1]}],
            "recipients.copy.1": [{"page": 2, "box": [6, 0, 7, 1]}],
            "assignments.1": [{"page": 2, "box": [7, 0, 8, 1]}],
            "assignments.1.assignees.0": [{"page": 3, "box": [8, 0, 9, 1]}],
            "assignments.10": [{"page": 4, "box": [9, 0, 10, 1]}],
            "citations.0": [{"page": 1, "box": [10, 0, 11, 1]}],
        },
    }
)


@pytest.mark.parametrize(
    ("field", "gold", "lefts"),
    [
        ("number.canonical", "1/KH", [1, 2]),
        ("issued.date by hand", "2030-01-02", [4]),
        ("subject", "về rừng", []),  # plain text has no boxes
        ("recipients.copy", "Công an tỉnh", [6]),
        ("assignments.found", "rà soát số liệu", [7, 8]),
        ("citations.found", "Nghị định số 1/2020/NĐ-CP", [10]),
        ("type", "KH", []),
    ],
)
def test_gold_places(field: str, gold: str, lefts: list[int]) -> None:
    found = gold_places(GOLD, Outcome("a", field, Verdict.MISSING, gold=gold))
    assert [place.box[0] for place in found if place.box] == lefts
