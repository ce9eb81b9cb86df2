"""A net as a file: GraphML for graph programs, CSV for tables, JSON for other systems, SVG for the eye."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from typing import Final
from xml.etree import ElementTree as Xml

from vanban.store.graph import rows
from vanban.store.graph.answers import Link, Net
from vanban.store.graph.picture import svg

_KINDS: Final[dict[type, str]] = {str: "string", bool: "boolean", int: "int"}
_NODE: Final = {
    "number": str, "date": str, "issuer": str, "type": str, "title": str, "present": bool, "label": str,
}  # fmt: skip
_EDGE: Final = {"relation": str, "scope": str, "times": int, "stated_by": str}
_NO_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def graphml(net: Net) -> str:
    """GraphML with the works' and links' values as attributes; a node's id is its address."""
    root = Xml.Element("graphml", xmlns="http://graphml.graphdrawing.org/xmlns")
    for kind, told in (("node", _NODE), ("edge", _EDGE)):
        for name, type_ in told.items():
            values = {"id": f"{kind}_{name}", "for": kind, "attr.name": name, "attr.type": _KINDS[type_]}
            Xml.SubElement(root, "key", values)
    graph = Xml.SubElement(root, "graph", id="net", edgedefault="directed")
    for work in net.works:
        node = Xml.SubElement(graph, "node", id=work.address)
        _data(node, "node", {**work.to_json(), "label": work.number or work.title or work.address}, _NODE)
    for at, link in enumerate(net.links):
        ends = {"id": f"link{at}", "source": link.source.address, "target": link.target.address}
        _data(Xml.SubElement(graph, "edge", ends), "edge", _told(link), _EDGE)
    Xml.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + Xml.tostring(root, encoding="unicode") + "\n"


def as_json(net: Net) -> str:
    """The net as JSON."""
    return json.dumps(net.to_json(), ensure_ascii=False, indent=2) + "\n"


FORMATS: Final[dict[str, Callable[[Net], str]]] = {"graphml": graphml, "csv": rows.links, "json": as_json, "svg": svg}
"""How a net is written: the name of each format, and what makes the text of it."""


def _told(link: Link) -> dict[str, object]:
    return {"relation": link.relation, "scope": link.scope, "times": link.times, "stated_by": link.stated_by}


def _data(parent: Xml.Element, kind: str, values: Mapping[str, object], wanted: Mapping[str, type]) -> None:
    for name in wanted:
        value = values[name]
        if value is None:
            continue
        text = str(value).lower() if isinstance(value, bool) else _NO_XML.sub(" ", str(value))
        Xml.SubElement(parent, "data", key=f"{kind}_{name}").text = text
