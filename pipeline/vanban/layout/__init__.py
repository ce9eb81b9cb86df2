"""Layout: the pages of a document become zoned lines and blocks in reading order."""

from __future__ import annotations

from vanban.layout.columns import page_lines
from vanban.layout.lines import plain_lines
from vanban.layout.model import Layout, Line
from vanban.layout.outline import outline
from vanban.layout.zones import zone_lines
from vanban.reading.document import Document

__all__ = ["analyse", "lay_lines"]


def analyse(document: Document) -> Layout:
    """Lay the document out: page texts, lines with zones and parts, and blocks with sections.

    Linear in the length of the document. A document without text gives an empty layout.
    """
    pages, lines = lay_lines(document)
    zone_lines(lines)
    return Layout(
        pages=pages,
        lines=lines,
        blocks=outline(lines),
        source=document.text_kind,
        kinds=[page.kind for page in document.pages],
    )


def lay_lines(document: Document) -> tuple[list[str], list[Line]]:
    """The texts of the pages and the lines in reading order, before they have zones."""
    pages = [""] * max((page.number for page in document.pages), default=0)
    lines: list[Line] = []
    for page in document.pages:
        if page.words:
            text, found = page_lines(page)
        else:
            text, found = page.text, plain_lines(page.number, page.text)
        pages[page.number - 1] = text
        lines += found
    return pages, lines
