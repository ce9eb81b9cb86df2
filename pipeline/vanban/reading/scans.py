"""Pages that must be read from their image: handed to OCR, or left without words when OCR is not wanted."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from vanban.errors import VanbanError
from vanban.reading.document import Page
from vanban.reading.events import Event, Read, Task, Trouble

if TYPE_CHECKING:
    from PIL.Image import Image

    from vanban.reading.ocr import ScanJob


def job(number: int, width: float, height: float, render: Callable[[int], Image]) -> ScanJob:
    """The job of one page: its number, its size in points and what renders it at a dpi."""
    from vanban.reading.ocr import ScanJob

    return ScanJob(number, width, height, render)


def read(jobs: Sequence[ScanJob], task: Task) -> Iterator[Event]:
    """The pages of ``jobs`` as OCR reads them; an error that stops OCR altogether costs every page left."""
    if not task.ocr:
        yield from (Read(Page(one.number, "ocr", width=one.width, height=one.height)) for one in jobs)
        return
    if not jobs:
        return
    from vanban.reading.ocr import TesseractEngine, read_scans

    left = {one.number for one in jobs}
    try:
        engine = TesseractEngine(task.settings.ocr_language) if task.apart else None
        for found in read_scans(jobs, task.settings, engine):
            number = found.number if isinstance(found, Page) else found.params.get("page")
            left.discard(number if isinstance(number, int) else 0)
            yield Read(found) if isinstance(found, Page) else Trouble.of(found)
    except VanbanError as error:
        yield from (Trouble.of(error, page=number) for number in sorted(left))
