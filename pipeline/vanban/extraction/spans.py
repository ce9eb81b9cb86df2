"""Lines read as one string, with the way back from each character to its page."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Final

from vanban.language.text import CAPITALS, hyphens, latin, plain, same_tone, squeeze
from vanban.layout.model import Layout, Line, Zone
from vanban.reading.document import Word
from vanban.record import Evidence

_MARKUP = re.compile(r"[*`]+|(?<!\w)_+|_+(?!\w)|^\s*#+\s|[-=~─━—]{3,}|&nbsp;|(?<=\s)\\|^\s*>\s")

_BIG = "".join(c for c in CAPITALS if unicodedata.normalize("NFD", c)[0] in "AEIOUY" and c not in "A-Z")
_BROKEN = re.compile(
    rf"(?<![\w./])(?:TH|TR|PH|KH|NH|CH|NGH|NG|QU|GI|[BCDĐGHKLMNRSTVX])\s(?=[{_BIG}][{CAPITALS}]{{0,3}}(?!\w))"
    r"|(?<![\w./])(?:[Tt]h|[Tt]r|[Pp]h|[Kk]h|[Nn]h|[Cc]h|[Nn]gh?|[Qq]u|[Gg]i|[BbCcDdĐđGgHhKkLlMmNnRrSsTtVvXx])\s"
    rf"(?=[{_BIG.lower()}])"
)


@dataclass(slots=True)
class Joined:
    """Text of several lines without Markdown marks and rules; ``\\n`` stands between lines and table cells.

    ``at[i]`` is the page and code point of character ``i``; look-alike letters and dashes are put right.
    """

    text: str
    at: list[tuple[int, int]]
    lines: list[Line] = field(default_factory=list)

    def without(self, drop: Callable[[str], bool]) -> Joined:
        """The same without the characters that ``drop`` names."""
        kept = [i for i, character in enumerate(self.text) if not drop(character)]
        return Joined("".join(self.text[i] for i in kept), [self.at[i] for i in kept], self.lines)

    def mended(self) -> Joined:
        """The same with syllables joined that the page broke after their consonant (``TH`` / ``Ủ TƯỚNG``)."""
        holes = {match.end() - 1 for match in _BROKEN.finditer(self.text)}
        kept = [i for i in range(len(self.text)) if i not in holes]
        return Joined("".join(self.text[i] for i in kept), [self.at[i] for i in kept], self.lines)

    def evidence(self, layout: Layout, start: int = 0, end: int | None = None) -> list[Evidence]:
        """The page spans behind ``text[start:end]``, white space at the ends left out."""
        end = len(self.text) if end is None else end
        spans: list[list[int]] = []
        for (page, position), character in zip(self.at[start:end], self.text[start:end], strict=True):
            if character.isspace():
                continue
            if spans and spans[-1][0] == page and 0 <= position - spans[-1][2] <= 8:
                spans[-1][2] = position + 1
            else:
                spans.append([page, position, position + 1])
        return [layout.evidence(page, low, high) for page, low, high in spans]

    def printed(self, layout: Layout, start: int, end: int) -> str:
        """``text[start:end]`` in one line with the letters of the page, look-alikes and dashes as they are."""
        letters = (
            character if character.isspace() else layout.pages[page - 1][position]
            for (page, position), character in zip(self.at[start:end], self.text[start:end], strict=True)
        )
        return squeeze("".join(letters))

    def words(self, start: int, end: int) -> list[Word]:
        """The words (of pages that have any) under ``text[start:end]``."""
        wanted = {self.at[i] for i in range(start, end) if not self.text[i].isspace()}
        return [
            word
            for line in self.lines
            for word, begin in zip(line.words, line.word_starts, strict=True)
            if any((line.page, begin + k) in wanted for k in range(len(word.text)))
        ]

    @property
    def scanned(self) -> bool:
        """Whether OCR read any of the lines."""
        return any(word.confidence is not None for line in self.lines for word in line.words)

    def sureness(self, start: int, end: int) -> float:
        """The lowest OCR confidence under a span; 1 where nothing was read by OCR."""
        return min((w.confidence for w in self.words(start, end) if w.confidence is not None), default=1.0)


def join(lines: Iterable[Line]) -> Joined:
    """Lines as one :class:`Joined`."""
    lines = list(lines)
    letters: list[str] = []
    at: list[tuple[int, int]] = []
    for number, line in enumerate(lines):
        text = hyphens(latin(line.text))
        if number:
            letters.append("\n")
            at.append((line.page, line.start))
        done = 0
        for mark in _MARKUP.finditer(text):
            _copy(text, done, mark.start(), line, letters, at)
            done = mark.end()
        _copy(text, done, len(text), line, letters, at)
    return Joined("".join(letters), at, lines)


def _copy(text: str, low: int, high: int, line: Line, letters: list[str], at: list[tuple[int, int]]) -> None:
    letters.extend("\n" if character == "|" else character for character in text[low:high])
    at.extend((line.page, line.start + i) for i in range(low, high))


_SOLEMN: Final = {
    "conghoaxahoichunghiavietnam": "cộnghòaxãhộichủnghĩaviệtnam",
    "doclaptudohanhphuc": "độclậptựdohạnhphúc",
    "dangcongsanvietnam": "đảngcộngsảnviệtnam",
}
"""Quốc hiệu, Tiêu ngữ and the Party's title by their letters without marks."""

_FIXED: Final = ("ủy ban nhân dân", "hội đồng nhân dân", "thành phố", "cộng hòa xã hội", "đảng cộng sản")
"""Words of heads that have one spelling: other marks on them are an OCR's."""

_HEAD: Final = 40
"""Lines among which a head stands."""


def misread(layout: Layout) -> bool:
    """Whether the text of the head is a reading: by OCR here or, where its fixed words have wrong marks, before us."""
    for line in layout.lines[:_HEAD]:
        if line.words and line.words[0].confidence is not None:
            return True
        if line.zone is Zone.MOTTO:
            solid = "".join(filter(str.isalpha, same_tone(latin(line.text)).casefold()))
            if _SOLEMN.get(plain(solid), solid) != solid:
                return True
        if line.words and _misspelt(line.text):
            return True
    return False


def _misspelt(text: str) -> bool:
    """Whether a fixed word of heads stands in ``text`` with other marks than its own."""
    marked = same_tone(latin(text)).casefold()
    bare = plain(marked)
    for phrase in _FIXED:
        at = bare.find(plain(phrase))
        if at >= 0 and marked[at : at + len(phrase)] not in (phrase, plain(phrase)):
            return True
    return False


def run_on(lines: list[Line], at: int, crumb: re.Pattern[str]) -> list[Line]:
    """A line and the crumbs after it (lines that ``crumb`` matches whole): ``Số:`` / ``78`` / ``/2025/TT-BCA``."""
    end = at + 1
    while end < min(len(lines), at + 9) and crumb.fullmatch(lines[end].text.strip()):
        end += 1
    return lines[at:end]


def near_top(layout: Layout, *, most: int = 40) -> list[Line]:
    """The first lines of the main document, where its head stands."""
    found: list[Line] = []
    for line in layout.lines:
        if len(found) == most:
            break
        if line.part == "main" and line.text.strip():
            found.append(line)
    return found


def in_one_box(lines: list[Line]) -> list[Line]:
    """Lines that stand below each other, those that say the most: what stands beside them is a stamp's or a note's."""
    groups = [[line for line in lines if _below(line, other)] for other in lines]
    return max(groups, key=lambda group: sum(len(line.text) for line in group), default=lines)


def _below(line: Line, other: Line) -> bool:
    if line.box is None or other.box is None:
        return True
    return line.box[0] < other.box[2] and other.box[0] < line.box[2]
