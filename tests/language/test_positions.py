"""Signing chains taken apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vanban.language.positions import chain, deputies


@pytest.mark.parametrize(
    ("text", "rungs"),
    [
        ("KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH", [("KT", "Chủ tịch"), (None, "Phó Chủ tịch")]),
        ("KT.BỘ TRƯỞNG THỨ TRƯỞNG", [("KT", "Bộ trưởng"), (None, "Thứ trưởng")]),
        ("K/T TRƯỞNG BAN", [("KT", "Trưởng ban")]),
        ("KT, GIÁM ĐÓC\nPHO GIÁM ĐÓC", [("KT", "Giám đốc"), (None, "Phó Giám đốc")]),
        ("TM. ỦY BAN NHÂN DÂN", [("TM", None)]),
        ("GIÁM ĐỐC SỞ NỘI VỤ", [(None, "Giám đốc Sở Nội vụ")]),
        ("TRƯỞNG CÔNG AN XÃ", [(None, "Trưởng Công an xã")]),
        ("CHỦ TỊCH KIÊM GIÁM ĐỐC", [(None, "Chủ tịch kiêm Giám đốc")]),
        (
            "CHỦ TỊCH HỘI ĐỒNG THÀNH VIÊN\nKIÊM TỔNG GIÁM ĐỐC",
            [(None, "Chủ tịch Hội đồng thành viên kiêm Tổng Giám đốc")],
        ),
        ("KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH KIÊM TỔNG THƯ KÝ", [("KT", "Chủ tịch"), (None, "Phó Chủ tịch kiêm Tổng Thư ký")]),
        ("T/M BAN BÍ THƯ\nTHƯỜNG TRỰC BAN BÍ THƯ", [("TM", None), (None, "Thường trực Ban Bí thư")]),
        ("CHẤP HÀNH VIÊN", [(None, "Chấp hành viên")]),
        ("KIỂM TOÁN TRƯỞNG", [(None, "Kiểm toán trưởng")]),
        ("Nơi nhận", []),
        ("Từ Chí Bưởi", []),
        ("TUQ CHỦ TỊCH", [("TUQ", "Chủ tịch")]),
    ],
)
def test_chain(text: str, rungs: list[tuple[str | None, str | None]]) -> None:
    assert [(rung.capacity, rung.whole) for rung in chain(text)] == rungs


def test_a_capacity_may_stand_for_a_body() -> None:
    assert chain("TM. ỦY BAN THƯỜNG VỤ QUỐC HỘI CHỦ TỊCH")[0].unit == "Ủy ban Thường vụ Quốc hội"


def test_deputies_know_their_heads() -> None:
    assert deputies()["Thứ trưởng"] == "Bộ trưởng"


@given(st.text(alphabet="KT.MLQU/ GIÁMĐỐCPHÓCHỦTỊ\n", max_size=200))
def test_rungs_stand_in_the_text(text: str) -> None:
    rungs = chain(text)
    assert all(0 <= rung.start < rung.end <= len(text) for rung in rungs)
    assert [rung.start for rung in rungs] == sorted(rung.start for rung in rungs)
