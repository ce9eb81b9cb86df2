"""The rod that measures growth: it lets a straight line pass and stops a square."""

from __future__ import annotations

from functools import partial

import pytest

from tests.timing import assert_linear


def _turns(count: int, inner: int) -> int:
    return sum(1 for _ in range(count) for _ in range(inner))


def test_a_straight_line_passes() -> None:
    assert_linear(lambda count: partial(_turns, count, 100), 200, 2_000)


def test_a_square_is_told() -> None:
    with pytest.raises(AssertionError, match="2000 units"):
        assert_linear(lambda count: partial(_turns, count, count), 200, 2_000)
