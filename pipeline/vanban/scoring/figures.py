"""From judgements to figures: precision, recall and F1 of each field, exact and partial, with their intervals."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from vanban.scoring.outcome import Outcome

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd

ORDER: Final = (
    "genre",
    "type",
    "number.status",
    "number.symbol",
    "number.canonical",
    "number.canonical_by_hand",
    "issued.place",
    "issued.date",
    "issued.date_by_hand",
    "issuer",
    "subject",
    "signer.name",
    "signer.position",
    "signer.capacity",
    "recipients.to",
    "recipients.copy",
    "recipients.archive",
    "assignments.found",
    "assignments.assignees",
    "assignments.coordinators",
    "assignments.deadlines",
    "citations.found",
    "citations.type",
    "citations.date",
    "citations.issuer",
    "citations.relation",
    "citations.pinpoint",
)
"""The order in which fields are told: that of the record contract."""

BEYOND: Final = (
    "issuer.parent",
    "urgency",
    "secrecy",
    "signer.on_behalf_of",
    "assignments.recurrence",
    "assignments.section",
    "assignments.part",
    "citations.title",
    "citations.part",
    "citations.refers_back",
)
"""Fields judged beyond those that records are commonly scored on; they are told apart and come last."""


@dataclass(slots=True)
class Figure:
    """The counts of one field: values asked for, given, right, and the credit of all that were given."""

    field: str
    asked: int = 0
    given: int = 0
    right: int = 0
    credit: float = 0.0
    interval: tuple[float, float] | None = None
    """Where F1 lies in 95 of 100 draws of as many documents."""

    def add(self, outcome: Outcome) -> None:
        """Count one judgement."""
        self.asked += outcome.asked
        self.given += outcome.given
        self.right += outcome.right
        self.credit += outcome.credit

    @property
    def precision(self) -> float:
        """Right of those given; 1 when nothing was asked for and nothing given."""
        return _share(self.right, self.given, empty=not self.asked)

    @property
    def recall(self) -> float:
        """Right of those asked for."""
        return _share(self.right, self.asked, empty=not self.given)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return f1(self.right, self.asked, self.given)

    @property
    def partial(self) -> float:
        """F1 with the credit of nearly right values counted in."""
        return f1(self.credit, self.asked, self.given)

    @property
    def beyond(self) -> bool:
        """Whether the field is one of :data:`BEYOND`."""
        return self.field in BEYOND

    @property
    def row(self) -> dict[str, object]:
        """The figure as a flat row."""
        low, high = self.interval or (None, None)
        return {
            "field": self.field,
            "asked": self.asked,
            "given": self.given,
            "right": self.right,
            "precision": round(self.precision, 4),
            "recall": round(self.recall, 4),
            "f1": round(self.f1, 4),
            "low": None if low is None else round(low, 4),
            "high": None if high is None else round(high, 4),
            "partial_f1": round(self.partial, 4),
            "beyond": self.beyond,
        }


def _share(part: float, whole: int, *, empty: bool) -> float:
    if whole:
        return part / whole
    return 1.0 if empty else 0.0


def f1(right: float, asked: int, given: int) -> float:
    """Twice the right over all asked for and all given; 1 when there is neither."""
    return 2 * right / (asked + given) if asked + given else 1.0


def figures(outcomes: Iterable[Outcome], *, draws: int = 0, seed: int = 0) -> list[Figure]:
    """A figure a field, in the contract's order; ``draws`` > 0 adds bootstrap intervals over documents."""
    outcomes = list(outcomes)
    found: dict[str, Figure] = {}
    for outcome in outcomes:
        found.setdefault(outcome.field, Figure(outcome.field)).add(outcome)
    if draws:
        for name, interval in intervals(outcomes, draws=draws, seed=seed).items():
            found[name].interval = interval
    return sorted(found.values(), key=lambda figure: place(figure.field))


def place(name: str) -> tuple[int, str]:
    """The place of a field in the order of the contract; unknown ones come last, by name."""
    plain = name.replace(" (abstained)", "").replace(" by hand", "_by_hand")
    known = (*ORDER, *BEYOND)
    return (known.index(plain) if plain in known else len(known), name)


def intervals(outcomes: Sequence[Outcome], *, draws: int, seed: int = 0) -> dict[str, tuple[float, float]]:
    """The middle 95 percent of each field's F1 when the documents are drawn again with replacement.

    The documents are the unit, not the values: the errors of one document come together. The draws are seeded.
    """
    import numpy as np

    documents = {name: at for at, name in enumerate(dict.fromkeys(item.document for item in outcomes))}
    names = {name: at for at, name in enumerate(dict.fromkeys(item.field for item in outcomes))}
    counts = np.zeros((3, len(documents), len(names)))
    for item in outcomes:
        cell = documents[item.document], names[item.field]
        counts[(slice(None), *cell)] += (item.right, item.asked, item.given)
    weights = _draws(len(documents), draws, seed)
    right, asked, given = (weights @ counts[part] for part in range(3))
    with np.errstate(invalid="ignore", divide="ignore"):
        drawn = np.where(asked + given > 0, 2 * right / (asked + given), np.nan)
    return {
        name: (float(np.nanquantile(drawn[:, at], 0.025)), float(np.nanquantile(drawn[:, at], 0.975)))
        for name, at in names.items()
        if not np.isnan(drawn[:, at]).all()
    }


def _draws(documents: int, draws: int, seed: int) -> np.ndarray:
    """How often each document is drawn, a row a draw."""
    import numpy as np

    chance = np.full(documents, 1 / documents) if documents else np.zeros(0)
    return np.random.default_rng(seed).multinomial(documents, chance, size=draws) if documents else np.zeros((draws, 0))


def frame(outcomes: Iterable[Outcome]) -> pd.DataFrame:
    """The judgements as a pandas table, a row each."""
    import pandas as pd

    return pd.DataFrame([outcome.row for outcome in outcomes])
