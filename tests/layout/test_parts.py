"""What stands behind a document: its own plan and annexes, other agencies' papers, drafts and blank forms."""

# ruff: noqa: E501 (a made-up document reads best in one piece)

from __future__ import annotations

import pytest

from tests.layout.made import plain
from vanban.layout.model import Zone

MAIN = """UBND XÃ ĐỒI MÂY
Số: 4/QĐ-UBND
QUYẾT ĐỊNH
Ban hành Kế hoạch trồng cây

Điều 1. Ban hành kèm theo Quyết định này Kế hoạch trồng cây.

Nơi nhận:
- Như trên;
- Lưu: VT.

CHỦ TỊCH

Lò Thị Bưởi

"""


OTHER = "SỞ CÂY XANH\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nSố: 9/KH-SCX\nKẾ HOẠCH\nVề giống cây\n\nSở ươm giống cây."


@pytest.mark.parametrize(
    ("behind", "parts"),
    [
        ("KẾ HOẠCH\nTrồng cây\n(Ban hành kèm theo Quyết định số 4/QĐ-UBND)\n\n1. Thôn Bưởi trồng cây.", ["attachment"]),
        ("Phụ lục I\nDANH MỤC CÂY\n(Kèm theo Quyết định số 4/QĐ-UBND)\n\n| 1 | Bưởi |", ["attachment"]),
        ("PHỤ LỤC\n\n1. Bưởi\n\nMẫu số 01\n\nĐƠN XIN CÂY\n\nKính gửi: UBND xã", ["attachment", "foreign"]),
        (
            "SỞ CÂY XANH\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nSố: 9/SCX\nTHÔNG BÁO\nVề giống cây\n\nSở thông báo.",
            ["foreign"],
        ),
        (
            "UBND XÃ ĐỒI MÂY\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nQUY CHẾ\nTrồng cây\n"
            "(Ban hành kèm theo Quyết định số 4/QĐ-UBND)\n\nĐiều 1. Phạm vi",
            ["attachment"],
        ),
        ("DỰ THẢO\nNGHỊ QUYẾT\nVề cây\n\nĐiều 1. Cây", []),
        (OTHER + "\n\nPHỤ LỤC\n(Kèm theo Kế hoạch số 9/KH-SCX)\n\n| 1 | Thôn Bưởi | Trồng cây |", ["foreign"]),
        (OTHER + "\n\nPHỤ LỤC\n(Kèm theo Quyết định số 4/QĐ-UBND)\n\n| 1 | Bưởi |", ["foreign", "attachment"]),
    ],
)
def test_parts_behind(behind: str, parts: list[str]) -> None:
    layout = plain(MAIN + behind)
    main = [line.text for line in layout.lines if line.part == "main"]
    assert "Lò Thị Bưởi" in main
    seen = list(dict.fromkeys(line.part for line in layout.lines if line.part != "main" and line.text not in main))
    assert [part for part in seen if part in parts] == parts


def test_an_attached_plan_has_text_and_sections() -> None:
    layout = plain(
        MAIN + "KẾ HOẠCH\nTrồng cây\n(Ban hành kèm theo Quyết định số 4/QĐ-UBND)\n\nI. VIỆC\n\n1. Thôn Bưởi trồng cây."
    )
    texts = [(block.section, block.text) for block in layout.of(Zone.BODY, part="attachment")]
    assert texts == [("I", "VIỆC"), ("I.1", "Thôn Bưởi trồng cây.")]
    assert [line.text for line in layout.zone(Zone.NUMBER)] == ["Số: 4/QĐ-UBND"]


def test_a_foreign_paper_gives_no_head_field() -> None:
    layout = plain(
        MAIN
        + "SỞ CÂY XANH\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 9/SCX\nTHÔNG BÁO\nVề giống cây\n\nThôn Mận tưới cây."
    )
    assert {line.zone for line in layout.lines if line.part == "foreign"} == {Zone.ANNEX}


def test_an_annex_without_a_signature_before_it() -> None:
    text = "UBND XÃ ĐỒI MÂY\nSố: 4/KH-UBND\nKẾ HOẠCH\nTrồng cây\n\n1. Thôn Bưởi trồng cây.\n\nPHỤ LỤC\n(Kèm theo Kế hoạch số 4/KH-UBND)\n\n1. Bưởi"
    layout = plain(text)
    assert [line.text for line in layout.lines if line.part == "attachment"] == [
        "PHỤ LỤC",
        "(Kèm theo Kế hoạch số 4/KH-UBND)",
        "1. Bưởi",
    ]


@pytest.mark.parametrize(
    ("head", "caption", "part"),
    [
        ("Số: 4/UBND-VX\nV/v trồng cây", "(Kèm theo Công văn số 4/UBND-VX)", "foreign"),
        ("Số: 4/UBND-VX\nV/v trồng cây", "", "foreign"),
        ("Số: 4/BC-UBND\nBÁO CÁO\nVề cây", "", "foreign"),
        ("Số: 4/KH-UBND\nKẾ HOẠCH\nTrồng cây", "", "attachment"),
        ("Số: 4/QĐ-UBND\nQUYẾT ĐỊNH\nVề cây", "(Ban hành kèm theo Quyết định số 4/QĐ-UBND)", "attachment"),
    ],
)
def test_a_letter_only_encloses_its_annex(head: str, caption: str, part: str) -> None:
    foot = "Nơi nhận:\n- Như trên;\n- Lưu: VT.\n\nCHỦ TỊCH\n\nLò Thị Bưởi\n\n"
    layout = plain(
        f"UBND XÃ ĐỒI MÂY\n{head}\n\n1. Thôn Bưởi trồng cây.\n\n{foot}PHỤ LỤC\n{caption}\n\n1. Thôn Mận tưới cây."
    )
    assert {line.part for line in layout.lines if "Mận" in line.text} == {part}
