"""The command line: a thin mirror of the library. Words stand in ``messages.toml``."""

from __future__ import annotations

import contextlib
import functools
import io
import json
import os
import sys
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NoReturn, cast

import typer

from vanban import __version__, batch, frame, messages
from vanban.errors import (
    FolderUnreadable,
    GoldInvalid,
    NothingJudged,
    NothingToRead,
    OutputFailed,
    PairsMissing,
    UsageError,
    VanbanError,
)
from vanban.messages import text as say

if TYPE_CHECKING:
    from vanban.record import Record
    from vanban.scoring.collection import Collection


class Originals(StrEnum):
    """What happens to the original files on import."""

    refer = "refer"
    copy = "copy"


class Sort(StrEnum):
    """The order of search results."""

    rank = "rank"
    date = "date"


class By(StrEnum):
    """What the figures of ``evaluate`` are grouped by."""

    kind = "kind"
    type = "type"
    document = "document"


class ExportFormat(StrEnum):
    """What ``export`` writes."""

    jsonl = "jsonl"
    csv = "csv"


def main(argv: list[str] | None = None) -> None:
    """Run the command line; leaves with the exit status of :mod:`vanban.errors`."""
    argv = sys.argv[1:] if argv is None else argv
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # Vietnamese, whatever the locale; names of files need not be text
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        messages.choose(_language(argv))
        app = build(search_fields="search" in argv and "--help" in argv)
        status = app(args=argv, prog_name="vanban", standalone_mode=False)
    except frame.REFUSED as refused:
        _refuse(refused, argv)
    except VanbanError as error:
        batch.complain(error, as_json="--json-errors" in argv)
        raise SystemExit(error.exit_status) from error
    raise SystemExit(status if isinstance(status, int) else 0)


def _refuse(refused: Any, argv: list[str]) -> NoReturn:
    """Tell of a call that Typer refuses; a call without any word gets the help."""
    if not argv or type(refused).__name__ == "NoArgsIsHelpError":
        refused.show()
        raise SystemExit(refused.exit_code) from refused
    error = frame.refusal(refused)
    batch.complain(error, as_json="--json-errors" in argv)
    raise SystemExit(error.exit_status) from refused


def _guarded(command: Callable[..., None]) -> Callable[..., None]:
    """The command with every failure that a user can meet told in words, and its exit status."""

    @functools.wraps(command)
    def run(*arguments: Any, **options: Any) -> None:
        try:
            command(*arguments, **options)
            sys.stdout.flush()
        except VanbanError as error:
            batch.complain(error, as_json=bool(options.get("json_errors")))
            raise typer.Exit(error.exit_status) from error
        except BrokenPipeError:  # `vanban extract … | head` closes our output; that is no failure
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise typer.Exit(0) from None
        except OSError as error:
            failed = OutputFailed(path=error.filename or say("say.output"), reason=error.strerror or str(error))
            batch.complain(failed, as_json=bool(options.get("json_errors")))
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise typer.Exit(OutputFailed.exit_status) from error
        except KeyboardInterrupt:
            typer.echo(f"vanban: {say('say.stopped')}", err=True)
            raise typer.Exit(130) from None

    return run


def build(*, search_fields: bool = False) -> frame.Group:
    """The command tree with its help in the language in force; ``search_fields`` lists those of queries too."""
    app = typer.Typer(cls=frame.Group, no_args_is_help=True, rich_markup_mode=None, pretty_exceptions_enable=False)
    app.callback()(_root)
    for name, command in COMMANDS.items():
        app.command(name, cls=frame.Query if name == "search" else frame.Command)(_guarded(command))
    group = cast(frame.Group, typer.main.get_command(app))
    group.help = say("cli.about")
    frame.explain(group)
    for name, part in group.commands.items():
        part.help = say(f"cli.{name}", fields=_field_help() if search_fields else "")
        frame.explain(cast(frame.Command, part))
    return group


def _language(argv: list[str]) -> str | None:
    """``--lang`` is needed before the help is built, so it is looked for by hand."""
    for at, word in enumerate(argv):
        value = word.removeprefix("--lang=") if word.startswith("--lang=") else None
        if word == "--lang" and at + 1 < len(argv):
            value = argv[at + 1]
        if value is not None:
            if value not in messages.LANGUAGES:
                raise UsageError(reason=f"--lang {value}: vi | en")
            return value
    return None


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"vanban {__version__}")
        raise typer.Exit


def _root(
    lang: Annotated[str | None, typer.Option("--lang")] = None,
    version: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True)] = False,
) -> None:
    pass


Store_ = Annotated[Path, typer.Option("--store", "-s", envvar="VANBAN_STORE")]
Lang = Annotated[str | None, typer.Option("--lang", hidden=True)]
Ocr = Annotated[bool, typer.Option("--ocr/--no-ocr")]
Json = Annotated[bool, typer.Option("--json")]
JsonErrors = Annotated[bool, typer.Option("--json-errors")]


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
    store: Store_ = Path("vanban.db"),
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
    console.print(say("say.imported", **counts, failed=failed, total=total, store=store), highlight=False)
    raise typer.Exit(status or (FolderUnreadable.exit_status if named.closed else 0))


def search(
    query: Annotated[list[str], typer.Argument(metavar="QUERY")],
    store: Store_ = Path("vanban.db"),
    limit: Annotated[int | None, typer.Option("--limit", "-n", min=1)] = None,
    offset: Annotated[int, typer.Option("--offset", min=0)] = 0,
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
    store: Store_ = Path("vanban.db"),
    as_json: Json = False,
    lang: Lang = None,
) -> None:
    from vanban.store import Store
    from vanban.tables import print_record

    with Store(store, create=False) as archive:
        record = archive.get(id)
    if as_json:
        typer.echo(record.to_json(indent=2))
    else:
        print_record(batch.console(), record)


def export(
    format: Annotated[ExportFormat, typer.Option("--format", "-f")] = ExportFormat.jsonl,
    output: Annotated[Path | None, typer.Option("--output", "-o")] = None,
    query: Annotated[str | None, typer.Option("--query", "-q")] = None,
    store: Store_ = Path("vanban.db"),
    lang: Lang = None,
) -> None:
    from vanban.store import Store

    with Store(store, create=False) as archive:
        if output is None:
            archive.export(format.value, sys.stdout, query=query)
            return
        part = output.with_name(f".{output.name}.part")
        try:
            with part.open("w", encoding="utf-8", newline="") as file:
                count = archive.export(format.value, file, query=query)
            part.replace(output)  # what stood there is kept until the new file is whole
        except OSError as error:
            raise OutputFailed(path=output, reason=error.strerror or str(error)) from error
        finally:
            with contextlib.suppress(OSError):
                part.unlink()
    batch.console(stderr=True).print(say("say.exported", count=count, path=output), highlight=False)


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


def schema(lang: Lang = None) -> None:
    from vanban.record import json_schema

    typer.echo(json.dumps(json_schema(), ensure_ascii=False, indent=2))


def doctor(as_json: Json = False, lang: Lang = None) -> None:
    from dataclasses import asdict

    from vanban.doctor import checks
    from vanban.tables import checks_table

    found = checks()
    if as_json:
        typer.echo(json.dumps([asdict(item) for item in found], ensure_ascii=False, indent=2))
    else:
        batch.console().print(checks_table(found))
    raise typer.Exit(4 if any(item.required and not item.found for item in found) else 0)


COMMANDS: dict[str, Callable[..., None]] = {
    "extract": extract,
    "import": import_,
    "search": search,
    "show": show,
    "export": export,
    "evaluate": evaluate,
    "schema": schema,
    "doctor": doctor,
}


def _field_help() -> str:
    from vanban.store import FIELDS

    return "\n\n".join(f"  {field.name}: {field.help}" for field in FIELDS)
