"""PDF: words with boxes, and each page's own decision between text and scan."""

from __future__ import annotations

import json
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest

from tests.reading.drawn import LETTER, MakePdf, picture, spread
from vanban.errors import FileDamaged, FileEncrypted, TesseractMissing, TextEmpty
from vanban.extraction import extract
from vanban.reading import open_document
from vanban.reading.document import Document, Word
from vanban.settings import Settings

GOOD = spread()
BAD = spread(
    [
        "UY BAN NHAN DAN HUY~N C6 LUNG",
        "KE HO~CH t6 chirc phong trao thi dua lam d11ong",
        *["lien th6n tren dja ban"] * 9,
    ]
)
STAMP = [(430.0, 30.0, "Người ký: Nguyễn Thị Mẫu"), (430.0, 44.0, "Thời gian ký: 01.02.2024")]


def _read(path: Path, **settings: object) -> Document:
    return open_document(path, Settings(**settings), ocr=False, isolated=False)  # type: ignore[arg-type]


def _words(document: Document, page: int = 1) -> list[Word]:
    return document.pages[page - 1].words


def test_pdf_words_have_box_font_and_size(make_pdf: MakePdf) -> None:
    document = _read(make_pdf([[(100.0, 200.0, "Kế hoạch số 12/KH-UBND")]]))
    words = _words(document)
    assert [word.text for word in words] == ["Kế", "hoạch", "số", "12/KH-UBND"]
    first = words[0]
    assert first.box[0] == pytest.approx(100, abs=1)
    assert first.box[1] < 192 < 200 < first.box[3] < 206
    assert (first.font, first.size, first.bold, first.italic) == ("DejaVuSans", 12.0, False, False)
    assert all(a.box[2] < b.box[0] for a, b in pairwise(words))
    assert (document.pages[0].width, document.pages[0].height) == (595.0, 842.0)


def test_pdf_bold_is_told_by_the_font(make_pdf: MakePdf) -> None:
    assert all(word.bold for word in _words(_read(make_pdf([GOOD], font="DejaVuBold"))))


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_pdf_boxes_are_as_the_page_is_seen(make_pdf: MakePdf, tmp_path: Path, turn: int) -> None:
    import pikepdf

    with pikepdf.open(make_pdf([[(100.0, 200.0, "Mẫu")]])) as pdf:
        pdf.pages[0].Rotate = turn
        pdf.pages[0].CropBox = [50, 100, 545, 800]
        pdf.save(tmp_path / "turned.pdf")
    page = _read(tmp_path / "turned.pdf").pages[0]
    x, y = 50.0, 158.0  # from the crop box's top left to the word's foot on the left, before turning
    width, height = 495.0, 700.0
    seen = {0: (x, y), 90: (height - y, x), 180: (width - x, height - y), 270: (y, width - x)}[turn]
    x0, top, x1, bottom = page.words[0].box
    assert x0 - 4 <= seen[0] <= x1 + 4
    assert top - 4 <= seen[1] <= bottom + 4
    assert (page.width, page.height) == ((height, width) if turn in (90, 270) else (width, height))


@pytest.mark.parametrize(
    ("lines", "with_picture", "mode", "kind"),
    [
        (GOOD, False, 0, "digital"),
        ([], True, 0, "ocr"),
        (STAMP, True, 0, "ocr"),
        (GOOD, True, 3, "digital"),
        (BAD, True, 3, "ocr"),
        (spread(LETTER * 2), True, 0, "digital"),
        ([*STAMP, (70.0, 780.0, "2")], True, 0, "ocr"),
    ],
    ids=[
        "print",
        "scan",
        "signature box on a scan",
        "good layer",
        "bad layer",
        "print on a picture",
        "stamp and number",
    ],
)
def test_pdf_page_is_judged(
    make_pdf: MakePdf, lines: list[tuple[float, float, str]], with_picture: bool, mode: int, kind: str
) -> None:
    path = make_pdf([lines], picture=picture() if with_picture else None, mode=mode)
    assert [page.kind for page in _read(path).pages] == [kind]


def test_pdf_pages_are_judged_one_by_one(make_pdf: MakePdf, tmp_path: Path) -> None:
    import pikepdf

    with pikepdf.open(make_pdf([GOOD], name="a.pdf")) as pdf, pikepdf.open(make_pdf([[]], picture=picture())) as scan:
        pdf.pages.extend(scan.pages)
        pdf.add_blank_page()
        pdf.save(tmp_path / "mixed.pdf")
    document = _read(tmp_path / "mixed.pdf")
    assert [page.kind for page in document.pages] == ["digital", "ocr", "digital"]
    assert document.text_kind == "mixed"
    assert document.pages[2].words == []


def test_pdf_prints_the_text_of_stamps(make_pdf: MakePdf, tmp_path: Path) -> None:
    import pikepdf
    from pikepdf import Dictionary, Name

    with pikepdf.open(make_pdf([GOOD])) as pdf:
        look = pdf.make_stream(b"BT /F 12 Tf 2 4 Td (507) Tj ET")
        font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
        look.Type, look.Subtype, look.BBox = Name.XObject, Name.Form, [0, 0, 40, 20]
        look.Resources = Dictionary(Font=Dictionary(F=font))
        stamp = Dictionary(Type=Name.Annot, Subtype=Name.Stamp, Rect=[300, 700, 340, 720], F=4, AP=Dictionary(N=look))
        pdf.pages[0].Annots = pdf.make_indirect(pikepdf.Array([pdf.make_indirect(stamp)]))
        pdf.save(tmp_path / "stamped.pdf")
    before = (tmp_path / "stamped.pdf").read_bytes()
    word = next(word for word in _words(_read(tmp_path / "stamped.pdf")) if word.text == "507")
    assert word.box[0] == pytest.approx(302, abs=2)
    assert word.box[3] == pytest.approx(842 - 704, abs=4)
    assert (tmp_path / "stamped.pdf").read_bytes() == before


OLD_WORDS = "Uû ban nh©n d©n huyÖn ®Ò nghÞ c¸c x· b¸o c¸o kÕt qu¶ söa ®­êng vµ gi÷ g×n vÖ sinh chung cña th«n xãm"
NEW_WORDS = "Uỷ ban nhân dân huyện đề nghị các xã báo cáo kết quả sửa đường và giữ gìn vệ sinh chung của thôn xóm"


@pytest.mark.parametrize(
    ("font", "typed", "read"),
    [
        ("/.VnTimeH", "kÕ ho¹ch", "KẾ HOẠCH"),
        ("/VNI-Times", "keá hoaïch", "kế hoạch"),
        ("/TimesNewRoman", f"{OLD_WORDS} {OLD_WORDS}", f"{NEW_WORDS} {NEW_WORDS}"),
        ("/TimesNewRoman", "à propos", "à propos"),
    ],
)
def test_pdf_legacy_encodings_are_converted(tmp_path: Path, font: str, typed: str, read: str) -> None:
    import pikepdf
    from pikepdf import Dictionary, Name

    with pikepdf.new() as pdf:
        page = pdf.add_blank_page(page_size=(2_000, 842))
        made = Dictionary(Type=Name.Font, Subtype=Name.TrueType, BaseFont=Name(font), Encoding=Name.WinAnsiEncoding)
        page.Resources = Dictionary(Font=Dictionary(F=made))
        page.Contents = pdf.make_stream(f"BT /F 12 Tf 90 700 Td ({typed}) Tj ET".encode("cp1252"))
        pdf.save(tmp_path / "old.pdf")
    assert [word.text for word in _words(_read(tmp_path / "old.pdf"))] == read.split()


def test_pdf_encrypted(make_pdf: MakePdf, tmp_path: Path) -> None:
    import pikepdf

    with pikepdf.open(make_pdf([GOOD])) as pdf:
        pdf.save(tmp_path / "locked.pdf", encryption=pikepdf.Encryption(user="u", owner="o"))
    with pytest.raises(FileEncrypted):
        _read(tmp_path / "locked.pdf")


@pytest.mark.parametrize(("cut_at", "codes"), [(b"startxref", []), (b"/Type /Catalog", ["file_damaged"])])
def test_pdf_without_its_end_keeps_its_pages(
    make_pdf: MakePdf, tmp_path: Path, cut_at: bytes, codes: list[str]
) -> None:
    data = make_pdf([GOOD, GOOD]).read_bytes()
    (tmp_path / "cut.pdf").write_bytes(data[: data.rindex(cut_at)])
    document = _read(tmp_path / "cut.pdf")
    assert len(document.pages) == 2
    assert [warning.code for warning in document.warnings] == codes
    assert document.partial == bool(codes)


@pytest.mark.parametrize("keep", [0.1, 0.5])
def test_pdf_truncated_before_any_page_is_damaged(make_pdf: MakePdf, tmp_path: Path, keep: float) -> None:
    data = make_pdf([GOOD, GOOD]).read_bytes()
    (tmp_path / "cut.pdf").write_bytes(data[: int(data.index(b"/Type /Page") * keep)])
    with pytest.raises(FileDamaged):
        _read(tmp_path / "cut.pdf")


def test_pdf_only_the_first_pages_of_thousands(make_pdf: MakePdf) -> None:
    path = make_pdf([[(70.0, 80.0, f"Trang {at}")] for at in range(3_000)])
    document = _read(path, pages=50)
    assert (document.page_count, len(document.pages), document.partial) == (3_000, 50, True)
    assert [(warning.code, warning.page) for warning in document.warnings] == [("too_many_pages", None)]


def test_pdf_page_too_large_costs_that_page(make_pdf: MakePdf, tmp_path: Path) -> None:
    import pikepdf

    with (
        pikepdf.open(make_pdf([GOOD], name="a.pdf")) as pdf,
        pikepdf.open(make_pdf([[]], picture=picture(), size=(14_000, 14_000))) as huge,
    ):
        pdf.pages.extend(huge.pages)
        pdf.save(tmp_path / "huge.pdf")
    document = open_document(tmp_path / "huge.pdf", Settings(), isolated=False)
    assert [page.number for page in document.pages] == [1]
    assert [(warning.code, warning.page) for warning in document.warnings] == [("page_too_large", 2)]
    assert document.partial


def test_pdf_blank_has_no_text(tmp_path: Path) -> None:
    import pikepdf

    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(tmp_path / "blank.pdf")
    with pytest.raises(TextEmpty):
        open_document(tmp_path / "blank.pdf", isolated=False)


@pytest.mark.ocr
def test_pdf_scan_is_read_by_ocr(make_pdf: MakePdf) -> None:
    document = open_document(make_pdf([[]], picture=picture()))
    text = " ".join(word.text for word in _words(document))
    assert document.text_kind == "ocr"
    assert "đường liên thôn" in text
    assert sum(line.split()[0] in text for line in LETTER) >= len(LETTER) - 1


@pytest.mark.shared
def test_pdf_real_pages_are_judged_right(shared: Path) -> None:
    """Every page of a document that was born as a scan is one, and none of those born digital."""
    wrong = Counter[str]()
    rows = [json.loads(line) for line in (shared / "real" / "header_gold.jsonl").read_text("utf-8").splitlines()]
    for row in rows:
        if row["file"].endswith(".pdf"):
            kinds = {page.kind for page in _read(shared / "real" / row["file"]).pages}
            wrong[row["file"]] += kinds != {"ocr" if row["born"] == "scan" else "digital"}
    assert len(wrong) > 30
    assert [name for name, count in wrong.items() if count] == []


def test_pdf_scan_without_ocr_is_partial_and_for_review(make_pdf: MakePdf) -> None:
    document = open_document(make_pdf([[], []], picture=picture()), ocr=False, isolated=False)
    assert document.partial
    assert [(warning.code, warning.page) for warning in document.warnings] == [("page_unread", 1), ("page_unread", 2)]
    record = extract(document)
    assert record.status == "partial"
    assert {"genre", "type", "number", "issued.date", "issuer", "subject", "signer"} <= set(record.review)
    assert max(field.confidence for field in record.fields.values()) <= 0.5


def test_pdf_scan_without_tesseract(make_pdf: MakePdf, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """All scans: the error that says what to install. Some print: that is kept, and the rest is named."""
    import pikepdf

    scan = make_pdf([[]], picture=picture(), name="scan.pdf")
    with pikepdf.open(make_pdf([GOOD], name="a.pdf")) as pdf, pikepdf.open(scan) as other:
        pdf.pages.extend(other.pages)
        pdf.save(tmp_path / "mixed.pdf")
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(TesseractMissing):
        open_document(scan, isolated=False)
    document = open_document(tmp_path / "mixed.pdf", isolated=False)
    assert [page.number for page in document.pages] == [1]
    assert [(warning.code, warning.page) for warning in document.warnings] == [("tesseract_missing", 2)]
