"""Original files kept in the store's folder, under the hash of their bytes: ``<db>.files/ab/cd/<sha256>.pdf``."""

from __future__ import annotations

import hashlib
import os
import re
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from vanban.errors import FileUnreadable, OriginalChanged, StoreUnusable

_SUFFIX = re.compile(r"\.[a-z0-9]{1,8}\Z")
_CHUNK = 1 << 20


def keep(original: Path, record_id: str, into: Path) -> str:
    """Copy a file into the store's folder, once. Returns its path within the folder.

    The copy appears whole under its name or not at all, and only when its bytes are those the record
    was made from; else :class:`~vanban.errors.OriginalChanged`. The original is only read.
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
            with whole_or_nothing(target) as copy:
                found = hashlib.sha256()
                while chunk := source.read(_CHUNK):
                    found.update(chunk)
                    copy.write(chunk)
                if found.hexdigest() != digest:
                    raise OriginalChanged(path=original)
        except OSError as error:
            raise StoreUnusable(path=target, reason=error.strerror) from error
    return name


@contextmanager
def whole_or_nothing(target: Path) -> Iterator[BinaryIO]:
    """A file to write that appears under its name when all is on the disk, and not at all after a failure."""
    draft = target.with_name(f".{target.name}.{secrets.token_hex(4)}")
    try:
        with draft.open("xb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        draft.replace(target)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
