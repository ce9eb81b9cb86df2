"""Words as they were written beside what OCR made of them: synthetic papers scanned and read by Tesseract.

A paper is rendered as PDF, whose text layer is the truth, and put through the scanner; what OCR reads of it is aligned
with the truth word by word.
"""

from __future__ import annotations

import random
import tempfile
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from pathlib import Path
from typing import NamedTuple

from corpus.compose import compose
from corpus.render import render
from corpus.scan import scan
from vanban.language.text import nfc, plain
from vanban.layout.rows import rows
from vanban.reading import open_document
from vanban.reading.document import Page
from vanban.settings import Settings

GRADES = (1, 2, 2, 3)
"""The grades of scans in turn: most offices' are of the middle grade."""

_MARKS = ".,;:!?\"'“”‘’()[]{}…-–—|/\\*_~`´"


class Reading(NamedTuple):
    """A word that was written, what was read in its place, and how sure OCR was (0–1)."""

    written: str
    read: str
    confidence: float


def readings(split: str, indices: Sequence[int], seed: int) -> Iterator[list[Reading]]:
    """The aligned words of each paper of ``split`` at ``indices``; a pure function of its arguments.

    The hands' blanks and all else that the truth does not hold are left out.
    """
    for index in indices:
        chance = random.Random(f"readings/{seed}/{split}/{index}")  # noqa: S311 - chance, not secrets
        rendering = render(compose(split, index, seed), "pdf", chance)
        scanned = scan(rendering, GRADES[index % len(GRADES)], chance, split)
        truth, seen = _pages(rendering.data), _pages(scanned.data)
        yield [
            found for page, other in zip(truth, seen, strict=False) for found in aligned(_words(page), _words(other))
        ]


def _pages(data: bytes) -> list[Page]:
    with tempfile.TemporaryDirectory(prefix="vanban-") as folder:
        path = Path(folder) / "paper.pdf"
        path.write_bytes(data)
        return open_document(path, Settings(), isolated=False).pages


def _words(page: Page) -> list[tuple[str, float]]:
    """The words of a page by rows, marks at their ends cut off, with their confidence."""
    found = [
        (nfc(word.text).strip(_MARKS), 1.0 if word.confidence is None else word.confidence)
        for row in rows(page.words)
        for word in row.words
    ]
    return [(text, sure) for text, sure in found if text]


def aligned(written: Sequence[tuple[str, float]], read: Sequence[tuple[str, float]]) -> list[Reading]:
    """Pairs of words that stand for one another: equal without marks, or alone between such."""
    one, other = [plain(text) for text, _ in written], [plain(text) for text, _ in read]
    found: list[Reading] = []
    for kind, a0, a1, b0, b1 in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        if kind == "equal" or (kind == "replace" and a1 - a0 == b1 - b0 <= 3):
            pairs = zip(written[a0:a1], read[b0:b1], strict=True)
            found += [Reading(true, text, sure) for (true, _), (text, sure) in pairs if _alike(true, text)]
    return found


def _alike(one: str, other: str) -> bool:
    """Whether a word may be another's misreading: more than half of the letters agree."""
    return SequenceMatcher(None, plain(one), plain(other)).ratio() > 0.5
