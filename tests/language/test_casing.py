"""Names and positions printed in capitals, and what running text makes of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vanban.language.casing import calm, sentence_case


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("ỦY BAN NHÂN DÂN HUYỆN TÂN LÂM", "Ủy ban nhân dân huyện Tân Lâm"),
        ("UỶ BAN NHÂN DÂN XÃ EA MẪU", "Ủy ban nhân dân xã Ea Mẫu"),
        ("SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH", "Sở Văn hóa, Thể thao và Du lịch"),
        ("BỘ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI", "Bộ Lao động - Thương binh và Xã hội"),
        ("TRƯỜNG ĐẠI HỌC SÔNG MẪU", "Trường Đại học Sông Mẫu"),
        ("TRƯỜNG THPT LÊ THỊ MẪU", "Trường THPT Lê Thị Mẫu"),
        ("LIÊN ĐOÀN LAO ĐỘNG TỈNH AN GIANG", "Liên đoàn Lao động tỉnh An Giang"),
        ("SỞ Y TẾ KIÊN GIANG", "Sở Y tế Kiên Giang"),
        ("BAN CHỈ ĐẠO 247", "Ban Chỉ đạo 247"),
        ("PHÒNG KINH TẾ, HẠ TẦNG VÀ ĐÔ THỊ", "Phòng Kinh tế, Hạ tầng và Đô thị"),
        ("BỆNH VIỆN ĐA KHOA TỈNH SƠN LA", "Bệnh viện Đa khoa tỉnh Sơn La"),
        ("KHO BẠC NHÀ NƯỚC KHU VỰC XII", "Kho bạc Nhà nước khu vực XII"),
        ("BAN CHẤP HÀNH ĐẢNG BỘ TỈNH SƠN LA", "Ban Chấp hành Đảng bộ tỉnh Sơn La"),
        ("TỈNH ỦY SƠN LA", "Tỉnh ủy Sơn La"),
        ("PHÓ CHỦ TỊCH THƯỜNG TRỰC", "Phó Chủ tịch Thường trực"),
        ("PHÓ CHÁNH VĂN PHÒNG", "Phó Chánh Văn phòng"),
        ("BỘ TRƯỞNG, CHỦ NHIỆM", "Bộ trưởng, Chủ nhiệm"),
        ("CHỦ TỊCH NƯỚC", "Chủ tịch nước"),
        ("Sở Nội vụ", "Sở Nội vụ"),
        ("UBND", "UBND"),
    ],
)
def test_sentence_case(text: str, wanted: str) -> None:
    assert sentence_case(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("UBND thị xã TÂN LÂM", "UBND thị xã Tân Lâm"),
        ("BGĐ SYT", "BGĐ SYT"),
        ("HĐND và UBND huyện", "HĐND và UBND huyện"),
    ],
)
def test_calm_leaves_short_forms(text: str, wanted: str) -> None:
    assert calm(text) == wanted


@given(st.text(alphabet="ỦY BANHÂDXÃ-,.15(", max_size=40))
def test_letters_stay_the_same(text: str) -> None:
    assert sentence_case(text).casefold() == text.casefold()
