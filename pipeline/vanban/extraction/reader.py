"""The main job in one call: a file becomes a record, or many files become records, in order."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

from vanban.extraction import extract
from vanban.reading import open_document
from vanban.record import Record
from vanban.settings import Settings


def read(path: str | Path, settings: Settings | None = None, *, ocr: bool = True) -> Record:
    """Read one file into a record; ``ocr=False`` leaves scanned pages unread.

    Raises a :class:`~vanban.errors.VanbanError` that names the file, the reason and the remedy. A page that
    cannot be read costs that page only: the record is then ``partial`` and ``warnings`` names the page.
    """
    settings = settings or Settings.from_environment()
    return extract(open_document(Path(path), settings, ocr=ocr), settings)


def read_many(
    paths: Iterable[str | Path], settings: Settings | None = None, *, ocr: bool = True
) -> Iterator[tuple[Path, Record | Exception]]:
    """Each path with its record or the error that cost it, in the order given; a file a core is read at once.

    A defect of vanban itself comes as the exception it raised, so that it costs one file and not the rest.
    """
    settings = settings or Settings.from_environment()
    cores = os.cpu_count() or 1
    if not settings.ocr_workers:
        settings = replace(settings, ocr_workers=2)
    waiting: deque[tuple[Path, Future[Record]]] = deque()
    with ThreadPoolExecutor(cores, thread_name_prefix="file") as pool:
        try:
            for path in map(Path, paths):
                waiting.append((path, pool.submit(read, path, settings, ocr=ocr)))
                if len(waiting) > 2 * cores:
                    yield _answer(*waiting.popleft())
            while waiting:
                yield _answer(*waiting.popleft())
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def _answer(path: Path, future: Future[Record]) -> tuple[Path, Record | Exception]:
    try:
        return path, future.result()
    except Exception as error:  # told to the caller beside its path, who decides what to do
        return path, error
