"""Known words of agency names that were read nearly right."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vanban.language.misreads import put_right


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Uy ban nhân đân xã", "Ủy ban nhân dân xã"),
        ("Thường tực HĐND huyện", "Thường trực HĐND huyện"),
        ("các huyện, thành phó", "các huyện, thành phố"),
        ("Công TTĐT tỉnh", "Cổng TTĐT tỉnh"),
        ("BGĐĐ Sở", "BGĐ Sở"),
        ("Trưởng BCP tỉnh", "Trưởng BCĐ tỉnh"),
        ("Trung tâm 'Dịch vụ", "Trung tâm Dịch vụ"),
        ("Sở Nội vụ", "Sở Nội vụ"),
        ("Học viên các lớp", "Học viên các lớp"),
        ("Các trường đại học", "Các trường đại học"),
        ("huyện Cư M'Mẫu", "huyện Cư M'Mẫu"),
    ],
)
def test_put_right(text: str, wanted: str) -> None:
    assert put_right(text) == wanted


@given(st.text(max_size=50))
def test_put_right_twice_is_put_right_once(text: str) -> None:
    assert put_right(put_right(text)) == put_right(text)
