"""The one door of reading: a path in, a :class:`~vanban.reading.document.Document` out."""

from __future__ import annotations

import hashlib
import os
from contextlib import closing
from pathlib import Path

from vanban.errors import FileUnreadable, TextEmpty
from vanban.reading import plain
from vanban.reading.document import Document
from vanban.reading.sniff import TEXTS, sniff
from vanban.settings import Settings


def open_document(
    path: str | os.PathLike[str], settings: Settings | None = None, *, ocr: bool = True, isolated: bool = True
) -> Document:
    """Read the file at ``path``.

    ``ocr=False`` leaves scanned pages without words, and says so. ``isolated=False`` parses in this process,
    where nothing can be stopped: for trusted files and for tests. Raises
    :class:`~vanban.errors.InputError`, :class:`~vanban.errors.MissingDependency` or
    :class:`~vanban.errors.LimitReached`; what went wrong with single pages is in ``warnings``.
    """
    settings = settings or Settings.from_environment()
    path = Path(path)
    sniffed = sniff(path, settings)
    try:
        with path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
        data = path.read_bytes() if sniffed.media_type in TEXTS else b""
    except OSError as error:
        raise FileUnreadable(path=str(path), reason=error.strerror or str(error)) from error
    document = Document(
        id="sha256:" + digest,
        name=path.name,
        media_type=sniffed.media_type,
        bytes=sniffed.bytes,
        pages=[],
        page_count=0,
        warnings=list(sniffed.warnings),
    )
    if sniffed.media_type in TEXTS:
        document.pages = plain.pages(data)
        document.page_count = len(document.pages)
        if not any(page.text.strip() for page in document.pages):
            raise TextEmpty(path=str(path))
        return document
    from vanban.reading import isolate, parsers  # the machinery of children is not needed for text
    from vanban.reading.events import Task

    task = Task(path, sniffed.media_type, settings, ocr)
    with closing(isolate.parse(task) if isolated else parsers.parse(task)) as events:
        return parsers.gather(document, events, str(path), ocr=ocr)
