"""Where trained artefacts are found and how they are opened: plain arrays, never pickle."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from vanban.errors import ModelUnusable

if TYPE_CHECKING:
    from numpy.typing import NDArray

Made = TypeVar("Made")

ARTEFACTS = ("calibration.npz", "confusions.json", "digits.npz", "doctype.npz", "zones.npz")
"""The trained files that are shipped."""


def artefact(name: str) -> Path:
    """The path of a trained file or folder of the package ``vanban_models``, such as ``doctype.npz``.

    Raises :class:`~vanban.errors.ModelUnusable` where that package is not installed.
    """
    try:
        return Path(str(files("vanban_models") / name))
    except ModuleNotFoundError as error:
        raise ModelUnusable(model=name, reason=str(error)) from error


@cache
def arrays(name: str) -> dict[str, NDArray[Any]]:
    """The arrays kept in ``name`` (a ``.npz`` file) by their names; they must not be changed.

    What scikit-learn learned is kept as its numbers alone, so that no reader waits seconds for scikit-learn and no
    file can hold code. Raises :class:`~vanban.errors.ModelUnusable` when the file is not there, is damaged, or holds
    anything but numbers and strings.
    """
    import numpy as np

    path = artefact(name)
    with _told(path), np.load(path, allow_pickle=False) as kept:
        if not isinstance(kept, np.lib.npyio.NpzFile):
            raise ValueError("not an .npz file")
        return {key: kept[key] for key in kept.files}


def made(name: str, build: Callable[[str], Made]) -> Made:
    """What ``build`` makes of the text kept in ``name``.

    Raises :class:`~vanban.errors.ModelUnusable` when the file is not there, or its text is not what ``build`` takes.
    """
    path = artefact(name)
    with _told(path):
        return build(path.read_text("utf-8"))


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """Say of a file that cannot be opened, or is not what it should be, which it is and why."""
    try:
        yield
    except OSError as error:
        raise ModelUnusable(model=str(path), reason=error.strerror or str(error)) from error
    except (ValueError, KeyError, TypeError, EOFError, zipfile.BadZipFile, zlib.error) as error:
        raise ModelUnusable(model=str(path), reason=f"{type(error).__name__}: {error}") from error
