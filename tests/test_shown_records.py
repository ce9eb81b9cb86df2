"""Records as a person reads them on a terminal."""

from __future__ import annotations

import io
from typing import Any

import pytest
from rich.console import Console

from tests.scoring.made import PLAN, plan
from vanban import messages, tables


@pytest.fixture(autouse=True)
def _english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VANBAN_LANG", "en")
    messages.choose(None)


def printed(show: Any) -> str:
    out = io.StringIO()
    console = Console(file=out, width=200)
    show(console)
    return out.getvalue()


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        ({"canonical": "12/KH-UBND", "symbol": "KH-UBND", "status": "complete"}, "12/KH-UBND"),
        ({"symbol": "KH-UBND", "status": "blank"}, "(blank) /KH-UBND"),
        ({"symbol": "KH-UBND", "status": "handwritten"}, "(by hand) /KH-UBND"),
        ({"status": "missing"}, "(none)"),
        ({"symbol": "KH-UBND", "status": "complete"}, " /KH-UBND"),
    ],
)
def test_number(number: dict[str, Any], shown: str) -> None:
    assert tables.number(plan(number=number)) == shown


@pytest.mark.parametrize(
    ("issued", "shown"),
    [
        ({"date": "2025-03-04", "status": "complete"}, "2025-03-04"),
        ({"date": "2025-03", "status": "blank"}, "2025-03 (blank)"),
        ({"date": None, "status": "handwritten"}, "(by hand)"),
        ({"date": None, "status": "missing"}, "(none)"),
    ],
)
def test_date(issued: dict[str, Any], shown: str) -> None:
    assert tables.date(plan(issued=issued)) == shown


@pytest.mark.parametrize(
    ("review", "shown"),
    [
        ([], ""),
        (["subject", "issued.date"], "subject, issued.date"),
        (["assignments.0", "citations.11"], "+2 items"),
        (["number", "assignments.0", "assignments.3"], "number +2 items"),
    ],
)
def test_doubts(review: list[str], shown: str) -> None:
    assert tables.doubts(plan(review=review)) == shown


def test_a_record_in_the_table_of_records_is_text_and_no_markup() -> None:
    page = printed(lambda console: console.print(tables.records_table([plan(subject="[red]chống rét[/] cho trâu bò")])))
    assert "[red]chống rét[/]" in page
    assert "12/KH-UBND" in page


def test_a_record_as_a_page_of_facts() -> None:
    record = plan(
        warnings=[{"code": "number_blank", "message": "The number is blank."}],
        signatures=[{"signer": None, "time": "2025-03-05T08:00:00+07:00"}],
        recipients={**PLAN["recipients"], "to": [{"text": "Ủy ban nhân dân các xã"}]},
    )
    lines = printed(lambda console: tables.print_record(console, record)).splitlines()
    facts = dict(line.split("  ", 1) for line in lines if "  " in line)
    assert facts["Signer"].strip() == "Trần Quốc Khánh, Chủ tịch"
    assert facts["To"].strip() == "Ủy ban nhân dân các xã"
    assert facts["Warnings"].strip() == "The number is blank."
    assert facts["Digital signatures (not validated)"].strip() == "? · 2025-03-05T08:00:00+07:00"
    assert "(by 2025-03-20)" in facts["Assignments"]
    assert lines[-1] == "sha256:0"


def test_empty_facts_have_no_line() -> None:
    record = plan(signer=None, subject=None, assignments=[], citations=[], review=[], issuer=None, type=None)
    page = printed(lambda console: tables.print_record(console, record))
    for label in ("Signer", "Subject", "Assignments", "Citations", "To review", "Issuer", "Type"):
        assert label not in page


def test_a_files_name_does_nothing_to_the_terminal() -> None:
    record = plan(source={**PLAN["source"], "name": "a\x1b[2J.txt"})
    page = printed(lambda console: console.print(tables.records_table([record])))
    page += printed(lambda console: tables.print_record(console, record))
    assert "\x1b" not in page
    assert page.count(r"a\x1b[2J.txt") == 2
