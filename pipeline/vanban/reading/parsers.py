"""Which parser reads which media type, and the document that its events make."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from vanban.errors import FormatUnknown, TextEmpty
from vanban.reading.document import Document, Page
from vanban.reading.events import Event, Opened, Read, Signed, Task, Trouble
from vanban.reading.sniff import PDF
from vanban.record import Warning_


def parse(task: Task) -> Iterator[Event]:
    """The events of the file's parser."""
    if task.media_type == PDF:
        from vanban.reading import pdf

        return pdf.parse(task)
    raise FormatUnknown(path=str(task.path))


def gather(document: Document, events: Iterable[Event], path: str, *, ocr: bool) -> Document:
    """``document`` with what ``events`` tell.

    Raises the first failure when it is fatal or when no page is left, and ``TextEmpty`` when every
    page was read and none has text.
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
        elif isinstance(event, Trouble):
            if event.fatal and not pages:
                raise event.error(path)
            troubles.append(event)
    document.pages = [pages[number] for number in sorted(pages)]
    for trouble in troubles:
        error = trouble.error(document.name)
        page = trouble.params.get("page")
        document.warnings.append(
            Warning_(code=error.code, message=error.message(), page=page if isinstance(page, int) else None)
        )
    document.partial = bool(troubles)
    if not pages and troubles:
        raise troubles[0].error(path)
    if ocr and not any(page.words or page.text.strip() for page in document.pages):
        raise troubles[0].error(path) if troubles else TextEmpty(path=path)
    return document
