"""Rows of tables: which of them names the columns, and which go on from one page to the next."""

from __future__ import annotations

import re

from vanban.layout.model import Block, Line, Piece

_COUNT = re.compile(r"(?:\d{1,3}|[IVX]{1,5}|[a-zđ])?[.)]?")
"""The first cell of a row of data; a table's first row on a new page may be one."""
_COUNTED = re.compile(r"(?:STT|TT|Số TT|Số thứ tự)", re.IGNORECASE)


def turns_page(above: Block, line: Line, texts: list[str]) -> bool:
    """Whether a row of as many cells as the row ``above`` stands on another page."""
    return above.lines[-1].page != line.page and len(above.cells) == len(texts)


def begins_table(line: Line, texts: list[str], above: Block | None, *, turned: bool) -> bool:
    """Whether a row names the columns: marked so and no row of data, or the first row, of a column of counts."""
    if line.header:
        return not (turned and _COUNT.fullmatch(texts[0]))
    return above is None and _COUNTED.fullmatch(texts[0]) is not None


def runs_on(texts: list[str]) -> bool:
    """Whether a table's first row on a new page only ends the last one before it."""
    return not texts[0] and any(text[0].islower() for text in texts if text)


def extend(row: Block, line: Line, texts: list[str]) -> None:
    """Give ``row`` what its cells go on with on the next page."""
    row.pieces.append(Piece(len(row.text) + 1, len(line.text), line.page, line.start))
    row.text = f"{row.text} {line.text}"
    row.cells = [f"{cell} {more}".strip() for cell, more in zip(row.cells, texts, strict=True)]
    row.lines.append(line)
