"""What stands in the blanks of a form beside print: handwriting and stamps, and whether OCR can be trusted there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from vanban.extraction.spans import Joined
from vanban.reading.document import Document, Filled, PageKind, Word
from vanban.record import Box

WRITTEN: Final = 0.45
"""A word whose ``hand`` is at least this is taken for handwriting or a stamp; doubtful reading alone gives 0.4."""

READ: Final = 0.75
"""OCR confidence from which digits are taken for read where their ink was judged to be print."""


@dataclass(slots=True, frozen=True)
class Ink:
    """Boxes of ink that is not print, by page number, how each page was read, and what fills its blanks."""

    boxes: Mapping[int, list[Box]] = field(default_factory=dict)
    kinds: Mapping[int, PageKind] = field(default_factory=dict)
    blanks: Mapping[int, list[Filled]] = field(default_factory=dict)

    @classmethod
    def of(cls, document: Document) -> Ink:
        """The ink of a read document."""
        return cls(
            {page.number: page.hand_boxes for page in document.pages if page.hand_boxes},
            {page.number: page.kind for page in document.pages},
            {page.number: page.filled for page in document.pages if page.filled},
        )

    def written(self, joined: Joined, start: int, end: int, trust: float) -> bool:
        """Whether a span was filled by hand or stamp, or OCR may have misread it.

        Where the ink was judged print, OCR confidence guards against misreading alone (:data:`READ`); a word whose
        blank was not found has no judgement and needs ``trust``.
        """
        words = [word for word in joined.words(start, end) if word.confidence is not None]
        if not words:
            return False
        if any(_doubted(word, trust) for word in words):
            return True
        boxes = self.boxes.get(joined.at[start][0], [])
        return any(_share(word.box, box) > 0.4 for word in words for box in boxes)

    def sees(self, joined: Joined) -> bool:
        """Whether ink was looked for, and some found, on the page of a line: then an empty blank is empty."""
        return bool(joined.at and self.boxes.get(joined.at[0][0]))

    def filled(self, joined: Joined, kind: str) -> Filled | None:
        """The blank of that kind on a line's level, when it was found and holds ink that was read."""
        words = [word for line in joined.lines for word in line.words]
        if not words or not joined.at:
            return None
        top, bottom = min(word.box[1] for word in words), max(word.box[3] for word in words)
        for blank in self.blanks.get(joined.at[0][0], []):
            if blank.kind == kind and blank.readings and top <= (blank.box[1] + blank.box[3]) / 2 <= bottom:
                return blank
        return None

    def stands(self, joined: Joined, start: int, end: int) -> bool:
        """Whether ink stands in a blank: between or just beside the printed words of a span."""
        words = joined.words(start, end)
        boxes = self.boxes.get(joined.at[start][0], []) if joined.at else []
        if not words or not boxes:
            return False
        x0, x1 = min(w.box[0] for w in words), max(w.box[2] for w in words)
        top, bottom = min(w.box[1] for w in words), max(w.box[3] for w in words)
        high = bottom - top
        return any(
            box[0] < x1 + 3 * high and box[2] > x0 - high and box[1] < bottom + high / 2 and box[3] > top - high / 2
            for box in boxes
        )


NO_INK: Final = Ink()


def _doubted(word: Word, trust: float) -> bool:
    """Whether a word is not print that was surely read. No judgement and perfect print both have a ``hand`` of 0."""
    if word.hand >= WRITTEN:
        return True
    return (word.confidence or 0.0) < (min(trust, READ) if word.hand > 0 else trust)


def _share(word: Box, box: Box) -> float:
    """The share of a word's box that another box covers."""
    width = min(word[2], box[2]) - max(word[0], box[0])
    height = min(word[3], box[3]) - max(word[1], box[1])
    area = (word[2] - word[0]) * (word[3] - word[1])
    return max(0.0, width) * max(0.0, height) / area if area > 0 else 0.0
