"""``vanban citations``: what a paper cites, what cites it, what became of it, and names that mean none or several."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests import papers
from tests.console import Call, call


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return papers.fill(tmp_path_factory.mktemp("kho") / "kho.db")


@pytest.fixture
def ask(store: Path, capsys: pytest.CaptureFixture[str]) -> Any:
    def asked(*arguments: object, lang: str = "en") -> Call:
        return call(capsys, "citations", *arguments, "--store", store, lang=lang)

    return asked


def told(answer: Call) -> Any:
    assert (answer.status, answer.err) == (0, "")
    return json.loads(answer.out)


def ends(net: dict[str, Any], end: str) -> list[tuple[str, str]]:
    numbers = {work["address"]: work["number"] for work in net["works"]}
    return [(link["relation"], numbers[link[end]]) for link in net["links"]]


@pytest.mark.parametrize(
    "name", ["30/QĐ-UBND", "30/qd-ubnd", "30-qd-ubnd_2024-01-10", papers.RULE.id, papers.RULE.id[7:19]]
)
def test_a_document_has_several_names(ask: Any, name: str) -> None:
    assert told(ask(name, "--json"))["work"]["address"] == "30-qd-ubnd_2024-01-10"


def test_without_a_choice_everything_is_told(ask: Any) -> None:
    answer = told(ask("30/QĐ-UBND", "--format", "json"))
    assert list(answer) == ["work", "cites", "ambiguous", "cited_by", "standing"]
    assert ends(answer["cites"], "target") == [("basis", "7/2023/NĐ-CP")]
    assert sorted(ends(answer["cited_by"], "source")) == [("amends", "99/QĐ-UBND"), ("basis", "41/KH-UBND")]
    assert answer["standing"]["state"] == "amended"


@pytest.mark.parametrize(
    ("options", "parts"),
    [
        (["--cites"], {"cites", "ambiguous"}),
        (["--cited-by"], {"cited_by"}),
        (["--standing"], {"standing"}),
        (["--on", "2025"], {"standing"}),
        (["--cites", "--cited-by"], {"cites", "ambiguous", "cited_by"}),
    ],
)
def test_parts_are_chosen(ask: Any, options: list[str], parts: set[str]) -> None:
    assert set(told(ask("30/QĐ-UBND", "--json", *options))) == {"work", *parts}


def test_a_link_tells_relation_scope_part_sentence_and_page(ask: Any) -> None:
    (link,) = told(ask("30/QĐ-UBND", "--cited-by", "--relation", "amends", "--json"))["cited_by"]["links"]
    assert link["scope"] == "part"
    assert [{k: v for k, v in part.items() if v} for part in link["pinpoints"]] == [{"article": "5", "clause": "2"}]
    assert link["sentence"] == "Việc thứ 1 theo Quyết định số 30/QĐ-UBND."
    assert (link["page"], link["times"], link["stated_by"]) == (1, 1, "99-qd-ubnd_2025-02-01")


@pytest.mark.parametrize(
    ("day", "state"),
    [("2023", "unknown"), ("31/12/2024", "in_force"), ("2025-02", "amended"), ("2026-01-01", "amended")],
)
def test_the_state_is_that_of_the_day(ask: Any, day: str, state: str) -> None:
    assert told(ask("30/QĐ-UBND", "--on", day, "--json"))["standing"]["state"] == state


def test_an_absent_document_is_known_by_those_that_cite_it(ask: Any) -> None:
    answer = ask("8/QĐ-UBND", lang="vi")
    assert "Quyết định 8/QĐ-UBND  2019-05-02  Ủy ban nhân dân tỉnh Suối Mơ  (ngoài kho)" in answer.out
    assert "Đã bị thay thế hoặc bãi bỏ." in answer.out
    assert "bãi bỏ" in answer.out
    assert "Viện dẫn (" not in answer.out


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("vi", ["sửa đổi (một phần)", "khoản 2 Điều 5 · trang 1 · 99-qd-ubnd_2025-02-01", "Viện dẫn (1)", "căn cứ"]),
        ("en", ["amends (in part)", "clause 2 Article 5 · page 1 · 99-qd-ubnd_2025-02-01", "Cites (1)", "rests on"]),
    ],
)
def test_the_table_speaks_both_languages(ask: Any, lang: str, words: list[str]) -> None:
    page = ask("30/QĐ-UBND", lang=lang).out
    assert [word for word in words if word not in page] == []


@pytest.mark.parametrize("name", ["căn cứ", "can-cu", "Can Cu", "basis", "basis,amends"])
def test_relations_have_names_in_both_languages(ask: Any, name: str) -> None:
    links = told(ask("30/QĐ-UBND", "--cited-by", "--json", "-r", name))["cited_by"]["links"]
    assert {link["relation"] for link in links} == set(name.split(",") if "," in name else ["basis"])


def test_csv_is_a_row_a_link(ask: Any) -> None:
    rows = list(csv.DictReader(io.StringIO(ask("30/QĐ-UBND", "--format", "csv").out)))
    assert [(row["source_number"], row["relation"], row["target_number"]) for row in rows] == [
        ("30/QĐ-UBND", "basis", "7/2023/NĐ-CP"),
        ("99/QĐ-UBND", "amends", "30/QĐ-UBND"),
        ("41/KH-UBND", "basis", "30/QĐ-UBND"),
    ]


def test_a_citation_of_several_documents_tells_them_and_what_is_lacking(ask: Any) -> None:
    (doubt,) = told(ask("15/BC-UBND", "--cites", "--json"))["ambiguous"]
    assert [work["issuer"] for work in doubt["candidates"]] == [papers.COMMUNE, papers.OTHER]
    assert doubt["reasons"] == ["no_date", "no_issuer"]
    page = ask("15/BC-UBND", lang="vi").out
    for words in ("Chưa rõ là văn bản nào (1)", "không ghi ngày, không ghi cơ quan ban hành", "12-kh-ubnd_2024-06-20"):
        assert words in page


def test_a_number_of_several_documents_lists_their_addresses(ask: Any) -> None:
    answer = ask("12/KH-UBND")
    assert (answer.status, answer.out) == (6, "")
    assert answer.err.splitlines() == [
        "vanban: [record_ambiguous] Several documents answer to “12/KH-UBND”:",
        f"  12-kh-ubnd_2024-06-20  {papers.OTHER}",
        f"  12-kh-ubnd_2024-05-14  {papers.COMMUNE}",
        "Give an address or id of the list; vanban citations takes --date too.",
    ]


@pytest.mark.parametrize("date", ["2024-06", "6/2024", "20/6/2024"])
def test_a_date_chooses_among_documents_of_one_number(ask: Any, date: str) -> None:
    assert told(ask("12/KH-UBND", "--date", date, "--json"))["work"]["issuer"] == papers.OTHER


@pytest.mark.parametrize(
    ("arguments", "status", "words"),
    [
        (["30/QĐ-UBNN"], 6, "[record_unknown] No record answers to “30/QĐ-UBNN”; there are: 30/QĐ-UBND."),
        (["777/KH"], 6, "[record_unknown] No record answers to “777/KH”."),
        (["30/QĐ-UBND", "-r", "ammends"], 2, "There is no relation “ammends”; there are: basis, amends, replaces"),
        (["30/QĐ-UBND", "-r", "ammends"], 2, "did you mean: amends. See vanban citations --help."),
        (["30/QĐ-UBND", "--on", "mai"], 2, "--on mai: not a day, month or year. See vanban citations --help."),
        (["30/QĐ-UBND", "--date", "32/1/2024"], 2, "--date 32/1/2024: not a day, month or year."),
        (["30/QĐ-UBND", "--format", "svg"], 2, "Not a valid value of --format. Format: table, json or csv."),
        (["30/QĐ-UBND", "--limit", "0"], 2, "Not a valid value of --limit."),
    ],
)
def test_what_cannot_be_answered_is_explained(ask: Any, arguments: list[str], status: int, words: str) -> None:
    answer = ask(*arguments)
    assert (answer.status, answer.out) == (status, "")
    assert words in answer.err


def test_rows_that_are_left_out_are_told_with_the_way_to_them(ask: Any) -> None:
    first = ask("30/QĐ-UBND", "--cited-by", "--limit", 1)
    assert "Cited by (1+)" in first.out
    assert first.err == "There are more: go on with --offset 1, or raise --limit.\n"
    last = ask("30/QĐ-UBND", "--cited-by", "--limit", 1, "--offset", 1)
    assert "Cited by (1)" in last.out
    assert last.err == ""


def test_without_a_store_nothing_is_made(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    answer = call(capsys, "citations", "1/QĐ-UBND", "--store", tmp_path / "none.db")
    assert answer.status == 6
    assert "[store_unusable]" in answer.err
    assert list(tmp_path.iterdir()) == []


def test_show_tells_the_address_and_takes_it(store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = call(capsys, "show", "30-qd-ubnd_2024-01-10", "--store", store).out
    assert re.search(r"^Address +30-qd-ubnd_2024-01-10 *$", page, re.MULTILINE)
    assert page.splitlines()[-1].strip() == papers.RULE.id


def test_show_of_an_absent_document_tells_where_it_is_cited(store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    answer = call(capsys, "show", "7/2023/NĐ-CP", "--store", store)
    assert answer.status == 6
    assert answer.err == (
        "vanban: [record_absent] Nghị định 7/2023/NĐ-CP  2023-02-01  Chính phủ is not in the store; it is only known "
        "because others cite it. See which documents cite it: vanban citations 7-2023-nd-cp_2023-02-01 --cited-by.\n"
    )


def test_search_tells_addresses(store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = json.loads(call(capsys, "search", "so:30", "--json", "--store", store).out)
    assert [hit["address"] for hit in found["hits"]] == ["30-qd-ubnd_2024-01-10"]
    assert "30-qd-ubnd_2024-01-10" in call(capsys, "search", "so:30", "--store", store).out
