"""When the model's opinion stands against the rules' zone."""

from __future__ import annotations

import pytest

from vanban.layout.model import Line, Zone
from vanban.layout.zone_model import Opinion
from vanban.layout.zone_model_fusion import gives_up, second_look, settles


@pytest.mark.parametrize(
    ("zone", "opinion", "stands"),
    [
        (Zone.BODY, Opinion(Zone.SUBJECT, 0.98, 0.01), True),  # left in doubt, surely something else
        (Zone.MARK, Opinion(Zone.NUMBER, 0.97, 0.02), True),
        (Zone.BODY, Opinion(Zone.SUBJECT, 0.8, 0.1), False),  # not sure enough
        (Zone.SUBJECT, Opinion(Zone.PLACE_DATE, 0.99, 0.001), False),  # the rules decided
        (Zone.BODY, Opinion(Zone.MARK, 0.99, 0.001), False),
        (Zone.TYPE, Opinion(Zone.TYPE, 0.99, 0.99), False),
        (Zone.BODY, Opinion(Zone.ANNEX, 0.99, 0.001), False),  # what stands behind is the parts' affair
    ],
)
def test_settles(zone: Zone, opinion: Opinion, stands: bool) -> None:
    assert settles(zone, opinion) is stands


@pytest.mark.parametrize(
    ("zone", "opinion", "gone"),
    [
        (Zone.NUMBER, Opinion(Zone.MARK, 0.98, 0.005), True),  # an incoming stamp's number
        (Zone.ISSUER, Opinion(Zone.NUMBER, 0.99, 0.001), True),
        (Zone.NUMBER, Opinion(Zone.MARK, 0.96, 0.03), False),  # the model holds both possible
        (Zone.SUBJECT, Opinion(Zone.BODY, 0.99, 0.001), False),
        (Zone.SIGNATURE, Opinion(Zone.MARK, 0.99, 0.001), False),  # the foot is the rules' affair
    ],
)
def test_gives_up(zone: Zone, opinion: Opinion, gone: bool) -> None:
    assert gives_up(zone, opinion) is gone


PAPER = (
    ("ỦY BAN NHÂN DÂN", Zone.ISSUER),
    ("XÃ ĐỒI MÂY", Zone.ISSUER),
    ("Số: 17/QĐ-UBND", Zone.NUMBER),
    ("QUYẾT ĐỊNH", Zone.TYPE),
    ("Về việc thành lập Tổ trồng cây của xã", Zone.SUBJECT),
    ("Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;", Zone.BASIS),
    ("Điều 1. Thành lập Tổ trồng cây của xã Đồi Mây gồm ba thành viên.", Zone.BODY),
    ("Điều 2. Quyết định này có hiệu lực kể từ ngày ký./.", Zone.BODY),
    ("ơi nhân:", Zone.BODY),
    ("- Như Diều 2;", Zone.BODY),
    ("- Các phòng, ban thuộc xã;", Zone.BODY),
    ("- Lưu: VT.", Zone.BODY),
    ("KT. CHỦ TỊCH", Zone.SIGNATURE),
    ("PHÓ CHỦ TỊCH", Zone.SIGNATURE),
    ("Trần Thị Mai", Zone.SIGNATURE),
)


def test_a_list_of_receivers_whose_label_is_misread_is_found() -> None:
    lines = [Line(1, 0, len(text), text, zone=zone) for text, zone in PAPER]
    second_look(lines)
    assert [line.text for line in lines if line.zone is Zone.DISTRIBUTION] == [text for text, _ in PAPER[8:12]]
    assert [line.zone for line in lines[:8]] == [zone for _, zone in PAPER[:8]]


def test_a_second_list_far_down_belongs_to_another_paper() -> None:
    first = [Line(1, 0, len(text), text, zone=zone) for text, zone in PAPER]
    for line in first[8:12]:
        line.zone = Zone.DISTRIBUTION
    behind = [Line(2, 0, len(text), text, zone=Zone.BODY) for text, _ in PAPER]
    second_look([*first, *behind])
    assert Zone.DISTRIBUTION not in {line.zone for line in behind}
