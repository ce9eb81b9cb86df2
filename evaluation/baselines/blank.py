"""A record that knows only which file it is of, for the others to fill."""

from __future__ import annotations

from vanban.reading.document import Document
from vanban.record import Record, Source


def blank_record(document: Document) -> Record:
    """The record of a document with no value in it."""
    source = Source(
        name=document.name,
        media_type=document.media_type,
        bytes=document.bytes,
        pages=document.page_count,
        text=document.text_kind,
    )
    return Record(id=document.id, source=source, genre="other")
