"""What counts as the same words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vanban.scoring.forms import date_likeness, form, likeness, shared_words, subject_form


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("UBND tỉnh", "Ủy ban nhân dân tỉnh"),
        ("Uỷ ban nhân dân", "ỦY BAN NHÂN DÂN"),
        ("Sở LĐ-TB&XH", "sở lđ - thương binh và xã hội"),
        ("Sở Văn hóa – Thể thao", "Sở Văn hóa-Thể thao"),
        ("TP. Bình Sơn", "thành phố Bình Sơn"),
        ("Văn phòng HĐND&UBND", "văn phòng hội đồng nhân dân và ủy ban nhân dân"),
        ("“Về đích” (đợt 1).", "về đích đợt 1"),
        ("PCT", "Phó Chủ tịch"),
        (None, ""),
    ],
)
def test_form_of_two_writings_is_one(one: str | None, other: str) -> None:
    assert form(one) == form(other)


@pytest.mark.parametrize(("one", "other"), [("Sở Y tế", "Sở Nội vụ"), ("ubndx", "ủy ban nhân dân x"), ("a", "ă")])
def test_form_keeps_apart(one: str, other: str) -> None:
    assert form(one) != form(other)


@given(st.text(alphabet="aàăđ &.-–()“”UBNDHĐtp"))
def test_form_has_no_idle_space(text: str) -> None:
    assert form(text) == " ".join(form(text).split())


@pytest.mark.parametrize("lead", ["V/v ", "Về việc ", "về ", ""])
def test_subject_form_has_no_lead(lead: str) -> None:
    assert subject_form(f"{lead}trồng rừng") == "trồng rừng"


@pytest.mark.parametrize(
    ("one", "other", "share"),
    [
        ("2025-03-04", "2025-03-05", 2 / 3),
        ("2025-03-04", "2025-03", 2 / 3),
        ("2025-03", "2024-03", 0),
        ("2025", "2025", 1),
    ],
)
def test_dates_are_alike_from_the_left(one: str, other: str, share: float) -> None:
    assert date_likeness(one, other) == pytest.approx(share)


def test_shared_words_counts_by_the_shorter() -> None:
    assert shared_words("rà soát số liệu", "Sở Y tế rà soát số liệu về hộ nghèo") == 1
    assert shared_words("", "rà soát") == 0


@given(st.text(), st.text())
def test_likeness_lies_between_0_and_1(one: str, other: str) -> None:
    assert 0 <= likeness(form(one), form(other)) <= 1
