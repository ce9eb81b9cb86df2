"""Lists of actors in normal form."""

from __future__ import annotations

import pytest

from vanban.extraction.tasks.naming import actor_names


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Chủ tịch UBND các xã: An Bình, An Hòa và thị trấn An Thử",
            [
                "Chủ tịch Ủy ban nhân dân xã An Bình",
                "Chủ tịch Ủy ban nhân dân xã An Hòa",
                "Chủ tịch Ủy ban nhân dân thị trấn An Thử",
            ],
        ),
        (
            "Phòng Kinh tế và Hạ tầng, UBND các xã, thị trấn",
            ["Phòng Kinh tế và Hạ tầng", "Ủy ban nhân dân các xã, thị trấn"],
        ),
        (
            "Các Sở, ngành: Nội vụ, Tư pháp, Ban An toàn giao thông tỉnh và UBND các phường, đặc khu",
            ["Sở Nội vụ", "Sở Tư pháp", "Ban An toàn giao thông tỉnh", "Ủy ban nhân dân các phường, đặc khu"],
        ),
        (
            "Thủ trưởng các phòng, ban, Công an huyện, Đoàn Biên phòng: An Hải và An Sơn, Chủ tịch UBND các xã",
            [
                "Thủ trưởng các phòng, ban",
                "Công an huyện",
                "Đoàn Biên phòng An Hải",
                "Đoàn Biên phòng An Sơn",
                "Chủ tịch Ủy ban nhân dân các xã",
            ],
        ),
        ("Các Bộ trưởng, Thủ trưởng cơ quan ngang bộ", ["Các Bộ trưởng", "Thủ trưởng cơ quan ngang bộ"]),
        ("các cơ quan, đơn vị, địa phương", ["các cơ quan, đơn vị, địa phương"]),
        ("Trưởng phòng ........, Phòng .....", []),
        (
            "đồng chí Lê An, Bí thư Chi bộ và đồng chí Trần Bình, Trưởng thôn",
            ["đồng chí Lê An, Bí thư Chi bộ", "đồng chí Trần Bình, Trưởng thôn"],
        ),
        (
            "Ông Lê An, Chánh Văn phòng và các đơn vị liên quan",
            ["Ông Lê An", "Chánh Văn phòng", "các đơn vị liên quan"],
        ),
        ("UBND xã Khánh Mây và chủ rừng", ["Ủy ban nhân dân xã Khánh Mây", "chủ rừng"]),
        ("", []),
    ],
)
def test_names(text: str, wanted: list[str]) -> None:
    assert list(actor_names(text)) == wanted


def test_people_count_where_a_table_may_name_them() -> None:
    assert actor_names("Nguyễn Văn Thử") == ()
    assert actor_names("Nguyễn Văn Thử", people=True) == ("Nguyễn Văn Thử",)
