"""Tesseract as a library in this process: the model stays loaded from page to page.

Through tesserocr where that is installed, whose library is newer than those of Linux distributions and reads a page in
about four fifths of the time; else pages go to the program through pytesseract, and only second looks to the shared
library of the installed program (:mod:`.native`). The language data are those of the installed program.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections import deque
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, Protocol

from vanban.errors import ParserDied, TesseractMissing, TimedOut
from vanban.reading.ocr import native
from vanban.reading.ocr.engine import VARIABLES, Engine, Seen, TesseractEngine, read_tsv
from vanban.reading.ocr.paired import PairedEngine

if TYPE_CHECKING:
    from PIL.Image import Image

_LSTM = 1
_BLOCK = 6
_SECONDS = 20


class Copy(Protocol):
    """A loaded model. One thread at a time uses it."""

    def tsv(self, grey: Image, *, psm: int, dpi: int, milliseconds: int) -> bytes | None:
        """The words of a grey image as TSV without headings, ``None`` when time is up; ``RuntimeError`` at a fault."""


class LibraryEngine:
    """Tesseract through a library; as many copies of the model as pages are read at once.

    ``native`` is the installed program's own library, else it is tesserocr's. A crash of the library ends this process,
    as it would not end the caller of a program: reading falls back on
    :class:`~vanban.reading.ocr.engine.TesseractEngine` then. Time is looked at between words, so that a page may
    take some seconds more than it is given.
    """

    warm = True

    def __init__(self, language: str = "vie", psm: int = 3, *, native: bool = False) -> None:
        self.language = language
        self.psm = psm
        self.native = native
        self.name = "libtesseract" if native else "tesserocr"
        self.variables = dict(VARIABLES)
        self._idle: deque[Copy] = deque()

    @property
    def version(self) -> str:
        """Version of the library. Raises :class:`~vanban.errors.TesseractMissing` where it is not installed."""
        return native.version() if self.native else _version()

    def recognise(self, image: Image, *, dpi: int, seconds: float, block: bool = False) -> list[Seen]:
        """See :meth:`~vanban.reading.ocr.engine.Engine.recognise`."""
        grey = image if image.mode == "L" else image.convert("L")
        psm, milliseconds = _BLOCK if block else self.psm, max(1, round(seconds * 1000))
        with self._borrowed() as copy:
            try:
                tsv = copy.tsv(grey, psm=psm, dpi=dpi, milliseconds=milliseconds)
            except RuntimeError as error:
                raise ParserDied(reason=f"tesseract: {error}") from error
            if tsv is None:
                raise TimedOut(seconds=round(seconds))
        return read_tsv(tsv)

    @contextmanager
    def _borrowed(self) -> Iterator[Copy]:
        """A copy of the model that no other thread uses."""
        try:
            copy = self._idle.pop()
        except IndexError:
            copy = self._started()
        yield copy
        self._idle.append(copy)  # not after an error: what is left of it is unknown

    def _started(self) -> Copy:
        folder, languages = installed(os.environ.get("PATH", ""), os.environ.get("TESSDATA_PREFIX", ""))
        lacking = [part for part in self.language.split("+") if part not in languages]
        if lacking:
            raise TesseractMissing(reason=f"tesseract-ocr-{lacking[0]}")
        variables = {"debug_file": os.devnull, **self.variables}
        kind = native.Copy if self.native else _Tesserocr
        return kind(folder, self.language, variables)


class _Tesserocr:
    """A model loaded by tesserocr (see :class:`Copy`)."""

    def __init__(self, folder: str, language: str, variables: Mapping[str, str]) -> None:
        try:
            self._loaded = _tesserocr().PyTessBaseAPI(path=folder, lang=language, oem=_LSTM)
        except RuntimeError as error:
            raise TesseractMissing(reason=f"tesserocr: {error}") from error
        for name, value in variables.items():
            self._loaded.SetVariable(name, value)

    def tsv(self, grey: Image, *, psm: int, dpi: int, milliseconds: int) -> bytes | None:
        """See :meth:`Copy.tsv`."""
        loaded = self._loaded
        try:
            loaded.SetPageSegMode(psm)
            loaded.SetImageBytes(grey.tobytes(), grey.width, grey.height, 1, grey.width)
            loaded.SetSourceResolution(dpi)
            return str(loaded.GetTSVText(0)).encode() if loaded.Recognize(milliseconds) else None
        finally:
            loaded.Clear()


def _version() -> str:
    return str(_tesserocr().tesseract_version()).split("\n")[0].removeprefix("tesseract").strip()


def _tesserocr() -> Any:
    try:
        return import_module("tesserocr")
    except ImportError as error:
        raise TesseractMissing(reason="tesserocr") from error


@cache
def installed(path: str, prefix: str) -> tuple[str, tuple[str, ...]]:
    """The program's folder of language data and the languages in it, for a ``PATH`` and ``TESSDATA_PREFIX``.

    Raises :class:`~vanban.errors.TesseractMissing` when there is no program or it does not tell the folder.
    """
    del prefix  # the program sees it in its environment; here it only tells answers apart
    program = shutil.which("tesseract", path=path)
    if program is None:
        raise TesseractMissing(reason="tesseract")
    command = [program, "--list-langs"]
    try:
        told = subprocess.run(command, capture_output=True, text=True, timeout=_SECONDS, check=True)  # noqa: S603
    except (OSError, subprocess.SubprocessError) as error:
        raise TesseractMissing(reason="tesseract") from error
    head, *languages = told.stdout.split("\n")
    folder = re.search(r'"(.+)"', head)
    if folder is None:
        raise TesseractMissing(reason="tessdata")
    return folder.group(1), tuple(filter(None, languages))


def best(language: str) -> Engine:
    """tesserocr where it is installed with the language, else the program, with its library for blocks of lines."""
    newer = find_spec("tesserocr") is not None
    if not newer and native.library() is None:
        return TesseractEngine(language)
    try:
        _, languages = installed(os.environ.get("PATH", ""), os.environ.get("TESSDATA_PREFIX", ""))
    except TesseractMissing:
        return TesseractEngine(language)
    return _kept(language, not newer) if set(language.split("+")) <= set(languages) else TesseractEngine(language)


@cache
def _kept(language: str, native: bool) -> Engine:
    """One engine a process, so that its models stay loaded from file to file."""
    loaded = LibraryEngine(language, native=native)
    return PairedEngine(TesseractEngine(language), loaded) if native else loaded
