"""Ruled tables in print: column widths by content, rows that break across pages."""

from __future__ import annotations

from dataclasses import replace

from corpus.manuscript import Block, Run
from corpus.render import fonts
from corpus.render.flow import Flow
from corpus.render.pieces import Blanks, Pieces, printed, styled, words
from corpus.render.typeset import Line

_PAD = 4.0
_BREAKABLE = 4
_Row = list[list[Line]]


def table(flow: Flow, block: Block, blanks: Blanks) -> None:
    """The block's rows between rules; the first is the head and may stand again on each new page."""
    if not block.rows:
        return
    look = flow.look
    size = min(look.body, 13.0) - 1
    cells = [[_cell(cell, blanks, number == 0) for cell in row] for number, row in enumerate(block.rows)]
    edges = _edges(flow, cells, size)
    flow.y += 2
    rows = [
        [flow.broken(cell, size, edges[at + 1] - edges[at] - 2 * _PAD) for at, cell in enumerate(row)] for row in cells
    ]
    again = [[_without_labels(line) for line in cell] for cell in rows[0]] if look.repeated_head else None
    flow.need(sum(_tall(row) for row in rows[:2]) * flow.step(size) + 4 * _PAD)
    for number, row in enumerate(rows):
        _row(flow, row, edges, size, head=number == 0, again=again)
    flow.y += look.gap + 2


def _cell(cell: tuple[Run, ...], blanks: Blanks, head: bool) -> Pieces:
    return styled(printed(cell, blanks), bold=head)


def _tall(row: _Row) -> int:
    return max((len(cell) for cell in row), default=0)


def _edges(flow: Flow, cells: list[list[Pieces]], size: float) -> list[float]:
    """Where the columns begin and end: each takes by the text in it, and no less than its longest word."""
    look = flow.look
    least: list[float] = []
    wish: list[float] = []
    for at in range(max(len(row) for row in cells)):
        column = [row[at] for row in cells if at < len(row)]
        longest = max((_wide(look.family, word, size) for cell in column for word in words(cell)), default=0.0)
        least.append(longest + 2 * _PAD + 1)
        wish.append(max((_wide(look.family, cell, size) for cell in column), default=0.0) ** 0.62)
    spare = look.width - sum(least)
    if spare < 0:
        least = [width * look.width / sum(least) for width in least]
        spare = 0.0
    edges = [look.left]
    for low, share in zip(least, wish, strict=True):
        edges.append(edges[-1] + low + spare * share / (sum(wish) or 1.0))
    return edges


def _wide(family: str, pieces: Pieces, size: float) -> float:
    return sum(fonts.measure(fonts.face(family, one.bold, one.italic), one.text, size) for one in pieces)


def _row(flow: Flow, row: _Row, edges: list[float], size: float, *, head: bool, again: _Row | None) -> None:
    """One row; what does not fit goes on upon the next page, inside rules of its own."""
    rest = row
    while True:
        fits = int((flow.left_over() - 2 * _PAD) // flow.step(size))
        tall = _tall(rest)
        if fits >= tall:
            _draw(flow, rest, edges, size, head)
            return
        if tall >= _BREAKABLE and fits >= 2 and tall - fits >= 2 and not head:
            _draw(flow, [cell[:fits] for cell in rest], edges, size, head)
            rest = [cell[fits:] for cell in rest]
        flow.new_page()
        if again and not head:
            _draw(flow, again, edges, size, True)


def _draw(flow: Flow, row: _Row, edges: list[float], size: float, head: bool) -> None:
    top = flow.y
    bottom = top + max(_tall(row), 1) * flow.step(size) + 2 * _PAD
    for at, cell in enumerate(row):
        flow.y = top + _PAD + ((_tall(row) - len(cell)) * flow.step(size) / 2 if head else 0)
        width = edges[at + 1] - edges[at]
        for line in cell:
            middle = head or (len(cell) == 1 and line.width < width * 0.5 and at == 0)
            x = edges[at] + ((width - line.width) / 2 if middle else _PAD)
            flow.print_line(line, x, size)
    flow.paper.rule(edges[0], top, edges[-1], top)
    flow.paper.rule(edges[0], bottom, edges[-1], bottom)
    for edge in edges:
        flow.paper.rule(edge, top, edge, bottom)
    flow.y = bottom


def _without_labels(line: Line) -> Line:
    return Line([replace(spot, piece=replace(spot.piece, labels=())) for spot in line.spots], line.last)
