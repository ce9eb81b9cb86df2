"""Where a signature stands, told by its name or, where none was read, by its office (NĐ 30/2020 PL I.II.7, II.8).

A name is a short line of capitalised words, right of the middle, with room for a signature above; an office is a line
in capitals with such room below.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from vanban.language.people import person_name
from vanban.language.places import known_place
from vanban.language.positions import chain
from vanban.language.syllables import is_syllable
from vanban.language.text import fold
from vanban.reading.ocr.engine import Seen
from vanban.reading.ocr.lines import around, bare, middle, rows
from vanban.reading.ocr.sheet import Area

SOUND = 0.6
"""Confidence that each word of a whole name or an office has."""

_READ = 0.5
"""Confidence from which a word tells where a name may stand."""

_PRINT = 0.8
"""Confidence of a word that is surely print."""

_MIDDLE, _MARGIN = 0.42, 0.96
"""Where, in widths of the page, the middle of a signature stands at the least, and where the page's margin begins."""

ABOVE, BESIDE, _BELOW, _ROOM = 13.0, 9.0, 16.0, 2.5
"""Heights of a word: how far a signature's space reaches above a name, on either side of its middle, and below its
office or the level of ``Nơi nhận``; the least room for a signature."""


@dataclass(slots=True, frozen=True)
class Name:
    """A line that may be a signer's name: its words from left to right and its box."""

    words: tuple[Seen, ...]
    box: Area

    @property
    def text(self) -> str:
        """The words without marks at their ends."""
        return " ".join(map(bare, self.words))

    @property
    def whole(self) -> bool:
        """Whether it is a person's name, family name and all, each word read well enough."""
        return person_name(self.text, strict=True) is not None and min(w.confidence for w in self.words) >= SOUND


def names(seen: list[Seen], shape: tuple[int, ...], height: float) -> list[Name]:
    """The lines of a page that may be signers' names, from top to bottom."""
    read = [word for word in seen if word.confidence >= _READ]
    lines = [[word for word in line if _capitalised(word) or _is_word(word)] for line in rows(read, height)]
    found = []
    for line in lines:
        if not 2 <= len(line) <= 6 or not all(map(_capitalised, line)):
            continue
        name = Name(tuple(line), around(line))
        right = (name.box[0] + name.box[2]) / 2 >= _MIDDLE * shape[1]
        if right and known_place(name.text) is None and _has_room(name, read, height):
            found.append(name)
    return sorted(found, key=lambda name: name.box[1])


@dataclass(slots=True, frozen=True)
class Place:
    """The ``area`` of a signature, a box of print ``like`` its print, and whether its ``office`` was read."""

    area: Area
    like: Area
    office: bool


def unsigned(seen: list[Seen], shape: tuple[int, ...], height: float) -> Place | None:
    """Where a signature stands whose name was not read: below its office, or beside ``Nơi nhận``."""
    read = [word for word in seen if word.confidence >= _READ]
    beside = _recipients(read, shape, height)
    offices = [around(line) for line in rows([word for word in read if bare(word).isupper()], height) if _opens(line)]
    least = beside[1] - 4 * height if beside else 0.0
    free = [
        box
        for box in offices
        if box[1] > least and middle(box) >= _MIDDLE * shape[1] and _is_free_below(box, read, height)
    ]
    if free:
        box = max(free, key=lambda box: box[1])
        centre, reach = int(middle(box)), int(BESIDE * height)
        area = (centre - reach, box[1] - int(4 * height), centre + reach, box[3] + int(_BELOW * height))
        return Place(area, box, office=True)
    if beside is None:
        return None
    left, right = int(_MIDDLE * shape[1]), int(_MARGIN * shape[1])
    return Place((left, beside[1] - int(2 * height), right, beside[3] + int(_BELOW * height)), beside, office=False)


def over(name: Name, seen: list[Seen], height: float) -> Iterator[Seen]:
    """The words above a name where its office stands."""
    centre, top = middle(name.box), name.box[1]
    for word in seen:
        x = (word.box[0] + word.box[2]) / 2
        if abs(x - centre) < BESIDE * height and top - ABOVE * height < word.box[1] < top - height:
            yield word


def tells_office(words: Iterable[Seen]) -> bool:
    """Whether words in capitals tell a signer's title."""
    read = [word for word in words if word.confidence >= SOUND and bare(word).isupper()]
    lines = [" ".join(map(bare, line)) for line in rows(read, max((w.box[3] - w.box[1] for w in read), default=0))]
    return any(rung.title and not rung.start for line in lines for rung in chain(line))


def _recipients(read: list[Seen], shape: tuple[int, ...], height: float) -> Area | None:
    """The box of ``Nơi nhận`` on the left of a page."""
    for line in rows(read, height):
        if fold(" ".join(map(bare, line[:2]))) == "noi nhan" and line[0].box[0] < shape[1] / 4:
            return around(line[:2])
    return None


def _is_free_below(box: Area, read: list[Seen], height: float) -> bool:
    """Whether no line of running print stands right below a box."""
    under = [
        word
        for word in read
        if word.confidence >= _PRINT
        and len(bare(word)) > 1
        and not bare(word).isupper()
        and word.box[0] < box[2]
        and word.box[2] > box[0]
        and box[3] - 0.2 * height < word.box[1] < box[3] + _ROOM * height
    ]
    return len(under) < 2


def _opens(line: list[Seen]) -> bool:
    """Whether a line in capitals is of a signature's office: a title, or who is signed for (``TM. ỦY BAN …``)."""
    rungs = chain(" ".join(map(bare, line)))
    return any(rung.title or not rung.start for rung in rungs)


def _capitalised(word: Seen) -> bool:
    text = bare(word)
    return len(text) > 1 and text.isalpha() and text.istitle()


def _is_word(word: Seen) -> bool:
    """Whether something stands there that is no speck, and no piece of a letter."""
    return word.confidence >= SOUND and (is_syllable(bare(word)) or len(bare(word)) > 3)


def _has_room(name: Name, read: list[Seen], height: float) -> bool:
    """Whether nothing that is surely print stands right above a name."""
    x0, top, x1, _ = name.box
    over = [
        word
        for word in read
        if word.confidence >= _PRINT
        and word.box[0] < x1
        and word.box[2] > x0
        and top - _ROOM * height < word.box[3] <= top + 0.2 * height
    ]
    return len(over) < 2
