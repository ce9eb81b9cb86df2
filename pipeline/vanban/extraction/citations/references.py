"""Mentions that lean on an earlier one: short numbers (``Nghị định 30``, ``QĐ22``) and ``Công văn nêu trên``."""

from __future__ import annotations

import re
from dataclasses import dataclass

from vanban.extraction.citations.vocabulary import types
from vanban.record import Citation

_REMEMBERED = 200
_SERIAL = re.compile(r"0*(\d+[a-zđ]?)")
_BACK = r"\s+(?:(?:nêu|nói|dẫn)\s+trên|trên đây|trên|đó)(?!\w)"
_NOT_BACK = r"(?!\s+(?:địa bàn|cơ sở|toàn|cả|lĩnh vực|mạng|phạm vi|đường|thế giới))"


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

    def latest(self, type_: str) -> Citation | None:
        """The document of that type cited last."""
        known = next(reversed(self._by_type.get(type_, {}).values()), None)
        return known.citation if known else None


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


def anaphors(text: str) -> list[tuple[int, int, str]]:
    """``Công văn trên``, ``Nghị định nêu trên``: start, end and type."""
    return [
        (match.start(), match.end(), types().of_word(match["type"]))
        for match in re.finditer(rf"(?P<type>{types().word}){_BACK}{_NOT_BACK}", text)
        if match["type"][0].isupper()
    ]
