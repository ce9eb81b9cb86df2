"""Every limit of vanban, declared once: default, unit and help. The environment can change each.

``VANBAN_PAGE_SECONDS=60 vanban extract scan.pdf`` sets :attr:`Settings.page_seconds` for one run.
"""

from __future__ import annotations

import math
import os
from collections.abc import Callable, Mapping
from dataclasses import Field, dataclass, field, fields
from typing import Any

from vanban.errors import SettingInvalid
from vanban.messages import Worded

PREFIX = "VANBAN_"
_KINDS: dict[type, Callable[[str], int | float | str]] = {int: int, float: float, str: str}


def _setting(default: Any, unit: str, help: str, least: float = 1, most: float = math.inf) -> Any:
    return field(default=default, metadata={"unit": unit, "help": help, "least": least, "most": most})


@dataclass(frozen=True, slots=True)
class Settings:
    """The limits of one run. Build from the environment with :meth:`from_environment`."""

    file_bytes: int = _setting(512 * 1024 * 1024, "bytes", "largest file that is opened")
    pages: int = _setting(2_000, "pages", "most pages that are read from one file")
    page_pixels: int = _setting(60_000_000, "pixels", "largest page image that is rendered or decoded")
    page_seconds: float = _setting(60.0, "seconds", "time for one page before its parser is killed")
    file_seconds: float = _setting(1_800.0, "seconds", "time for one file before its parser is killed")
    child_bytes: int = _setting(2 * 1024**3, "bytes", "memory that a parsing child may take")
    ocr_dpi: int = _setting(200, "dots per inch", "resolution at which pages are rendered for OCR", 72, 600)
    ocr_language: str = _setting("vie", "Tesseract language", "language model that reads scans")
    ocr_workers: int = _setting(0, "processes", "pages read by OCR at once; 0 means one a core", 0)
    ocr_text_cover: float = _setting(
        0.02,
        "share of the page",
        "below this share of the page's area under text, a page with an image is a scan",
        0,
        1,
    )
    accept: float = _setting(
        0.0,
        "confidence",
        "fields below this confidence are listed for review; 0 means each field's learned threshold",
        0,
        1,
    )
    originals_folder: str = _setting(
        "", "folder", "where copies of original files are kept; empty means beside the SQLite file"
    )
    search_rows: int = _setting(20, "rows", "rows that a search returns when none are asked for")
    graph_depth: int = _setting(
        3, "steps", "how far a walk over the citation graph goes when nothing else is asked", 1, 20
    )
    graph_nodes: int = _setting(300, "documents", "most documents that a walk over the citation graph gathers")

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] | None = None) -> Settings:
        """Settings with what ``VANBAN_<NAME>`` variables say put over the defaults.

        Raises :class:`~vanban.errors.SettingInvalid` for a value that does not fit its setting.
        """
        environment = os.environ if environment is None else environment
        changed: dict[str, Any] = {}
        for item in fields(cls):
            text = environment.get(PREFIX + item.name.upper())
            if text is None:
                continue
            changed[item.name] = _read(item, text)
        return cls(**changed)


def _read(item: Field[Any], text: str) -> int | float | str:
    """A setting's value from its text. Raises :class:`~vanban.errors.SettingInvalid` out of its kind or range."""
    kind, least, most = type(item.default), item.metadata["least"], item.metadata["most"]
    try:
        value = _KINDS[kind](text)
        if isinstance(value, str) or least <= value <= most:
            return value
    except ValueError:
        pass
    key = f"reason.setting_{kind.__name__}{'_between' if math.isfinite(most) else ''}"
    raise SettingInvalid(name=PREFIX + item.name.upper(), value=text, kind=Worded(key, least=least, most=most))
