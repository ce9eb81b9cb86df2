"""The citation graph at large: ``vanban graph`` draws the net of a search or a document, ranks and dates it."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from vanban import batch
from vanban.cli.files import replaced
from vanban.cli.options import STORE, Lang, Limit, Output, Relations, Store_
from vanban.cli.relations import chosen
from vanban.errors import UsageError
from vanban.messages import text as say

if TYPE_CHECKING:
    from rich.console import Console

    from vanban.store.graph.answers import Net
    from vanban.store.graph.asking import Graph


class Form(StrEnum):
    """What ``graph`` writes."""

    table = "table"
    graphml = "graphml"
    csv = "csv"
    json = "json"
    svg = "svg"


@dataclass(frozen=True, slots=True)
class Asked:
    """What a call asks of the graph: one of the questions, or the net of a query."""

    query: str | None
    around: str | None
    path: tuple[str, str] | None
    rests_on: str | None
    authorities: bool
    missing: bool
    timeline: bool
    relations: list[str]
    depth: int | None
    nodes: int | None
    limit: int | None


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
    output: Output = None,
    store: Store_ = STORE,
    lang: Lang = None,
) -> None:
    from vanban.store import Store

    words = " ".join(query) if query else None
    relations = chosen(relation or ())
    asked = Asked(words, around, path, rests_on, authorities, missing, timeline, relations, depth, nodes, limit)
    _check(asked)
    form = format or _form_of(output)
    with Store(store, create=False) as archive:
        told = _ranks(archive.graph, asked) if authorities or missing else _net(archive.graph, asked)
    _emit(told, form, output)
    if told.empty:
        typer.secho(say("say.graph_empty"), err=True, fg="yellow")
    if told.cut:
        _tell_cut(asked)


def _check(asked: Asked) -> None:
    """Refuse questions that do not go together, and a call that asks nothing."""
    given = {
        "--around": asked.around, "--path": asked.path, "--rests-on": asked.rests_on,
        "--authorities": asked.authorities, "--missing": asked.missing,
    }  # fmt: skip
    named = [name for name, value in given.items() if value]
    alone = asked.query and named and named != ["--authorities"]
    ordered = asked.timeline and any(name in named for name in ("--path", "--authorities", "--missing"))
    if len(named) > 1 or alone or ordered:
        names = [*named, *(["--timeline"] if ordered else []), *([say("metavar.query")] if alone else [])]
        raise UsageError(reason=say("reason.one_question", names=", ".join(names)), command="vanban graph")
    if not (named or asked.query or asked.timeline):
        raise UsageError(reason=say("reason.no_question"), command="vanban graph")


def _form_of(output: Path | None) -> Form:
    """The form that a file's name asks for; a table where none is asked for."""
    if output is None:
        return Form.table
    ending = output.suffix.lower().lstrip(".")
    if ending not in Form.__members__:
        raise UsageError(reason=say("reason.graph_form", path=output), command="vanban graph")
    return Form(ending)


def _net(graph: Graph, asked: Asked) -> Told:
    """The net of a search, of what lies around or rests on a document, or of a path."""
    from vanban import graph_tables as tables
    from vanban.store.graph import rows
    from vanban.store.graph.drawing import FORMATS

    if asked.around:
        net = graph.around(asked.around, relations=asked.relations, depth=asked.depth, nodes=asked.nodes)
    elif asked.path:
        net = graph.path(*asked.path, depth=asked.depth, nodes=asked.nodes)
    elif asked.rests_on:
        net = graph.resting_on(asked.rests_on, depth=asked.depth, nodes=asked.nodes)
    else:
        net = graph.of(asked.query, relations=asked.relations, nodes=asked.nodes)
    forms: dict[str, Callable[[], str]] = {form: _drawn(draw, net) for form, draw in FORMATS.items()}
    show = tables.print_path if asked.path else tables.print_net
    empty = not net.links if asked.path else not net.works
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
    if form is Form.table:
        told.show(batch.console())
        return
    make = told.forms.get(form.value)
    if make is None:
        forms = ", ".join(["table", *told.forms])
        raise UsageError(reason=say("reason.no_such_form", form=form.value, forms=forms), command="vanban graph")
    text = make()
    if output is None:
        sys.stdout.write(text)
        return
    with replaced(output) as file:
        file.write(text)
    batch.console(stderr=True).print(say("say.graph_written", path=output), highlight=False, markup=False)


def _tell_cut(asked: Asked) -> None:
    from vanban.settings import Settings

    settings = Settings.from_environment()
    walks = asked.around or asked.path or asked.rests_on
    told = say(
        "say.walk_cut" if walks else "say.net_cut",
        depth=asked.depth or settings.graph_depth,
        nodes=asked.nodes or settings.graph_nodes,
    )
    typer.secho(told, err=True, fg="yellow")
