"""Words for people, in Vietnamese and English, under stable keys (``messages.toml``)."""

from __future__ import annotations

import os
import tomllib
from functools import cache
from importlib import resources

LANGUAGES = ("vi", "en")

_chosen: str | None = None


def choose(lang: str | None) -> None:
    """Set the language of this process: ``vi``, ``en`` or ``None`` to follow the locale."""
    global _chosen
    if lang is not None and lang not in LANGUAGES:
        raise ValueError(f"language must be one of {', '.join(LANGUAGES)}, not {lang!r}")
    _chosen = lang


def language() -> str:
    """The language in force: as chosen, else ``VANBAN_LANG``, else the locale, else Vietnamese."""
    if _chosen:
        return _chosen
    for name in ("VANBAN_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(name, "")
        if value[:2].lower() in LANGUAGES:
            return value[:2].lower()
    return "vi"


class Worded:
    """A param that is itself words under a key, said in the language of the message that it fills."""

    def __init__(self, key: str, **params: object) -> None:
        self.key = key
        self.params = params

    def say(self, lang: str | None = None) -> str:
        """The words in ``lang``."""
        return text(self.key, lang, **self.params)

    __str__ = say


def text(key: str, lang: str | None = None, /, **params: object) -> str:
    """The words of ``key`` in ``lang``, filled with ``params``; a param that is not given reads ``?``."""
    template = catalogue()[key][lang or language()]
    return template.format_map(_Filled({k: v.say(lang) if isinstance(v, Worded) else v for k, v in params.items()}))


@cache
def catalogue() -> dict[str, dict[str, str]]:
    """Every key with its words: ``{"error.file_empty": {"vi": …, "en": …}}``."""
    data = tomllib.loads(resources.files("vanban").joinpath("messages.toml").read_text("utf-8"))
    return {f"{group}.{key}": words for group, keys in data.items() for key, words in keys.items()}


@cache
def causes() -> dict[str, str]:
    """The keys of causes by their English words, in which parsers and the system tell them."""
    return {words["en"]: key for key, words in catalogue().items() if key.startswith("cause.")}


class _Filled(dict[str, object]):
    def __missing__(self, key: str) -> str:
        return "?"
