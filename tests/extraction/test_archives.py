"""Lưu: what keeps the document and what is noise."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vanban.extraction.archives import archive_units


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("VT", ["Văn thư"]),
        ("Văn phòng Ban Tuyên giáo và Dân vận", ["Văn phòng Ban Tuyên giáo và Dân vận"]),
        ("VT và KGVX", ["Văn thư", "KGVX"]),
        ("VT, KGVX(LMN)", ["Văn thư", "KGVX"]),
        ("VT, TH, ntmau (02b)", ["Văn thư", "TH"]),
        ("VT,KT.mau106", ["Văn thư", "KT"]),
        ("VT, KTTHm47", ["Văn thư", "KTTH"]),
        ("VT, TCKH", ["Văn thư", "Tài chính - Kế hoạch"]),
        ("VT, SGDĐT", ["Văn thư", "Sở Giáo dục và Đào tạo"]),
        ("VT, BCĐQG247(3b)", ["Văn thư", "Ban Chỉ đạo quốc gia 247"]),
        ("VT, Vụ PC (15b)", ["Văn thư", "Vụ PC"]),
        ("Văn thư, KTN (3b)", ["Văn thư", "KTN"]),
        ("Văn phòng Tỉnh ủy", ["Văn phòng Tỉnh ủy"]),
        ("VT, TTHC(mau)", ["Văn thư", "TTHC"]),
        ("VT-TCHC", ["Văn thư", "TCHC"]),
        ("VT, TC — HC", ["Văn thư", "TC-HC"]),
        ("VT; NL (05b), 30", ["Văn thư", "NL"]),
        ("VT, 02 bản", ["Văn thư"]),
        ("VT, QLM, HVM.120", ["Văn thư", "QLM"]),
        ("VT, KTM.15", ["Văn thư", "KTM"]),
        ("Huyện uỷ", ["Huyện uỷ"]),
        ("VT, CTQH (Mau)", ["Văn thư", "CTQH"]),
        ("VT, P9, HSMK", ["Văn thư", "P9", "HSMK"]),
        ("VT, V04, PC06 (2b)", ["Văn thư", "V04", "PC06"]),
        ("VPTU (TH1)", ["Văn phòng Tỉnh ủy"]),
        ("VPĐU, Ban TG", ["Văn phòng Đảng ủy", "Ban Tuyên giáo"]),
        ("", []),
    ],
)
def test_archive_units(text: str, wanted: list[str]) -> None:
    assert archive_units(text) == wanted


@given(st.text(alphabet="VTKGHĐab12 ,;.()-", max_size=60))
def test_any_line_gives_units_without_blank_ends(text: str) -> None:
    assert all(name == name.strip() != "" for name in archive_units(text))
