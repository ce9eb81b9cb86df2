"""Scans read by Tesseract as it comes: pages rendered raw at 300 dpi, no preparation, no second look."""

from __future__ import annotations

import hashlib
from pathlib import Path
from threading import Lock
from typing import Final

from vanban.reading.document import Document, Page, Word
from vanban.reading.ocr.engine import TesseractEngine

DPI: Final = 300
_SECONDS: Final = 300.0
_PDFIUM = Lock()


def read_bare(path: Path) -> Document:
    """Every page of a scanned PDF as bare Tesseract (``-l vie``) reads it, words with boxes in points."""
    data = path.read_bytes()
    pages = [_page(path, index) for index in range(_count(path))]
    digest = hashlib.sha256(data).hexdigest()
    return Document(f"sha256:{digest}", path.name, "application/pdf", len(data), pages, len(pages))


def _count(path: Path) -> int:
    import pypdfium2

    with _PDFIUM:
        document = pypdfium2.PdfDocument(path)
        try:
            return len(document)
        finally:
            document.close()


def _page(path: Path, index: int) -> Page:
    import pypdfium2

    with _PDFIUM:  # pdfium is not made for threads
        document = pypdfium2.PdfDocument(path)
        document.init_forms()
        width, height = document[index].get_size()
        image = document[index].render(scale=DPI / 72).to_pil().convert("RGB")
        document.close()
    engine = TesseractEngine()
    engine.config = ""
    scale = 72 / DPI
    words = [
        Word(seen.text, tuple(side * scale for side in seen.box), confidence=seen.confidence)  # type: ignore[arg-type]
        for seen in engine.recognise(image, dpi=DPI, seconds=_SECONDS)
    ]
    return Page(index + 1, "ocr", words=words, width=width, height=height)
