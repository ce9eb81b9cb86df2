"""Names of agencies as OCR reads them."""

from __future__ import annotations

import pytest

from vanban.language.repair import remarked, repaired


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("SƠ Y TE", "SỞ Y TẾ"),
        ("SỞY: TẾ", "SỞ Y TẾ"),
        ("UBND TĨNH KIÊN, GIANG", "UBND TỈNH KIÊN GIANG"),
        ("BỘ GIÁO ĐỤC VÀ ĐÀO TẠO", "BỘ GIÁO DỤC VÀ ĐÀO TẠO"),
        ("THANH PHO ĐÀ NÀNG", "THÀNH PHỐ ĐÀ NẴNG"),
        ("BAN CHỈ ĐẠO 389", "BAN CHỈ ĐẠO 389"),
        ("LIÊN ĐOÀN LAO ĐỘNG - SỞ NỘI VỤ", "LIÊN ĐOÀN LAO ĐỘNG - SỞ NỘI VỤ"),
        ("TRƯỜNG KINH TẾ", "TRƯỜNG KINH TẾ"),
        ("TRUONG KINH TÊ", "TRƯỜNG KINH TẾ"),
        ("XÃ ĐẠI MÂY", "XÃ ĐẠI MÂY"),  # no Đài behind the kind of an area
        ("QUẬN PHONG MÂY", "QUẬN PHONG MÂY"),
        ("HUYỆN ỦY TỊNH MÂY", "HUYỆN ỦY TỊNH MÂY"),
        ("TRUNG TÂM BẢO TỒN CÂY", "TRUNG TÂM BẢO TỒN CÂY"),  # no Báo inside of a name
        ("ABCXYZ", "ABCXYZ"),
        ("", ""),
    ],
)
def test_repaired(read: str, meant: str) -> None:
    assert repaired(read) == meant


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("SỞ THÔNG TIN VÀ TRUYỂN THÔNG", "SỞ THÔNG TIN VÀ TRUYỀN THÔNG"),
        ("SỞ VĂN HÓA - THỂ THAO", "SỞ VĂN HÓA - THỂ THAO"),
        ("ỦY BAN NHÂN DÂN XÃ PHƯỢNG VIÊN", "ỦY BAN NHÂN DÂN XÃ PHƯỢNG VIÊN"),
        ("CÔNG TY TRUYỂN", "CÔNG TY TRUYỂN"),  # not known as a whole: left as printed
    ],
)
def test_remarked(printed: str, meant: str) -> None:
    assert remarked(printed) == meant
