"""Pages of text written piece by piece, and where each label's print stands in them."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.manuscript import Place
from corpus.render.pieces import Piece, Pieces


@dataclass(slots=True)
class _Stretch:
    """Print of one label: a span of a page; ``print_`` is false while all of it is blank for the hand."""

    page: int
    start: int
    end: int
    seen: bool


class Scribe:
    """Writes lines to pages and keeps the spans of labels and of blanks for the hand.

    A label's stretches that only white space parts are one place, so that a wrapped paragraph's values stay whole.
    """

    def __init__(self) -> None:
        self._pages: list[list[str]] = [[]]
        self._size = 0
        self._stretches: dict[str, list[_Stretch]] = {}
        self._hands: dict[str, list[Place]] = {}

    def line(self, pieces: Pieces = []) -> None:  # noqa: B006 - never changed
        """Write the pieces and end the line."""
        self.write(pieces)
        self._put("\n")

    def write(self, pieces: Pieces) -> None:
        """Write the pieces where the pen stands."""
        for piece in pieces:
            start = self._size
            self._put(piece.text)
            for label in piece.labels:
                self._note(label, piece, start)
            if piece.hand and piece.labels:
                place = Place(len(self._pages), start, self._size, text=piece.hand)
                self._hands.setdefault(hand_region(piece), []).append(place)

    def new_page(self) -> None:
        """Go on to the next page, unless this one is still empty."""
        if self._pages[-1]:
            self._pages.append([])
            self._size = 0

    def pages(self) -> list[str]:
        """The text of each page."""
        return ["".join(page) for page in self._pages]

    def places(self) -> dict[str, list[Place]]:
        """The spans of each label, white space at their ends left out."""
        texts = self.pages()
        found: dict[str, list[Place]] = {}
        for label, stretches in self._stretches.items():
            spans = [_tight(stretch, texts[stretch.page - 1]) for stretch in stretches if stretch.seen]
            if spans:
                found[label] = spans
        return found

    def regions(self) -> dict[str, list[Place]]:
        """The spans of the blanks for the hand."""
        return self._hands

    def _put(self, text: str) -> None:
        self._pages[-1].append(text)
        self._size += len(text)

    def _note(self, label: str, piece: Piece, start: int) -> None:
        kept = self._stretches.setdefault(label, [])
        seen = not piece.hand and bool(piece.text.strip())
        page = len(self._pages)
        if kept and kept[-1].page == page:
            between = "".join(self._pages[-1])[kept[-1].end : start] if start > kept[-1].end else ""
            if not between.strip():
                kept[-1].end = self._size
                kept[-1].seen = kept[-1].seen or seen
                return
        kept.append(_Stretch(page, start, self._size, seen))


def hand_region(piece: Piece) -> str:
    """The region's name for a blank: ``hand:`` and the last of the labels that say most.

    So ``number.serial`` comes before ``number``, and ``issued.day`` before ``issued.date``, which is named first.
    """
    return "hand:" + max(reversed(piece.labels), key=lambda label: label.count("."))


def _tight(stretch: _Stretch, text: str) -> Place:
    inside = text[stretch.start : stretch.end]
    low = len(inside) - len(inside.lstrip())
    return Place(stretch.page, stretch.start + low, stretch.start + len(inside.rstrip()))
