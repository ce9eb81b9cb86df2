"""Questions that ask for what is none are refused, and names that mean nothing are told what they begin like."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from tests import papers
from tests.store.conftest import fresh
from vanban.errors import RecordUnknown, UsageError
from vanban.store import Store
from vanban.store.graph.asking import Graph


@pytest.fixture(scope="module")
def graph(dialect: str, request: pytest.FixtureRequest) -> Iterator[Graph]:
    with fresh(dialect, request) as url, Store(papers.fill(url)) as store:
        yield store.graph


REFUSED: list[tuple[Callable[[Graph], Any], str]] = [
    (lambda graph: graph.cites("30/QĐ-UBND", relations=["amend"]), "There is no relation “amend”"),
    (lambda graph: graph.around("30/QĐ-UBND", relations=["căn cứ"]), "There is no relation “căn cứ”"),
    (lambda graph: graph.of("x", relations=["basis", ""]), "There is no relation “”"),
    (lambda graph: graph.standing("30/QĐ-UBND", on="hôm qua"), "on hôm qua: not a day"),
    (lambda graph: graph.work("30/QĐ-UBND", date="13/2024"), "date 13/2024: not a day"),
    (lambda graph: graph.cited_by("30/QĐ-UBND", limit=-1), "limit and offset may not be negative"),
    (lambda graph: graph.cites("30/QĐ-UBND", offset=-1), "limit and offset may not be negative"),
    (lambda graph: graph.missing(limit=-1), "limit and offset may not be negative"),
    (lambda graph: graph.authorities(limit=-1), "limit and offset may not be negative"),
    (lambda graph: graph.around("30/QĐ-UBND", depth=0), "depth and nodes are 1 or more"),
    (lambda graph: graph.resting_on("30/QĐ-UBND", nodes=0), "depth and nodes are 1 or more"),
    (lambda graph: graph.of(nodes=-5), "depth and nodes are 1 or more"),
]


@pytest.mark.parametrize(("ask", "told"), REFUSED)
def test_a_value_that_is_none_is_refused(graph: Graph, ask: Callable[[Graph], Any], told: str) -> None:
    with pytest.raises(UsageError) as refused:
        ask(graph)
    assert told in refused.value.message("en")


@pytest.mark.parametrize(
    ("name", "near"),
    [
        ("30/QĐ-UBNN", "; there are: 30/QĐ-UBND."),
        ("30", "; there are: 30/QĐ-UBND."),
        ("7/2023/NĐ", "; there are: 7/2023/NĐ-CP."),
        ("7/2022/NĐ-CP", "; there are: 7/2023/NĐ-CP."),
        ("12-kh-ubnd", "; there are: 12/KH-UBND."),
        ("3", "“3”."),
        ("kh-ubnd", "“kh-ubnd”."),
        ("%", "“%”."),
        ("", "“”."),
    ],
)
def test_an_unknown_name_is_told_those_that_begin_like_it(graph: Graph, name: str, near: str) -> None:
    with pytest.raises(RecordUnknown) as unknown:
        graph.work(name)
    assert unknown.value.message("en").endswith(near)
