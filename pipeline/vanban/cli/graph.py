"""The citation graph at large: ``vanban graph`` draws the net of a search or a document, ranks and dates it."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from vanban import batch
from vanban.cli.asked import COMMAND, Asked, Form, form_of
from vanban.cli.files import replaced
from vanban.cli.options import STORE, Json, Lang, Limit, Output, Relations, Store_
from vanban.cli.relations import chosen
from vanban.errors import UsageError
from vanban.messages import text as say

if TYPE_CHECKING:
    from rich.console import Console

    from vanban.store.graph.answers import Net
    from vanban.store.graph.asking import Graph


@dataclass(frozen=True, slots=True)
class Told:
    """An answer in each of the forms that it has; ``empty`` and ``cut`` say what a person should know of it."""

    forms: dict[str, Callable[[], str]]
    show: Callable[[Console], None]
    empty: bool
    cut: bool = False


def graph(
    query: Annotated[list[str] | None, typer.Argument()] = None,
    around: Annotated[str | None, typer.Option("--around")] = None,
    path: Annotated[tuple[str, str] | None, typer.Option("--path")] = None,
    rests_on: Annotated[str | None, typer.Option("--rests-on")] = None,
    authorities: Annotated[bool, typer.Option("--authorities")] = False,
    missing: Annotated[bool, typer.Option("--missing")] = False,
    timeline: Annotated[bool, typer.Option("--timeline")] = False,
    relation: Relations = None,
    depth: Annotated[int | None, typer.Option("--depth", min=1)] = None,
    nodes: Annotated[int | None, typer.Option("--nodes", min=1)] = None,
    limit: Limit = None,
    format: Annotated[Form | None, typer.Option("--format", "-f")] = None,
    as_json: Json = False,
    output: Output = None,
    store: Store_ = STORE,
    lang: Lang = None,
) -> None:
    from vanban.store import Store

    words = " ".join(query) if query else None
    relations = chosen(relation or (), command=COMMAND)
    asked = Asked(words, around, path, rests_on, authorities, missing, timeline, relations, depth, nodes, limit)
    asked.check()
    form = Form.json if as_json else format or form_of(output)
    with Store(store, create=False) as archive:
        told = _ranks(archive.graph, asked) if authorities or missing else _net(archive.graph, asked)
    _emit(told, form, output)
    if told.empty:
        batch.warn(say("say.no_path" if path else "say.graph_empty"))
    if told.cut:
        _tell_cut(asked)


def _net(graph: Graph, asked: Asked) -> Told:
    """The net of a search, of what lies around or rests on a document, or of a path."""
    from vanban import graph_tables as tables
    from vanban.store.graph import rows
    from vanban.store.graph.drawing import FORMATS

    show = tables.print_net
    if asked.around is not None:
        net = graph.around(asked.around, relations=asked.relation, depth=asked.depth, nodes=asked.nodes)
    elif asked.path is not None:
        net, show = graph.path(*asked.path, depth=asked.depth, nodes=asked.nodes), tables.print_path
    elif asked.rests_on is not None:
        net, show = graph.resting_on(asked.rests_on, depth=asked.depth, nodes=asked.nodes), tables.print_tree
    else:
        net = graph.of(asked.query, relations=asked.relation, nodes=asked.nodes)
    forms: dict[str, Callable[[], str]] = {form: _drawn(draw, net) for form, draw in FORMATS.items()}
    empty = not net.works or (show is not tables.print_net and not net.links)
    if not asked.timeline:
        return Told(forms, lambda console: show(console, net), empty, net.cut)
    moments = graph.timeline(net)
    told = {"moments": [moment.to_json() for moment in moments], "cut": net.cut}
    forms |= {"csv": lambda: rows.moments(moments), "json": lambda: _json(told)}
    return Told(forms, lambda console: tables.print_timeline(console, moments), empty, net.cut)


def _drawn(draw: Callable[[Net], str], net: Net) -> Callable[[], str]:
    return lambda: draw(net)


def _ranks(graph: Graph, asked: Asked) -> Told:
    """The documents on which others rest most, or the absent ones that are cited most."""
    from vanban import graph_tables as tables
    from vanban.store.graph import rows

    found = graph.missing(limit=asked.limit) if asked.missing else graph.authorities(asked.query, limit=asked.limit)
    told = {"documents": [item.to_json() for item in found]}
    forms = {"csv": lambda: rows.ranked(found), "json": lambda: _json(told)}
    return Told(forms, lambda console: tables.print_ranked(console, found, counts=asked.missing), not found)


def _json(told: dict[str, Any]) -> str:
    return json.dumps(told, ensure_ascii=False, indent=2) + "\n"


def _emit(told: Told, form: Form, output: Path | None) -> None:
    """Write an answer in a form, to a file or to standard output."""
    make = told.forms.get(form.value)
    if make is None and form is not Form.table:
        forms = ", ".join(["table", *told.forms])
        raise UsageError(reason=say("reason.no_such_form", form=form.value, forms=forms), command=COMMAND)
    if output is None:
        if make is not None:
            sys.stdout.write(make())
        elif not told.empty:
            told.show(batch.console())
        return
    with replaced(output) as file:
        if make is None:
            told.show(batch.console(file=file))
        else:
            file.write("\ufeff" if form is Form.csv else "")  # Excel takes a file without it for the old code page
            file.write(make())
    batch.console(stderr=True).print(say("say.graph_written", path=output), highlight=False, markup=False)


def _tell_cut(asked: Asked) -> None:
    from vanban.settings import Settings

    settings = Settings.from_environment()
    walk = asked.around or asked.path or asked.rests_on
    caps = {"depth": asked.depth or settings.graph_depth, "nodes": asked.nodes or settings.graph_nodes}
    batch.warn(say("say.walk_cut" if walk else "say.net_cut", **caps))
