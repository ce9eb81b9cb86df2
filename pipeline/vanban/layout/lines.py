"""Lines of a page of plain text: spans of the page's text, in reading order.

Flattened table rows of law sites become the printed lines they once were, or one line a row when they hold
data. Two columns set side by side with spaces become the left column's lines and then the right column's.
"""

from __future__ import annotations

import re

from vanban.layout import cells
from vanban.layout.cues import CAPACITY, DISTRIBUTION, NUMBER, PLACE_DATE, UPPER, key
from vanban.layout.model import Line

_LEAD = re.compile(r"(?:#{1,6}\s+|>\s+|\*{1,3}(?=\S)|_{1,3}(?=[^\W_])|\\(?=[-.#*]))+")
_TAIL = re.compile(r"(?:(?<=[^\s_*])(?:\*{1,3}|_{1,3})\s*)+\Z")
_SEPARATOR = re.compile(r"\|(?:\s*:?-{2,}:?\s*\|)+\s*\Z")
_GAP = re.compile(r"(?<=\S)(?: {3,}|[ ]*\t+[ \t]*)(?=\S)")
_HEADISH = re.compile(
    rf"[{UPPER}]{{2}}.{{0,120}}?(?:CỘNG H|C[ỘO]NG H[ÒO]A|VIỆT NAM)|Độc lập|Số\s*[:.\d/]|[Nn]gày.{{0,30}}tháng"
)

COLUMN_LINES = 60
"""Most lines that one pair of columns set with spaces may have."""


def plain_lines(page: int, text: str) -> list[Line]:
    """The lines of a plain page; ``page`` is its number. Rules stay lines, since they show a boundary."""
    lines: list[Line] = []
    columns: list[tuple[int, str]] = []
    at = 0
    gap = True
    raw_lines = text.split("\n")
    wide = "   " in text or "\t" in text
    table_first = True
    for number, raw in enumerate(raw_lines):
        start = at
        at += len(raw) + 1
        if not raw or raw.isspace():
            gap = True
            if columns:
                columns.append((start, ""))
            continue
        if wide and raw[0] != "|" and (columns or _GAP.search(raw)) and _take_column(columns, start, raw):
            gap = False
            table_first = True
            continue
        if columns:
            _flush_columns(page, columns, lines)
        if raw[0] == "|":
            if _SEPARATOR.match(raw):
                continue
            following = raw_lines[number + 1] if number + 1 < len(raw_lines) else ""
            header = table_first and bool(_SEPARATOR.match(following))
            _row(page, start, raw, header, lines)
            table_first = False
        else:
            table_first = True
            _printed(page, start, raw, gap, lines)
        gap = False
    if columns:
        _flush_columns(page, columns, lines)
    return lines


def _take_column(columns: list[tuple[int, str]], start: int, raw: str) -> bool:
    """Whether the line belongs to a pair of columns that is open or that it opens; if so it is kept there."""
    if len(columns) > COLUMN_LINES:
        return False
    split = _GAP.search(raw.rstrip())
    if not columns:
        if split is None or len(raw) > 200 or not _is_column_cue(raw, split):
            return False
        columns.append((start, raw))
        return True
    indented = raw[:1] in " \t" and len(raw) - len(raw.lstrip()) >= 20
    if split or indented or (len(raw) < 60 and raw.lstrip()[:1] in "-–+*("):
        columns.append((start, raw))
        return True
    return False


def _is_column_cue(raw: str, split: re.Match[str]) -> bool:
    left, right = raw[: split.start()].strip(), raw[split.end() :].strip()
    for side in (left, right):
        folded = key(side)
        if NUMBER.match(folded) or PLACE_DATE.match(folded) or DISTRIBUTION.match(folded) or CAPACITY.match(side):
            return True
        if cells.motto_cuts(side):
            return True
    return False


def _flush_columns(page: int, columns: list[tuple[int, str]], lines: list[Line]) -> None:
    """Write the open pair of columns: every left piece, then every right piece."""
    pieces: list[tuple[int, int, int]] = []
    for start, raw in columns:
        low = 0
        for match in _GAP.finditer(raw.rstrip()):
            pieces.append((start, low, match.start()))
            low = match.end()
        if raw.strip():
            pieces.append((start, low, len(raw)))
    texts = dict(columns)
    columns.clear()
    rights = sorted(low for _, low, _ in pieces if low >= 12)
    edge = rights[len(rights) // 2] * 0.6 if rights else 0
    left: list[Line] = []
    right: list[Line] = []
    for start, low, high in pieces:
        raw = texts[start]
        indent = low + len(raw[low:high]) - len(raw[low:high].lstrip())
        _printed(page, start + low, raw[low:high], False, right if indent > edge > 0 else left)
    for side in (left, right):
        if side:
            side[0].gap = True
    lines += left + right


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


def _row(page: int, start: int, raw: str, header: bool, lines: list[Line]) -> None:
    """A flattened table row: the printed lines of a head or foot, else one line with its cells."""
    spans = _cell_spans(raw)
    texts = [raw[low:high] for low, high in spans]
    full = [text for text in texts if text]
    if not full:
        return
    head = len(spans) <= 4 and any(cells.is_head(text) for text in full)
    foot = not head and len(spans) <= 4 and any(cells.is_foot(text) for text in full)
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


def _cell_spans(raw: str) -> list[tuple[int, int]]:
    spans = []
    low = 1
    end = len(raw.rstrip())
    while low < end:
        bar = raw.find("|", low)
        high = bar if bar >= 0 else end
        piece = raw[low:high]
        start = low + len(piece) - len(piece.lstrip())
        bare = piece.strip()
        spans.append((start, start + len(bare)) if bare else (low, low))
        low = high + 1
    return spans or [(0, end)]
