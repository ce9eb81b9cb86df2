"""How right records are: ``vanban evaluate``."""

from __future__ import annotations

import functools
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from vanban import batch
from vanban.cli.options import Json, JsonErrors, Lang, Ocr
from vanban.errors import GoldInvalid, NothingJudged, PairsMissing
from vanban.messages import text as say

if TYPE_CHECKING:
    from vanban.record import Record
    from vanban.scoring.collection import Collection


class By(StrEnum):
    """What the figures of ``evaluate`` are grouped by."""

    kind = "kind"
    type = "type"
    document = "document"


def evaluate(
    gold: Annotated[Path, typer.Argument(metavar="GOLD")],
    docs: Annotated[Path | None, typer.Argument(metavar="DOCS")] = None,
    records: Annotated[Path | None, typer.Option("--records")] = None,
    by: Annotated[By | None, typer.Option("--by")] = None,
    errors: Annotated[Path | None, typer.Option("--errors")] = None,
    ocr: Ocr = True,
    as_json: Json = False,
    as_csv: Annotated[bool, typer.Option("--csv")] = False,
    json_errors: JsonErrors = False,
    lang: Lang = None,
) -> None:
    from vanban.scoring.collection import collect
    from vanban.scoring.evaluation import judged, kept_records
    from vanban.scoring.listing import make_way, write_errors
    from vanban.scoring.shown import print_evaluation, print_left_out, print_names

    console = batch.console(stderr=True)
    tell = functools.partial(print_names, console, as_json=json_errors)
    broken: list[GoldInvalid] = []
    if errors is not None:
        make_way(errors)
    kept = kept_records(records) if records else None
    collection = collect(gold, docs, broken=broken.append)
    for error in broken:
        batch.complain(error, as_json=json_errors)
    print_left_out(collection, tell)
    status = GoldInvalid.exit_status if broken else 0
    if not collection.examples:
        raise typer.Exit(status) if broken else PairsMissing(docs=docs or gold, gold=gold)
    if len(collection.unjudged) == len(collection.examples):
        raise NothingJudged(gold=gold)
    if kept:
        found, failed = kept.records, 0
        tell("records_twice", kept.twice)
    else:
        found, failed = _read_examples(collection, ocr=ocr, json_errors=json_errors)
    evaluation = judged(collection.examples, found)
    tell("without_record", evaluation.failed)
    print_evaluation(
        batch.console(),
        evaluation,
        by=by.value if by else None,
        form="json" if as_json else "csv" if as_csv else "table",
    )
    if errors is not None:
        count = write_errors(evaluation, errors)
        console.print(say("say.errors_written", count=count, path=errors), highlight=False)
    raise typer.Exit(status or failed)


def _read_examples(collection: Collection, *, ocr: bool, json_errors: bool) -> tuple[dict[str, Record], int]:
    """The records of a collection's documents by name, and the exit status of the first that failed."""
    found: dict[str, Record] = {}
    names = {example.path: example.name for example in collection.examples}

    def keep(path: Path, record: Record) -> None:
        found[names[path]] = record

    status, _ = batch.each(list(names), keep, ocr=ocr, json_errors=json_errors)
    return found, status
