"""The command line: a thin mirror of the library. Words stand in ``messages.toml``."""

from __future__ import annotations

import functools
import io
import json
import os
import sys
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, cast

import typer
from typer.core import TyperCommand, TyperGroup

from vanban import __version__, batch, messages
from vanban.errors import OutputFailed, UsageError, VanbanError
from vanban.messages import text as say

if TYPE_CHECKING:
    from vanban.record import Record


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
            stream.reconfigure(encoding="utf-8")  # Vietnamese, whatever the locale
    try:
        messages.choose(_language(argv))
    except VanbanError as error:
        batch.complain(error, as_json=False)
        raise SystemExit(error.exit_status) from error
    build(search_fields="search" in argv and "--help" in argv)(args=argv)


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
            batch.complain(OutputFailed(reason=error.strerror or str(error)), as_json=bool(options.get("json_errors")))
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise typer.Exit(OutputFailed.exit_status) from error
        except KeyboardInterrupt:
            typer.echo(f"vanban: {say('say.stopped')}", err=True)
            raise typer.Exit(130) from None

    return run


def build(*, search_fields: bool = False) -> TyperGroup:
    """The command tree with its help in the language in force; ``search_fields`` lists those of queries too."""
    app = typer.Typer(no_args_is_help=True, rich_markup_mode=None, pretty_exceptions_enable=False)
    app.callback()(_root)
    for name, command in COMMANDS.items():
        app.command(name)(_guarded(command))
    group = cast(TyperGroup, typer.main.get_command(app))
    group.help = say("cli.about")
    _explain(group)
    for name, part in group.commands.items():
        part.help = say(f"cli.{name}", fields=_field_help() if search_fields else "")
        _explain(cast(TyperCommand, part))
    return group


def _explain(command: TyperGroup | TyperCommand) -> None:
    """Give each option and argument its words, by its name, in the language in force."""
    known = messages.catalogue()
    for parameter in command.params:
        key = f"option.{parameter.name}"
        if key in known and hasattr(parameter, "help"):
            parameter.help = say(key)


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
    files: Annotated[list[Path], typer.Argument(metavar="FILE…")],
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
    paths: Annotated[list[Path], typer.Argument(metavar="PATH…")],
    store: Store_ = Path("vanban.db"),
    originals: Annotated[Originals, typer.Option("--originals")] = Originals.refer,
    ocr: Ocr = True,
    json_errors: JsonErrors = False,
    lang: Lang = None,
) -> None:
    from vanban.store import Store
    from vanban.tables import records_table

    files = list(batch.files_in(paths))
    if not files:
        raise UsageError(reason=say("say.nothing", paths=", ".join(map(str, paths))))
    counts = dict.fromkeys(("created", "updated", "unchanged"), 0)
    shown: list[Record] = []
    with Store(store, originals=originals.value) as archive:

        def add(path: Path, record: Record) -> None:
            counts[archive.add(record, original=path).state] += 1
            shown.append(record)

        status, failed = batch.each(files, add, ocr=ocr, json_errors=json_errors)
        total = archive.count()
    console = batch.console()
    if shown:
        console.print(records_table(shown))
    console.print(say("say.imported", **counts, failed=failed, total=total, store=store), highlight=False)
    raise typer.Exit(status)


def search(
    query: Annotated[list[str], typer.Argument(metavar="QUERY…")],
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
        finally:
            part.unlink(missing_ok=True)
    batch.console(stderr=True).print(say("say.exported", count=count, path=output), highlight=False)


def evaluate(
    gold: Annotated[Path, typer.Argument(metavar="GOLD")],
    docs: Annotated[Path | None, typer.Argument(metavar="[DOCS]")] = None,
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
    from vanban.scoring.listing import write_errors
    from vanban.scoring.shown import print_evaluation, print_left_out

    status, console = 0, batch.console(stderr=True)
    collection = collect(gold, docs)
    print_left_out(console, collection)
    if not collection.examples:
        raise UsageError(reason=say("say.no_pairs", docs=docs or gold, gold=gold))
    found = kept_records(records) if records else {}
    if records is None:
        files = [example.path for example in collection.examples]
        keep = functools.partial(_keep, found)
        status, _ = batch.each(files, keep, ocr=ocr, json_errors=json_errors)
    evaluation = judged(collection.examples, found)
    print_evaluation(
        batch.console(),
        evaluation,
        by=by.value if by else None,
        form="json" if as_json else "csv" if as_csv else "table",
    )
    if errors is not None:
        count = write_errors(evaluation, errors)
        console.print(say("say.errors_written", count=count, path=errors), highlight=False)
    raise typer.Exit(status)


def _keep(found: dict[str, Record], path: Path, record: Record) -> None:
    found[path.stem] = record


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
