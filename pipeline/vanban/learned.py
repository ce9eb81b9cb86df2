"""Where trained artefacts are found and how they are opened: skops with a closed list of types, or plain arrays;
never pickle."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from numpy.typing import NDArray

_TRUSTED = (
    "sklearn.calibration._CalibratedClassifier",
    "sklearn.calibration._SigmoidCalibration",
    "numpy.dtype",
)
"""Types beyond those that skops itself trusts; each is a plain holder of numbers."""


def artefact(name: str) -> Path:
    """The path of a trained file or folder of the package ``vanban_models``, such as ``doctype.skops``."""
    return Path(str(files("vanban_models") / name))


@cache
def load(name: str) -> Any:
    """The model kept in ``name`` (a ``.skops`` file). It is read once and must not be changed.

    Raises ``skops.io.exceptions.UntrustedTypesFoundException`` when the file holds a type outside the list.
    """
    import skops.io

    return skops.io.load(artefact(name), trusted=list(_TRUSTED))


@cache
def arrays(name: str) -> dict[str, NDArray[Any]]:
    """The arrays kept in ``name`` (a ``.npz`` file) by their names; for models that reading calls, whose process
    should not wait seconds for scikit-learn. Raises ``ValueError`` when the file holds anything but numbers."""
    import numpy as np

    with np.load(artefact(name), allow_pickle=False) as kept:
        return {key: kept[key] for key in kept.files}
