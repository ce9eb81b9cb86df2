"""The part of a document that a citation names."""

from __future__ import annotations

import pytest

from vanban.extraction.citations import scan


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Điều 3 của Quyết định số 9/QĐ-TTg", {"article": "3"}),
        ("điểm a khoản 2 Điều 5 Nghị định số 9/2031/NĐ-CP", {"point": "a", "clause": "2", "article": "5"}),
        ("Khoản 4, Điều 4 Nghị định số 9/2031/NĐ-CP", {"clause": "4", "article": "4"}),
        ("các Điều 4, 5 và 6 Nghị định số 9/2031/NĐ-CP", {"article": "4, 5, 6"}),
        ("Điều 4 đến Điều 6 của Luật Giá", {"article": "4-6"}),
        ("các khoản 1, 2 Điều 7 Luật Giá", {"clause": "1, 2", "article": "7"}),
        (
            "điểm a, c, đ và h khoản 3 Điều 17 Luật Du lịch",
            {"point": "a, c, đ, h", "clause": "3", "article": "17"},
        ),
        ("Khoản 1 và Khoản 3 Điều 79 của Luật Công chứng năm 2031", {"clause": "1, 3", "article": "79"}),
        ("Phụ lục III ban hành kèm theo Nghị định số 9/2031/NĐ-CP", {"appendix": "III"}),
        ("Điều 13 Quy chế ban hành kèm theo Quyết định số 9/2031/QĐ-UBND", {"article": "13"}),
        ("Điều 14 Thông tư số 9/2031/TT-BYT", {"article": "14"}),
        ("mục II Chương 3 Nghị quyết số 9/NQ-CP", {"section": "II", "chapter": "3"}),
        ("Điều 5 Quy định này và Nghị định số 9/2031/NĐ-CP", None),
        ("theo Nghị định số 9/2031/NĐ-CP", None),
    ],
)
def test_pinpoint(text: str, expected: dict[str, str] | None) -> None:
    pinpoint = scan(text)[0].pinpoint
    assert (pinpoint.model_dump(exclude_none=True) if pinpoint else None) == expected
