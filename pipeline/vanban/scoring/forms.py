"""The form in which values are compared: what two writings of one value have in common, and how near two values are."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections import Counter
from difflib import SequenceMatcher
from functools import cache, lru_cache
from importlib import resources

_DASHES = re.compile("[\u2010-\u2015\u2212]")
_MARKS = re.compile(r"[“”\"'’‘.,;:()\[\]]")
_HYPHEN = re.compile(r"\s*-\s*")
_LEAD = re.compile(r"^(?:v/v|về việc|về)\s+")


@lru_cache(maxsize=65_536)
def form(value: str | None) -> str:
    """The comparable form of a value: small letters, one dash, abbreviations written out, no punctuation.

    ``None`` is the empty form.
    """
    if not value:
        return ""
    text = unicodedata.normalize("NFC", value).casefold().replace("*", "")
    spelled, written = _spellings()
    text = written.sub(lambda found: spelled[found.group()], _DASHES.sub("-", text))
    return " ".join(_HYPHEN.sub("-", _MARKS.sub(" ", text)).split())


@cache
def _spellings() -> tuple[dict[str, str], re.Pattern[str]]:
    data = tomllib.loads(resources.files("vanban.scoring").joinpath("same.toml").read_text("utf-8"))
    words = "|".join(map(re.escape, data["words"]))
    signs = "|".join(map(re.escape, data["signs"]))
    return data["words"] | data["signs"], re.compile(rf"(?<!\w)(?:{words})(?!\w)|{signs}")


def subject_form(value: str | None) -> str:
    """The comparable form of a subject: without the ``V/v`` or ``Về việc`` that may lead it."""
    return _LEAD.sub("", form(value))


@lru_cache(maxsize=65_536)
def likeness(one: str, other: str) -> float:
    """How alike two comparable forms are, 0 to 1: twice the letters of their common runs over all letters."""
    return SequenceMatcher(None, one, other).ratio()


def shared_words(one: str | None, other: str | None) -> float:
    """The words that two values have in common, as a share of the shorter one's."""
    left, right = form(one).split(), form(other).split()
    if not left or not right:
        return 0.0
    return (Counter(left) & Counter(right)).total() / min(len(left), len(right))


def word_likeness(one: str, other: str) -> float:
    """How alike two comparable forms of long texts are, 0 to 1: twice their common words over all words."""
    left, right = Counter(one.split()), Counter(other.split())
    return 2 * (left & right).total() / max(left.total() + right.total(), 1)


def date_likeness(one: str, other: str) -> float:
    """The share of a day's three parts (year, month, day) that two EDTF dates agree in, from the left."""
    agreed = 0
    for left, right in zip(one.split("-"), other.split("-"), strict=False):
        if left != right:
            break
        agreed += 1
    return agreed / max(len(one.split("-")), len(other.split("-")))
