"""Original files kept beside the database, under the hash of their bytes: ``<db>.files/ab/cd/<sha256>.pdf``."""

from __future__ import annotations

import hashlib
import os
import re
import tempfile
from pathlib import Path

from vanban.errors import FileUnreadable, StoreError, StoreUnusable
from vanban.messages import Worded

_SUFFIX = re.compile(r"\.[a-z0-9]{1,8}\Z")
_CHUNK = 1 << 20


def folder(database: Path) -> Path:
    """Where the store keeps its copies."""
    return database.with_name(f"{database.name}.files")


def keep(original: Path, record_id: str, into: Path) -> str:
    """Copy a file into the store's folder, once. Returns its path within the folder.

    The copy appears whole under its name or not at all, and only when its bytes are those the record
    was made from; else :class:`~vanban.errors.StoreError`. The original is only read.
    """
    digest = record_id.removeprefix("sha256:")
    suffix = original.suffix.lower()
    name = f"{digest[:2]}/{digest[2:4]}/{digest}{suffix if _SUFFIX.match(suffix) else ''}"
    target = into / name
    if target.is_file() and _digest(target) == digest:
        return name
    try:
        source = original.open("rb")
    except OSError as error:
        raise FileUnreadable(path=original, reason=error.strerror) from error
    with source:
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            with tempfile.NamedTemporaryFile(dir=target.parent, prefix=".", delete=False) as copy:
                try:
                    found = hashlib.sha256()
                    while chunk := source.read(_CHUNK):
                        found.update(chunk)
                        copy.write(chunk)
                    copy.flush()
                    os.fsync(copy.fileno())
                    if found.hexdigest() != digest:
                        raise StoreError(path=original, reason=Worded("reason.original_changed"))
                    Path(copy.name).replace(target)
                except BaseException:
                    Path(copy.name).unlink(missing_ok=True)
                    raise
        except OSError as error:
            raise StoreUnusable(path=target, reason=error.strerror) from error
    return name


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
