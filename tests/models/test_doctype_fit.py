"""A tiny model of types: the same twice, right where the title is gone; and the damage that it learns from."""

from __future__ import annotations

import numpy as np
import pytest

from corpus.manuscript import Block, Manuscript, Role, Run
from models.data_damage import Damage, damaged
from models.doctype_fit import Titled, fit, label, titled
from tests.models.handmade import plan, seeded, text
from vanban.extraction.doctype_model import TypeModel, likeliest
from vanban.layout import analyse

_LETTER = (
    (Role.ISSUER, "TRƯỜNG TIỂU HỌC ĐỒI MÂY"),
    (Role.NUMBER, "Số: 5/THĐM"),
    (Role.SUBJECT, "V/v mượn sân bóng"),
    (Role.ADDRESSEES, "Kính gửi: Ủy ban nhân dân xã Đồi Mây"),
    (Role.PARAGRAPH, "Nhà trường kính đề nghị Ủy ban nhân dân xã cho mượn sân bóng trong tháng 5."),
    (Role.PARAGRAPH, "Trân trọng cảm ơn./."),
)
LETTER = Manuscript(
    "letter",
    "nd30",
    tuple(Block(role, (Run(words),)) for role, words in _LETTER),
    {"genre": "administrative", "type": {"code": "CV"}},
)


def roles(manuscript: Manuscript) -> set[Role]:
    """The roles of its blocks."""
    return {block.role for block in manuscript.blocks}


@pytest.mark.parametrize(
    ("paper", "damage", "gone"),
    [
        (plan(1), Damage.NONE, set()),
        (plan(1), Damage.MISSPELT, set()),
        (plan(1), Damage.UNTITLED, {Role.TYPE}),
        (plan(1), Damage.UNNUMBERED, {Role.NUMBER}),
        (plan(1), Damage.NEITHER, {Role.TYPE, Role.NUMBER}),
        (LETTER, Damage.UNTITLED, {Role.SUBJECT}),
    ],
)
def test_damage_takes_out_what_it_says(paper: Manuscript, damage: Damage, gone: set[Role]) -> None:
    found = damaged(paper, damage, seeded(1))
    assert roles(paper) - roles(found) == gone
    assert found.gold == paper.gold


def test_a_misspelt_title_is_another() -> None:
    titles = {
        block.text
        for seed in range(5)
        for block in damaged(plan(1), Damage.MISSPELT, seeded(seed)).blocks
        if block.role is Role.TYPE
    }
    assert titles - {"KẾ HOẠCH"}


@pytest.mark.parametrize(
    ("gold", "said"),
    [
        ({"genre": "party", "type": "KH"}, "party/KH"),
        ({"genre": "administrative", "type": {"code": "CV", "name": "Công văn"}}, "administrative/CV"),
        ({"genre": "other", "type": None}, "other/"),
    ],
)
def test_label(gold: dict[str, object], said: str) -> None:
    assert label(gold) == said


def papers(damage: Damage, numbers: range) -> list[Titled]:
    """Plans and as many letters with that damage."""
    pairs = [(paper, number) for number in numbers for paper in (plan(number), LETTER)]
    return [
        titled(analyse(text(damaged(paper, damage, seeded(number)))), label(paper.gold), damage)
        for paper, number in pairs
    ]


def test_the_same_arrays_twice_and_right_without_title() -> None:
    train = papers(Damage.NONE, range(3)) + papers(Damage.UNTITLED, range(3))
    first, second = fit(train, seed=1), fit(train, seed=1)
    assert all(np.array_equal(first[name], second[name]) for name in ("weights", "bias"))
    model = TypeModel.of(first)
    for paper in papers(Damage.NEITHER, range(4, 6)):
        assert likeliest(model.weigh(paper.seen), 1)[0] == paper.label.split("/")[1]
