"""Layouts written out by hand: each line with its zone, and scans with words, boxes and confidences."""

from __future__ import annotations

from vanban.layout import analyse
from vanban.layout.model import Layout, Line, Zone
from vanban.reading.document import Document, Page, Word

WIDE = 6.0
"""Points that a letter of a made-up scan takes."""


def laid(*zoned: tuple[Zone, str]) -> Layout:
    """A layout of one plain page: ``(zone, lines)`` pairs from top to bottom."""
    lines: list[Line] = []
    at = 0
    texts = [(zone, text) for zone, block in zoned for text in block.split("\n")]
    for zone, text in texts:
        lines.append(Line(page=1, start=at, end=at + len(text), text=text, zone=zone))
        at += len(text) + 1
    return Layout(pages=["\n".join(text for _, text in texts)], lines=lines, blocks=[])


def scanned(zone: Zone, text: str, sure: float = 0.95, **unsure: float) -> Layout:
    """One line of a scan in a zone; ``unsure`` gives words (by their text, ``_`` for a sign) another confidence."""
    layout = laid((zone, text))
    for number, line in enumerate(layout.lines):
        at = 0
        for piece in line.text.split(" "):
            box = (WIDE * at, 20.0 * number, WIDE * (at + len(piece)), 20.0 * number + 12)
            line.words.append(Word(piece, box, confidence=unsure.get(piece, sure)))
            line.word_starts.append(line.start + at)
            at += len(piece) + 1
    return layout


def inked(layout: Layout, **hand: float) -> Layout:
    """The same scan with what the ink of its words (by their text) was judged to be."""
    for line in layout.lines:
        for word in line.words:
            word.hand = hand.get(word.text, word.hand)
    return layout


def read(text: str) -> tuple[Layout, Document]:
    """A plain text laid out by the real layout."""
    page = Page(number=1, kind="plain", text=text)
    document = Document(
        id="sha256:0", name="a.txt", media_type="text/plain", bytes=len(text), pages=[page], page_count=1
    )
    return analyse(document), document
