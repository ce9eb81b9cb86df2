"""Who issued a cited document: the agency after ``của`` or ``giữa``, or the one that acts before the citation."""

from __future__ import annotations

import re
from functools import cache

from vanban.extraction.citations import names
from vanban.extraction.citations.vocabulary import CAPITAL
from vanban.language import agency_data
from vanban.language.dates import DATE, from_match
from vanban.language.positions import deputies
from vanban.language.text import fold, plain


def span(text: str, at: int, limit: int | None = None) -> int:
    """Where the agency's name that begins at ``at`` ends; ``at`` when no name begins there."""
    return names.read(text, at, limit).end


_PROPOSED = re.compile(
    r"(?:của|do)\s+(?:(?:các\s+)?(?:[Ôô]ng|[Bb]à|đồng chí|đ/c)\s+)?(?P<org>[^.;:()]{2,160}?),?\s+"
    r"(?:(?:trình\s+)?tại\s*|\()(?:các\s+)?$"
)
_LISTED = re.compile(rf"(?:[,;]\s*|\svà\s+)(?P<org>[{CAPITAL}][^.;:()]{{2,120}}?)\s*\((?:tại\s+)?(?:các\s+)?$")
"""``…, UBND tỉnh A (các văn bản``: one of several whose papers stand in brackets."""
_ACTED = re.compile(
    rf"(?:^|[.;:,]\s*|[Nn]gày\s[^,]{{4,25}},\s*)(?P<org>[{CAPITAL}][^.;:]{{2,120}}?)\s+"
    r"(?:(?:đã|vừa|mới)\s+)?(?:có|ban hành|gửi|ký|ký ban hành|phát hành|có các)\s*$"
)
_LAST = ("tại", "(", "các", "có", "hành", "gửi", "ký")
"""What every window with an issuer ends with."""
_CLAUSE = re.compile(rf", (?=[{CAPITAL}])")
_DATED = re.compile(
    r"(?:^|[.;(]\s*)(?:Vào\s+)?[Nn]gày\s+(?P<date>\d[^,]{5,24}),\s*[^.;,]{2,120}?(?:có|ban hành|gửi|ký|phát hành)\s*$"
)


def before(window: str) -> tuple[str | None, str | None]:
    """Issuer and date that stand before the citation at the end of ``window``.

    ``Theo đề nghị của Giám đốc Sở A tại`` gives the issuer; ``Ngày 12/6/2031, Bộ A đã có`` gives both.
    """
    if not window.rstrip().endswith(_LAST):
        return None, None
    proposed = _PROPOSED.search(window)
    if proposed:
        start = proposed.start("org")
        inner = window.rfind(" của ", start, proposed.end("org"))
        for at in (start, inner + 5 if inner > 0 else -1):
            if at >= 0 and span(window, at) >= proposed.end("org"):
                return window[at : proposed.end("org")], None
    listed = _LISTED.search(window)
    if listed and span(window, listed.start("org")) >= listed.end("org"):
        return listed["org"], None
    if proposed:
        return None, None
    acted = _ACTED.search(window)
    if not acted:
        return None, None
    start, end = acted.start("org"), acted.end("org")
    org = None
    for at in (start, *(m.end() for m in _CLAUSE.finditer(window, start, end))):
        if span(window, at) >= end and not fold(window[at:end]).startswith("ngay"):
            org = window[at:end]
            break
    dated = _DATED.search(window) if org else None
    date = DATE.search(dated["date"]) if dated else None
    return org, from_match(date) if date else None


@cache
def _spellings() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """Known parts of agency names of two words and more by their first word without marks, longest first."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for phrases in agency_data.phrases().values():
        for phrase in phrases:
            if len(phrase.words) > 1 and phrase.words[-1].isalpha():
                key = tuple(plain(word) for word in phrase.words)
                found.setdefault(key[0], []).append((key, phrase.text))
    for group in found.values():
        group.sort(key=lambda item: -len(item[0]))
    return found


@cache
def _sound() -> frozenset[str]:
    """Known parts in small letters: what is one of them is no slip for another (``Thứ trưởng``, ``Thủ trưởng``)."""
    known = (phrase.text.casefold() for phrases in agency_data.phrases().values() for phrase in phrases)
    return frozenset((*known, *(deputy.casefold() for deputy in deputies())))


_PLACES = frozenset({"tỉnh", "phố", "quận", "huyện", "xã", "phường", "thôn", "ấp", "bản", "đảo"})
"""What follows is a place's own name, however like another word it is (``phường Văn Hòa``, ``văn hóa``)."""


def respelt(name: str) -> str:
    """A name with the marks of its known parts put right, which scans lose: ``Bộ Y tê`` is ``Bộ Y tế``."""
    tokens = list(agency_data.WORD.finditer(name))
    keys = [plain(token.group().casefold()) for token in tokens]
    parts, at, end = [], 0, 0
    while at < len(tokens):
        fits = (item for item in _spellings().get(keys[at], ()) if tuple(keys[at : at + len(item[0])]) == item[0])
        key, text = next(fits, ((keys[at],), tokens[at].group()))
        if at and tokens[at - 1].group().casefold() in _PLACES:
            key, text = (keys[at],), tokens[at].group()
        begin, at = tokens[at].start(), at + len(key)
        written = name[begin : tokens[at - 1].end()]
        sound = " ".join(written.casefold().split()) in _sound()
        parts += [name[end:begin], written if sound else text]
        end = tokens[at - 1].end()
    return "".join([*parts, name[end:]])
