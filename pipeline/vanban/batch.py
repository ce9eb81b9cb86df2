"""Many files in one run: those that folders hold, each read and used, its failure told and costing it alone."""

from __future__ import annotations

import json
import os
import sys
import traceback
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import typer

from vanban.errors import FolderUnreadable, VanbanError, printable
from vanban.messages import text as say

if TYPE_CHECKING:
    from rich.console import Console

    from vanban.record import Record

SUFFIXES = frozenset([".pdf", ".png", ".jpg", ".jpeg", ".tif", ".tiff", ".docx", ".doc", ".txt", ".md"])
"""What a folder is searched for; a file named on the command line is read whatever its name."""

_NOTES = ("._", "~$", ".DS_Store", "Thumbs.db", "desktop.ini")
"""How the names of files begin in which macOS, Word and Windows keep notes of their own."""


@dataclass(slots=True)
class Named:
    """What paths name: the ``files`` to read in a stable order, files of folders that are ``left`` alone because no
    reader knows their kind, and folders that are ``closed`` to us.
    """

    files: list[Path] = field(default_factory=list)
    left: list[Path] = field(default_factory=list)
    closed: list[FolderUnreadable] = field(default_factory=list)


def files_in(paths: Iterable[Path]) -> Named:
    """The files named, and those in the folders named and below them that look readable."""
    found = Named()
    for path in paths:
        if not os.path.isdir(path):  # noqa: PTH112 - never raises, whatever the name
            found.files.append(path)
            continue
        inside = sorted(_below(path, found.closed))
        found.files += [item for item in inside if item.suffix.lower() in SUFFIXES]
        found.left += [item for item in inside if item.suffix.lower() not in SUFFIXES]
    return found


def _below(folder: Path, closed: list[FolderUnreadable]) -> Iterator[Path]:
    """The files below a folder, but those in which systems and word processors keep notes of their own."""

    def refused(error: OSError) -> None:
        closed.append(FolderUnreadable(path=error.filename, reason=error.strerror or str(error)))

    for above, _, names in os.walk(folder, onerror=refused):
        yield from (Path(above) / name for name in names if not name.startswith(_NOTES))


def tell_left(files: Sequence[Path], *, as_json: bool) -> None:
    """Tell on standard error how many files of which kinds were not read, if there are any."""
    if not files:
        return
    kinds = Counter(printable(path.suffix.lower() or path.name) for path in files)
    told = ", ".join(f"{kind} ({count})" for kind, count in kinds.most_common(8))
    warning = {"warning": {"code": "left_alone", "count": len(files), "names": list(map(str, files))}}
    if as_json:
        typer.echo(json.dumps(warning, ensure_ascii=False), err=True)
    else:
        warn(say("say.left_alone", count=len(files), kinds=told))


def each(files: list[Path], use: Callable[[Path, Record], None], *, ocr: bool, json_errors: bool) -> tuple[int, int]:
    """Read every file and use its record, in order; a file that fails is told of and costs that file only.

    Returns the exit status (that of the first failure) and how many failed.
    """
    from vanban.extraction.reader import read_many

    status = failed = 0
    for path, answer in _progress(read_many(files, ocr=ocr), len(files)):
        error = answer if isinstance(answer, Exception) else _used(use, path, answer)
        if error is None:
            continue
        if "VANBAN_DEBUG" in os.environ:
            traceback.print_exception(error)
        told = error if isinstance(error, VanbanError) else VanbanError(path=path, reason=f"{path}: {error!r}")
        status, failed = status or told.exit_status, failed + 1
        complain(told, as_json=json_errors)
    return status, failed


def _used(use: Callable[[Path, Record], None], path: Path, record: Record) -> Exception | None:
    """What went wrong in using a record; when our own output fails nothing more can be done, so that is raised."""
    try:
        use(path, record)
    except OSError:
        raise
    except Exception as error:  # a defect of ours must not cost the other files
        return error
    return None


def _progress(
    answers: Iterator[tuple[Path, Record | Exception]], total: int
) -> Iterator[tuple[Path, Record | Exception]]:
    """The answers, with a progress bar on standard error where a person watches."""
    if total < 2 or not sys.stderr.isatty():
        yield from answers
        return
    from rich.progress import track

    yield from track(answers, total=total, description=say("say.reading"), console=console(stderr=True), transient=True)


def console(*, stderr: bool = False, file: TextIO | None = None) -> Console:
    """Where people read; wide enough for tables where it is no terminal."""
    from rich.console import Console

    found = Console(stderr=stderr, file=file)
    return found if found.is_terminal else Console(stderr=stderr, file=file, width=max(found.width, 120))


def warn(text: str) -> None:
    """What a person should know of an answer, on standard error; no failure."""
    console(stderr=True).print(text, style="yellow", highlight=False, markup=False, soft_wrap=True)


def complain(error: VanbanError, *, as_json: bool) -> None:
    """An error in words, or as JSON, on standard error."""
    text = json.dumps(error.to_json(), ensure_ascii=False) if as_json else f"vanban: [{error.code}] {error}"
    typer.echo(text, err=True)
