"""Coordinators: where their names end and the task's verb begins."""

from __future__ import annotations

import pytest

from vanban.extraction.tasks.coordinators import find_coordinators


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Chủ trì, phối hợp với Phòng Văn thư - Lưu trữ xây dựng lịch kiểm tra.", ["Phòng Văn thư - Lưu trữ"]),
        ("Phối hợp với Hội đồng Thi đua - Khen thưởng tổng hợp hồ sơ.", ["Hội đồng Thi đua - Khen thưởng"]),
        ("phối hợp với Hội Nông dân tổ chức hội chợ", ["Hội Nông dân"]),
        ("phối hợp với các đơn vị có liên quan rà soát số liệu", ["các đơn vị có liên quan"]),
        ("tăng cường sự phối hợp với Trạm Y tế", []),
        ("Cùng Phòng Dân tộc làm sạch bờ ao", ["Phòng Dân tộc"]),
        ("Cùng với việc vớt bèo, sửa bờ ao", []),
        ("chủ trì, trao đổi, thống nhất với Sở Tư pháp để sửa bờ ao", ["Sở Tư pháp"]),
        ("chủ trì, cùng với Công đoàn cơ sở tổ chức hội chợ", ["Công đoàn cơ sở"]),
    ],
)
def test_names_end_where_the_task_begins(text: str, names: list[str]) -> None:
    assert [text[start:end] for start, end in find_coordinators(text)] == names
