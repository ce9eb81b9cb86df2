"""What reading yields: pages of words (with boxes) or of plain text. All text is NFC."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from vanban.record import Box, Signature, Warning_

PageKind = Literal["plain", "digital", "ocr"]


@dataclass(slots=True)
class Word:
    """A printed word. ``box`` in PDF points, counted from the upper left; ``confidence`` 0–1 from OCR.

    ``hand`` is the OCR stage's judgement (0–1) that the word is written by hand or stamped into a blank.
    ``space`` says whether white space follows the word on its line.
    """

    text: str
    box: Box
    confidence: float | None = None
    font: str | None = None
    size: float | None = None
    bold: bool | None = None
    italic: bool | None = None
    hand: float = 0.0
    space: bool = True


@dataclass(slots=True)
class Table:
    """A ruled table: rows of cell texts (merged cells empty) and its box."""

    rows: list[list[str]]
    box: Box
    cells: list[list[Box | None]] = field(default_factory=list)


@dataclass(slots=True)
class Filled:
    """A blank of the head that ink fills: the ``serial`` of the number line, the ``day`` or ``month`` of the date.

    ``hand`` is 0–1 that the ink is not print. ``readings`` are the digits that the ink may be with their share of
    likelihood, likeliest first, as the digit model sees them; ``box`` is in PDF points.
    """

    kind: Literal["serial", "day", "month"]
    box: Box
    hand: float = 0.0
    readings: list[tuple[str, float]] = field(default_factory=list)


@dataclass(slots=True)
class Page:
    """One page. ``plain`` pages have ``text`` and no boxes; the others have ``words`` in any order.

    ``width`` and ``height`` are PDF points. ``hand_boxes`` are boxes of ink that is not print
    (handwriting, stamped digits) near the head's blanks, whether or not a word was read there; ``filled`` are those
    blanks with what their ink may say.
    """

    number: int
    kind: PageKind
    text: str = ""
    words: list[Word] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    width: float = 0.0
    height: float = 0.0
    rotation: int = 0
    skew: float = 0.0
    hand_boxes: list[Box] = field(default_factory=list)
    filled: list[Filled] = field(default_factory=list)


@dataclass(slots=True)
class Document:
    """A file that was read: its identity, its pages, its digital signatures and what went wrong."""

    id: str
    name: str
    media_type: str
    bytes: int
    pages: list[Page]
    page_count: int
    signatures: list[Signature] = field(default_factory=list)
    warnings: list[Warning_] = field(default_factory=list)
    partial: bool = False

    @property
    def text_kind(self) -> Literal["digital", "ocr", "mixed", "plain"]:
        """How the text was had, for the record's ``source.text``."""
        kinds = {page.kind for page in self.pages}
        if kinds == {"plain"}:
            return "plain"
        if kinds <= {"digital", "plain"}:
            return "digital"
        return "ocr" if kinds == {"ocr"} else "mixed"
