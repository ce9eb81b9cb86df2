"""A second look at what the first left out or read badly, all of it in one call of the engine."""

from __future__ import annotations

from vanban.reading.ocr import doubtful, unread
from vanban.reading.ocr.engine import Engine, Seen
from vanban.reading.ocr.prepare import Prepared
from vanban.reading.ocr.sheet import cut, lay

_WORTH = 6.0
"""About how many letters must be in doubt for a program to be started for them alone (see :func:`doubtful.doubt`)."""

_GAP = 14


def look_again(page: Prepared, seen: list[Seen], engine: Engine, *, dpi: int, seconds: float) -> list[Seen]:
    """``seen`` with the words of unread strips added and doubtful words put right. Most clean pages need no call."""
    height = unread.letter_height(seen, dpi)
    left, pieces = unread.find(page, seen, height), doubtful.pieces(seen, height)
    least = 0.0 if engine.warm else _WORTH
    if not left.strips and sum(map(doubtful.doubt, pieces)) <= least:
        return seen
    parts = [(strip.box, strip.image) for strip in left.strips]
    parts += cut(page.grey, (doubtful.area(piece, height) for piece in pieces))
    words = lay(parts, _GAP).words(engine, zoom=1, dpi=dpi, seconds=seconds)
    count = len(left.strips)
    seen = unread.added(seen, left, words[:count]) if count else seen
    return doubtful.settled(seen, zip(pieces, words[count:], strict=True))
