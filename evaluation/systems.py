"""What is compared: ours and the plain ways of doing the same, each from a document to a record."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from evaluation.baselines.bare import read_bare
from evaluation.baselines.named import extract_named
from evaluation.baselines.regular import extract_regular
from evaluation.readings import Readings, ours, reader_version
from vanban.extraction import extract
from vanban.layout import analyse
from vanban.reading.document import Document
from vanban.reading.ocr.engine import TesseractEngine
from vanban.record import Record

OURS = "vanban"


@dataclass(frozen=True, slots=True)
class System:
    """A way from a file to a record: which reading it takes and what it does with it.

    ``fields`` are the starts of the names of the fields that it gives at all; empty means every one. ``kinds`` are
    the kinds of documents that it is run on; empty means every one.
    """

    name: str
    reading: str
    record: Callable[[Document], Record]
    fields: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()

    def gives(self, field: str) -> bool:
        """Whether the system gives values of the field."""
        return not self.fields or field.startswith(self.fields)

    def takes(self, kind: str) -> bool:
        """Whether the system is run on documents of the kind."""
        return not self.kinds or kind in self.kinds


def page_texts(document: Document) -> Sequence[str]:
    """The text of each page in reading order, as our layout gives it."""
    return analyse(document).pages


def _regular(document: Document) -> Record:
    return extract_regular(document, page_texts(document))


def _named(document: Document) -> Record:
    return extract_named(document, page_texts(document))


SYSTEMS = (
    System(OURS, "ours", extract),
    System("regular expressions", "ours", _regular),
    System("underthesea.ner", "ours", _named, fields=("issuer", "issued.place", "signer.name")),
    System("bare Tesseract + vanban", "bare", extract, kinds=("scan",)),
)
"""Add a system here and it stands in every table of the report."""


def readers(cache: Path, *, stale: bool) -> dict[str, Readings]:
    """The readings that systems take, by name."""
    tesseract = TesseractEngine().version
    return {
        "ours": Readings(cache, ours, f"ours-{reader_version()}", stale=stale),
        "bare": Readings(cache, read_bare, f"bare-{tesseract}", stale=stale),
    }
