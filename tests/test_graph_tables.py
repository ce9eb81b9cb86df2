"""Answers of the citation graph as a person reads them on a narrow terminal."""

from __future__ import annotations

import io
from typing import Any

import pytest
from rich.console import Console

from vanban import graph_tables, messages
from vanban.store import Link, Net, Work


@pytest.fixture(autouse=True)
def _vietnamese(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VANBAN_LANG", "vi")
    messages.choose(None)


def work(**values: Any) -> Work:
    given = {
        "address": "30-qd-ubnd_2024-01-10", "number": "30/QĐ-UBND", "date": "2024-01-10", "type": "Quyết định",
        "issuer": "Ủy ban nhân dân tỉnh Suối Mơ", "title": "trồng rừng", "present": True,
    }  # fmt: skip
    return Work(**{**given, **values})


def printed(show: Any, *arguments: Any, width: int = 80, **options: Any) -> list[str]:
    out = io.StringIO()
    show(Console(file=out, width=width), *arguments, **options)
    return [line.rstrip() for line in out.getvalue().splitlines()]


@pytest.mark.parametrize(
    ("values", "called"),
    [
        ({}, "Quyết định 30/QĐ-UBND"),
        ({"type": None}, "30/QĐ-UBND"),
        ({"number": None}, "Quyết định trồng rừng"),
        ({"number": None, "type": None, "title": None}, "30-qd-ubnd_2024-01-10"),
        ({"type": "Luật", "title": "Đất đai", "number": "31/2024/QH15"}, "Luật Đất đai 31/2024/QH15"),
        ({"type": "Bộ luật", "title": "Suối", "number": None}, "Bộ luật Suối"),
        ({"title": "a\x1b[2Jb", "number": None}, r"Quyết định a\x1b[2Jb"),
    ],
)
def test_what_a_document_is_called(values: dict[str, Any], called: str) -> None:
    assert graph_tables.label(work(**values)) == called


@pytest.mark.parametrize(
    ("parts", "words"),
    [
        ({"article": "5", "clause": "2", "point": "a"}, "điểm a khoản 2 Điều 5"),
        ({"chapter": "II", "section": "1"}, "Mục 1 Chương II"),
        ({"appendix": "III"}, "Phụ lục III"),
        ({"article": "5", "clause": None}, "Điều 5"),
        ({}, ""),
    ],
)
def test_parts_of_a_document_in_words(parts: dict[str, Any], words: str) -> None:
    assert graph_tables.pinpoint(parts) == words


def link(**values: Any) -> Link:
    source = work(address="9-kh-ubnd", number="9/KH-UBND", type="Kế hoạch", date=None, issuer=None)
    given = {"relation": "basis", "scope": "whole", "times": 1, "stated_by": source.address}
    return Link(source, work(present=False), **{**given, **values})


def test_a_long_sentence_is_shown_around_the_number_at_whole_words() -> None:
    sentence = "trước " * 100 + "Quyết định số 30/QĐ-UBND " + "sau " * 100
    shown = " ".join(printed(graph_tables.print_links, "say.cites", Net([], [link(sentence=sentence)]), cited_by=False))
    assert "…trước" in shown
    assert "30/QĐ-UBND sau" in " ".join(shown.split())
    assert "sau…" in shown
    assert len(shown) < 600


def test_a_link_fits_eighty_columns() -> None:
    told = link(
        relation="amends",
        scope="part",
        times=3,
        page=12,
        pinpoints=[{"article": str(at)} for at in range(1, 10)],
        stated_by="77-bc-ubnd",
        sentence="Sửa đổi [bold]các Điều[/] " * 8,
    )
    lines = printed(graph_tables.print_links, "say.cites", Net([], [told], cut=True), cited_by=False)
    page = " ".join(" ".join(lines).split())
    assert max(map(len, lines)) <= 80
    for words in ("Viện dẫn (1+)", "sửa đổi (một phần)", "[bold]các Điều[/]", "(ngoài kho)", "Điều 6 · +3 mục",
                  "3 lần · trang 12 · theo 77-bc-ubnd · 30-qd-ubnd_2024-01-10"):  # fmt: skip
        assert words in page


def test_a_tree_names_each_document_once_even_in_a_circle() -> None:
    one, two, three = (work(address=name, number=name, type=None, date=None, issuer=None) for name in "abc")
    links = [
        Link(source, target, "basis", "whole", 1, source.address)
        for source, target in ((two, one), (three, two), (three, one), (one, three))
    ]
    assert printed(graph_tables.print_tree, Net([one, two, three], links)) == ["a", "├── b", "└── c"]
