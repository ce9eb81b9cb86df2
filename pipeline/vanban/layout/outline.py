"""Blocks: paragraphs with printed lines joined, headings and items in their places, table rows."""

from __future__ import annotations

import re

from vanban.layout.cells import ITEM
from vanban.layout.cues import cues, key
from vanban.layout.joining import awaits_number, breaks_word, hangs, join
from vanban.layout.looks import is_upper
from vanban.layout.markers import ARTICLE, CHAPTER, DASH, DIGIT, SUBSECTION, Marker, marker
from vanban.layout.model import Block, BlockKind, Line, Piece, Zone
from vanban.layout.numerals import Numerals
from vanban.layout.table_rows import begins_table, extend, runs_on, turns_page
from vanban.layout.widths import margins, wrap_width

_TEXTUAL = frozenset({Zone.BODY, Zone.ANNEX})
_JOINED = frozenset({Zone.SUBJECT, Zone.PLACE_DATE, Zone.NUMBER, Zone.AUTHORITY})
_LISTED = frozenset({Zone.ADDRESSEES, Zone.DISTRIBUTION})
_LABEL = re.compile(
    r"\W{0,3}(?:Kính\s?gửi|Kính\s?trình|Kính\s?mời|Trân trọng kính mời|N[ơo]i\s?nh[ậâa]n|Nơi gửi)\s{0,2}[:;.]?\W{0,3}",
    re.IGNORECASE,
)
_BASES = re.compile(r"(?<=[;,.])\s+(?=(?:Căn cứ|Xét đề nghị|Xét|Theo đề nghị|Trên cơ sở)\s)")
_ENDED = re.compile(r"[.;:!?…]['\"”’)\]]{0,2}\Z|[\"”]\Z")
_NUMBER = re.compile(r"\d[\d/.-]*(?:[^\W\d_]|[.;,]?\Z)|[^\W\d_]+-[^\W\d_]")
"""A number or a symbol whole at a line's start: ``36/QĐ-UBND``, ``06/2031.``, ``NQ-CP``."""
_COMPOUND = re.compile(r"[-–]\s[a-zđà-ỹ]")
_OPENING = '“"«'
_CLOSED = re.compile(r"[”\"»]\s{0,2}[.;,]{0,2}\s{0,2}[”\"]?\W{0,2}\Z")

LONG_TITLE = 160
"""Code points above which a numbered line without an end mark is a sentence, not a heading."""


class Outline:
    """Gathers lines into blocks; :attr:`blocks` in reading order."""

    def __init__(self, lines: list[Line]) -> None:
        self.lines = [line for line in lines if line.zone is not Zone.FURNITURE]
        self.blocks: list[Block] = []
        self.width = wrap_width(self.lines)
        self.margins = margins(self.lines)
        self.stack: list[tuple[Marker, Block]] = []
        self.numerals = Numerals()
        self.header: list[str] = []
        self.quoted_until = -1
        self.closes = _quote_ends(self.lines)
        self._build()
        self._finish()

    def _build(self) -> None:
        i = 0
        lines = self.lines
        while i < len(lines):
            line = lines[i]
            if i and (
                line.part != lines[i - 1].part or (line.zone is Zone.ANNEX and lines[i - 1].zone is not Zone.ANNEX)
            ):
                self.stack.clear()
                self.numerals = Numerals()
            if line.cells:
                self._row(line)
                i += 1
            elif line.zone in _TEXTUAL:
                i = self._paragraph(i)
            else:
                end = i + 1
                while (
                    end < len(lines)
                    and lines[end].zone is line.zone
                    and lines[end].part == line.part
                    and not lines[end].cells
                ):
                    end += 1
                self._zone(line.zone, lines[i:end])
                i = end

    def _zone(self, zone: Zone, lines: list[Line]) -> None:
        """Blocks of a run of lines of one zone outside of the text."""
        if zone in _JOINED:
            self._block(lines)
        elif zone in _LISTED:
            for item in _items(lines):
                self._listed(item)
        elif zone is Zone.BASIS:
            for base in _bases(lines):
                self._split(base, _BASES)
        else:
            start = 0
            for i in range(1, len(lines) + 1):
                if i == len(lines) or not breaks_word(lines[i - 1].text, lines[i].text):
                    self._block(lines[start:i])
                    start = i

    def _listed(self, lines: list[Line]) -> None:
        text = lines[0].text
        label = _LABEL.match(text)
        if label:
            if label.end() >= len(text) and len(lines) == 1:
                return
            offset = label.end()
            bullet = marker(text[offset:]) if offset < len(text) and text[offset] in "-–+•" else None
            self._split(
                lines,
                ITEM,
                offset + (bullet.end if bullet else 0),
                bullet.text if bullet else label.group().strip(),
                "item",
            )
            return
        found = marker(text) if text[0] in "-–+•—" else None
        self._split(lines, ITEM, found.end if found else 0, found.text if found else None, "item")

    def _split(
        self,
        lines: list[Line],
        pattern: re.Pattern[str],
        offset: int = 0,
        mark: str | None = None,
        kind: BlockKind = "paragraph",
    ) -> None:
        """One block for each stretch of the joined lines between matches of ``pattern``."""
        text, pieces = join(lines, offset)
        low = 0
        for high in [*(match.end() for match in pattern.finditer(text)), len(text)]:
            while low < high and text[low].isspace():
                low += 1
            if low and kind == "item":
                found = marker(text[low:high]) if low < high and text[low] in "-–+" else None
                mark = found.text if found else mark
                low += found.end if found else 0
            span = text[low:high].rstrip()
            if span:
                own = _cut_pieces(pieces, low, low + len(span))
                self._add(Block(span, own, kind, lines[0].zone, lines[0].part, mark, lines=lines))
            low = high

    def _block(self, lines: list[Line]) -> None:
        text, pieces = join(lines)
        self._add(Block(text, pieces, "paragraph", lines[0].zone, lines[0].part, lines=lines))

    def _row(self, line: Line) -> None:
        texts = [line.text[a - line.start : b - line.start] for a, b in line.cells]
        above = self.blocks[-1] if self.blocks and self.blocks[-1].kind == "row" else None
        turned = above is not None and turns_page(above, line, texts)
        if turned and texts == self.header:
            return
        if above is not None and turned and runs_on(texts):
            extend(above, line, texts)
            return
        if begins_table(line, texts, above, turned=turned):
            self.header = texts
        pieces = [Piece(0, len(line.text), line.page, line.start)]
        block = Block(line.text, pieces, "row", line.zone, line.part, lines=[line], cells=texts, header=self.header)
        self._place(block, None)
        self._add(block)

    def _paragraph(self, i: int) -> int:
        """One paragraph, item or heading from line ``i``; returns the index after it."""
        lines = self.lines
        first = lines[i]
        quoted = i <= self.quoted_until
        if not quoted and first.text[0] in _OPENING and self.closes[i] > i:
            self.quoted_until = self.closes[i]
            quoted = True
        found = None if quoted else marker(first.text)
        if first.box is not None and not quoted:
            found = self.numerals.read(first.text, found)
        end = i + 1
        while (
            end < len(lines)
            and lines[end].zone is first.zone
            and lines[end].part == first.part
            and self._goes_on(lines[end - 1], lines[end], end, found, end == i + 1)
        ):
            end += 1
        run = lines[i:end]
        if quoted:
            found = None
        text, pieces = join(run, found.end if found else 0)
        block = Block(
            text,
            pieces,
            "item" if found else "paragraph",
            first.zone,
            first.part,
            found.text if found else None,
            lines=run,
        )
        if not found and not quoted and first.zone is Zone.BODY:
            end = self._titled(block, end)
        self._place(block, found)
        self._add(block)
        return end

    def _titled(self, block: Block, end: int) -> int:
        """Capitals right under Phần, Chương or Mục are its title."""
        before = self.blocks[-1] if self.blocks else None
        if before and before.kind == "heading" and not before.text and before.level <= ARTICLE and is_upper(block.text):
            block.kind = "heading"
        return end

    def _goes_on(self, before: Line, line: Line, at: int, found: Marker | None, first: bool) -> bool:
        """Whether ``line`` continues the paragraph whose last line is ``before``."""
        if line.cells:
            return False
        text = line.text
        if breaks_word(before.text, text) or text[0] in ";,":
            return True
        if at <= self.quoted_until:
            return text[0].islower() and not _ENDED.search(before.text) and marker(text) is None
        if text[0] in _OPENING and self.closes[at] > at:
            return False
        next_mark = marker(text)
        if next_mark is not None and not (next_mark.rank == DIGIT and awaits_number(before.text)):
            return next_mark.rank == DASH and self._splits_compound(before, text)
        if _NUMBER.match(text) and awaits_number(before.text) and not line.gap:
            return True
        if found is not None and found.rank <= SUBSECTION:
            return False
        if line.box is not None and before.box is not None:
            return self._prints_on(before, line)
        if _ENDED.search(before.text):
            broken = before.text[-1:] not in ";:" or (
                before.text[-1] == ";" and len(before.text) > self.width * 0.7 > 0
            )
            return text[0].islower() and not line.gap and broken
        if text[0].islower():
            return True
        if line.gap:
            return hangs(before.text) and len(before.text) > 12 and not is_upper(before.text)
        if hangs(before.text) or (text[0].isdigit() and not is_upper(before.text)):
            return True
        return bool(self.width) and len(before.text) > self.width * 0.8 and is_upper(text) == is_upper(before.text)

    def _splits_compound(self, before: Line, text: str) -> bool:
        """Whether a full line breaks before the dash of a compound: ``phát triển kinh tế | - xã hội của huyện``."""
        if not (_COMPOUND.match(text) and before.text[-1].isalpha()):
            return False
        if before.box is None:
            return bool(self.width) and len(before.text) > self.width * 0.8
        left, right = self.margins[before.page]
        return before.box[2] > right - 0.1 * (right - left)

    def _prints_on(self, before: Line, line: Line) -> bool:
        """The same for printed lines: by indent, by where the line above ends, and by its end mark."""
        if line.box is None or before.box is None:
            return False
        small, ended = line.text[0].islower(), bool(_ENDED.search(before.text))
        if line.page != before.page:
            return small or not ended
        left, right = self.margins[line.page]
        indented = line.box[0] > left + 10
        short = before.box[2] < right - 0.1 * (right - left)
        if small:
            return not (ended and indented and short)
        if is_upper(line.text) != is_upper(before.text) or (line.gap and (ended or short)):
            return False
        if is_upper(line.text):
            return not ended
        if indented and (ended or short or line.box[0] > before.box[0] + 10):
            return False
        return not short or hangs(before.text)

    def _place(self, block: Block, found: Marker | None) -> None:
        """Level, section and parent of the block; an item becomes the open one of its rank."""
        if found is not None:
            while self.stack and self.stack[-1][0].rank >= found.rank:
                self.stack.pop()
            block.level = found.rank
        if self.stack:
            block.parent = self.stack[-1][1]
        if found is not None:
            self.stack.append((found, block))
            text = block.text
            if found.rank <= CHAPTER + 2 or (
                not _ENDED.search(text) and (len(text) <= LONG_TITLE or is_upper(text)) and found.rank < DASH
            ):
                block.kind = "heading"
        block.section = _section([mark for mark, _ in self.stack])

    def _add(self, block: Block) -> None:
        if block.parent is not None:
            block.parent.children.append(block)
        self.blocks.append(block)

    def _finish(self) -> None:
        """A closing paragraph of the text belongs to the document, not to its last item."""
        for i in range(len(self.blocks) - 1, -1, -1):
            block = self.blocks[i]
            if block.zone is not Zone.BODY or block.part != "main":
                continue
            item = self.blocks[i - 1] if i else None
            if block.kind != "paragraph" or item is None or (block.section or "").startswith("Điều"):
                break
            if item.kind == "heading" or item.zone is not Zone.BODY or item.text.endswith(":"):
                break
            if block.parent is not None:
                block.parent.children.remove(block)
                block.parent = None
            block.section = None
            if item.kind != "paragraph":
                break


def outline(lines: list[Line]) -> list[Block]:
    """The blocks of zoned lines in reading order."""
    return Outline(lines).blocks


def _section(marks: list[Marker]) -> str | None:
    """The path of markers as a reader says it: ``II.1.a``, ``Điều 2.1``; from the article on where there is one."""
    labels: list[str] = []
    for mark in marks:
        if mark.rank == ARTICLE:
            labels = [mark.label]
        elif mark.label:
            if labels and DIGIT < mark.rank < DIGIT + 4 and mark.label.startswith(labels[-1] + "."):
                labels.pop()
            labels.append(mark.label)
    return ".".join(labels) or None


def _items(lines: list[Line]) -> list[list[Line]]:
    """Lines of a list gathered into its items."""
    items: list[list[Line]] = []
    for line in lines:
        before = items[-1][-1] if items else None
        label = _LABEL.match(line.text)
        fresh = before is None or line.text[0] in "-–+•—" or bool(label)
        if before is not None and not fresh:
            bare = _LABEL.match(before.text)
            if (bare and bare.end() >= len(before.text)) or (before.text[-1:] in ".;" and not line.text[0].islower()):
                fresh = True
        if fresh:
            items.append([line])
        else:
            items[-1].append(line)
    return items


def _bases(lines: list[Line]) -> list[list[Line]]:
    """Lines gathered into bases: each opens with its cue after the one before has ended."""
    bases: list[list[Line]] = []
    for line in lines:
        opens = cues().basis.match(key(line.text[:40]))
        before = bases[-1][-1].text if bases else ";"
        sure = key(line.text[:8]).lstrip("-+* ").startswith(("can cu", "xet "))
        if opens and (sure or before[-1:] in ";.,:" or line.gap):
            bases.append([line])
        elif bases:
            bases[-1].append(line)
        else:
            bases.append([line])
    return bases


def _cut_pieces(pieces: list[Piece], low: int, high: int) -> list[Piece]:
    """The pieces of ``text[low:high]``."""
    own = []
    for piece in pieces:
        a, b = max(low, piece.offset), min(high, piece.offset + piece.length)
        if a < b:
            own.append(Piece(a - low, b - a, piece.page, piece.start + a - piece.offset))
    return own


def _quote_ends(lines: list[Line]) -> list[int]:
    """For each line that opens a quotation: the line on which it closes, or its own index when it does not run on."""
    ends = list(range(len(lines)))
    close = -1
    for i in range(len(lines) - 1, -1, -1):
        text = lines[i].text
        opens = text[0] in _OPENING
        closed = bool(_CLOSED.search(text[-6:])) and (not opens or len(text) > 2)
        if opens:
            if not closed and close > i:
                ends[i] = close
            close = -1
        if closed and not opens:
            close = i
    return ends
