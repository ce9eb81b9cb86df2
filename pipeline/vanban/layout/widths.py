"""How wide a text runs: where plain lines were wrapped, and between which edges a page prints."""

from __future__ import annotations

from vanban.layout.model import Line, Zone


def wrap_width(lines: list[Line]) -> int:
    """The width at which plain text was wrapped, or 0 when its lines are whole paragraphs."""
    sizes = sorted(len(line.text) for line in lines if line.zone is Zone.BODY and not line.cells)
    if len(sizes) < 12:
        return 0
    top = sizes[int(len(sizes) * 0.95)]
    if top > 130 or sizes[-1] > top * 2:
        return 0
    return top if sum(1 for size in sizes if size > top * 0.75) > len(sizes) * 0.3 else 0


def margins(lines: list[Line]) -> dict[int, tuple[float, float]]:
    """Left and right edge of each page's text in points, where nine of ten lines end."""
    edges: dict[int, list[tuple[float, float]]] = {}
    for line in lines:
        if line.box is not None and line.zone in (Zone.BODY, Zone.BASIS, Zone.ANNEX) and not line.cells:
            edges.setdefault(line.page, []).append((line.box[0], line.box[2]))
    found = {}
    for page, boxes in edges.items():
        lefts, rights = sorted(low for low, _ in boxes), sorted(high for _, high in boxes)
        found[page] = (lefts[len(lefts) // 10], rights[-1 - len(rights) // 10])
    return found
