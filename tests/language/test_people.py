"""Names of persons, and what looks like one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vanban.language.people import person_name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Lê Văn Tám", "Lê Văn Tám"),
        ("Đặ ng Thị Bưởi", "Đặng Thị Bưởi"),
        ("Đại tướng Lê Văn Tám", "Lê Văn Tám"),
        ("PGS.TS. Lê Văn Tám", "Lê Văn Tám"),
        ("(Đã ký) Lê Văn Tám", "Lê Văn Tám"),
        ("**_Lê Văn Tám_**", "Lê Văn Tám"),
        ("LÊ VĂN TÁM", "Lê Văn Tám"),
        ("Nguyên Văn Tám", None),
        ("Lê Văn Tám, TS.", "Lê Văn Tám"),
        ("Lê Văn Tám - ThS", "Lê Văn Tám"),
        ("Hòa thượng Thạch Bưởi Na", "Thạch Bưởi Na"),
        ("LS. Lê Văn Tám", "Lê Văn Tám"),
        ("Rơ Châm Bưởi", "Rơ Châm Bưởi"),
        ("Ksor H’Bưởi", "Ksor H’Bưởi"),
        ("Lê Tám", "Lê Tám"),
        ("Tôn Nữ Thị Bưởi", "Tôn Nữ Thị Bưởi"),
        ("Y Thanh Niê", "Y Thanh Niê"),
        ("Hồ Đức Phớc", "Hồ Đức Phớc"),
        ("VĂN PHÒNG", None),
        ("Kinh tế", None),
        ("han Văn Tám", None),
        ("Lê Văn Tám 2", None),
        ("Lưu Văn thư", None),
        ("", None),
    ],
)
def test_person_name(text: str, name: str | None) -> None:
    assert person_name(text) == name


@pytest.mark.parametrize(
    ("text", "name"), [("K’Bưởi", "K’Bưởi"), ("Sương Văn Tám", "Sương Văn Tám"), ("Bưởi", None), ("trồng cây", None)]
)
def test_person_name_alone_under_a_position(text: str, name: str | None) -> None:
    assert person_name(text, alone=True) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Nguyên Văn Tám", "Nguyễn Văn Tám"),
        ("LêVănTám", "Lê Văn Tám"),
        ("rần Văn Tám", "Trần Văn Tám"),
        ("ên Văn Tám", None),
        ("Mc Donald", None),
        ("Lê Thị 1hanh Bưởi", "Lê Thị Thanh Bưởi"),
        ("Lê Thị 1a Bưởi", None),  # of several letters none is surer
    ],
)
def test_names_are_put_right_on_scans(text: str, name: str | None) -> None:
    assert person_name(text, scanned=True) == name


@pytest.mark.parametrize(("text", "name"), [("Lê Văn Tám", "Lê Văn Tám"), ("Hoàng Giang", None), ("Lê Vxn Tám", None)])
def test_person_name_of_a_scan(text: str, name: str | None) -> None:
    assert person_name(text, strict=True) == name


@given(st.text(max_size=80))
def test_any_text_is_a_name_or_none(text: str) -> None:
    name = person_name(text)
    assert name is None or 2 <= len(name.split()) <= 6
