"""``underthesea.ner`` over the head and the foot: its organisations, places and persons as issuer, place and signer.

The tagger names spans and nothing more, so which span is which value is told by where it stands: the first
organisation of the head issues, the first place of the head is the place of issue, the last person of the foot signs.
It reads the same page text as ours; of the foot only short lines, where names stand, for it takes seconds a page.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

from evaluation.baselines.blank import blank_record
from vanban.reading.document import Document
from vanban.record import Issued, Issuer, Record, Signer

_HEAD: Final = 900
"""Characters of the first page that hold the head."""
_FOOT: Final = 700
"""Characters at the end of each page, one of which holds the signature."""
_SHORT: Final = 60
"""The longest line of the foot that is read, in characters."""


def extract_named(document: Document, pages: Sequence[str]) -> Record:
    """The record that the tagger's spans give: issuer, place of issue and signer; nothing else."""
    head = list(spans(pages[0][:_HEAD])) if pages else []
    lines = [line for page in pages for line in page[-_FOOT:].splitlines() if len(line) <= _SHORT]
    foot = list(spans("\n".join(lines)))
    issuer = next((text for text, label in head if label == "ORG"), None)
    place = next((text for text, label in head if label == "LOC"), None)
    signer = next((text for text, label in reversed(foot) if label == "PER"), None)
    record = blank_record(document)
    record.issued = Issued(place=place)
    record.issuer = Issuer(name=issuer) if issuer else None
    record.signer = Signer(name=signer) if signer else None
    return record


def spans(text: str) -> Iterator[tuple[str, str]]:
    """The named spans of a text with their labels (``ORG``, ``LOC``, ``PER``), line by line."""
    for line in text.splitlines():
        words: list[str] = []
        label = ""
        for word, tag in _tagged(line.strip()):
            if words and not (tag.startswith("I-") and tag[2:] == label):
                yield " ".join(words), label
                words = []
            if tag.startswith("B-") or (tag.startswith("I-") and words):
                label = tag[2:]
                words.append(word)
        if words:
            yield " ".join(words), label


@cache
def _tagged(line: str) -> tuple[tuple[str, str], ...]:
    from underthesea import ner

    return tuple((word, tag) for word, _, _, tag in ner(line)) if line else ()
