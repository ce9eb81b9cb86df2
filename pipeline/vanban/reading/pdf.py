"""PDF: digital pages through pdfium's characters, scanned pages through OCR, each page judged by itself."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from vanban.errors import (
    FileDamaged,
    FileEncrypted,
    InputError,
    LimitReached,
    PageDamaged,
    PageTooLarge,
    TooManyPages,
)
from vanban.reading import scans, signatures
from vanban.reading.document import Page
from vanban.reading.events import Event, Opened, Read, Signed, Started, Task, Trouble
from vanban.reading.geometry import Geometry
from vanban.reading.mending import mended

if TYPE_CHECKING:
    from PIL.Image import Image
    from pypdfium2 import PdfDocument

    from vanban.reading.ocr import ScanJob

_A4_LONG: Final = 842.0
_A3_LONG: Final = 1_260.0
_PIXELS_AS_POINTS: Final = 7_200.0
"""Longer pages than this are no scan whose pixels were taken for points."""

_LETTER: Final = (612.0, 792.0)
_SHOWN_ELSEWHERE: Final = frozenset({2, 16})
"""Annotations without text of their own on the page: links and pop-ups."""


def parse(task: Task) -> Iterator[Event]:
    """The pages of a PDF: digital ones first, in order, then those that OCR reads.

    Raises ``FileEncrypted`` and ``FileDamaged``; what is wrong with one page is a ``Trouble``.
    """
    document, damage = _open(task)
    try:
        count = len(document)
        if count == 0:
            raise FileDamaged(path=str(task.path), reason="no pages")
        yield Opened(count)
        if damage:
            yield Trouble.of(FileDamaged(reason=damage))
        if count > task.settings.pages:
            yield Trouble.of(TooManyPages(pages=count, limit=task.settings.pages))
        signed = signatures.read(document)
        jobs: list[ScanJob] = []
        shown: set[int] = set()
        for number in range(1, min(count, task.settings.pages) + 1):
            if number in task.skip:
                continue
            yield Started(number)
            try:
                found = _page(document, number, task, shown)
            except (InputError, LimitReached) as error:
                yield Trouble.of(error, page=number)
                continue
            except Exception as error:
                yield Trouble.of(PageDamaged(page=number, reason=f"{type(error).__name__}: {error}"))
                continue
            if isinstance(found, Page):
                yield Read(found)
            else:
                jobs.append(found)
        if signed:
            signatures.place(signed, task.path, shown)
            yield Signed(signed)
        yield from scans.read(jobs, task)
    finally:
        document.close()


def _open(task: Task) -> tuple[PdfDocument, str | None]:
    """The document, and what was wrong with the file if its pages had to be found without its index."""
    import pypdfium2 as pdfium

    try:
        return pdfium.PdfDocument(task.path), None
    except pdfium.PdfiumError as error:
        if getattr(error, "err_code", None) == pdfium.raw.FPDF_ERR_PASSWORD:
            raise FileEncrypted(path=str(task.path)) from error
        reason = str(error)
    data = mended(task.path.read_bytes())
    try:
        if data is not None:
            return pdfium.PdfDocument(data), reason
    except pdfium.PdfiumError as error:
        reason = str(error)
    raise FileDamaged(path=str(task.path), reason=reason)


def _page(document: PdfDocument, number: int, task: Task, shown: set[int]) -> Page | ScanJob:
    """The page's words, or the job that reads it as a scan; its number goes to ``shown`` when it shows a signature."""
    import pypdfium2.raw as pdfium

    from vanban.reading import drawings, glyphs, tables, verdict

    handle = pdfium.FPDF_LoadPage(document, number - 1)
    if not handle:
        raise PageDamaged(page=number, reason="cannot be loaded")
    try:
        geometry = _geometry(handle)
        drawn = drawings.read(handle, geometry)
        if signatures.shown_on(handle):
            shown.add(number)
        if drawn.image_cover(geometry) < verdict.PAGE_IMAGE and _has_stamps(handle):
            handle = _flat(document, number, handle)
        found = glyphs.read(handle, geometry)
        if verdict.is_broken(found.words):
            glyphs.recode(found.words)
        kind = verdict.decide(found, drawn, geometry, task.settings)
        if kind == "scan":
            return scans.job(number, geometry.width, geometry.height, partial(_render, document, number, task))
        page = Page(number, "digital", words=found.words, width=geometry.width, height=geometry.height)
        page.tables = tables.find(drawn, page.words)
        return page
    finally:
        pdfium.FPDF_ClosePage(handle)


def _flat(document: PdfDocument, number: int, handle: Any) -> Any:
    """The page with its annotations printed on it, as a reader sees them; the file itself is not touched."""
    import pypdfium2.raw as pdfium

    if pdfium.FPDFPage_Flatten(handle, pdfium.FLAT_NORMALDISPLAY) != pdfium.FLATTEN_SUCCESS:
        return handle
    pdfium.FPDF_ClosePage(handle)
    return pdfium.FPDF_LoadPage(document, number - 1)


def _geometry(page: Any) -> Geometry:
    """The page's visible part: its crop box within its media box, by default US Letter as PDF has it."""
    import pypdfium2.raw as pdfium

    media = _sides(pdfium.FPDFPage_GetMediaBox, page) or (0.0, 0.0, *_LETTER)
    crop = _sides(pdfium.FPDFPage_GetCropBox, page) or media
    left, bottom = max(media[0], crop[0]), max(media[1], crop[1])
    right, top = min(media[2], crop[2]), min(media[3], crop[3])
    if right <= left or top <= bottom:
        left, bottom, right, top = media
    return Geometry(left, bottom, right, top, 90 * (pdfium.FPDFPage_GetRotation(page) % 4))


def _sides(get: Any, page: Any) -> tuple[float, float, float, float] | None:
    sides = [ctypes.c_float() for _ in range(4)]
    if not get(page, *map(ctypes.byref, sides)):
        return None
    left, bottom, right, top = (side.value for side in sides)
    return min(left, right), min(bottom, top), max(left, right), max(bottom, top)


def _has_stamps(page: Any) -> bool:
    """Whether the page has annotations that may print text: stamps, text boxes, widgets of signatures."""
    import pypdfium2.raw as pdfium

    for at in range(min(pdfium.FPDFPage_GetAnnotCount(page), 200)):
        annotation = pdfium.FPDFPage_GetAnnot(page, at)
        if annotation:
            kind = pdfium.FPDFAnnot_GetSubtype(annotation)
            pdfium.FPDFPage_CloseAnnot(annotation)
            if kind not in _SHOWN_ELSEWHERE:
                return True
    return False


def _render(document: PdfDocument, number: int, task: Task, dpi: int) -> Image:
    """The page as a colour image with its annotations; raises ``PageTooLarge`` before it takes the memory."""
    import pypdfium2 as pdfium

    task.started(number)
    try:
        page = document[number - 1]
        width, height = page.get_size()
        scale = dpi / 72 * _shrink(max(width, height))
        pixels = int(width * scale) * int(height * scale)
        if pixels > task.settings.page_pixels:
            raise PageTooLarge(page=number, pixels=pixels, limit=task.settings.page_pixels)
        image: Image = page.render(scale=scale, rev_byteorder=True).to_pil()
        page.close()
    except pdfium.PdfiumError as error:
        raise PageDamaged(page=number, reason=str(error)) from error
    return image if image.mode == "RGB" else image.convert("RGB")


def _shrink(longest: float) -> float:
    """Scanners that write pixels as points make pages of 50 × 70 inches: such a page is taken for A4."""
    return _A4_LONG / longest if _A3_LONG < longest <= _PIXELS_AS_POINTS else 1.0
