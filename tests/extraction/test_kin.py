"""Names beside the other names of a record."""

from __future__ import annotations

import pytest

from vanban.extraction.kin import Kin
from vanban.record import Assignment, Recipient, Recipients, Record, Source


def kin(text: str, *tasks: tuple[str, ...], copies: tuple[str, ...] = ()) -> Kin:
    items = [Recipient(text=name, agencies=[name]) for name in copies]
    record = Record(
        id="sha256:0",
        source=Source(name="a.txt", media_type="text/plain", bytes=1, pages=1, text="plain"),
        status="complete",
        genre="administrative",
        assignments=[Assignment(text=str(at), assignees=list(names)) for at, names in enumerate(tasks)],
        recipients=Recipients(copy=items),
        pages=[text],
    )
    return Kin(record)


@pytest.mark.parametrize(
    ("name", "others", "sign", "value"),
    [
        ("Phòng Tổ chức", ("Phòng Tổ chức - Hành chính",), "cut", 1),
        ("Phòng Tổ chức", ("Phòng Tài chính",), "cut", 0),
        ("Sở Y tế", ("Sở Y tế tỉnh Lào Cai",), "cut", 0),
        ("Ban Kiểm tra quyết liệt", ("Ban Kiểm tra",), "ran on", 1),
        ("Ban Kiểm tra", ("Ban Kiểm tra",), "ran on", 0),
        ("Ban Kiểm tra", ("Ban Kiểm tra",), "borne out", 1),
        ("Ban Kiểm tra", ("Sở Y tế",), "borne out", 0),
        ("các đơn vị", ("các đơn vị y tế",), "cut", 0),
    ],
)
def test_signs_of_kin(name: str, others: tuple[str, ...], sign: str, value: float) -> None:
    assert kin("", (name,), copies=others).signs([name])[sign] == value


def test_items_of_one_heading_do_not_bear_one_another_out() -> None:
    names = ("Phòng Tổ chức", "Sở Y tế")
    assert kin("", names, names, names).signs(names)["borne out"] == 0


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("Văn phòng Đăng kí đất đai rà soát.", 1),
        ("Văn phòng Đăng, Sở Y tế", 0),
        ("Văn phòng Đăng rà soát hồ sơ.", 0),
        ("Văn phòng Đăng\nSở Y tế", 0),
        ("không có", 0),
    ],
)
def test_what_stands_behind_a_name_on_the_page(text: str, share: float) -> None:
    assert kin(text, ("Văn phòng Đăng",)).signs(["Văn phòng Đăng"])["goes on"] == share


def test_no_names_no_signs() -> None:
    assert kin("a").signs([]) == {}
