"""Lines of a page of plain text: spans of the page's text, in reading order.

Flattened table rows of law sites become the printed lines they once were, or one line a row when they hold
data. Two columns set side by side with spaces become the left column's lines and then the right column's.
"""

from __future__ import annotations

import re
from itertools import accumulate

from vanban.layout import cells
from vanban.layout.cues import UPPER
from vanban.layout.model import Line
from vanban.layout.side_by_side import Pair, find_pair

_LEAD = re.compile(r"(?:#{1,6}\s+|>\s+|\*{1,3}(?=\S)|_{1,3}(?=[^\W_])|\\(?=[-.#*]))+")
_TAIL = re.compile(r"(?:(?<=[^\s_*])(?:\*{1,3}|_{1,3})\s*)+\Z")
_SEPARATOR = re.compile(r"\|(?:\s*:?-{2,}:?\s*\|)+\s*\Z")
_HEADISH = re.compile(
    rf"[{UPPER}]{{2}}.{{0,120}}?(?:CỘNG H|C[ỘO]NG H[ÒO]A|VIỆT NAM)|Độc lập|Số\s*[:.\d/]|[Nn]gày.{{0,30}}tháng"
)


_COUNT = re.compile(r"(?:\d{1,3}|[IVX]{1,5})[.)]?")
"""The first cell of a row of data."""
_COUNTED = re.compile(r"\s*(?:STT|TT|Số TT|Số thứ tự)\s*\t", re.IGNORECASE)
"""The first column of a table whose cells tabs part (as Word saves tables to plain text)."""


def plain_lines(page: int, text: str) -> list[Line]:
    """The lines of a plain page; ``page`` is its number. Rules stay lines, since they show a boundary."""
    lines: list[Line] = []
    at = 0
    gap = True
    raw_lines = text.split("\n")
    wide = "   " in text or "\t" in text
    table_first = True
    taken = 0
    for number, raw in enumerate(raw_lines):
        start = at
        at += len(raw) + 1
        if number < taken:
            continue
        if not raw or raw.isspace():
            gap = True
            continue
        if raw[0] == "|":
            if _SEPARATOR.match(raw):
                continue
            following = raw_lines[number + 1] if number + 1 < len(raw_lines) else ""
            header = table_first and bool(_SEPARATOR.match(following))
            _row(page, start, raw, header, lines)
            table_first = False
            gap = False
            continue
        table_first = True
        taken = number + _tabbed(raw_lines, number) if raw.count("\t") > 1 else taken
        if number < taken:
            begin = start
            for row in raw_lines[number:taken]:
                _row(page, begin, row, row is raw, lines, "\t")
                begin += len(row) + 1
            gap = False
            continue
        pair = find_pair(raw_lines, number) if wide and ("   " in raw or "\t" in raw) else None
        if pair is None:
            _printed(page, start, raw, gap, lines)
        else:
            _columns(page, start, raw_lines[number : number + pair.rows], pair, lines)
            taken = number + pair.rows
        gap = False
    return lines


def _tabbed(raws: list[str], at: int) -> int:
    """How many lines from ``at`` on are the rows of a table whose cells tabs part; 0 for none."""
    if not _COUNTED.match(raws[at]):
        return 0
    end = at + 1
    while end < len(raws) and 0 < raws[end].count("\t") <= raws[at].count("\t"):
        end += 1
    return end - at if end - at > 1 else 0


def _columns(page: int, start: int, raws: list[str], pair: Pair, lines: list[Line]) -> None:
    """The lines of two columns, every left piece and then every right piece; ``start`` is where the rows begin."""
    starts = list(accumulate((len(raw) + 1 for raw in raws), initial=start))
    for side in (pair.left, pair.right):
        for at, (row, low, high) in enumerate(side):
            _printed(page, starts[row] + low, raws[row][low:high], at == 0, lines)


def _printed(page: int, start: int, raw: str, gap: bool, lines: list[Line]) -> None:
    """A line outside of tables, cut where head columns were merged into it."""
    line = _line(page, start, raw, gap)
    if line is None:
        return
    if len(line.text) < 200 and _HEADISH.match(line.text):
        spans = cells.cut(line.text, cells.head_cuts(line.text))
        if len(spans) > 1:
            for low, high in spans:
                part = _line(page, line.start + low, line.text[low:high], gap)
                if part:
                    lines.append(part)
            return
    lines.append(line)


def _line(page: int, start: int, raw: str, gap: bool = False) -> Line | None:
    """The line without white space and Markdown marks at its ends; ``None`` when nothing is left."""
    text = raw.strip()
    low = start + len(raw) - len(raw.lstrip())
    if text and text[0] in "#>*_\\":
        lead = _LEAD.match(text)
        if lead and lead.end() < len(text):
            low += lead.end()
            text = text[lead.end() :].lstrip() if text[lead.end()].isspace() else text[lead.end() :]
            low = start + raw.index(text, low - start) if text else low
    if text and text[-1] in "*_":
        tail = _TAIL.search(text)
        if tail and tail.start() > 0:
            text = text[: tail.start()].rstrip()
    return Line(page, low, low + len(text), text, gap=gap) if text else None


def _row(page: int, start: int, raw: str, header: bool, lines: list[Line], mark: str = "|") -> None:
    """A flattened table row: the printed lines of a head or foot, else one line with its cells."""
    spans = _cell_spans(raw, mark)
    texts = [raw[low:high] for low, high in spans]
    full = [text for text in texts if text]
    if not full:
        return
    data = len(full) > 2 and bool(_COUNT.fullmatch(texts[0]))
    head = not data and len(spans) <= 4 and any(cells.is_head(text) for text in full)
    foot = not (data or head) and len(spans) <= 4 and any(cells.is_foot(text) for text in full)
    foot = foot or (not (data or head) and len(full) <= 3 and all(map(cells.is_signed, full)))
    if not (head or foot or (header and len(full) == 1 and len(spans) == 1)):
        low, high = spans[0][0], spans[-1][1]
        lines.append(
            Line(
                page,
                start + low,
                start + high,
                raw[low:high],
                cells=[(start + a, start + b) for a, b in spans],
                header=header,
            )
        )
        return
    for (low, _), text in zip(spans, texts, strict=True):
        gap = True
        cuts = cells.head_cuts if head else cells.foot_cuts_of(text)
        for begin, end in cells.broken(text):
            printed = text[begin:end]
            for a, b in cells.cut(printed, cuts(printed)):
                line = _line(page, start + low + begin + a, printed[a:b], gap)
                if line:
                    lines.append(line)
                    gap = False


def _cell_spans(raw: str, mark: str) -> list[tuple[int, int]]:
    spans = []
    low = int(raw[0] == "|")
    end = len(raw.rstrip())
    while low < end:
        bar = raw.find(mark, low)
        high = bar if bar >= 0 else end
        piece = raw[low:high]
        start = low + len(piece) - len(piece.lstrip())
        bare = piece.strip()
        spans.append((start, start + len(bare)) if bare else (low, low))
        low = high + 1
    return spans or [(0, end)]
