"""Markers of headings and items, and numbers that are none."""

from __future__ import annotations

import pytest

from vanban.layout.markers import ARTICLE, CHAPTER, DASH, DIGIT, LETTER, PART, PLUS, POINT, ROMAN, marker


@pytest.mark.parametrize(
    ("text", "rank", "label", "rest"),
    [
        ("Phần thứ nhất", PART, "Phần thứ nhất", ""),
        ("PHẦN II", PART, "Phần II", ""),
        ("Chương IV. CÂY XANH", CHAPTER, "Chương IV", "CÂY XANH"),
        ("Điều 12. Trồng cây", ARTICLE, "Điều 12", "Trồng cây"),
        ("Điều 5a", ARTICLE, "Điều 5a", ""),
        ("B. NỘI DUNG", LETTER, "B", "NỘI DUNG"),
        ("II. NỘI DUNG", ROMAN, "II", "NỘI DUNG"),
        ("I- MỤC ĐÍCH", ROMAN, "I", "MỤC ĐÍCH"),
        ("1. Trồng cây", DIGIT, "1", "Trồng cây"),
        ("1- Trồng cây", DIGIT, "1", "Trồng cây"),
        ("2) Trồng cây", DIGIT, "2", "Trồng cây"),
        ("1.** Trồng cây", DIGIT, "1", "Trồng cây"),
        ("1.2. Trồng cây", DIGIT + 1, "1.2", "Trồng cây"),
        ("1.2 Trồng cây", DIGIT + 1, "1.2", "Trồng cây"),
        ("đ) Trồng cây", POINT, "đ", "Trồng cây"),
        ("a. Trồng cây", POINT, "a", "Trồng cây"),
        ("- Trồng cây", DASH, "", "Trồng cây"),
        ("+ Trồng cây", PLUS, "", "Trồng cây"),
    ],
)
def test_markers(text: str, rank: int, label: str, rest: str) -> None:
    found = marker(text)
    assert found is not None
    assert (found.rank, found.label, text[found.end :]) == (rank, label, rest)


@pytest.mark.parametrize(
    "text",
    [
        "2.055.000 đồng", "15 giờ", "63/2020/QH14", "Điều 5 của Luật này", "Mục tiêu chung", "Phần C: Khảo sát",
        "20.2.2024", "Chương trình trồng cây", "12", "điều 5. viết thường", "xã hội",
    ],
)  # fmt: skip
def test_what_is_no_marker(text: str) -> None:
    assert marker(text) is None
