"""What gold says beyond the common fields, in rows that change none of the others."""

from __future__ import annotations

from typing import Any

import pytest

from tests.scoring.made import PLAN, plan
from vanban.scoring import Gold, compare, compare_beyond
from vanban.scoring.figures import BEYOND

TASK = {"text": PLAN["assignments"][0]["text"]}
MENTION = {"text": PLAN["citations"][0]["text"], "number": "1/2020/NĐ-CP"}


def judged(gold: dict[str, Any], **changed: Any) -> list[tuple[str, str]]:
    found = compare_beyond("a", Gold.model_validate(gold), plan(**changed))
    return [(item.field, item.verdict.value) for item in found]


@pytest.mark.parametrize(
    ("gold", "changed", "expected"),
    [
        ({"type": "KH"}, {}, []),
        ({"urgency": "khẩn"}, {"urgency": "khẩn"}, [("urgency", "right")]),
        ({"urgency": "khẩn"}, {"urgency": "hỏa tốc"}, [("urgency", "wrong")]),
        ({"urgency": None}, {"urgency": "khẩn"}, [("urgency", "extra")]),
        ({"secrecy": "mật"}, {}, [("secrecy", "missing")]),
        ({"secrecy": None}, {}, [("secrecy", "absent")]),
        (
            {"issuer_parent": "UBND tỉnh Bình Sơn"},
            {"issuer": {"name": "Sở Y tế", "parent": "Ủy ban nhân dân tỉnh Bình Sơn"}},
            [("issuer.parent", "right")],
        ),
        (
            {"signer": {"name": "x", "on_behalf_of": "Chủ tịch"}},
            {"signer": {"name": "y", "on_behalf_of": "Giám đốc"}},
            [("signer.on_behalf_of", "wrong")],
        ),
        ({"assignments": [TASK]}, {}, []),
        (
            {"assignments": [TASK | {"recurrence": None, "section": "1.a", "part": "main"}]},
            {"assignments": [PLAN["assignments"][0] | {"section": "1.a", "recurrence": "yearly"}]},
            [("assignments.recurrence", "extra"), ("assignments.section", "right"), ("assignments.part", "right")],
        ),
        ({"assignments": [TASK | {"optional": True, "section": "1"}]}, {}, []),
        ({"assignments": [{"text": "một việc khác hẳn với việc kia", "section": "1"}]}, {}, []),
        (
            {"citations": [MENTION | {"title": None, "part": "attachment", "refers_back": True}]},
            {},
            [("citations.title", "absent"), ("citations.part", "wrong"), ("citations.refers_back", "missing")],
        ),
    ],
)
def test_verdicts(gold: dict[str, Any], changed: dict[str, Any], expected: list[tuple[str, str]]) -> None:
    assert judged(gold, **changed) == expected


def test_the_common_fields_know_nothing_of_them() -> None:
    gold = {
        "type": "KH",
        "urgency": "khẩn",
        "secrecy": None,
        "issuer_parent": "x",
        "assignments": [TASK | {"section": "9"}],
    }
    bare = {"type": "KH", "assignments": [TASK]}
    assert compare("a", Gold.model_validate(gold), plan()) == compare("a", Gold.model_validate(bare), plan())
    assert {field for field, _ in judged(gold)} <= set(BEYOND)


def test_of_a_document_without_a_record_only_what_stands_in_no_list_is_asked() -> None:
    gold = Gold.model_validate({"urgency": "khẩn", "assignments": [TASK | {"section": "1"}]})
    assert [(item.field, item.verdict.value) for item in compare_beyond("a", gold, None)] == [("urgency", "missing")]
