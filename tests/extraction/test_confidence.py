"""Signals of a value, the curves that turn them into confidence, and what falls under the threshold."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vanban import extract
from vanban.extraction import read_fields
from vanban.extraction.calibration import Curve, calibrated, curves, threshold
from vanban.extraction.signals import HEADER, ITEMS, family, words_of
from vanban.reading.document import Document, Page, Word
from vanban.settings import Settings

LETTER = """ỦY BAN NHÂN DÂN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
XÃ MINH AN\tĐộc lập - Tự do - Hạnh phúc
Số: 45/UBND-VHXH\tMinh An, ngày 12 tháng 5 năm 2025
V/v rà soát nhà tạm

Kính gửi: Các thôn.

Thực hiện Quyết định số 12/QĐ-UBND ngày 03/02/2025 của Ủy ban nhân dân tỉnh Lâm Sơn, Ủy ban nhân dân xã đề nghị:
1. Các thôn lập danh sách nhà tạm, gửi Ủy ban nhân dân xã trước ngày 30/5/2025.

Nơi nhận:\tTM. ỦY BAN NHÂN DÂN
- Như trên;\tCHỦ TỊCH
- Lưu: VT.
\tLê Thị Hoa
"""


def plain(text: str, name: str = "a.txt") -> Document:
    page = Page(number=1, kind="plain", text=text)
    return Document(id="sha256:0", name=name, media_type="text/plain", bytes=1, pages=[page], page_count=1)


def scanned(sure: float) -> Document:
    words = []
    for row, line in enumerate(LETTER.splitlines()):
        for column, part in enumerate(line.split("\t")):
            x = 60.0 + 240 * column
            for word in part.split():
                box = (x, 50 + 16.0 * row, x + 6 * len(word), 62 + 16.0 * row)
                words.append(Word(word, box, confidence=sure))
                x = box[2] + 4
    page = Page(number=1, kind="ocr", words=words, width=595, height=842)
    return Document(id="sha256:0", name="a.pdf", media_type="application/pdf", bytes=1, pages=[page], page_count=1)


@pytest.mark.parametrize(
    ("name", "belongs"),
    [
        ("number", "number"),
        ("issued.date", "issued.date"),
        ("citations.12", "citations"),
        ("recipients.to", "recipients.to"),
    ],
)
def test_family(name: str, belongs: str) -> None:
    assert family(name) == belongs


@pytest.mark.parametrize("name", [*HEADER, *ITEMS])
def test_every_field_has_a_curve_and_a_threshold(name: str) -> None:
    assert isinstance(curves()[name], Curve)
    assert 0 < threshold(name) <= 1


@given(
    st.sampled_from([*HEADER, "assignments.0", "citations.4"]),
    st.dictionaries(st.sampled_from(["rule", "ocr", "worst", "agree", "by nobody"]), st.floats(-1e6, 1e6)),
)
def test_confidence_is_a_probability(name: str, signals: dict[str, float]) -> None:
    assert 0 <= calibrated(name, signals) <= 1


def test_a_curve_is_linear_in_log_odds() -> None:
    curve = Curve({"rule": 2.0}, bias=-1.0, accept=0.9)
    assert curve.probability({"rule": 0.5, "unknown": 9.0}) == 0.5
    assert curve.probability({"rule": 1.0}) > 0.7 > curve.probability({"rule": 0.9})


def test_signals_tell_sure_from_unsure_scans() -> None:
    good, poor = read_fields(scanned(0.97)).signals["subject"], read_fields(scanned(0.35)).signals["subject"]
    assert good["ocr"] == poor["ocr"] == 1
    assert poor["worst"] > good["worst"]
    assert poor["page"] > good["page"]
    assert "ocr" not in read_fields(plain(LETTER)).signals["subject"]


def test_a_poor_scan_is_less_sure_than_a_good_one() -> None:
    good, poor = extract(scanned(0.97)), extract(scanned(0.3))
    assert good.fields["subject"].confidence > poor.fields["subject"].confidence


def test_witnesses_are_signals() -> None:
    assert read_fields(plain(LETTER, "45-ubnd-vhxh.txt")).signals["number"]["agree"] >= 1
    assert read_fields(plain(LETTER, "46-ubnd-vhxh.txt")).signals["number"]["differ"] == 1
    assert [w.code for w in extract(plain(LETTER, "46-ubnd-vhxh.txt")).warnings] == ["file_name_differs"]


def test_review_lists_what_is_under_the_threshold() -> None:
    document = plain(LETTER)
    record = extract(document)
    told = {name: field.confidence - threshold(name) for name, field in record.fields.items()}  # of rounded ones
    assert {name for name, over in told.items() if over < -0.0005} <= set(record.review)
    assert not {name for name, over in told.items() if over > 0.0005} & set(record.review)
    assert extract(document, Settings(accept=1.0)).review == list(record.fields)
    assert extract(document, Settings(accept=1e-9)).review == []


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("number", "45/UBND-VHXH"),
        ("issued.date", "2025-05-12"),
        ("signer", "Lê Thị Hoa Chủ tịch"),
        ("recipients.to", "các thôn"),
        ("recipients.archive", "Văn thư"),
        ("secrecy", ""),
    ],
)
def test_words_of_a_field(name: str, words: str) -> None:
    assert words_of(read_fields(plain(LETTER)).record, name).casefold() == words.casefold()
