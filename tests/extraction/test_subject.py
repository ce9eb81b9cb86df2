"""Trích yếu: the words of the page joined to one line, no V/v and no closing signs."""

from __future__ import annotations

import pytest

from tests.extraction.laid import laid, scanned
from vanban.extraction.subject import find_subject
from vanban.layout.model import Zone
from vanban.record import DocumentType


@pytest.mark.parametrize(
    ("zoned", "subject"),
    [
        ([(Zone.SUBJECT, "V/v mời dự họp\ntrồng cây năm 2024")], "mời dự họp trồng cây năm 2024"),
        ([(Zone.SUBJECT, "V/v: mời dự họp.")], "mời dự họp"),
        ([(Zone.SUBJECT, "Về việc trồng cây")], "Về việc trồng cây"),
        ([(Zone.SUBJECT, "**Về việc trồng *cây* xanh**\n-------")], "Về việc trồng cây xanh"),
        ([(Zone.SUBJECT, "Trồng cây (lần 2)")], "Trồng cây (lần 2)"),
        ([(Zone.SUBJECT, "Trồng cây\nCăn c\nứ Luật Lâm nghiệp;")], "Trồng cây"),
        ([(Zone.SUBJECT, "Trồng cây\nThực hiện Kế hoạch số 01/KH-BNV;")], "Trồng cây"),
        (
            [(Zone.SUBJECT, "V/v báo cáo kết quả\nthực hiện Kế hoạch số 01/KH-BNV")],
            "báo cáo kết quả thực hiện Kế hoạch số 01/KH-BNV",
        ),
        (
            [(Zone.SUBJECT, "Về việc trồng cây tại các"), (Zone.BODY, "- thôn năm 2024")],
            "Về việc trồng cây tại các thôn năm 2024",
        ),
        ([(Zone.SUBJECT, "Về việc trồng cây"), (Zone.BODY, "- thôn năm 2024")], "Về việc trồng cây"),
        ([(Zone.TYPE, "KẾ HOẠCH Trồng cây mùa xuân")], "Trồng cây mùa xuân"),
        ([(Zone.TYPE, "KẾ HOẠCH")], None),
        ([(Zone.SUBJECT, "_____")], None),
        ([], None),
    ],
)
def test_subject(zoned: list[tuple[Zone, str]], subject: str | None) -> None:
    assert find_subject(laid(*zoned)).value == subject


def test_an_invitation_without_subject_has_none() -> None:
    layout = laid((Zone.SUBJECT, "Trường THCS Âu Cơ trân trọng kính mời: Ông Lê Văn Tám"))
    assert find_subject(layout, DocumentType(code="GM", name="Giấy mời")).value is None


def test_a_letter_of_introduction_has_no_subject() -> None:
    layout = laid((Zone.SUBJECT, "Chi cục Cây xanh trân trọng giới thiệu:"))
    assert find_subject(layout, DocumentType(code="GGT", name="Giấy giới thiệu")).value is None


def test_words_that_ocr_misread_are_mended_in_a_subject() -> None:
    assert find_subject(scanned(Zone.SUBJECT, "V/v báo cáo sô lượng cây")).value == "báo cáo số lượng cây"
    assert find_subject(laid((Zone.SUBJECT, "V/v báo cáo sô lượng cây"))).value == "báo cáo sô lượng cây"


def test_a_note_in_the_other_column_is_no_subject() -> None:
    layout = scanned(Zone.SUBJECT, "V/v báo cáo số lượng cây\nvà số giếng\nGửi qua mạng")
    boxes = [(60.0, 100.0, 200.0, 112.0), (80.0, 116.0, 160.0, 128.0), (400.0, 120.0, 460.0, 130.0)]
    for line, box in zip(layout.lines, boxes, strict=True):
        line.box = box
    assert find_subject(layout).value == "báo cáo số lượng cây và số giếng"


def test_the_opening_of_a_subject_is_spelt_right() -> None:
    assert find_subject(scanned(Zone.SUBJECT, "Vệ viêc trồng cây")).value == "Về việc trồng cây"
