"""Text and Markdown: bytes in whatever encoding Vietnamese was ever typed, as NFC pages."""

from __future__ import annotations

import codecs
import re

from vanban.language.text import nfc
from vanban.reading import legacy
from vanban.reading.document import Page
from vanban.reading.sniff import utf16_without_mark

_BREAKS = re.compile("\r\n?|\u2028|\u2029|\x85")


def pages(data: bytes) -> list[Page]:
    """One page of kind ``plain`` for each part between form feeds; a last empty part is none."""
    parts = as_written(legacy.to_unicode(decode(data))).split("\f")
    if len(parts) > 1 and not parts[-1].strip():
        parts.pop()
    return [Page(number=at, kind="plain", text=part) for at, part in enumerate(parts, 1)]


def as_written(text: str) -> str:
    """NFC with ``\\n`` at line ends and without byte order marks and NULs."""
    return nfc(_BREAKS.sub("\n", text).replace("\ufeff", "").replace("\x00", ""))


def decode(data: bytes) -> str:
    """The bytes as text: UTF-8, UTF-16, else the 8-bit encoding that reads as Vietnamese."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", "replace")
    if kind := utf16_without_mark(data):
        return data.decode(kind, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1258", "replace")
