"""Runs as they are printed: blanks where the hand writes, markers before items, lines where a run breaks."""

from __future__ import annotations

import random
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace

from corpus.manuscript import Block, Run

SIGNED = "(Đã ký)"
"""What copies of the text say in place of the signature."""

_SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of print of one style; ``hand`` is what the hand writes into it: then it is a blank."""

    text: str
    labels: tuple[str, ...] = ()
    bold: bool = False
    italic: bool = False
    hand: str = ""


Pieces = list[Piece]


class Blanks:
    """How one document leaves room for the hand: so many spaces, dots or ellipses, the same sign all through."""

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance
        self._sign = chance.choice((" ", " ", " ", ".", ".", "…"))

    def of(self, text: str) -> str:
        """The blank for what the hand writes as ``text``."""
        spare = self._chance.randint(2, 5)
        if self._sign == "…":
            return "…" * self._chance.randint(2, 4)
        return self._sign * (len(text) + spare if self._sign == "." else 2 * len(text) + spare)


def printed(runs: Iterable[Run], blanks: Blanks) -> Pieces:
    """The runs in NFC, each blank in place of what is written by hand."""
    return [
        Piece(
            blanks.of(run.text) if run.by_hand else unicodedata.normalize("NFC", run.text),
            run.labels,
            run.bold,
            run.italic,
            run.text if run.by_hand else "",
        )
        for run in runs
        if run.text
    ]


def of_block(block: Block, blanks: Blanks) -> Pieces:
    """The block's print with its marker before it, in the same style, unless the text bears the marker already."""
    pieces = printed(block.runs, blanks)
    if block.marker and not block.text.lstrip().startswith(block.marker):
        if pieces:
            pieces[0] = replace(pieces[0], text=pieces[0].text if pieces[0].hand else pieces[0].text.lstrip())
        first = pieces[0] if pieces else Piece("", bold=True)
        bold = first.bold or block.marker.startswith("Điều")
        pieces.insert(0, Piece(block.marker + (" " if pieces else ""), bold=bold, italic=first.italic))
    return pieces


def lines(pieces: Pieces) -> list[Pieces]:
    """The pieces cut at line feeds; lines without print are left out."""
    found: list[Pieces] = [[]]
    for piece in pieces:
        for at, text in enumerate(piece.text.split("\n")):
            if at:
                found.append([])
            if text:
                found[-1].append(replace(piece, text=text))
    return [line for line in found if plain(line).strip()]


def one_line(pieces: Pieces) -> Pieces:
    """The pieces with a space for each line feed."""
    return [replace(piece, text=piece.text.replace("\n", " ")) for piece in pieces]


def squeezed(pieces: Pieces) -> Pieces:
    """The line with one space for each white space, and none at its ends; blanks of spaces shrink as well."""
    found: Pieces = []
    open_ = False
    for piece in pieces:
        text = _SPACES.sub(" ", piece.text)
        text = text if open_ else text.lstrip()
        if text or piece.hand:
            found.append(replace(piece, text=text))
        open_ = not text.endswith(" ") if text else open_
    while found and not found[-1].text.strip() and not found[-1].hand:
        found.pop()
    if found:
        found[-1] = replace(found[-1], text=found[-1].text.rstrip())
    return found if plain(found).strip() else []


def plain(pieces: Iterable[Piece]) -> str:
    """The text of the pieces."""
    return "".join(piece.text for piece in pieces)


def styled(pieces: Pieces, *, bold: bool = False, italic: bool = False) -> Pieces:
    """The pieces, bold or italic as well."""
    return [replace(piece, bold=piece.bold or bold, italic=piece.italic or italic) for piece in pieces]


def width(pieces: Pieces) -> int:
    """Code points of the line."""
    return sum(len(piece.text) for piece in pieces)


def trimmed(pieces: Pieces) -> Pieces:
    """The line without white space at its ends; blanks for the hand stay."""
    line = list(pieces)
    while line and not line[0].hand and not line[0].text.lstrip():
        line.pop(0)
    while line and not line[-1].hand and not line[-1].text.rstrip():
        line.pop()
    if line and not line[0].hand:
        line[0] = replace(line[0], text=line[0].text.lstrip())
    if line and not line[-1].hand:
        line[-1] = replace(line[-1], text=line[-1].text.rstrip())
    return line


def wrap(pieces: Pieces, most: int) -> list[Pieces]:
    """Lines of words of at most ``most`` code points; a longer word stands alone. Blanks for the hand never break."""
    found: list[Pieces] = [[]]
    size = 0
    for word in words(pieces):
        length = len(plain(word).rstrip()) if not word[-1].hand else width(word)
        if found[-1] and size + length > most:
            found[-1] = trimmed(found[-1])
            found.append([])
            size = 0
        found[-1] += word
        size += width(word)
    found[-1] = trimmed(found[-1])
    return [line for line in found if line]


def words(pieces: Pieces) -> list[Pieces]:
    """The line cut after each white space that is not a blank for the hand."""
    found: list[Pieces] = [[]]
    for piece in pieces:
        if piece.hand:
            found[-1].append(piece)
            continue
        low = 0
        for at in range(1, len(piece.text) + 1):
            ends = piece.text[at - 1].isspace() and (at == len(piece.text) or not piece.text[at].isspace())
            if ends or at == len(piece.text):
                found[-1].append(replace(piece, text=piece.text[low:at]))
                low = at
            if ends:
                found.append([])
    return [word for word in found if word]
