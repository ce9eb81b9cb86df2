"""The foot of an office document in print: Nơi nhận on the left, the signers on the right or side by side."""

from __future__ import annotations

from corpus.manuscript import Block, Role
from corpus.render.flow import Flow
from corpus.render.parts import Foot
from corpus.render.pieces import Blanks, of_block, plain, styled
from corpus.render.typeset import Line

_SEAL = 102.0
_ABOVE = 8.0
_Row = tuple[Line, float]
_Column = tuple[list[_Row], list[_Row]]


def foot(flow: Flow, part: Foot, blanks: Blanks) -> None:
    """Both columns on one page, where that is possible (ô số 7–9, NĐ 30/2020 PL I.IV)."""
    look = flow.look
    flow.y += _ABOVE
    lists, columns, share = _set(flow, part, blanks)
    several = len(columns) > 1
    flow.need(min(_height(flow, lists, columns), look.bottom - look.top))
    top, end = flow.y, flow.y
    level = max((_tall(flow, above) for above, _ in columns), default=0.0)
    for number, (above, below) in enumerate(columns):
        flow.y = top
        x = look.left + (share * number if several else look.width - share)
        _sign(flow, (above, below), x, share, top + level)
        end = max(end, flow.y)
    flow.y = end + 10 if several else top
    for line, size in lists:
        flow.need(flow.step(size))
        flow.print_line(line, look.left, size)
        if look.party and size > look.distribution:
            flow.paper.rule(look.left, flow.y - 1, look.left + line.width, flow.y - 1)
    flow.y = max(flow.y, end)


def height(flow: Flow, part: Foot, blanks: Blanks) -> float:
    """How much of a page the foot takes, in points."""
    lists, columns, _ = _set(flow, part, blanks)
    return _ABOVE + _height(flow, lists, columns)


def _set(flow: Flow, part: Foot, blanks: Blanks) -> tuple[list[_Row], list[_Column], float]:
    """The lines of the list and of each signer's column, and a column's width."""
    look = flow.look
    split = look.width * 0.46
    share = look.width / len(part.signers) if len(part.signers) > 1 else look.width - split
    columns = [_signature(flow, column, blanks, share - 10) for column in part.signers]
    return _distribution(flow, part.distribution, blanks, split - 8), columns, share


def _height(flow: Flow, lists: list[_Row], columns: list[_Column]) -> float:
    tall = max((_tall(flow, above) for above, _ in columns), default=0.0)
    tall += max((_tall(flow, below) + flow.look.room for _, below in columns), default=0.0)
    long = _tall(flow, lists)
    return tall + long if len(columns) > 1 else max(tall, long)


def _tall(flow: Flow, rows: list[_Row]) -> float:
    return sum(flow.step(size) for _, size in rows)


def _distribution(flow: Flow, blocks: list[Block], blanks: Blanks, width: float) -> list[_Row]:
    """The list of recipients: its name bold italic and a point larger (ô số 9b)."""
    found: list[_Row] = []
    for at, block in enumerate(blocks):
        pieces = of_block(block, blanks)
        title = at == 0 and plain(pieces).strip().lower().startswith("nơi nhận")
        size = flow.look.distribution + (1 if title else 0)
        if title:
            pieces = styled(pieces, bold=not flow.look.party, italic=not flow.look.party)
        found += [(line, size) for line in flow.broken(pieces, size, width)]
    return found


def _signature(flow: Flow, column: list[Block], blanks: Blanks, width: float) -> _Column:
    """What is printed above the signature and what below it."""
    above: list[_Row] = []
    below: list[_Row] = []
    size = flow.look.signature
    for block in column:
        side = below if block.role is Role.SIGNER or below else above
        side += [(line, size) for line in flow.balanced(styled(of_block(block, blanks), bold=True), size, width)]
    return above, below


def _sign(flow: Flow, column: _Column, x: float, share: float, top: float) -> None:
    """A signer's column, with the room for signature and seal noted; ``top`` is where that room begins."""
    above, below = column
    for line, size in above:
        flow.centred([line], x, share, size)
    flow.y = top
    flow.y += flow.look.room
    middle = x + share / 2
    flow.paper.region("signature", (middle - 62, top, middle + 62, flow.y))
    seal_x, seal_y = middle - 62 + 124 / 3 - _SEAL / 2 - 14, (top + flow.y - _SEAL) / 2
    flow.paper.region("seal", (seal_x, seal_y, seal_x + _SEAL, seal_y + _SEAL))
    for line, size in below:
        flow.centred([line], x, share, size)
