"""A collection judged: every judgement, how each document was had, and the figures by group."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal
from unicodedata import normalize

from pydantic import ValidationError

from vanban.errors import RecordsInvalid
from vanban.record import Record
from vanban.scoring import compare, compare_beyond
from vanban.scoring.collection import Example
from vanban.scoring.figures import Figure, figures
from vanban.scoring.outcome import Outcome

DRAWS = 1_000
"""Bootstrap draws: enough that the ends of the interval move by less than half a point."""

_KINDS = {"plain": "text", "digital": "digital", "ocr": "scan", "mixed": "mixed"}

By = Literal["kind", "type", "document"]
"""What figures are grouped by."""


@dataclass(slots=True)
class Evaluation:
    """What came of a collection. ``failed`` names the documents of which no record could be had.

    ``beyond`` are judgements of fields that records are not commonly scored on (:data:`vanban.scoring.figures.BEYOND`).
    """

    outcomes: list[Outcome] = field(default_factory=list)
    beyond: list[Outcome] = field(default_factory=list)
    examples: dict[str, Example] = field(default_factory=dict)
    records: dict[str, Record] = field(default_factory=dict)
    failed: list[str] = field(default_factory=list)

    def add(self, example: Example, record: Record | None) -> None:
        """Judge one document."""
        self.examples[example.name] = example
        if record is None:
            self.failed.append(example.name)
        else:
            self.records[example.name] = record
        self.outcomes += compare(example.name, example.gold, record)
        self.beyond += compare_beyond(example.name, example.gold, record)

    def figures(self, *, draws: int = DRAWS) -> list[Figure]:
        """A figure a field over all documents, with bootstrap intervals."""
        return figures([*self.outcomes, *self.beyond], draws=draws)

    def grouped(self, by: By, *, draws: int = DRAWS) -> dict[str, list[Figure]]:
        """The figures of each group of documents, by the group's name; the groups are in order."""
        parts: dict[str, list[Outcome]] = {}
        groups = {name: self.group(name, by) for name in self.examples}
        for outcome in (*self.outcomes, *self.beyond):
            parts.setdefault(groups[outcome.document], []).append(outcome)
        return {name: figures(parts[name], draws=draws) for name in sorted(parts)}

    def sizes(self, by: By) -> dict[str, int]:
        """How many documents each group has."""
        return dict(Counter(self.group(name, by) for name in self.examples))

    def group(self, document: str, by: By) -> str:
        """The group of a document: how its text was had, its type's code, or itself."""
        example = self.examples[document]
        if by == "document":
            return document
        if by == "type":
            return example.gold.type or "-"
        return kind_of(example, self.records.get(document))

    @property
    def errors(self) -> list[Outcome]:
        """The judgements that are not right."""
        return [outcome for outcome in (*self.outcomes, *self.beyond) if not outcome.kept]


def kind_of(example: Example, record: Record | None) -> str:
    """How a document's text was had: as its manifest says, with the grade of its wear, else as its record says."""
    if example.kind:
        return f"{example.kind} {example.grade}" if example.grade is not None else example.kind
    return _KINDS[record.source.text] if record else "-"


@dataclass(slots=True)
class Kept:
    """Records of a file by the stem of their document's name, and the names that several bear: the last counts."""

    records: dict[str, Record] = field(default_factory=dict)
    twice: list[str] = field(default_factory=list)


def kept_records(path: Path) -> Kept:
    """Records of a JSONL file (what ``vanban extract`` prints).

    Raises :class:`~vanban.errors.RecordsInvalid`, naming the line where there is one.
    """
    try:
        data = path.read_bytes()
        lines = data.decode(json.detect_encoding(data)).split("\n")  # a shell may have written UTF-16
    except OSError as error:
        raise RecordsInvalid(path=path, reason=error.strerror or str(error)) from error
    except UnicodeDecodeError as error:
        raise RecordsInvalid(path=path, reason=str(error)) from error
    kept = Kept()
    for name, record in _read_records(path, lines):
        if name in kept.records:
            kept.twice.append(name)
        kept.records[name] = record
    return kept


def _read_records(path: Path, lines: Iterable[str]) -> Iterator[tuple[str, Record]]:
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            record = Record.model_validate(json.loads(line))
        except ValidationError as error:
            first = error.errors()[0]
            key = ".".join(map(str, first["loc"]))
            raise RecordsInvalid(path=f"{path}:{number}", reason=f"{key}: {first['msg']}") from error
        except (ValueError, RecursionError) as error:
            raise RecordsInvalid(path=f"{path}:{number}", reason=str(error)) from error
        yield normalize("NFC", Path(record.source.name).stem), record


def judged(examples: Iterable[Example], records: Mapping[str, Record]) -> Evaluation:
    """The examples judged by records that are there already; one without a record counts as failed."""
    found = Evaluation()
    for example in examples:
        found.add(example, records.get(example.name))
    return found
