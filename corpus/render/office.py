"""The boxes of an office document in print: head, title, addressees and foot (NĐ 30/2020 PL I.IV)."""

from __future__ import annotations

from corpus.manuscript import Block, Role
from corpus.render.flow import Flow
from corpus.render.paper import RED
from corpus.render.parts import Addressees, Head
from corpus.render.pieces import Blanks, Piece, lines, of_block, plain, styled
from corpus.render.typeset import Line

_STAMP = (110.0, 30.0)
_BESIDE = 20
_OPENING = 24


def head(flow: Flow, part: Head, blanks: Blanks) -> None:
    """Issuers on the left, motto or party's name on the right, number and date on one line below."""
    look = flow.look
    _marks_above(flow, part.marks_above, blanks)
    top = flow.y
    split = look.width * look.valley
    left_end = _issuers(flow, part.issuers, blanks, split)
    flow.y = top
    _motto(flow, part.motto, blanks, split)
    flow.y = max(flow.y, left_end) + look.gap
    row = flow.y
    for block in part.place_date:
        size = min(look.body, 14.0)
        found = flow.broken(styled(of_block(block, blanks), italic=True), size, look.width - split - 6)
        flow.centred(found, look.left + split + 6, look.width - split - 6, size)
    right_end, flow.y = flow.y, row
    for block in part.number:
        flow.centred(flow.broken(of_block(block, blanks), look.number, split), look.left, split, look.number)
    if part.subject:
        flow.y += look.gap
        for block in part.subject:
            pieces = styled(of_block(block, blanks), italic=look.party)
            flow.centred(flow.balanced(pieces, look.under_number, split * 0.94), look.left, split, look.under_number)
    _marks_below(flow, part.marks_below, blanks)
    for block in part.stamps:
        _stamp_room(flow, block)
    flow.y = max(flow.y, right_end) + look.gap + 8


def _issuers(flow: Flow, columns: list[list[Block]], blanks: Blanks, split: float) -> float:
    """The issuing agencies: side by side where their lines are short, else the one below the other."""
    look = flow.look
    top, end = flow.y, flow.y
    beside = (
        look.beside and len(columns) > 1 and all(len(block.text) <= _BESIDE for column in columns for block in column)
    )
    share = split / len(columns) if beside else split
    for number, column in enumerate(columns):
        if beside:
            flow.y = top
        x = look.left + (share * number if beside else 0)
        for block in column:
            pieces = styled(of_block(block, blanks), bold=block.role is Role.ISSUER)
            flow.centred(flow.balanced(pieces, look.issuer, share - 6), x, share - 6, look.issuer)
        end = max(end, flow.y)
    flow.y = end
    if look.party and columns:
        flow.centred(flow.broken([Piece("*")], look.issuer, split), look.left, split, look.issuer)
    elif look.rules and columns:
        _rule_below(flow, look.left + split / 2 - 3, split * 0.2)
    return flow.y


def _motto(flow: Flow, blocks: list[Block], blanks: Blanks, split: float) -> None:
    """Quốc hiệu and Tiêu ngữ, or the Party's name, each on one line, with a rule as long as the last line."""
    look = flow.look
    room = look.width - split
    found: list[tuple[Line, float]] = []
    for row, pieces in enumerate(line for block in blocks for line in lines(of_block(block, blanks))):
        size = look.motto + (1 if row else 0)
        line = flow.broken(styled(pieces, bold=True), size, 1000.0)[0]
        if line.width > room:
            size *= room / line.width
            line = flow.broken(styled(pieces, bold=True), size, 1000.0)[0]
        found.append((line, size))
    for line, size in found:
        flow.centred([line], look.left + split, room, size)
    if found:
        _rule_below(flow, look.left + split + room / 2, found[-1][0].width)


def _rule_below(flow: Flow, middle: float, length: float) -> None:
    flow.y += 2
    flow.paper.rule(middle - length / 2, flow.y, middle + length / 2, flow.y)
    flow.y += 4


def _marks_above(flow: Flow, blocks: list[Block], blanks: Blanks) -> None:
    """Circulation and draft marks above the motto, in a frame (ô số 11)."""
    look = flow.look
    for block in blocks:
        line = flow.broken(styled(of_block(block, blanks), bold=True), 13.0, look.width)[0]
        x = look.right - line.width - 12
        flow.paper.frame((x - 6, flow.y - 2, x + line.width + 6, flow.y + flow.step(13.0) + 2))
        flow.print_line(line, x, 13.0)
        flow.y += 8


def _marks_below(flow: Flow, blocks: list[Block], blanks: Blanks) -> None:
    """Secrecy and urgency in a red frame on the left, below the number (ô số 10)."""
    for block in blocks:
        flow.y += 6
        line = flow.broken(styled(of_block(block, blanks), bold=True), 13.0, flow.look.width)[0]
        x = flow.look.left + 20
        box = (x - 6, flow.y - 1, x + line.width + 6, flow.y + flow.step(13.0) + 2)
        flow.paper.frame(box, 0.9, RED)
        flow.print_line(line, x, 13.0, colour=RED)
        flow.y += 4


def _stamp_room(flow: Flow, block: Block) -> None:
    """Free room on the left below the number, where a mark is stamped by hand."""
    label = next((label for run in block.runs for label in run.labels), "urgency")
    x, (width, height) = flow.look.left + 10, _STAMP
    flow.y += 4
    flow.paper.region(f"hand:{label}", (x, flow.y, x + width, flow.y + height), text=block.text)
    flow.y += height


def addressees(flow: Flow, part: Addressees, blanks: Blanks) -> None:
    """Kính gửi: in the middle when there is one line, else a list under the colon (ô số 9a)."""
    look = flow.look
    flow.y += 4
    rows = [line for block in part.blocks for line in lines(of_block(block, blanks))]
    first = flow.broken(rows[0], look.body, look.width * 0.86)
    if len(rows) == 1:
        flow.centred(first, look.left, look.width, look.body)
        flow.y += look.gap + 6
        return
    x = look.left + look.width * 0.18
    opening = plain(rows[0]).strip()
    flow.print_line(first[0], x, look.body)
    for line in first[1:]:
        flow.print_line(line, x, look.body)
    hang = x + (first[0].width + 4 if len(opening) < _OPENING else look.indent)
    for row in rows[1:]:
        for line in flow.broken(row, look.body, look.right - hang):
            flow.need(flow.step(look.body))
            flow.print_line(line, hang, look.body)
    flow.y += look.gap + 6
