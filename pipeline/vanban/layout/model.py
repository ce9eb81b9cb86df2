"""What layout yields: zoned lines, and the document's blocks (paragraphs, items, rows) in reading order.

A page's text is fixed here, once: every ``start`` and ``end`` in the record counts its code points.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal

from vanban.reading.document import Word
from vanban.record import Box, Evidence


class Zone(StrEnum):
    """The box of the form that a line belongs to (ô số, NĐ 30/2020 PL I.IV)."""

    ISSUER = "issuer"
    MOTTO = "motto"
    NUMBER = "number"
    PLACE_DATE = "place_date"
    TYPE = "type"
    SUBJECT = "subject"
    MARK = "mark"
    ADDRESSEES = "addressees"
    AUTHORITY = "authority"
    BASIS = "basis"
    BODY = "body"
    DISTRIBUTION = "distribution"
    SIGNATURE = "signature"
    ANNEX = "annex"
    FURNITURE = "furniture"


PartKind = Literal["main", "attachment", "foreign"]
"""``attachment``: issued by this document. ``foreign``: another document, draft or blank form behind it."""

BlockKind = Literal["heading", "item", "paragraph", "row"]


@dataclass(slots=True)
class Line:
    """A line of print (or one cell of a flattened table): a span of its page's text.

    ``text`` is the span without Markdown marks at its ends. ``gap`` tells that white space of a paragraph's
    size stands above. ``cells`` are the page spans of a table row's cells; ``header`` marks a table's first row.
    """

    page: int
    start: int
    end: int
    text: str
    box: Box | None = None
    words: list[Word] = field(default_factory=list)
    word_starts: list[int] = field(default_factory=list)
    zone: Zone = Zone.BODY
    part: PartKind = "main"
    bold: bool | None = None
    italic: bool | None = None
    gap: bool = False
    cells: list[tuple[int, int]] = field(default_factory=list)
    header: bool = False


@dataclass(slots=True, frozen=True)
class Piece:
    """A run of a block's text that stands as it is in a page: ``block.text[offset:offset+length]``."""

    offset: int
    length: int
    page: int
    start: int


@dataclass(slots=True)
class Block:
    """A paragraph, an item with its marker, a heading or a table row, with lines joined.

    ``text`` is without the marker and without Markdown marks. ``section`` is the path of markers,
    as a reader would say it (``II.1.a``, ``Điều 2.1``). ``cells`` and ``header`` belong to rows.
    """

    text: str
    pieces: list[Piece]
    kind: BlockKind = "paragraph"
    zone: Zone = Zone.BODY
    part: PartKind = "main"
    marker: str | None = None
    level: int = 0
    section: str | None = None
    parent: Block | None = field(default=None, repr=False)
    children: list[Block] = field(default_factory=list, repr=False)
    lines: list[Line] = field(default_factory=list, repr=False)
    cells: list[str] = field(default_factory=list)
    header: list[str] = field(default_factory=list)

    def spans(self, start: int, end: int) -> list[tuple[int, int, int]]:
        """Page spans ``(page, start, end)`` behind ``text[start:end]``."""
        found: list[tuple[int, int, int]] = []
        for piece in self.pieces:
            low, high = max(start, piece.offset), min(end, piece.offset + piece.length)
            if low < high:
                at = piece.start + low - piece.offset
                if found and found[-1][0] == piece.page and at - found[-1][2] <= 8:
                    found[-1] = (piece.page, found[-1][1], at + high - low)
                else:
                    found.append((piece.page, at, at + high - low))
        return found


@dataclass(slots=True)
class Layout:
    """The document laid out. ``pages[i]`` is the text of page number ``i + 1``."""

    pages: list[str]
    lines: list[Line]
    blocks: list[Block]
    source: str = ""
    kinds: list[str] = field(default_factory=list)
    _by_page: dict[int, list[Line]] = field(default_factory=dict, repr=False)

    def zone(self, *zones: Zone, part: PartKind = "main") -> list[Line]:
        """Lines of the given zones and part, in reading order."""
        return [line for line in self.lines if line.zone in zones and line.part == part]

    def of(self, *zones: Zone, part: PartKind = "main") -> list[Block]:
        """Blocks of the given zones and part, in reading order."""
        return [block for block in self.blocks if block.zone in zones and block.part == part]

    def words(self, page: int, start: int, end: int) -> list[Word]:
        """The words of a page that touch a span of its text; none where the page has no boxes."""
        if not self._by_page:
            for line in self.lines:
                self._by_page.setdefault(line.page, []).append(line)
            for lines in self._by_page.values():
                lines.sort(key=lambda line: line.start)
        lines = self._by_page.get(page, [])
        found = []
        at = max(0, bisect_right(lines, start, key=lambda line: line.start) - 1)
        for index in range(at, len(lines)):
            line = lines[index]
            if line.start >= end:
                break
            for word, begin in zip(line.words, line.word_starts, strict=True):
                if begin < end and begin + len(word.text) > start:
                    found.append(word)
        return found

    def evidence(self, page: int, start: int, end: int) -> Evidence:
        """The evidence for a span of a page: its box is the union of its words' boxes."""
        boxes = [word.box for word in self.words(page, start, end)]
        box = (
            (
                min(b[0] for b in boxes),
                min(b[1] for b in boxes),
                max(b[2] for b in boxes),
                max(b[3] for b in boxes),
            )
            if boxes
            else None
        )
        return Evidence(page=page, start=start, end=end, box=box)

    def locate(self, block: Block, start: int, end: int) -> list[Evidence]:
        """The evidence for a span of a block's text."""
        return [self.evidence(*span) for span in block.spans(start, end)]
