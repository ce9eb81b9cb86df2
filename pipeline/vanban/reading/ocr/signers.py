"""Another look at the signer's name and office where a seal took a part of them (NĐ 30/2020 PL I.II.7, II.8).

The space of a signature is told by its name: a short line of capitalised words, right of the middle, with room for a
signature above. When the name lacks its family name, or no office stands above, that space is read once more with
all ink fainter than the name's faded out: seals, pens and what shines through.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from vanban.language.people import person_name
from vanban.language.places import known_place
from vanban.language.positions import chain
from vanban.language.syllables import is_syllable
from vanban.reading.ocr.engine import Engine, Seen

if TYPE_CHECKING:
    from numpy.typing import NDArray

_READ = 0.5
"""Confidence from which a word tells where a name may stand."""

_SOUND = 0.6
"""Confidence that each word of a whole name or an office has."""

_HEARD = 0.3
"""Confidence from which this look's reading of a word may agree with the first."""

_ABOVE, _BESIDE, _ROOM = 13.0, 9.0, 2.5
"""Heights of a word: what is read above a name and on either side of its middle; the least room for a signature."""

_FADE = 60
"""Steps of grey, of 255, from the name's ink to what counts as paper."""

_LETTERS = 32.0
"""Height in pixels at which words are read best."""

_PRINT = 0.8
"""Confidence of a word that is surely print."""

_MIDDLE = 0.42
"""Where, in widths of the page, the middle of a signature stands at the least."""


@dataclass(slots=True, frozen=True)
class Name:
    """A line that may be a signer's name: its words from left to right and its box."""

    words: tuple[Seen, ...]
    box: tuple[int, int, int, int]

    @property
    def text(self) -> str:
        """The words without marks at their ends."""
        return " ".join(map(_bare, self.words))

    @property
    def whole(self) -> bool:
        """Whether it is a person's name, family name and all, each word read well enough."""
        return person_name(self.text, strict=True) is not None and min(w.confidence for w in self.words) >= _SOUND


def read_signer(
    grey: NDArray[Any], seen: list[Seen], engine: Engine, *, height: float, dpi: int, seconds: float
) -> list[Seen]:
    """``seen`` with the name and office of a signature put right that were read in part; mostly as it came.

    ``height`` is that of a word in pixels. The engine is called at most once, for the lowest name of the page.
    """
    found = names(seen, grey.shape, height)
    if not found:
        return seen
    name = found[-1]
    if name.whole and _office(_over(name, seen, height)):
        return seen
    again = _recognise(grey, name, engine, height=height, dpi=dpi, seconds=seconds)
    for line in rows(again, height):
        before = _at(line, seen)
        if _level(line, name.box):
            line = [_agreed(word, before) for word in line]
            better = not name.whole and Name(tuple(line), name.box).whole
        else:
            better = all(_bare(word).isupper() for word in line) and _office(line) and not _office(before)
        seen = _replace(seen, before, line) if better else seen
    return seen


def names(seen: list[Seen], shape: tuple[int, ...], height: float) -> list[Name]:
    """The lines of a page that may be signers' names, from top to bottom."""
    read = [word for word in seen if word.confidence >= _READ]
    lines = [[word for word in line if _capitalised(word) or _is_word(word)] for line in rows(read, height)]
    found = []
    for line in lines:
        if not 2 <= len(line) <= 6 or not all(map(_capitalised, line)):
            continue
        name = Name(tuple(line), _around(line))
        right = (name.box[0] + name.box[2]) / 2 >= _MIDDLE * shape[1]
        if right and known_place(name.text) is None and _has_room(name, read, height):
            found.append(name)
    return sorted(found, key=lambda name: name.box[1])


def rows(seen: list[Seen], height: float) -> list[list[Seen]]:
    """Words of one level that stand less than two heights apart, from left to right."""
    found: list[list[Seen]] = []
    for word in sorted(seen, key=lambda word: word.box[0]):
        for line in found:
            last = line[-1].box
            if _level([word], last) and word.box[0] - last[2] < 2 * height:
                line.append(word)
                break
        else:
            found.append([word])
    return found


def _level(line: list[Seen], box: tuple[int, int, int, int]) -> bool:
    """Whether a line runs on at the level of a box: their heights overlap by half."""
    _, top, _, bottom = _around(line)
    return min(bottom, box[3]) - max(top, box[1]) > 0.5 * min(bottom - top, box[3] - box[1])


def _capitalised(word: Seen) -> bool:
    text = _bare(word)
    return len(text) > 1 and text.isalpha() and text.istitle()


def _is_word(word: Seen) -> bool:
    """Whether something stands there that is no speck, and no piece of a letter."""
    return word.confidence >= _SOUND and (is_syllable(_bare(word)) or len(_bare(word)) > 3)


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


def _over(name: Name, seen: list[Seen], height: float) -> Iterator[Seen]:
    """The words above a name where its office stands."""
    middle, top = (name.box[0] + name.box[2]) / 2, name.box[1]
    for word in seen:
        x = (word.box[0] + word.box[2]) / 2
        if abs(x - middle) < _BESIDE * height and top - _ABOVE * height < word.box[1] < top - height:
            yield word


def _office(words: Iterator[Seen] | list[Seen]) -> bool:
    """Whether words in capitals tell a signer's title."""
    read = [word for word in words if word.confidence >= _SOUND and _bare(word).isupper()]
    lines = [" ".join(map(_bare, line)) for line in rows(read, max((w.box[3] - w.box[1] for w in read), default=0))]
    return any(rung.title and not rung.start for line in lines for rung in chain(line))


def _agreed(word: Seen, before: list[Seen]) -> Seen:
    """A word, surer when the first look read the same there."""
    same = [old.confidence for old in before if _bare(old) == _bare(word) and old.box[0] < word.box[2]]
    doubt = (1 - word.confidence) * (1 - max(same, default=0.0))
    return Seen(word.text, word.box, 1 - doubt, word.line)


def _at(line: list[Seen], seen: list[Seen]) -> list[Seen]:
    """What was read before where a line stands."""
    box = _around(line)
    return [word for word in seen if _level([word], box) and word.box[0] < box[2] and word.box[2] > box[0]]


def _replace(seen: list[Seen], before: list[Seen], line: list[Seen]) -> list[Seen]:
    """``seen`` with a line in the place of what was read there before."""
    old = {id(word) for word in before}
    return [word for word in seen if id(word) not in old] + line


def _recognise(
    grey: NDArray[Any], name: Name, engine: Engine, *, height: float, dpi: int, seconds: float
) -> list[Seen]:
    """The words of the space above a name and of its line, in pixels of the page, fainter ink than the name's faded."""
    import cv2
    import numpy as np
    from PIL import Image

    x0, top, x1, bottom = name.box
    middle = (x0 + x1) // 2
    left, right = max(0, middle - int(_BESIDE * height)), min(grey.shape[1], middle + int(_BESIDE * height))
    upper, between = max(0, top - int(_ABOVE * height)), max(0, top - int(1.2 * height))
    level, lower = max(0, top - int(0.6 * height)), min(grey.shape[0], bottom + int(0.5 * height))
    letters = grey[top:bottom, x0:x1]
    ink = float(np.median(letters[letters < 128])) if (letters < 128).any() else 0.0
    gap = np.full((int(height), right - left), 255.0)
    sheet = np.vstack([grey[upper:between, left:right], gap, grey[level:lower, left:right]])
    faded = np.clip((sheet - ink) * (255 / _FADE), 0, 255).astype(np.uint8)
    zoom = min(_LETTERS / height, 2.0)
    image = cv2.resize(faded, None, fx=zoom, fy=zoom, interpolation=cv2.INTER_CUBIC)
    found = []
    for word in engine.recognise(Image.fromarray(image), dpi=dpi, seconds=seconds, block=True):
        u0, v0, u1, v1 = (round(edge / zoom) for edge in word.box)
        down = upper if v1 < between - upper + height / 2 else level - (between - upper) - int(height)
        if word.confidence >= _HEARD and _bare(word):
            box = (u0 + left, v0 + down, u1 + left, v1 + down)
            found.append(Seen(word.text, box, word.confidence, (-2, *word.line)))
    return found


def _around(line: list[Seen]) -> tuple[int, int, int, int]:
    boxes = [word.box for word in line]
    return min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes)


def _bare(word: Seen) -> str:
    return word.text.strip(" .,;:'’`-_|/")
