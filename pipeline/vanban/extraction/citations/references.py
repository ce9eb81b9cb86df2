"""Mentions that lean on an earlier one: short numbers (``Nghị định 30``, ``QĐ22``) and ``Công văn nêu trên``."""

from __future__ import annotations

import re
from collections.abc import Iterable

from vanban.extraction.citations.vocabulary import types
from vanban.record import Citation

_SERIAL = re.compile(r"0*(\d+[a-zđ]?)")
_BACK = r"\s+(?:(?:nêu|nói|dẫn)\s+trên|trên đây|trên|đó)(?!\w)"
_NOT_BACK = r"(?!\s+(?:địa bàn|cơ sở|toàn|cả|lĩnh vực|mạng|phạm vi|đường|thế giới))"


def antecedent(citation: Citation, earlier: Iterable[Citation]) -> Citation | None:
    """What ``citation`` leans on: of ``earlier`` (latest first) the same type with the same serial, or, without a
    number, with the same issuer; of several the one cited most often.

    An issuer may be shortened: ``Ban Chỉ đạo tỉnh`` for ``Ban Chỉ đạo Phòng, chống tội phạm tỉnh``.
    """
    serial = _SERIAL.match(citation.number or "")
    fitting: dict[str, list[Citation]] = {}
    for candidate in earlier:
        number, other = candidate.number, _SERIAL.match(candidate.number or "")
        if candidate.type != citation.type or not number or not other or number == citation.number:
            continue
        if serial[1] == other[1] if serial else _shortened(citation.issuer, candidate.issuer):
            fitting.setdefault(number, []).append(candidate)
    most = max(fitting.values(), key=len, default=[])
    return max(most, key=lambda candidate: (bool(candidate.date), bool(candidate.issuer)), default=None)


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
