"""The network that judges glyphs (see ``models/cards/digits.md``), without the library that trained it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from vanban import learned

if TYPE_CHECKING:
    from numpy.typing import NDArray

ARTEFACT: Final = "digits.npz"


@dataclass(slots=True, frozen=True)
class DigitModel:
    """Layers of a network as matrices (``weights``) and what is added to them (``offsets``), first layer first."""

    weights: Sequence[NDArray[Any]]
    offsets: Sequence[NDArray[Any]]

    @classmethod
    def of(cls, arrays: dict[str, NDArray[Any]]) -> DigitModel:
        """The model of an artefact's arrays."""
        layers = range(len(arrays) // 2)
        return cls([arrays[f"weights{at}"] for at in layers], [arrays[f"offsets{at}"] for at in layers])

    def arrays(self) -> dict[str, NDArray[Any]]:
        """The arrays to keep, in single precision."""
        pairs = [("weights", self.weights), ("offsets", self.offsets)]
        return {f"{name}{at}": one.astype("float32") for name, several in pairs for at, one in enumerate(several)}

    def chances(self, glyphs: NDArray[Any]) -> NDArray[Any]:
        """``N×12`` chances of each class (digits, junk, slash) for ``N`` described glyphs; rows come to 1."""
        import numpy as np

        layer = glyphs
        for weights, offsets in zip(self.weights[:-1], self.offsets[:-1], strict=True):
            layer = np.maximum(layer @ weights + offsets, 0)
        last = layer @ self.weights[-1] + self.offsets[-1]
        powers = np.exp(last - last.max(axis=1, keepdims=True))
        return np.asarray(powers / powers.sum(axis=1, keepdims=True))


@cache
def shipped() -> DigitModel:
    """The model that comes with the package."""
    return DigitModel.of(learned.arrays(ARTEFACT))
