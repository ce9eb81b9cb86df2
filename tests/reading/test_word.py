"""Word files: .docx made here, .doc through whatever converter there is."""

from __future__ import annotations

import shutil
import zipfile
from pathlib import Path

import pytest

from vanban.errors import ConverterMissing, FileDamaged, FileEncrypted, FileTooLarge
from vanban.extraction import extract
from vanban.reading import old_word, open_document
from vanban.settings import Settings

CONVERTERS = ("antiword", "catdoc", "soffice", "libreoffice")


def _text(path: Path) -> str:
    document = open_document(path, isolated=False)
    assert document.text_kind == "plain"
    return document.pages[0].text


def test_word_paragraphs_and_tables_in_order(tmp_path: Path) -> None:
    import docx

    made = docx.Document()
    head = made.add_table(1, 2)
    head.cell(0, 0).text = "UBND XÃ MẪU\nSố: 5/KH-UBND"
    head.cell(0, 1).text = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    made.add_paragraph("KẾ HOẠCH")
    body = made.add_table(2, 3)
    body.cell(0, 0).merge(body.cell(1, 0)).text = "gộp"
    body.cell(1, 2).text = "cuối"
    made.add_paragraph("Nơi nhận: như trên")
    made.save(str(tmp_path / "a.docx"))
    assert _text(tmp_path / "a.docx").splitlines() == [
        "",
        "| UBND XÃ MẪU<br>Số: 5/KH-UBND | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |",
        "|---|---|",
        "",
        "KẾ HOẠCH",
        "",
        "| gộp |  |  |",
        "|---|---|---|",
        "|  |  | cuối |",
        "",
        "Nơi nhận: như trên",
    ]


HEAD = (
    "UBND TỈNH LÂM SƠN\nSỞ NỘI VỤ\n-------\nSố: 45/SNV-VP\nV/v rà soát biên chế viên chức",
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\nLâm Sơn, ngày 12 tháng 3 năm 2025",
)
FOOT = (
    "Nơi nhận:\n- Như trên;\n- UBND tỉnh (để báo cáo);\n- Lưu: VT, VP.",
    "KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\n\n\nNguyễn Văn Mẫu",
)
TASKS = (
    ("TT", "Nội dung\nnhiệm vụ", "Cơ quan\nchủ trì", "Cơ quan\nphối hợp", "Thời gian\nhoàn thành"),
    ("1", "Rà soát biên chế\ncủa các đơn vị", "Sở Nội vụ", "Sở Tài chính\n- Sở Y tế", "Trước ngày\n30/6/2025"),
    ("2", "Xây dựng đề án vị trí việc làm", "Sở Y tế;\nSở Tài chính", "Sở Nội vụ", "Quý III/2025"),
)


@pytest.mark.parametrize("paragraphs", [False, True])
def test_word_tables_of_head_foot_and_tasks_make_a_whole_record(tmp_path: Path, paragraphs: bool) -> None:
    import docx

    made = docx.Document()

    def table(*rows: tuple[str, ...]) -> None:
        grid = made.add_table(len(rows), len(rows[0]))
        for cell, text in zip((cell for row in grid.rows for cell in row.cells), sum(rows, ()), strict=True):
            first, *others = text.split("\n") if paragraphs else [text]
            cell.text = first
            for line in others:
                cell.add_paragraph(line)

    table(HEAD)
    made.add_paragraph("Kính gửi: Ủy ban nhân dân các xã, phường")
    made.add_paragraph("Sở Nội vụ đề nghị các địa phương thực hiện những việc sau:")
    table(*TASKS)
    made.add_paragraph("Trân trọng./.")
    table(FOOT)
    made.save(str(tmp_path / "a.docx"))
    record = extract(open_document(tmp_path / "a.docx", isolated=False))
    assert record.number.canonical == "45/SNV-VP"
    assert (record.issued.place, record.issued.date) == ("Lâm Sơn", "2025-03-12")
    assert record.issuer
    assert (record.issuer.name, record.issuer.parent) == ("Sở Nội vụ", "Ủy ban nhân dân tỉnh Lâm Sơn")
    assert record.subject == "rà soát biên chế viên chức"
    assert [one.text for one in record.recipients.copy_] == ["Như trên", "UBND tỉnh (để báo cáo)"]
    assert record.signer
    assert (record.signer.name, record.signer.position) == ("Nguyễn Văn Mẫu", "Phó Giám đốc")
    rows = [(task.text, task.assignees, task.coordinators, task.deadlines) for task in record.assignments]
    assert rows[:2] == [
        ("Rà soát biên chế của các đơn vị", ["Sở Nội vụ"], ["Sở Tài chính", "Sở Y tế"], ["2025-06-30"]),
        ("Xây dựng đề án vị trí việc làm", ["Sở Y tế", "Sở Tài chính"], ["Sở Nội vụ"], ["2025-07/2025-09"]),
    ]


def test_word_automatic_numbers_are_written_out(tmp_path: Path) -> None:
    import docx

    made = docx.Document()
    for style, text in [
        ("List Number", "một"),
        ("List Bullet", "gạch"),
        ("List Number", "hai"),
        ("Normal", "chữ thường"),
    ]:
        made.add_paragraph(text, style=style)
    made.save(str(tmp_path / "a.docx"))
    assert _text(tmp_path / "a.docx").splitlines() == ["1. một", "- gạch", "2. hai", "chữ thường"]


@pytest.mark.parametrize(
    ("form", "pattern", "markers"),
    [
        ("lowerLetter", "%1)", ["a)", "b)", "c)"]),
        ("upperRoman", "%1.", ["I.", "II.", "III."]),
        ("decimal", "Điều %1.", ["Điều 1.", "Điều 2.", "Điều 3."]),
        ("none", "", ["", "", ""]),
    ],
)
def test_word_numbers_in_the_form_of_their_level(tmp_path: Path, form: str, pattern: str, markers: list[str]) -> None:
    import docx
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    made = docx.Document()
    numbering = made.part.numbering_part.element
    kind = parse_xml(
        f'<w:abstractNum {nsdecls("w")} w:abstractNumId="90"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
        f'<w:numFmt w:val="{form}"/><w:lvlText w:val="{pattern}"/></w:lvl></w:abstractNum>'
    )
    numbering.insert(0, kind)
    numbering.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="90"><w:abstractNumId w:val="90"/></w:num>'))
    for _ in markers:
        paragraph = made.add_paragraph("nội dung")
        properties = paragraph._p.get_or_add_pPr()
        properties.append(parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="0"/><w:numId w:val="90"/></w:numPr>'))
    made.save(str(tmp_path / "a.docx"))
    assert _text(tmp_path / "a.docx").splitlines() == [f"{marker} nội dung".strip() for marker in markers]


@pytest.mark.parametrize(
    ("font", "typed", "text"),
    [
        (".VnTime", "kÕ ho¹ch x·", "kế hoạch xã"),
        (".VnTimeH", "kÕ ho¹ch x·", "KẾ HOẠCH XÃ"),
        ("VNI-Times", "keá hoaïch xaõ", "kế hoạch xã"),
        ("Times New Roman", "kế hoạch xã", "kế hoạch xã"),
    ],
)
def test_word_runs_in_legacy_fonts(tmp_path: Path, font: str, typed: str, text: str) -> None:
    import docx

    made = docx.Document()
    paragraph = made.add_paragraph()
    for piece in (typed[:5], typed[5:]):
        paragraph.add_run(piece).font.name = font
    paragraph.add_run(" số ở đây")
    made.save(str(tmp_path / "a.docx"))
    assert _text(tmp_path / "a.docx") == f"{text} số ở đây"


def test_word_zip_bomb_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"0" * 20_000_000)
    with pytest.raises(FileTooLarge):
        open_document(path, Settings(file_bytes=1_000_000), isolated=False)


@pytest.mark.parametrize("data", [b"PK\x03\x04" + b"x" * 400, b"PK\x03\x04"])
def test_word_damaged(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(data)
    with pytest.raises(FileDamaged):
        open_document(path, isolated=False)


def test_word_truncated_xml_is_damaged(tmp_path: Path) -> None:
    import docx

    docx.Document().save(str(tmp_path / "whole.docx"))
    path = tmp_path / "a.docx"
    with zipfile.ZipFile(tmp_path / "whole.docx") as whole, zipfile.ZipFile(path, "w") as cut:
        for part in whole.namelist():
            data = whole.read(part)
            cut.writestr(part, data[:300] if part == "word/document.xml" else data)
    with pytest.raises(FileDamaged):
        open_document(path, isolated=False)


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(4000)


def test_old_word_without_a_converter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.doc").write_bytes(OLE)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(ConverterMissing):
        open_document(tmp_path / "a.doc", isolated=False)


def test_old_word_encrypted_package(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(OLE + "EncryptedPackage".encode("utf-16-le"))
    with pytest.raises(FileEncrypted):
        open_document(tmp_path / "a.docx", isolated=False)


@pytest.mark.skipif(not any(map(shutil.which, CONVERTERS)), reason="no converter of old .doc files is installed")
def test_old_word_damaged(tmp_path: Path) -> None:
    (tmp_path / "a.doc").write_bytes(OLE)
    with pytest.raises(FileDamaged):
        open_document(tmp_path / "a.doc", isolated=False)


@pytest.mark.parametrize(
    ("drawn", "rows"),
    [
        (["|TT |Việc    |", "|1  |Sửa     |", "|   |cầu     |"], ["| TT | Việc |", "|---|---|", "| 1 | Sửa cầu |"]),
        (
            ["|Nơi nhận: |GIÁM ĐỐC |", "|- Như trên; | |", "|- Lưu: VT. |Lê Mẫu |"],
            ["| Nơi nhận: - Như trên; - Lưu: VT. | GIÁM ĐỐC Lê Mẫu |", "|---|---|"],
        ),
        (["  1. Mục", " |lẻ", "thêm | |"], ["1. Mục", "lẻ", "thêm"]),
    ],
)
def test_old_word_tables_of_antiword(drawn: list[str], rows: list[str]) -> None:
    assert list(old_word.rows("\n".join(drawn))) == rows


@pytest.mark.shared
@pytest.mark.skipif(not shutil.which("antiword"), reason="antiword is not installed")
def test_old_word_real_file(shared: Path) -> None:
    (path,) = (shared / "real" / "docs").glob("*.doc")
    text = open_document(path).pages[0].text
    assert "KẾ HOẠCH" in text.splitlines()
    assert "/KH-" in text
