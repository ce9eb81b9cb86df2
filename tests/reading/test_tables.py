"""Ruled tables from a page's rules and words."""

from __future__ import annotations

import pytest

from tests.reading.drawn import MakePdf
from vanban.reading import open_document
from vanban.reading.document import Word
from vanban.reading.drawings import Drawings
from vanban.reading.tables import find


def _grid(xs: list[float], ys: list[float]) -> list[tuple[float, float, float, float]]:
    return [(xs[0], y, xs[-1], y) for y in ys] + [(x, ys[0], x, ys[-1]) for x in xs]


def test_tables_rows_and_cells_of_a_pdf(make_pdf: MakePdf) -> None:
    lines = [(75, 115, "TT"), (105, 115, "Nhiệm vụ"), (75, 140, "1"), (105, 140, "Sửa cầu"), (105, 154, "và kè")]
    path = make_pdf([lines], rules=_grid([70, 100, 300], [100, 125, 160]))
    (table,) = open_document(path, isolated=False).pages[0].tables
    assert table.rows == [["TT", "Nhiệm vụ"], ["1", "Sửa cầu và kè"]]
    assert table.box == pytest.approx((70, 100, 300, 160), abs=1)
    assert table.cells[1][0] == pytest.approx((70, 125, 100, 160), abs=1)


def test_tables_merged_cell_stands_in_its_first_place() -> None:
    across = [(0.0, y, 300.0, y) for y in (0.0, 20.0, 40.0)]
    down = [(0.0, 0.0, 0.0, 40.0), (300.0, 0.0, 300.0, 40.0), (150.0, 20.0, 150.0, 40.0)]
    words = [Word("chung", (10, 4, 60, 16)), Word("a", (10, 24, 20, 36)), Word("b", (160, 24, 170, 36))]
    (table,) = find(Drawings(across=across, down=down), words)
    assert table.rows == [["chung", ""], ["a", "b"]]
    assert table.cells[0][1] is None


@pytest.mark.parametrize(
    ("across", "down"),
    [
        ([], []),
        ([(0, 0, 300, 0), (0, 20, 300, 20)], []),
        ([(0, 0, 5, 0), (0, 20, 5, 20)], [(0, 0, 0, 20), (5, 0, 5, 20)]),
        ([(0, 0, 300, 0), (0, 20, 300, 20)], [(0, 0, 0, 20), (300, 0, 300, 20)]),
    ],
    ids=["nothing", "only lines", "a box for a tick", "a frame of one cell"],
)
def test_tables_no_grid_no_table(across: list[tuple[float, ...]], down: list[tuple[float, ...]]) -> None:
    assert find(Drawings(across=across, down=down), []) == []  # type: ignore[arg-type]
