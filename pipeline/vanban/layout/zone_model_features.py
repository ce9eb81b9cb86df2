"""What the zone model sees of a line: words, letters, shape, place and neighbours, each hashed to a number.

Everything is over text without marks and case, in letters as well as in words, so that what OCR misreads costs a few
of many features. Place by boxes is told apart from no boxes, so that one model serves scans, PDF and plain text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from zlib import crc32

from vanban.layout.cues import compact, key
from vanban.layout.model import Line
from vanban.record import Box

BUCKETS = 1 << 15
"""Features are counted modulo this."""

READ = 120
"""Code points of a line that are read; a longer one is a paragraph whatever follows."""

_WORD = re.compile(r"[a-z]+|\d+")
_ENDS = {".": "stop", ";": "semicolon", ":": "colon", ",": "comma", "/": "slash", ")": "bracket", "-": "dash"}
_GRAM = 4
_PREFIX = 28


_STEPS = {-2: 5_003, -1: 10_007, 1: 15_013, 2: 20_011}
"""What is added to a feature's number when it is a neighbour's, so many lines away."""


@dataclass(slots=True, frozen=True)
class Looks:
    """One line by itself: the numbers of its ``own`` features, and of those that its neighbours see of it."""

    own: list[int]
    shown: list[int]


@lru_cache(maxsize=1 << 16)
def bucket(feature: str) -> int:
    """The number of a feature; the same on every machine."""
    return crc32(feature.encode()) % BUCKETS


def features(lines: Sequence[Line], edges: dict[int, Box]) -> list[list[int]]:
    """The feature numbers of each line; ``edges`` are the boxes around all print of the pages that have boxes."""
    looks = [_looks(line) for line in lines]
    none = Looks([], [bucket("edge")])
    found = []
    for i, line in enumerate(lines):
        numbers = {*looks[i].own, *map(bucket, _place(line, i, len(lines), edges))}
        for step, shift in _STEPS.items():
            beside = looks[i + step] if 0 <= i + step < len(lines) else none
            numbers.update([(number + shift) % BUCKETS for number in beside.shown])
        if i:
            numbers.update(map(bucket, _beside(line, lines[i - 1])))
        found.append(sorted(numbers))
    return found


def _looks(line: Line) -> Looks:
    text = line.text[:READ]
    folded = key(text)
    words = _WORD.findall(folded)
    shape = _shape(line, text)
    letters = compact(text)[0][:_PREFIX]
    grams = [f"g{letters[i : i + _GRAM]}" for i in range(max(1, len(letters) - _GRAM + 1))]
    own = [f"w{word if word.isalpha() else '9' * len(word)}" for word in words[:16]]
    own += [f"b{a} {b}" for a, b in pairwise(words[:9])]
    own += [f"f{at}{word}" for at, word in enumerate(words[:3])]
    own += [f"a{letters[:3]}", f"a{letters[:5]}", f"z{letters[-4:]}" if len(letters) < _PREFIX else "long"]
    shown = [*shape, f"a{letters[:3]}", f"a{letters[:6]}", f"f{words[0] if words else ''}"]
    return Looks([*map(bucket, own), *map(bucket, grams), *map(bucket, shape)], list(map(bucket, shown)))


def _shape(line: Line, text: str) -> list[str]:
    """Length, letter case, first and last signs, digits."""
    capitals, small = sum(map(str.isupper, text)), sum(map(str.islower, text))
    digits = sum(map(str.isdigit, text))
    share = capitals * 4 // max(1, capitals + small)
    first = text[:1]
    opens = "upper" if first.isupper() else "lower" if first.islower() else "digit" if first.isdigit() else first
    return [
        f"s:length{min(len(line.text), 119) // 12}",
        f"s:case{share}",
        f"s:case{share}length{min(len(line.text), 119) // 30}",
        f"s:opens{opens}",
        f"s:ends{_ENDS.get(line.text.rstrip()[-1:], '')}",
        f"s:digits{digits * 4 // max(1, len(text))}",
        f"s:initials{sum(word[:1].isupper() for word in text.split()) * 4 // max(1, len(text.split()))}",
        *(["s:cells"] if line.cells else []),
        *(["s:gap"] if line.gap else []),
        *(["s:bold"] if line.bold else []),
        *(["s:slash"] if "/" in text else []),
    ]


def _place(line: Line, i: int, count: int, edges: dict[int, Box]) -> Iterator[str]:
    """Where the line stands: from the start, from the end, and on its page."""
    yield f"p:first{i if i < 12 else 12 + min(i, 90) // 10}"
    left = count - 1 - i
    yield f"p:last{left if left < 12 else 12 + min(left, 90) // 10}"
    yield f"p:page{min(line.page, 3)}"
    edge = edges.get(line.page)
    if line.box is None or edge is None:
        yield "p:boxless"
        return
    width, height = max(1.0, edge[2] - edge[0]), max(1.0, edge[3] - edge[1])
    x0, x1 = (line.box[0] - edge[0]) / width, (line.box[2] - edge[0]) / width
    column = "whole" if x1 - x0 > 0.7 else "left" if x1 < 0.52 else "right" if x0 > 0.42 else "middle"
    down = int(10 * (line.box[1] - edge[1]) / height)
    yield f"p:column{column}"
    yield f"p:down{down}"
    yield f"p:column{column}down{down}page{min(line.page, 3)}"
    yield f"p:x{int(8 * x0)}-{int(8 * x1)}"


def _beside(line: Line, before: Line) -> list[str]:
    """How the line stands to the one read before it."""
    if line.page != before.page:
        return ["n:page"]
    if line.box is None or before.box is None:
        return []
    height = max(1.0, before.box[3] - before.box[1])
    step = (line.box[1] - before.box[1]) / height
    centred = abs(line.box[0] + line.box[2] - before.box[0] - before.box[2]) < 24
    return [
        f"n:step{max(-3, min(6, round(step)))}",
        f"n:centred{centred}",
        f"n:left{max(-4, min(4, round((line.box[0] - before.box[0]) / 40)))}",
    ]


def print_edges(lines: Sequence[Line]) -> dict[int, Box]:
    """The box around all print of each page with boxes."""
    edges: dict[int, Box] = {}
    for line in lines:
        if line.box:
            a, b = edges.get(line.page, line.box), line.box
            edges[line.page] = (min(a[0], b[0]), min(a[1], b[1]), max(a[2], b[2]), max(a[3], b[3]))
    return edges
