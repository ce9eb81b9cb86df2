"""The questions that the graph answers, over a few made-up documents; and the files that a net is written to."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from typing import Any
from xml.etree import ElementTree as Xml

import pytest

from tests.store.factory import make
from vanban.record import Citation, Evidence, Field_, Pinpoint, Record, Relation
from vanban.store import Store
from vanban.store.graph import drawing
from vanban.store.graph.answers import Net
from vanban.store.graph.columns import columns

COMMUNE_LAW = "10/2019/NĐ-CP"


def _cited(number: str, relation: Relation = "basis", **told: Any) -> Citation:
    return Citation(text=number, number=number, relation=relation, **told)


def _record(number: str, date: str, *cited: Citation) -> Record:
    return make(number, kind="QĐ", date=date, issuer="Chính phủ", subject=f"về việc {number}", citations=cited)


@pytest.fixture
def filled(store: Store) -> Store:
    """A decree (10) on which 20 and 30 rest; 40 rests on 20, 50 on 40; 30 rests on the absent 99 too; 60 ends 20."""
    for record in (
        _record(COMMUNE_LAW, "2019-01-01"),
        _record("20/2020/NĐ-CP", "2020-01-01", _cited(COMMUNE_LAW)),
        _record("30/2021/NĐ-CP", "2021-01-01", _cited(COMMUNE_LAW), _cited("99/2018/NĐ-CP")),
        _record("40/2022/NĐ-CP", "2022-01-01", _cited("20/2020/NĐ-CP"), _cited("99/2018/NĐ-CP", "refers")),
        _record(
            "50/2023/NĐ-CP", "2023-01-01", _cited("40/2022/NĐ-CP"), _cited("20/2020/NĐ-CP", "amends", scope="part")
        ),
        _record("60/2024/NĐ-CP", "2024-01-01", _cited("20/2020/NĐ-CP", "repeals")),
        _record("70/2025/NĐ-CP", "2025-01-01", _cited("30/2021/NĐ-CP", "replaces", pinpoint=Pinpoint(article="5"))),
    ):
        store.add(record)
    return store


def _numbers(net: Net) -> list[int]:
    return sorted(int((work.number or "0").split("/")[0]) for work in net.works)


@pytest.mark.parametrize(
    ("ask", "numbers", "cut"),
    [
        (lambda graph: graph.cites("30/2021/NĐ-CP"), [10, 30, 99], False),
        (lambda graph: graph.cited_by("20/2020/NĐ-CP"), [20, 40, 50, 60], False),
        (lambda graph: graph.cited_by("20/2020/NĐ-CP", limit=2), [20, 50, 60], True),
        (lambda graph: graph.cited_by("20/2020/NĐ-CP", limit=2, offset=2), [20, 40], False),
        (lambda graph: graph.cited_by("20/2020/NĐ-CP", relations=["amends", "repeals"]), [20, 50, 60], False),
        (lambda graph: graph.resting_on(COMMUNE_LAW), [10, 20, 30, 40, 50], False),
        (lambda graph: graph.resting_on(COMMUNE_LAW, depth=1), [10, 20, 30], True),
        (lambda graph: graph.resting_on("50/2023/NĐ-CP", depth=1), [50], False),
        (lambda graph: graph.resting_on(COMMUNE_LAW, nodes=2), [10, 20], True),
        (lambda graph: graph.around("70/2025/NĐ-CP", depth=1), [30, 70], True),
        (lambda graph: graph.around("70/2025/NĐ-CP", depth=2), [10, 30, 70, 99], True),
        (lambda graph: graph.around("70/2025/NĐ-CP", depth=9), [10, 20, 30, 40, 50, 60, 70, 99], False),
        (lambda graph: graph.path("70/2025/NĐ-CP", "20/2020/NĐ-CP"), [10, 20, 30, 70], False),
        (lambda graph: graph.path("70/2025/NĐ-CP", "60/2024/NĐ-CP", depth=9), [10, 20, 30, 60, 70], False),
        (lambda graph: graph.path("70/2025/NĐ-CP", "60/2024/NĐ-CP", depth=2), [60, 70], True),
        (lambda graph: graph.of("số:20"), [10, 20], False),
    ],
)
def test_nets(filled: Store, ask: Callable[[Any], Net], numbers: list[int], cut: bool) -> None:
    net = ask(filled.graph)
    assert (_numbers(net), net.cut) == (numbers, cut)


@pytest.mark.parametrize(
    ("number", "on", "state"),
    [
        ("20/2020/NĐ-CP", None, "ended"),
        ("20/2020/NĐ-CP", "2023-06-01", "amended"),
        ("20/2020/NĐ-CP", "2021", "in_force"),
        ("20/2020/NĐ-CP", "2019-12-31", "unknown"),
        ("30/2021/NĐ-CP", None, "partly_ended"),
        (COMMUNE_LAW, None, "in_force"),
    ],
)
def test_standing(filled: Store, number: str, on: str | None, state: str) -> None:
    assert filled.graph.standing(number, on=on).state == state


def test_ranks(filled: Store) -> None:
    best = filled.graph.authorities()
    assert best[0].work.number == COMMUNE_LAW
    assert sum(item.weight for item in best) == pytest.approx(1)
    assert [(item.work.number, item.weight) for item in filled.graph.missing()] == [("99/2018/NĐ-CP", 2)]
    assert [item.work.number for item in filled.graph.authorities("số:40")] == ["20/2020/NĐ-CP", "40/2022/NĐ-CP"]


def test_a_link_tells_its_sentence_page_and_parts(store: Store) -> None:
    page = "Điều 1. Phạm vi.\nCăn cứ khoản 2 Điều 5 Nghị định 10/2019/NĐ-CP về trồng cây;\nĐiều 2. Thi hành."
    start = page.index("Nghị định 10")
    cited = _cited(COMMUNE_LAW, pinpoint=Pinpoint(article="5", clause="2"))
    record = make("1/QĐ-UBND", citations=[cited], pages=["Trang đầu.", page])
    record.fields["citations.0"] = Field_(
        confidence=1, by="test", evidence=[Evidence(page=2, start=start, end=start + 24)]
    )
    store.add(record)
    (link,) = store.graph.cites("1/QĐ-UBND").links
    assert (link.page, link.pinpoints) == (2, [{"article": "5", "clause": "2"}])
    assert link.sentence == "Căn cứ khoản 2 Điều 5 Nghị định 10/2019/NĐ-CP về trồng cây;"


def test_graphml_names_every_key_once(filled: Store) -> None:
    net = filled.graph.around("20/2020/NĐ-CP", depth=9)
    root = Xml.fromstring(drawing.graphml(net).encode())  # noqa: S314
    space = "{http://graphml.graphdrawing.org/xmlns}"
    keys = [key.get("id") for key in root.iter(f"{space}key")]
    assert len(keys) == len(set(keys)) > 8
    assert {data.get("key") for data in root.iter(f"{space}data")} <= set(keys)
    nodes = [node.get("id") for node in root.iter(f"{space}node")]
    assert nodes == [work.address for work in net.works]
    ends = [(edge.get("source"), edge.get("target")) for edge in root.iter(f"{space}edge")]
    assert ends == [(link.source.address, link.target.address) for link in net.links]


def test_a_drawing_has_every_document_once_and_a_legend(filled: Store) -> None:
    net = filled.graph.around("20/2020/NĐ-CP", nodes=6)
    root = Xml.fromstring(drawing.svg(net).encode())  # noqa: S314
    texts = [text.text or "" for text in root.iter("{http://www.w3.org/2000/svg}text")]
    assert all(any((work.number or "?") in text for text in texts) for work in net.works)
    assert {"căn cứ", "có trong kho", "chỉ được viện dẫn, chưa có trong kho"} <= set(texts)
    assert any("lược bớt" in text for text in texts) == net.cut
    places = [(circle.get("cx"), circle.get("cy")) for circle in root.iter("{http://www.w3.org/2000/svg}circle")]
    assert len(places) == len(set(places))


def test_citing_documents_stand_left_of_what_they_cite(filled: Store) -> None:
    net = filled.graph.around("20/2020/NĐ-CP", depth=9)
    at = {name: place for place, column in enumerate(columns(net)) for name in column}
    assert all(at[link.source.address] < at[link.target.address] for link in net.links)


@pytest.mark.parametrize("text", ["a\x00b<&>\"'", "=SUM(A1)", "\ud7ff\uffff"])
def test_odd_letters_do_no_harm(store: Store, text: str) -> None:
    store.add(make("1/QĐ-UBND", citations=[_cited("2/QĐ-UBND", title=text.replace("\x00", "\x01"))]))
    net = store.graph.cites("1/QĐ-UBND")
    Xml.fromstring(drawing.graphml(net).encode())  # noqa: S314
    Xml.fromstring(drawing.svg(net).encode())  # noqa: S314
    assert len(json.loads(drawing.as_json(net))["links"]) == 1
    rows = list(csv.reader(io.StringIO(drawing.FORMATS["csv"](net))))
    assert len(rows) == 2
    assert not any(cell.startswith("=") for cell in rows[1])


def test_an_empty_net_is_drawn(store: Store) -> None:
    assert all(write(Net([], [])) for write in drawing.FORMATS.values())
