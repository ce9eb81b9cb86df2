"""Files that a command writes: whole, or not at all."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

from vanban.errors import OutputFailed


@contextlib.contextmanager
def replaced(path: Path) -> Iterator[TextIO]:
    """A file to write to; what stood at ``path`` is kept until the new one is whole.

    Raises :class:`~vanban.errors.OutputFailed`.
    """
    part = path.with_name(f".{path.name}.part")
    try:
        with part.open("w", encoding="utf-8", newline="") as file:
            yield file
        part.replace(path)
    except OSError as error:
        raise OutputFailed(path=path, reason=error.strerror or str(error)) from error
    finally:
        with contextlib.suppress(OSError):
            part.unlink()
