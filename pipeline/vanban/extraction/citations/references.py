"""Mentions that lean on an earlier one: short numbers (``Nghị định 30``, ``QĐ22``) and ``Công văn nêu trên``."""

from __future__ import annotations

import re
from collections.abc import Iterable

from vanban.extraction.citations.vocabulary import types
from vanban.record import Citation

_SERIAL = re.compile(r"0*(\d+[a-zđ]?)")
_BACK = r"\s+(?:(?:nêu|nói|dẫn)\s+trên|trên đây|trên|đó)(?!\w)(?!\s+(?:địa bàn|cơ sở|toàn|cả|lĩnh vực|mạng|phạm vi|đường|thế giới))"


def antecedent(citation: Citation, earlier: Iterable[Citation]) -> Citation | None:
    """The latest of ``earlier`` of the same type whose number begins with the same serial."""
    serial = _SERIAL.match(citation.number or "")
    for candidate in earlier:
        other = _SERIAL.match(candidate.number or "")
        if serial and other and candidate.type == citation.type and serial[1] == other[1] and candidate.number != citation.number:
            return candidate
    return None


def resolved(citation: Citation, found: Citation) -> Citation:
    """``citation`` with the values of what it points back to."""
    values = {"number": found.number, "date": citation.date or found.date, "issuer": citation.issuer or found.issuer}
    return citation.model_copy(update={**values, "refers_back": True})


def anaphors(text: str) -> list[tuple[int, int, str]]:
    """``Công văn trên``, ``Nghị định nêu trên``: start, end and type."""
    return [
        (match.start(), match.end(), types().of_word(match["type"]))
        for match in re.finditer(rf"(?P<type>{types().word}){_BACK}", text)
        if match["type"][0].isupper()
    ]
