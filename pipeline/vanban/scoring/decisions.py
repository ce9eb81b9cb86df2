"""What confidence is about: an entry of ``Record.fields``, and whether all of what it stands for is right."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from vanban.scoring.outcome import BY_HAND, Outcome, Verdict

if TYPE_CHECKING:
    import pandas as pd

ITEMS: Final = ("assignments", "citations")
"""Fields with an entry an item; the items of one field are judged alike."""


@dataclass(frozen=True, slots=True)
class Decision:
    """One entry of ``Record.fields``: a value given, or rightly or wrongly none.

    ``right`` when every judgement that leans on it is: an assignment with its assignees, coordinators and
    deadlines; a list of recipients with nothing missing and nothing superfluous. ``reviewed``: the record asks for
    a look, so it is not accepted as it is. ``given`` says whether there is any value; ``by_hand``, whether the page
    is filled by hand there.
    """

    document: str
    field: str
    confidence: float
    reviewed: bool
    right: bool
    given: bool
    by_hand: bool = False


def decisions(outcomes: Iterable[Outcome]) -> list[Decision]:
    """The judgements gathered by the entry of ``Record.fields`` that they lean on; those without one are left out."""
    parts: dict[tuple[str, str], list[Outcome]] = {}
    for outcome in outcomes:
        if outcome.confidence is not None:
            parts.setdefault((outcome.document, outcome.key), []).append(outcome)
    return [_decision(document, key, part) for (document, key), part in parts.items()]


def _decision(document: str, key: str, part: Sequence[Outcome]) -> Decision:
    head = key.split(".", 1)[0]
    return Decision(
        document=document,
        field=head if head in ITEMS else key,
        confidence=part[0].confidence or 0.0,
        reviewed=part[0].reviewed,
        right=all(outcome.kept for outcome in part),
        given=any(outcome.given and outcome.verdict is not Verdict.ABSTAINED for outcome in part),
        by_hand=any(BY_HAND in outcome.field for outcome in part),
    )


def decision_frame(found: Iterable[Decision]) -> pd.DataFrame:
    """The decisions as a pandas table, a row each."""
    import pandas as pd

    names = Decision.__slots__
    return pd.DataFrame([[getattr(one, name) for name in names] for one in found], columns=list(names))
