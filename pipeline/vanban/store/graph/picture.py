"""A net as a drawing (SVG): citing documents on the left, what they cite on the right, the meaning of colours below.

Every document has a place of its own for two lines of text, so that no two names lie over each other.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import Final

from vanban.store.graph.answers import Link, Net, Work
from vanban.store.graph.columns import columns

WORDS: Final = {
    "basis": "căn cứ", "amends": "sửa đổi, bổ sung", "replaces": "thay thế", "repeals": "bãi bỏ",
    "guides": "hướng dẫn", "responds": "trả lời", "refers": "dẫn chiếu", "consolidates": "hợp nhất",
    "corrects": "đính chính",
}  # fmt: skip
"""The relations as the legend names them (labels of the national database of legal documents)."""

COLOURS: Final = {
    "basis": "#1f6fb4", "amends": "#d97706", "replaces": "#b91c1c", "repeals": "#7f1d1d", "guides": "#15803d",
    "responds": "#7e22ce", "refers": "#8a8a8a", "consolidates": "#92702b", "corrects": "#db2777",
}  # fmt: skip

_COLUMN: Final = 400
_ROW: Final = 40
_LEFT: Final = 26
_TOP: Final = 34
_LEGEND: Final = 64
_LEAST_WIDTH: Final = 900
_RADIUS: Final = 6
_MOST_NAME: Final = 34
_MOST_NOTE: Final = 46
_NO_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

_PAGE: Final = """<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" \
viewBox="0 0 {width} {height}" font-family="'Noto Sans', 'DejaVu Sans', Arial, sans-serif">
<title>Đồ thị viện dẫn</title>
<defs>
{marks}
</defs>
<rect width="{width}" height="{height}" fill="#fff"/>
<g fill="none" stroke-width="1.3" stroke-opacity="0.75">
{links}
</g>
<g font-size="13" stroke="#fff" stroke-width="3" stroke-linejoin="round" paint-order="stroke">
{works}
</g>
<g font-size="12" fill="#333">
{legend}
</g>
</svg>
"""


@dataclass(frozen=True, slots=True)
class _Place:
    x: int
    y: int
    column: int
    end: int
    """Where its name ends, and links to the right begin."""


def svg(net: Net) -> str:
    """A drawing: documents that are here filled, absent ones hollow; a link in the colour of its relation.

    A dashed link is on a part of the document. Dates, issuers and titles show when the pointer rests on a name.
    """
    drawn = columns(net)
    tallest = max((len(column) for column in drawn), default=1)
    ends = {work.address: _LEFT + _width(work) for work in net.works}
    places = {
        name: _Place(
            _LEFT + at * _COLUMN,
            _TOP + round((row + (tallest - len(column)) / 2) * _ROW),
            at,
            ends[name] + at * _COLUMN,
        )
        for at, column in enumerate(drawn)
        for row, name in enumerate(column)
    }
    width = max(_LEAST_WIDTH, 2 * _LEFT + len(drawn) * _COLUMN)
    height = _TOP + tallest * _ROW + _LEGEND
    told = sorted({link.relation for link in net.links}, key=list(WORDS).index)
    return _PAGE.format(
        width=width,
        height=height,
        marks="\n".join(_arrow_head(relation) for relation in told),
        links="\n".join(_arrow(link, places) for link in net.links),
        works="\n".join(_work(work, places[work.address]) for work in net.works),
        legend=_legend(net, told, height - _LEGEND + 18),
    )


def _arrow_head(relation: str) -> str:
    return (
        f'<marker id="to-{relation}" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="7" markerHeight="7"'
        f' orient="auto"><path d="M0 0 8 4 0 8z" fill="{COLOURS[relation]}"/></marker>'
    )


def _arrow(link: Link, places: dict[str, _Place]) -> str:
    start, end = places[link.source.address], places[link.target.address]
    gap = _RADIUS + 3
    if start.column == end.column:
        bend = start.x - 18 - min(abs(end.y - start.y) // 6, 60)
        path = f"M{start.x - gap} {start.y}C{bend} {start.y} {bend} {end.y} {end.x - gap} {end.y}"
    else:
        x1, x2 = (start.end, end.x - gap) if end.x > start.x else (start.x - gap, end.end)
        pull = round((x2 - x1) * 0.45)
        path = f"M{x1} {start.y}C{x1 + pull} {start.y} {x2 - pull} {end.y} {x2} {end.y}"
    dashed = ' stroke-dasharray="5 3"' if link.scope == "part" else ""
    told = f"{_name(link.source)} {WORDS[link.relation]} {_name(link.target)}" + (
        f" ({link.times} lần)" if link.times > 1 else ""
    )
    return (
        f'<path d="{path}" stroke="{COLOURS[link.relation]}"{dashed} marker-end="url(#to-{link.relation})">'
        f"<title>{_clean(told)}</title></path>"
    )


def _work(work: Work, place: _Place) -> str:
    told = " · ".join(filter(None, (work.type, work.number, work.date, work.issuer, work.title)))
    note = _note(work)
    ring = "" if work.present else ' stroke-dasharray="2.5 1.5"'
    fill = "#1f2937" if work.present else "#fff"
    x = place.x + _RADIUS + 7
    lines = [
        f'<text x="{x}" y="{place.y + (0 if note else 4)}" fill="#111">{_clean(_short(_name(work), _MOST_NAME))}</text>'
    ]
    if note:
        short = _clean(_short(note, _MOST_NOTE))
        lines.append(f'<text x="{x}" y="{place.y + 13}" font-size="10.5" fill="#555">{short}</text>')
    return (
        f"<g><title>{_clean(told)}</title>"
        f'<circle cx="{place.x}" cy="{place.y}" r="{_RADIUS}" fill="{fill}" stroke="#1f2937" stroke-width="1.5"{ring}/>'
        f"{''.join(lines)}</g>"
    )


def _legend(net: Net, relations: Sequence[str], y: int) -> str:
    parts = [f'<line x1="{_LEFT}" y1="{y - 16}" x2="{_LEAST_WIDTH - _LEFT}" y2="{y - 16}" stroke="#ccc"/>']
    x = _LEFT
    for relation in relations:
        parts.append(
            f'<line x1="{x}" y1="{y}" x2="{x + 24}" y2="{y}" stroke="{COLOURS[relation]}" stroke-width="2"'
            f' marker-end="url(#to-{relation})"/><text x="{x + 30}" y="{y + 4}">{WORDS[relation]}</text>'
        )
        x += 44 + 7 * len(WORDS[relation])
    y, x = y + 22, _LEFT + 6
    shown = [
        (f'<circle cx="{x}" cy="{y}" r="5" fill="#1f2937"/>', "có trong kho", 24),
        (f'<circle cx="{{x}}" cy="{y}" r="5" fill="#fff" stroke="#1f2937" stroke-dasharray="2.5 1.5"/>', _ABSENT, 24),
        (f'<path d="M{{x}} {y}h24" stroke="#555" stroke-width="1.5" stroke-dasharray="5 3"/>', "chỉ một phần", 44),
    ]
    for mark, words, room in shown:
        parts.append(f'{mark.replace("{x}", str(x))}<text x="{x + room - 12}" y="{y + 4}">{words}</text>')
        x += room + 7 * len(words)
    if net.cut:
        parts.append(f'<text x="{x + 8}" y="{y + 4}" fill="#b91c1c">{_CUT}</text>')
    return "\n".join(parts)


_ABSENT: Final = "chỉ được viện dẫn, chưa có trong kho"
_CUT: Final = "Hình đã được lược bớt theo giới hạn."


def _name(work: Work) -> str:
    """What a document is called for short: type and number, a law by its name and year."""
    if work.number:
        return " ".join(filter(None, (work.type, work.number)))
    if work.type and work.title:
        return " ".join(filter(None, (work.type, work.title, (work.date or "")[:4])))
    return " ".join(filter(None, (work.type, _day(work.date)))) or work.address


def _note(work: Work) -> str:
    """The line below a name that is a number: day and title."""
    return " · ".join(filter(None, (_day(work.date), work.title))) if work.number else ""


def _width(work: Work) -> int:
    """About how wide a work's two lines are."""
    name, note = _short(_name(work), _MOST_NAME), _short(_note(work), _MOST_NOTE)
    return _RADIUS + 14 + round(max(7.4 * len(name), 5.9 * len(note)))


def _day(date: str | None) -> str | None:
    """``2024-06-11`` as Vietnamese write it: ``11/6/2024``."""
    parts = (date or "").split("-")
    if "/" in (date or "") or not all(part.isdigit() for part in parts):
        return date
    return "/".join(part.lstrip("0") for part in reversed(parts))


def _short(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def _clean(text: str) -> str:
    return escape(_NO_XML.sub(" ", text))
