"""Records against gold: how far the values of each field are right (the door behind ``vanban evaluate``).

>>> from vanban.scoring import compare, figures, Gold
>>> gold = Gold.model_validate({"type": "KH", "subject": "chống rét cho trâu bò"})
>>> [(item.field, item.verdict.value) for item in compare("a", gold, None)]
[('type', 'missing'), ('subject', 'missing')]
"""

from __future__ import annotations

from vanban.errors import GoldInvalid
from vanban.record import Record
from vanban.scoring.beyond import judge_beyond
from vanban.scoring.decisions import Decision, decisions
from vanban.scoring.figures import Figure, figures, frame, intervals
from vanban.scoring.gold import Gold
from vanban.scoring.items import judge_assignments, judge_citations
from vanban.scoring.lists import judge_recipients
from vanban.scoring.outcome import Case, Outcome, Verdict
from vanban.scoring.values import judge_head

__all__ = [
    "Decision",
    "Figure",
    "Gold",
    "GoldInvalid",
    "Outcome",
    "Verdict",
    "compare",
    "compare_beyond",
    "decisions",
    "figures",
    "frame",
    "intervals",
    "judges",
]


def compare(name: str, gold: Gold, record: Record | None) -> list[Outcome]:
    """Every judgement of the document ``name``: only fields that gold speaks of are judged.

    Where gold speaks of recipients, assignments or citations at all, it speaks of all of them: what it lacks is
    superfluous. ``record`` is ``None`` where reading failed: everything asked for is then missing.
    """
    case = Case(name, record)
    outcomes = list(judge_head(case, gold))
    if gold.recipients is not None:
        outcomes += judge_recipients(case, gold.recipients)
    if gold.assignments is not None:
        outcomes += judge_assignments(case, gold.assignments)
    if gold.citations is not None:
        outcomes += judge_citations(case, gold.citations)
    return outcomes


def compare_beyond(name: str, gold: Gold, record: Record | None) -> list[Outcome]:
    """The judgements of what gold says beyond the values that :func:`compare` judges (:data:`figures.BEYOND`)."""
    return list(judge_beyond(Case(name, record), gold))


def judges(gold: Gold) -> bool:
    """Whether any rule could judge anything of this gold; an empty list of citations speaks of superfluous ones."""
    speaks = gold.citations is not None or gold.has("signer")
    return speaks or bool(compare("", gold, None) or compare_beyond("", gold, None))
