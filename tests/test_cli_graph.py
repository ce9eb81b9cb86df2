"""``vanban graph``: nets, paths, trees, ranks and days of made-up papers, in every form, and calls that are refused."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as Xml

import pytest

from tests import papers
from tests.console import Call, call
from vanban import Store, read

GRAPHML = "{http://graphml.graphdrawing.org/xmlns}"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return papers.fill(tmp_path_factory.mktemp("kho") / "kho.db")


@pytest.fixture
def ask(store: Path, capsys: pytest.CaptureFixture[str]) -> Any:
    def asked(*arguments: object, lang: str = "en") -> Call:
        return call(capsys, "graph", *arguments, "--store", store, lang=lang)

    return asked


def numbers(answer: Call) -> set[str]:
    return {work["number"] for work in json.loads(answer.out)["works"]}


@pytest.mark.parametrize(
    ("question", "found"),
    [
        (["so:52/BC-UBND"], {"52/BC-UBND", "41/KH-UBND"}),
        (["so:41/KH-UBND", "-r", "refers"], {"41/KH-UBND"}),
        (["--around", "52/BC-UBND", "--depth", "1"], {"52/BC-UBND", "41/KH-UBND"}),
        (["--around", "99/QĐ-UBND", "--depth", "1", "-r", "sua-doi"], {"99/QĐ-UBND", "30/QĐ-UBND"}),
        (["--around", "52/BC-UBND", "--depth", "2"], {"52/BC-UBND", "41/KH-UBND", "30/QĐ-UBND", "7/2023/NĐ-CP"}),
        (["--path", "52/BC-UBND", "8/QĐ-UBND", "--depth", "4"],
         {"52/BC-UBND", "41/KH-UBND", "30/QĐ-UBND", "99/QĐ-UBND", "8/QĐ-UBND"}),
        (["--rests-on", "30/QĐ-UBND"], {"30/QĐ-UBND", "41/KH-UBND", "52/BC-UBND"}),
        (["--rests-on", "30-qd-ubnd_2024-01-10", "--depth", "1"], {"30/QĐ-UBND", "41/KH-UBND"}),
    ],
)  # fmt: skip
def test_each_question_has_its_net(ask: Any, question: list[str], found: set[str]) -> None:
    answer = ask(*question, "--json")
    assert answer.status == 0
    assert numbers(answer) == found


@pytest.mark.parametrize(
    ("options", "counts"),
    [(["--missing"], {"7/2023/NĐ-CP": 2, "8/QĐ-UBND": 1}), (["--missing", "--limit", "1"], {"7/2023/NĐ-CP": 2})],
)
def test_missing_documents_are_counted(ask: Any, options: list[str], counts: dict[str, int]) -> None:
    found = json.loads(ask(*options, "--json").out)["documents"]
    assert {item["number"]: item["weight"] for item in found} == counts


def test_the_basis_of_all_ranks_first(ask: Any) -> None:
    ranked = json.loads(ask("--authorities", "--format", "json").out)["documents"]
    assert ranked[0]["number"] == "7/2023/NĐ-CP"
    of_report = json.loads(ask("so:52/BC-UBND", "--authorities", "--json").out)["documents"]
    assert of_report[0]["number"] == "41/KH-UBND"


def test_a_timeline_is_in_the_order_of_days(ask: Any) -> None:
    moments = json.loads(ask("--timeline", "--json").out)["moments"]
    days = [moment["date"] for moment in moments if moment["date"]]
    assert days == sorted(days)
    assert len(moments) == 9
    rows = list(csv.DictReader(io.StringIO(ask("--timeline", "so:99", "--format", "csv").out)))
    assert [(row["date"], row["relation"], row["target_number"]) for row in rows if row["relation"]] == [
        ("2025-02-01", "amends", "30/QĐ-UBND"),
        ("2025-02-01", "repeals", "8/QĐ-UBND"),
    ]


@pytest.fixture(scope="module")
def sampled(tmp_path_factory: pytest.TempPathFactory, samples: Path) -> Path:
    """A store with the samples that need no OCR."""
    path = tmp_path_factory.mktemp("mau") / "mau.db"
    with Store(path) as store:
        for sample in ("bao-cao.txt", "cong-van.pdf", "ke-hoach.txt", "quyet-dinh-sua-doi.txt"):
            store.add(read(samples / sample))
    return path


@pytest.mark.parametrize("question", ["--rests-on 1204/UBND-KTTH", "--missing --limit 2"])
@pytest.mark.parametrize(("readme", "lang"), [("README.md", "en"), ("README.vi.md", "vi")])
def test_readme_shows_what_is_seen(
    sampled: Path, capsys: pytest.CaptureFixture[str], readme: str, lang: str, question: str
) -> None:
    shown = (Path(__file__).parents[1] / readme).read_text("utf-8")
    assert f"$ vanban graph {question} " in shown
    seen = call(capsys, "graph", *question.split(), "--store", sampled, lang=lang).out
    assert [line for line in map(str.rstrip, seen.splitlines()) if f"\n{line}\n" not in shown] == []


def test_graphml_holds_the_net(ask: Any) -> None:
    root = Xml.fromstring(ask("--around", "41/KH-UBND", "--depth", "1", "--format", "graphml").out)  # noqa: S314 - our own
    assert len(root.findall(f".//{GRAPHML}node")) == 4
    ends = {(edge.get("source"), edge.get("target")) for edge in root.iter(f"{GRAPHML}edge")}
    assert ("52-bc-ubnd_2024-07-01", "41-kh-ubnd_2024-03-01") in ends


def test_csv_holds_both_ends(ask: Any) -> None:
    (row,) = csv.DictReader(io.StringIO(ask("so:52/BC-UBND", "-f", "csv").out))
    assert (row["source_number"], row["relation"], row["target_number"]) == ("52/BC-UBND", "basis", "41/KH-UBND")
    assert (row["target_issuer"], row["target_present"]) == (papers.COMMUNE, "True")


@pytest.mark.parametrize(
    ("ending", "begins"), [("svg", "<svg"), ("graphml", "<?xml"), ("csv", "\ufeffsource_"), ("json", "{")]
)
def test_a_file_is_written_as_its_ending_says(ask: Any, tmp_path: Path, ending: str, begins: str) -> None:
    path = tmp_path / f"do-thi.{ending.upper()}"
    answer = ask("so:52/BC-UBND", "--out", path)
    assert (answer.status, answer.out) == (0, "")
    assert answer.err.split() == f"Written to {path}".split()
    assert path.read_text("utf-8").lstrip().startswith(begins)
    assert list(tmp_path.iterdir()) == [path]


def test_a_drawing_is_well_formed_and_names_the_documents(ask: Any) -> None:
    drawing = ask("--around", "41/KH-UBND", "--format", "svg").out
    Xml.fromstring(drawing)  # noqa: S314 - our own
    assert "41/KH-UBND" in drawing


TABLES: list[tuple[list[str], list[str]]] = [
    (
        ["--rests-on", "30/QĐ-UBND"],
        [
            f"Quyết định 30/QĐ-UBND  2024-01-10  {papers.PROVINCE}",
            f"└── Kế hoạch 41/KH-UBND  2024-03-01  {papers.COMMUNE}",
            f"    └── Báo cáo 52/BC-UBND  2024-07-01  {papers.COMMUNE}",
        ],
    ),
    (
        ["--path", "41/KH-UBND", "99/QĐ-UBND"],
        [
            f"Kế hoạch 41/KH-UBND  2024-03-01  {papers.COMMUNE}",
            "41-kh-ubnd_2024-03-01",
            "  ↓ căn cứ",
            f"Quyết định 30/QĐ-UBND  2024-01-10  {papers.PROVINCE}",
            "30-qd-ubnd_2024-01-10",
            "  ↑ sửa đổi (một phần)",
            f"Quyết định 99/QĐ-UBND  2025-02-01  {papers.PROVINCE}",
            "99-qd-ubnd_2025-02-01",
        ],
    ),
    (
        ["so:52/BC-UBND"],
        [
            f"Báo cáo 52/BC-UBND  2024-07-01  {papers.COMMUNE}",
            f"căn cứ      → Kế hoạch 41/KH-UBND  2024-03-01  {papers.COMMUNE}",
        ],
    ),
    (
        ["so:52/BC-UBND", "--timeline"],
        [
            f"2024-03-01  Kế hoạch 41/KH-UBND  {papers.COMMUNE}",
            f"2024-07-01  Báo cáo 52/BC-UBND  {papers.COMMUNE}",
            "              căn cứ → Kế hoạch 41/KH-UBND",
        ],
    ),
    (
        ["--missing", "--limit", "1"],
        [
            "2 văn bản  Nghị định 7/2023/NĐ-CP  2023-02-01  Chính phủ  (ngoài kho)",
            "           trồng rừng",
            "           7-2023-nd-cp_2023-02-01",
        ],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("question", "lines"), TABLES)
def test_people_read_it_as_lines(ask: Any, question: list[str], lines: list[str]) -> None:
    assert [line.rstrip() for line in ask(*question, lang="vi").out.splitlines()] == lines


@pytest.mark.parametrize(
    ("question", "told"),
    [
        (["--around", "52/BC-UBND", "--depth", "1"], "raise --depth (now 1) or --nodes (now 300)."),
        (["--around", "41/KH-UBND", "--nodes", "2"], "raise --depth (now 3) or --nodes (now 2)."),
        (["--rests-on", "7/2023/NĐ-CP", "--depth", "1"], "raise --depth (now 1) or --nodes (now 300)."),
        (["loai:QĐ", "--nodes", "2"], "narrow the query or raise --nodes (now 2)."),
    ],
)
def test_an_answer_that_was_cut_says_so_with_the_remedy(ask: Any, question: list[str], told: str) -> None:
    answer = ask(*question)
    assert answer.status == 0
    assert answer.err == f"The graph was cut short: {told}\n"


def test_caps_are_settings(ask: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VANBAN_GRAPH_DEPTH", "1")
    answer = ask("--around", "52/BC-UBND", "--json")
    assert numbers(answer) == {"52/BC-UBND", "41/KH-UBND"}
    assert "--depth (now 1)" in answer.err


@pytest.mark.parametrize(
    ("question", "told"),
    [
        (["không có từ nào như zzzz"], "Nothing was found."),
        (["--rests-on", "52/BC-UBND"], "Nothing was found."),
        (["--path", "52/BC-UBND", "12-kh-ubnd_2024-05-14"], "No chain of citations joins the two documents."),
    ],
)
def test_an_empty_answer_is_told_and_is_no_failure(ask: Any, question: list[str], told: str) -> None:
    answer = ask(*question)
    assert (answer.status, answer.out) == (0, "")
    assert answer.err.splitlines()[0] == told


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ([], "A query is needed, or --around, --path, --rests-on, --authorities, --missing, --timeline."),
        (["x", "--around", "41/KH-UBND"], "--around does not go with QUERY."),
        (["--around", "1", "--rests-on", "2"], "--around does not go with --rests-on."),
        (["--path", "1", "2", "--timeline"], "--path does not go with --timeline."),
        (["--missing", "--depth", "2"], "--missing does not go with --depth."),
        (["x", "--depth", "2", "--limit", "3"], "QUERY does not go with --depth, --limit."),
        (["--missing", "--format", "svg"], "This question has no format svg; there are: table, csv, json."),
        (["x", "--out", "a.pdf"], "a.pdf: its ending tells no format; give --format graphml, csv, json or svg."),
        (["x", "--format", "dot"], "Not a valid value of --format."),
        (["x", "-r", "zzz"], "There is no relation “zzz”"),
        (["--around", "x", "--depth", "0"], "Not a valid value of --depth."),
        (['"chưa đóng'], "[query_invalid]"),
    ],
)
def test_a_wrong_call_is_explained(ask: Any, question: list[str], told: str) -> None:
    answer = ask(*question)
    assert (answer.status, answer.out) == (2, "")
    assert told in answer.err


@pytest.mark.parametrize(("question", "status"), [(["--around", "30/QĐ-UBNN"], 6), (["--path", "12/KH-UBND", "x"], 6)])
def test_unknown_and_ambiguous_names_are_explained(ask: Any, question: list[str], status: int) -> None:
    answer = ask(*question)
    assert (answer.status, answer.out) == (status, "")
    assert "30/QĐ-UBND" in answer.err or "12-kh-ubnd_2024-05-14" in answer.err


def test_what_cannot_be_written_is_told_and_leaves_nothing(ask: Any, tmp_path: Path) -> None:
    answer = ask("so:52", "--out", tmp_path / "none" / "a.svg")
    assert answer.status == 1
    assert "[output_failed]" in answer.err
    assert list(tmp_path.iterdir()) == []


def test_a_path_needs_two_ends(capsys: pytest.CaptureFixture[str]) -> None:
    answer = call(capsys, "graph", "--path", "41/KH-UBND")
    assert answer.status == 2
    assert "The option “--path” needs 2 values." in answer.err


def test_words_of_the_query_may_begin_with_a_minus(ask: Any) -> None:
    assert numbers(ask("loai:BC", "-so:15/BC-UBND", "--json")) == {"52/BC-UBND", "41/KH-UBND"}
