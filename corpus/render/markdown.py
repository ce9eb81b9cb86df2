"""Markdown as law sites flatten their pages: head and foot as table rows, or as bold lines; tasks in pipe tables."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest

from corpus.manuscript import Block, Manuscript, Rendering, Role
from corpus.render.parts import Addressees, Foot, Head, Part, is_bold, is_centred_heading, parts
from corpus.render.pieces import SIGNED, Blanks, Piece, Pieces, lines, of_block, one_line, printed, styled, trimmed
from corpus.render.scribe import Scribe

_TITLES = (Role.TYPE, Role.SUBJECT, Role.AUTHORITY, Role.OPERATIVE, Role.ANNEX)
_LOUD = frozenset({Role.ISSUER, Role.MOTTO, Role.CAPACITY, Role.SIGNER, Role.MARK, *_TITLES})


@dataclass(frozen=True, slots=True)
class _Habit:
    """How one site flattens: ``break_`` parts the printed lines of a cell, ``stars`` mark bold and italic print."""

    rows: bool
    break_: str
    stars: bool
    hashes: bool
    rules: bool
    one_row: bool
    signed: bool
    separator: str


def _habit(chance: random.Random) -> _Habit:
    return _Habit(
        rows=chance.random() < 0.75,
        break_=chance.choice(("<br>", "<br>", " ")),
        stars=chance.random() < 0.6,
        hashes=chance.random() < 0.3,
        rules=chance.random() < 0.6,
        one_row=chance.random() < 0.3,
        signed=chance.random() < 0.35,
        separator=chance.choice(("---", "---", " --- ")),
    )


def render(manuscript: Manuscript, chance: random.Random) -> Rendering:
    """The manuscript as a ``.md`` file of one page; places are spans of its NFC text, marks of emphasis left out."""
    writer = _Writer(_habit(chance), Blanks(chance))
    for part in parts(manuscript.blocks):
        writer.part(part)
    scribe = writer.scribe
    return Rendering(".md", "".join(scribe.pages()).encode("utf-8"), scribe.places(), scribe.regions())


class _Writer:
    """Writes the parts one after the other, an empty line between them."""

    def __init__(self, habit: _Habit, blanks: Blanks) -> None:
        self.scribe = Scribe()
        self.habit = habit
        self.blanks = blanks

    def part(self, part: Part) -> None:
        if isinstance(part, Head):
            self._head(part)
        elif isinstance(part, Foot):
            self._foot(part)
        elif isinstance(part, Addressees):
            for block in part.blocks:
                self._prose(block)
        elif part.role is Role.TABLE:
            self._rows([[one_line(printed(cell, self.blanks)) for cell in row] for row in part.rows])
        elif part.role is Role.PAGE_BREAK:
            self._paragraph([Piece("---")])
        else:
            self._prose(part)

    def _lines(self, blocks: list[Block]) -> list[Pieces]:
        return [line for block in blocks for line in self._printed(block)]

    def _printed(self, block: Block) -> Iterator[Pieces]:
        """The block's lines with their marks of emphasis."""
        loud = block.role in _LOUD or is_bold(block)
        quiet = block.role in (Role.BASIS, Role.PLACE_DATE)
        for line in lines(of_block(block, self.blanks)):
            yield self._marked(styled(trimmed(line), bold=loud, italic=quiet))

    def _marked(self, line: Pieces) -> Pieces:
        """The line with stars around each stretch of bold or italic print."""
        if not self.habit.stars:
            return line
        found: Pieces = []
        open_ = ""
        for at, piece in enumerate(line):
            mark = "" if piece.hand and not open_ else "**" if piece.bold else "*" if piece.italic else ""
            if piece.hand and open_:
                mark = open_
            if mark != open_:
                _close(found, open_)
                found.append(Piece(mark))
                open_ = mark
            found.append(piece)
            if at == len(line) - 1:
                _close(found, open_)
        return [piece for piece in found if piece.text]

    def _head(self, head: Head) -> None:
        for block in head.marks_above:
            self._prose(block)
        issuer = [line for column in head.issuers for line in self._lines(column)]
        motto = self._lines(head.motto)
        if self.habit.rules and issuer and motto:
            issuer.append([Piece("-" * 7)])
            motto.append([Piece("-" * 15)])
        below = self._lines(head.number) + self._lines(head.subject) + self._lines(head.marks_below)
        date = self._lines(head.place_date)
        if not self.habit.rows:
            for line in issuer + below + motto + date if self.habit.one_row else motto + issuer + below + date:
                self._paragraph(line)
        elif self.habit.one_row:
            self._rows([[self._cell(issuer + below), self._cell(motto + date)]])
        else:
            self._rows([[self._cell(issuer), self._cell(motto)], [self._cell(below), self._cell(date)]])

    def _foot(self, foot: Foot) -> None:
        left = self._lines(foot.distribution)
        columns = [self._signer(column) for column in foot.signers]
        if not self.habit.rows:
            for line in [*left, *(line for column in columns for line in column)]:
                self._paragraph(line)
        elif len(columns) > 1:
            self._rows([[self._cell(column) for column in columns]])
            for line in left:
                self._paragraph(line)
        else:
            self._rows([[self._cell(left), *(self._cell(column) for column in columns)]])

    def _signer(self, column: list[Block]) -> list[Pieces]:
        found: list[Pieces] = []
        for block in column:
            if block.role is Role.SIGNER and self.habit.signed:
                found.append([Piece(SIGNED)])
            found += self._lines([block])
        return found

    def _cell(self, found: list[Pieces]) -> Pieces:
        """Printed lines as the text of one cell."""
        cell: Pieces = []
        for line in found:
            cell += [Piece(self.habit.break_), *line] if cell else line
        return cell

    def _rows(self, rows: list[list[Pieces]]) -> None:
        columns = max((len(row) for row in rows), default=0)
        for number, row in enumerate(rows):
            line: Pieces = [Piece("|")]
            for cell, _ in zip_longest(row, range(columns)):
                line += [Piece(" "), *trimmed(cell or []), Piece(" |")]
            self.scribe.line(line)
            if number == 0:
                self.scribe.line([Piece("|" + f"{self.habit.separator}|" * columns)])
        self.scribe.line()

    def _prose(self, block: Block) -> None:
        high = block.role in (Role.TYPE, Role.ANNEX) or is_centred_heading(block)
        for line in self._printed(block):
            self._paragraph([Piece("### "), *line] if high and self.habit.hashes else line)

    def _paragraph(self, line: Pieces) -> None:
        self.scribe.line(line)
        self.scribe.line()


def _close(found: Pieces, mark: str) -> None:
    """Write the closing mark before the white space that ends the last piece."""
    if not mark:
        return
    last = found.pop()
    bare = last.text if last.hand else last.text.rstrip()
    space = last.text[len(bare) :]
    found += [Piece(bare, last.labels, last.bold, last.italic, last.hand), Piece(mark)]
    if space:
        found.append(Piece(space))
