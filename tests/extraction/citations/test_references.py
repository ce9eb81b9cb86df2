"""What mentions by type alone point to, and short names that a document gives."""

from __future__ import annotations

import pytest

from tests.extraction.citations.test_finder import Text, laid_out
from vanban.extraction.citations import Cited, read_citations
from vanban.layout.model import Zone

DECREE = ("Căn cứ Nghị định số 30/2031/NĐ-CP ngày 05/3/2031 của Chính phủ về công tác A;", Zone.BASIS)
LETTER = ("Thực hiện Công văn số 88/BMT-VP ngày 05/5/2031 của Bộ Mẫu,", Zone.BODY)


def read(*texts: Text, type_: str | None = None) -> Cited:
    return read_citations(laid_out(*texts), type_)


def outcomes(*texts: Text, type_: str | None = None) -> list[tuple[str, str, str, int | None]]:
    return [(item.text, item.type, item.outcome, item.citation) for item in read(*texts, type_=type_).back_references]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("theo Nghị định nêu trên", [("Nghị định nêu trên", "Nghị định", "previous", 0)]),
        ("tại Công văn đó và Nghị định nói trên", [("Công văn đó", "Công văn", "previous", 1),
                                                    ("Nghị định nói trên", "Nghị định", "previous", 0)]),
        ("theo văn bản dẫn trên", [("văn bản dẫn trên", "Văn bản", "previous", 1)]),
        ("theo công văn trên", [("công văn trên", "Công văn", "previous", 1)]),
        ("Chỉ thị trên đây", [("Chỉ thị trên đây", "Chỉ thị", "unknown", None)]),
        ("Quyết định này có hiệu lực", [("Quyết định này", "Quyết định", "self", None)]),
        ("các văn bản nêu trên; các Nghị định đó", []),
        ("Công văn trên địa bàn; quy định này; báo cáo trên", []),
        ("Quy định này không áp dụng.", []),
        ("Nghị định này quy định", [("Nghị định này", "Nghị định", "previous", 0)]),
    ],
)  # fmt: skip
def test_outcomes(sentence: str, expected: list[tuple[str, str, str, int | None]]) -> None:
    assert outcomes(DECREE, LETTER, (sentence, Zone.BODY), type_="Quyết định") == expected


def test_a_mention_points_to_what_stands_before_it_in_its_sentence() -> None:
    sentence = "Nghị định số 31/2032/NĐ-CP thay Nghị định đó; Nghị định đó gồm Nghị định số 32/2033/NĐ-CP"
    assert [item[3] for item in outcomes(DECREE, (sentence, Zone.BODY))] == [1, 1]


def test_what_a_document_issues_is_itself() -> None:
    texts: tuple[Text, ...] = (
        ("Ban hành Quy chế quản lý ao", Zone.SUBJECT),
        ("QUY CHẾ", Zone.ANNEX, "attachment"),
        ("Quy chế này quy định việc quản lý ao.", Zone.ANNEX, "attachment"),
    )
    assert outcomes(*texts, type_="Quyết định") == [("Quy chế này", "Quy chế", "self", None)]


def test_a_consolidated_text_speaks_as_what_it_holds() -> None:
    texts: tuple[Text, ...] = (
        ("Số: 8/VBHN-BA", Zone.NUMBER),
        ("Thông tư số 4/2030/TT-BA ngày 2/3/2030 của Bộ A hướng dẫn B, được sửa đổi, bổ sung bởi:", Zone.BODY),
        ("Thông tư này hướng dẫn B.", Zone.BODY),
    )
    assert outcomes(*texts, type_="Văn bản hợp nhất") == [("Thông tư này", "Thông tư", "self", None)]


def test_a_short_name_is_known_again() -> None:
    named = DECREE[0].rstrip(";") + " (sau đây gọi tắt là NĐ30-A);"
    cited = read((named, Zone.BASIS), ("Thực hiện Điều 5 theo NĐ30-A và NĐ30-A/KH.", Zone.BODY))
    found = [item.value for item in cited.citations]
    assert [(item.text, item.alias, item.number, item.refers_back) for item in found] == [
        ("Nghị định số 30/2031/NĐ-CP ngày 05/3/2031 của Chính phủ", "NĐ30-A", "30/2031/NĐ-CP", False),
        ("NĐ30-A", None, "30/2031/NĐ-CP", True),
    ]
    assert (found[1].type, found[1].date, found[1].issuer) == ("Nghị định", "2031-03-05", "Chính phủ")


@pytest.mark.parametrize(
    "sentence",
    [
        "Kế hoạch số 4/KH-UBND của UBND tỉnh Mẫu (sau đây gọi tắt là UBND tỉnh)",
        "Kế hoạch số 4/KH-UBND và Kế hoạch số 5/KH-UBND (sau đây gọi chung là các Kế hoạch)",
        "Quyết định số 4/QĐ-TTg phê duyệt Chương trình A (gọi tắt là Chương trình)",
        "Kế hoạch số 4/KH-UBND (sau đây gọi tắt là Kế hoạch 5)",
    ],
)
def test_names_of_others_are_no_alias(sentence: str) -> None:
    assert [item.value.alias for item in read((sentence, Zone.BODY)).citations if item.value.alias] == []


def test_a_full_number_leans_on_nothing_though_it_is_an_alias() -> None:
    texts: tuple[Text, ...] = (
        ("Nghị định số 30/2031/NĐ-CP ngày 05/3/2031 (gọi tắt là Nghị định số 30/2031/NĐ-CP)", Zone.BODY),
        ("theo Nghị định số 30/2031/NĐ-CP", Zone.BODY),
    )
    assert [item.value.refers_back for item in read(*texts).citations] == [False, False]


def test_statements_count_the_citations_of_the_record() -> None:
    cited = read(
        LETTER,
        ("Chỉ thị của Bộ Mẫu", Zone.BODY),
        ("Nghị định số 4/2031/NĐ-CP được thay thế bởi Nghị định số 5/2032/NĐ-CP.", Zone.BODY),
    )
    (said,) = cited.statements
    numbers = [item.value.number for item in cited.citations]
    assert (numbers[said.source], said.relation, numbers[said.target]) == ("5/2032/NĐ-CP", "replaces", "4/2031/NĐ-CP")


def test_what_the_title_amends_in_part_is_amended_in_part() -> None:
    cited = read(
        ("Sửa đổi, bổ sung một số điều của Thông tư số 4/2031/TT-BA", Zone.SUBJECT),
        ("Điều 1. Sửa đổi Thông tư số 4/2031/TT-BA như sau:", Zone.BODY),
    )
    assert [item.value.scope for item in cited.citations] == ["part", "part"]
