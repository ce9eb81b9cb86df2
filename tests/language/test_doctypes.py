"""Types of documents: names, title lines and codes."""

from __future__ import annotations

from collections import Counter

import pytest

from vanban.language.doctypes import by_code, by_name, opening, types
from vanban.record import Genre


def test_the_29_types_of_the_decree_and_the_normative_ones_are_known() -> None:
    names = {entry.name for entry in types()}
    assert len(names) == len(types())
    assert {"Nghị quyết", "Quyết định", "Giấy nghỉ phép", "Thư công", "Luật", "Thông tư liên tịch", "Kết luận"} <= names


def test_codes_are_unambiguous_within_a_genre() -> None:
    seen = Counter((entry.code, genre) for entry in types() if entry.coded for genre in entry.genres)
    assert {pair: count for pair, count in seen.items() if count > 1} == {}


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("KẾ HOẠCH", "Kế hoạch"),
        ("K Ế  H O Ạ C H", "Kế hoạch"),
        ("QUYÉT ĐỊNH", "Quyết định"),
        ("Thông tư liên bộ", "Thông tư liên tịch"),
        ("Bài báo", None),
    ],
)
def test_by_name(written: str, name: str | None) -> None:
    entry = by_name(written)
    assert (entry and entry.name) == name


@pytest.mark.parametrize(
    ("code", "genre", "name"),
    [
        ("KH", None, "Kế hoạch"),
        ("TT", "normative", "Thông tư"),
        ("TT", "party", "Thông tri"),
        ("QCPH", "administrative", "Quy chế"),
        ("QyĐ", None, "Quy định"),
        ("QH", None, None),
        ("UBND", None, None),
    ],
)
def test_by_code(code: str, genre: Genre | None, name: str | None) -> None:
    entry = by_code(code, genre)
    assert (entry and entry.name) == name


@pytest.mark.parametrize(
    ("line", "name", "rest"),
    [
        ("KẾ HOẠCH Trồng cây", "Kế hoạch", " Trồng cây"),
        ("NGHỊ QUYẾT LIÊN TỊCH", "Nghị quyết liên tịch", ""),
        ("CHƯƠNG TRÌNH PHỐI HỢP năm 2020", "Chương trình phối hợp", " năm 2020"),
    ],
)
def test_opening(line: str, name: str, rest: str) -> None:
    found = opening(line)
    assert found is not None
    assert (found[0].name, line[found[1] :]) == (name, rest)


def test_a_line_that_opens_with_no_type() -> None:
    assert opening("Luậtsư Lê Văn Tám") is None
