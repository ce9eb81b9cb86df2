"""Where the works of a net stand in a drawing: in columns, each citing work left of those that it cites."""

from __future__ import annotations

from collections import defaultdict
from typing import Final

from vanban.store.graph.answers import Net

MOST_ROWS: Final = 40
"""Works that one column holds before the next begins."""

_SWEEPS: Final = 4


def columns(net: Net) -> list[list[str]]:
    """The addresses of a net's works by column, from the left, and in each from the top.

    Works that cite each other in a circle share a column; in a column, each work stands near those it is tied to.
    """
    layer = _layers(net)
    ordered: list[list[str]] = [[] for _ in range(max(layer.values(), default=-1) + 1)]
    for work in net.works:
        ordered[layer[work.address]].append(work.address)
    tied: dict[str, list[str]] = defaultdict(list)
    for link in net.links:
        tied[link.source.address].append(link.target.address)
        tied[link.target.address].append(link.source.address)
    for sweep in range(_SWEEPS):
        for column in ordered if sweep % 2 == 0 else reversed(ordered):
            _settle(column, ordered, tied)
    return [column[at : at + MOST_ROWS] for column in ordered for at in range(0, len(column), MOST_ROWS)]


def _layers(net: Net) -> dict[str, int]:
    """How many steps of citing lead to each work at most."""
    import rustworkx

    graph: rustworkx.PyDiGraph[str, None] = rustworkx.PyDiGraph(multigraph=False)
    node = {work.address: graph.add_node(work.address) for work in net.works}
    graph.add_edges_from_no_data(
        [(node[link.source.address], node[link.target.address]) for link in net.links if link.source != link.target]
    )
    circle = {
        member: at for at, members in enumerate(rustworkx.strongly_connected_components(graph)) for member in members
    }
    whole: rustworkx.PyDiGraph[int, None] = rustworkx.PyDiGraph(multigraph=False)
    whole.add_nodes_from(range(len(set(circle.values()))))
    whole.add_edges_from_no_data(
        [(circle[one], circle[other]) for one, other in graph.edge_list() if circle[one] != circle[other]]
    )
    depth: dict[int, int] = {}
    for at in rustworkx.topological_sort(whole):
        depth[at] = max((depth[before] + 1 for before in whole.predecessor_indices(at)), default=0)
    for at in reversed(rustworkx.topological_sort(whole)):  # what nobody cites stands beside what it cites
        after = [depth[other] - 1 for other in whole.successor_indices(at)]
        depth[at] = min(after) if after else depth[at]
    return {address: depth[circle[at]] for address, at in node.items()}


def _settle(column: list[str], ordered: list[list[str]], tied: dict[str, list[str]]) -> None:
    """Order a column by where the works tied to each stand, at the middle of their own columns on average."""
    height = {name: (at + 0.5) / len(other) for other in ordered for at, name in enumerate(other)}
    middle = {
        name: sum(height[other] for other in tied[name]) / len(tied[name]) if tied[name] else height[name]
        for name in column
    }
    column.sort(key=lambda name: (middle[name], name))
