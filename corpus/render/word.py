"""Word .docx as offices type it: head and foot in tables without borders, ruled task tables, a page number field.

Places are spans of the page's text as ``vanban.reading.word`` flattens it: a line for each paragraph, a table row as
``| a | b |`` with ``<br>`` between the lines of a cell.
"""

from __future__ import annotations

import io
import random
import zipfile
from typing import Any

from corpus.manuscript import Block, Manuscript, Rendering, Role
from corpus.render.look import HEIGHT, WIDTH, Look, look
from corpus.render.parts import Addressees, Foot, Head, Part, is_bold, is_centred_heading, parts
from corpus.render.pieces import Blanks, Piece, Pieces, lines, of_block, one_line, printed, squeezed, styled, trimmed
from corpus.render.scribe import Scribe

_EPOCH = (1980, 1, 1, 0, 0, 0)
_Cell = list[tuple[Pieces, float, str]]
"""The paragraphs of a cell: print, size in points, and where it stands (``center``, ``left``)."""


def render(manuscript: Manuscript, chance: random.Random) -> Rendering:
    """The manuscript as ``.docx``; no blank for the hand is wider than one space in the head's text as it is read."""
    writer = _Writer(look(manuscript.form, chance), Blanks(chance), manuscript.name, chance.random() < 0.5)
    for part in parts(manuscript.blocks):
        writer.part(part)
    scribe = writer.scribe
    return Rendering(".docx", writer.saved(), scribe.places(), scribe.regions())


class _Writer:
    """Types the parts into a document and, beside it, the text that a reader gets."""

    def __init__(self, look: Look, blanks: Blanks, title: str, underlined: bool) -> None:
        self.look = look
        self.blanks = blanks
        self.underlined = underlined
        self.scribe = Scribe()
        self.in_annex_title = False
        self.document = _empty(look, title)

    def part(self, part: Part) -> None:
        if isinstance(part, Head):
            self._head(part)
        elif isinstance(part, Foot):
            self._foot(part)
        elif isinstance(part, Addressees):
            for block in part.blocks:
                self._addressee(block, len(part.blocks) == 1)
        elif part.role is Role.TABLE:
            self._data(part)
        elif part.role is Role.PAGE_BREAK:
            self.document.add_page_break()
            self.scribe.line()
        else:
            self._prose(part)
        self.in_annex_title = isinstance(part, Block) and part.role is Role.ANNEX

    def saved(self) -> bytes:
        """The file; its parts bear one time, so that the same document gives the same bytes."""
        raw, fixed = io.BytesIO(), io.BytesIO()
        self.document.save(raw)
        with zipfile.ZipFile(raw) as old, zipfile.ZipFile(fixed, "w", zipfile.ZIP_DEFLATED) as new:
            for name in old.namelist():
                new.writestr(zipfile.ZipInfo(name, _EPOCH), old.read(name), zipfile.ZIP_DEFLATED)
        return fixed.getvalue()

    def _printed(self, blocks: list[Block], size: float, *, bold: bool = False, italic: bool = False) -> _Cell:
        return [
            (styled(trimmed(line), bold=bold, italic=italic), size, "center")
            for block in blocks
            for line in lines(of_block(block, self.blanks))
        ]

    def _head(self, head: Head) -> None:
        look = self.look
        for line, size, _ in self._printed(head.marks_above, 13.0, bold=True):
            self._paragraph(line, size, "right")
        issuer: _Cell = []
        for block in (block for column in head.issuers for block in column):
            issuer += self._printed([block], look.issuer, bold=block.role is Role.ISSUER)
        if look.party and issuer:
            issuer.append(([Piece("*")], look.issuer, "center"))
        number = self._printed(head.number, look.number)
        number += self._printed(head.subject, look.under_number, italic=look.party)
        number += self._printed(head.marks_below, 13.0, bold=True)
        date = self._printed(head.place_date, min(look.body, 14.0), italic=True)
        self._table([[issuer, self._printed(head.motto, look.motto, bold=True)], [number, date]])

    def _foot(self, foot: Foot) -> None:
        look = self.look
        left: _Cell = []
        for at, block in enumerate(foot.distribution):
            title = at == 0 and block.text.strip().lower().startswith("nơi nhận")
            size = look.distribution + (1 if title else 0)
            left += [(line, size, "left") for line, _, _ in self._printed([block], size, bold=title, italic=title)]
        columns = [self._signer(column) for column in foot.signers]
        if len(columns) > 1:
            self._table([columns])
            for line, size, side in left:
                self._paragraph(line, size, side)
        else:
            self._table([[left, *columns]])

    def _signer(self, column: list[Block]) -> _Cell:
        found: _Cell = []
        for block in column:
            if block.role is Role.SIGNER:
                found += [([], self.look.signature, "center")] * 4
            found += self._printed([block], self.look.signature, bold=True)
        return found

    def _addressee(self, block: Block, alone: bool) -> None:
        for line in lines(of_block(block, self.blanks)):
            self._paragraph(trimmed(line), self.look.body, "center" if alone else "list")

    def _prose(self, block: Block) -> None:
        role = block.role
        centred = role in (Role.TYPE, Role.SUBJECT, Role.AUTHORITY, Role.OPERATIVE, Role.ANNEX)
        centred = centred or is_centred_heading(block)
        starts = role is Role.ANNEX and not self.in_annex_title
        for line in lines(of_block(block, self.blanks)):
            pieces = styled(
                trimmed(line), bold=centred or is_bold(block), italic=role is Role.BASIS and not self.look.party
            )
            size = self.look.type if role is Role.TYPE else self.look.body
            self._paragraph(pieces, size, "center" if centred else "body", new_page=starts)
            starts = False

    def _paragraph(self, pieces: Pieces, size: float, side: str, *, new_page: bool = False) -> None:
        paragraph = self.document.add_paragraph()
        if new_page:
            paragraph.paragraph_format.page_break_before = True
        _set(paragraph, pieces, size, side, self.look)
        self.scribe.line(pieces)

    def _data(self, block: Block) -> None:
        """A ruled table: each cell one paragraph, so that a reader gets it in one line."""
        rows: list[list[_Cell]] = []
        for number, row in enumerate(block.rows):
            cells = (trimmed(one_line(printed(cell, self.blanks))) for cell in row)
            rows.append([[(styled(cell, bold=number == 0), 12.0, "left" if number else "center")] for cell in cells])
        self._table(rows, style="Table Grid")

    def _table(self, rows: list[list[_Cell]], style: str | None = None) -> None:
        self.scribe.line()
        columns = max(len(row) for row in rows)
        table = self.document.add_table(len(rows), columns)
        if style:
            table.style = self.document.styles[style]
        for number, (row, made) in enumerate(zip(rows, table.rows, strict=True)):
            self.scribe.write([Piece("| ")])
            for at, (cell, typed) in enumerate(zip([*row, *[[]] * (columns - len(row))], made.cells, strict=True)):
                self.scribe.write([Piece(" | ")] if at else [])
                self._fill(typed, cell)
            self.scribe.line([Piece(" |")])
            if number == 0:
                self.scribe.line([Piece("|" + "---|" * columns)])
        self.scribe.line()

    def _fill(self, typed: Any, cell: _Cell) -> None:
        written = False
        for at, (pieces, size, side) in enumerate(cell):
            _set(typed.paragraphs[0] if at == 0 else typed.add_paragraph(), pieces, size, side, self.look)
            if read := squeezed(pieces):
                self.scribe.write([Piece("<br>"), *read] if written else read)
                written = True


def _empty(look: Look, title: str) -> Any:
    """A document with the form's margins and font and the page number in the middle of the header."""
    import docx
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import Pt

    document = docx.Document()
    document.core_properties.title = title
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Times New Roman", Pt(look.body)
    section = document.sections[0]
    section.page_width, section.page_height = Pt(WIDTH), Pt(HEIGHT)
    section.left_margin, section.right_margin = Pt(look.left), Pt(WIDTH - look.right)
    section.top_margin, section.bottom_margin = Pt(look.top), Pt(HEIGHT - look.bottom)
    section.different_first_page_header_footer = True
    edge = section.header if look.page_number == "top" else section.footer
    paragraph = edge.paragraphs[0]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    paragraph._p.append(field)
    return document


def _set(paragraph: Any, pieces: Pieces, size: float, side: str, look: Look) -> None:
    """Type the pieces into the paragraph, aligned to its side."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Pt

    form = paragraph.paragraph_format
    form.space_after = Pt(look.gap if side == "body" else 0)
    if side == "body":
        form.first_line_indent = Pt(look.indent)
        paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY if look.justified else WD_ALIGN_PARAGRAPH.LEFT
    elif side == "list":
        form.left_indent = Pt(look.width * 0.2)
    else:
        paragraph.alignment = WD_ALIGN_PARAGRAPH[side.upper()]
    for piece in pieces:
        run = paragraph.add_run(piece.text)
        run.bold, run.italic, run.font.size = piece.bold or None, piece.italic or None, Pt(size)
