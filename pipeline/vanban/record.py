"""The record contract: the one shape that every door of vanban speaks.

Three rules hold everywhere. What the page says (``text``) stands beside its normal form and is never
overwritten. What is absent from the page is ``None``, and a ``status`` or a warning says why.
Every value can be pointed at: :attr:`Record.fields` gives its confidence, its evidence and its maker.
"""

from __future__ import annotations

from typing import Annotated, Final, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

SCHEMA: Final = "vanban.record/1"

Genre = Literal["administrative", "normative", "party", "other"]
Status = Literal["complete", "blank", "handwritten", "missing"]
Level = Literal["central", "province", "district", "commune"]
Capacity = Literal["TM", "KT", "TL", "TUQ", "Q"]
Recurrence = Literal["yearly", "quarterly", "monthly", "weekly", "periodic", "ongoing"]
Part = Literal["main", "attachment"]
Relation = Literal["basis", "amends", "replaces", "repeals", "guides", "responds", "consolidates", "corrects", "refers"]
Scope = Literal["whole", "part"]
Box = tuple[float, float, float, float]
"""``(x0, top, x1, bottom)`` in PDF points, counted from the upper left corner of the page."""

Confidence = Annotated[float, Field(ge=0.0, le=1.0)]


def _as_text(name: object) -> object:
    """A file's name whose bytes are no UTF-8 (Python keeps those as surrogates), with a mark in their place."""
    return name.encode("utf-8", "replace").decode() if isinstance(name, str) else name


FileName = Annotated[str, BeforeValidator(_as_text)]


class Model(BaseModel):
    """Base of every part of the record: unknown keys are refused."""

    model_config = ConfigDict(extra="forbid")


class Source(Model):
    """Where the record came from: the file as it was handed in."""

    name: FileName
    media_type: str
    bytes: int
    pages: int
    text: Literal["digital", "ocr", "mixed", "plain"]


class DocumentType(Model):
    """Loại văn bản: code (NĐ 30/2020 PL III.I; ``CV`` for công văn) and name."""

    code: str
    name: str


class Candidate(Model):
    """A reading that was not sure enough to become the value."""

    value: str
    confidence: Confidence
    by: str


class Number(Model):
    """Số và ký hiệu (NĐ 30/2020 PL I.II.3)."""

    text: str | None = None
    serial: str | None = None
    year: str | None = None
    symbol: str | None = None
    canonical: str | None = None
    status: Status = "missing"
    candidates: list[Candidate] = []


class Issued(Model):
    """Địa danh và thời gian ban hành (NĐ 30/2020 PL I.II.4); ``date`` is EDTF."""

    text: str | None = None
    place: str | None = None
    date: str | None = None
    status: Status = "missing"
    candidates: list[Candidate] = []


class Jurisdiction(Model):
    """The area an issuer answers for: as it was then, and the unit that holds it since 1 July 2025."""

    name: str
    current: str | None = None


class Issuer(Model):
    """Cơ quan ban hành (NĐ 30/2020 PL I.II.2)."""

    text: str | None = None
    name: str
    parent: str | None = None
    level: Level | None = None
    jurisdiction: Jurisdiction | None = None


class Recipient(Model):
    """One item under Kính gửi or Nơi nhận (NĐ 30/2020 PL I.II.9)."""

    text: str
    agencies: list[str] = []
    purpose: str | None = None
    same_as: str | None = None


class Recipients(Model):
    """Kính gửi (``to``), Nơi nhận (``copy``) and Lưu (``archive``)."""

    to: list[Recipient] = []
    copy_: list[Recipient] = Field(default=[], alias="copy")
    archive: list[Recipient] = []

    model_config = ConfigDict(extra="forbid", populate_by_name=True, serialize_by_alias=True)


class Assignment(Model):
    """Nhiệm vụ được giao: who must do what, with whom, by when (EDTF dates)."""

    text: str
    assignees: list[str] = []
    coordinators: list[str] = []
    deadlines: list[str] = []
    recurrence: Recurrence | None = None
    section: str | None = None
    part: Part = "main"


class Pinpoint(Model):
    """The part of a document that a citation names: ``điểm a khoản 2 Điều 5``; ``subsection`` is a tiểu mục."""

    model_config = ConfigDict(extra="forbid")

    part: str | None = None
    chapter: str | None = None
    section: str | None = None
    subsection: str | None = None
    article: str | None = None
    clause: str | None = None
    point: str | None = None
    appendix: str | None = None


class Citation(Model):
    """A mention of another document (viện dẫn) and what this document does to it.

    ``pinpoints`` are the parts named, one by one (``các Điều 4, 5 và 6``: three); ``pinpoint`` holds them as one.
    ``scope`` says of an act (``amends``, ``replaces``, ``repeals``, ``corrects``, ``guides``) whether it is on the
    whole document. ``alias`` is the short name that the text gives it (``sau đây gọi tắt là Nghị định 30``), and
    ``attached`` what was issued with it and is meant (``Quy chế … ban hành kèm theo Quyết định``: ``Quy chế``).
    """

    text: str
    type: str | None = None
    number: str | None = None
    date: str | None = None
    issuer: str | None = None
    title: str | None = None
    relation: Relation = "refers"
    pinpoint: Pinpoint | None = None
    pinpoints: list[Pinpoint] = []
    scope: Scope | None = None
    alias: str | None = None
    attached: str | None = None
    refers_back: bool = False
    part: Part = "main"
    target: str | None = None


class Statement(Model):
    """What the text says of two documents that it cites: ``source`` did this to ``target`` (A được sửa đổi bởi B).

    Both are places in :attr:`Record.citations`, counted from 0.
    """

    source: int
    relation: Relation
    target: int
    scope: Scope = "whole"


class BackReference(Model):
    """A mention by type alone (``Quyết định này``, ``Công văn nêu trên``) and what it means.

    ``self`` is the document, ``previous`` one cited before: its place in :attr:`Record.citations`, counted from 0;
    ``unknown`` is neither. These are no citations and stand beside them.
    """

    text: str
    type: str
    outcome: Literal["self", "previous", "unknown"]
    citation: int | None = None


class Signer(Model):
    """Người ký (NĐ 30/2020 PL I.II.7)."""

    name: str | None = None
    position: str | None = None
    capacity: Capacity | None = None
    on_behalf_of: str | None = None


class Signature(Model):
    """A digital signature of the file, as its dictionary states it; it is not validated."""

    signer: str | None = None
    organisation: str | None = None
    time: str | None = None
    page: int | None = None


class Evidence(Model):
    """Where a value stands: code points of the page's NFC text, and the box of its words."""

    page: int
    start: int
    end: int
    box: Box | None = None


class Field_(Model):
    """How sure a value is, who made it and where it stands."""

    confidence: Confidence
    by: str
    evidence: list[Evidence] = []


class Warning_(Model):
    """Something a person should know; ``code`` is stable, ``message`` is for reading."""

    code: str
    message: str
    page: int | None = None


class Record(Model):
    """One document as one record. ``pages`` holds the page texts; it is not part of the JSON."""

    model_config = ConfigDict(extra="forbid", populate_by_name=True, serialize_by_alias=True)

    schema_: Literal["vanban.record/1"] = Field(default=SCHEMA, alias="schema")
    id: str
    source: Source
    status: Literal["complete", "partial"] = "complete"
    genre: Genre
    type: DocumentType | None = None
    number: Number = Number()
    issued: Issued = Issued()
    issuer: Issuer | None = None
    subject: str | None = None
    urgency: str | None = None
    secrecy: str | None = None
    recipients: Recipients = Recipients()
    assignments: list[Assignment] = []
    citations: list[Citation] = []
    statements: list[Statement] = []
    back_references: list[BackReference] = []
    signer: Signer | None = None
    signatures: list[Signature] = []
    fields: dict[str, Field_] = {}
    review: list[str] = []
    warnings: list[Warning_] = []
    pages: list[str] = Field(default=[], exclude=True, repr=False)

    def to_json(self, *, indent: int | None = None) -> str:
        """The record as JSON text in the contract's order of keys."""
        return self.model_dump_json(by_alias=True, indent=indent)


def json_schema() -> dict[str, object]:
    """The JSON Schema of the contract, for other systems to validate against."""
    schema = Record.model_json_schema(by_alias=True, mode="serialization")
    schema["$id"] = f"urn:{SCHEMA}"
    return schema
