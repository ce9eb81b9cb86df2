"""Another look at the signer's name and office where a seal took a part of them (NĐ 30/2020 PL I.II.7, II.8).

When a name lacks its family name, when no office stands above it or none stands below an office, the signature's
space is read once more with all ink fainter than print faded out: seals, pens and what shines through.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from vanban.language.people import person_name
from vanban.reading.ocr import faded
from vanban.reading.ocr.engine import Engine, Seen
from vanban.reading.ocr.lines import around, bare, level, rows
from vanban.reading.ocr.sheet import Area
from vanban.reading.ocr.signature import ABOVE, BESIDE, SOUND, Name, names, over, tells_office, unsigned

if TYPE_CHECKING:
    from numpy.typing import NDArray

_HEARD = 0.3
"""Confidence from which this look's reading of a word may agree with the first."""

_ASIDE = 13.0
"""Heights of a word: what is read on either side of a name's middle, as it may be a part of a name, with degrees."""

_PAPER = 190
"""Grey from which a pixel is paper."""

_CLEAN = 0.06
"""Share of dark pixels beside a name below which no more letters stand there."""


def read_signer(
    grey: NDArray[Any], seen: list[Seen], engine: Engine, *, height: float, dpi: int, seconds: float
) -> list[Seen]:
    """``seen`` with the name and office of a signature put right that were read in part; mostly as it came.

    ``height`` is that of a word in pixels. The engine is called at most twice: for the lowest name of the page, or,
    where no name was read, for the space below the lowest office or beside ``Nơi nhận``.
    """
    found = names(seen, grey.shape, height)
    for fade in reversed(faded.FADES) if found else faded.FADES:
        look = Look(grey, engine, fade, height, dpi, seconds)
        seen, done = _mended(look, seen, found[-1]) if found else _signed_again(look, seen)
        if done:
            break
    return seen


@dataclass(slots=True, frozen=True)
class Look:
    """A way to look at a page again: see :func:`vanban.reading.ocr.faded.read`."""

    grey: NDArray[Any]
    engine: Engine
    fade: int
    height: float
    dpi: int
    seconds: float

    def rows(self, parts: list[Area], like: Area) -> list[list[Seen]]:
        """The lines in some parts of the page whose print is as dark as that in ``like``."""
        ink, height = faded.ink_of(self.grey, like), self.height
        words = faded.read(
            self.grey, parts, self.engine, ink=ink, fade=self.fade, height=height, dpi=self.dpi, seconds=self.seconds
        )
        return rows([word for word in words if word.confidence >= _HEARD and bare(word)], height)

    def is_alone(self, name: Name) -> bool:
        """Whether paper is clean to the left and right of a name, as far as a syllable reaches.

        Beside two syllables, which may be a part of a name as well as a name, there must be no ink of any kind.
        """
        x0, top, x1, bottom = name.box
        dark = _PAPER if len(name.words) < 3 else faded.ink_of(self.grey, name.box) + self.fade / 2
        near, far = int(0.3 * self.height), int(1.5 * self.height)
        sides = self.grey[top:bottom, max(0, x0 - far) : x0 - near], self.grey[top:bottom, x1 + near : x1 + far]
        return all(float((side < dark).mean()) < _CLEAN for side in sides if side.size)


def _mended(look: Look, seen: list[Seen], name: Name) -> tuple[list[Seen], bool]:
    """``seen`` with a name that was read in part, or its office, put right, and whether both are whole now."""
    height, whole = look.height, name.whole
    if whole and tells_office(over(name, seen, height)):
        return seen, True
    x0, top, x1, bottom = name.box
    middle, beside = (x0 + x1) // 2, int(BESIDE * height)
    above = (middle - beside, top - int(ABOVE * height), middle + beside, top - int(1.2 * height))
    aside = int(_ASIDE * height)
    strip = (middle - aside, top - int(0.6 * height), middle + aside, bottom + int(0.5 * height))
    for line in look.rows([above, strip] if above[3] > 0 else [strip], name.box):
        before = _at(line, seen)
        if level(line, name.box):
            line = [_agreed(word, before) for word in line]
            better = not whole and Name(tuple(line), name.box).whole
            whole = whole or better
        else:
            better = _is_better_office(line, before)
        seen = _replace(seen, before, line) if better else seen
    return seen, whole and tells_office(over(name, seen, height))


def _signed_again(look: Look, seen: list[Seen]) -> tuple[list[Seen], bool]:
    """``seen`` with the name and office of a signature of which no name was read, and whether that is settled now."""
    place = unsigned(seen, look.grey.shape, look.height)
    if place is None:
        return seen, True
    lines = look.rows([place.area], place.like)
    signed = (_signed(line, look) for line in lines)
    name = max(filter(None, signed), key=lambda name: name.box[1], default=None)
    if name is None or not (place.office or name.whole or any(map(tells_office, lines))):
        return seen, False
    for line in lines:
        before = _at(line, seen)
        if line == list(name.words):
            seen = _replace(seen, before, [_agreed(word, before) for word in line])
        elif around(line)[3] <= name.box[1] and _is_better_office(line, before):
            seen = _replace(seen, before, line)
    return seen, place.office or any(map(tells_office, lines))


def _signed(line: list[Seen], look: Look) -> Name | None:
    """The name of a person that a line is, each of its words read well enough and nothing unread beside it."""
    name = Name(tuple(line), around(line))
    sound = len(line) > 1 and min(word.confidence for word in line) >= SOUND and not name.text.isupper()
    return name if sound and person_name(name.text) and look.is_alone(name) else None


def _is_better_office(line: list[Seen], before: list[Seen]) -> bool:
    return all(bare(word).isupper() for word in line) and tells_office(line) and not tells_office(before)


def _agreed(word: Seen, before: list[Seen]) -> Seen:
    """A word, surer when the first look read the same there."""
    same = [old.confidence for old in before if bare(old) == bare(word) and old.box[0] < word.box[2]]
    doubt = (1 - word.confidence) * (1 - max(same, default=0.0))
    return Seen(word.text, word.box, 1 - doubt, word.line)


def _at(line: list[Seen], seen: list[Seen]) -> list[Seen]:
    """What was read before where a line stands."""
    box = around(line)
    return [word for word in seen if level([word], box) and word.box[0] < box[2] and word.box[2] > box[0]]


def _replace(seen: list[Seen], before: list[Seen], line: list[Seen]) -> list[Seen]:
    """``seen`` with a line in the place of what was read there before."""
    old = {id(word) for word in before}
    return [word for word in seen if id(word) not in old] + line
