"""Tesseract as a library in this process, through tesserocr: the model stays loaded from page to page.

The library that tesserocr brings is newer than those of Linux distributions and reads a page in about four fifths
of the time; the language data are those of the installed program.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from vanban.errors import ParserDied, TesseractMissing, TimedOut
from vanban.reading.ocr.engine import VARIABLES, Engine, Seen, TesseractEngine, read_tsv

if TYPE_CHECKING:
    from PIL.Image import Image

_LSTM = 1
_BLOCK = 6
_SECONDS = 20


class LibraryEngine:
    """Tesseract through tesserocr; as many copies of the model as pages are read at once.

    A crash of the library ends this process, as it would not end the caller of a program: reading falls back on
    :class:`~vanban.reading.ocr.engine.TesseractEngine` then. Time is looked at between words, so that a page may
    take some seconds more than it is given.
    """

    name = "tesserocr"
    warm = True

    def __init__(self, language: str = "vie", psm: int = 3) -> None:
        self.language = language
        self.psm = psm
        self.variables = dict(VARIABLES)
        self._idle: deque[Any] = deque()

    @property
    def version(self) -> str:
        """Version of the library. Raises :class:`~vanban.errors.TesseractMissing` where it is not installed."""
        return str(_tesserocr().tesseract_version()).split("\n")[0].removeprefix("tesseract").strip()

    def recognise(self, image: Image, *, dpi: int, seconds: float, block: bool = False) -> list[Seen]:
        """See :meth:`~vanban.reading.ocr.engine.Engine.recognise`."""
        grey = image if image.mode == "L" else image.convert("L")
        with self._borrowed() as tesseract:
            try:
                tesseract.SetPageSegMode(_BLOCK if block else self.psm)
                tesseract.SetImageBytes(grey.tobytes(), grey.width, grey.height, 1, grey.width)
                tesseract.SetSourceResolution(dpi)
                if not tesseract.Recognize(max(1, round(seconds * 1000))):
                    raise TimedOut(seconds=round(seconds))
                return read_tsv(tesseract.GetTSVText(0).encode())
            except RuntimeError as error:
                raise ParserDied(reason=f"tesseract: {error}") from error
            finally:
                tesseract.Clear()

    @contextmanager
    def _borrowed(self) -> Iterator[Any]:
        """A copy of the model that no other thread uses."""
        try:
            tesseract = self._idle.pop()
        except IndexError:
            tesseract = self._started()
        yield tesseract
        self._idle.append(tesseract)  # not after an error: what is left of it is unknown

    def _started(self) -> Any:
        folder, languages = installed(os.environ.get("PATH", ""), os.environ.get("TESSDATA_PREFIX", ""))
        lacking = [part for part in self.language.split("+") if part not in languages]
        if lacking:
            raise TesseractMissing(reason=f"tesseract-ocr-{lacking[0]}")
        try:
            tesseract = _tesserocr().PyTessBaseAPI(path=folder, lang=self.language, oem=_LSTM, psm=self.psm)
        except RuntimeError as error:
            raise TesseractMissing(reason=f"tesserocr: {error}") from error
        for name, value in {"debug_file": os.devnull, **self.variables}.items():
            tesseract.SetVariable(name, value)
        return tesseract


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
    """The library where tesserocr is installed and has the language, else the program."""
    if find_spec("tesserocr") is None:
        return TesseractEngine(language)
    try:
        _, languages = installed(os.environ.get("PATH", ""), os.environ.get("TESSDATA_PREFIX", ""))
    except TesseractMissing:
        return TesseractEngine(language)
    return _kept(language) if set(language.split("+")) <= set(languages) else TesseractEngine(language)


@cache
def _kept(language: str) -> LibraryEngine:
    """One engine a process, so that its models stay loaded from file to file."""
    return LibraryEngine(language)
