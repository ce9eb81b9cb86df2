"""Records out of the store: ``vanban search``, ``vanban show`` and ``vanban export``."""

from __future__ import annotations

import json
import sys
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from vanban import batch
from vanban.cli.files import replaced
from vanban.cli.options import STORE, Json, Lang, Limit, Offset, Output, Store_
from vanban.errors import RecordAbsent, RecordUnknown
from vanban.messages import text as say

if TYPE_CHECKING:
    from vanban.record import Record
    from vanban.store import Store


class Sort(StrEnum):
    """The order of search results."""

    rank = "rank"
    date = "date"


class ExportFormat(StrEnum):
    """What ``export`` writes."""

    jsonl = "jsonl"
    csv = "csv"


def search(
    query: Annotated[list[str], typer.Argument(metavar="QUERY")],
    store: Store_ = STORE,
    limit: Limit = None,
    offset: Offset = 0,
    sort: Annotated[Sort, typer.Option("--sort")] = Sort.rank,
    as_json: Json = False,
    lang: Lang = None,
) -> None:
    from vanban.settings import Settings
    from vanban.store import Store
    from vanban.tables import MARKS, print_results

    words = " ".join(query)
    limit = limit or Settings.from_environment().search_rows
    with Store(store, create=False) as archive:
        marks = ("«", "»") if as_json else MARKS
        found = archive.search(words, limit=limit, offset=offset, sort=sort.value, marks=marks)
    if as_json:
        typer.echo(json.dumps(found.to_json(), ensure_ascii=False))
    else:
        print_results(batch.console(), found, words)


def show(
    id: Annotated[str, typer.Argument(metavar="ID")],
    store: Store_ = STORE,
    as_json: Json = False,
    lang: Lang = None,
) -> None:
    from vanban.store import Store
    from vanban.tables import print_record

    with Store(store, create=False) as archive:
        record = _record(archive, id)
        address = archive.graph.work(record.id).address
    if as_json:
        typer.echo(record.to_json(indent=2))
    else:
        print_record(batch.console(), record, address=address)


def _record(archive: Store, name: str) -> Record:
    """The record of a name. Raises :class:`~vanban.errors.RecordAbsent` for a document that is only cited."""
    try:
        return archive.get(name)
    except RecordUnknown:
        work = archive.graph.work(name)
    if work.present:
        return archive.get(work.address)
    from vanban.graph_tables import headline

    raise RecordAbsent(work=headline(work, mark=False).plain, address=work.address)


def export(
    format: Annotated[ExportFormat, typer.Option("--format", "-f")] = ExportFormat.jsonl,
    output: Output = None,
    query: Annotated[str | None, typer.Option("--query", "-q")] = None,
    store: Store_ = STORE,
    lang: Lang = None,
) -> None:
    from vanban.store import Store

    with Store(store, create=False) as archive:
        if output is None:
            archive.export(format.value, sys.stdout, query=query)
            return
        with replaced(output) as file:
            count = archive.export(format.value, file, query=query)
    batch.console(stderr=True).print(say("say.exported", count=count, path=output), highlight=False)
