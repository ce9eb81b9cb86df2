"""The composer: pure, varied, with gold that its own blocks bear out."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest

from corpus.compose import SPLITS, compose
from corpus.compose.pools import share, table
from corpus.manuscript import Manuscript, Role, Run

PARTS = ("train", "dev", "test")
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


def signers(split: str) -> set[str]:
    return {compose(split, index).gold["signer"]["name"] for index in range(150)} - {None}


def test_splits_share_no_people() -> None:
    train, dev, test = (signers(split) for split in PARTS)
    assert not train & dev | train & test | dev & test


@pytest.mark.parametrize(
    "pool", ["phrases/plan", "tasks/whole", "sentences/lead", "places/old_provinces", "agencies/made/fields"]
)
def test_splits_part_a_pool(pool: str) -> None:
    found: Any = table(pool.split("/")[0])
    for key in pool.split("/")[1:]:
        found = found[key]
    parts = [set(share(tuple(found), split)) for split in PARTS]
    assert all(parts)
    assert set.union(*parts) == set(found)
    assert sum(map(len, parts)) == len(set(found))


def pools(name: str) -> dict[str, set[str]]:
    """Every pool of a data file by its path."""

    def found(item: Any, path: str) -> Iterator[tuple[str, set[str]]]:
        if isinstance(item, dict):
            for key, part in item.items():
                yield from found(part, f"{path}/{key}")
        elif isinstance(item, list) and item and isinstance(item[0], str):
            yield path, set(item)
        elif isinstance(item, list):
            for at, part in enumerate(item):
                yield from found(part, f"{path}/{at}")

    return dict(found(table(name), name))


@pytest.mark.parametrize("path", list(pools("calibration")))
def test_calibration_has_words_of_its_own(path: str) -> None:
    own, whole = pools("calibration")[path], pools(path.split("/")[1])[path.removeprefix("calibration/")]
    assert not own & whole
    assert set(share(tuple(sorted(whole)), "dev")) <= whole


def test_calibration_draws_what_stands_for_a_pool() -> None:
    lead = tuple(table("sentences")["lead"])
    assert set(share(lead, "calibration")) == pools("calibration")["calibration/sentences/lead"]
    plan = tuple(table("phrases")["plan"])
    assert share(plan, "calibration") == share(plan, "dev")


TRAITS = ["annex", "enclosure", "draft", "by_hand", "task_table", "urgent", "blank_number"]


@pytest.mark.parametrize("trait", TRAITS)
def test_what_is_special_turns_up(trait: str) -> None:
    assert any(trait in compose("train", index).traits for index in range(400))


def test_an_enclosed_paper_bears_no_labels() -> None:
    one = next(one for one in (compose("train", index) for index in range(600)) if "enclosure" in one.traits)
    at = max(at for at, block in enumerate(one.blocks) if block.role is Role.PAGE_BREAK)
    assert not any(run.labels for block in one.blocks[at:] for run in block.runs)
    assert all(value["part"] == "main" for value in one.gold["assignments"])


EDTF = re.compile(r"(\d{4}(-\d\d){0,2}(/\d{4}(-\d\d){0,2})?|--\d\d-\d\d)$")


def test_times_are_edtf() -> None:
    values = [value for one in SAMPLE for task in one.gold["assignments"] for value in task["deadlines"]]
    values += [value["date"] for one in SAMPLE for value in one.gold["citations"] if value["date"]]
    assert [value for value in values if not EDTF.match(value)] == []
    assert len(values) > 200
