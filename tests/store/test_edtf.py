"""The days that a date covers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vanban.store.edtf import Span, span, typed, yearly


@pytest.mark.parametrize(
    ("date", "first", "last"),
    [
        ("2024-05-14", "2024-05-14", "2024-05-14"),
        ("2024-06", "2024-06-01", "2024-06-30"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2025", "2025-01-01", "2025-12-31"),
        ("2022/2025", "2022-01-01", "2025-12-31"),
        ("2022-05/2022-06-15", "2022-05-01", "2022-06-15"),
    ],
)
def test_span(date: str, first: str, last: str) -> None:
    assert span(date) == Span(first, last)


@pytest.mark.parametrize("date", [None, "", "--06-15", "2024-13", "2023-02-29", "2025/2022", "hôm qua", "0000"])
def test_no_span(date: str | None) -> None:
    assert span(date) is None


@pytest.mark.parametrize(("date", "day"), [("--06-15", "06-15"), ("2024-06-15", None), ("--06", None)])
def test_yearly(date: str, day: str | None) -> None:
    assert yearly(date) == day


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2024", "2024-01-01", "2024-12-31"),
        ("2022-06", "2022-06-01", "2022-06-30"),
        ("6/2022", "2022-06-01", "2022-06-30"),
        ("15/6/2022", "2022-06-15", "2022-06-15"),
        ("15-06-2022", "2022-06-15", "2022-06-15"),
        ("15.6.2022", "2022-06-15", "2022-06-15"),
        ("2022/06/15", "2022-06-15", "2022-06-15"),
        ("2022/2025", "2022-01-01", "2025-12-31"),
    ],
)
def test_typed(text: str, first: str, last: str) -> None:
    assert typed(text) == Span(first, last)


@pytest.mark.parametrize("text", ["31/2/2022", "13/2022", "22", "2022-6-31", "năm 2022", ""])
def test_typed_nonsense(text: str) -> None:
    assert typed(text) is None


@given(st.from_regex(r"[0-9/.\-]{0,12}", fullmatch=True))
def test_spans_run_forward(text: str) -> None:
    found = typed(text)
    assert found is None or found.first <= found.last


@given(st.dates())
def test_a_day_is_itself(day: object) -> None:
    assert span(str(day)) == Span(str(day), str(day))
