"""Which parser reads which media type, and the document that its events make."""

from __future__ import annotations

from collections.abc import Generator, Iterable
from importlib import import_module

from vanban import messages
from vanban.errors import FormatUnknown, TextEmpty
from vanban.reading.document import Document, Page
from vanban.reading.events import Event, Opened, Parser, Read, Signed, Task, Trouble
from vanban.reading.sniff import DOC, DOCX, JPEG, PDF, PNG, TIFF
from vanban.record import Warning_

_MODULES = {PDF: "pdf", PNG: "image", JPEG: "image", TIFF: "image", DOCX: "word", DOC: "old_word"}
_registered: dict[str, Parser] = {}


def register(media_type: str, parser: Parser) -> None:
    """Let ``parser`` read files of ``media_type`` in this process, in place of the one that comes with vanban."""
    _registered[media_type] = parser


def parse(task: Task) -> Generator[Event, None, None]:
    """The events of the file's parser. Raises ``FormatUnknown`` when there is none."""
    parser = _registered.get(task.media_type)
    if parser is None:
        name = _MODULES.get(task.media_type)
        if name is None:
            raise FormatUnknown(path=str(task.path))
        parser = import_module(f"vanban.reading.{name}").parse
    yield from parser(task)


def gather(document: Document, events: Iterable[Event], path: str, *, ocr: bool) -> Document:
    """``document`` with what ``events`` tell. Without ``ocr``, a scanned page is one that was not read.

    Every event is taken, so that the parser comes to its end. When no page is left, raises the fatal failure
    if there is one, else the first; raises ``TextEmpty`` when every page was read and none has text.
    """
    pages: dict[int, Page] = {}
    troubles: list[Trouble] = []
    for event in events:
        if isinstance(event, Opened):
            document.page_count = event.page_count
        elif isinstance(event, Read):
            pages[event.page.number] = event.page
        elif isinstance(event, Signed):
            document.signatures = event.signatures
        elif isinstance(event, Trouble) and event not in troubles:
            troubles.append(event)
    document.pages = [pages[number] for number in sorted(pages)]
    for trouble in troubles:
        error = trouble.error(document.name)
        page = trouble.params.get("page")
        document.warnings.append(
            Warning_(code=error.code, message=error.message(), page=page if isinstance(page, int) else None)
        )
    unread = [] if ocr else [page.number for page in document.pages if page.kind == "ocr" and not page.words]
    for number in unread:
        words = messages.text("warning.page_unread", page=number)
        document.warnings.append(Warning_(code="page_unread", message=words, page=number))
    document.partial = bool(troubles or unread)
    if not pages and troubles:
        raise next((trouble for trouble in troubles if trouble.fatal), troubles[0]).error(path)
    if ocr and not any(page.words or page.text.strip() for page in document.pages):
        raise troubles[0].error(path) if troubles else TextEmpty(path=path)
    return document
