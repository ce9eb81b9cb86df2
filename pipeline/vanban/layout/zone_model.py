"""A second opinion on every line's zone: a linear model over lines and the likeliest sequence of zones.

The weights are learned from made-up documents with scan noise (``models/zones.py``). The opinion never looks at what
the rules found, so that where the two differ one of them is likely wrong.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from vanban.layout.model import Line, Zone
from vanban.layout.zone_model_features import BUCKETS, features, print_edges
from vanban.learned import arrays

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

ARTEFACT = "zones.npz"
"""The model's file in ``vanban_models``."""

ZONES = tuple(zone for zone in Zone if zone is not Zone.FURNITURE)
"""The zones that the model tells apart; page numbers and rules are the rules' affair."""


@dataclass(slots=True, frozen=True)
class Opinion:
    """The zone that the model reads a line as, its chance (0-1), and the chance of the zone that the line has."""

    zone: Zone
    chance: float
    held: float


@dataclass(slots=True, frozen=True)
class ZoneModel:
    """Weights of features (``BUCKETS`` rows, a column for each of :data:`ZONES`) and of steps from zone to zone.

    ``steps[a, b]`` is the log chance that ``b`` follows ``a``, ``start`` that of the first line's zone and ``usual``
    that of a zone as such; ``pull`` is how much the steps count beside the lines' own looks.
    """

    weights: Floats
    bias: Floats
    steps: Floats
    start: Floats
    usual: Floats
    pull: float

    @classmethod
    def of(cls, stored: dict[str, Any]) -> ZoneModel:
        """The model from its stored arrays. Raises ``ValueError`` when they are of another shape than this code's."""
        import numpy as np

        weights = np.asarray(stored["weights"], dtype=np.float32)
        if weights.shape != (BUCKETS, len(ZONES)):
            raise ValueError(f"zone weights of shape {weights.shape}, wanted {(BUCKETS, len(ZONES))}")
        rest = {name: np.asarray(stored[name], dtype=np.float32) for name in ("bias", "steps", "start", "usual")}
        return cls(weights, **rest, pull=float(stored["pull"]))

    def looks(self, lines: Sequence[Line]) -> Floats:
        """The log chance of each zone for each line by its features alone: lines by zones."""
        import numpy as np

        rows = features(lines, print_edges(lines))
        starts = np.cumsum([0, *(len(row) for row in rows[:-1])])
        scores = np.add.reduceat(self.weights[np.concatenate(rows)], starts, axis=0) + self.bias
        return _normal(scores)

    def chances(self, lines: Sequence[Line]) -> Floats:
        """The chance of each zone for each line in view of the whole sequence (forward and backward sums)."""
        import numpy as np

        if not lines:
            return np.zeros((0, len(ZONES)), dtype=np.float32)
        return np.exp(_normal(self.along(self.looks(lines))))

    def along(self, looks: Floats) -> Floats:
        """Log weights of each zone for each line over all sequences through it."""
        import numpy as np

        seen = looks - self.pull * self.usual
        steps = self.pull * self.steps
        ahead, back = np.empty_like(seen), np.zeros_like(seen)
        ahead[0] = seen[0] + self.pull * self.start
        for i in range(1, len(seen)):
            ahead[i] = seen[i] + np.logaddexp.reduce(ahead[i - 1][:, None] + steps, axis=0)
        for i in range(len(seen) - 2, -1, -1):
            back[i] = np.logaddexp.reduce(steps + seen[i + 1] + back[i + 1], axis=1)
        return ahead + back

    def path(self, looks: Floats) -> list[int]:
        """The likeliest sequence of zones (Viterbi), as columns of :data:`ZONES`."""
        import numpy as np

        seen = looks - self.pull * self.usual
        best = seen[0] + self.pull * self.start
        came = np.zeros(seen.shape, dtype=np.int64)
        for i in range(1, len(seen)):
            ways = best[:, None] + self.pull * self.steps
            came[i] = ways.argmax(axis=0)
            best = ways.max(axis=0) + seen[i]
        order = [int(best.argmax())]
        for i in range(len(seen) - 1, 0, -1):
            order.append(int(came[i, order[-1]]))
        return order[::-1]

    def opinions(self, lines: Sequence[Line]) -> list[Opinion]:
        """An opinion on each of the lines, which follow one another; their own zones are left as they are."""
        if not lines:
            return []
        looks = self.looks(lines)
        import numpy as np

        chances = np.exp(_normal(self.along(looks)))
        own = [ZONES.index(line.zone) if line.zone in ZONES else None for line in lines]
        return [
            Opinion(ZONES[at], float(row[at]), float(row[held]) if held is not None else 1.0)
            for at, row, held in zip(self.path(looks), chances, own, strict=True)
        ]


@cache
def zone_model() -> ZoneModel:
    """The shipped model, opened once; plain arrays, so that nobody waits for scikit-learn."""
    return ZoneModel.of(arrays(ARTEFACT))


def _normal(scores: Floats) -> Floats:
    """Scores made log chances, line by line."""
    import numpy as np

    normal: Floats = scores - np.logaddexp.reduce(scores, axis=1, keepdims=True)
    return normal
