"""A row of header values as gold."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from evaluation import real
from evaluation.real import by_hand, header_gold, real_examples, set_aside
from vanban.language.text import nfc

ROW = {"file": "docs/a.pdf", "gold_source": "visual", "born": "scan"}


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ({"doc_type": "Quyết định"}, {"type": "QĐ"}),
        ({"doc_type": "Công văn"}, {"type": "CV"}),
        ({"doc_type": "Phiếu chuyển tay"}, {}),  # a type that nobody knows is not judged
        (
            {"number": "12/QĐ-UBND"},
            {"number": {"canonical": "12/QĐ-UBND", "handwritten": False, "status": "complete"}},
        ),
        (
            {"number": "12/QĐ-UBND", "flags": ["handwritten_number"]},
            {"number": {"canonical": "12/QĐ-UBND", "handwritten": True}},
        ),
        (
            {"number": "12/TT-B\u0422\u0421"},
            {"number": {"canonical": "12/TT-BTC", "handwritten": False, "status": "complete"}},
        ),
        ({"number": ":", "subject": "30/2030/BX"}, {}),  # the title was cut in the wrong place
        ({"issue_date": "2030-01-02"}, {"issued": {"date": "2030-01-02", "handwritten": False}}),
        (
            {"issue_date": "2030-01-02", "place": "Bình Sơn", "flags": ["handwritten_date"]},
            {"issued": {"date": "2030-01-02", "place": "Bình Sơn", "handwritten": True}},
        ),
        ({"signer": "Lê Văn Tám"}, {"signer": {"name": "Lê Văn Tám"}}),
        ({"signer": "Lê Văn Tám", "gold_source": real.RETYPED}, {}),
    ],
)
def test_header_gold(row: dict[str, Any], expected: dict[str, Any]) -> None:
    assert header_gold(ROW | row).model_dump(exclude_unset=True) == expected


def test_values_in_pen_or_stamp_are_marked() -> None:
    for name in by_hand()["number"]:
        assert header_gold(ROW | {"file": f"docs/{name}.pdf", "number": "1/KH"}).number.handwritten
    for name in by_hand()["issue_date"]:
        assert header_gold(ROW | {"file": f"docs/{name}.pdf", "issue_date": "2031-01-02"}).issued.handwritten


def test_values_set_aside_have_a_reason_and_are_not_used() -> None:
    for field, item in set_aside().items():
        assert item["why"]
        for name in item["documents"]:
            gold = header_gold(ROW | {"file": f"docs/{name}.txt", "subject": "trồng rừng", "number": "1/KH"})
            assert not gold.has(field)


@pytest.mark.shared
def test_real_documents_have_gold_of_every_kind(shared: Path) -> None:
    examples = real_examples(shared / "real")
    assert {example.kind for example in examples} == {"text", "digital", "scan"}
    assert all(example.path.exists() for example in examples)
    names = {nfc(example.name) for example in examples}
    assert set(set_aside()["subject"]["documents"]) <= names
    assert {name for listed in by_hand().values() for name in listed} <= names
