"""Gold: the right values of a document, in the record contract's value fields.

A key that is absent is not judged; nor are some that the contract has and that may stand here for the reader
(``purpose``, ``same_as``, ``serial`` …). ``…_alt`` lists other values that are right as well; an ``optional`` item is
neither asked for nor wrong; ``handwritten`` says that the page is filled by hand there, so that giving no value is
right and a wrong value is wrong.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from vanban.errors import GoldInvalid
from vanban.record import Box, Capacity, Genre, Relation, Status


def _code(value: Any) -> Any:
    """A type may stand as its code alone or as the record gives it."""
    return value.get("code") if isinstance(value, dict) else value


def _name(value: Any) -> Any:
    """An issuer or an agency may stand as its name alone or as the record gives it."""
    return value.get("name") if isinstance(value, dict) else value


def _readings(value: Any) -> Any:
    """Other readings of a list: a list of lists, or one list."""
    return [value] if value and not isinstance(value[0], list) else value


Name = Annotated[str | None, BeforeValidator(_name)]
Code = Annotated[str | None, BeforeValidator(_code)]
Names = list[Annotated[str, BeforeValidator(_name)]]
Readings = Annotated[list[Names], BeforeValidator(_readings)]
Others = list[str | None]


class Part(BaseModel):
    """Base of every part of the gold; keys that are not judged are kept so that they can be told of."""

    model_config = ConfigDict(extra="allow", frozen=True)

    def has(self, key: str) -> bool:
        """Whether the gold says anything of ``key``."""
        return key in self.model_fields_set


class GoldNumber(Part):
    """Số, ký hiệu."""

    serial: str | None = None
    year: str | None = None
    symbol: str | None = None
    symbol_alt: Others = []
    canonical: str | None = None
    canonical_alt: Others = []
    status: Status | None = None
    handwritten: bool = False


class GoldIssued(Part):
    """Địa danh, thời gian ban hành."""

    place: str | None = None
    date: str | None = None
    date_alt: Others = []
    handwritten: bool = False
    status: str | None = None


class GoldSigner(Part):
    """Người ký."""

    name: str | None = None
    name_alt: Others = []
    position: str | None = None
    position_alt: Others = []
    capacity: Capacity | None = None
    capacity_alt: Others = []
    on_behalf_of: str | None = None


class GoldRecipient(Part):
    """An item under Kính gửi or Nơi nhận."""

    text: str = ""
    agencies: Names = []
    agencies_alt: Readings = []
    optional: bool = False
    purpose: str | None = None
    same_as: str | None = None


class GoldRecipients(Part):
    """Kính gửi, Nơi nhận and Lưu."""

    to: list[GoldRecipient] = []
    copy_: list[GoldRecipient] = Field(default=[], alias="copy")
    archive: list[GoldRecipient] = []


class GoldAssignment(Part):
    """Nhiệm vụ được giao."""

    text: str
    assignees: Names = []
    assignees_alt: Readings = []
    coordinators: Names = []
    coordinators_alt: Readings = []
    deadlines: list[str] = []
    deadlines_alt: Readings = []
    optional: bool = False
    recurrence: str | None = None
    section: str | None = None
    part: str | None = None


class GoldCitation(Part):
    """Viện dẫn."""

    text: str
    type: str | None = None
    type_alt: Others = []
    number: str | None = None
    date: str | None = None
    date_alt: Others = []
    issuer: Name = None
    issuer_alt: Others = []
    relation: Relation | None = None
    relation_alt: Others = []
    pinpoint: dict[str, str | None] | None = None
    optional: bool = False
    title: str | None = None
    refers_back: bool = False
    part: str | None = None
    section: str | None = None


class GoldPlace(Part):
    """Where a value stands, for lists of errors: a box in points on a page, counted from 1."""

    page: int
    box: Box | None = None


class Gold(Part):
    """The right values of one document; ``places`` tell where they stand, by label (``citations.3``)."""

    genre: Genre | None = None
    type: Code = None
    number: GoldNumber | None = None
    issued: GoldIssued | None = None
    issuer: Name = None
    issuer_alt: Others = []
    issuer_parent: Name = None
    subject: str | None = None
    subject_alt: Others = []
    urgency: str | None = None
    secrecy: str | None = None
    signer: GoldSigner | None = None
    recipients: GoldRecipients | None = None
    assignments: list[GoldAssignment] | None = None
    citations: list[GoldCitation] | None = None
    places: dict[str, list[GoldPlace]] = {}

    def judged(self) -> bool:
        """Whether the gold says anything at all that is judged."""
        return bool(self.model_fields_set & set(type(self).model_fields) - {"places"})


def load(path: Path) -> Gold:
    """The gold of a file. Raises :class:`GoldInvalid` naming the file, the key and the reason."""
    try:
        gold = Gold.model_validate(json.loads(path.read_bytes()))  # UTF-8, UTF-16 and UTF-32 are told apart
    except OSError as error:
        raise GoldInvalid(path=path, reason=error.strerror or str(error)) from error
    except ValidationError as error:
        first = error.errors()[0]
        key = ".".join(map(str, first["loc"]))
        raise GoldInvalid(path=path, reason=f"{key}: {first['msg']}" if key else first["msg"]) from error
    except (ValueError, RecursionError) as error:
        raise GoldInvalid(path=path, reason=str(error)) from error
    if not gold.judged():
        names = ", ".join(type(gold).model_fields)
        raise GoldInvalid(path=path, reason=f"none of: {names}")
    return gold


Role = Literal["to", "copy", "archive"]
ROLES: tuple[Role, ...] = ("to", "copy", "archive")
