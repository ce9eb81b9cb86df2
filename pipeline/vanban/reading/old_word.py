"""Word .doc of before 2007: read by a converter that the system has (antiword, catdoc or LibreOffice)."""

from __future__ import annotations

import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final

from vanban.errors import ConverterMissing, FileDamaged, FileEncrypted, TimedOut
from vanban.reading import legacy, word
from vanban.reading.document import Page
from vanban.reading.events import Event, Opened, Read, Task
from vanban.reading.plain import as_written
from vanban.reading.sniff import DOCX

_TEXT_TOOLS: Final = {
    "antiword": ("-m", "UTF-8.txt", "-w", "0"),
    "catdoc": ("-d", "utf-8", "-w"),
}
_OFFICE: Final = ("soffice", "libreoffice")
_ENCRYPTED: Final = "EncryptedPackage".encode("utf-16-le")
_ROW = re.compile(r"^\|.*\|$")
_SPACES = re.compile(r"\s+")


def parse(task: Task) -> Iterator[Event]:
    """One plain page, by the first converter that can read the file.

    Raises ``ConverterMissing``, ``FileEncrypted``, ``FileDamaged`` when every converter gives up, ``TimedOut``.
    """
    if _ENCRYPTED in task.path.read_bytes():
        raise FileEncrypted(path=str(task.path))
    reasons = []
    for name, arguments in _TEXT_TOOLS.items():
        program = shutil.which(name)
        if program is None:
            continue
        done = _run([program, *arguments, str(task.path)], task)
        text = done.stdout.decode("utf-8", "replace")
        if done.returncode == 0 and text.strip():
            yield Opened(1)
            yield Read(Page(1, "plain", text=as_written(legacy.to_unicode("\n".join(rows(text))))))
            return
        reasons.append(done.stderr.decode("utf-8", "replace").strip() or f"{name}: exit status {done.returncode}")
    office = next(filter(None, map(shutil.which, _OFFICE)), None)
    if office is not None:
        yield from _through_office(office, task)
        return
    if reasons:
        code = FileEncrypted if any("encrypt" in reason.lower() for reason in reasons) else FileDamaged
        raise code(path=str(task.path), reason=reasons[0])
    raise ConverterMissing(path=str(task.path))


def _run(command: list[str], task: Task) -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(  # noqa: S603 - a fixed program and our own arguments, no shell
            command, stdin=subprocess.DEVNULL, capture_output=True, timeout=task.settings.page_seconds, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise TimedOut(path=str(task.path), page=1, seconds=task.settings.page_seconds) from error


def _through_office(office: str, task: Task) -> Iterator[Event]:
    with tempfile.TemporaryDirectory(prefix="vanban-") as folder:
        own = f"-env:UserInstallation=file://{folder}/profile"
        command = [office, own, "--headless", "--convert-to", "docx", "--outdir", folder, str(task.path)]
        done = _run(command, task)
        made = next(Path(folder).glob("*.docx"), None)
        if made is None:
            reason = done.stderr.decode("utf-8", "replace").strip()[-200:] or f"exit status {done.returncode}"
            raise FileDamaged(path=str(task.path), reason=reason)
        yield from word.parse(replace(task, path=made, media_type=DOCX))


def rows(text: str) -> Iterator[str]:
    """antiword's lines with its tables as rows ``| a | b |``.

    It draws a row over several lines of aligned cells and no line between rows: a line whose first cell
    is empty goes on with the row above, and so does all of a distribution list beside its signature.
    """
    waiting: list[list[str]] = []
    for line in text.splitlines():
        if _ROW.match(line.rstrip()):
            cells = [_SPACES.sub(" ", cell).strip() for cell in line.rstrip()[1:-1].split("|")]
            _add(waiting, cells)
            continue
        yield from _drawn(waiting)
        waiting = []
        yield line.strip("| \t")  # a cell's mark without its row
    yield from _drawn(waiting)


def _add(waiting: list[list[str]], cells: list[str]) -> None:
    above = waiting[-1] if waiting else None
    goes_on = above is not None and len(above) == len(cells) and (not cells[0] or above[0].startswith("Nơi nhận"))
    if above is None or not goes_on:
        waiting.append(cells)
        return
    waiting[-1] = [f"{old} {new}".strip() for old, new in zip(above, cells, strict=True)]


def _drawn(waiting: list[list[str]]) -> Iterator[str]:
    for at, cells in enumerate(waiting):
        yield "| " + " | ".join(cells) + " |"
        if at == 0:
            yield "|" + "---|" * len(cells)
