"""Made-up documents as text and as words with boxes, and short views of their layout."""

from __future__ import annotations

from vanban.layout import analyse
from vanban.layout.model import Block, Layout, Zone
from vanban.reading.document import Document, Page, PageKind, Word

WIDTH, HEIGHT, LETTER = 595.0, 842.0, 5.5


def document(*pages: Page) -> Document:
    """A document of the given pages."""
    return Document(
        id="sha256:0", name="made.txt", media_type="text/plain", bytes=0, pages=list(pages), page_count=len(pages)
    )


def plain(*texts: str) -> Layout:
    """The layout of pages of plain text."""
    return analyse(document(*(Page(number, "plain", text=text) for number, text in enumerate(texts, 1))))


def printed(*lines: tuple[float, float, str], kind: PageKind = "digital", slope: float = 0.0) -> Page:
    """A page of words: each line is ``(x, top, text)``; ``slope`` is points of rise for each point to the right."""
    words = []
    for x, top, text in lines:
        at = x
        for piece in text.split(" "):
            high = top - slope * at
            words.append(Word(piece, (at, high, at + LETTER * len(piece), high + 12.0)))
            at += LETTER * (len(piece) + 0.6)
    return Page(1, kind, words=words, width=WIDTH, height=HEIGHT)


def zoned(layout: Layout, *zones: Zone) -> list[str]:
    """The texts of the main document's lines of some zones."""
    return [line.text for line in layout.zone(*zones)]


def outlined(layout: Layout) -> list[tuple[str | None, str]]:
    """Section and text of the text's blocks."""
    return [(block.section, block.text) for block in layout.of(Zone.BODY)]


def standing(layout: Layout, block: Block) -> str:
    """What stands in the pages where the block's pieces point to, without what joins them."""
    return "".join(layout.pages[piece.page - 1][piece.start : piece.start + piece.length] for piece in block.pieces)
