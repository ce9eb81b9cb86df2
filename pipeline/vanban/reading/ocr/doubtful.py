"""Words that were read badly, to be read once more by themselves without blur; the better reading stays.

A page read under one blur has some words wrong that it reads right under another, and the other way round: ragged
bilevel print wants more, soft grey print less. Which of two readings is right is told by the engine's confidence and
by whether its words are Vietnamese syllables.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from vanban.language.syllables import is_syllable
from vanban.reading.ocr.engine import Seen
from vanban.reading.ocr.lines import around
from vanban.reading.ocr.sheet import Area

_DOUBT, _DOUBT_MORE = 0.75, 0.9
"""Confidence below which any word is looked at again; below the second, symbols of documents, whose letters no word
list guards, and words with a colon or semicolon, which part lists."""

_LEGIBLE = 0.5
"""A line without one word of this confidence is no print."""

_TALL, _LOW = 2.0, 0.4
_MOST = 24
"""Pieces of lines that are looked at again on one page, the most doubtful first."""

_SYMBOL = 3.0
_BETTER, _STRETCH, _LEAST = 0.02, 0.4, 0.5
"""By how much a reading must be surer, the share of letters that it may have more or less, and how sure it must be."""

_SURE = 0.9
"""Confidence of words that another reading must hold as well."""

_FOREIGN = 0.6
"""What the confidence of a word is worth that is no syllable."""

_LAP = 0.25
"""Share of a word's width that may lie under the one before without their being the same."""

_ROOM = 0.2
"""Paper left above and below a piece, in heights of a word."""


def pieces(seen: list[Seen], height: float) -> list[list[Seen]]:
    """The parts of lines to look at again, the most doubtful first: doubtful words with a word on either side.

    ``height`` is that of a word in pixels.
    """
    return sorted(_pieces(seen, height), key=doubt, reverse=True)[:_MOST]


def doubt(piece: list[Seen]) -> float:
    """About how many letters of a piece may be wrong; those of symbols weigh more, as nothing puts them right later."""
    return sum(len(w.text) * (1 - w.confidence) * (_SYMBOL if "/" in w.text else 1.0) for w in piece if doubted(w))


def area(piece: list[Seen], height: float) -> Area:
    """Where a piece stands, with a little paper around."""
    x0, top, x1, bottom = around(piece)
    room = round(_ROOM * height)
    return x0 - room, top - room, x1 + room, bottom + room


def settled(seen: list[Seen], looks: Iterable[tuple[list[Seen], list[Seen]]]) -> list[Seen]:
    """``seen`` with the words of pieces in the place of which another look read better ones."""
    present = set(map(id, seen))
    instead: dict[int, list[Seen]] = {}
    for piece, words in looks:
        level = [word for word in words if _level(word.box, around(piece))]
        for old, other in _abreast(piece, level):
            if present.issuperset(map(id, old)) and _is_better(other, old):
                instead |= {id(word): [] for word in old} | {id(old[0]): _in_place(other, old)}
    return [word for before in seen for word in instead.get(id(before), [before])]


def _in_place(new: list[Seen], old: list[Seen]) -> list[Seen]:
    """Words where those stand that they replace: boxes of pieces read alone take in what is above and below."""
    if len(new) == len(old):
        return [
            replace(word, text=_ended(word.text, before.text), box=before.box, line=before.line)
            for word, before in zip(new, old, strict=True)
        ]
    _, top, _, bottom = around(old)
    return [replace(word, box=(word.box[0], top, word.box[2], bottom), line=old[0].line) for word in new]


def _ended(text: str, before: str) -> str:
    """A word without a full stop that the first look did not see: a speck at the edge of its piece looks like one."""
    return text if before.endswith(".") or not text[:-1].isalpha() else text.removesuffix(".")


def doubted(word: Seen) -> bool:
    """Whether a word is looked at again: read with little confidence, or nothing that can be Vietnamese.

    Lone numbers are not: in the head they may be written by hand, and a guess must not pass for sure.
    """
    text = _bare(word)
    if sum(letter.isalnum() for letter in text) < 2 or text.isdigit():
        return False
    weighty = word.text[-1] in ":;" or ("/" in text and any(map(str.isalpha, text)))
    sure = word.confidence >= (_DOUBT_MORE if weighty else _DOUBT)
    return not sure or "Ð" in text or not _sounds(text)


def _pieces(seen: list[Seen], height: float) -> Iterator[list[Seen]]:
    """Doubtful words with the word before and the word after; those near each other are one piece."""
    lines: dict[tuple[int, ...], list[Seen]] = defaultdict(list)
    for word in seen:
        if word.line and word.line[0] >= 0:
            lines[word.line].append(word)
    for line in lines.values():
        if max(word.confidence for word in line) < _LEGIBLE:
            continue
        wanted = [doubted(word) and _LOW * height < word.box[3] - word.box[1] < _TALL * height for word in line]
        piece: list[Seen] = []
        for at, word in enumerate(line):
            if any(wanted[max(0, at - 1) : at + 2]):
                piece.append(word)
            elif piece:
                yield piece
                piece = []
        if piece:
            yield piece


def _is_better(new: list[Seen], old: list[Seen]) -> bool:
    """Whether a reading is the surer one, of about as many letters, with all in it that was sure before."""
    letters, before = (sum(len(word.text) for word in words) for words in (new, old))
    if not new or abs(letters - before) > max(2, _STRETCH * before):
        return False
    text = " ".join(word.text for word in new)
    kept = all(_bare(word) in text for word in old if word.confidence >= _SURE and not doubted(word))
    worth = _worth(new)
    return kept and worth >= _LEAST and worth > _worth(old) + _BETTER


def _abreast(piece: list[Seen], other: list[Seen]) -> Iterator[tuple[list[Seen], list[Seen]]]:
    """The smallest groups of words of two readings that stand in the same place, from left to right."""
    both = [(word, 0) for word in piece] + [(word, 1) for word in other]
    group: tuple[list[Seen], list[Seen]] = ([], [])
    end = 0.0
    for word, side in sorted(both, key=lambda pair: pair[0].box[0]):
        x0, _, x1, _ = word.box
        if x0 >= end - _LAP * (x1 - x0):
            if group[0]:
                yield group
            group, end = ([], []), 0.0
        group[side].append(word)
        end = max(end, float(x1))
    if group[0]:
        yield group


def _worth(words: list[Seen]) -> float:
    """How far words are believed: their confidence by letters, less for what is no syllable."""
    letters = sum(len(word.text) for word in words)
    return sum(len(w.text) * w.confidence * (1.0 if _sounds(_bare(w)) else _FOREIGN) for w in words) / letters


def _sounds(text: str) -> bool:
    """Whether a word can stand in a Vietnamese document: a syllable, or what is in capitals or not of letters alone."""
    return not text.isalpha() or (text.isupper() and "Ð" not in text) or is_syllable(text)


def _level(box: Area, piece: Area) -> bool:
    return min(box[3], piece[3]) - max(box[1], piece[1]) > 0.5 * (box[3] - box[1])


def _bare(word: Seen) -> str:
    return word.text.strip(" .,;:'’`-_|/()[]“”\"…!?*+")
