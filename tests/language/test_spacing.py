"""Words that a converter broke into letters."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vanban.language.spacing import mend


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Nh ư tr ê n", "Như trên"),
        ("Ch ủ t ị ch (để b i ế t)", "Chủ tịch (để biết)"),
        ("B ộ N ội v ụ", "Bộ Nội vụ"),
        ("T h à nh ủ y", "Thành ủy"),
        ("U B N D t ỉ nh", "UBND tỉnh"),
        ("V . II I, t ỉ nh", "V . III, tỉnh"),
        ("Sở Y tế và Phòng Y tế", "Sở Y tế và Phòng Y tế"),
        ("khu y tế", "khu y tế"),
        ("xã Ea Mẫu, buôn A", "xã Ea Mẫu, buôn A"),
        ("Lưu: VT, KGVX (abc)", "Lưu: VT, KGVX (abc)"),
        ("", ""),
    ],
)
def test_mend(text: str, wanted: str) -> None:
    assert mend(text) == wanted


@given(st.text(max_size=60))
def test_only_blanks_go(text: str) -> None:
    assert "".join(mend(text).split()) == "".join(text.split())
