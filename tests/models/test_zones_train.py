"""Training from the corpus to the stored file: the same twice, with figures of rules and model."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from models.zones import train
from vanban.layout.zone_model import ARTEFACT


@pytest.mark.slow
def test_a_tiny_training_twice(tmp_path: Path) -> None:
    figures, stored = [], []
    for name in ("first", "second"):
        (tmp_path / name).mkdir()
        figures.append(train(tmp_path / name, seed=1, sizes=(3, 1, 1)))
        stored.append(dict(np.load(tmp_path / name / ARTEFACT, allow_pickle=False)))
    assert all(np.array_equal(value, stored[1][name]) for name, value in stored[0].items())
    assert figures[0]["test"] == figures[1]["test"]
    assert set(figures[0]["test"]["digital"]) == {"rules", "model"}
