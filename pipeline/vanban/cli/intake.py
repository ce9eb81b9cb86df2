"""Documents in: ``vanban extract`` prints their records, ``vanban import`` puts them into the store."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from vanban import batch
from vanban.cli.options import STORE, JsonErrors, Lang, Ocr, Store_
from vanban.errors import FolderUnreadable, NothingToRead
from vanban.messages import text as say

if TYPE_CHECKING:
    from vanban.record import Record


class Originals(StrEnum):
    """What happens to the original files on import."""

    refer = "refer"
    copy = "copy"


def extract(
    files: Annotated[list[Path], typer.Argument(metavar="FILE")],
    pretty: Annotated[bool, typer.Option("--pretty")] = False,
    ocr: Ocr = True,
    json_errors: JsonErrors = False,
    lang: Lang = None,
) -> None:
    def emit(path: Path, record: Record) -> None:
        sys.stdout.write(record.to_json(indent=2 if pretty else None) + "\n")
        sys.stdout.flush()

    raise typer.Exit(batch.each(files, emit, ocr=ocr, json_errors=json_errors)[0])


def import_(
    paths: Annotated[list[Path], typer.Argument(metavar="PATH")],
    store: Store_ = STORE,
    originals: Annotated[Originals, typer.Option("--originals")] = Originals.refer,
    ocr: Ocr = True,
    json_errors: JsonErrors = False,
    lang: Lang = None,
) -> None:
    from vanban.store import Store
    from vanban.tables import records_table

    named = batch.files_in(paths)
    for closed in named.closed:
        batch.complain(closed, as_json=json_errors)
    if not named.files:
        raise NothingToRead(paths=", ".join(map(str, paths)))
    counts = dict.fromkeys(("created", "updated", "unchanged"), 0)
    shown: list[Record] = []
    with Store(store, originals=originals.value) as archive:

        def add(path: Path, record: Record) -> None:
            counts[archive.add(record, original=path).state] += 1
            shown.append(record)

        status, failed = batch.each(named.files, add, ocr=ocr, json_errors=json_errors)
        total = archive.count()
    batch.tell_left(named.left, as_json=json_errors)
    console = batch.console()
    if shown:
        console.print(records_table(shown))
    console.print(say("say.imported", **counts, failed=failed, total=total, store=archive.name), highlight=False)
    raise typer.Exit(status or (FolderUnreadable.exit_status if named.closed else 0))
