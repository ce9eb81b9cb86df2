"""Names of relations on the command line: those of the record contract, in both languages, and their completion."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import get_args

import pytest

from vanban import messages
from vanban.cli import relations
from vanban.errors import UsageError
from vanban.graph_tables import pinpoint
from vanban.record import Pinpoint, Relation


def test_every_relation_of_the_contract_has_words() -> None:
    words = {key.removeprefix("relation.") for key in messages.catalogue() if key.startswith("relation.")}
    assert words == set(get_args(Relation))


@pytest.mark.parametrize(
    ("names", "codes"),
    [
        ([], []),
        (["can-cu"], ["basis"]),
        (["Căn cứ", "SỬA ĐỔI"], ["basis", "amends"]),
        (["thay-the,bai-bo", "guides"], ["replaces", "repeals", "guides"]),
        (["dan chieu", " refers ,"], ["refers", "refers"]),
    ],
)
def test_relations_by_their_names(names: list[str], codes: list[str]) -> None:
    assert relations.chosen(names, command="vanban graph") == codes


def test_a_relation_that_is_none_is_refused() -> None:
    with pytest.raises(UsageError) as refused:
        relations.chosen(["sua-doii"], command="vanban graph")
    assert "sua-doi" in refused.value.message("vi")


@pytest.mark.parametrize(
    ("lang", "typed", "offered"),
    [
        ("vi", "th", ["thay-the"]),
        ("vi", "Hợp", ["hop-nhat"]),
        ("en", "re", ["replaces", "repeals", "responds", "refers"]),
    ],
)
def test_relations_are_completed(monkeypatch: pytest.MonkeyPatch, lang: str, typed: str, offered: list[str]) -> None:
    monkeypatch.setenv("VANBAN_LANG", lang)
    assert [name for name, _ in relations.complete(typed)] == offered


def test_the_shell_is_given_the_names() -> None:
    environment = {
        **os.environ,
        "VANBAN_LANG": "vi",
        "_VANBAN_COMPLETE": "complete_bash",
        "COMP_WORDS": "vanban citations 27/KH-UBND --relation b",
        "COMP_CWORD": "4",
    }
    command = [sys.executable, "-m", "vanban"]
    done = subprocess.run(command, capture_output=True, text=True, env=environment, check=False)
    assert done.stdout.split() == ["bai-bo"]


@pytest.mark.parametrize("part", sorted(Pinpoint.model_fields))
def test_every_part_of_a_document_has_words(part: str) -> None:
    assert "3" in pinpoint({part: "3"})
