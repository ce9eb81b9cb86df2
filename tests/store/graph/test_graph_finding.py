"""The net of a search, and a net in the order of its days."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests import papers
from tests.store.conftest import fresh
from vanban.store import Store


@pytest.fixture(scope="module")
def archive(dialect: str, request: pytest.FixtureRequest) -> Iterator[Store]:
    with fresh(dialect, request) as url, Store(papers.fill(url)) as store:
        yield store


@pytest.mark.parametrize(
    ("query", "relations", "nodes", "numbers", "links", "cut"),
    [
        ("so:41/KH-UBND", (), None, ["41/KH-UBND", "30/QĐ-UBND", "7/2023/NĐ-CP"], 3, False),
        ("so:99/QĐ-UBND", ("repeals",), None, ["99/QĐ-UBND", "8/QĐ-UBND"], 1, False),
        ("so:99/QĐ-UBND", ("guides",), None, ["99/QĐ-UBND"], 0, False),
        ("so:41/KH-UBND", (), 2, ["41/KH-UBND", "30/QĐ-UBND"], 1, True),
        ("co-quan:\"Đá Bạc\" loai:KH", (), 1, ["41/KH-UBND"], 0, True),
        ("zzzz", (), None, [], 0, False),
    ],
)  # fmt: skip
def test_what_is_found_comes_before_what_it_cites(
    archive: Store, query: str, relations: tuple[str, ...], nodes: int | None, numbers: list[str], links: int, cut: bool
) -> None:
    net = archive.graph.of(query, relations=relations, nodes=nodes)
    assert ([work.number for work in net.works], len(net.links), net.cut) == (numbers, links, cut)


def test_all_documents_are_found_without_a_query(archive: Store) -> None:
    assert {work.number for work in archive.graph.of().works if work.present} == {
        paper.number.canonical for paper in papers.PAPERS
    }


def test_moments_are_in_the_order_of_days_and_those_without_one_are_last(archive: Store) -> None:
    moments = archive.graph.timeline(archive.graph.of('loai:QĐ OR loai:"Báo cáo"'))
    days = [moment.date for moment in moments]
    assert days == sorted(days, key=lambda day: day or "9999")
    acts = {moment.work.number: [link.relation for link in moment.links] for moment in moments}
    assert acts["99/QĐ-UBND"] == ["amends", "repeals"]
    assert acts["7/2023/NĐ-CP"] == []
