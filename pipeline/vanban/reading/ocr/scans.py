"""Scanned pages to pages of words: render, prepare and recognise, several pages at once."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING

from vanban.errors import PageDamaged, VanbanError
from vanban.reading.document import Filled, Page, Word
from vanban.reading.ocr import filled, handwriting, noise
from vanban.reading.ocr.again import look_again
from vanban.reading.ocr.engine import Engine, Seen
from vanban.reading.ocr.library import best
from vanban.reading.ocr.prepare import Prepared, boxes_back, prepare, turn
from vanban.reading.ocr.signers import read_signer
from vanban.reading.ocr.unread import letter_height
from vanban.record import Box
from vanban.settings import Settings

if TYPE_CHECKING:
    from PIL.Image import Image

_TOP = 0.05
_LEGIBLE = 0.6
"""Print less top-heavy than the one and less legible than the other is tried upside down."""


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

    Boxes are in points of the upright page: a page that lay on its side has its ``width`` and ``height``
    exchanged, and its ``rotation`` tells by how many degrees clockwise it was turned. A lean is not taken out
    of the boxes; ``skew`` tells it.

    Rendering happens in the caller's thread (pdfium is not thread-safe) while ``settings.ocr_workers``
    pages are prepared and recognised beside it; at most that many and one more images are held.
    """
    engine = engine or best(settings.ocr_language)
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
    dpi, seconds = settings.ocr_dpi, settings.page_seconds
    try:
        prepared, seen = recognise(prepare(image, dpi), engine, dpi=dpi, seconds=seconds)
    except VanbanError as error:
        error.params.setdefault("page", job.number)
        return error
    width, height = (job.height, job.width) if prepared.turns % 2 else (job.width, job.height)
    rows, columns = prepared.grey.shape
    scale = (width / columns, height / rows)
    hand = handwriting.judge(prepared, seen)

    def in_points(boxes: Sequence[tuple[float, float, float, float]]) -> list[Box]:
        return [tuple(box) for box in (boxes_back(prepared, boxes) * (scale + scale)).round(2).tolist()]

    words = [
        Word(text=word.text, box=box, confidence=word.confidence, hand=round(hand.words.get(index, 0.0), 2))
        for index, (word, box) in enumerate(zip(seen, in_points([word.box for word in seen]), strict=True))
    ]
    return Page(
        number=job.number,
        kind="ocr",
        words=words,
        width=width,
        height=height,
        rotation=90 * prepared.turns,
        skew=round(prepared.skew, 2),
        hand_boxes=in_points(hand.boxes),
        filled=[
            Filled(blank.kind, box, round(by_hand, 2), filled.readings(prepared, blank))
            for (blank, by_hand), box in zip(hand.blanks, in_points([one.box for one, _ in hand.blanks]), strict=True)
        ],
    )


def recognise(prepared: Prepared, engine: Engine, *, dpi: int, seconds: float) -> tuple[Prepared, list[Seen]]:
    """The words of a prepared page, which comes back turned if it stood on its head.

    Read once; again upside down when the print looks so and little was read; a second look at what was left out or
    read badly, and another at a signer's name and office that were read in part.
    """
    from PIL import Image

    seen = engine.recognise(Image.fromarray(prepared.soft()), dpi=dpi, seconds=seconds)
    if prepared.top < _TOP and noise.legibility(seen) < _LEGIBLE:
        turned = turn(prepared, 2)
        other = engine.recognise(Image.fromarray(turned.soft()), dpi=dpi, seconds=seconds)
        if noise.legibility(other) > noise.legibility(seen):
            prepared, seen = turned, other
    seen = look_again(prepared, seen, engine, dpi=dpi, seconds=seconds)
    seen = read_signer(prepared.grey, seen, engine, height=letter_height(seen, dpi), dpi=dpi, seconds=seconds)
    return prepared, noise.one_letter(noise.drop(seen, prepared.grey.shape))
