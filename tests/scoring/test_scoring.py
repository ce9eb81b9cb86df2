"""What becomes of each value: a table of gold, record and verdicts."""

from __future__ import annotations

from typing import Any

import pytest

from tests.scoring.made import plan
from vanban.scoring import Gold, compare

Verdicts = list[tuple[str, str]]


def verdicts(gold: dict[str, Any], **changed: Any) -> Verdicts:
    return [(item.field, item.verdict.value) for item in compare("a", Gold.model_validate(gold), plan(**changed))]


@pytest.mark.parametrize(
    ("gold", "changed", "expected"),
    [
        # one value
        ({"type": "KH"}, {}, [("type", "right")]),
        ({"type": {"code": "KH", "name": "Kế hoạch"}}, {}, [("type", "right")]),
        ({"type": "QĐ"}, {}, [("type", "wrong")]),
        ({"type": "QĐ"}, {"type": None}, [("type", "missing")]),
        ({"type": None}, {}, [("type", "extra")]),
        ({"type": None}, {"type": None}, [("type", "absent")]),
        ({"issuer": "UBND tỉnh Bình Sơn"}, {}, [("issuer", "right")]),
        ({"issuer": "UBND huyện", "issuer_alt": ["UBND tỉnh Bình Sơn"]}, {}, [("issuer", "right")]),
        # a value that only the alternatives hold is neither asked for nor wrong; an alternative may be none
        ({"issuer": None, "issuer_alt": ["UBND tỉnh Bình Sơn"]}, {}, []),
        ({"issuer": "Sở Y tế", "issuer_alt": [None]}, {"issuer": None}, []),
        # a subject may have a letter misread, not another meaning
        ({"subject": "V/v phòng, chống rét cho trâu bò vụ đông xuan"}, {}, [("subject", "right")]),
        ({"subject": "phòng, chống cháy rừng"}, {}, [("subject", "wrong")]),
        # filled by hand: none is right, a wrong value is wrong
        (
            {"number": {"canonical": "12/KH-UBND", "handwritten": True}},
            {},
            [("number.canonical by hand", "right")],
        ),
        (
            {"number": {"canonical": "77/KH-UBND", "handwritten": True}},
            {},
            [("number.canonical by hand", "wrong")],
        ),
        (
            {"number": {"canonical": "77/KH-UBND", "handwritten": True}},
            {"number": {"status": "handwritten"}},
            [("number.canonical by hand (abstained)", "abstained")],
        ),
        (
            {"issued": {"date": "2025-03-04", "handwritten": True}},
            {"issued": {"date": "2025-03", "status": "handwritten"}},
            [("issued.date by hand (abstained)", "abstained")],
        ),
        ({"issued": {"date": "2025-03-04"}}, {"issued": {"date": "2025-03"}}, [("issued.date", "wrong")]),
        # only what gold speaks of is judged
        ({"number": {"symbol": "KH-UBND"}}, {}, [("number.symbol", "right")]),
        ({"signer": {"name": "Trần Quốc Khánh"}}, {}, [("signer.name", "right")]),
        ({"signer": None}, {"signer": None}, []),
        (
            {"signer": None},
            {},
            [("signer.name", "extra"), ("signer.position", "extra"), ("signer.capacity", "extra")],
        ),
    ],
)
def test_single_values(gold: dict[str, Any], changed: dict[str, Any], expected: Verdicts) -> None:
    assert verdicts(gold, **changed) == expected


def copies(*agencies: str, **more: Any) -> dict[str, Any]:
    return {"recipients": {"copy": [{"text": name, "agencies": [name], **more} for name in agencies]}}


@pytest.mark.parametrize(
    ("gold", "expected"),
    [
        (copies("Sở Y tế", "Sở Nội vụ"), ["right", "right"]),
        (copies("Sở Y tế"), ["right", "extra"]),
        (copies("Sở Y tế", "Sở Nội vụ", "Công an tỉnh"), ["right", "right", "missing"]),
        (copies("Sở Y tế", "Sở Nội vu"), ["right", "wrong"]),
        (copies("Sở Y tế", "Sở Nội vụ", "Sở Nội vụ"), ["right", "right", "missing"]),
        (copies("Sở Y tế", "Sở Nội vụ", optional=True), ["absent"]),
        (
            {"recipients": {"copy": [{"agencies": ["Các sở"], "agencies_alt": ["Sở Y tế", "Sở Nội vụ"]}]}},
            ["right", "right"],
        ),
    ],
)
def test_recipients(gold: dict[str, Any], expected: list[str]) -> None:
    assert [verdict for field, verdict in verdicts(gold) if field == "recipients.copy"] == expected


TASK = {"text": "rà soát số liệu", "assignees": ["Sở Y tế"], "deadlines": ["2025-03-20"]}


@pytest.mark.parametrize(
    ("gold", "expected"),
    [
        ([TASK], {"found": ["right"], "assignees": ["right"], "coordinators": ["absent"], "deadlines": ["right"]}),
        ([TASK | {"deadlines": ["2025-03-21"]}], {"deadlines": ["wrong"]}),
        ([TASK | {"assignees": ["Sở Nội vụ", "Sở Y tế"]}], {"assignees": ["right", "missing"]}),
        ([TASK | {"assignees": ["a"], "assignees_alt": [["Sở Y tế"]]}], {"assignees": ["right"]}),
        ([TASK, TASK | {"text": "trồng rừng"}], {"found": ["right", "missing"]}),
        ([], {"found": ["extra"], "assignees": []}),
        ([TASK | {"optional": True}], {"found": [], "assignees": []}),
    ],
)
def test_assignments(gold: list[dict[str, Any]], expected: dict[str, list[str]]) -> None:
    found = verdicts({"assignments": gold})
    for part, wanted in expected.items():
        assert [verdict for field, verdict in found if field == f"assignments.{part}"] == wanted


def citation(**changed: Any) -> dict[str, Any]:
    return {"text": "Nghị định số 1/2020/NĐ-CP", "type": "Nghị định", "number": "1/2020/NĐ-CP"} | changed


@pytest.mark.parametrize(
    ("gold", "expected"),
    [
        ([citation(relation="refers")], {"found": ["right"], "type": ["right"], "relation": ["right"]}),
        ([citation(relation="basis")], {"relation": ["wrong"]}),
        ([citation(relation="basis", relation_alt=["refers"])], {"relation": ["right"]}),
        ([citation(date="2020-01-02")], {"date": ["missing"]}),
        ([citation(pinpoint={"article": "5"})], {"pinpoint": ["missing"]}),
        ([citation(number="2/2020/NĐ-CP", text="Luật Thủy lợi")], {"found": ["missing", "extra"], "type": []}),
        ([citation(number="7/2020/NĐ-CP", text="Nghị định số 7/2020/NĐ-CP")], {"found": ["wrong"]}),
        ([citation(number=None)], {"found": ["right"]}),
        ([citation(optional=True)], {"found": []}),
    ],
)
def test_citations(gold: list[dict[str, Any]], expected: dict[str, list[str]]) -> None:
    found = verdicts({"citations": gold})
    for part, wanted in expected.items():
        assert [verdict for field, verdict in found if field == f"citations.{part}"] == wanted


def test_a_document_that_could_not_be_read_misses_everything() -> None:
    gold = Gold.model_validate({"type": "KH", "number": {"status": "complete"}, "assignments": [TASK]})
    found = [(item.field, item.verdict.value) for item in compare("a", gold, None)]
    assert found == [("type", "missing"), ("number.status", "wrong"), ("assignments.found", "missing")]


def test_an_outcome_tells_how_sure_the_value_was_and_where_it_stands() -> None:
    gold = {"number": {"canonical": "13/KH-UBND"}, "assignments": [TASK]}
    outcomes = {item.field: item for item in compare("a", Gold.model_validate(gold), plan())}
    number, task = outcomes["number.canonical"], outcomes["assignments.assignees"]
    assert (number.key, number.confidence, number.reviewed) == ("number", 0.9, False)
    assert (number.evidence[0].start, number.row["page"], number.row["box"]) == (3, 1, None)
    assert 0.8 < number.credit < 1
    assert (task.key, task.confidence, task.reviewed) == ("assignments.0", 0.6, True)
