"""The command line's frame: Vietnamese help without English, wrong calls in words, queries that begin with a minus."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
import typer

from vanban import cli, frame, messages

ENGLISH = re.compile(r"Usage|OPTIONS|ARGS|Arguments|Options|Commands|required|default|env var|Show |Install ")


@pytest.fixture(autouse=True)
def _vietnamese(monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.setenv("VANBAN_LANG", "vi")
    yield
    messages.choose(None)


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[object, str, str]:
    """Exit status, standard output and standard error of a call."""
    with pytest.raises(SystemExit) as left:
        cli.main(list(arguments))
    return left.value.code, *capsys.readouterr()


@pytest.mark.parametrize("command", ["", *cli.COMMANDS])
def test_the_vietnamese_help_has_no_english_frame(capsys: pytest.CaptureFixture[str], command: str) -> None:
    status, page, _ = run(capsys, *command.split(), "--help")
    assert status == 0
    assert page.startswith("Cách dùng: vanban")
    assert "In trang này rồi thoát." in page
    assert not ENGLISH.search(page)


def test_the_english_help_is_left_as_it_is(capsys: pytest.CaptureFixture[str]) -> None:
    _, page, _ = run(capsys, "--lang", "en", "search", "--help")
    for word in ("Usage: vanban search [OPTIONS]", "\nArguments:\n", "\nOptions:\n", "[required]", "[default: rank]"):
        assert word in page.replace("[default:\n" + " " * 24, "[default: ")


@pytest.mark.parametrize(
    ("call", "told", "command"),
    [
        ("nope", "Không có lệnh “nope”.", "vanban"),
        ("serch x", "Không có lệnh “serch”; có phải: search.", "vanban"),
        ("--lang", "Tùy chọn “--lang” cần một giá trị.", "vanban"),
        ("--lang fr doctor", "--lang fr: vi | en.", "vanban"),
        ("extract", "Thiếu tham số TỆP.", "vanban extract"),
        ("extract a --nope", "Không có tùy chọn “--nope”.", "vanban extract"),
        ("extract a --prety", "Không có tùy chọn “--prety”; có phải: --pretty.", "vanban extract"),
        ("search x -n", "Tùy chọn “-n” cần một giá trị.", "vanban"),
        ("search", "Thiếu tham số TRUY_VẤN.", "vanban search"),
        ("search x --limit hai", "Giá trị của --limit không hợp lệ. Số kết quả tối đa (từ 1).", "vanban search"),
        ("export --format xml", "Giá trị của --format không hợp lệ. Định dạng: jsonl hoặc csv.", "vanban export"),
        ("show a b", "Thừa tham số: b.", "vanban show"),
    ],
)
def test_a_wrong_call_is_told_in_vietnamese(
    capsys: pytest.CaptureFixture[str], call: str, told: str, command: str
) -> None:
    assert run(capsys, *call.split()) == (2, "", f"vanban: [usage] {told} Xem {command} --help.\n")


def test_a_wrong_call_is_told_as_json_where_that_is_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    _, _, err = run(capsys, "extract", "--json-errors")
    assert json.loads(err)["error"]["code"] == "usage"


def test_no_word_at_all_gets_the_help(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, err = run(capsys)
    assert status == 2
    assert "Các lệnh:" in out + err


def test_a_refusal_that_is_not_known_keeps_its_words() -> None:
    error = frame.refusal(typer.BadParameter("a cause that nobody knows"))
    assert "a cause that nobody knows" in error.message("vi")


QUERIES: list[tuple[list[str], list[str], dict[str, object]]] = [
    (["giảm", "nghèo"], ["giảm", "nghèo"], {}),
    (["-từ"], ["-từ"], {}),
    (["nghèo", "-sở", "--limit", "3"], ["nghèo", "-sở"], {"limit": 3}),
    (["-nghèo", "-n", "3", "loai:KH"], ["-nghèo", "loai:KH"], {"limit": 3}),
    (["-n3", "x"], ["x"], {"limit": 3}),
    (["x", "--sort=date", '-"a b"'], ["x", '-"a b"'], {}),
    (["x", "-s", "-la.db", "-y"], ["x", "-y"], {"store": "-la.db"}),
    (["--json", "--", "--limit", "-n"], ["--limit", "-n"], {}),
]


@pytest.mark.parametrize(("call", "words", "options"), QUERIES)
def test_words_of_a_query_may_begin_with_a_minus(call: list[str], words: list[str], options: dict[str, object]) -> None:
    command: Any = cli.build().commands["search"]
    context = command.make_context("search", list(call))
    assert context.params["query"] == words
    assert {name: type(value)(context.params[name]) for name, value in options.items()} == options
