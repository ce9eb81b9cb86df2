"""Where trained artefacts are found and how they are opened: plain arrays, never pickle."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from numpy.typing import NDArray


def artefact(name: str) -> Path:
    """The path of a trained file or folder of the package ``vanban_models``, such as ``doctype.npz``."""
    return Path(str(files("vanban_models") / name))


@cache
def arrays(name: str) -> dict[str, NDArray[Any]]:
    """The arrays kept in ``name`` (a ``.npz`` file) by their names; they must not be changed.

    What scikit-learn learned is kept as its numbers alone, so that no reader waits seconds for scikit-learn and no
    file can hold code. Raises ``ValueError`` when the file holds anything but numbers and strings.
    """
    import numpy as np

    with np.load(artefact(name), allow_pickle=False) as kept:
        return {key: kept[key] for key in kept.files}
