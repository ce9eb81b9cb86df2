"""What symbol, body, cited documents, digital signatures and the file's name say of the header's values."""

from __future__ import annotations

import pytest

from vanban.extraction.witnesses import by_body, by_citations, by_file_name, by_signatures, by_symbol, hear, serial_in
from vanban.record import Citation, Issued, Issuer, Number, Record, Signature, Signer, Source

NUMBER = Number(serial="161", symbol="KH-UBND", canonical="161/KH-UBND", status="complete")


@pytest.mark.parametrize(
    ("name", "symbol", "serial"),
    [
        ("161-kh-ubnd.pdf", "KH-UBND", "161"),
        ("scan_0161.KH-UBND (2).pdf", "KH-UBND", "161"),
        ("So 45 QĐ-STC ngay 3-2.pdf", "QĐ-STC", "45"),
        ("45_2025_qd_ubnd.signed.pdf", "QĐ-UBND", "45"),
        ("12a-tb-snv.docx", "TB-SNV", "12a"),
        ("161-kh-ubnd.pdf", "QĐ-UBND", None),
        ("kh-ubnd.pdf", "KH-UBND", None),
        ("IMG_20250301.jpg", "KH-UBND", None),
        ("161-kh-ubnd.pdf", None, None),
        ("", "KH-UBND", None),
    ],
)
def test_serial_in_a_file_name(name: str, symbol: str | None, serial: str | None) -> None:
    assert serial_in(name, symbol) == serial


@pytest.mark.parametrize(
    ("symbol", "issuer", "agrees"),
    [
        ("KH-UBND", "Ủy ban nhân dân huyện Thạch Bình", True),
        ("QĐ-SNV", "Sở Nội vụ", True),
        ("BC-SGDĐT", "Sở Giáo dục và Đào tạo", True),
        ("QĐ-SNV", "Sở Tài chính", False),
        (None, "Sở Tài chính", False),
    ],
)
def test_the_symbol_and_the_issuer_vouch_for_each_other(symbol: str | None, issuer: str, agrees: bool) -> None:
    heard = list(by_symbol(Number(symbol=symbol), Issuer(name=issuer)))
    assert [(w.field, w.agrees) for w in heard] == ([("issuer", True), ("number", True)] if agrees else [])


def test_the_body_repeats_the_issuer() -> None:
    page = "SỞ NỘI VỤ\nThực hiện chỉ đạo trên, Sở Nội\nvụ kính đề nghị các đơn vị báo cáo."
    assert [w.by for w in by_body(Issuer(name="Sở Nội vụ"), [page])] == ["body"]
    assert not list(by_body(Issuer(name="Sở Tài chính"), [page]))


@pytest.mark.parametrize(
    ("date", "cited", "agrees"),
    [
        ("2024-06-11", ["2024-03-05", "2020-03-05"], [True]),
        ("2024-06-11", ["2025-03-05"], [False]),
        ("2024-06-11", ["2019-03-05", None, "2018"], []),
        ("2024-06", ["2025-03-05"], []),
        (None, ["2025-03-05"], []),
    ],
)
def test_a_basis_is_not_later_than_the_document(date: str | None, cited: list[str | None], agrees: list[bool]) -> None:
    citations = [Citation(text="Nghị định", date=day, relation="basis") for day in cited]
    heard = list(by_citations(Issued(date=date), citations))
    assert [w.agrees for w in heard] == agrees
    assert [w.warning.code for w in heard if w.warning] == ["date_before_citation"] * agrees.count(False)


@pytest.mark.parametrize(
    ("date", "signer", "signed", "heard"),
    [
        (
            "2024-06-11",
            "Lê Văn Bình",
            ("LÊ VĂN BÌNH", "2024-06-11T08:00:00+07:00"),
            {("signer", 1), ("issued.date", 1)},
        ),
        ("2024-06-11", "Lê Văn Bình", ("Trần Thị Cúc", "2024-06-12T08:00:00+07:00"), {("signer", 0)}),
        ("2024-06-11", None, ("Sở Nội vụ", "2024-06-10T08:00:00+07:00"), {("issued.date", 0)}),
        ("2024-06-11", "Lê Văn Bình", ("Sở Nội vụ", None), set()),
    ],
)
def test_digital_signatures(
    date: str, signer: str | None, signed: tuple[str, str | None], heard: set[tuple[str, int]]
) -> None:
    signatures = [Signature(signer=signed[0], time=signed[1])]
    found = list(by_signatures(Issued(date=date), Signer(name=signer), signatures))
    assert {(w.field, int(w.agrees)) for w in found} == heard
    assert all(w.warning for w in found if not w.agrees)


@pytest.mark.parametrize(("name", "agrees"), [("161-kh-ubnd.pdf", [True]), ("162-kh-ubnd.pdf", [False]), ("a.pdf", [])])
def test_the_file_name_is_a_witness_of_the_number(name: str, agrees: list[bool]) -> None:
    assert [w.agrees for w in by_file_name(name, NUMBER)] == agrees


def test_an_unread_number_gets_the_file_name_s_as_a_candidate_and_no_value() -> None:
    source = Source(name="162-kh-ubnd.pdf", media_type="application/pdf", bytes=1, pages=1, text="ocr")
    number = Number(symbol="KH-UBND", status="handwritten")
    record = Record(id="sha256:0", source=source, genre="administrative", number=number)
    hear(record)
    assert [(c.value, c.by) for c in record.number.candidates] == [("162", "file.name")]
    assert record.number.serial is None
