"""The header fields of a document, read in the order in which they rest on one another."""

from __future__ import annotations

from dataclasses import dataclass

from vanban.extraction.doctype import find_type
from vanban.extraction.found import Found
from vanban.extraction.genre import find_genre
from vanban.extraction.ink import NO_INK, Ink
from vanban.extraction.issued import find_issued_parts
from vanban.extraction.issuer import find_issuer
from vanban.extraction.marks import find_marks
from vanban.extraction.number import find_number
from vanban.extraction.signer import find_signer, signature
from vanban.extraction.subject import find_subject
from vanban.layout.model import Layout
from vanban.reading.document import Document
from vanban.record import DocumentType, Genre, Issued, Issuer, Number, Signer


@dataclass(slots=True)
class Head:
    """The header fields, each with confidence, maker and evidence."""

    genre: Found[Genre]
    type: Found[DocumentType | None]
    number: Found[Number]
    issued: Found[Issued]
    issued_place: Found[str | None]
    issued_date: Found[str | None]
    issuer: Found[Issuer | None]
    subject: Found[str | None]
    urgency: Found[str | None]
    secrecy: Found[str | None]
    signer: Found[Signer | None]


def read_head(layout: Layout, document: Document | None = None) -> Head:
    """Read every header field of a laid-out document.

    ``document`` adds what the pages hold beside text: ink in the blanks of the head and the times
    of digital signatures. A text of genre ``other`` has no type, number, issuer, subject or signer.
    """
    block = signature(layout)
    genre = find_genre(layout, block)
    if genre.value == "other":
        return _none(genre)
    ink = Ink.of(document) if document else NO_INK
    number = find_number(layout, ink)
    issued = find_issued_parts(layout, ink, document.signatures if document else ())
    type = find_type(layout, number.value, genre.value)
    signer = find_signer(layout, block)
    urgency, secrecy = find_marks(layout)
    return Head(
        genre=genre,
        type=type,
        number=number,
        issued=issued.whole,
        issued_place=issued.place,
        issued_date=issued.date,
        issuer=find_issuer(layout, number.value, issued.whole.value, type.value, signer.value),
        subject=find_subject(layout, type.value),
        urgency=urgency,
        secrecy=secrecy,
        signer=signer,
    )


def _none(genre: Found[Genre]) -> Head:
    sure, by = genre.confidence, "genre.other"
    return Head(
        genre=genre,
        type=Found(None, sure, by),
        number=Found(Number(), sure, by),
        issued=Found(Issued(), sure, by),
        issued_place=Found(None, sure, by),
        issued_date=Found(None, sure, by),
        issuer=Found(None, sure, by),
        subject=Found(None, sure, by),
        urgency=Found(None, sure, by),
        secrecy=Found(None, sure, by),
        signer=Found(None, sure, by),
    )
