"""Mentions that lean on an earlier one: short numbers (``Nghị định 30``, ``QĐ22``) and ``Công văn nêu trên``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from vanban.extraction.citations.cues import data, spelt
from vanban.extraction.citations.vocabulary import types
from vanban.language.text import plain
from vanban.record import BackReference, Citation

_REMEMBERED = 200
_SERIAL = re.compile(r"0*(\d+[a-zđ]?)")
_LONGEST = 32
_WORDS = 4
_OPENS = re.compile(r"(?:^|[.:;!?]\s+|\n)[\W\d]*$")


@dataclass(slots=True)
class _Known:
    """A document cited so far: its fullest mention and how often it was cited."""

    citation: Citation
    times: int = 0


class Earlier:
    """The documents that a text has cited so far, as antecedents of the mentions that lean on them."""

    def __init__(self) -> None:
        self._by_serial: dict[tuple[str | None, str], dict[str, _Known]] = {}
        self._by_type: dict[str | None, dict[str, _Known]] = {}

    def add(self, citation: Citation) -> None:
        """Remember ``citation`` if it has a number."""
        serial = _SERIAL.match(citation.number or "")
        if not serial or citation.number is None:
            return
        alike = self._by_type.setdefault(citation.type, {})
        known = alike.pop(citation.number, None) or _Known(citation)
        known.times += 1
        if _fullness(citation) >= _fullness(known.citation):
            known.citation = citation
        alike[citation.number] = known
        _forget(alike)
        if citation.number != serial[1]:
            numbered = self._by_serial.setdefault((citation.type, serial[1]), {})
            numbered[citation.number] = known
            _forget(numbered)

    def antecedent(self, citation: Citation) -> Citation | None:
        """What ``citation`` leans on: the same type with the same serial, or, without a number, the same issuer.

        Of several the one cited most often, then the latest. An issuer may be shortened: ``Ban Chỉ đạo tỉnh``
        for ``Ban Chỉ đạo Phòng, chống tội phạm tỉnh``.
        """
        serial = _SERIAL.match(citation.number or "")
        if serial:
            fitting = list(self._by_serial.get((citation.type, serial[1]), {}).values())
        else:
            alike = self._by_type.get(citation.type, {}).values()
            fitting = [known for known in alike if _shortened(citation.issuer, known.citation.issuer)]
        best = max(reversed(fitting), key=lambda known: known.times, default=None)
        return best.citation if best else None


def _forget(known: dict[str, _Known]) -> None:
    """Drop the oldest, so that looking through a table takes bounded time."""
    if len(known) > _REMEMBERED:
        del known[next(iter(known))]


def _fullness(citation: Citation) -> int:
    return bool(citation.date) + bool(citation.issuer)


def _shortened(short: str | None, full: str | None) -> bool:
    """Whether the words of ``short`` stand in ``full`` in their order, the first at its beginning."""
    words, rest = (short or "").lower().split(), (full or "").lower().split()
    if not words or words[:1] != rest[:1]:
        return False
    left = iter(rest)
    return all(word in left for word in words)


def resolved(citation: Citation, found: Citation) -> Citation:
    """``citation`` with the values of what it points back to."""
    values = {"number": found.number, "date": citation.date or found.date, "issuer": citation.issuer or found.issuer}
    return citation.model_copy(update={**values, "refers_back": True})


ANY = "Văn bản"
"""A type that stands for all: ``văn bản nêu trên``."""


@dataclass(slots=True)
class Pointing:
    """What mentions by type alone point to: the document (``own``: its types), or one cited before by its place."""

    own: frozenset[str]
    attached: bool = False
    _latest: dict[str, int] = field(default_factory=dict)

    def cite(self, type_: str | None, place: int) -> None:
        """The citation at ``place`` is the latest of its type, and of all."""
        self._latest[type_ or ANY] = self._latest[ANY] = place

    def at(self, text: str, type_: str, itself: bool) -> BackReference:
        """The mention with its outcome: ``Quy chế này`` inside an attachment is the document's own too."""
        latest = self._latest.get(type_)
        if itself and (type_ in self.own or type_ == ANY or (self.attached and latest is None)):
            return BackReference(text=text, type=type_, outcome="self")
        if latest is None:
            return BackReference(text=text, type=type_, outcome="unknown")
        return BackReference(text=text, type=type_, outcome="previous", citation=latest)


@cache
def _pointers() -> re.Pattern[str]:
    back = data()["back"]
    return re.compile(
        rf"(?:(?P<self>{spelt(back['self'])})|{spelt(back['previous'])})(?!\w)(?!\s+(?:{spelt(back['not_back'])})(?!\w))"
    )


@cache
def _last_words() -> frozenset[str]:
    return frozenset(name.split()[-1] for name in types().names)


@cache
def _small() -> frozenset[str]:
    return frozenset(map(plain, data()["back"]["small"]))


@cache
def _several() -> frozenset[str]:
    return frozenset(data()["back"]["several"])


def pointing(text: str) -> Iterator[tuple[int, int, str, bool]]:
    """``Quyết định này``, ``Công văn trên``, ``văn bản nêu trên``: start, end, type, and whether it says ``này``."""
    for match in _pointers().finditer(text):
        at = match.start()
        if not at or not text[at - 1].isspace():
            continue
        words = text[max(0, at - _LONGEST) : at].split()
        if not words or plain(words[-1]) not in _last_words():
            continue
        named = _named(words)
        if not named:
            continue
        start = at
        for word in reversed(words[-named[0] :]):
            start = text.rfind(word, 0, start)
        yield start, match.end(), named[1], match["self"] is not None


def opens(text: str, at: int, type_: str) -> bool:
    """Whether a common word is large at ``at`` only because a sentence begins: ``Quy định này``."""
    return plain(type_) not in _small() and _OPENS.search(text, max(0, at - 12), at) is not None


def _named(words: list[str]) -> tuple[int, str] | None:
    """How many of the last words name a type, and which; ``None`` for common words and for several documents."""
    for count in range(min(_WORDS, len(words)), 0, -1):
        key = plain(" ".join(words[-count:]))
        if key not in types().names:
            continue
        if not words[-count][0].isupper() and key not in _small():
            return None
        several = count < len(words) and words[-count - 1].casefold() in _several()
        return None if several else (count, types().names[key])
    return None
