"""Every failure that a user can meet: a stable code, an exit status and a remedy.

The words stand in :mod:`vanban.messages`, in Vietnamese and English, under the error's code; the
same code goes into JSON. Exit statuses: 2 wrong call, 3 bad input, 4 something is not installed,
5 a limit was reached, 6 the store refused, 1 anything else.
"""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import ClassVar, cast

from vanban import messages
from vanban.messages import Worded

_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]+")
"""What a terminal obeys instead of showing, and bytes of a file's name that are no text."""


class VanbanError(Exception):
    """Base of all failures. ``params`` fill the message: ``FileEmpty(path="a.pdf")``.

    Common params: ``path`` (the file), ``page`` (1-based), ``reason`` (plain words of the cause).
    """

    code: ClassVar[str] = "internal"
    exit_status: ClassVar[int] = 1

    def __init__(self, **params: object) -> None:
        super().__init__(self.code, params)
        self.params = params

    def message(self, lang: str | None = None) -> str:
        """What went wrong, with file and page."""
        return messages.text(f"error.{self.code}", lang, **self._shown())

    def remedy(self, lang: str | None = None) -> str:
        """What the user can do about it."""
        return messages.text(f"remedy.{self.code}", lang, **self._shown())

    def _shown(self) -> dict[str, object]:
        return {name: _readable(value) for name, value in self.params.items()}

    def to_json(self, lang: str | None = None) -> dict[str, object]:
        """The one JSON shape of an error, everywhere."""
        where = {k: str(v) if k == "path" else v for k, v in self.params.items() if k in ("path", "page", "line")}
        return {"error": {"code": self.code, **where, "message": self.message(lang), "remedy": self.remedy(lang)}}

    def __str__(self) -> str:
        return f"{self.message()} {self.remedy()}"


def _readable(value: object) -> object:
    """A param as it is shown: causes in the reader's language, no byte that a terminal would obey."""
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if not isinstance(value, str | Path):
        return value
    key = messages.causes().get(str(value))
    return Worded(key) if key else printable(str(value))


def printable(text: str) -> str:
    """Text of unknown origin, such as a file's name, as a terminal may be given it: ``a\\x1b[2J.pdf``."""
    return _UNSEEN.sub(lambda found: repr(found.group())[1:-1], text)


class UsageError(VanbanError):
    """The call itself is wrong; ``command`` is the one whose help tells more."""

    code = "usage"
    exit_status = 2

    def __init__(self, **params: object) -> None:
        super().__init__(**{"command": "vanban", **params})


class SettingInvalid(UsageError):
    """A setting does not take this value."""

    code = "setting_invalid"


class QueryInvalid(UsageError):
    """A search query cannot be read."""

    code = "query_invalid"


class NothingToRead(UsageError):
    """Neither a file nor a folder with files that can be read."""

    code = "nothing_to_read"


class PairsMissing(UsageError):
    """No document has right values of its name."""

    code = "pairs_missing"


class NothingJudged(UsageError):
    """The right values hold no field that is judged."""

    code = "nothing_judged"


class OutputFailed(VanbanError):
    """What was found cannot be written to ``path``: the disk is full, the device failed, it is not allowed."""

    code = "output_failed"


class InputError(VanbanError):
    """The file cannot be read as a document."""

    code = "input"
    exit_status = 3


class FileUnreadable(InputError):
    """The path does not exist, is a folder, or may not be read."""

    code = "file_unreadable"

    def remedy(self, lang: str | None = None) -> str:
        """Another way for a folder than for a path that is wrong."""
        folder = os.path.isdir(str(self.params.get("path", "")))  # noqa: PTH112 - never raises, whatever the name
        return messages.text("remedy.file_is_folder", lang) if folder else super().remedy(lang)


class FolderUnreadable(InputError):
    """A folder is wanted, and the path does not exist, is none, or may not be read."""

    code = "folder_unreadable"


class FileEmpty(InputError):
    """Zero bytes."""

    code = "file_empty"


class FormatUnknown(InputError):
    """No reader for these bytes."""

    code = "format_unknown"


class FormatMismatch(InputError):
    """The bytes are not what the file's name says and cannot be read as either."""

    code = "format_mismatch"


class FileDamaged(InputError):
    """Truncated or corrupt."""

    code = "file_damaged"


class FileEncrypted(InputError):
    """A password is needed."""

    code = "file_encrypted"


class PageDamaged(InputError):
    """One page cannot be read; the others are kept."""

    code = "page_damaged"


class TextEmpty(InputError):
    """Neither text nor anything that OCR could read."""

    code = "text_empty"


class GoldInvalid(InputError):
    """A file of right values is not in the shape that records are compared with."""

    code = "gold_invalid"


class RecordsInvalid(InputError):
    """A file of records cannot be read, or its ``line`` holds no record."""

    code = "records_invalid"


class MissingDependency(VanbanError):
    """A program or language that the work needs is not installed."""

    code = "missing"
    exit_status = 4


class TesseractMissing(MissingDependency):
    """OCR is needed and Tesseract (or its ``vie`` data) is not there."""

    code = "tesseract_missing"


class ConverterMissing(MissingDependency):
    """An old .doc file, and no converter is installed."""

    code = "converter_missing"


class PostgresMissing(MissingDependency):
    """A store on a PostgreSQL server, and the driver (extra ``postgres``) is not installed; ``path`` is the store."""

    code = "postgres_missing"


class ModelUnusable(MissingDependency):
    """A trained file of the package ``vanban_models`` is not there or is damaged; ``model`` is its path."""

    code = "model_unusable"


class LimitReached(VanbanError):
    """A declared limit of :mod:`vanban.settings` was reached."""

    code = "limit"
    exit_status = 5


class FileTooLarge(LimitReached):
    """More bytes than ``file_bytes``."""

    code = "file_too_large"


class TooManyPages(LimitReached):
    """More pages than ``pages``: the first are read, the rest are named in a warning."""

    code = "too_many_pages"


class PageTooLarge(LimitReached):
    """A page larger than ``page_pixels``."""

    code = "page_too_large"


class TimedOut(LimitReached):
    """A page or file took longer than allowed; its parser was killed."""

    code = "timed_out"


class ParserDied(LimitReached):
    """The parsing child ended by itself (crash, or out of the memory it may take)."""

    code = "parser_died"


class StoreError(VanbanError):
    """The store cannot do what was asked."""

    code = "store"
    exit_status = 6


class StoreUnusable(StoreError):
    """The database file cannot be opened, or is of a newer schema."""

    code = "store_unusable"


class ServerUnreachable(StoreUnusable):
    """No database server answers at this address."""

    code = "server_unreachable"


class ServerRefused(StoreUnusable):
    """The database server refuses the login."""

    code = "server_refused"


class DatabaseAbsent(StoreUnusable):
    """The server has no database of this name."""

    code = "database_absent"


class OriginalChanged(StoreError):
    """The file is no longer the one that was read."""

    code = "original_changed"


class RecordUnknown(StoreError):
    """No record with this id or number."""

    code = "record_unknown"


class RecordAbsent(RecordUnknown):
    """A document that the store knows only because others cite it; ``work`` tells which, ``address`` is its own."""

    code = "record_absent"


class RecordAmbiguous(StoreError):
    """Several documents answer to a name; ``choices`` tells them one by one, ``ids`` are their ids or addresses."""

    code = "record_ambiguous"

    def _shown(self) -> dict[str, object]:
        return {**super()._shown(), "choices": "; ".join(self._choices())}

    def _choices(self) -> list[str]:
        told = self.params.get("choices", ())
        return [printable(str(choice)) for choice in told] if isinstance(told, list | tuple) else []

    def to_json(self, lang: str | None = None) -> dict[str, object]:
        """The one JSON shape of an error, with the names that mean one each."""
        told = super().to_json(lang)
        return {"error": {**cast("dict[str, object]", told["error"]), "choices": self.params.get("ids", [])}}

    def __str__(self) -> str:
        listed = "".join(f"\n  {choice}" for choice in self._choices())
        return f"{messages.text('say.record_several', **self._shown())}{listed}\n{self.remedy()}"
