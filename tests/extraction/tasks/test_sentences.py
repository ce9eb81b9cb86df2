"""Sentences of a block, and the stretches that one actor is obliged by."""

from __future__ import annotations

import pytest

from vanban.extraction.tasks.sentences import sentences, stretches


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Một việc. Hai việc.", ["Một việc.", "Hai việc."]),
        ("Ủy ban nhân dân TP. An Thử báo cáo.", ["Ủy ban nhân dân TP. An Thử báo cáo."]),
        ("có khó khăn, báo cáo; giao Phòng Nội vụ tổng hợp.", ["có khó khăn, báo cáo;", "giao Phòng Nội vụ tổng hợp."]),
        ("hoàn thành năm 2031. Các xã báo cáo.", ["hoàn thành năm 2031.", "Các xã báo cáo."]),
        ("gửi trước ngày 02/8. Sở Mây tổng hợp.", ["gửi trước ngày 02/8.", "Sở Mây tổng hợp."]),
        ("theo Mục 2. Danh sách kèm theo", ["theo Mục 2. Danh sách kèm theo"]),
        ("một; hai; ba", ["một; hai; ba"]),
        ("", []),
    ],
)
def test_sentences(text: str, wanted: list[str]) -> None:
    assert [text[start:end].strip() for start, end in sentences(text)] == wanted


def test_a_sentence_without_an_actor_goes_with_the_one_before() -> None:
    text = "Mở rộng mô hình. Sở Nội vụ tổng hợp. Báo cáo kịp thời. Sở Tư pháp rà soát. Sở Tư pháp công bố."
    said = [(text[part.start : part.end].strip(), part.clause is not None) for part in stretches(text)]
    assert said == [
        ("Mở rộng mô hình.", False),
        ("Sở Nội vụ tổng hợp. Báo cáo kịp thời.", True),
        ("Sở Tư pháp rà soát.", True),
        ("Sở Tư pháp công bố.", True),
    ]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Sở Mưa rà soát trước 2/3; Sở Nắng tổng hợp.", ["Sở Mưa rà soát trước 2/3;", "Sở Nắng tổng hợp."]),
        ("Sở Mưa; Sở Nắng tổng hợp.", ["Sở Mưa; Sở Nắng tổng hợp."]),
        (
            "Sở Mưa phối hợp với Sở Nắng; các cơ quan liên quan rà soát.",
            ["Sở Mưa phối hợp với Sở Nắng; các cơ quan liên quan rà soát."],
        ),
        ("Giúp Văn phòng Sở; cơ quan thường trực đếm cò.", ["Giúp Văn phòng Sở; cơ quan thường trực đếm cò."]),
        ("Sở Mưa chủ trì thẩm tra; Ban Pháp chế phối hợp.", ["Sở Mưa chủ trì thẩm tra; Ban Pháp chế phối hợp."]),
    ],
)
def test_a_clause_with_an_actor_of_its_own_stands_apart(text: str, wanted: list[str]) -> None:
    assert [text[part.start : part.end].strip() for part in stretches(text)] == wanted
