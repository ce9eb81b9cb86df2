"""Kính gửi and Nơi nhận, from zoned lines to recipients. Everything named here is made up."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vanban.extraction.recipients import find_recipients
from vanban.layout.model import Layout, Line, Zone
from vanban.reading.document import Word

UB = "Ủy ban nhân dân"


def layout(*, to: str = "", copies: str = "", issuer: str = "", kind: str = "plain") -> Layout:
    """A page whose lines are in the zones given."""
    text, lines = "", []
    for zone, part in ((Zone.ISSUER, issuer), (Zone.ADDRESSEES, to), (Zone.DISTRIBUTION, copies)):
        for row in part.splitlines():
            lines.append(Line(page=1, start=len(text), end=len(text) + len(row), text=row, zone=zone))
            text += row + "\n"
    return Layout(pages=[text], lines=lines, blocks=[], source=kind, kinds=[kind])


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Kính gửi: UBND huyện Tân Lâm", [[f"{UB} huyện Tân Lâm"]]),
        ("Kính gửi:\n- Sở Nội vụ;\n- UBND các xã, phường.", [["Sở Nội vụ"], [f"{UB} các xã, phường"]]),
        ("Kính gửi: - Bộ Nội vụ; - Bộ Tài chính", [["Bộ Nội vụ"], ["Bộ Tài chính"]]),
        ("Kính gửi: Các đơn vị trực thuộc\n(sau đây gọi chung là đơn vị)", [["Các đơn vị trực thuộc"]]),
        ("Kính gửi: - Sở Nội vụ\n- UBND xã Đồi Mây", [["Sở Nội vụ"], [f"{UB} xã Đồi Mây"]]),
        ("Kính gửi: Bộ Nội vụ\nĐồng kính gửi: Bộ Tài chính", [["Bộ Nội vụ"], ["Bộ Tài chính"]]),
        ("Kính trình: Thường trực HĐND tỉnh.", [["Thường trực Hội đồng nhân dân tỉnh"]]),
        ("BAN CHỈ HUY PTDS TỈNH TÂN LÂM điện:\n- Sở Y tế.", [["Sở Y tế"]]),
        ("Trưởng Ban Chỉ đạo điện: Công an tỉnh", [["Công an tỉnh"]]),
        (
            "Kính gửi: Các nhà máy thủy điện: Đá Mẫu, Suối Thử",
            [["Nhà máy thủy điện Đá Mẫu", "Nhà máy thủy điện Suối Thử"]],
        ),
        ("CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH điện:\n- Sở Y tế;\n- Công an tỉnh.", [["Sở Y tế"], ["Công an tỉnh"]]),
        ("Kính gửi: Các Sở: NV, TC và UBND\ncác huyện.", [["Sở Nội vụ", "Sở Tài chính", f"{UB} các huyện"]]),
        ("", []),
    ],
)
def test_addressees(text: str, wanted: list[list[str]]) -> None:
    assert [item.agencies for item in find_recipients(layout(to=text)).to.value] == wanted


COPIES = """Nơi nhận:
- Như trên;
- Như Điều 3 (thực hiện);
- Thường trực Huyện ủy (b/c);
- Sở Tài chính; (báo cáo)
- CT, các PCT UBND huyện;
- Trang TTĐT huyện; Đài TTTH;
- VPUB: CVP, PCVP,
các phòng nghiên cứu;
- Lưu: VT, TH(abc).
hM
TM. ỦY BAN NHÂN DÂN"""


def test_copies_and_archive() -> None:
    found = find_recipients(layout(copies=COPIES)).value
    got = [(item.agencies, item.purpose, item.same_as) for item in found.copy_]
    assert got == [
        ([], None, "to"),
        ([], "thực hiện", "Điều 3"),
        (["Thường trực Huyện ủy"], "b/c", None),
        (["Sở Tài chính"], "báo cáo", None),
        ([f"Chủ tịch {UB} huyện", f"các Phó Chủ tịch {UB} huyện"], None, None),
        (["Trang Thông tin điện tử huyện", "Đài Truyền thanh - Truyền hình"], None, None),
        ([f"Chánh Văn phòng {UB}", f"Phó Chánh Văn phòng {UB}", "các phòng nghiên cứu"], None, None),
    ]
    assert [item.agencies for item in found.archive] == [["Văn thư", "TH"]]


def test_a_purpose_between_quotes() -> None:
    found = find_recipients(layout(copies='Nơi nhận:\n- UBND Huyện "để b/c"')).value
    assert [(item.agencies, item.purpose) for item in found.copy_] == [([f"{UB} Huyện"], "để b/c")]


def test_text_is_kept_as_written_and_points_at_its_line() -> None:
    page = layout(copies="Nơi nhận:\n- UBND tỉnh (b/c);\n- Lưu: VT.")
    found = find_recipients(page)
    assert [item.text for item in found.copy.value] == ["UBND tỉnh (b/c)"]
    at = found.copy.evidence[0]
    assert page.pages[0][at.start : at.end] == "- UBND tỉnh (b/c);"


def test_one_flattened_row() -> None:
    row = "Nơi nhận: - Như trên; - Bộ trưởng (để báo cáo); - Vụ Pháp chế; - Lưu VT, ABC."
    found = find_recipients(layout(copies=row)).value
    assert [item.agencies for item in found.copy_] == [[], ["Bộ trưởng"], ["Vụ Pháp chế"]]
    assert found.archive[0].agencies == ["Văn thư", "ABC"]


def test_letters_set_apart() -> None:
    found = find_recipients(layout(copies="N ơ i nh ậ n: - Nh ư tr ê n; - B ộ tr ưở n g; - L ư u: VT.")).value
    assert [(item.same_as, item.agencies) for item in found.copy_] == [("to", []), (None, ["Bộ trưởng"])]
    assert found.archive[0].agencies == ["Văn thư"]


def test_a_scan_with_misread_marks() -> None:
    text = "Nơi nhậm:\n-_ Như trên:\n~ Thường tực HĐND tỉnh;\n_ Công TTĐT tỉnh (đề b/c);\nVh4l\n-_ Lưu: VT,abmau."
    found = find_recipients(layout(copies=text, kind="ocr")).value
    assert [item.agencies for item in found.copy_] == [
        [],
        ["Thường trực Hội đồng nhân dân tỉnh"],
        ["Cổng Thông tin điện tử tỉnh"],
    ]
    assert found.archive[0].agencies == ["Văn thư"]


@pytest.mark.parametrize(
    ("written", "kind", "wanted"),
    [
        ("(b/€)", "ocr", "b/c"),
        ("(b/e)", "ocr", "b/c"),
        ("(để B/¢)", "ocr", "để b/c"),
        ("(b/cáo)", "ocr", "b/cáo"),
        ("(p/h)", "ocr", "p/h"),
        ("(t/€)", "ocr", None),
        ("(b/e)", "plain", "b/e"),
    ],
)
def test_purposes_that_ocr_misread(written: str, kind: str, wanted: str | None) -> None:
    item = find_recipients(layout(copies=f"- Sở Y tế {written};", kind=kind)).copy.value[0]
    assert (item.agencies, item.purpose) == (["Sở Y tế"], wanted)


@pytest.mark.parametrize(
    ("issuer", "wanted"),
    [("UBND THÀNH PHỐ TÂN LÂM", "Thường trực Thành ủy"), ("UBND TỈNH BÌNH SƠN", "Thường trực Tỉnh ủy")],
)
def test_short_forms_in_the_issuers_context(issuer: str, wanted: str) -> None:
    assert find_recipients(layout(copies="- TTTU;", issuer=issuer)).copy.value[0].agencies == [wanted]


@pytest.mark.parametrize(
    ("issuer", "text", "wanted"),
    [
        ("BỘ TƯ LIỆU", "- TT. Hoàng Văn Mẫu;", "Thứ trưởng Hoàng Văn Mẫu"),
        ("SỞ TƯ LIỆU", "- TT. Hoàng Văn Mẫu;", "TT Hoàng Văn Mẫu"),
        ("BAN CHỈ HUY PHÒNG THỦ DÂN SỰ XÃ TÂN LÂM", "- Ủy viên BCH;", "Ủy viên Ban Chỉ huy"),
    ],
)
def test_short_forms_by_what_the_issuer_is(issuer: str, text: str, wanted: str) -> None:
    assert find_recipients(layout(copies=text, issuer=issuer)).copy.value[0].agencies == [wanted]


@pytest.mark.parametrize(
    ("doubtful", "certain"),
    [
        ("- Ban QZH huyện;", "- Ban Pháp chế huyện;"),
        ("- Nhật Mẫu Group;", "- Công ty Nhật Mẫu;"),
        ("- QZH;", "- Các Phòng: QZH, NV;"),
        ("- Cục Lưu giữ, khai thác tư liệu;", "- Sở Văn hóa, Thể thao và Du lịch;"),
        ("- TT Mẫu Thử;", "- TT Thông tin;"),
        ("- UV BCH;", "- UVBTV Tỉnh ủy;"),
    ],
)
def test_what_nothing_explains_is_doubted(doubtful: str, certain: str) -> None:
    assert find_recipients(layout(copies=doubtful)).copy.confidence < 0.8
    assert find_recipients(layout(copies=certain)).copy.confidence > 0.9


@pytest.mark.parametrize(("kind", "wanted"), [("ocr", ["Văn thư", "QLM"]), ("plain", ["VI", "QLM"])])
def test_a_misread_first_unit_is_mended_in_scans_only(kind: str, wanted: list[str]) -> None:
    assert find_recipients(layout(copies="- Lưu: VI, QLM.", kind=kind)).archive.value[0].agencies == wanted


def test_tags_left_by_a_converter() -> None:
    found = find_recipients(layout(copies="- Sở Y tế<br/>;\n- Lưu: VT, KH<sub>2</sub>.")).value
    assert found.copy_[0].agencies == ["Sở Y tế"]
    assert found.archive[0].agencies == ["Văn thư", "KH"]


def test_nothing_gives_nothing() -> None:
    found = find_recipients(layout())
    assert found.value.model_dump() == {"to": [], "copy": [], "archive": []}


@given(st.text(max_size=120))
def test_any_text_is_read_with_evidence_inside_the_page(text: str) -> None:
    page = layout(copies=text, to=text)
    found = find_recipients(page)
    for part in (found.to, found.copy, found.archive):
        assert 0 <= part.confidence <= 1
        assert all(0 <= at.start < at.end <= len(page.pages[0]) for at in part.evidence)


def scan(*rows: tuple[float, str]) -> Layout:
    """Nơi nhận as OCR read it: ``(x, text)`` of each line."""
    made = layout(copies="\n".join(text for _, text in rows), kind="ocr")
    for number, (line, (x, text)) in enumerate(zip(made.lines, rows, strict=True)):
        at = 0.0
        for piece in text.split(" "):
            wide = 2.0 if piece == "-" else 5.0 * len(piece)
            line.words.append(Word(piece, (x + at, 14.0 * number, x + at + wide, 14.0 * number + 10), 0.95))
            line.word_starts.append(line.start + text.find(piece))
            at += wide + 4
        line.box = (x, 14.0 * number, x + at - 4, 14.0 * number + 10)
    return made


@pytest.mark.parametrize(
    ("rows", "copies", "archive"),
    [
        (
            [(90, "Nơi nhận: ca"), (90, "- Trạm Y tế (đế b/c):"), (96, "Bảo hiếm xã hội tỉnh;"), (96, "Các thôn;"),
             (90, "- Lưu: VT.")],
            [["Trạm Y tế"], ["Bảo hiểm xã hội tỉnh"], ["Các thôn"]],
            [["Văn thư"]],
        ),
        (
            [(90, "Nơi nhận:"), (90, "- Huyện ủy,"), (90, "- Ban Tổ chức Tỉnh ủy,"), (96, "Lưu Tỉnh ủy.")],
            [["Huyện ủy"], ["Ban Tổ chức Tỉnh ủy"]],
            [["Tỉnh ủy"]],
        ),
        (
            [(90, "Nơi nhận:"), (90, "- Công ty Đồi"), (96, "Mây Vàng;"), (90, "- Trạm Y tế"), (96, "Suối Đá;"),
             (90, "- Lưu: VT.")],
            [["Công ty Đồi Mây Vàng"], ["Trạm Y tế Suối Đá"]],
            [["Văn thư"]],
        ),
        (
            [(90, "Nơi nhận:"), (90, "- Ngân hàng Chính sách"), (90, "- xã hội huyện Đồi Mây;"), (90, "- Lưu: VT.")],
            [["Ngân hàng Chính sách - xã hội huyện Đồi Mây"]],
            [["Văn thư"]],
        ),
    ],
    ids=["a lost dash", "no colon behind Lưu", "lines that hang", "a name torn at its dash"],
)  # fmt: skip
def test_items_whose_dash_ocr_lost(
    rows: list[tuple[float, str]], copies: list[list[str]], archive: list[list[str]]
) -> None:
    found = find_recipients(scan(*rows))
    assert [item.agencies for item in found.copy.value] == copies
    assert [item.agencies for item in found.archive.value] == archive


@pytest.mark.parametrize("text", ["- Như tên;", "- Nhưtrên;"])
def test_nhu_tren_as_ocr_reads_it(text: str) -> None:
    assert [item.same_as for item in find_recipients(scan((90, "Nơi nhận:"), (90, text))).copy.value] == ["to"]
