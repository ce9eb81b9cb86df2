"""The baselines find what they are written to find, so that beating them means something."""

from __future__ import annotations

from pathlib import Path

import pytest

from evaluation.baselines.bare import read_bare
from evaluation.baselines.named import extract_named, spans
from evaluation.baselines.regular import extract_regular
from evaluation.systems import page_texts
from vanban import open_document
from vanban.record import Record


@pytest.fixture(scope="module")
def letter(samples: Path) -> Record:
    document = open_document(samples / "cong-van.pdf", isolated=False)
    return extract_regular(document, page_texts(document))


def test_regular_expressions_read_the_head_of_a_letter(letter: Record) -> None:
    assert letter.type is not None
    assert letter.issuer is not None
    assert (letter.type.code, letter.number.canonical) == ("CV", "1204/UBND-KTTH")
    assert (letter.issued.place, letter.issued.date) == ("Bình Sơn", "2025-09-05")
    assert letter.issuer.name == "Ủy ban nhân dân tỉnh bình sơn"


def test_regular_expressions_read_the_foot_of_a_letter(letter: Record) -> None:
    assert letter.signer is not None
    assert (letter.signer.name, letter.signer.capacity) == ("Trần Quốc Khánh", "KT")
    assert "Văn thư" in [name for item in letter.recipients.archive for name in item.agencies]


def test_regular_expressions_read_tasks_and_citations(letter: Record) -> None:
    assert [item.number for item in letter.citations] == ["3308/BNNMT-GN"]
    assert letter.citations[0].date == "2025-08-22"
    assert any("Sở Tài chính" in item.assignees for item in letter.assignments)


def test_tagger_names_the_signer(samples: Path) -> None:
    document = open_document(samples / "ke-hoach.txt", isolated=False)
    record = extract_named(document, page_texts(document))
    assert record.signer is not None
    assert record.signer.name
    assert record.number.canonical is None


def test_spans_join_the_words_of_one_name() -> None:
    assert ("Trần Quốc Khánh", "PER") in list(spans("Ông Trần Quốc Khánh phát biểu tại Hà Nội"))


@pytest.mark.ocr
def test_bare_tesseract_gives_words_in_points(samples: Path) -> None:
    (page, *_) = read_bare(samples / "quyet-dinh-quet.pdf").pages
    assert page.kind == "ocr"
    assert len(page.words) > 30
    assert all(0 <= word.box[0] <= word.box[2] <= page.width + 1 for word in page.words)
