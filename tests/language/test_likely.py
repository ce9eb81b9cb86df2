"""Words that OCR read with wrong marks, put right by their neighbours; all else stays."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vanban.language.likely import channel, mended, once


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("báo cáo sô lượng hộ dân", "báo cáo số lượng hộ dân"),
        ("công bố thú tục hành chính", "công bố thủ tục hành chính"),
        ("sơ kết phong trào toàn đân bảo vệ rừng", "sơ kết phong trào toàn dân bảo vệ rừng"),
        ("Tòa án nhân dân fỉnh", "Tòa án nhân dân tỉnh"),
        ("SỞ Y TÉ", "SỞ Y TẾ"),
        ("BAN TỎ CHỨC LẺ KỶ NIỆM", "BAN TỔ CHỨC LỄ KỶ NIỆM"),
        ("toàn dân bảo VỆ biên giới", "toàn dân bảo vệ biên giới"),
    ],
)
def test_words_give_way_to_far_likelier_ones(read: str, meant: str) -> None:
    assert mended(read) == meant


@pytest.mark.parametrize(
    "text",
    [
        "Chủ tịch UBND xã Đồng Mận",
        "ông Tô Văn Mận",
        "TTra Sở; BCĐ 35; KGVX (NCD)",
        "số 215/KH-UBND ngày 07/11/2031",
        "thì, đi, đóng cửa và đạt giải",
        "  giữ  chỗ trống\nvà dòng ",
        "",
    ],
)
def test_names_codes_numbers_and_spaces_stay(text: str) -> None:
    assert mended(text) == text


def test_a_word_that_ocr_was_sure_of_gives_way_less_readily() -> None:
    wrong = channel().wrong
    assert wrong[-1] < min(wrong[3:9])


@pytest.mark.parametrize(
    ("text", "said"),
    [("Bộ Y tế tê", "Bộ Y tế"), ("Bộ Y tế", "Bộ Y tế"), ("ngày 11 11", "ngày 11 11"), ("A a", "A a")],
)
def test_a_word_read_twice_is_said_once(text: str, said: str) -> None:
    assert once(text) == said


@given(
    st.lists(
        st.sampled_from(["tô", "tổ", "chức", "hội", "nghị,", "thú", "tục", ".", "12/QĐ", "UBND", "Sở", "y", "tê"]),
        max_size=12,
    )
)
def test_words_are_neither_lost_nor_added(words: list[str]) -> None:
    assert len(mended(" ".join(words)).split()) == len(words)


@given(st.text(max_size=60))
def test_any_text_is_taken(text: str) -> None:
    assert isinstance(mended(text), str)
