"""Người ký: name, position and capacity of the first signature of the main document."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.extraction.laid import laid, read, scanned
from vanban.extraction.signer import find_signer
from vanban.layout.model import Zone
from vanban.record import Signer


@pytest.mark.parametrize(
    ("block", "name", "position", "capacity", "behalf"),
    [
        ("KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\nLê Văn Tám", "Lê Văn Tám", "Phó Chủ tịch", "KT", "Chủ tịch"),
        ("**KT.CHỦ TỊCH\nPHÓ CHỦ TỊCH**\nLê Văn Tám", "Lê Văn Tám", "Phó Chủ tịch", "KT", "Chủ tịch"),
        ("TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nLê Văn Tám", "Lê Văn Tám", "Chủ tịch", "TM", "Ủy ban nhân dân"),
        ("TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nLê Văn Tám", "Lê Văn Tám", "Phó Chủ tịch", "KT", "Chủ tịch"),
        (
            "TL. CHỦ TỊCH\nKT. CHÁNH VĂN PHÒNG\nPHÓ CHÁNH\nVĂN PHÒNG\nLê Văn Tám",
            "Lê Văn Tám",
            "Phó Chánh Văn phòng",
            "KT",
            "Chánh Văn phòng",
        ),
        ("KT. BỘ TRƯỞNG THỨ TRƯỞNG Lê Văn Tám", "Lê Văn Tám", "Thứ trưởng", "KT", "Bộ trưởng"),
        ("TRƯỞNG BAN PHÓ THỦ TƯỚNG Lê Văn Tám", "Lê Văn Tám", "Trưởng ban", None, None),
        ("TRƯỞNG BAN\nCHỦ TỊCH UBND TỈNH\nLê Văn Tám", "Lê Văn Tám", "Trưởng ban", None, None),
        ("KT. TH\nỦ TƯỚNG\nPHÓ TH\nỦ TƯỚNG\n( Đã ký )\nLê Văn Tám", "Lê Văn Tám", "Phó Thủ tướng", "KT", "Thủ tướng"),
        ("TUQ. CHỦ TỊCH\nGIÁM ĐỐC SỞ NỘI VỤ\nLê Văn Tám", "Lê Văn Tám", "Giám đốc Sở Nội vụ", "TUQ", "Chủ tịch"),
        ("Q. GIÁM ĐỐC\nLê Văn Tám", "Lê Văn Tám", "Giám đốc", "Q", None),
        ("T/M ĐẢNG ỦY\nPHÓ BÍ THƯ\nLê Văn Tám", "Lê Văn Tám", "Phó Bí thư", "TM", "Đảng ủy"),
        ("T/M ỦY BAN KIỂM TRA\nCHỦ NHIỆM\nLê Văn Tám", "Lê Văn Tám", "Chủ nhiệm", "TM", "Ủy ban Kiểm tra"),
        ("K/T TRƯỞNG BAN\nPHÓ TRƯỞNG BAN\nLê Văn Tám", "Lê Văn Tám", "Phó Trưởng ban", "KT", "Trưởng ban"),
        ("CHỦ TỊCH QUỐC HỘI\n(đã ký)\nLê Văn Tám", "Lê Văn Tám", "Chủ tịch Quốc hội", None, None),
        ("BỘ TRƯỞNG\nĐại tướng\nLê Văn Tám", "Lê Văn Tám", "Bộ trưởng", None, None),
        ("HIỆU TRƯỞNG\nPGS.TS. Lê Văn Tám", "Lê Văn Tám", "Hiệu trưởng", None, None),
        ("GIÁM ĐỐC\n\nĐặ ng Thị Bưởi", "Đặng Thị Bưởi", "Giám đốc", None, None),
        ("SỞ X\nGIÁM ĐỐC\nLê Văn Tám\nLIÊN ĐOÀN Y\nCHỦ TỊCH\nVõ Thị Sáu", "Lê Văn Tám", "Giám đốc", None, None),
        ("GIÁM ĐỐC\nRơ Châm Bưởi", "Rơ Châm Bưởi", "Giám đốc", None, None),
        ("GIÁM ĐỐC\nK’Bưởi", "K’Bưởi", "Giám đốc", None, None),
        ("GIÁM ĐỐC\nKsor H’Bưởi", "Ksor H’Bưởi", "Giám đốc", None, None),
        ("GIÁM ĐỐC\nHờ A Tám", "Hờ A Tám", "Giám đốc", None, None),
        ("GIÁM ĐỐC\nNguyên Văn Tám", "Nguyên Văn Tám", "Giám đốc", None, None),
        ("GIÁM ĐỐC\nLê Văn Tám, TS.", "Lê Văn Tám", "Giám đốc", None, None),
        ("GIÁM ĐỐC SỞ X      CHỦ TỊCH\nĐại tá Lê Văn Tám     Võ Thị Sáu", "Lê Văn Tám", "Giám đốc", None, None),
        ("CHỦ TỊCH HỦ TỊCH\nLê Văn Tám", "Lê Văn Tám", "Chủ tịch", None, None),
        ("PHÓ TRƯỞNG THUẾ\nLê Văn Tám", "Lê Văn Tám", "Phó Trưởng Thuế", None, None),
        ("CHỦ TỊCH\nVăn Phòng", None, "Chủ tịch", None, None),
        ("KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC", None, "Phó Giám đốc", "KT", "Giám đốc"),
    ],
)
def test_signature(block: str, name: str | None, position: str, capacity: str | None, behalf: str | None) -> None:
    found = find_signer(laid((Zone.SIGNATURE, block)))
    assert found.value == Signer(name=name, position=position, capacity=capacity, on_behalf_of=behalf)  # type: ignore[arg-type]


def test_a_signature_box_is_no_signer() -> None:
    box = "Người ký: Sở Nội vụ\nThời gian ký: 12/05/2021 08:00:00 +07:00"
    assert find_signer(laid((Zone.SIGNATURE, box))).value is None


def test_no_signature() -> None:
    assert find_signer(laid((Zone.BODY, "Điều 1. Phạm vi"))).value is None


def test_a_foreign_part_has_no_signer_of_ours() -> None:
    layout = laid((Zone.BODY, "Điều 1."), (Zone.SIGNATURE, "GIÁM ĐỐC\nLê Văn Tám"))
    for line in layout.lines:
        line.part = "foreign"
    assert find_signer(layout).value is None


@pytest.mark.parametrize(
    ("block", "position", "capacity"),
    [
        ("GIÁM ĐÓC\nGIÁM ĐÓC\nLê Văn Tám", "Phó Giám đốc", "KT"),  # the seal ate both prefixes
        ("VX GIÁM ĐÓC\nPHÓ GIÁM ĐỐC\nLê Văn Tám", "Phó Giám đốc", "KT"),
        ("GIÁM ĐÓC\nPHÓ GIÁM\nLê Văn Tám", "Phó Giám đốc", "KT"),  # … and the end of the second line
        ("VX GIÁM ĐÓC\nLê Văn Tám", None, None),
        ("TM. ỦY BAN NHÂN DÂN\nLê Văn Tám", None, None),
        ("KT. GIÁM ĐỐC\nPHÓ GIÁM ĐÓC\nLê Văn Tám", "Phó Giám đốc", "KT"),
    ],
)
def test_offices_under_a_seal(block: str, position: str | None, capacity: str | None) -> None:
    found = find_signer(scanned(Zone.SIGNATURE, block)).value
    assert found is not None
    assert (found.name, found.position, found.capacity) == ("Lê Văn Tám", position, capacity)


def test_a_name_read_unsurely_is_no_name() -> None:
    found = find_signer(scanned(Zone.SIGNATURE, "GIÁM ĐỐC\nLê Văn Tám", Tám=0.2))
    assert found.value is not None
    assert found.value.name is None
    assert [warning.code for warning in found.warnings] == ["signer_unread"]


def test_a_signature_points_at_its_block() -> None:
    layout = laid((Zone.BODY, "Điều 1."), (Zone.SIGNATURE, "GIÁM ĐỐC\n\nLê Văn Tám"))
    evidence = find_signer(layout).evidence
    assert layout.pages[0][evidence[0].start : evidence[-1].end] == "GIÁM ĐỐC\n\nLê Văn Tám"


def test_signature_of_a_table_row() -> None:
    layout, _ = read(
        "Điều 1. Nội dung./.\n\n"
        "| Nơi nhận: - Như trên; - Lưu: VT. | KT. GIÁM ĐỐC PHÓ GIÁM ĐỐC Lê Văn Tám |\n|---|---|\n"
    )
    found = find_signer(layout).value
    assert found is not None
    assert (found.name, found.position) == ("Lê Văn Tám", "Phó Giám đốc")


@given(st.text(alphabet="KT.MLQU/ GIÁMĐỐCPHÓchủtịLêVăn\n|*", max_size=120))
def test_any_block_is_read_without_failing(text: str) -> None:
    layout = laid((Zone.SIGNATURE, text))
    for item in find_signer(layout).evidence:
        assert 0 <= item.start < item.end <= len(layout.pages[0])


def test_a_strange_family_name_is_doubted() -> None:
    found = find_signer(laid((Zone.SIGNATURE, "GIÁM ĐỐC\nSương Văn Tám")))
    assert found.value is not None
    assert found.value.name == "Sương Văn Tám"
    assert found.confidence < 0.8


def test_two_who_sign_side_by_side_far_apart() -> None:
    feet = f"Nơi nhận:\n- Như trên;\n- Lưu: VT.\n\nGIÁM ĐỐC SỞ NỘI VỤ{' ' * 30}GIÁM ĐỐC SỞ TÀI CHÍNH\n\n"
    names = f"   Thượng tá Lê Văn Tám{' ' * 38}Võ Thị Sáu\n"
    layout, _ = read(f"SỞ NỘI VỤ\n\nSố: 1/KH-SNV\n\nKẾ HOẠCH\nTrồng cây\n\nHai sở trồng cây./.\n\n{feet}{names}")
    found = find_signer(layout).value
    assert found is not None
    assert (found.name, found.position) == ("Lê Văn Tám", "Giám đốc Sở Nội vụ")
