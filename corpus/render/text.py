"""Plain text as clerks and law sites give it: head and foot in columns of spaces, by tabs, or one after the other."""

from __future__ import annotations

import codecs
import random
import unicodedata
from dataclasses import dataclass
from itertools import zip_longest

from corpus.manuscript import Block, Manuscript, Rendering, Role
from corpus.render.parts import Addressees, Foot, Head, Part, is_centred_heading, parts
from corpus.render.pieces import (
    SIGNED,
    Blanks,
    Piece,
    Pieces,
    lines,
    of_block,
    one_line,
    plain,
    printed,
    trimmed,
    width,
    wrap,
)
from corpus.render.scribe import Scribe

_GAP = 4


@dataclass(frozen=True, slots=True)
class _Habit:
    """How one text is set; ``wrapped`` is the widest line in code points, 0 for one line a paragraph."""

    head: str
    foot: str
    wrapped: int
    across: int
    indent: str
    spaced: bool
    rules: bool
    signed: bool
    signature_first: bool
    pages: int
    cells: str


def _habit(chance: random.Random) -> _Habit:
    return _Habit(
        head=chance.choice(("columns", "columns", "stacked", "by column", "motto first", "tabs")),
        foot=chance.choice(("columns", "columns", "stacked", "stacked", "tabs")),
        wrapped=chance.choice((0, 0, 0, chance.randint(68, 104))),
        across=chance.randint(88, 112),
        indent=chance.choice(("", "", "    ")),
        spaced=chance.random() < 0.4,
        rules=chance.random() < 0.5,
        signed=chance.random() < 0.3,
        signature_first=chance.random() < 0.2,
        pages=chance.choice((0, 0, 0, 1, chance.randint(44, 60))),
        cells=chance.choice(("\t", "\t", " | ")),
    )


def render(manuscript: Manuscript, chance: random.Random) -> Rendering:
    """The manuscript as a ``.txt`` file; places are spans of its pages' NFC text, pages end with a form feed."""
    writer = _Writer(_habit(chance), Blanks(chance))
    for part in parts(manuscript.blocks):
        writer.part(part)
    scribe = writer.scribe
    return Rendering(".txt", _encoded(scribe.pages(), chance), scribe.places(), scribe.regions())


def _encoded(pages: list[str], chance: random.Random) -> bytes:
    """The pages as offices save them: UTF-8, at times with a byte order mark, CR LF, or letters decomposed."""
    text = "\f".join(pages)
    if chance.random() < 0.05:
        text = unicodedata.normalize("NFD", text)
    if chance.random() < 0.2:
        text = text.replace("\n", "\r\n")
    mark = codecs.BOM_UTF8 if chance.random() < 0.15 else b""
    return mark + text.encode("utf-8")


class _Writer:
    """Sets the parts one after the other."""

    def __init__(self, habit: _Habit, blanks: Blanks) -> None:
        self.scribe = Scribe()
        self.habit = habit
        self.blanks = blanks
        self.row = 0

    def part(self, part: Part) -> None:
        if isinstance(part, Head):
            self._head(part)
        elif isinstance(part, Foot):
            self._foot(part)
        elif isinstance(part, Addressees):
            self._addressees(part)
        elif part.role is Role.TABLE:
            self._table(part)
        elif part.role is Role.PAGE_BREAK:
            self._break()
        else:
            self._prose(part)

    def _lines(self, blocks: list[Block]) -> list[Pieces]:
        return [trimmed(line) for block in blocks for line in lines(of_block(block, self.blanks))]

    def _line(self, pieces: Pieces) -> None:
        """A line of print; a paged text goes on to a new page, with its number, in the middle of anything."""
        if self.habit.pages > 1 and self.row >= self.habit.pages:
            self._page_number()
        self.scribe.line(pieces)
        self.row += 1

    def _page_number(self) -> None:
        self.scribe.new_page()
        self.scribe.line([Piece(str(len(self.scribe.pages())).rjust(self.habit.across // 2))])
        self.row = 0

    def _break(self) -> None:
        if self.habit.pages:
            self.scribe.new_page()
            self.row = 0
        else:
            self._line([])

    def _head(self, head: Head) -> None:
        for line in self._lines(head.marks_above):
            self._line(line)
        issuer = [line for column in head.issuers for line in self._lines(column)]
        motto = self._lines(head.motto)
        if self.habit.rules and issuer and motto:
            issuer.append([Piece("-" * 7)])
            motto.append([Piece("-" * 15)])
        number, date = self._lines(head.number), self._lines(head.place_date)
        below = self._lines(head.subject) + self._lines(head.marks_below)
        way = self.habit.head
        if way == "by column":
            bands = [(issuer + number + below, motto + date)]
        elif way == "motto first":
            bands = [(motto, issuer), (number + below, date)]
        else:
            bands = [(issuer, motto), (number + below, date)]
        self._pair(way, bands)
        self._line([])

    def _foot(self, foot: Foot) -> None:
        left = self._lines(foot.distribution)
        columns = [self._signer(column) for column in foot.signers]
        if self.habit.spaced:
            self._line([])
        if len(columns) > 1:
            self._pair(self.habit.foot, [(columns[0], [line for column in columns[1:] for line in column])])
            for line in left:
                self._line(line)
        else:
            right = columns[0] if columns else []
            turned = self.habit.foot == "stacked" and self.habit.signature_first
            self._pair(self.habit.foot, [(right, left) if turned else (left, right)])

    def _signer(self, column: list[Block]) -> list[Pieces]:
        found: list[Pieces] = []
        for block in column:
            if block.role is Role.SIGNER and self.habit.signed:
                found.append([Piece(SIGNED)])
            elif block.role is Role.SIGNER and self.habit.foot == "columns":
                found += [[], [], []]
            found += self._lines([block])
        return found

    def _pair(self, way: str, bands: list[tuple[list[Pieces], list[Pieces]]]) -> None:
        """Bands of a left and a right column: side by side, by tabs, or the one after the other."""
        if way not in ("columns", "tabs"):
            for left, right in bands:
                for line in left + right:
                    if line:
                        self._line(line)
            return
        middle = self.habit.across * 9 // 20
        for left, right in bands:
            wide = way == "columns"
            lefts = [part for line in left for part in (wrap(line, middle - 2) or [[]])] if wide else left
            room = self.habit.across - middle - _GAP
            rights = [part for line in right for part in (wrap(line, room) or [[]])] if wide else right
            empty: Pieces = []
            for one, other in zip_longest(lefts, rights, fillvalue=empty):
                self._line(_beside(one, other, middle, room) if wide else _tabbed(one, other))

    def _addressees(self, part: Addressees) -> None:
        indent = [Piece(self.habit.indent * 3)] if self.habit.indent else []
        for line in self._lines(part.blocks):
            self._line(indent + line)
        self._line([])

    def _prose(self, block: Block) -> None:
        if block.role is Role.ANNEX and self.habit.pages == 1:
            self._break()
        centred = block.role in (Role.TYPE, Role.AUTHORITY, Role.OPERATIVE, Role.ANNEX) or is_centred_heading(block)
        centred = centred or block.role is Role.SUBJECT
        for line in lines(of_block(block, self.blanks)):
            for at, row in enumerate(wrap(line, self.habit.wrapped) if self.habit.wrapped else [trimmed(line)]):
                pad = (self.habit.across - width(row)) // 2 if centred and self.habit.head == "columns" else 0
                indent = " " * max(pad, 0) if centred else self.habit.indent if at == 0 else ""
                self._line([Piece(indent), *row] if indent else row)
        if self.habit.spaced:
            self._line([])

    def _table(self, block: Block) -> None:
        for row in block.rows:
            line: Pieces = []
            for at, cell in enumerate(row):
                if at:
                    line.append(Piece(self.habit.cells))
                line += one_line(printed(cell, self.blanks))
            if self.habit.cells != "\t":
                line = [Piece("| "), *line, Piece(" |")]
            self._line(line)
        self._line([])


def _beside(left: Pieces, right: Pieces, middle: int, room: int) -> Pieces:
    """Two lines side by side, each in the middle of its column, but lists and what is longer at the edge."""
    if not right:
        if not left:
            return []
        return left if _is_list(left) else [Piece(" " * max((middle - width(left)) // 2, 0)), *left]
    before = 0 if _is_list(left) else max((middle - width(left)) // 2, 0)
    start = middle + _GAP + max((room - width(right)) // 2, 0)
    gap = max(start - before - width(left), _GAP)
    return [Piece(" " * before), *left, Piece(" " * gap), *right]


def _is_list(line: Pieces) -> bool:
    text = plain(line)
    return text.startswith(("- ", "+ ", "Nơi nhận"))


def _tabbed(left: Pieces, right: Pieces) -> Pieces:
    return [*left, Piece("\t\t" if right else ""), *right] if right else left
