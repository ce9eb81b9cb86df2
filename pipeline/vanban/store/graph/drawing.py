"""A net as a file: GraphML for graph programs, CSV for tables, JSON for other systems, SVG for the eye."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from html import escape
from typing import Final

from vanban.store.exporting import harmless
from vanban.store.graph.answers import Link, Net, Work

CSV_COLUMNS: Final = (
    "source", "relation", "target", "scope", "times", "stated_by", "target_number", "target_date", "target_issuer",
    "target_title", "target_present",
)  # fmt: skip


def graphml(net: Net) -> str:
    """GraphML with the works' and links' values as attributes."""
    import networkx

    graph = networkx.MultiDiGraph()
    for work in net.works:
        graph.add_node(work.address, **{k: v for k, v in work.to_json().items() if v is not None and k != "address"})
    for link in net.links:
        graph.add_edge(link.source.address, link.target.address, relation=link.relation, scope=link.scope, times=link.times)
    return "\n".join(networkx.generate_graphml(graph)) + "\n"


def table(net: Net) -> str:
    """CSV, a row a link; cells that a spreadsheet would take for a formula are made harmless."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(CSV_COLUMNS)
    for link in net.links:
        cited = link.target
        row = (
            link.source.address, link.relation, cited.address, link.scope, link.times, link.stated_by, cited.number,
            cited.date, cited.issuer, cited.title, cited.present,
        )  # fmt: skip
        writer.writerow([harmless(str(cell)) if cell is not None else "" for cell in row])
    return stream.getvalue()


def as_json(net: Net) -> str:
    """The net as JSON."""
    return json.dumps(net.to_json(), ensure_ascii=False, indent=2) + "\n"


def svg(net: Net) -> str:
    """A drawing: documents that are here filled, absent ones hollow; a link in the colour of its relation."""
    places = _places(net)
    links = "\n".join(_arrow(link, places) for link in net.links)
    nodes = "\n".join(_node(work, *places[work.address]) for work in net.works)
    return _PAGE.format(size=_SIZE, links=links, nodes=nodes)


FORMATS: Final[dict[str, Callable[[Net], str]]] = {"graphml": graphml, "csv": table, "json": as_json, "svg": svg}
"""What :func:`vanban graph` writes."""

_SIZE: Final = 1200
_MARGIN: Final = 120
_RADIUS: Final = 7
_COLOURS: Final = {
    "basis": "#1f77b4", "amends": "#e08214", "replaces": "#b2182b", "repeals": "#b2182b", "guides": "#1b7837",
    "responds": "#762a83", "refers": "#9e9e9e", "consolidates": "#8c6d31", "corrects": "#e08214",
}  # fmt: skip
_PAGE: Final = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}" font-family="sans-serif" font-size="12">
<defs><marker id="to" viewBox="0 0 8 8" refX="14" refY="4" markerWidth="8" markerHeight="8" orient="auto">
<path d="M0 0 8 4 0 8z" fill="#666"/></marker></defs>
<g stroke-width="1.2">
{links}
</g>
<g stroke="#333">
{nodes}
</g>
</svg>
"""


def _places(net: Net) -> dict[str, tuple[float, float]]:
    import networkx

    graph = networkx.Graph()
    graph.add_nodes_from(work.address for work in net.works)
    graph.add_edges_from((link.source.address, link.target.address) for link in net.links)
    layout = networkx.spring_layout(graph, seed=2026, iterations=100)
    half = _SIZE / 2
    reach = max((abs(at) for place in layout.values() for at in place), default=1.0) or 1.0
    scale = (half - _MARGIN) / reach
    return {name: (half + float(x) * scale, half + float(y) * scale) for name, (x, y) in layout.items()}


def _arrow(link: Link, places: dict[str, tuple[float, float]]) -> str:
    (x1, y1), (x2, y2) = places[link.source.address], places[link.target.address]
    dashed = ' stroke-dasharray="4 3"' if link.scope == "part" else ""
    return (
        f'<line x1="{x1:.0f}" y1="{y1:.0f}" x2="{x2:.0f}" y2="{y2:.0f}" stroke="{_COLOURS[link.relation]}"{dashed}'
        f' marker-end="url(#to)"><title>{escape(link.relation)} × {link.times}</title></line>'
    )


def _node(work: Work, x: float, y: float) -> str:
    told = escape(" · ".join(filter(None, (work.type, work.number, work.date, work.issuer, work.title))))
    name = escape(work.number or work.title or work.address)[:60]
    fill = "#333" if work.present else "#fff"
    return (
        f'<g><title>{told}</title><circle cx="{x:.0f}" cy="{y:.0f}" r="{_RADIUS}" fill="{fill}"/>'
        f'<text x="{x + 10:.0f}" y="{y + 4:.0f}" stroke="none">{name}</text></g>'
    )
