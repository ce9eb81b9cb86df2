"""Numbers that Word writes before the paragraphs of its automatic lists (``1.``, ``a)``, ``II.``, ``-``)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PLACE = re.compile(r"%([1-9])")
_ROMAN: Final = (
    *((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL")),
    *((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")),
)
_BULLET: Final = "-"


@dataclass(frozen=True, slots=True)
class _Level:
    form: str
    pattern: str
    start: int


class Numbering:
    """The lists of one document, and how far each has counted."""

    def __init__(self, document: Any) -> None:
        self.levels: dict[str, dict[int, _Level]] = {}
        self.counts: dict[tuple[str, int], int] = {}
        self.same: dict[str, str] = {}
        try:
            root = document.part.numbering_part.element
        except (KeyError, NotImplementedError, AttributeError):
            return
        kinds = {one.get(_W + "abstractNumId"): _levels(one) for one in root.iter(_W + "abstractNum")}
        for one in root.iterchildren(_W + "num"):
            number, kind = one.get(_W + "numId"), one.find(_W + "abstractNumId")
            if number is None or kind is None:
                continue
            levels = dict(kinds.get(kind.get(_W + "val"), {}))
            restarts = {int(o.get(_W + "ilvl", 0)): o for o in one.iterchildren(_W + "lvlOverride")}
            for level, override in restarts.items():
                start = override.find(_W + "startOverride")
                if start is not None and level in levels:
                    old = levels[level]
                    levels[level] = _Level(old.form, old.pattern, _number(start.get(_W + "val"), old.start))
            self.levels[number] = levels
            self.same[number] = number if restarts else "kind " + str(kind.get(_W + "val"))

    def marker(self, paragraph: Any, styles: Mapping[str, Any]) -> str:
        """The marker of ``paragraph`` (its own numbering, else its style's); ``""`` when it is in no list."""
        number, level = _place(paragraph.find(_W + "pPr"))
        if number is None:
            style = paragraph.find(f"{_W}pPr/{_W}pStyle")
            element = styles.get(style.get(_W + "val", "")) if style is not None else None
            if element is not None:
                number, level = _place(element.find(_W + "pPr"))
        levels = self.levels.get(number or "", {})
        if level not in levels:
            return ""
        return self._count(self.same[number or ""], level, levels)

    def _count(self, name: str, level: int, levels: dict[int, _Level]) -> str:
        """Count on at ``level``; deeper levels begin anew."""
        self.counts[name, level] = self.counts.get((name, level), levels[level].start - 1) + 1
        for deeper in range(level + 1, 9):
            self.counts.pop((name, deeper), None)
        if levels[level].form == "bullet":
            return _BULLET
        if levels[level].form == "none":
            return ""

        def written(match: re.Match[str]) -> str:
            at = int(match.group(1)) - 1
            if at not in levels:
                return ""
            return _written(self.counts.get((name, at), levels[at].start), levels[at].form)

        return _PLACE.sub(written, levels[level].pattern).strip()


def _levels(kind: Any) -> dict[int, _Level]:
    found = {}
    for level in kind.iterchildren(_W + "lvl"):
        values = {}
        for name in ("numFmt", "lvlText", "start"):
            element = level.find(_W + name)
            values[name] = element.get(_W + "val") if element is not None else None
        found[_number(level.get(_W + "ilvl"), 0)] = _Level(
            values["numFmt"] or "decimal", values["lvlText"] or "", _number(values["start"], 1)
        )
    return found


def _place(properties: Any) -> tuple[str | None, int]:
    if properties is None:
        return None, 0
    number, level = properties.find(f"{_W}numPr/{_W}numId"), properties.find(f"{_W}numPr/{_W}ilvl")
    if number is None:
        return None, 0
    return number.get(_W + "val"), _number(level.get(_W + "val"), 0) if level is not None else 0


def _number(text: str | None, default: int) -> int:
    return int(text) if text is not None and text.isdecimal() else default


def _written(count: int, form: str) -> str:
    if form in ("lowerLetter", "upperLetter"):
        letter = chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1)
        return letter.upper() if form == "upperLetter" else letter
    if form in ("lowerRoman", "upperRoman"):
        roman, left = "", count
        for value, letters in _ROMAN:
            roman += letters * (left // value)
            left %= value
        return roman if form == "upperRoman" else roman.lower()
    return f"{count:02d}" if form == "decimalZero" else str(count)
