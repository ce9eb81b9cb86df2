"""When the model's opinion stands against the rules' zone."""

from __future__ import annotations

import pytest

from vanban.layout.model import Zone
from vanban.layout.zone_model import Opinion
from vanban.layout.zone_model_fusion import settles


@pytest.mark.parametrize(
    ("zone", "opinion", "stands"),
    [
        (Zone.BODY, Opinion(Zone.SUBJECT, 0.98, 0.01), True),  # left in doubt, surely something else
        (Zone.MARK, Opinion(Zone.NUMBER, 0.97, 0.02), True),
        (Zone.BODY, Opinion(Zone.SUBJECT, 0.8, 0.1), False),  # not sure enough
        (Zone.SUBJECT, Opinion(Zone.PLACE_DATE, 0.99, 0.001), False),  # the rules decided
        (Zone.BODY, Opinion(Zone.MARK, 0.99, 0.001), False),
        (Zone.TYPE, Opinion(Zone.TYPE, 0.99, 0.99), False),
        (Zone.BODY, Opinion(Zone.ANNEX, 0.99, 0.001), False),  # what stands behind is the parts' affair
    ],
)
def test_settles(zone: Zone, opinion: Opinion, stands: bool) -> None:
    assert settles(zone, opinion) is stands
