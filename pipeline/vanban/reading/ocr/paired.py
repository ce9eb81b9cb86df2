"""Two ways to Tesseract: whole pages by the program, the few lines of a second look by its loaded library."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vanban.reading.ocr.engine import Engine, Seen

if TYPE_CHECKING:
    from PIL.Image import Image


class PairedEngine:
    """``pages`` reads pages, ``blocks`` reads blocks of lines.

    A program of its own for each page keeps a crash away from the other pages; for a few lines its start would cost
    more than the reading. Both read word for word the same.
    """

    warm = True

    def __init__(self, pages: Engine, blocks: Engine) -> None:
        self.pages = pages
        self.blocks = blocks
        self.name = pages.name

    @property
    def version(self) -> str:
        """The version of both where they are one release, else of each."""
        pages, blocks = self.pages.version, self.blocks.version
        return pages if blocks in pages else f"{pages} / {blocks}"

    def recognise(self, image: Image, *, dpi: int, seconds: float, block: bool = False) -> list[Seen]:
        """See :meth:`~vanban.reading.ocr.engine.Engine.recognise`."""
        return (self.blocks if block else self.pages).recognise(image, dpi=dpi, seconds=seconds, block=block)
