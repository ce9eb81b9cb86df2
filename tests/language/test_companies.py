"""Names of enterprises printed in capitals."""

from __future__ import annotations

import pytest

from vanban.language.casing import sentence_case


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("CÔNG TY CỔ PHẦN CẤP NƯỚC SÔNG MÂY", "Công ty Cổ phần Cấp nước Sông Mây"),
        ("CÔNG TY CP XÂY DỰNG VÀ THƯƠNG MẠI BƯỞI", "Công ty Cổ phần Xây dựng và Thương mại Bưởi"),
        ("CÔNG TY TNHH MTV LÂM NGHIỆP SÔNG MÂY", "Công ty TNHH MTV Lâm nghiệp Sông Mây"),
        ("CÔNG TY ĐIỆN LỰC QUẢNG NGÃI", "Công ty Điện lực Quảng Ngãi"),
        ("TỔNG CÔNG TY ĐIỆN LỰC MIỀN MÂY", "Tổng công ty Điện lực Miền Mây"),
        ("CÔNG TY TNHH MAYCORP VIỆT NAM", "Công ty TNHH MAYCORP Việt Nam"),
        ("XÍ NGHIỆP GẠCH NGÓI SÔNG MÂY", "Xí nghiệp Gạch ngói Sông Mây"),
        ("CÔNG TY CỔ PHẦN TƯỚI TIÊU ĐỒNG RUỘNG SÔNG MÂY", "Công ty Cổ phần Tưới tiêu Đồng ruộng Sông Mây"),
        ("SỞ XÂY DỰNG", "Sở Xây dựng"),
    ],
)
def test_company(printed: str, name: str) -> None:
    assert sentence_case(printed) == name
