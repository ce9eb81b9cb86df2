"""Roman numerals of headings that OCR misread, told by the heading before: after ``III.`` comes ``IV.``."""

from __future__ import annotations

import re
from dataclasses import replace

from vanban.layout.cues import UPPER
from vanban.layout.markers import ROMAN, Marker

NUMERALS = (
    "",
    *[
        "I",
        "II",
        "III",
        "IV",
        "V",
        "VI",
        "VII",
        "VIII",
        "IX",
        "X",
        "XI",
        "XII",
        "XIII",
        "XIV",
        "XV",
        "XVI",
        "XVII",
        "XVIII",
        "XIX",
        "XX",
    ],
)
_MISREAD = re.compile(rf"([IVXLHT1l|]{{2,6}})\s?([.,]|(?=\s))\s*(?=[{UPPER}])")
_STROKES = str.maketrans({"1": "I", "l": "I", "|": "I", "T": "I", "L": "I", "H": "II"})


class Numerals:
    """Remembers the last numeral of a run of headings; :meth:`read` puts the next one right."""

    def __init__(self) -> None:
        self.last = 0

    def read(self, text: str, found: Marker | None) -> Marker | None:
        """The marker of a printed line, given what it looks like."""
        if found is not None and found.rank < ROMAN:
            self.last = 0
        if found is None:
            return self._hidden(text)
        if found.rank != ROMAN:
            return found
        glyphs = found.label.translate(_STROKES)
        value = NUMERALS.index(glyphs) if glyphs in NUMERALS else 0
        wanted = self._wanted()
        if wanted and value not in (1, self.last + 1) and value <= self.last and _like(glyphs, wanted):
            value = self.last + 1
        self.last = value
        return replace(found, label=NUMERALS[value]) if value else found

    def _wanted(self) -> str:
        return NUMERALS[self.last + 1] if 0 < self.last < len(NUMERALS) - 1 else ""

    def _hidden(self, text: str) -> Marker | None:
        match = _MISREAD.match(text)
        wanted = self._wanted()
        if match is None or not wanted or len(text) > 160:
            return None
        glyphs = match.group(1).translate(_STROKES)
        if glyphs != wanted and not (set(glyphs) & set("VX") and _like(glyphs, wanted)):
            return None
        self.last += 1
        return Marker(match.group().strip(), ROMAN, NUMERALS[self.last], match.end())


def _like(glyphs: str, wanted: str) -> bool:
    """Whether a stroke more or less tells two numerals apart."""
    return glyphs[:1] == wanted[:1] and abs(len(glyphs) - len(wanted)) <= 1
