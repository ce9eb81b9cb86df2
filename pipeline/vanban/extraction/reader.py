"""The main job in one call: a file becomes a record."""

from __future__ import annotations

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
