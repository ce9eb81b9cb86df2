"""Scanned pages to pages of words: render, prepare and recognise, several pages at once."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING

from vanban.errors import PageDamaged, VanbanError
from vanban.reading.document import Page, Word
from vanban.reading.ocr.engine import Engine, TesseractEngine
from vanban.settings import Settings

if TYPE_CHECKING:
    from PIL.Image import Image


@dataclass(slots=True)
class ScanJob:
    """A page to read: its 1-based ``number``, its size in PDF points, and how to render it at a dpi, in colour."""

    number: int
    width: float
    height: float
    render: Callable[[int], Image]


def read_scans(
    jobs: Sequence[ScanJob], settings: Settings, engine: Engine | None = None
) -> Iterator[Page | VanbanError]:
    """Each job's page, or the error that cost it, in order.

    Rendering happens in the caller's thread (pdfium is not thread-safe) while ``settings.ocr_workers``
    pages are prepared and recognised beside it; at most that many and one more images are held.
    """
    engine = engine or TesseractEngine(settings.ocr_language)
    workers = settings.ocr_workers or os.cpu_count() or 1
    waiting: deque[Future[Page | VanbanError] | VanbanError] = deque()
    with ThreadPoolExecutor(workers, thread_name_prefix="ocr") as pool:
        for job in jobs:
            waiting.append(_begin(job, settings, engine, pool))
            if len(waiting) > workers:
                yield _end(waiting.popleft())
        while waiting:
            yield _end(waiting.popleft())


def _begin(
    job: ScanJob, settings: Settings, engine: Engine, pool: ThreadPoolExecutor
) -> Future[Page | VanbanError] | VanbanError:
    try:
        image = job.render(settings.ocr_dpi)
    except VanbanError as error:
        return error
    except (ValueError, RuntimeError, OSError, MemoryError) as error:
        return PageDamaged(page=job.number, reason=str(error) or type(error).__name__)
    return pool.submit(_read, job, image, settings, engine)


def _end(result: Future[Page | VanbanError] | VanbanError) -> Page | VanbanError:
    return result if isinstance(result, VanbanError) else result.result()


def _read(job: ScanJob, image: Image, settings: Settings, engine: Engine) -> Page | VanbanError:
    try:
        seen = engine.recognise(image.convert("L"), dpi=settings.ocr_dpi, seconds=settings.page_seconds)
    except VanbanError as error:
        error.params.setdefault("page", job.number)
        return error
    across, down = job.width / image.width, job.height / image.height
    words = [
        Word(
            text=word.text,
            box=(word.box[0] * across, word.box[1] * down, word.box[2] * across, word.box[3] * down),
            confidence=word.confidence,
        )
        for word in seen
    ]
    return Page(number=job.number, kind="ocr", words=words, width=job.width, height=job.height)
