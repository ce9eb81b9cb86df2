"""Sentences with marked spans from made-up documents: who must, with whom, whose paper, who signs, and the task.

A manuscript's runs bear gold paths, so spans come free. Spans of a sentence do not cross or nest: the task is the
longest stretch of an assignment that holds no name.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from corpus.manuscript import Block, Manuscript, Role, Run
from models.data_noise import GRADES, worn_text
from vanban.extraction.tasks.sentences import sentences

ASSIGNEE, COORDINATOR, ISSUER, PERSON, TASK = "ASSIGNEE", "COORDINATOR", "ISSUER", "PERSON", "TASK"
AGENCIES = frozenset({ASSIGNEE, COORDINATOR, ISSUER})

Span = tuple[int, int, str]

_PATHS = (
    (re.compile(r"assignments\.\d+\.assignees\.\d+"), ASSIGNEE),
    (re.compile(r"assignments\.\d+\.coordinators\.\d+"), COORDINATOR),
    (re.compile(r"citations\.\d+\.issuer"), ISSUER),
    (re.compile(r"signer\.(?:second\.)?name"), PERSON),
)
_TASK = re.compile(r"assignments\.\d+")
_ROLES = frozenset({Role.BASIS, Role.OPERATIVE, Role.HEADING, Role.PARAGRAPH, Role.ITEM, Role.SIGNER})
_TRIM = " \t\n,;:./"
_LEAST = 12
"""Letters that a task has at least; less is a stray connective."""


@dataclass(frozen=True, slots=True)
class Marked:
    """A sentence with its spans, in code points."""

    text: str
    spans: tuple[Span, ...]


def marked(manuscript: Manuscript, chance: random.Random, noise: float = 0.0) -> Iterator[Marked]:
    """The sentences of the manuscript's body; a share ``noise`` of its blocks is misread as OCR would."""
    for block in manuscript.blocks:
        if block.role in _ROLES:
            grade = chance.randrange(GRADES) if chance.random() < noise else None
            yield from of_block(block, chance, grade)


def of_block(block: Block, chance: random.Random, grade: int | None = None) -> Iterator[Marked]:
    """The sentences of one block, with letters misread when ``grade`` is given."""
    runs = [(run, run.text if grade is None else worn_text(run.text, grade, chance)) for run in block.runs]
    text = "".join(piece for _, piece in runs)
    found = sorted(_spans(runs, text))
    for start, end in sentences(text):
        inside = [(a - start, b - start, label) for a, b, label in found if start <= a and b <= end]
        yield Marked(text[start:end], tuple(inside))


def _spans(runs: list[tuple[Run, str]], text: str) -> Iterator[Span]:
    tasks: dict[str, tuple[int, int]] = {}
    at = 0
    for (label, path), group in groupby(runs, key=lambda pair: _kind(pair[0])):
        start, at = at, at + sum(len(piece) for _, piece in group)
        begin, end = _trimmed(text, start, at)
        if end <= begin or label is None:
            continue
        if label != TASK:
            yield begin, end, label
        elif end - begin > max(_LEAST, _length(tasks.get(path))):
            tasks[path] = (begin, end)
    for begin, end in tasks.values():
        yield begin, end, TASK


def _kind(run: Run) -> tuple[str | None, str]:
    """The label of a run and the gold path that bears it; deadlines and citations inside a task are part of it."""
    for pattern, label in _PATHS:
        for path in run.labels:
            if pattern.fullmatch(path):
                return label, path
    task = next((path for path in run.labels if _TASK.fullmatch(path)), None)
    return (TASK, task) if task else (None, "")


def _length(span: tuple[int, int] | None) -> int:
    return span[1] - span[0] if span else 0


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in _TRIM:
        start += 1
    while start < end and text[end - 1] in _TRIM:
        end -= 1
    return start, end
