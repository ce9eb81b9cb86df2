"""Signatures on scans: what can be trusted where a seal and a pen run over print (NĐ 30/2020 PL I.II.8)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Final

from vanban.extraction.spans import Joined
from vanban.language.heads import begins_agency
from vanban.language.people import has_family, is_frequent, person_name
from vanban.language.positions import Rung, deputies
from vanban.language.repair import repaired
from vanban.language.text import plain
from vanban.layout.cues import near, solid
from vanban.reading.document import Word
from vanban.record import Capacity

TRUST: Final = 0.55
"""OCR confidence that each word of a name must have; more for a name of four words or more, where one may be dirt."""

TRUST_FAMILY: Final = 0.4
"""The same for a family name that many bear: few words can stand there."""

TRUST_TWO: Final = 0.8
"""The same for each word of a name of two."""

_OFF_MIDDLE: Final = 2.0
"""Points by which a name may stand off the middle of its office; a lost word moves it by eight, or less where the
whole stood askew."""

_DIRT: Final = 0.2
"""OCR confidence under which a lone letter beside print is a speck or a piece of the seal."""

_LETTERS = re.compile(r"[^\W\d_]")


@dataclass(slots=True)
class Block:
    """The lines over one signature: the signing chain, then the name."""

    joined: Joined
    rungs: list[Rung] = field(default_factory=list)
    name: str | None = None
    name_span: tuple[int, int] | None = None


def sound_name(block: Block) -> str | None:
    """The name of a scanned signature when each word can be trusted; a family name of the frequent ones sooner.

    A word that lies over its neighbour is the pen's.
    """
    if block.name is None or block.name_span is None:
        return None
    words, read = block.name.split(), block.joined.words(*block.name_span)
    if len(words) == len(read) > 3:
        printed = [i for i in range(len(read)) if not _lies_over(read, i)]
        words, read = [words[i] for i in printed], [read[i] for i in printed]
    if len(words) == 2:
        return block.name if _whole_in_two(block, words, read) else None
    if not words or not person_name(" ".join(words), scanned=True, strict=True):
        return None
    trust = TRUST + 0.15 * max(0, len(words) - 3)
    first = min((w.confidence for w in read[:1] if w.confidence is not None), default=1.0)
    rest = min((w.confidence for w in read[1:] if w.confidence is not None), default=1.0)
    sound = first >= (TRUST_FAMILY if is_frequent(words[0]) else trust) and rest >= trust
    return " ".join(words) if sound else None


def _whole_in_two(block: Block, words: list[str], read: list[Word]) -> bool:
    """Whether a name of two words (``Y Đừng``, ``Vũ Toàn``) has lost none: surely read, a family name first, and in
    the middle under its office."""
    if not has_family(words) or any(w.confidence is not None and w.confidence < TRUST_TWO for w in read):
        return False
    offices = [_middle(block.joined.words(rung.start, rung.end)) for rung in block.rungs]
    return any(abs(middle - _middle(read)) < _OFF_MIDDLE for middle in offices)


def _middle(words: list[Word]) -> float:
    return (min(word.box[0] for word in words) + max(word.box[2] for word in words)) / 2


def _lies_over(words: list[Word], at: int) -> bool:
    """Whether most of a word's width is its wider neighbour's."""
    x0, _, x1, _ = words[at].box
    around = [words[i].box for i in (at - 1, at + 1) if 0 <= i < len(words)]
    return any(b[2] - b[0] > x1 - x0 and min(b[2], x1) - max(b[0], x0) > 0.6 * (x1 - x0) for b in around)


def office_under_seal(block: Block) -> tuple[Capacity, str, str] | None:
    """Capacity, position and head by the head's line over the deputy's, of which a seal left enough letters."""
    end = block.name_span[0] if block.name_span else None
    lines = [solid(line) for line in block.joined.text[:end].split("\n")]
    for above, below in pairwise(lines):
        for deputy, head in deputies().items():
            if _ends_with(above, solid(head)) and _is_left_of(below, solid(deputy)):
                return "KT", deputy, head
    return None


def _ends_with(letters: str, title: str) -> bool:
    """Whether a line is a title behind at most what ``KT.`` may have become."""
    return letters.endswith(title) and len(letters) - len(title) <= 3


def _is_left_of(letters: str, title: str) -> bool:
    """Whether letters are what is left of a deputy's title: its beginning, some of its letters, or nearly all."""
    if len(letters) < 5 or len(letters) > len(title) + 3:
        return False
    if letters[:3] == title[:3]:
        rest = iter(title)
        return all(letter in rest for letter in letters)
    return near(letters, title[: len(letters)] if len(letters) < len(title) else title, 0.34)


def under_seal(block: Block) -> list[Rung]:
    """The rungs of a scanned signature that can be trusted: a seal eats prefixes and whole lines.

    The head's title twice is the head and the deputy under KT.; a title after letters that are no capacity, TM.
    without a title, or a damaged line between title and name leaves the office unknown.
    """
    rungs, text = block.rungs, block.joined.text
    if rungs and rungs[-1].title and plain(rungs[-1].rest).startswith("pho "):
        below = [deputy for deputy, head in deputies().items() if head == rungs[-1].title]
        if below:
            return [*rungs[:-1], replace(rungs[-1], capacity="KT", rest=""), Rung(title=below[0])]
    for rung in rungs:
        rung.rest = repaired(rung.rest)
        if not begins_agency(rung.rest):
            rung.rest = ""
    second = [deputy for deputy, head in deputies().items() if rungs and head == rungs[0].title]
    if len(rungs) == 2 and rungs[0].title and rungs[0].title == rungs[1].title and not rungs[1].capacity and second:
        return [replace(rungs[0], capacity="KT"), replace(rungs[1], title=second[0])]
    if len(rungs) == 2 and rungs[0].title and rungs[1].title and deputies().get(rungs[1].title) == rungs[0].title:
        return [replace(rungs[0], capacity="KT"), rungs[1]]
    sound = [rung for rung in rungs if rung.capacity or not _LETTERS.search(_line_before(block.joined, rung.start))]
    if len(sound) < len(rungs) and not any(rung.title in deputies() for rung in sound):
        return []
    if sound and sound[-1].capacity == "TM":
        return []
    end = block.name_span[0] if block.name_span else None
    between = text[sound[-1].end : end] if sound and end and sound[-1].end < end else ""
    damaged = any(sum(c.isupper() for c in line) > 4 for line in between.split("\n"))
    return [] if damaged and sound[-1].title not in deputies() else sound


def _line_before(joined: Joined, at: int) -> str:
    """What stands before a place on its line, without a lone letter that OCR did not believe in."""
    start = joined.text.rfind("\n", 0, at) + 1
    dirt = {w.text for w in joined.words(start, at) if len(w.text) == 1 and (w.confidence or 0.0) < _DIRT}
    return " ".join(word for word in joined.text[start:at].split() if word not in dirt)
