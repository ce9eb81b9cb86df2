"""Type and genre by all that the first lines say: a linear model, asked where title and symbol leave a doubt.

A kế hoạch has its goals and its thực hiện, a quyết định its bases and Điều 1, whatever became of the title line. The
weights are learned from made-up documents, many with the title or the number taken out (``models/doctype.py``).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final
from zlib import crc32

from vanban.language.text import plain
from vanban.layout.model import Layout, Line, Zone
from vanban.learned import arrays

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

ARTEFACT: Final = "doctype.npz"
"""The model's file in ``vanban_models``."""

BUCKETS: Final = 1 << 14

LINES: Final = 60
"""Lines of the main document that are read."""

_HEAD: Final = {Zone.ISSUER, Zone.MOTTO, Zone.NUMBER, Zone.PLACE_DATE, Zone.TYPE, Zone.MARK, Zone.AUTHORITY}
_GROUP: Final = {
    Zone.SUBJECT: "s",
    Zone.ADDRESSEES: "k",
    Zone.BASIS: "c",
    Zone.DISTRIBUTION: "f",
    Zone.SIGNATURE: "f",
}
_WORDS: Final = {"h": 14, "s": 10, "k": 3, "c": 4, "f": 5, "b": 7}
"""Words of a line that count, by group: a body line tells its kind by how it opens."""

_GRAM: Final = 4


@dataclass(slots=True, frozen=True)
class TypeModel:
    """``labels`` are ``genre/code`` (``party/KH``; ``other/`` for none); a column of ``weights`` for each."""

    labels: tuple[str, ...]
    weights: NDArray[np.float32]
    bias: NDArray[np.float32]

    @classmethod
    def of(cls, stored: dict[str, Any]) -> TypeModel:
        """The model from its stored arrays. Raises ``ValueError`` when their shapes are not this code's."""
        import numpy as np

        weights = np.asarray(stored["weights"], dtype=np.float32)
        labels = tuple(str(label) for label in stored["labels"])
        if weights.shape != (BUCKETS, len(labels)):
            raise ValueError(f"type weights of shape {weights.shape}, wanted {(BUCKETS, len(labels))}")
        return cls(labels, weights, np.asarray(stored["bias"], dtype=np.float32))

    def chances(self, layout: Layout) -> dict[str, float]:
        """The chance of each label."""
        return self.weigh(features(layout))

    def weigh(self, seen: dict[int, float]) -> dict[str, float]:
        """The chance of each label for a paper of those :func:`features`."""
        import numpy as np

        at = np.fromiter(seen, dtype=np.int64, count=len(seen))
        much = np.fromiter(seen.values(), dtype=np.float32, count=len(seen))
        scores = much @ self.weights[at] + self.bias
        chances = np.exp(scores - np.logaddexp.reduce(scores))
        return dict(zip(self.labels, map(float, chances), strict=True))


@cache
def type_model() -> TypeModel:
    """The shipped model, opened once."""
    return TypeModel.of(arrays(ARTEFACT))


def likeliest(chances: dict[str, float], part: int) -> tuple[str, float]:
    """The likeliest genre (``part`` 0) or type code (1) and its chance, summed over the other part."""
    sums: Counter[str] = Counter()
    for label, chance in chances.items():
        sums[label.split("/")[part]] += chance  # type: ignore[assignment]
    (name, chance), *_ = sums.most_common(1)
    return name, float(chance)


def features(layout: Layout) -> dict[int, float]:
    """The hashed features of the document's first lines, each with its weight; their squares sum to one."""
    names = {name for line in _first(layout) for name in _names(line)}
    rows = {crc32(name.encode()) % BUCKETS for name in names}
    return dict.fromkeys(sorted(rows), len(rows) ** -0.5 if rows else 0.0)


def _first(layout: Layout) -> Iterator[Line]:
    count = 0
    for line in layout.lines:
        if line.part == "main" and line.zone is not Zone.FURNITURE:
            yield line
            count += 1
            if count == LINES:
                return


def _names(line: Line) -> Iterator[str]:
    group = "h" if line.zone in _HEAD else _GROUP.get(line.zone, "b")
    text = plain(line.text[:160])
    words = "".join(c if c.isalpha() else " " for c in text).split()[: _WORDS[group]]
    for word in words:
        yield f"{group}{word}"
    for a, b in pairwise(words):
        yield f"{group}{a} {b}"
    if words:
        yield f"{group}^{words[0]} {line.text.isupper()}"
    if group in "hs":
        letters = "".join(words)[:60]
        for i in range(len(letters) - _GRAM + 1):
            yield f"g{letters[i : i + _GRAM]}"
