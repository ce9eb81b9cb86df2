"""From a read document to its record: the fields, each with its confidence, evidence and maker."""

from __future__ import annotations

from collections.abc import Iterable

from vanban.extraction.assignments import find_assignments
from vanban.extraction.citations import find_citations
from vanban.extraction.found import Found
from vanban.extraction.head import Head, read_head
from vanban.extraction.recipients import RecipientsFound, find_recipients
from vanban.layout import analyse
from vanban.layout.model import Layout
from vanban.reading.document import Document
from vanban.record import Assignment, Citation, Field_, Issued, Number, Recipients, Record, Source, Warning_
from vanban.settings import Settings


def extract(document: Document, settings: Settings | None = None) -> Record:
    """The record of a document. Genre decides first: a news article has citations and nothing else."""
    settings = settings or Settings.from_environment()
    layout = analyse(document)
    head = read_head(layout, document.signatures)
    citations = find_citations(layout)
    if head.genre.value == "other":
        return _record(document, layout, head, None, [], citations, settings)
    recipients = find_recipients(layout)
    assignments = find_assignments(layout, head.issued.value)
    return _record(document, layout, head, recipients, assignments, citations, settings)


def _record(
    document: Document,
    layout: Layout,
    head: Head,
    recipients: RecipientsFound | None,
    assignments: list[Found[Assignment]],
    citations: list[Found[Citation]],
    settings: Settings,
) -> Record:
    known = recipients is not None
    found = dict(_fields(head, recipients, assignments, citations))
    return Record(
        id=document.id,
        source=Source(
            name=document.name,
            media_type=document.media_type,
            bytes=document.bytes,
            pages=document.page_count,
            text=document.text_kind,
        ),
        status="partial" if document.partial else "complete",
        genre=head.genre.value,
        type=head.type.value if known else None,
        number=head.number.value if known else Number(),
        issued=head.issued.value if known else Issued(),
        issuer=head.issuer.value if known else None,
        subject=head.subject.value if known else None,
        urgency=head.urgency.value if known else None,
        secrecy=head.secrecy.value if known else None,
        recipients=_recipients(recipients),
        assignments=[item.value for item in assignments],
        citations=[item.value for item in citations],
        signer=head.signer.value if known else None,
        signatures=document.signatures,
        fields={name: _field(item) for name, item in found.items()},
        review=[name for name, item in found.items() if item.confidence < settings.accept],
        warnings=[*document.warnings, *_warnings(found.values())],
        pages=layout.pages,
    )


def _recipients(found: RecipientsFound | None) -> Recipients:
    if found is None:
        return Recipients()
    return Recipients(to=found.to.value, copy=found.copy.value, archive=found.archive.value)


def _fields(
    head: Head,
    recipients: RecipientsFound | None,
    assignments: list[Found[Assignment]],
    citations: list[Found[Citation]],
) -> Iterable[tuple[str, Found[object]]]:
    """The found values under their names in ``fields``; items of lists as ``citations.0``."""
    yield "genre", head.genre
    if recipients is not None:
        yield from head.fields()
        yield from (("recipients.to", recipients.to), ("recipients.copy", recipients.copy))
        yield "recipients.archive", recipients.archive
    yield from ((f"assignments.{at}", item) for at, item in enumerate(assignments))
    yield from ((f"citations.{at}", item) for at, item in enumerate(citations))


def _field(found: Found[object]) -> Field_:
    return Field_(confidence=round(found.confidence, 3), by=found.by, evidence=found.evidence)


def _warnings(found: Iterable[Found[object]]) -> list[Warning_]:
    return [warning for item in found for warning in item.warnings]
