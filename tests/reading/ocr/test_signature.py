from __future__ import annotations

import pytest

from tests.reading.ocr.seen import SHAPE, line
from vanban.reading.ocr.engine import Seen
from vanban.reading.ocr.lines import rows
from vanban.reading.ocr.signature import names, unsigned


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (line("Trần Thị Mận", 1000, 1800), [("Trần Thị Mận", True)]),
        (line("Thị Mận", 1000, 1800), [("Thị Mận", False)]),
        (line("Trần Thị Mận", 1000, 1800, 0.55, 0.9, 0.9), [("Trần Thị Mận", False)]),
        (line("r8 Thị Mận", 1000, 1800, 0.4, 0.9, 0.9), [("Thị Mận", False)]),
        (line("Trần Thị Mận", 200, 1800), []),
        (line("Thị trấn Đồng Mận", 1000, 1800), []),
        (line("Bến Tre", 1000, 1800), []),
        (line("n Thị Mận", 1000, 1800, 0.77, 0.9, 0.9), [("Thị Mận", False)]),
        (line("các hộ dân trồng", 980, 1760) + line("Trần Thị Mận", 1000, 1800), []),
    ],
)
def test_names_stand_right_of_the_middle_with_room_above(words: list[Seen], found: list[tuple[str, bool]]) -> None:
    assert [(name.text, name.whole) for name in names(words, SHAPE, 34.0)] == found


def test_rows_part_at_wide_gaps_and_at_levels() -> None:
    words = line("Nơi nhận:", 100, 1500) + line("CHỦ TỊCH", 1000, 1505) + line("Trần Thị Mận", 990, 1800)
    assert [[word.text for word in row] for row in rows(words, 34.0)] == [
        ["Nơi", "nhận:"],
        ["Trần", "Thị", "Mận"],
        ["CHỦ", "TỊCH"],
    ]


@pytest.mark.parametrize(
    ("words", "office"),
    [
        (line("GIÁM ĐỐC", 1000, 1500), True),
        (line("KT. CHỦ TỊCH", 1000, 1450) + line("PHÓ CHỦ TỊCH", 1000, 1500), True),
        (line("TM. ỦY BAN NHÂN DÂN", 900, 1500), True),
        (line("GIÁM ĐỐC", 200, 1500), None),
        (line("GIÁM ĐỐC", 1000, 1500) + line("các phòng trực thuộc", 950, 1550), None),
        (line("Nơi nhận:", 170, 1500), False),
        (line("GIÁM ĐỐC", 1000, 600) + line("Nơi nhận:", 170, 1500), False),
        (line("Đồng Mận", 1000, 1500), None),
    ],
)
def test_a_signature_without_a_name_stands_below_its_office_or_beside_recipients(
    words: list[Seen], office: bool | None
) -> None:
    place = unsigned(words, SHAPE, 34.0)
    assert (place.office if place else None) is office
