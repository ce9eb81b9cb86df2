"""Made-up documents for the store's tests. Agencies, people and numbers are invented."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from vanban.record import (
    Assignment,
    Citation,
    DocumentType,
    Genre,
    Issued,
    Issuer,
    Jurisdiction,
    Number,
    Recipient,
    Recipients,
    Record,
    Signer,
    Source,
    Warning_,
)

TYPES = {"KH": "Kế hoạch", "QĐ": "Quyết định", "CV": "Công văn", "ĐA": "Đề án", "DA": "Dự án", "BC": "Báo cáo"}


def identity(content: bytes) -> str:
    """The id of a record made from these bytes."""
    return f"sha256:{hashlib.sha256(content).hexdigest()}"


def make(
    number: str | None = "12/KH-UBND",
    *,
    content: bytes | None = None,
    name: str = "van-ban.txt",
    kind: str = "KH",
    genre: Genre = "administrative",
    date: str | None = "2024-05-14",
    place: str | None = "Suối Mơ",
    issuer: str | None = "Ủy ban nhân dân huyện Suối Mơ",
    parent: str | None = None,
    area: str | None = None,
    subject: str | None = "trồng cây phân tán",
    signer: str | None = "Lê Thị Mẫu",
    position: str | None = "Phó Chủ tịch",
    to: Sequence[str] = (),
    assignments: Sequence[Assignment] = (),
    citations: Sequence[Citation] = (),
    review: Sequence[str] = (),
    pages: Sequence[str] = ("Nội dung văn bản.",),
    status: str = "complete",
) -> Record:
    """A record; its id follows from ``content``, or from its number, subject and pages."""
    told = content if content is not None else repr((number, subject, date, issuer, tuple(pages))).encode()
    serial, _, symbol = (number or "").partition("/")
    return Record(
        id=identity(told),
        source=Source(name=name, media_type="text/plain", bytes=len(told), pages=len(pages), text="plain"),
        status="partial" if status == "partial" else "complete",
        genre=genre,
        type=DocumentType(code=kind, name=TYPES[kind]),
        number=Number(
            text=f"Số: {number}" if number else None,
            serial=serial or None,
            symbol=symbol or None,
            canonical=number,
            status="complete" if number else "blank",
        ),
        issued=Issued(place=place, date=date, status="complete" if date else "missing"),
        issuer=Issuer(name=issuer, parent=parent, jurisdiction=Jurisdiction(name=area) if area else None)
        if issuer
        else None,
        subject=subject,
        recipients=Recipients(to=[Recipient(text=text, agencies=[text]) for text in to]),
        assignments=list(assignments),
        citations=list(citations),
        signer=Signer(name=signer, position=position) if signer else None,
        review=list(review),
        warnings=[Warning_(code="page_damaged", message="trang 2", page=2)] if status == "partial" else [],
        pages=list(pages),
    )


def cite(number: str, *, date: str | None = None, issuer: str | None = None) -> Citation:
    """A citation of a document by its number."""
    return Citation(text=f"văn bản số {number}", number=number, date=date, issuer=issuer, relation="basis")


def task(assignee: str, *deadlines: str) -> Assignment:
    """A task for one unit."""
    return Assignment(text=f"{assignee} báo cáo kết quả.", assignees=[assignee], deadlines=list(deadlines))
