"""From a read document to its record: the fields, each with its confidence, evidence and maker."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from vanban.extraction import witnesses
from vanban.extraction.assignments import find_assignments
from vanban.extraction.calibration import calibrated, threshold
from vanban.extraction.citations import read_citations
from vanban.extraction.found import Found
from vanban.extraction.head import Head, read_head
from vanban.extraction.recipients import RecipientsFound, find_recipients
from vanban.extraction.signals import Gauge, Signals
from vanban.layout import analyse
from vanban.reading.document import Document
from vanban.record import Field_, Recipients, Record, Source, Warning_
from vanban.settings import Settings

_UNREAD: Final = 0.5
"""The most that the absence of a field is sure of when a page was not read."""


@dataclass(slots=True)
class Reading:
    """What the rules read: the record before confidence is learned, and what each field rests on."""

    record: Record
    found: dict[str, Found[object]]
    signals: dict[str, Signals]


def extract(document: Document, settings: Settings | None = None) -> Record:
    """The record of a document. Genre decides first: a news article has citations and nothing else."""
    settings = settings or Settings.from_environment()
    reading = read_fields(document)
    record = reading.record
    for name, found in reading.found.items():
        sure = calibrated(name, reading.signals[name])
        blind = document.partial and not found.evidence
        found.confidence = min(sure, _UNREAD) if blind else sure
    record.fields = {name: _field(found) for name, found in reading.found.items()}
    record.review = [
        name for name, found in reading.found.items() if found.confidence < (settings.accept or threshold(name))
    ]
    return record


def read_fields(document: Document) -> Reading:
    """Every field by the rules, with what witnesses say of it and the signals from which confidence is learned."""
    layout = analyse(document)
    head = read_head(layout, document)
    cited = read_citations(layout, head.type.value.name if head.type.value else None)
    citations = cited.citations
    blind = document.partial and 1 in _unread(document)
    official = head.genre.value != "other" or blind
    recipients = find_recipients(layout) if official else None
    assignments = find_assignments(layout, head.issued.value) if official else []
    found = {
        **_head_fields(head, official),
        **_recipient_fields(recipients),
        **dict(_numbered("assignments", assignments)),
        **dict(_numbered("citations", citations)),
    }
    record = Record(
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
        statements=cited.statements,
        back_references=cited.back_references,
        signer=head.signer.value,
        signatures=document.signatures,
        warnings=[*document.warnings, *_warnings(found.values())],
        pages=layout.pages,
    )
    heard = witnesses.hear(record) if official else []
    record.warnings += [witness.warning for witness in heard if witness.warning]
    record.fields = {name: _field(item) for name, item in found.items()}
    gauge = Gauge(document, layout, record, heard)
    signals = {name: gauge.measure(name, item) for name, item in found.items()}
    return Reading(record, found, signals)


def _unread(document: Document) -> set[int]:
    """The numbers of the pages that gave no text."""
    read = {page.number for page in document.pages if page.words or page.text.strip()}
    return set(range(1, document.page_count + 1)) - read


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
