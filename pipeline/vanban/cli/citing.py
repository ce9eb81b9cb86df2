"""One document in the citation graph: ``vanban citations`` tells what it cites, what cites it, what became of it."""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any, Final

import typer

from vanban import batch
from vanban.cli.days import checked
from vanban.cli.options import STORE, Json, Lang, Limit, Offset, Relations, Store_
from vanban.cli.relations import chosen
from vanban.messages import text as say

if TYPE_CHECKING:
    from vanban.store.graph.answers import Net, Work
    from vanban.store.graph.doubtful import Doubtful
    from vanban.store.graph.standing import Standing


_COMMAND: Final = "vanban citations"


class Form(StrEnum):
    """What ``citations`` prints."""

    table = "table"
    json = "json"
    csv = "csv"


@dataclass(slots=True)
class Answer:
    """What was asked of a document; what was not asked is ``None``."""

    work: Work
    cites: Net | None = None
    cited_by: Net | None = None
    ambiguous: list[Doubtful] = field(default_factory=list)
    standing: Standing | None = None

    def to_json(self) -> dict[str, Any]:
        """The parts that were asked for, as JSON."""
        told: dict[str, Any] = {"work": self.work.to_json()}
        if self.cites is not None:
            told |= {"cites": self.cites.to_json(), "ambiguous": [item.to_json() for item in self.ambiguous]}
        if self.cited_by is not None:
            told["cited_by"] = self.cited_by.to_json()
        if self.standing is not None:
            told["standing"] = self.standing.to_json()
        return told

    @property
    def cut(self) -> bool:
        """Whether rows were left out."""
        return any(net is not None and net.cut for net in (self.cites, self.cited_by))


def citations(
    document: Annotated[str, typer.Argument()],
    cites: Annotated[bool, typer.Option("--cites")] = False,
    cited_by: Annotated[bool, typer.Option("--cited-by")] = False,
    standing: Annotated[bool, typer.Option("--standing")] = False,
    on: Annotated[str | None, typer.Option("--on")] = None,
    relation: Relations = None,
    date: Annotated[str | None, typer.Option("--date")] = None,
    limit: Limit = None,
    offset: Offset = 0,
    format: Annotated[Form, typer.Option("--format", "-f")] = Form.table,
    as_json: Json = False,
    store: Store_ = STORE,
    lang: Lang = None,
) -> None:
    from vanban.settings import Settings
    from vanban.store import Store

    relations = chosen(relation or (), command=_COMMAND)
    date, on = checked("--date", date, command=_COMMAND), checked("--on", on, command=_COMMAND)
    standing = standing or on is not None
    every = not (cites or cited_by or standing)
    with Store(store, create=False) as archive:
        graph = archive.graph
        answer = Answer(graph.work(document, date=date))
        name = answer.work.address
        if cites or every:
            answer.cites = graph.cites(name, relations=relations, limit=limit, offset=offset)
            answer.ambiguous = graph.doubtful(name) if not (relations or offset) else []
        if cited_by or every:
            answer.cited_by = graph.cited_by(name, relations=relations, limit=limit, offset=offset)
        if standing or every:
            answer.standing = graph.standing(name, on=on)
    _emit(answer, Form.json if as_json else format, standing_alone=standing)
    if answer.cut:
        batch.warn(say("say.rows_cut", next=offset + _shown(answer)))
    if answer.standing is not None and answer.standing.cut:
        batch.warn(say("say.standing_cut", nodes=Settings.from_environment().graph_nodes))


def _shown(answer: Answer) -> int:
    return max(len(net.links) for net in (answer.cites, answer.cited_by) if net is not None)


def _emit(answer: Answer, form: Form, *, standing_alone: bool) -> None:
    if form is Form.json:
        typer.echo(json.dumps(answer.to_json(), ensure_ascii=False, indent=2))
    elif form is Form.csv:
        _emit_csv(answer)
    else:
        _emit_table(answer, standing_alone=standing_alone)


def _emit_csv(answer: Answer) -> None:
    from vanban.store.graph import rows
    from vanban.store.graph.answers import Net

    links = [link for net in (answer.cites, answer.cited_by) if net is not None for link in net.links]
    if answer.cites is None and answer.cited_by is None and answer.standing is not None:
        links = answer.standing.acts
    sys.stdout.write(rows.links(Net([], links)))


def _emit_table(answer: Answer, *, standing_alone: bool) -> None:
    from vanban import graph_tables as tables

    console = batch.console()
    tables.print_head(console, answer.work, None if standing_alone else answer.standing)
    if standing_alone and answer.standing is not None:
        tables.print_standing(console, answer.standing)
    if answer.cites is not None:
        if answer.work.present or answer.cites.links:
            tables.print_links(console, "say.cites", answer.cites, cited_by=False)
        tables.print_doubtful(console, answer.ambiguous)
    if answer.cited_by is not None:
        tables.print_links(console, "say.cited_by", answer.cited_by, cited_by=True)
