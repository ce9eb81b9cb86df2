"""Where rules and model meet: the rules keep what they are sure of, the model decides lines that they left in doubt.

What OCR misread past the rules' patience, a line of the head lies in the body or among the marks; the model, which
reads the line by its letters, place and neighbours, puts it back.
"""

from __future__ import annotations

from collections.abc import Sequence

from vanban.layout.model import Line, Zone
from vanban.layout.zone_model import Opinion, zone_model

SURE = 0.95
"""The chance from which the model's zone is taken for a line that the rules left in doubt."""

_LEFT = frozenset({Zone.BODY, Zone.MARK})
"""What the rules call a line that they know nothing of."""

_FORM = frozenset(
    {
        Zone.MOTTO,
        Zone.ISSUER,
        Zone.NUMBER,
        Zone.PLACE_DATE,
        Zone.TYPE,
        Zone.SUBJECT,
        Zone.ADDRESSEES,
        Zone.BASIS,
        Zone.DISTRIBUTION,
        Zone.SIGNATURE,
    }
)
"""The zones that the model may give."""


_NEAR = 3
"""Lines within which a zone goes on; farther away the same zone is another document's."""


HARDLY = 0.01
"""The model's chance for the rules' own zone of a line of the head below which that zone is given up."""

_HEAD = frozenset({Zone.MOTTO, Zone.ISSUER, Zone.NUMBER, Zone.PLACE_DATE, Zone.SUBJECT})
"""Zones of the head that a stamp or a neighbour in the other column is taken for."""


def second_look(lines: Sequence[Line]) -> None:
    """Give lines of the main document that the rules left in doubt the model's zone, in place.

    A line joins a zone that stands close by, or opens one that the rules did not find at all: a second head or foot
    further down is that of a document behind.
    """
    live = [line for line in lines if line.zone is not Zone.FURNITURE and line.part == "main"]
    opinions = zone_model().opinions(live)
    for line, opinion in zip(live, opinions, strict=True):
        if gives_up(line.zone, opinion):
            line.zone = Zone.MARK
    places: dict[Zone, list[int]] = {}
    for i, line in enumerate(live):
        places.setdefault(line.zone, []).append(i)
    for i, (line, opinion) in enumerate(zip(live, opinions, strict=True)):
        if settles(line.zone, opinion):
            stands = places.setdefault(opinion.zone, [])
            if not stands or any(abs(i - at) <= _NEAR for at in stands):
                line.zone = opinion.zone
                stands.append(i)


def settles(zone: Zone, opinion: Opinion) -> bool:
    """Whether the model's opinion stands against the zone that the rules gave a line."""
    return zone in _LEFT and opinion.zone in _FORM and opinion.chance >= SURE


def gives_up(zone: Zone, opinion: Opinion) -> bool:
    """Whether a line that the rules took for the head's is a stamp's, or another box's that the model knows."""
    other = opinion.zone is Zone.MARK or opinion.zone in _HEAD
    return zone in _HEAD and other and opinion.zone is not zone and opinion.chance >= SURE and opinion.held < HARDLY
