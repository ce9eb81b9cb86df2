"""Pages of words: rows, the two columns of head and foot, tables, and the page's text composed from them."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from vanban.layout import cells
from vanban.layout.cues import NUMBER, PLACE_DATE, cues, is_distribution, key
from vanban.layout.foot import is_chain
from vanban.layout.looks import is_motto
from vanban.layout.model import Line
from vanban.layout.rows import Row, read_once, rows, typical_height
from vanban.reading.document import Page, Table, Word
from vanban.record import Box

_ENDLESS = 1e6

CUE_ROWS = 3
"""Rows of a pair of columns within which a cue of a head or foot must stand."""


LIST_ROWS = 5
"""Rows below a gap within which a list beside a stamp must show itself."""

_ALIGNED = 6.0
"""Points by which the dashes of a list may differ."""


_SPECK = 2.5
"""Points up to which a mark of OCR may be a speck."""


@dataclass(slots=True)
class Strip:
    """Words that are read as one line; ``cells`` are the words of a table row's cells."""

    words: list[Word]
    top: float
    cells: list[list[Word]] | None = None
    header: bool = False
    side: int = 0


def page_lines(page: Page) -> tuple[str, list[Line]]:
    """The text of a page of words and its lines, in reading order: left column, then right, where there are two.

    Words on a line are joined by one space, cells of a table row by a tab, lines by a line feed.
    """
    words = [word for word in page.words if word.text.strip()]
    strips: list[Strip] = []
    for table in page.tables:
        taken, inside = _table(table, words)
        if taken:
            strips += taken
            words = [word for word in words if id(word) not in inside]
    width = page.width or max((word.box[2] for word in words), default=0.0)
    strips += _flow([Row(read_once(row.words)) for row in rows(words)], width, typical_height(words))
    if page.tables:
        strips = _in_order(strips)
    return _compose(page.number, strips)


def _in_order(strips: list[Strip]) -> list[Strip]:
    """Tables put where they stand between the lines; the order inside of columns is kept."""
    order: list[Strip] = []
    tables = sorted((strip for strip in strips if strip.cells), key=lambda strip: strip.top)
    at = 0
    for strip in strips:
        if strip.cells:
            continue
        while at < len(tables) and strip.side == 0 and tables[at].top < strip.top:
            order.append(tables[at])
            at += 1
        order.append(strip)
    return order + tables[at:]


def _flow(found: list[Row], width: float, height: float) -> list[Strip]:
    """Rows outside of tables: bands of two columns are read one column after the other."""
    split = [_splits(row, height) for row in found]
    strips: list[Strip] = []
    i = floor = 0
    while i < len(found):
        band = _band(found, split, i, width, height, floor)
        if band is None:
            strips.append(Strip(found[i].words, found[i].top))
            i += 1
            continue
        first, end, valley = band
        del strips[len(strips) - (i - first) :]
        for side in (-1, 1):
            for row in found[first:end]:
                part = [word for word in row.words if (_centre(word) > valley) == (side > 0)]
                if part:
                    strips.append(Strip(part, min(word.box[1] for word in part), side=side))
        i = floor = end
    return strips


def _centre(word: Word) -> float:
    return (word.box[0] + word.box[2]) / 2


def _splits(row: Row, height: float) -> list[tuple[float, float]]:
    """Gaps inside a row that may part two columns: wide ones, and one before a motto in any case."""
    words = _print(row)
    gaps: list[tuple[float, float]] = []
    edge = words[0].box[2]
    for left, right in pairwise(words):
        edge = max(edge, left.box[2])
        if right.box[0] - edge > height * 1.1:
            gaps.append((edge, right.box[0]))
    if len(words) > 5 and not gaps:
        text = " ".join(word.text for word in words)
        cuts = cells.motto_cuts(text)
        if cuts and cuts[0] > 0:
            at = text[: cuts[0]].count(" ")
            gaps.append((words[at - 1].box[2], max(words[at].box[0], words[at - 1].box[2] + 1)))
    return gaps


def _print(row: Row) -> list[Word]:
    """The words of a row without the specks that OCR took for marks, which tell nothing of columns."""
    return [word for word in row.words if not _is_speck(word)] or row.words


def _is_speck(word: Word) -> bool:
    dot = word.confidence is not None and not any(c.isalnum() or c in "-–" for c in word.text)
    return dot and word.box[2] - word.box[0] < _SPECK


def _band(
    found: list[Row], split: list[list[tuple[float, float]]], i: int, width: float, height: float, floor: int
) -> tuple[int, int, float] | None:
    """The band of two columns that row ``i`` begins: first row, row after the last, and the valley between.

    Rows before ``floor`` belong to the band above.
    """
    seeds = [gap for gap in split[i] if 0.18 * width < (gap[0] + gap[1]) / 2 < 0.8 * width]
    if not seeds:
        return None
    low, high = max(seeds, key=lambda gap: gap[1] - gap[0])
    sentence = found[i].words[0].text[:1].islower() or high - low < height * 1.8
    listed = _lists_beside(found[i : i + LIST_ROWS], low, high)
    if sentence and not listed and not _has_cue(found[i : i + 1], (low + high) / 2):
        return None
    runs = [_run(found, split, i, seed, height) for seed in seeds]
    end, (low, high) = max(runs, key=lambda run: (run[0], run[1][1] - run[1][0]))
    first = i
    while (
        first > floor
        and _one_sided(found[first - 1], low, high, width)
        and found[first].top - found[first - 1].top < height * 3
    ):
        first -= 1
    valley = (low + high) / 2
    if listed or _has_cue(found[first : min(end, i + CUE_ROWS)], valley):
        return first, end, valley
    above = _distribution_above(found[floor : i + 1], low, high, height)
    return (floor + above[0], end, above[1]) if above else None


def _run(
    found: list[Row], split: list[list[tuple[float, float]]], i: int, seed: tuple[float, float], height: float
) -> tuple[int, tuple[float, float]]:
    """How far down a gap of row ``i`` stays free: the row after the last, and what is left of the gap."""
    low, high = seed
    end = i + 1
    while end < len(found):
        free = _free(found[end], split[end], low, high)
        far = found[end].top - found[end - 1].top > height * 14
        if free is None or far or _addresses(found[end], split[end], (low + high) / 2):
            break
        low, high = free
        end += 1
    return end, (low, high)


def _distribution_above(upper: list[Row], low: float, high: float, height: float) -> tuple[int, float] | None:
    """The row of Nơi nhận above the last of ``upper``, whose right part is then a signature's, and the valley.

    ``None`` when there is none, or a row between them reaches across.
    """
    for at in range(len(upper) - 2, -1, -1):
        words = _print(upper[at])
        left, right = words[0].box[0], max(word.box[2] for word in words)
        if upper[at + 1].top - upper[at].top > 3 * height or (left < high < right):
            return None
        low, high = (max(low, right), high) if left < low else (low, min(high, left))
        if is_distribution(" ".join(word.text for word in words)):
            return at, (low + high) / 2
    return None


def _lists_beside(below: list[Row], low: float, high: float) -> bool:
    """Whether a list of addressees stands right of the gap in the first row, and a stamp left of it.

    Kính gửi itself stands there, or items whose dashes stand below each other, most with nothing left of them.
    """
    right = [[word for word in row.words if word.box[0] >= high - 1] for row in below]
    if right[0] and cues().addressees.match(key(" ".join(word.text for word in right[0][:3]))):
        return not _is_item(below[0].words[0])
    first = [part[0] for part in right if part and _is_item(part[0])]
    aligned = [word for word in first if abs(word.box[0] - first[0].box[0]) < _ALIGNED]
    alone = sum(1 for row in below if row.words[0] in aligned)
    return (
        len(aligned) > 1 and alone > 0 and not any(_is_item(row.words[0]) for row in below if row.words[0].box[0] < low)
    )


def _is_item(word: Word) -> bool:
    """Whether a word opens an item of a list."""
    return word.text.lstrip("~_.:,'")[:1] in ("-", "–", "•", "+")


def _free(row: Row, gaps: list[tuple[float, float]], low: float, high: float) -> tuple[float, float] | None:
    """The part of the valley that the row leaves free, if it leaves any."""
    if all(map(_is_speck, row.words)):
        return low, high
    words = _print(row)
    edges = [(-_ENDLESS, words[0].box[0]), *gaps, (max(word.box[2] for word in words), _ENDLESS)]
    shared = [(max(low, a), min(high, b)) for a, b in edges]
    best = max(shared, key=lambda span: span[1] - span[0])
    return best if best[1] - best[0] > min(5.0, 0.5 * (high - low)) else None


def _addresses(row: Row, gaps: list[tuple[float, float]], valley: float) -> bool:
    """Whether the row is Kính gửi across both columns, a stamp before it or not: there the head is over."""
    starts = [0, *(at for at, word in enumerate(row.words) if any(word.box[0] == right for _, right in gaps))]
    return any(
        row.words[at].box[0] <= valley
        and cues().addressees.match(key(" ".join(word.text for word in row.words[at : at + 5])))
        for at in starts
    )


def _one_sided(row: Row, low: float, high: float, width: float) -> bool:
    words = _print(row)
    left, right = words[0].box[0], max(word.box[2] for word in words)
    closes = row.words[-1].text.endswith(("./.", ",", ";")) or row.words[0].text[:1].islower()
    return (right < high or left > low) and right - left < 0.6 * width and not closes


def _has_cue(band: list[Row], valley: float) -> bool:
    """Whether the columns are those of a head or a foot, and not a list set with tabs."""
    for row in band:
        for right in (False, True):
            text = " ".join(word.text for word in row.words if (_centre(word) > valley) == right)
            folded = key(text)
            if len(text) > 2 and (is_motto(text) or is_distribution(text) or is_chain(text)):
                return True
            if len(text) > 8 and ((right and PLACE_DATE.match(folded)) or (not right and NUMBER.match(folded))):
                return True
    return False


def _table(table: Table, words: list[Word]) -> tuple[list[Strip], set[int]]:
    """The rows of a ruled table and the words in it; nothing for boxes drawn around a head, a foot or one cell."""
    x0, top, x1, bottom = table.box
    inside = [
        word
        for word in words
        if x0 - 2 <= _centre(word) <= x1 + 2 and top - 2 <= (word.box[1] + word.box[3]) / 2 <= bottom + 2
    ]
    columns = max((len(row) for row in table.rows), default=0)
    texts = [text or "" for row in table.rows for text in row]
    if columns < 2 or len(table.rows) < 2 or not inside or _is_form(texts):
        return [], set()
    strips = []
    left = list(inside)
    for number, boxes in enumerate(table.cells or []):
        parts: list[list[Word]] = []
        for box in boxes:
            mine = [word for word in left if box and _in(word, box)]
            chosen = {id(word) for word in mine}
            left = [word for word in left if id(word) not in chosen]
            parts.append([word for row in rows(mine) for word in row.words])
        flat = [word for part in parts for word in part]
        if flat:
            strips.append(Strip(flat, min(box[1] for box in boxes if box), parts, number == 0))
    if not strips or len(left) > 0.2 * len(inside):
        return [], set()
    chosen = {id(word) for word in left}
    return strips, {id(word) for word in inside if id(word) not in chosen}


def _is_form(texts: list[str]) -> bool:
    """Whether a ruled box holds a head or a foot rather than data."""
    return len(texts) <= 8 and any(
        is_motto(line) or bool(is_distribution(line)) or is_chain(line) for text in texts for line in text.split("\n")
    )


def _in(word: Word, box: Box) -> bool:
    return box[0] - 1 <= _centre(word) <= box[2] + 1 and box[1] - 1 <= (word.box[1] + word.box[3]) / 2 <= box[3] + 1


def _compose(number: int, strips: list[Strip]) -> tuple[str, list[Line]]:
    lines: list[Line] = []
    texts: list[str] = []
    at = 0
    for strip in strips:
        line = _line(number, at, strip)
        lines.append(line)
        texts.append(line.text)
        at = line.end + 1
    _mark_gaps(lines, strips)
    return "\n".join(texts), lines


def _line(number: int, at: int, strip: Strip) -> Line:
    """The strip as a line of the composed text that begins at ``at``."""
    parts: list[str] = []
    starts: list[int] = []
    spans: list[tuple[int, int]] = []
    size = 0
    for cell in strip.cells or [strip.words]:
        if spans:
            parts.append("\t")
            size += 1
        low = size
        for i, word in enumerate(cell):
            if i and (cell[i - 1].space or word.box[0] < cell[i - 1].box[0]):
                parts.append(" ")
                size += 1
            starts.append(at + size)
            parts.append(word.text)
            size += len(word.text)
        spans.append((at + low, at + size))
    words = [word for cell in strip.cells for word in cell] if strip.cells else strip.words
    boxes = [word.box for word in words]
    box = (min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes))
    bold = sum(1 for word in words if word.bold) * 2 > len(words) if words[0].bold is not None else None
    italic = sum(1 for word in words if word.italic) * 2 > len(words) if words[0].italic is not None else None
    return Line(
        number, at, at + size, "".join(parts), box, words, starts, bold=bold, italic=italic,
        cells=spans if strip.cells else [], header=strip.header,
    )  # fmt: skip


def _mark_gaps(lines: list[Line], strips: list[Strip]) -> None:
    """A gap is half as much again as the usual step from one line to the next."""
    steps = [
        b.top - a.top for a, b in pairwise(strips) if a.side == b.side and not (a.cells or b.cells) and b.top > a.top
    ]
    usual = median(steps) if steps else 0.0
    for i, (line, strip) in enumerate(zip(lines, strips, strict=True)):
        before = strips[i - 1] if i else None
        line.gap = before is None or before.side != strip.side or strip.top - before.top > usual * 1.45
