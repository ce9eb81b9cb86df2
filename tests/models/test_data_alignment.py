"""Lines find the blocks that they print: clean, worn, in another order, among strangers."""

from __future__ import annotations

import pytest

from corpus.manuscript import Block, Role, Run
from models.data_alignment import ZONE_OF, align, true_zones, words
from models.data_noise import worn
from models.data_zoned import zoned
from tests.models.handmade import plan, seeded, sheet, text
from vanban.layout.model import Zone

PLAN = plan(4)
TEXTS = [block.text for block in PLAN.blocks]


def test_every_role_but_the_page_break_has_a_zone() -> None:
    assert set(Role) - set(ZONE_OF) == {Role.PAGE_BREAK}


def test_lines_as_written_find_their_blocks() -> None:
    assert align(TEXTS, PLAN.blocks) == list(range(len(TEXTS)))


def test_broken_lines_share_their_block() -> None:
    long = Block(Role.PARAGRAPH, (Run("Văn phòng xã lập danh sách các hộ cần giúp đỡ và gửi lên huyện trong tháng."),))
    given = ["Văn phòng xã lập danh sách các hộ", "cần giúp đỡ và gửi lên huyện", "trong tháng."]
    assert align(given, [long]) == [0, 0, 0]


@pytest.mark.parametrize(("first", "second"), [(slice(0, 2), slice(2, 4)), (slice(14, 17), slice(17, 20))])
def test_columns_may_be_read_in_either_order(first: slice, second: slice) -> None:
    order = list(range(len(TEXTS)))
    order = [*order[: first.start], *order[second], *order[first], *order[second.stop :]]
    assert align([TEXTS[i] for i in order], PLAN.blocks) == order


def test_strangers_belong_to_no_block() -> None:
    given = [*TEXTS[:6], "CÔNG VĂN ĐẾN", "~ 4 |", *TEXTS[6:]]
    found = align(given, PLAN.blocks)
    assert found[6:8] == [None, None]
    assert [at for at in found if at is not None] == list(range(len(TEXTS)))


def test_the_same_words_are_told_apart_by_their_order() -> None:
    blocks = [Block(role, (Run("QUYẾT ĐỊNH"),)) for role in (Role.TYPE, Role.OPERATIVE)]
    blocks.insert(1, Block(Role.BASIS, (Run("Căn cứ quy chế làm việc của xã;"),)))
    assert align(["QUYẾT ĐỊNH", "Căn cứ quy chế làm việc của xã;", "QUYẾT ĐỊNH:"], blocks) == [0, 1, 2]


def test_a_table_prints_its_cells() -> None:
    cell = (Run("Trạm Y tế"),)
    assert words(Block(Role.TABLE, rows=((cell, cell),), marker="1.")) == "1. Trạm Y tế Trạm Y tế"


def test_nothing_aligns_with_nothing() -> None:
    assert align([], PLAN.blocks) == []
    assert align(["Số: 4/KH-UBND"], []) == [None]


@pytest.mark.parametrize("grade", [0, 2, 3])
def test_worn_pages_keep_the_truth(grade: int) -> None:
    clean = dict(zip(TEXTS, true_zones(zoned(PLAN, text(PLAN), "text").lines, PLAN), strict=True))
    assert clean["KẾ HOẠCH"] is Zone.TYPE
    found = zoned(PLAN, worn(sheet(PLAN), grade, seeded(grade)), f"scan {grade}")
    zones = [zone for zone in found.truth if zone is not None]
    assert len(zones) > len(TEXTS) * 0.7
    assert zones.index(Zone.SUBJECT) < zones.index(Zone.BODY) < zones.index(Zone.SIGNATURE)
