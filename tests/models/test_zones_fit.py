"""A tiny zone model: the same twice, and right about papers that it has not seen."""

from __future__ import annotations

import numpy as np

from models.data_noise import worn
from models.data_zoned import Zoned, known, macro_f1, zoned
from models.zones_fit import fit, predicted
from tests.models.handmade import plan, seeded, sheet, text
from vanban.layout.model import Zone
from vanban.layout.zone_model import ZONES, ZoneModel


def sheets(numbers: range) -> list[Zoned]:
    """Each plan as text, as print and as a worn scan."""
    made = []
    for number in numbers:
        paper = plan(number)
        made.append(zoned(paper, text(paper), "text"))
        made.append(zoned(paper, sheet(paper), "digital"))
        made.append(zoned(paper, worn(sheet(paper), 2, seeded(number)), "scan 2"))
    return made


TRAIN, HELD = sheets(range(4)), sheets(range(4, 6))


def test_training_twice_gives_the_same_arrays() -> None:
    first, second = (fit(TRAIN, HELD, seed=3, rounds=15) for _ in range(2))
    assert first.keys() == second.keys()
    for name, value in first.items():
        assert np.array_equal(value, second[name]), name


def test_unseen_papers_are_read() -> None:
    model = ZoneModel.of(fit(TRAIN, HELD, seed=3, rounds=15))
    pairs = [
        (zone, ZONES[predicted(model, sheet)[i]])
        for sheet in HELD
        for i, zone in known(sheet)
        if zone is not Zone.MARK  # dirt, of which a tiny training has seen too little
    ]
    assert macro_f1(pairs)["mean"] > 0.95


def test_macro_f1_weighs_zones_alike() -> None:
    pairs = [(Zone.BODY, Zone.BODY)] * 9 + [(Zone.TYPE, Zone.BODY)]
    assert macro_f1(pairs) == {"body": 0.9474, "type": 0.0, "mean": 0.4737}
