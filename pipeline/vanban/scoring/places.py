"""Where the right value stands, when the gold says so: for pictures of values that were not found."""

from __future__ import annotations

from collections.abc import Iterator

from vanban.record import Evidence
from vanban.scoring.gold import Gold, GoldRecipient, GoldRecipients
from vanban.scoring.outcome import Outcome


def gold_places(gold: Gold, outcome: Outcome) -> tuple[Evidence, ...]:
    """The boxes of the right value among the gold's ``places``; none when the gold knows of none."""
    labels = tuple(_labels(gold, outcome))
    return tuple(
        Evidence(page=place.page, start=0, end=0, box=place.box)
        for label, places in gold.places.items()
        if any(label == wanted or label.startswith(f"{wanted}.") for wanted in labels)
        for place in places
        if place.box is not None
    )


def _labels(gold: Gold, outcome: Outcome) -> Iterator[str]:
    stem, _, rest = outcome.field.partition(".")
    if stem == "assignments":
        items = enumerate(gold.assignments or ())
        yield from (f"assignments.{at}" for at, item in items if item.text == outcome.gold)
    elif stem == "citations":
        yield from (f"citations.{at}" for at, item in enumerate(gold.citations or ()) if item.text == outcome.gold)
    elif stem == "recipients":
        named = enumerate(_recipients(gold.recipients or GoldRecipients(), rest))
        yield from (f"{outcome.field}.{at}" for at, item in named if outcome.gold in item.agencies)
    else:
        yield stem if stem == "number" else outcome.field.split(" ")[0]


def _recipients(gold: GoldRecipients, role: str) -> list[GoldRecipient]:
    return {"to": gold.to, "copy": gold.copy_, "archive": gold.archive}[role]
