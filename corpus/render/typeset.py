"""Lines of print: pieces broken into words, words into lines, with the widths of a face."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from corpus.render import fonts
from corpus.render.pieces import Piece, Pieces, words


@dataclass(slots=True)
class Spot:
    """A stretch of print in one face: ``x`` counts from the line's left end, in points."""

    piece: Piece
    face: str
    size: float
    x: float
    width: float


@dataclass(slots=True)
class Line:
    """A line of print; ``last`` is true at the end of a paragraph, where nothing is stretched."""

    spots: list[Spot]
    last: bool = False

    @property
    def width(self) -> float:
        """From the left end to the right end of the last stretch, in points."""
        return self.spots[-1].x + self.spots[-1].width if self.spots else 0.0


def break_lines(
    pieces: Pieces, family: str, size: float, width: float, *, indent: float = 0.0, justified: bool = False
) -> list[Line]:
    """The pieces as lines no wider than ``width``; the first is indented. A word wider than a line is cut."""
    found: list[Line] = [Line([])]
    x = indent
    for word in _fitting(pieces, family, size, width):
        bare = _bare_width(word, family, size)
        if found[-1].spots and x + bare > width + 0.01:
            _close(found[-1], width if justified else 0.0)
            found.append(Line([]))
            x = 0.0
        for piece in word:
            spot = Spot(piece, fonts.face(family, piece.bold, piece.italic), size, x, 0.0)
            spot.width = fonts.measure(spot.face, piece.text, size)
            found[-1].spots.append(spot)
            x += spot.width
    _close(found[-1], 0.0)
    found[-1].last = True
    return [line for line in found if line.spots]


def _fitting(pieces: Pieces, family: str, size: float, width: float) -> Iterator[Pieces]:
    """The words; one that is wider than the line comes letter by letter."""
    for word in words(pieces):
        if _bare_width(word, family, size) <= width:
            yield word
        else:
            yield from ([replace(piece, text=letter)] for piece in word for letter in piece.text)


def _bare_width(word: Pieces, family: str, size: float) -> float:
    """The word's width without the space after it."""
    total = 0.0
    for at, piece in enumerate(word):
        text = piece.text.rstrip() if at == len(word) - 1 and not piece.hand else piece.text
        total += fonts.measure(fonts.face(family, piece.bold, piece.italic), text, size)
    return total


def _close(line: Line, width: float) -> None:
    """Take the space from the line's end and, when a width is given, spread its words over it."""
    if not line.spots:
        return
    end = line.spots[-1]
    if not end.piece.hand:
        end.piece = replace(end.piece, text=end.piece.text.rstrip())
        end.width = fonts.measure(end.face, end.piece.text, end.size)
        if not end.piece.text:
            line.spots.pop()
    gaps = sum(1 for spot in line.spots[:-1] if _opens_gap(spot))
    spare = width - line.width
    if not gaps or spare <= 0:
        return
    shift = 0.0
    for spot in line.spots:
        spot.x += shift
        if _opens_gap(spot):
            shift += spare / gaps


def _opens_gap(spot: Spot) -> bool:
    return not spot.piece.hand and spot.piece.text.endswith(" ")
