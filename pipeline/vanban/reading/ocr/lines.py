"""Words as lines: those of one level, their box, their text without marks at its ends."""

from __future__ import annotations

from vanban.reading.ocr.engine import Seen
from vanban.reading.ocr.sheet import Area


def rows(seen: list[Seen], height: float) -> list[list[Seen]]:
    """Words of one level that stand less than two heights apart, from left to right."""
    found: list[list[Seen]] = []
    ends: list[Area] = []
    for word in sorted(seen, key=lambda word: word.box[0]):
        left, top, _, bottom = word.box
        for at, (_, above, right, below) in enumerate(ends):
            lap = min(bottom, below) - max(top, above)
            if lap > 0 and left - right < 2 * height and lap > 0.5 * min(bottom - top, below - above):
                found[at].append(word)
                ends[at] = word.box
                break
        else:
            found.append([word])
            ends.append(word.box)
    return found


def level(line: list[Seen], box: Area) -> bool:
    """Whether a line runs on at the level of a box: their heights overlap by half."""
    _, top, _, bottom = around(line)
    return min(bottom, box[3]) - max(top, box[1]) > 0.5 * min(bottom - top, box[3] - box[1])


def around(line: list[Seen]) -> Area:
    """The box around words."""
    boxes = [word.box for word in line]
    return min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes)


def middle(box: Area) -> float:
    """Halfway from a box's left to its right."""
    return (box[0] + box[2]) / 2


def bare(word: Seen) -> str:
    """The text of a word without marks at its ends."""
    return word.text.strip(" .,;:'’`-_|/")
