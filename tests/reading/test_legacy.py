"""TCVN3 and VNI, by font name and by their words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vanban.reading.legacy import Encoding, by_font, convert, detect, to_unicode

TCVN3 = "Uû ban nh©n d©n huyÖn ®Ò nghÞ c¸c x· b¸o c¸o kÕt qu¶"
VNI = "Uûy ban nhaân daân huyeän ñeà nghò caùc xaõ baùo caùo keát quaû"
UNICODE = "Ủy ban nhân dân huyện đề nghị các xã báo cáo kết quả"


@pytest.mark.parametrize(
    ("font", "encoding"),
    [
        (".VnTime", "tcvn3"),
        (".VnTimeH", "tcvn3"),
        (".VnArial,Bold", "tcvn3"),
        ("VNI-Times", "vni"),
        ("Times New Roman", None),
        ("Vninh", None),
        ("", None),
        (None, None),
    ],
)
def test_by_font(font: str | None, encoding: Encoding | None) -> None:
    assert by_font(font) == encoding


@pytest.mark.parametrize(
    ("text", "encoding", "font", "made"),
    [
        ("Céng hoµ x· héi chñ nghÜa ViÖt Nam", "tcvn3", None, "Cộng hoà xã hội chủ nghĩa Việt Nam"),
        ("§éc lËp - Tù do - H¹nh phóc", "tcvn3", None, "Độc lập - Tự do - Hạnh phúc"),
        ("th«ng t\u00ad, n\u00adíc", "tcvn3", None, "thông tư, nước"),
        ("n-íc, th«ng t-, Q§-UBND, 2-3", "tcvn3", None, "nước, thông tư, QĐ-UBND, 2-3"),
        ("kÕ ho¹ch", "tcvn3", ".VnTimeH", "KẾ HOẠCH"),
        ("kÕ ho¹ch", "tcvn3", ".VnTimeH,Bold", "KẾ HOẠCH"),
        ("kÕ ho¹ch", "tcvn3", ".VnTime", "kế hoạch"),
        ("Hoà Chí Minh", "vni", None, "Hồ Chí Minh"),
        ("ñöôøng, nöôùc, UÛY BAN NHAÂN DAÂN TÆNH", "vni", None, "đường, nước, ỦY BAN NHÂN DÂN TỈNH"),
        ("12/KH-UBND", "vni", None, "12/KH-UBND"),
    ],
)
def test_convert(text: str, encoding: Encoding, font: str | None, made: str) -> None:
    assert convert(text, encoding, font) == made


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (TCVN3, "tcvn3"),
        (VNI, "vni"),
        (UNICODE, None),
        ("Hoà Bình, hoá đơn, thuỷ lợi, xoá bỏ, loà xoà", None),
        ("Le président a créé une unité à Genève", None),
        ("plain words", None),
        ("", None),
    ],
)
def test_detect(text: str, encoding: Encoding | None) -> None:
    assert detect(text) == encoding


def test_to_unicode_leaves_lines_that_are_unicode() -> None:
    text = f"{TCVN3}\nĐã được số hóa ở phường\n{TCVN3}"
    assert to_unicode(text).splitlines()[1] == "Đã được số hóa ở phường"
    assert to_unicode(text).splitlines()[0] == "Uỷ" + UNICODE[2:]
    assert to_unicode(VNI) == UNICODE


@given(st.text(max_size=200))
def test_convert_takes_any_text(text: str) -> None:
    for encoding in ("tcvn3", "vni"):
        assert convert(text, encoding).count("1") == text.count("1")
    to_unicode(text)
