"""How OCR misreads, and which words stand together: what :mod:`vanban.language.likely` mends fields with.

Words and their neighbours come from the train split of the synthetic corpus and from our lists of words and names; the
slips of letters from scans of papers of the same split, read by Tesseract and aligned with what was written.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from itertools import pairwise
from pathlib import Path
from typing import Any

from corpus.compose import compose
from models.data_readings import Reading, readings
from vanban.language import likely
from vanban.language.agency_data import phrases, table
from vanban.language.places import known_names
from vanban.language.text import plain, same_tone

PAPERS = 1_500
"""Papers of the train split whose words are counted; their words repeat from then on."""

SCANS, HELD = 20, 8
"""Papers scanned for the slips of letters, and of the development split for the figures."""

LISTED = 12
"""How often a phrase of our lists counts."""

_WORD = re.compile(r"[^\W\d_]+")
_STRETCH = re.compile(r"[^\W\d_]+(?: [^\W\d_]+)*")


def train(out: Path, seed: int) -> dict[str, Any]:
    """Write the counts as JSON into ``out`` and return their figures."""
    seen = [reading for paper in readings("train", range(SCANS), seed) for reading in paper]
    text = json.dumps(counted(texts(seed), listed(), seen), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    (out / likely.FILE).write_text(text + "\n", "utf-8")
    return {"papers_read": SCANS, "words_read": len(seen), **measure(out, seed)}


def measure(out: Path, seed: int) -> dict[str, Any]:
    """The figures of the counts in ``out`` on scans of the development split."""
    held = readings("dev", range(HELD), seed)
    path = out / likely.FILE
    return {"bytes": path.stat().st_size, **figures(held, likely.read(path.read_text("utf-8")))}


def texts(seed: int) -> Iterator[str]:
    """The blocks of the papers of the train split."""
    for index in range(PAPERS):
        for block in compose("train", index, seed).blocks:
            yield block.text


def listed() -> Iterator[str]:
    """The phrases of our lists: words, parts of agency names, places."""
    words = table("words")
    yield from re.split(r"[,\n]", words["words"])
    yield from words["alone"].split()
    yield from (phrase.text for group in phrases().values() for phrase in group)
    yield from known_names()


def counted(written: Iterable[str], phrases_: Iterable[str], seen: Iterable[Reading]) -> dict[str, Any]:
    """The counts of :class:`~vanban.language.likely.Channel`."""
    words, pairs = _seen(written)
    listed_words, listed_pairs = _seen(phrases_)
    return {
        "words": _weighed(words, listed_words),
        "pairs": _weighed(pairs, listed_pairs),
        **_misread(list(seen)),
    }


def _seen(written: Iterable[str]) -> tuple[Counter[str], Counter[str]]:
    """Words, and pairs of neighbours without a mark between them."""
    words: Counter[str] = Counter()
    pairs: Counter[str] = Counter()
    for text in written:
        for stretch in _STRETCH.findall(text):
            small = [same_tone(word.casefold()) for word in stretch.split(" ")]
            words.update(small)
            pairs.update(f"{one} {other}" for one, other in pairwise(small))
    return words, pairs


def _weighed(found: Counter[str], phrases_: Counter[str]) -> dict[str, int]:
    """Counts of what was composed as their roots, for a composer says the same things often; phrases of our lists
    are worth more."""
    return {key: round(found[key] ** 0.5) + LISTED * phrases_[key] for key in {**found, **phrases_}}


def _misread(seen: list[Reading]) -> dict[str, Any]:
    slips: dict[str, Counter[str]] = {}
    wrong, every = [0.0] * 10, [0.0] * 10
    marks = others = 1
    for reading in seen:
        written, read = (same_tone(text.casefold()) for text in reading[:2])
        at = min(int(reading.confidence * 10), 9)
        every[at] += 1
        wrong[at] += written != read
        for letter, other in paired(written, read):
            if letter != other and letter.isalpha():
                slips.setdefault(letter, Counter())[other] += 1
                marks += plain(letter) == plain(other)
                others += plain(letter) != plain(other)
    overall = sum(wrong) / max(sum(every), 1)
    return {
        "slips": {letter: dict(found) for letter, found in slips.items()},
        "wrong": [round((w + 20 * overall) / (n + 20), 4) for w, n in zip(wrong, every, strict=True)],
        "letters": round(others / (marks + others), 4),
    }


def paired(written: str, read: str) -> Iterator[tuple[str, str]]:
    """The letters of a word with what each was read as; letters lost or put in have no pair."""
    one, other = plain(written), plain(read)
    for kind, a0, a1, b0, b1 in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        if kind == "equal" or (kind == "replace" and a1 - a0 == b1 - b0):
            yield from zip(written[a0:a1], read[b0:b1], strict=True)


def figures(papers: Iterable[list[Reading]], model: likely.Channel) -> dict[str, Any]:
    """Words of scans wrong before and after mending, and how many changes were right."""
    words = before = after = changed = right = 0
    for paper in papers:
        for at in range(0, len(paper), 12):
            line = paper[at : at + 12]
            given = [reading.read for reading in line]
            put = likely.mended(" ".join(given), [reading.confidence for reading in line], model).split()
            for reading, old, new in zip(line, given, put, strict=True):
                words += 1
                before += not same(old, reading.written)
                after += not same(new, reading.written)
                changed += old != new
                right += old != new and same(new, reading.written)
    return {
        "words": words,
        "wrong_before": round(before / max(words, 1), 4),
        "wrong_after": round(after / max(words, 1), 4),
        "changes": changed,
        "changes_right": round(right / max(changed, 1), 4),
    }


def same(one: str, other: str) -> bool:
    """Whether two words are one, whatever the place of the tone mark and the letters' size."""
    return unicodedata.normalize("NFC", same_tone(one.casefold())) == same_tone(other.casefold())
