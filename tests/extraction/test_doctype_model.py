"""The model of type and genre: what it sees of a paper, how it sums its chances, which arrays it takes."""

from __future__ import annotations

import math

import numpy as np
import pytest

from tests.layout.made import plain
from vanban.extraction.doctype_model import BUCKETS, TypeModel, features, likeliest

ORDER = """ỦY BAN NHÂN DÂN XÃ ĐỒI MÂY

Số: 8/QĐ-UBND

QUYẾT ĐỊNH
Về việc lập Tổ trồng cây

Căn cứ Quy chế làm việc của xã;

Điều 1. Lập Tổ trồng cây gồm ba người.
"""


def test_features_are_of_unit_length_and_in_range() -> None:
    seen = features(plain(ORDER))
    assert math.isclose(sum(value * value for value in seen.values()), 1.0, rel_tol=1e-9)
    assert all(0 <= at < BUCKETS for at in seen)


def test_a_paper_without_lines_has_no_features() -> None:
    assert features(plain("")) == {}


def test_the_title_is_one_sign_of_many() -> None:
    whole, torn = set(features(plain(ORDER))), set(features(plain(ORDER.replace("QUYẾT ĐỊNH\n", ""))))
    assert len(whole & torn) > len(whole) * 0.5


def test_features_far_down_do_not_count() -> None:
    long = ORDER + "\n".join(f"Việc thứ {number} là trồng cây ở thôn." for number in range(80))
    assert features(plain(long)) == features(plain(long + "\nTờ trình này được gửi đi."))


def test_chances_sum_over_the_other_part() -> None:
    chances = {"administrative/KH": 0.3, "party/KH": 0.25, "administrative/CV": 0.35, "other/": 0.1}
    assert likeliest(chances, 0) == ("administrative", pytest.approx(0.65))
    assert likeliest(chances, 1) == ("KH", pytest.approx(0.55))


def test_chances_are_chances() -> None:
    model = TypeModel.of({"labels": ["a/X", "b/Y"], "weights": np.zeros((BUCKETS, 2)), "bias": np.array([0.0, 1.0])})
    found = model.chances(plain(ORDER))
    assert sum(found.values()) == pytest.approx(1.0)
    assert found["b/Y"] == pytest.approx(1 / (1 + math.exp(-1)))


def test_weights_of_another_shape_are_refused() -> None:
    with pytest.raises(ValueError, match="wanted"):
        TypeModel.of({"labels": ["a/X"], "weights": np.zeros((3, 1)), "bias": np.zeros(1)})
