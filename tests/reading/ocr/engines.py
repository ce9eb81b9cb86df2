"""Engines for tests: one replays recorded OCR, the others fail in the ways that programs fail."""

from __future__ import annotations

import json
import time
from dataclasses import asdict, dataclass
from pathlib import Path

from PIL.Image import Image

from vanban.errors import ParserDied, TesseractMissing, TimedOut
from vanban.reading.ocr.engine import Seen, read_tsv


def record(words: list[Seen], path: Path) -> None:
    """Keep what an engine saw, as JSON."""
    path.write_text(json.dumps([asdict(word) for word in words], ensure_ascii=False), "utf-8")


@dataclass
class RecordedEngine:
    """Replays one page's words, whatever the image."""

    path: Path
    name: str = "recorded"
    version: str = "1"
    warm: bool = True

    def recognise(self, image: Image, *, dpi: int, seconds: float, block: bool = False) -> list[Seen]:
        """The recorded words; nothing at the second look."""
        if block:
            return []
        kept = json.loads(self.path.read_text("utf-8"))
        return [Seen(word["text"], tuple(word["box"]), word["confidence"], tuple(word["line"])) for word in kept]


@dataclass
class FaultyEngine:
    """Fails with ``fault`` on the pages (by order of call, from 1) in ``on``; reads one word on the others."""

    fault: str
    on: tuple[int, ...] = (1,)
    calls: int = 0
    name: str = "faulty"
    version: str = "1"
    warm: bool = True

    def recognise(self, image: Image, *, dpi: int, seconds: float, block: bool = False) -> list[Seen]:
        """A word, or the fault."""
        self.calls += 1
        if self.calls not in self.on:
            return [Seen("chữ", (10, 10, 60, 40), 0.9)]
        if self.fault == "crash":
            raise ParserDied(reason="tesseract -11")
        if self.fault == "hang":
            time.sleep(min(seconds, 0.05))
            raise TimedOut(seconds=seconds)
        if self.fault == "garbage":
            return read_tsv(b"level\n5\t1\t\xff\xfe\t")
        if self.fault == "missing":
            raise TesseractMissing(reason="tesseract")
        return []
