"""One judgement: a value that gold asks for, or that the record gives, and whether it is right."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from vanban.record import Evidence, Field_, Record

BY_HAND = " by hand"
"""What a field's name ends in where the page is filled by hand."""
ABSTAINED = " (abstained)"
"""What the name of such a field ends in where no value was given, which is right."""


class Verdict(StrEnum):
    """What became of one value."""

    RIGHT = "right"
    WRONG = "wrong"
    MISSING = "missing"
    EXTRA = "extra"
    ABSENT = "absent"
    """Neither asked for nor given."""
    ABSTAINED = "abstained"
    """Filled by hand and not given."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """A value of ``field`` in ``document``: what gold says, what was got, and the verdict.

    ``credit`` is 1 for a right value and, for one that is nearly right, how near it is (0 to 1). ``key`` names the
    entry of ``Record.fields`` that the value leans on; ``confidence``, ``reviewed`` (the record itself asks for a
    look) and ``evidence`` come from there.
    """

    document: str
    field: str
    verdict: Verdict
    gold: str | None = None
    got: str | None = None
    credit: float = 0.0
    key: str = ""
    confidence: float | None = None
    reviewed: bool = False
    evidence: tuple[Evidence, ...] = ()

    @property
    def asked(self) -> int:
        """1 when gold has a value."""
        return int(self.verdict not in (Verdict.EXTRA, Verdict.ABSENT))

    @property
    def given(self) -> int:
        """1 when the record has a value (to abstain in the right place counts as one)."""
        return int(self.verdict not in (Verdict.MISSING, Verdict.ABSENT))

    @property
    def right(self) -> int:
        """1 when the value is right."""
        return int(self.verdict in (Verdict.RIGHT, Verdict.ABSTAINED))

    @property
    def kept(self) -> bool:
        """Whether nothing is wrong here: right, or rightly nothing."""
        return self.verdict in (Verdict.RIGHT, Verdict.ABSTAINED, Verdict.ABSENT)

    @property
    def row(self) -> dict[str, object]:
        """The judgement as a flat row for a table."""
        first = self.evidence[0] if self.evidence else None
        return {
            "document": self.document,
            "field": self.field,
            "verdict": self.verdict.value,
            "gold": self.gold,
            "got": self.got,
            "asked": self.asked,
            "given": self.given,
            "right": self.right,
            "credit": self.credit,
            "key": self.key,
            "confidence": self.confidence,
            "reviewed": self.reviewed,
            "page": first.page if first else None,
            "box": " ".join(f"{side:.1f}" for side in first.box) if first and first.box else None,
        }


@dataclass(frozen=True, slots=True)
class Case:
    """A document under judgement: its name and its record, which is ``None`` when reading it failed."""

    document: str
    record: Record | None

    def outcome(
        self, field: str, verdict: Verdict, keys: Iterable[str], gold: str | None, got: str | None, credit: float
    ) -> Outcome:
        """The judgement with the confidence and evidence of the first of ``keys`` that the record knows."""
        key, known = self._known(keys)
        return Outcome(
            document=self.document,
            field=field,
            verdict=verdict,
            gold=gold,
            got=got,
            credit=credit,
            key=key,
            confidence=known.confidence if known else None,
            reviewed=self.record is not None and key in self.record.review,
            evidence=tuple(known.evidence) if known else (),
        )

    def _known(self, keys: Iterable[str]) -> tuple[str, Field_ | None]:
        first = ""
        for key in keys:
            first = first or key
            if self.record is not None and key in self.record.fields:
                return key, self.record.fields[key]
        return first, None
