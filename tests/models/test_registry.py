"""The registry of models: who trains, in which order, and what is written."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import models
from models import __main__ as registry


@pytest.fixture
def two(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder of models: ``alpha`` needs ``beta``; ``data_gamma`` trains nothing."""
    folder = tmp_path / "models"
    folder.mkdir()
    body = "def train(out, seed):\n    (out / '{0}.txt').write_text('x' * {1})\n    return {{'seed': seed}}\n"
    (folder / "alpha.py").write_text("NEEDS = ('beta', 'absent')\n" + body.format("alpha", 3))
    (folder / "beta.py").write_text(body.format("beta", 4))
    (folder / "data_gamma.py").write_text("VALUE = 1\n")
    monkeypatch.setattr(models, "__path__", [str(folder)])
    for name in ("alpha", "beta", "data_gamma"):
        monkeypatch.delitem(sys.modules, f"models.{name}", raising=False)
    yield tmp_path
    for name in ("alpha", "beta", "data_gamma"):
        sys.modules.pop(f"models.{name}", None)


def test_a_model_comes_behind_those_it_needs(two: Path) -> None:
    assert list(registry.trainers()) == ["beta", "alpha"]


def test_artefacts_and_figures_are_written(two: Path) -> None:
    figures = two / "figures.json"
    figures.write_text('{"older": {"f1": 1}}')
    registry.main(["--out", str(two / "out"), "--figures", str(figures), "--seed", "5", "beta"])
    assert json.loads(figures.read_text()) == {"older": {"f1": 1}, "beta": {"seed": 5}}
    assert registry.size(two / "out") == 4


def test_unknown_names_and_outgrown_artefacts_are_errors(two: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(KeyError, match="delta"):
        registry.train_all(["delta"], two, 1)
    monkeypatch.setattr(registry, "LIMIT", 5)
    with pytest.raises(ValueError, match="at most 5"):
        registry.train_all([], two, 1)


def test_models_are_measured_without_training(two: Path) -> None:
    with (two / "models" / "beta.py").open("a") as file:
        file.write("def measure(out, seed):\n    return {'measured': seed}\n")
    assert registry.train_all([], two, 7, measure=True) == {"beta": {"measured": 7}}
    assert not (two / "beta.txt").exists()
