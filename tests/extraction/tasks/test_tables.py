"""Task tables: which column says what, and which rows are tasks."""

from __future__ import annotations

import pytest

from vanban.extraction.tasks.tables import columns, row_task
from vanban.layout.model import Block


@pytest.mark.parametrize(
    ("header", "wanted"),
    [
        (
            ["TT", "Nội dung", "Đơn vị chủ trì", "Đơn vị phối hợp", "Thời gian"],
            {"task": 1, "lead": 2, "coordinator": 3, "time": 4},
        ),
        (["STT", "Nhiệm vụ", "Cơ quan thực hiện", "Thời hạn hoàn thành"], {"task": 1, "lead": 2, "time": 3}),
        (["Nội dung công việc thực hiện", "Người phụ trách", "Ghi chú"], {"task": 0, "lead": 1}),
        (["Họ và tên", "Ngày sinh", "Chức vụ"], {}),
        ([], {}),
    ],
)
def test_columns(header: list[str], wanted: dict[str, int]) -> None:
    assert columns(header) == wanted


@pytest.mark.parametrize(
    "cells",
    [
        ["Nội dung", "Chủ trì"],
        ["I. CÔNG TÁC CHUẨN BỊ", ""],
        ["", "Phòng Nội vụ"],
        ["Xây dựng kế hoạch"],
    ],
)
def test_rows_that_are_no_tasks(cells: list[str]) -> None:
    row = Block(text=" ".join(cells), pieces=[], kind="row", cells=cells, header=["Nội dung", "Chủ trì"])
    assert row_task(row, None) is None


def test_a_table_of_another_kind_has_no_tasks() -> None:
    row = Block(text="An 5", pieces=[], kind="row", cells=["An", "5"], header=["Họ và tên", "Số ngày công"])
    assert row_task(row, None) is None
