"""What the tables hold of a record, and what the index holds of it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from typing import Any

from sqlalchemy import Table

from vanban.record import Record
from vanban.store import edtf, schema
from vanban.store.fulltext import Forms
from vanban.store.terms import index_forms, number_key, padded_forms, words

Row = dict[str, Any]


def as_stored(record: Record) -> Record:
    """The record without what only the store knows: the targets of its citations, found anew at each reading."""
    if not any(citation.target for citation in record.citations):
        return record
    citations = [citation.model_copy(update={"target": None}) for citation in record.citations]
    return record.model_copy(update={"citations": citations})


def content(record: Record) -> str:
    """Hash of what was extracted. The file's name is no part of it: the same bytes may lie in several places."""
    source = record.source.model_copy(update={"name": ""})
    told = record.model_copy(update={"source": source}).to_json()
    return hashlib.sha256("\0".join([told, *record.pages]).encode()).hexdigest()


def document(record: Record) -> Row:
    """The row of ``documents``, save its times and its index checksum."""
    number, issued, issuer = record.number, record.issued, record.issuer
    span = edtf.span(issued.date)
    area = issuer.jurisdiction if issuer else None
    return {
        "id": record.id,
        "content": content(record),
        "genre": record.genre,
        "type_code": record.type.code if record.type else None,
        "type_name": record.type.name if record.type else None,
        "number": number.canonical,
        "number_key": number_key(number.canonical) if number.canonical else None,
        "serial": number.serial,
        "symbol": number.symbol,
        "number_status": number.status,
        "date": issued.date,
        "date_first": span.first if span else None,
        "date_last": span.last if span else None,
        "year": span.first[:4] if span and span.first[:4] == span.last[:4] else None,
        "issuer": issuer.name if issuer else None,
        "issuer_parent": issuer.parent if issuer else None,
        "issuer_level": issuer.level if issuer else None,
        "jurisdiction": area.name if area else None,
        "jurisdiction_current": area.current if area else None,
        "place": issued.place,
        "subject": record.subject,
        "signer": record.signer.name if record.signer else None,
        "urgency": record.urgency,
        "secrecy": record.secrecy,
        "source_name": record.source.name,
        "media_type": record.source.media_type,
        "bytes": record.source.bytes,
        "text_kind": record.source.text,
        "status": record.status,
    }


def derived(record: Record) -> dict[Table, list[Row]]:
    """The rows of the tables beside ``documents``, save their document's key."""
    return {
        schema.records: [{"json": record.to_json()}],
        schema.pages: [{"page": page, "text": text} for page, text in enumerate(record.pages, 1)],
        schema.recipients: list(_recipients(record)),
        schema.assignments: [
            {"item": at, **item.model_dump(include={"text", "recurrence", "section", "part"})}
            for at, item in enumerate(record.assignments)
        ],
        schema.assignees: list(_assignees(record)),
        schema.deadlines: list(_deadlines(record)),
        schema.citations: list(_citations(record)),
        schema.doubts: [{"field": field} for field in record.review],
        schema.warnings: [item.model_dump(include={"code", "page", "message"}) for item in record.warnings],
    }


def forms(record: Record) -> Forms:
    """The words of each indexed field."""
    issuer, signer = record.issuer, record.signer
    area = issuer.jurisdiction if issuer else None
    everyone = [*record.recipients.to, *record.recipients.copy_, *record.recipients.archive]
    kind = [record.type.code, record.type.name] if record.type else []
    fields: dict[str, list[str | None]] = {
        "number": [record.number.canonical or record.number.symbol],
        "type": ["".join(words(name)) for name in kind],
        "subject": [record.subject],
        "issuer": [issuer.name, issuer.parent] if issuer else [],
        "place": [record.issued.place, area.name if area else None, area.current if area else None],
        "signer": [signer.name, signer.position] if signer else [],
        "recipients": [text for item in everyone for text in (item.text, *item.agencies)],
        "assignees": [agency for item in record.assignments for agency in item.assignees],
        "cites": [item.number for item in record.citations],
        "text": ["\n".join(record.pages)],
    }
    return {field: index_forms(filter(None, values)) for field, values in fields.items()}


def _recipients(record: Record) -> Iterator[Row]:
    kinds = {"to": record.recipients.to, "copy": record.recipients.copy_, "archive": record.recipients.archive}
    for kind, items in kinds.items():
        for at, item in enumerate(items):
            agencies: list[str | None] = [*item.agencies] or [None]
            for agency in agencies:
                yield {"kind": kind, "item": at, "text": item.text, "agency": agency}


def _assignees(record: Record) -> Iterator[Row]:
    for at, item in enumerate(record.assignments):
        for role, agencies in (("assignee", item.assignees), ("coordinator", item.coordinators)):
            for agency in agencies:
                exact, folded = padded_forms(agency)
                yield {"item": at, "role": role, "agency": agency, "agency_exact": exact, "agency_folded": folded}


def _deadlines(record: Record) -> Iterator[Row]:
    for at, item in enumerate(record.assignments):
        for date in item.deadlines:
            span = edtf.span(date)
            yield {
                "item": at,
                "date": date,
                "date_first": span.first if span else None,
                "date_last": span.last if span else None,
                "yearly": edtf.yearly(date),
            }


def _citations(record: Record) -> Iterator[Row]:
    copied = {"relation", "part", "text", "type", "number", "date", "issuer", "title", "refers_back"}
    for at, item in enumerate(record.citations):
        key = number_key(item.number) if item.number else None
        yield {"item": at, "number_key": key, **item.model_dump(include=copied), **citation_place(record, at)}


def citation_place(record: Record, at: int) -> Row:
    """Where a citation stands in its document, and which parts of the cited one it names, one by one."""
    told = record.fields.get(f"citations.{at}")
    evidence = told.evidence[0] if told and told.evidence else None
    citation = record.citations[at]
    parts = citation.pinpoints or ([citation.pinpoint] if citation.pinpoint else [])
    return {
        "pinpoint": json.dumps([part.model_dump(exclude_none=True) for part in parts], ensure_ascii=False)
        if parts
        else None,
        "page": evidence.page if evidence else None,
        "start": evidence.start if evidence else None,
        "end": evidence.end if evidence else None,
    }
