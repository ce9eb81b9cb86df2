"""The recogniser behind OCR: an interface, so that another engine can take Tesseract's place."""

from __future__ import annotations

import os
import tempfile
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from vanban.errors import ParserDied, TesseractMissing, TimedOut
from vanban.language.text import nfc

if TYPE_CHECKING:
    from PIL.Image import Image


VARIABLES = {"thresholding_method": "2", "tessedit_do_invert": "0", "textord_all_prop": "1"}
"""How Tesseract reads scans, by program or library.

Sauvola's local thresholding keeps print on grey and stained paper. Lines that read badly are not tried again as
white on black: offices print none. Their type is proportional, so no time is spent on looking for a fixed pitch.
"""


@dataclass(slots=True, frozen=True)
class Seen:
    """A word as an engine saw it: NFC text, ``box`` in pixels ``(x0, top, x1, bottom)``, ``confidence`` 0–1.

    ``line`` tells lines apart within the image; words of one line share it.
    """

    text: str
    box: tuple[int, int, int, int]
    confidence: float
    line: tuple[int, ...] = ()


class Engine(Protocol):
    """What OCR asks of a recogniser. Engines are called from several threads at once."""

    @property
    def name(self) -> str:
        """A short, stable name (``tesseract``)."""

    @property
    def version(self) -> str:
        """The version of the program and its data, for the record's evidence."""

    @property
    def warm(self) -> bool:
        """Whether a small image costs little: no program is started for it."""

    def recognise(self, image: Image, *, dpi: int, seconds: float, block: bool = False) -> list[Seen]:
        """The words of a prepared page (grey, upright, dark on light).

        ``block`` says that the image is one block of lines, with no columns to look for.

        Raises :class:`~vanban.errors.TimedOut` after ``seconds``, :class:`~vanban.errors.ParserDied` when
        the engine fails on this page, :class:`~vanban.errors.TesseractMissing` when it cannot work at all.
        """


class TesseractEngine:
    """Tesseract, one process a page, through pytesseract.

    A page is read on one thread: pages side by side are far quicker than Tesseract's own threads.
    """

    name = "tesseract"
    warm = False

    def __init__(self, language: str = "vie", psm: int = 3) -> None:
        self.language = language
        self.psm = psm
        self.config = "--oem 1 " + " ".join(f"-c {name}={value}" for name, value in VARIABLES.items())

    @property
    def version(self) -> str:
        """Version of the program. Raises :class:`~vanban.errors.TesseractMissing`."""
        return _installed(os.environ.get("PATH", ""), self.language)

    def recognise(self, image: Image, *, dpi: int, seconds: float, block: bool = False) -> list[Seen]:
        """See :meth:`Engine.recognise`."""
        import pytesseract

        _installed(os.environ.get("PATH", ""), self.language)
        os.environ["OMP_THREAD_LIMIT"] = "1"  # pytesseract hands its own environment to the program
        with tempfile.TemporaryDirectory(prefix="vanban-") as folder:
            path = Path(folder) / "page.tif"  # PNG costs half a second to pack, PGM a tenth to read byte by byte
            image.save(path, format="TIFF")
            try:
                tsv = pytesseract.image_to_data(
                    str(path),
                    lang=self.language,
                    config=f"{self.config} --psm {6 if block else self.psm} --dpi {dpi}",
                    timeout=seconds,
                    output_type=pytesseract.Output.BYTES,
                )
            except pytesseract.TesseractNotFoundError as error:
                raise TesseractMissing(reason="tesseract") from error
            except pytesseract.TesseractError as error:
                raise ParserDied(reason=f"tesseract {error.status}: {error.message[:200]}") from error
            except RuntimeError as error:  # pytesseract's way of saying that time is up
                raise TimedOut(seconds=round(seconds)) from error
        return read_tsv(tsv)


def read_tsv(tsv: bytes) -> list[Seen]:
    """The words of Tesseract's TSV, with its line of headings or without.

    Raises :class:`~vanban.errors.ParserDied` if it is not TSV.
    """
    try:
        rows = [line.split("\t") for line in tsv.decode("utf-8").splitlines()]
        return [
            Seen(
                text=nfc(row[11].strip()),
                box=(int(row[6]), int(row[7]), int(row[6]) + int(row[8]), int(row[7]) + int(row[9])),
                confidence=min(max(float(row[10]) / 100, 0.0), 1.0),
                line=(int(row[2]), int(row[3]), int(row[4])),
            )
            for row in rows
            if row[0] == "5" and row[11].strip()
        ]
    except (UnicodeDecodeError, ValueError, IndexError) as error:
        raise ParserDied(reason=f"tesseract: {error}") from error


@cache
def _installed(path: str, language: str) -> str:
    """Version of the Tesseract on ``path``; asked once. Failures are not kept, so an install is seen."""
    import pytesseract

    try:
        version = str(pytesseract.get_tesseract_version())
        languages = pytesseract.get_languages()
    except (pytesseract.TesseractNotFoundError, SystemExit, OSError) as error:
        raise TesseractMissing(reason="tesseract") from error
    lacking = [part for part in language.split("+") if part not in languages]
    if lacking:
        raise TesseractMissing(reason=f"tesseract-ocr-{lacking[0]}")
    return version
