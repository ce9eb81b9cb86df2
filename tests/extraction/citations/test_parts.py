"""Ranges and lists of parts, one by one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vanban.extraction.citations.parts import LONGEST_RANGE, MOST_PARTS, RANK, Level, spread, tree


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        ("4", "6", ["4", "5", "6"]),
        ("a", "e", ["a", "b", "c", "d", "đ", "e"]),
        ("I", "IV", ["I", "II", "III", "IV"]),
        ("VIII", "XI", ["VIII", "IX", "X", "XI"]),
        ("A", "C", ["A", "B", "C"]),
        ("1.2", "1.4", ["1.2", "1.3", "1.4"]),
        ("4a", "6", ["4a", "5", "6"]),
        ("5a", "5c", ["5a", "5b", "5c"]),
        ("6", "4", ["6-4"]),
        ("1.2", "2.4", ["1.2-2.4"]),
        ("1", "999", ["1-999"]),
        ("thứ nhất", "thứ ba", ["thứ nhất-thứ ba"]),
    ],
)
def test_ranges(first: str, last: str, expected: list[str]) -> None:
    assert spread(first, last) == expected


def test_what_stands_side_by_side_holds_nothing() -> None:
    levels = [Level("article", ["5"]), Level("chapter", ["III"], joined=True), Level("appendix", ["I"], comma=True)]
    assert [part.model_dump(exclude_none=True) for part in tree(levels)] == [
        {"article": "5"},
        {"chapter": "III"},
        {"appendix": "I"},
    ]


def test_what_comes_after_its_holder_is_held_too() -> None:
    levels = [Level("article", ["5"]), Level("clause", ["2"], comma=True), Level("clause", ["4"], joined=True)]
    assert [(part.article, part.clause) for part in tree(levels)] == [("5", "2"), ("5", "4")]


LEVELS = st.builds(
    Level,
    st.sampled_from(sorted(RANK)),
    st.lists(st.sampled_from(["1", "2", "3", "4", "5", "a", "b"]), min_size=1, max_size=9, unique=True),
    st.booleans(),
    st.booleans(),
    st.booleans(),
)


@given(st.lists(LEVELS, min_size=1, max_size=8))
def test_every_chain_names_bounded_parts(levels: list[Level]) -> None:
    assert len(tree(levels)) <= MOST_PARTS


@given(st.integers(0, 999), st.integers(0, 999))
def test_ranges_are_capped(first: int, last: int) -> None:
    assert len(spread(str(first), str(last))) <= LONGEST_RANGE
