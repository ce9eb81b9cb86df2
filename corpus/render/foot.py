"""The foot of an office document in print: Nơi nhận on the left, the signers on the right or side by side."""

from __future__ import annotations

from corpus.manuscript import Block, Role
from corpus.render.flow import Flow
from corpus.render.parts import Foot
from corpus.render.pieces import Blanks, of_block, plain, styled
from corpus.render.typeset import Line

_SEAL = 102.0
_Row = tuple[Line, float]


def foot(flow: Flow, part: Foot, blanks: Blanks) -> None:
    """Both columns on one page, where that is possible (ô số 7–9, NĐ 30/2020 PL I.IV)."""
    look = flow.look
    flow.y += 8
    split = look.width * 0.46
    lists = _distribution(flow, part.distribution, blanks, split - 8)
    several = len(part.signers) > 1
    share = look.width / max(len(part.signers), 1) if several else look.width - split
    columns = [_signature(flow, column, blanks, share - 10) for column in part.signers]
    tall = max((_height(flow, above, below) for above, below in columns), default=0.0)
    long = sum(flow.step(size) for _, size in lists)
    flow.need(min(tall + (long if several else 0) if several else max(tall, long), look.bottom - look.top))
    top, end = flow.y, flow.y
    for number, (above, below) in enumerate(columns):
        flow.y = top
        _sign(flow, above, below, look.left + (share * number if several else split), share)
        end = max(end, flow.y)
    flow.y = end + 10 if several else top
    for line, size in lists:
        flow.need(flow.step(size))
        flow.print_line(line, look.left, size)
        if look.party and size > look.distribution:
            flow.paper.rule(look.left, flow.y - 1, look.left + line.width, flow.y - 1)
    flow.y = max(flow.y, end)


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


def _signature(flow: Flow, column: list[Block], blanks: Blanks, width: float) -> tuple[list[_Row], list[_Row]]:
    """What is printed above the signature and what below it."""
    above: list[_Row] = []
    below: list[_Row] = []
    size = flow.look.signature
    for block in column:
        side = below if block.role is Role.SIGNER or below else above
        side += [(line, size) for line in flow.balanced(styled(of_block(block, blanks), bold=True), size, width)]
    return above, below


def _height(flow: Flow, above: list[_Row], below: list[_Row]) -> float:
    return sum(flow.step(size) for _, size in above + below) + flow.look.room


def _sign(flow: Flow, above: list[_Row], below: list[_Row], x: float, share: float) -> None:
    """A signer's column, with the room for signature and seal noted."""
    for line, size in above:
        flow.centred([line], x, share, size)
    top = flow.y
    flow.y += flow.look.room
    middle = x + share / 2
    flow.paper.region("signature", (middle - 62, top, middle + 62, flow.y))
    seal_x, seal_y = middle - 62 + 124 / 3 - _SEAL / 2 - 14, (top + flow.y - _SEAL) / 2
    flow.paper.region("seal", (seal_x, seal_y, seal_x + _SEAL, seal_y + _SEAL))
    for line, size in below:
        flow.centred([line], x, share, size)
