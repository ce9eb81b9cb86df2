"""Names that mean a document: laws are called by their names."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.store.conftest import fresh
from tests.store.factory import make
from vanban.errors import RecordAmbiguous, RecordUnknown
from vanban.record import Citation
from vanban.store import Store
from vanban.store.graph.asking import Graph

LAWS = [
    Citation(text="Luật Trồng rừng", type="Luật", title="Trồng rừng", number="11/2004/QH11", date="2004-06-15"),
    Citation(text="Luật Trồng rừng", type="Luật", title="Trồng rừng", number="12/2020/QH14", date="2020-06-15"),
    Citation(text="Bộ luật Suối", type="Bộ luật", title="Suối", number="13/2021/QH15", date="2021-11-01"),
]


@pytest.fixture(scope="module")
def graph(dialect: str, request: pytest.FixtureRequest) -> Iterator[Graph]:
    with fresh(dialect, request) as url, Store(url) as store:
        store.add(make("1/QĐ-UBND", citations=LAWS))
        yield store.graph


@pytest.mark.parametrize(
    ("name", "date", "number"),
    [
        ("Luật Trồng rừng 2020", None, "12/2020/QH14"),
        ("luật trồng rừng năm 2004", None, "11/2004/QH11"),
        ("luat trong rung", "2020", "12/2020/QH14"),
        ("Luật Trồng rừng", "15/6/2004", "11/2004/QH11"),
        ("Bộ luật  Suối", None, "13/2021/QH15"),
    ],
)
def test_a_law_has_its_name_and_its_year(graph: Graph, name: str, date: str | None, number: str) -> None:
    assert graph.work(name, date=date).number == number


@pytest.mark.parametrize("name", ["Luật Suối", "Luật Trồng rừng 2019", "Trồng rừng", "Luật", "Bộ luật Suối 2021 2022"])
def test_what_is_no_laws_name_means_none(graph: Graph, name: str) -> None:
    with pytest.raises(RecordUnknown):
        graph.work(name)


def test_several_laws_of_a_name_are_listed(graph: Graph) -> None:
    with pytest.raises(RecordAmbiguous) as several:
        graph.work("Luật Trồng rừng")
    assert several.value.params["ids"] == ["12-2020-qh14_2020-06-15", "11-2004-qh11_2004-06-15"]
    assert several.value.to_json("en")["error"]["choices"] == several.value.params["ids"]  # type: ignore[index]
