"""A synthetic document before it is rendered: blocks of labelled runs, and its gold record.

The composer writes a ``Manuscript``; the renderers turn it into text, Markdown, PDF or Word and, from the labels,
tell where each gold value stands (``Rendering.places``); the scanner bends pictures of its pages.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

Box = tuple[float, float, float, float]
"""``(x0, top, x1, bottom)`` in PDF points from the page's top left."""


class Role(StrEnum):
    """The box of the form that a block fills (ô số, NĐ 30/2020 PL I.IV), or what it is in the body."""

    PARENT = "parent"
    ISSUER = "issuer"
    MOTTO = "motto"
    NUMBER = "number"
    PLACE_DATE = "place_date"
    TYPE = "type"
    SUBJECT = "subject"
    MARK = "mark"
    ADDRESSEES = "addressees"
    AUTHORITY = "authority"
    BASIS = "basis"
    OPERATIVE = "operative"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    TABLE = "table"
    DISTRIBUTION = "distribution"
    CAPACITY = "capacity"
    SIGNER = "signer"
    ANNEX = "annex"
    PAGE_BREAK = "page_break"


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of print of one kind.

    ``labels`` are the gold paths whose value it bears (``number.serial``, ``issued.date``, ``citations.3``,
    ``recipients.copy.0``); runs nest by bearing several. ``by_hand``: written by hand or stamped into a blank, so a
    born-digital copy shows a blank (spaces or dots) and a scan shows ink that is not print.
    """

    text: str
    labels: tuple[str, ...] = ()
    bold: bool = False
    italic: bool = False
    by_hand: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """A line or paragraph with its place in the form; ``rows`` (of cells of runs) belong to a ``TABLE``, head first.

    ``column`` tells the issuers of a joint document and the signers of a document with two from left to right.
    ``marker`` is an item's own number (``1.``, ``a)``, ``-``) and ``level`` its depth.
    """

    role: Role
    runs: tuple[Run, ...] = ()
    marker: str | None = None
    level: int = 0
    column: int = 0
    rows: tuple[tuple[tuple[Run, ...], ...], ...] = ()

    @property
    def text(self) -> str:
        """The runs joined, as a reader who sees the hand's writing would read them."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Manuscript:
    """A document as written: ``blocks`` in reading order and ``gold`` in the record contract's value fields.

    ``form`` names the layout: ``nd30`` (NĐ 30/2020), ``tt01`` (TT 01/2011), ``ttlt55`` (TTLT 55/2005), ``party``
    (HD 36-HD/VPTW 2018). ``traits`` tell what is special, for choosing and for reports: ``joint``, ``two_signers``,
    ``annex``, ``draft``, ``task_table``, ``by_hand`` …
    """

    name: str
    form: str
    blocks: tuple[Block, ...]
    gold: dict[str, Any]
    traits: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Place:
    """Where a label's print stands: a span of the page's text (plain text) or a box (pages with boxes).

    ``page`` counts from 1. ``text`` is what a hand or stamp will put there: a ``hand:`` region bears its run's text.
    """

    page: int
    start: int | None = None
    end: int | None = None
    box: Box | None = None
    text: str | None = None


@dataclass(slots=True)
class Rendering:
    """A manuscript rendered: the file's bytes, its suffix and where each label stands.

    ``regions`` are boxes that later steps draw on: ``seal`` and ``signature`` (over the signature), ``hand`` (a blank
    to fill, with the label of its run after a colon: ``hand:number.serial``), ``head`` (the free margin above).
    ``hand:urgency`` and ``hand:secrecy`` are filled by a slanted stamp. ``traits`` tell what the scanner put on.
    """

    suffix: str
    data: bytes
    places: dict[str, list[Place]] = field(default_factory=dict)
    regions: dict[str, list[Place]] = field(default_factory=dict)
    traits: list[str] = field(default_factory=list)
