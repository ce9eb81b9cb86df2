"""Ruled tables of digital pages, from the rules that pdfium tells and the words that were read.

Only a page whose rules make a grid is looked at. pdfplumber's own table code works on the rules: it joins
them, finds where they cross and which cells they bound; the words of each cell are put in by their middle.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import Final

from vanban.reading.document import Table, Word
from vanban.reading.drawings import Drawings
from vanban.record import Box

_FEWEST: Final = 2
_LONG: Final = 12.0
_SNAP: Final = 3.0
_MOST_CROSSINGS: Final = 200_000
_Edge = dict[str, float | str]


def find(drawn: Drawings, words: list[Word]) -> list[Table]:
    """The tables of at least two cells whose rules ``drawn`` holds, from top to bottom.

    Every row has one entry for each column; a cell that spans several stands in its first place.
    """
    across = [rule for rule in drawn.across if rule[2] - rule[0] >= _LONG]
    down = [rule for rule in drawn.down if rule[3] - rule[1] >= _LONG / 2]
    if len(across) < _FEWEST or len(down) < _FEWEST or len(across) * len(down) > _MOST_CROSSINGS:
        return []
    from pdfplumber import table as ruled

    edges = [_edge(rule, "h") for rule in across] + [_edge(rule, "v") for rule in down]
    merged = ruled.merge_edges(edges, _SNAP, _SNAP, _SNAP, _SNAP)
    crossings = ruled.edges_to_intersections(merged, _SNAP, _SNAP)
    groups: list[list[Box]] = ruled.cells_to_tables(ruled.intersections_to_cells(crossings))
    filler = _Filler(words)
    tables = [filler.table(cells) for cells in groups if len(cells) >= _FEWEST]
    return sorted(tables, key=lambda table: (table.box[1], table.box[0]))


def _edge(rule: Box, orientation: str) -> _Edge:
    """A rule as pdfplumber describes it: its middle line."""
    x0, top, x1, bottom = rule
    if orientation == "h":
        top = bottom = (top + bottom) / 2
    else:
        x0 = x1 = (x0 + x1) / 2
    return {
        "x0": x0, "x1": x1, "top": top, "bottom": bottom,
        "width": x1 - x0, "height": bottom - top, "orientation": orientation,
    }  # fmt: skip


class _Filler:
    """The page's words by height, to be put into cells."""

    def __init__(self, words: list[Word]) -> None:
        self.words = sorted(words, key=_middle_height)
        self.heights = [_middle_height(word) for word in self.words]

    def table(self, cells: list[Box]) -> Table:
        """The cells by row and column, each with the text of its words."""
        lefts, tops = _places([cell[0] for cell in cells]), _places([cell[1] for cell in cells])
        rows = [[""] * len(lefts) for _ in tops]
        boxes: list[list[Box | None]] = [[None] * len(lefts) for _ in tops]
        for cell in cells:
            row, column = _nearest(tops, cell[1]), _nearest(lefts, cell[0])
            rows[row][column] = self.text(cell)
            boxes[row][column] = (round(cell[0], 2), round(cell[1], 2), round(cell[2], 2), round(cell[3], 2))
        box = (
            min(cell[0] for cell in cells),
            min(cell[1] for cell in cells),
            max(cell[2] for cell in cells),
            max(cell[3] for cell in cells),
        )
        return Table(rows, box, boxes)

    def text(self, cell: Box) -> str:
        """The words whose middle lies in ``cell``, line by line, joined by spaces."""
        x0, top, x1, bottom = cell
        between = self.words[bisect_left(self.heights, top) : bisect_right(self.heights, bottom)]
        inside = [word for word in between if x0 <= (word.box[0] + word.box[2]) / 2 <= x1]
        lines: list[list[Word]] = []
        for word in inside:
            if lines and _middle_height(word) - _middle_height(lines[-1][0]) < 0.6 * (word.box[3] - word.box[1]):
                lines[-1].append(word)
            else:
                lines.append([word])
        return "".join(
            word.text + (" " if word.space else "")
            for line in lines
            for word in sorted(line, key=lambda one: one.box[0])
        ).strip()


def _middle_height(word: Word) -> float:
    """Near the foot of the line: accents over capitals make a word's box higher, never lower."""
    return word.box[3] - 0.5 * (word.size or word.box[3] - word.box[1])


def _places(values: list[float]) -> list[float]:
    """The different values in order; those closer than the snap distance are one."""
    found: list[float] = []
    for value in sorted(values):
        if not found or value - found[-1] > _SNAP:
            found.append(value)
    return found


def _nearest(places: list[float], value: float) -> int:
    return max(0, bisect_right(places, value + 0.01) - 1)
