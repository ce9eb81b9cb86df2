"""The composer: pure, varied, with gold that its own blocks bear out."""

from __future__ import annotations

import json

import pytest
from corpus.compose import SPLITS, compose
from corpus.manuscript import Manuscript, Run

SAMPLE = [compose(split, index) for split in SPLITS for index in range(60)]


def runs(manuscript: Manuscript) -> list[Run]:
    cells = [cell for block in manuscript.blocks for row in block.rows for cell in row]
    return [run for block in manuscript.blocks for run in block.runs] + [run for cell in cells for run in cell]


@pytest.mark.parametrize("split", SPLITS)
def test_compose_is_a_pure_function(split: str) -> None:
    assert compose(split, 11) == compose(split, 11)
    assert compose(split, 11) != compose(split, 11, seed=7)


def test_no_two_documents_are_alike() -> None:
    assert len({"".join(block.text for block in one.blocks) for one in SAMPLE}) == len(SAMPLE)


def test_an_unknown_split_is_refused() -> None:
    with pytest.raises(ValueError, match="no split"):
        compose("all", 1)


@pytest.mark.parametrize("manuscript", SAMPLE, ids=lambda one: one.name)
def test_labels_bear_the_gold(manuscript: Manuscript) -> None:
    shown: dict[str, str] = {}
    for run in runs(manuscript):
        for label in run.labels:
            shown[label] = shown.get(label, "") + run.text
    gold = manuscript.gold
    for kind in ("assignments", "citations"):
        for at, value in enumerate(gold[kind]):
            assert value["text"]
            assert value["text"] in shown[f"{kind}.{at}"]
    if gold["number"]["status"] == "complete":
        assert shown["number.serial"] == gold["number"]["serial"]
    assert shown["number.symbol"] == gold["number"]["symbol"]
    if gold["signer"]["name"]:
        assert shown["signer.name"] == gold["signer"]["name"]
    json.dumps(gold)
