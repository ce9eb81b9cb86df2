"""Words for people: every key in both languages, every error with its words."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

from vanban import errors, messages


def _all_errors(kind: type[errors.VanbanError] = errors.VanbanError) -> list[type[errors.VanbanError]]:
    return [kind, *(found for child in kind.__subclasses__() for found in _all_errors(child))]


@pytest.mark.parametrize("key", sorted(messages.catalogue()))
def test_every_key_has_both_languages_with_the_same_params(key: str) -> None:
    words = messages.catalogue()[key]
    assert set(words) == set(messages.LANGUAGES)
    params = [set(re.findall(r"\{(\w+)\}", words[lang])) for lang in messages.LANGUAGES]
    assert params[0] == params[1]


@pytest.mark.parametrize("error", _all_errors(), ids=lambda error: error.__name__)
def test_every_error_says_what_happened_and_what_to_do(error: type[errors.VanbanError]) -> None:
    made = error(path="a.pdf", page=3, reason="vì thế")
    for lang in messages.LANGUAGES:
        assert made.message(lang)
        assert made.remedy(lang)
    assert made.to_json("vi")["error"]["code"] == error.code  # type: ignore[index]


def test_error_codes_are_unique() -> None:
    codes = [error.code for error in _all_errors()]
    assert len(codes) == len(set(codes))


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({"VANBAN_LANG": "en"}, "en"),
        ({"VANBAN_LANG": "vi", "LC_ALL": "en_US.UTF-8"}, "vi"),
        ({"LC_ALL": "vi_VN.UTF-8"}, "vi"),
        ({"LANG": "en_GB.UTF-8"}, "en"),
        ({"LANG": "C.UTF-8"}, "vi"),
    ],
)
def test_language_follows_the_environment(environment: dict[str, str], language: str) -> None:
    code = "from vanban import messages; print(messages.language())"
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == language


def test_unknown_language_is_refused() -> None:
    with pytest.raises(ValueError, match="fr"):
        messages.choose("fr")


def test_missing_param_is_shown_as_question_mark() -> None:
    assert messages.text("error.file_empty", "en") == "?: the file is empty (0 bytes)."


def _raised() -> list[tuple[str, type[errors.VanbanError], set[str]]]:
    """Every place in the package where an error is made: where, which, and the params that it is given."""
    kinds = {kind.__name__: kind for kind in _all_errors()}
    found = []
    for path in sorted(Path(errors.__file__).parent.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Name)
                and node.func.id in kinds
                and node.keywords
            ):
                given = {keyword.arg for keyword in node.keywords if keyword.arg}
                found.append((f"{path.name}:{node.lineno}", kinds[node.func.id], given))
    return found


@pytest.mark.parametrize(
    ("where", "error", "given"), _raised(), ids=lambda value: value if isinstance(value, str) else ""
)
def test_every_error_is_given_what_its_words_ask_for(
    where: str, error: type[errors.VanbanError], given: set[str]
) -> None:
    words = (messages.catalogue()[f"{part}.{error.code}"]["en"] for part in ("error", "remedy"))
    asked = {name for text in words for name in re.findall(r"\{(\w+)\}", text)}
    # `path` and `page` are put in where the error passes by the file; `command` has a default
    assert asked - given <= {"path", "page", "command"}


@pytest.mark.parametrize("key", [key for key in messages.catalogue() if key.startswith(("error.", "remedy."))])
def test_errors_are_sentences(key: str) -> None:
    for words in messages.catalogue()[key].values():
        assert words.endswith(".")
        assert ".." not in words
