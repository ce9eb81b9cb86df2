"""Citations of whole documents: zones, parts, own number, back references, evidence."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.timing import assert_linear
from vanban.extraction.citations import find_citations, read_citations
from vanban.extraction.citations.issuers import respelt
from vanban.layout.model import Block, Layout, Line, PartKind, Piece, Zone
from vanban.record import Citation

Text = tuple[str, Zone] | tuple[str, Zone, PartKind]


def laid_out(*texts: Text) -> Layout:
    """A layout of one page whose blocks are ``texts``, one a line."""
    page, lines, blocks = "", [], []
    for text, zone, *part in texts:
        kind: PartKind = part[0] if part else "main"
        line = Line(page=1, start=len(page), end=len(page) + len(text), text=text, zone=zone, part=kind)
        piece = Piece(0, len(text), 1, len(page))
        lines.append(line)
        blocks.append(Block(text=text, pieces=[piece], zone=zone, part=kind, lines=[line]))
        page += text + "\n"
    return Layout(pages=[page], lines=lines, blocks=blocks, source="plain")


def values(*texts: Text) -> list[Citation]:
    return [found.value for found in find_citations(laid_out(*texts))]


DECREE = "Căn cứ Nghị định số 30/2031/NĐ-CP ngày 05/3/2031 của Chính phủ về công tác A;"


def test_zones_that_do_not_cite_are_left_out() -> None:
    citation = "theo Nghị định số 30/2031/NĐ-CP"
    quiet = (Zone.NUMBER, Zone.PLACE_DATE, Zone.ISSUER, Zone.DISTRIBUTION, Zone.SIGNATURE, Zone.FURNITURE, Zone.MARK)
    assert values(*((citation, zone) for zone in quiet)) == []
    assert len(values(*((citation, zone) for zone in (Zone.SUBJECT, Zone.BASIS, Zone.BODY)))) == 3


def test_another_document_behind_does_not_cite_and_an_attachment_does() -> None:
    found = values(
        ("theo Nghị định số 30/2031/NĐ-CP", Zone.ANNEX, "attachment"),
        ("theo Nghị định số 31/2031/NĐ-CP", Zone.BODY, "foreign"),
    )
    assert [(item.number, item.part) for item in found] == [("30/2031/NĐ-CP", "attachment")]


@pytest.mark.parametrize(
    "caption",
    [
        "(Ban hành kèm theo Quyết định số 71/QĐ-UBND ngày 2/3/2031 của UBND tỉnh A)",
        "(Kèm theo Quyết định số      /QĐ-UBND ngày 2/3/2031 của UBND tỉnh A)",
    ],
)
def test_the_document_itself_is_no_citation(caption: str) -> None:
    found = values(
        ("Số: 70/QĐ-UBND", Zone.NUMBER),
        ("Điều 2 Quyết định số 70/QĐ-UBND có hiệu lực từ ngày ký", Zone.BODY),
        (caption, Zone.ANNEX, "attachment"),
    )
    assert found == []


def test_short_mentions_take_the_values_of_what_they_lean_on() -> None:
    found = values(
        (DECREE, Zone.BASIS),
        ("Thực hiện theo Nghị định 30 và NĐ30, Quyết định 99 của Bộ Y tế.", Zone.BODY),
        ("Nhằm cụ thể hóa Nghị định của Chính phủ; Chỉ thị của Bộ Chính trị", Zone.BODY),
    )
    assert [(item.text, item.number, item.date, item.refers_back) for item in found[1:]] == [
        ("Nghị định 30", "30/2031/NĐ-CP", "2031-03-05", True),
        ("NĐ30", "30/2031/NĐ-CP", "2031-03-05", True),
        ("Quyết định 99 của Bộ Y tế", "99", None, False),
        ("Nghị định của Chính phủ", "30/2031/NĐ-CP", "2031-03-05", True),
    ]


def test_a_shortened_issuer_is_known_again() -> None:
    found = values(
        ("Thực hiện Kế hoạch số 4/KH-BCĐ của Ban Chỉ đạo Phòng, chống dịch bệnh tỉnh về A,", Zone.BODY),
        ("căn cứ Kế hoạch của Ban Chỉ đạo tỉnh, tham mưu", Zone.BODY),
    )
    assert [item.number for item in found] == ["4/KH-BCĐ", "4/KH-BCĐ"]


def test_a_consolidated_text_names_what_it_holds_before_its_bases() -> None:
    found = values(
        ("Số: 8/VBHN-BA", Zone.NUMBER),
        ("Thông tư số 4/2030/TT-BA ngày 2/3/2030 của Bộ A hướng dẫn B, được sửa đổi, bổ sung bởi:", Zone.BODY),
        ("Thông tư số 5/2031/TT-BA ngày 2/3/2031 của Bộ A sửa đổi Thông tư số 4/2030/TT-BA.", Zone.BODY),
        (DECREE, Zone.BASIS),
        ("Thông tư số 6/2029/TT-BA có nội dung khác", Zone.BODY),
    )
    assert [item.relation for item in found] == ["consolidates", "consolidates", "refers", "basis", "refers"]


def test_doubtful_citations_are_listed_for_review() -> None:
    layout = laid_out(("theo Quyết định số 7/QĐ-PQ ngày 2/3/2031 của Trưởng Phòng;", Zone.BODY))
    assert find_citations(layout)[0].confidence < 0.8


def test_evidence_points_at_the_page() -> None:
    layout = laid_out(("Kính gửi: Sở A", Zone.ADDRESSEES), (DECREE, Zone.BASIS))
    (found,) = find_citations(layout)
    (where,) = found.evidence
    assert layout.pages[0][where.start : where.end] == found.value.text
    assert found.value.issuer == "Chính phủ"
    assert 0.9 < found.confidence <= 1.0


def test_issuers_are_written_out() -> None:
    (item,) = values(("Theo Kế hoạch số 4/KH-UBND ngày 2/3/2031 của UBND huyện A, tỉnh B;", Zone.BASIS))
    assert item.issuer == "Ủy ban nhân dân huyện A, tỉnh B"
    assert item.relation == "basis"


@pytest.mark.parametrize(
    ("name", "right"),
    [
        ("Bộ Y tê", "Bộ Y tế"),
        ("Sở Giáo dục và Đao tạo", "Sở Giáo dục và Đào tạo"),
        ("Thủ tướng Chính phú", "Thủ tướng Chính phủ"),
        ("UBND tỉnh Lâm Hạ", "UBND tỉnh Lâm Hạ"),
        ("Thứ trưởng Bộ Y tê", "Thứ trưởng Bộ Y tế"),
        ("Ủy ban nhân dân phường Văn Hòa", "Ủy ban nhân dân phường Văn Hòa"),
    ],
)
def test_marks_that_a_scan_lost_are_put_right_in_known_names(name: str, right: str) -> None:
    assert respelt(name) == right


@pytest.mark.parametrize(
    "unit",
    [
        "Nghị định 30 và ",
        "Nghị định số {}/2031/NĐ-CP, Nghị định của Chính phủ; ",
        "thay thế Luật Giá; ",
        "Điều 5 ",
        "(Nghị định số {}/2031/NĐ-CP được sửa đổi bởi ",
        "Nghị định số {}/2031/NĐ-CP (gọi tắt là Nghị định {}) ",
        "các khoản 1, 2, 3 các Điều 4, 5 đến Điều 9 Luật Giá, ",
        "Quy chế kèm theo Quyết định số {}/QĐ-UBND hết hiệu lực và ",
        "Nghị định này, văn bản trên; ",
    ],
)
def test_time_is_linear(unit: str) -> None:
    def found(count: int) -> Callable[[], object]:
        layout = laid_out(("".join(unit.format(at, at) for at in range(count // len(unit))), Zone.BODY))
        return lambda: read_citations(layout)

    assert_linear(found, 10_000, 100_000)


@pytest.mark.parametrize(
    ("type_", "relation"),
    [
        ("Quyết định", "repeals"),
        ("Tờ trình", "refers"),
        ("Kế hoạch", "refers"),
        ("Báo cáo", "refers"),
        (None, "repeals"),
    ],
)
def test_what_asks_or_plans_repeals_nothing(type_: str | None, relation: str) -> None:
    layout = laid_out(
        ("Điều 1. Bãi bỏ Quyết định số 46/2034/QĐ-UBND ngày 02/3/2034 của Ủy ban nhân dân tỉnh Mẫu.", Zone.BODY)
    )
    (found,) = read_citations(layout, type_).citations
    assert found.value.relation == relation


def test_a_plan_replaces_a_plan() -> None:
    layout = laid_out(
        ("Kế hoạch này thay thế Kế hoạch số 46/KH-UBND ngày 02/3/2034 của Ủy ban nhân dân tỉnh Mẫu.", Zone.BODY)
    )
    (found,) = read_citations(layout, "Kế hoạch").citations
    assert found.value.relation == "replaces"
