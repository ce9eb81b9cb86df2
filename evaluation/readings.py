"""Documents as read, kept between runs: OCR takes minutes, what comes after it seconds.

A reading is kept under the hash of the file's bytes and the version of what read it: the sources of
``vanban.reading``, the recogniser that reads here (program or library, its version, language and resolution) and the
model of digits. Text and digital PDF are read again every time.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from tempfile import NamedTemporaryFile

import vanban.reading
from vanban.errors import VanbanError
from vanban.learned import artefact
from vanban.reading import open_document
from vanban.reading.document import Document
from vanban.reading.ocr.digit_model import ARTEFACT
from vanban.reading.ocr.library import best
from vanban.settings import Settings

Reader = Callable[[Path], Document]


def reader_version() -> str:
    """A short hash of all that decides what OCR reads."""
    settings = Settings.from_environment()
    engine = best(settings.ocr_language)
    return version_of(f"{engine.name} {engine.version} {settings.ocr_language} {settings.ocr_dpi}")


@cache
def version_of(recogniser: str) -> str:
    """The hash of a recogniser's name with our sources and the model of digits."""
    folder = Path(next(iter(vanban.reading.__path__)))
    digest = hashlib.sha256(recogniser.encode())
    for path in (*sorted([*folder.rglob("*.py"), *folder.rglob("*.toml")]), artefact(ARTEFACT)):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:12]


def ours(path: Path) -> Document:
    """A document as vanban reads it, one page at a time: documents are read side by side."""
    return open_document(path, replace(Settings.from_environment(), ocr_workers=1))


@dataclass(frozen=True, slots=True)
class Readings:
    """Reads documents with ``reader`` and keeps those that took OCR in ``folder``.

    ``version`` names the reader. ``stale`` takes a kept reading of any version, for work on what comes after.
    """

    folder: Path
    reader: Reader
    version: str
    stale: bool = False
    workers: int = os.cpu_count() or 1

    def all(self, paths: Sequence[Path]) -> Iterator[tuple[Path, Document | VanbanError]]:
        """Each path with its document, or the error that it cost, in order."""
        with ThreadPoolExecutor(self.workers) as pool:
            yield from zip(paths, pool.map(self.one, paths), strict=True)

    def one(self, path: Path) -> Document | VanbanError:
        """The document at ``path`` from what is kept, else read now."""
        from pydantic import TypeAdapter

        adapter = TypeAdapter(Document)
        kept = self._kept(path)
        if kept is not None:
            document = adapter.validate_json(kept.read_bytes())
            document.name = path.name
            return document
        try:
            document = self.reader(path)
        except VanbanError as error:
            return error
        if any(page.kind == "ocr" for page in document.pages):
            self.folder.mkdir(parents=True, exist_ok=True)
            place = self.folder / f"{_content(path)}-{self.version}.json"
            with NamedTemporaryFile(dir=self.folder, suffix=".part", delete=False) as part:
                part.write(adapter.dump_json(document))
            Path(part.name).replace(place)
        return document

    def _kept(self, path: Path) -> Path | None:
        exact = self.folder / f"{_content(path)}-{self.version}.json"
        if exact.exists():
            return exact
        reader = self.version.split("-")[0]
        return next(self.folder.glob(f"{_content(path)}-{reader}-*.json"), None) if self.stale else None


def _content(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()[:32]
