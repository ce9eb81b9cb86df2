"""What a document calls itself when it says ``này``: its own type, and those of the texts that it issues."""

from __future__ import annotations

import re
from functools import cache

from vanban.extraction.citations.vocabulary import types
from vanban.layout.model import Layout, Zone

_HEAD = 60


@cache
def _issued() -> re.Pattern[str]:
    return re.compile(rf"(?:[Bb]an hành|BAN HÀNH|[Kk]èm theo|KÈM THEO)\s+(?:(?:bản|các)\s+)?(?P<type>{types().word})")


@cache
def _headed() -> re.Pattern[str]:
    return re.compile(rf"\W*(?P<type>{types().word})")


def own_types(layout: Layout, type_: str | None) -> frozenset[str]:
    """``type_``, what the title says is issued (``Ban hành Quy chế …``), and the titles of its attachments."""
    found = {type_} if type_ else set()
    for block in layout.blocks:
        text = block.text[:_HEAD]
        if block.zone is Zone.SUBJECT:
            match = _issued().search(block.text)
        else:
            titled = block.part == "attachment" and text.upper() == text
            match = _headed().match(text) if titled else None
        if match:
            found.add(types().of_word(match["type"]))
    return frozenset(found)
