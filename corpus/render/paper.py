"""Pages with print, rules and frames on them, and where the labels stand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from corpus.manuscript import Box, Place
from corpus.render import fonts
from corpus.render.scribe import hand_region
from corpus.render.typeset import Line, Spot

BLACK = (0.0, 0.0, 0.0)
RED = (0.8, 0.05, 0.1)
Colour = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class Print:
    """Text at the left end of its base line, in points from the page's top left."""

    x: float
    y: float
    text: str
    face: str
    size: float
    colour: Colour = BLACK


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line."""

    x0: float
    y0: float
    x1: float
    y1: float
    pen: float = 0.6
    colour: Colour = BLACK


@dataclass(slots=True)
class Page:
    """What is printed on one page."""

    prints: list[Print] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)


class Paper:
    """The pages of a document in print; the last one is written on."""

    def __init__(self) -> None:
        self.pages: list[Page] = [Page()]
        self.places: dict[str, list[Place]] = {}
        self.regions: dict[str, list[Place]] = {}

    def put(self, line: Line, x: float, baseline: float, *, colour: Colour = BLACK, page: int | None = None) -> None:
        """Print the line with its left end at ``x`` and note its labels; ``page`` counts from 1, else the last."""
        number = page or len(self.pages)
        at = self.pages[number - 1]
        for text, first in _joined(line.spots):
            at.prints.append(Print(x + first.x, baseline, text, first.face, first.size, colour))
        for label, box in _label_boxes(line.spots, x, baseline):
            self.places.setdefault(label, []).append(Place(number, box=box))
        for spot in line.spots:
            if spot.piece.hand and spot.piece.labels:
                box = _box([spot], x, baseline)
                self.region(hand_region(spot.piece), box, text=spot.piece.hand, page=number)

    def rule(self, x0: float, y0: float, x1: float, y1: float, pen: float = 0.6, colour: Colour = BLACK) -> None:
        """Draw a line on the last page."""
        self.pages[-1].rules.append(Rule(x0, y0, x1, y1, pen, colour))

    def frame(self, box: Box, pen: float = 0.6, colour: Colour = BLACK) -> None:
        """Draw a rectangle on the last page."""
        x0, top, x1, bottom = box
        for ends in ((x0, top, x1, top), (x0, bottom, x1, bottom), (x0, top, x0, bottom), (x1, top, x1, bottom)):
            self.rule(*ends, pen, colour)

    def region(self, name: str, box: Box, *, text: str | None = None, page: int | None = None) -> None:
        """Note a box that later steps draw on."""
        self.regions.setdefault(name, []).append(Place(page or len(self.pages), box=_rounded(box), text=text))


def _joined(spots: list[Spot]) -> Iterator[tuple[str, Spot]]:
    """Stretches that follow one another in the same face as one text."""
    held: list[Spot] = []
    end = 0.0
    for spot in spots:
        if held and (spot.face != held[0].face or spot.size != held[0].size or abs(spot.x - end) > 0.01):
            yield "".join(one.piece.text for one in held), held[0]
            held = []
        held.append(spot)
        end = spot.x + spot.width
    if held:
        yield "".join(one.piece.text for one in held), held[0]


def _label_boxes(spots: list[Spot], x: float, baseline: float) -> Iterator[tuple[str, Box]]:
    """A box for each stretch of the line that bears a label, unless all of it is blank for the hand."""
    for label in dict.fromkeys(label for spot in spots for label in spot.piece.labels):
        held: list[Spot] = []
        for spot in [*spots, None]:
            if spot is not None and label in spot.piece.labels:
                held.append(spot)
                continue
            if any(one.piece.text.strip() and not one.piece.hand for one in held):
                yield label, _box(held, x, baseline)
            held = []


def _box(spots: list[Spot], x: float, baseline: float) -> Box:
    """The box of the stretches, without the white space at their ends."""
    first, last = spots[0], spots[-1]
    left = 0.0 if first.piece.hand else _space(first, first.piece.text[: -len(first.piece.text.lstrip()) or None])
    right = 0.0 if last.piece.hand else _space(last, last.piece.text[len(last.piece.text.rstrip()) :])
    size = max(spot.size for spot in spots)
    return _rounded(
        (
            x + first.x + left,
            baseline - fonts.ASCENT * size,
            x + last.x + last.width - right,
            baseline + fonts.DESCENT * size,
        )
    )


def _space(spot: Spot, white: str) -> float:
    return fonts.measure(spot.face, white, spot.size) if white.isspace() else 0.0


def _rounded(box: Box) -> Box:
    return (round(box[0], 2), round(box[1], 2), round(box[2], 2), round(box[3], 2))
