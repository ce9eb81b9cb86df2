"""Words for people: every key in both languages, every error with its words."""

from __future__ import annotations

import re
import subprocess
import sys

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
