"""Our figures equal, row for row, those of the scorer that stands beside the real documents."""

from __future__ import annotations

import importlib.util
import json
import random
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.conftest import SHARED
from vanban import read
from vanban.record import Record
from vanban.scoring import compare, figures
from vanban.scoring.forms import form
from vanban.scoring.gold import load

pytestmark = pytest.mark.shared


@pytest.fixture(scope="module")
def other(shared: Path) -> ModuleType:
    return _other(shared)


def _other(shared: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("other_scorer", shared / "score.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def records(shared: Path) -> dict[Path, Record | None]:
    """The gold files with the records of their documents; scans are left unread, so theirs are ``None``."""
    pairs: dict[Path, Record | None] = {}
    for golds, documents in ((shared / "gold", shared / "seeds"), (shared / "real/gold", shared / "real/docs")):
        for path in sorted(golds.glob("*.json")):
            text = documents / f"{path.stem}.txt"
            pairs[path] = read(text) if text.exists() else None
    return pairs


def same(other: ModuleType, pairs: dict[Path, Record | None]) -> None:
    tally, outcomes = other.Tally(), []
    for path, record in pairs.items():
        got = json.loads(record.to_json()) if record else {}
        other.score_one(tally, path.stem, json.loads(path.read_text("utf-8")), got)
        outcomes += compare(path.stem, load(path), record)
    ours = {item.field: [item.asked, item.given, item.right] for item in figures(outcomes)}
    assert ours == dict(tally.rows)


def test_figures_of_our_records(other: ModuleType, records: dict[Path, Record | None]) -> None:
    same(other, records)


@pytest.mark.parametrize("seed", range(12))
def test_figures_of_spoiled_records(other: ModuleType, records: dict[Path, Record | None], seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 (no secret)
    read_ones = [record for record in records.values() if record]
    spoiled = {path: _spoil(record or chance.choice(read_ones), chance) for path, record in records.items()}
    same(other, spoiled)


def _spoil(record: Record, chance: random.Random) -> Record:
    """The record with values lost, changed, doubled and in another order."""
    data = json.loads(record.to_json())
    for key in ("type", "issuer", "subject", "signer"):
        if chance.random() < 0.2:
            data[key] = None
    for key in ("canonical", "symbol"):
        data["number"][key] = chance.choice([None, "1/QĐ-UBND", data["number"][key]])
    data["issued"]["date"] = chance.choice([None, "2024-06", "2023-01-02", data["issued"]["date"]])
    for role in ("to", "copy", "archive"):
        _shake(data["recipients"][role], chance)
    for key in ("assignments", "citations"):
        _shake(data[key], chance)
        for item in data[key]:
            _spoil_item(item, chance)
    return Record.model_validate(data)


def _shake(items: list[Any], chance: random.Random) -> None:
    kept = [item for item in items if chance.random() < 0.8]
    items[:] = kept + [json.loads(json.dumps(item)) for item in kept if chance.random() < 0.2]
    chance.shuffle(items)


def _spoil_item(item: dict[str, Any], chance: random.Random) -> None:
    words = item["text"].split()
    item["text"] = " ".join(word for word in words if chance.random() < 0.85) or item["text"]
    for key in ("assignees", "coordinators", "deadlines"):
        if key in item:
            _shake(item[key], chance)
    for key in ("type", "date", "issuer", "number"):
        if key in item and chance.random() < 0.2:
            item[key] = None
    if "relation" in item and chance.random() < 0.3:
        item["relation"] = "refers"


@given(st.text(alphabet=st.sampled_from("aăâđêôơưuỷủUBNDHĐtTpPxXbh&.-–,()“”'* \tvcCmq1/2")))
@settings(max_examples=400)
def test_forms(text: str) -> None:
    assert form(text) == _OTHER.norm(text)


_OTHER = _other(SHARED) if SHARED.is_dir() else ModuleType("absent")
