"""The command line: a thin mirror of the library. Words stand in ``messages.toml``."""

from __future__ import annotations

import functools
import io
import os
import sys
from collections.abc import Callable
from typing import Annotated, Any, NoReturn, cast

import typer

from vanban import __version__, batch, frame, messages
from vanban.cli.about import doctor, schema
from vanban.cli.archive import export, search, show
from vanban.cli.citing import citations
from vanban.cli.graph import graph
from vanban.cli.intake import extract, import_
from vanban.cli.judging import evaluate
from vanban.errors import OutputFailed, UsageError, VanbanError
from vanban.messages import text as say

COMMANDS: dict[str, Callable[..., None]] = {
    "extract": extract,
    "import": import_,
    "search": search,
    "show": show,
    "citations": citations,
    "graph": graph,
    "export": export,
    "evaluate": evaluate,
    "schema": schema,
    "doctor": doctor,
}


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
        app.command(name, cls=frame.Query if name in ("search", "graph") else frame.Command)(_guarded(command))
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


def _field_help() -> str:
    from vanban.store import FIELDS

    return "\n\n".join(f"  {field.name}: {field.help}" for field in FIELDS)
