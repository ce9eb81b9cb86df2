"""What a file is, by its bytes: the name is only a claim, and a claim that is wrong is said so."""

from __future__ import annotations

import codecs
import re
import zipfile
from dataclasses import dataclass, field
from pathlib import Path

from vanban import messages
from vanban.errors import FileEmpty, FileTooLarge, FileUnreadable, FormatMismatch, FormatUnknown
from vanban.record import Warning_
from vanban.settings import Settings

PDF = "application/pdf"
PNG = "image/png"
JPEG = "image/jpeg"
TIFF = "image/tiff"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
DOC = "application/msword"
TEXT = "text/plain"
MARKDOWN = "text/markdown"

TEXTS = frozenset({TEXT, MARKDOWN})

_CLAIMS = {
    ".pdf": PDF,
    ".png": PNG,
    ".jpg": JPEG,
    ".jpeg": JPEG,
    ".tif": TIFF,
    ".tiff": TIFF,
    ".docx": DOCX,
    ".doc": DOC,
    ".txt": TEXT,
    ".text": TEXT,
    ".md": MARKDOWN,
    ".markdown": MARKDOWN,
}
_MAGIC = (
    (b"\x89PNG\r\n\x1a\n", PNG),
    (b"\xff\xd8\xff", JPEG),
    (b"II*\x00", TIFF),
    (b"MM\x00*", TIFF),
    (b"II+\x00", TIFF),
    (b"MM\x00+", TIFF),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "application/x-ole-storage"),
    (b"PK\x03\x04", "application/zip"),
    (b"{\\rtf", "application/rtf"),
    (b"GIF8", "image/gif"),
    (b"BM", "image/bmp"),
    (b"Rar!\x1a\x07", "application/vnd.rar"),
    (b"7z\xbc\xaf\x27\x1c", "application/x-7z-compressed"),
    (b"\x1f\x8b", "application/gzip"),
    (b"\x7fELF", "application/x-elf"),
    (b"MZ", "application/x-msdownload"),
)
_MARKUP = re.compile(rb"\s*<(?:!doctype\s+html|html|head|body|\?xml)\b|MIME-Version:", re.IGNORECASE)
_PDF_WITHIN = 1024
_SAMPLE = 64 * 1024
_CONTROL = bytes(set(range(32)) - set(b"\t\n\r\x0b\x0c\x1b\x1a")) + b"\x7f"


@dataclass(frozen=True, slots=True)
class Sniffed:
    """The media type of the bytes, their count, and what is odd about the name."""

    media_type: str
    bytes: int
    warnings: list[Warning_] = field(default_factory=list)


def sniff(path: Path, settings: Settings) -> Sniffed:
    """The media type of the file at ``path``.

    Raises ``FileUnreadable`` (absent, a folder, not allowed), ``FileEmpty``, ``FileTooLarge``,
    ``FormatMismatch`` (a readable type by name, something else by its bytes) and ``FormatUnknown``.
    """
    try:
        size = path.stat().st_size
        if not path.is_file():
            raise FileUnreadable(path=str(path), reason="not a file")
        with path.open("rb") as file:
            head = file.read(_SAMPLE)
    except OSError as error:
        raise FileUnreadable(path=str(path), reason=error.strerror or str(error)) from error
    if not head:
        raise FileEmpty(path=str(path))
    if size > settings.file_bytes:
        raise FileTooLarge(path=str(path), bytes=size, limit=settings.file_bytes)
    claim = _CLAIMS.get(path.suffix.lower())
    found = _by_bytes(path, head)
    if found is None or found not in _CLAIMS.values():
        if claim is None:
            raise FormatUnknown(path=str(path), found=found)
        raise FormatMismatch(path=str(path), found=found or "application/octet-stream")
    if found == TEXT and claim in TEXTS:
        return Sniffed(claim, size)
    warnings = []
    if claim is not None and claim != found:
        words = messages.text("error.format_mismatch", path=path.name, found=found)
        warnings.append(Warning_(code="format_mismatch", message=words))
    return Sniffed(found, size, warnings)


def _by_bytes(path: Path, head: bytes) -> str | None:
    if b"%PDF-" in head[:_PDF_WITHIN]:
        return PDF
    for magic, kind in _MAGIC:
        if head.startswith(magic) and not (kind in ("image/bmp", "application/x-msdownload") and is_text(head)):
            if kind == "application/zip":
                return _in_zip(path)
            return _in_ole(head) if kind == "application/x-ole-storage" else kind
    if _MARKUP.match(head):
        return "text/html"
    return TEXT if is_text(head) else None


def _in_zip(path: Path) -> str:
    try:
        with zipfile.ZipFile(path) as archive:
            return DOCX if "word/document.xml" in archive.namelist() else "application/zip"
    except (zipfile.BadZipFile, OSError, NotImplementedError):
        return DOCX if path.suffix.lower() == ".docx" else "application/zip"


def _in_ole(head: bytes) -> str:
    """Word's compound file; the directory names of the others (UTF-16) tell them apart."""
    for stream in ("Workbook", "PowerPoint Document", "__nameid_version1.0"):
        if stream.encode("utf-16-le") in head:
            return "application/x-ole-storage"
    return DOC


def is_text(head: bytes) -> bool:
    """Whether the bytes are text in some encoding: no NUL outside UTF-16, hardly a control character."""
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or utf16_without_mark(head):
        return True
    return len(head) - len(head.translate(None, _CONTROL)) <= len(head) // 2000


def utf16_without_mark(head: bytes) -> str | None:
    """``utf-16-le`` or ``utf-16-be`` when the high bytes of Latin letters stand at every other place."""
    even, odd = head[0::2][:4096], head[1::2][:4096]
    if len(odd) < 8 or b"\x00\x00" in head[:8192]:
        return None
    if odd.count(0) > 0.4 * len(odd) and even.count(0) == 0:
        return "utf-16-le"
    if even.count(0) > 0.4 * len(even) and odd.count(0) == 0:
        return "utf-16-be"
    return None
