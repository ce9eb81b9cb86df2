"""Print running down the pages: paragraphs, centred lines, page breaks and page numbers."""

from __future__ import annotations

from corpus.render import fonts
from corpus.render.look import HEIGHT, WIDTH, Look
from corpus.render.paper import BLACK, Colour, Paper
from corpus.render.pieces import Piece, Pieces, lines, trimmed
from corpus.render.typeset import Line, break_lines

_NUMBER_SIZE = 13.0
_FEW = 3


class Flow:
    """A pen that goes down the page; ``y`` is the top of the next line, in points."""

    def __init__(self, look: Look) -> None:
        self.look = look
        self.paper = Paper()
        self.y = look.top

    def step(self, size: float) -> float:
        """The height of a line of the size."""
        return size * self.look.leading

    def left_over(self) -> float:
        """The height that is free on the page."""
        return self.look.bottom - self.y

    def new_page(self) -> None:
        """Go on at the top of a new page."""
        self.paper.pages.append(type(self.paper.pages[0])())
        self.y = self.look.top

    def need(self, height: float) -> None:
        """Go on to a new page when so much is not free, unless this one is empty."""
        if self.left_over() < height and self.y > self.look.top:
            self.new_page()

    def broken(
        self, pieces: Pieces, size: float, width: float, indent: float = 0.0, justified: bool = False
    ) -> list[Line]:
        """The pieces as lines; a line feed ends one."""
        return [
            line
            for part in lines(pieces)
            for line in break_lines(
                trimmed(part), self.look.family, size, width, indent=indent, justified=justified and self.look.justified
            )
        ]

    def balanced(self, pieces: Pieces, size: float, width: float) -> list[Line]:
        """Lines for the middle of a column, as even as clerks break them by eye."""
        found: list[Line] = []
        for part in lines(pieces):
            loose = self.broken(part, size, width)
            longest = max((line.width for line in loose), default=0.0)
            low = longest / 2
            while len(loose) > 1 and longest - low > size / 2:
                middle = (low + longest) / 2
                tried = self.broken(part, size, middle)
                if len(tried) == len(loose) and max(line.width for line in tried) <= middle:
                    loose, longest = tried, max(line.width for line in tried)
                else:
                    low = middle
            found += loose
        return found

    def print_line(self, line: Line, x: float, size: float, *, colour: Colour = BLACK) -> None:
        """A line at the pen's height; the pen goes down by its height."""
        self.paper.put(line, x, self.baseline(size), colour=colour)
        self.y += self.step(size)

    def baseline(self, size: float) -> float:
        """Where a line of the size that is set now stands."""
        return self.y + fonts.ASCENT * size + (self.look.leading - fonts.ASCENT - fonts.DESCENT) * size / 2

    def centred(self, found: list[Line], x: float, width: float, size: float) -> None:
        """Lines in the middle of a column that begins at ``x``."""
        for line in found:
            self.print_line(line, x + (width - line.width) / 2, size)

    def paragraph(
        self, pieces: Pieces, *, indent: float | None = None, gap: float | None = None, keep: int = 1
    ) -> None:
        """A justified paragraph with a gap after it; ``keep`` more lines must fit below its first one."""
        look = self.look
        found = self.broken(pieces, look.body, look.width, indent=look.indent, justified=True)
        self.need(self.step(look.body) * min(max(keep, len(found[:2])), _FEW + 1))
        for line in found:
            self.need(self.step(look.body))
            self.print_line(line, look.left, look.body)
        self.y += look.gap

    def numbers(self) -> None:
        """The page numbers, from the second page on."""
        look = self.look
        face = fonts.face(look.family, False, False)
        for number in range(2, len(self.paper.pages) + 1):
            line = break_lines([Piece(str(number))], look.family, _NUMBER_SIZE, 100.0)[0]
            width = fonts.measure(face, str(number), _NUMBER_SIZE)
            x = look.right - width if look.page_number == "bottom_right" else (look.left + look.right - width) / 2
            y = look.top - 14 if look.page_number == "top" else (look.bottom + HEIGHT) / 2 + 2
            self.paper.put(line, x, y, page=number)

    def margins(self) -> None:
        """Note the free margin above the first page's head."""
        self.paper.region("head", (self.look.left, 0.0, WIDTH, self.look.top), page=1)
