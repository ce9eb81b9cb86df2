"""A citation as it is read from text, before it takes the record's form."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from vanban.extraction.citations.vocabulary import CAPITAL
from vanban.record import Pinpoint

Span = tuple[int, int]


@dataclass(slots=True)
class RawCitation:
    """One mention: values beside the spans that they were read from. ``start`` to ``end`` is type to issuer.

    ``lead`` is where its pinpoint begins (``start`` without one); ``core_end`` is the end of number, name or date.
    ``refers_back``: it leans on an earlier mention (``Nghị định 30``, ``Chỉ thị của Bộ Chính trị``).
    ``parts`` are the parts named, one by one; ``trail`` is where a pinpoint behind ends (0 without one); ``attached``
    names the text that was issued with the cited one and is meant.
    ``doubtful``: the issuer or the title may end elsewhere, or the number was mended.
    """

    start: int
    end: int
    type: str | None
    lead: int
    core_end: int
    number: str | None = None
    number_span: Span | None = None
    date: str | None = None
    date_span: Span | None = None
    issuer: str | None = None
    issuer_span: Span | None = None
    title: str | None = None
    title_span: Span | None = None
    pinpoint: Pinpoint | None = None
    refers_back: bool = False
    doubtful: bool = False
    parts: list[Pinpoint] = field(default_factory=list)
    trail: int = 0
    attached: str | None = None
    symbol: str | None = field(default=None, repr=False)

    @property
    def behind(self) -> int:
        """Where the mention ends with its title and a pinpoint behind it."""
        return max(self.end, self.title_span[1] if self.title_span else 0, self.trail)


_STUCK = re.compile(rf"[{CAPITAL}](?<=[{CAPITAL.lower()}]{{3}}.)(?=[{CAPITAL.lower()}])")


def clean(text: str) -> str:
    """A span's text as a value: no Markdown stars, one space between words, words that stick together parted."""
    if "*" in text:
        text = text.replace("*", "")
    if _STUCK.search(text):
        text = _STUCK.sub(r" \g<0>", text)
    return " ".join(text.split())
