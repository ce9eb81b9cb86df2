"""Born-digital PDF: the manuscript set in the form's boxes, with a text layer."""

from __future__ import annotations

import io
import random

from reportlab.pdfgen.canvas import Canvas

from corpus.manuscript import Block, Manuscript, Rendering, Role
from corpus.render import foot, grid, office
from corpus.render.flow import Flow
from corpus.render.look import HEIGHT, WIDTH, look
from corpus.render.paper import Page
from corpus.render.parts import Addressees, Foot, Head, Part, is_bold, is_centred_heading, parts
from corpus.render.pieces import Blanks, Piece, Pieces, of_block, plain, styled

_NARROW = 0.84
_KEPT = 3


def render(manuscript: Manuscript, chance: random.Random) -> Rendering:
    """The manuscript as PDF; places and regions are boxes."""
    flow = Flow(look(manuscript.form, chance))
    writer = _Writer(flow, Blanks(chance))
    found = list(parts(manuscript.blocks))
    for part, following in zip(found, [*found[1:], None], strict=True):
        writer.part(part, following)
    flow.numbers()
    flow.margins()
    return Rendering(".pdf", _drawn(flow.paper.pages, manuscript.name), flow.paper.places, flow.paper.regions)


class _Writer:
    """Sets the parts one after the other."""

    def __init__(self, flow: Flow, blanks: Blanks) -> None:
        self.flow = flow
        self.blanks = blanks
        self.in_annex_title = False

    def part(self, part: Part, following: Part | None) -> None:
        """Set a part; ``following`` is the one after it."""
        if isinstance(part, Head):
            office.head(self.flow, part, self.blanks)
        elif isinstance(part, Foot):
            foot.foot(self.flow, part, self.blanks)
        elif isinstance(part, Addressees):
            office.addressees(self.flow, part, self.blanks)
        elif part.role is Role.TABLE:
            grid.table(self.flow, part, self.blanks)
        elif part.role is Role.PAGE_BREAK:
            self.flow.new_page()
        else:
            if isinstance(following, Foot):
                self._keep_with_foot(part, following)
            self._prose(part, isinstance(following, Block) and following.role is part.role)
        self.in_annex_title = isinstance(part, Block) and part.role is Role.ANNEX

    def _keep_with_foot(self, block: Block, part: Foot) -> None:
        """The last paragraph goes on to the signers' page with them, since no page may hold signatures alone."""
        flow, look = self.flow, self.flow.look
        print_ = flow.broken(of_block(block, self.blanks), look.body, look.width)
        tall = len(print_) * flow.step(look.body) + look.gap
        if look.kept and tall < look.room * 2:
            flow.need(tall + foot.height(flow, part, self.blanks))

    def _prose(self, block: Block, goes_on: bool) -> None:
        flow, look = self.flow, self.flow.look
        pieces = of_block(block, self.blanks)
        if block.role is Role.ANNEX:
            self._annex(pieces)
            flow.y += 0 if goes_on else look.gap + 6
        elif block.role is Role.TYPE:
            flow.y += 4
            self._middle(styled(pieces, bold=True), look.type)
        elif block.role is Role.SUBJECT:
            self._middle(styled(pieces, bold=True), max(look.body, look.type - 1))
            if not goes_on:
                self._rule()
        elif block.role in (Role.AUTHORITY, Role.OPERATIVE):
            flow.need(flow.step(look.body) * _KEPT)
            flow.y += 4
            self._middle(styled(pieces, bold=True), look.body)
            flow.y += look.gap + 2
        elif is_centred_heading(block):
            self._centred_heading(block)
        elif block.role is Role.HEADING:
            flow.paragraph(styled(pieces, bold=is_bold(block)), keep=_KEPT)
        else:
            flow.paragraph(styled(pieces, italic=block.role is Role.BASIS and not look.party))

    def _middle(self, pieces: Pieces, size: float) -> None:
        look = self.flow.look
        width = look.width * _NARROW
        self.flow.need(self.flow.step(size))
        self.flow.centred(self.flow.balanced(pieces, size, width), look.left, look.width, size)

    def _centred_heading(self, block: Block) -> None:
        look = self.flow.look
        self.flow.need(self.flow.step(look.body) * (_KEPT + 1))
        if block.marker and not block.text.lstrip().startswith(block.marker):
            self._middle([Piece(block.marker, bold=True)], look.body)
            pieces = of_block(Block(block.role, block.runs), self.blanks)
        else:
            pieces = of_block(block, self.blanks)
        if plain(pieces).strip():
            self._middle(styled(pieces, bold=True), look.body)
        self.flow.y += look.gap

    def _rule(self) -> None:
        """The short rule that ends the title (NĐ 30/2020 PL I.II.5)."""
        flow, look = self.flow, self.flow.look
        length, middle = look.width * 0.2, (look.left + look.right) / 2
        flow.paper.rule(middle - length / 2, flow.y + 2, middle + length / 2, flow.y + 2)
        flow.y += look.gap + 8

    def _annex(self, pieces: Pieces) -> None:
        """A line of an annex's title; the first stands at the top of a new page."""
        flow = self.flow
        if not self.in_annex_title:
            flow.need(flow.look.bottom)
        note = plain(pieces).lstrip().startswith("(")
        self._middle(styled(pieces, bold=not note, italic=note), flow.look.body)


def _drawn(pages: list[Page], title: str) -> bytes:
    """The pages as a PDF file; the same pages give the same bytes."""
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=(WIDTH, HEIGHT), invariant=True, pageCompression=1)
    canvas.setTitle(title)
    for page in pages:
        for rule in page.rules:
            canvas.setLineWidth(rule.pen)
            canvas.setStrokeColorRGB(*rule.colour)
            canvas.line(rule.x0, HEIGHT - rule.y0, rule.x1, HEIGHT - rule.y1)
        pen = canvas.beginText()
        for print_ in page.prints:
            pen.setFont(print_.face, print_.size)
            pen.setFillColorRGB(*print_.colour)
            pen.setTextOrigin(print_.x, HEIGHT - print_.y)
            pen.textOut(print_.text)
        canvas.drawText(pen)
        canvas.showPage()
    canvas.save()
    return file.getvalue()
