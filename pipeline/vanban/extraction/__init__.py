"""From a read document to its record: the fields, each with its confidence, evidence and maker."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from vanban.extraction.assignments import find_assignments
from vanban.extraction.citations import find_citations
from vanban.extraction.found import Found
from vanban.extraction.head import Head, read_head
from vanban.extraction.recipients import RecipientsFound, find_recipients
from vanban.layout import analyse
from vanban.reading.document import Document
from vanban.record import Field_, Recipients, Record, Source, Warning_
from vanban.settings import Settings

_UNREAD: Final = 0.5
"""The most that the absence of a field is sure of when a page was not read."""


def extract(document: Document, settings: Settings | None = None) -> Record:
    """The record of a document. Genre decides first: a news article has citations and nothing else."""
    settings = settings or Settings.from_environment()
    layout = analyse(document)
    head = read_head(layout, document)
    citations = find_citations(layout)
    blind = document.partial and 1 in _unread(document)
    official = head.genre.value != "other" or blind
    recipients = find_recipients(layout) if official else None
    assignments = find_assignments(layout, head.issued.value) if official else []
    found = {
        **_head_fields(head, official),
        **_recipient_fields(recipients),
    }
    if document.partial and _unread(document):
        _doubt(found.values())
    found |= {**dict(_numbered("assignments", assignments)), **dict(_numbered("citations", citations))}
    return Record(
        id=document.id,
        source=_source(document),
        status="partial" if document.partial else "complete",
        genre=head.genre.value,
        type=head.type.value,
        number=head.number.value,
        issued=head.issued.value,
        issuer=head.issuer.value,
        subject=head.subject.value,
        urgency=head.urgency.value,
        secrecy=head.secrecy.value,
        recipients=_recipients(recipients),
        assignments=[item.value for item in assignments],
        citations=[item.value for item in citations],
        signer=head.signer.value,
        signatures=document.signatures,
        fields={name: _field(item) for name, item in found.items()},
        review=[name for name, item in found.items() if item.confidence < settings.accept],
        warnings=[*document.warnings, *_warnings(found.values())],
        pages=layout.pages,
    )


def _unread(document: Document) -> set[int]:
    """The numbers of the pages that gave no text."""
    read = {page.number for page in document.pages if page.words or page.text.strip()}
    return set(range(1, document.page_count + 1)) - read


def _doubt(found: Iterable[Found[object]]) -> None:
    """What was not found may stand on a page that was not read, so its absence is not sure."""
    for item in found:
        if not item.evidence:
            item.confidence = min(item.confidence, _UNREAD)


def _source(document: Document) -> Source:
    return Source(
        name=document.name,
        media_type=document.media_type,
        bytes=document.bytes,
        pages=document.page_count,
        text=document.text_kind,
    )


def _head_fields(head: Head, official: bool) -> dict[str, Found[object]]:
    """The head's values under their names in ``fields``."""
    if not official:
        return {"genre": head.genre}
    return {
        "genre": head.genre,
        "type": head.type,
        "number": head.number,
        "issued.place": head.issued_place,
        "issued.date": head.issued_date,
        "issuer": head.issuer,
        "subject": head.subject,
        "urgency": head.urgency,
        "secrecy": head.secrecy,
        "signer": head.signer,
    }


def _recipient_fields(found: RecipientsFound | None) -> dict[str, Found[object]]:
    if found is None:
        return {}
    return {"recipients.to": found.to, "recipients.copy": found.copy, "recipients.archive": found.archive}


def _numbered(name: str, items: Sequence[Found[object]]) -> Iterator[tuple[str, Found[object]]]:
    return ((f"{name}.{at}", item) for at, item in enumerate(items))


def _recipients(found: RecipientsFound | None) -> Recipients:
    if found is None:
        return Recipients()
    return Recipients(to=found.to.value, copy_=found.copy.value, archive=found.archive.value)


def _field(found: Found[object]) -> Field_:
    return Field_(confidence=round(found.confidence, 3), by=found.by, evidence=found.evidence)


def _warnings(found: Iterable[Found[object]]) -> list[Warning_]:
    return [warning for item in found for warning in item.warnings]
