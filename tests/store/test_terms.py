"""Words in their exact and folded forms."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vanban.store.terms import GAP, exact, folded, index_forms, marked, number_key, plain, words


@pytest.mark.parametrize(
    ("word", "as_exact", "as_folded", "has_marks"),
    [
        ("Đường", "đường", "duong", True),
        ("DƯƠNG", "dương", "duong", True),
        ("ban", "ban", "ban", False),
        ("hoà", "hòa", "hoa", True),
        ("hòa", "hòa", "hoa", True),
        ("hoàn", "hoàn", "hoan", True),
        ("QUÝ", "quý", "quy", True),
        ("Ðắk", "đắk", "dak", True),  # Eth for Đ
        ("2024", "2024", "2024", False),
    ],
)
def test_forms(word: str, as_exact: str, as_folded: str, has_marks: bool) -> None:
    assert (exact(word), folded(word), marked(word)) == (as_exact, as_folded, has_marks)


def test_words_are_cut_from_nfc() -> None:
    assert words(unicodedata.normalize("NFD", "Số: 12/KH-UBND_đợt")) == ["Số", "12", "KH", "UBND", "đợt"]


def test_items_of_a_list_are_kept_apart() -> None:
    assert index_forms(["Sở Y tế", "Sở Nội vụ"]) == (f"sở y tế {GAP} sở nội vụ", f"so y te {GAP} so noi vu")


@pytest.mark.parametrize(
    ("number", "key"),
    [
        ("05/QĐ-UBND", "5/qd-ubnd"),
        (" 5 / qđ – ubnd ", "5/qd-ubnd"),
        ("001/2021/NĐ-CP", "1/2021/nd-cp"),
        ("64-KH/HU", "64-kh/hu"),
        ("0/KH", "0/kh"),
    ],
)
def test_number_key(number: str, key: str) -> None:
    assert number_key(number) == key


def test_plain() -> None:
    assert plain("  Kế-hoạch ") == "ke hoach"


@given(st.text())
def test_words_of_the_index_hold_no_space_or_quote(text: str) -> None:
    for form in index_forms([text]):
        assert '"' not in form
        assert len(form.split(" ")) == max(1, len(words(text)))
