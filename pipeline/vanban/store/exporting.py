"""Records as files for other programs: JSON lines (the contract) and CSV (a register, as a spreadsheet opens it)."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import TextIO

from vanban import messages
from vanban.errors import OutputFailed, UsageError
from vanban.messages import Worded
from vanban.record import Recipient, Record
from vanban.store.originals import whole_or_nothing

_BATCH = 1_000
_FORMULA = ("=", "+", "-", "@", "\t", "\r")

Cell = str | int | None

COLUMNS = (
    "id",
    "file",
    "genre",
    "type_code",
    "type",
    "number",
    "number_status",
    "date",
    "place",
    "issuer",
    "issuer_parent",
    "issuer_level",
    "jurisdiction",
    "subject",
    "urgency",
    "secrecy",
    "signer",
    "position",
    "to",
    "copy",
    "archive",
    "assignments",
    "citations",
    "pages",
    "text_kind",
    "status",
    "review",
)
"""The columns of the CSV, in order."""


def export(records: Iterable[Record], format: str, file: str | Path | TextIO, *, headers: str | None) -> int:
    """Write records; returns how many. See :meth:`vanban.store.Store.export`."""
    if format not in FORMATS:
        raise UsageError(reason=Worded("reason.export_format", format=format, formats=", ".join(FORMATS)))
    with _opened(file) as stream:
        return FORMATS[format](records, stream, headers)


def _jsonl(records: Iterable[Record], stream: TextIO, headers: str | None) -> int:
    count = 0
    for record in records:
        stream.write(record.to_json() + "\n")
        count += 1
    return count


def _csv(records: Iterable[Record], stream: TextIO, headers: str | None) -> int:
    import pandas as pd

    stream.write("\ufeff")  # Excel takes a file without it for the machine's old code page
    names = [messages.text(f"column.{name}", headers) if headers else name for name in COLUMNS]
    left, count = iter(records), 0
    while rows := [list(map(harmless, _row(record))) for record in islice(left, _BATCH)]:
        frame = pd.DataFrame(rows, columns=names, dtype=object)
        frame.to_csv(stream, index=False, header=count == 0, lineterminator="\n")
        count += len(rows)
    if not count:
        pd.DataFrame(columns=names).to_csv(stream, index=False, lineterminator="\n")
    return count


FORMATS: dict[str, Callable[[Iterable[Record], TextIO, str | None], int]] = {"jsonl": _jsonl, "csv": _csv}
"""The formats by name."""


def _row(record: Record) -> tuple[Cell, ...]:
    """The cells of :data:`COLUMNS`."""
    kind, number, issued, issuer, signer = record.type, record.number, record.issued, record.issuer, record.signer
    area = issuer.jurisdiction if issuer else None
    return (
        record.id,
        record.source.name,
        record.genre,
        kind.code if kind else None,
        kind.name if kind else None,
        number.canonical,
        number.status,
        issued.date,
        issued.place,
        issuer.name if issuer else None,
        issuer.parent if issuer else None,
        issuer.level if issuer else None,
        area.name if area else None,
        record.subject,
        record.urgency,
        record.secrecy,
        signer.name if signer else None,
        signer.position if signer else None,
        _listed(record.recipients.to),
        _listed(record.recipients.copy_),
        _listed(record.recipients.archive),
        len(record.assignments),
        "; ".join(item.number or item.text for item in record.citations) or None,
        record.source.pages,
        record.source.text,
        record.status,
        "; ".join(record.review) or None,
    )


def harmless(cell: Cell) -> Cell:
    """A text that a spreadsheet would run as a formula gets an apostrophe before it."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell


def _listed(items: list[Recipient]) -> str | None:
    return "; ".join(item.text for item in items) or None


@contextmanager
def _opened(file: str | Path | TextIO) -> Iterator[TextIO]:
    """A stream as it is; a path is written beside its place and put there when it is whole."""
    if not isinstance(file, str | Path):
        yield file
        return
    try:
        with whole_or_nothing(Path(file)) as draft:
            stream = io.TextIOWrapper(draft, "utf-8", newline="")
            yield stream
            stream.detach()  # flushes, and leaves the file open for its guard to finish
    except OSError as error:
        raise OutputFailed(path=file, reason=error.strerror or str(error)) from error
