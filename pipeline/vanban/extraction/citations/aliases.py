"""Short names that a text gives the documents it cites: ``(sau đây gọi tắt là Nghị định 30)``."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from vanban.extraction.citations.raw import RawCitation, clean
from vanban.extraction.citations.vocabulary import initials, types
from vanban.record import Citation

_DECLARED = re.compile(
    r"[\s,]*(?:(?P<open>[(\[]\s*)(?:sau đây|dưới đây|từ đây|sau này)?|(?:sau đây|dưới đây|từ đây))"
    r"\s*(?:(?:được|xin)\s+)?"
    r"(?:gọi|viết)\s+(?:(?:tắt|chung)\s+)*là\s*:?\s*[“\"']?\s*(?P<name>[^()\[\]”“\"';:\n]{2,80}?)\s*[”\"']?\s*"
    r"(?:(?P<close>[)\]])|(?=[,.;]\s)|[.;]?\s*$)"
)
_CALLED = re.compile(r"(?:gọi|viết)\s+(?:tắt|chung|là)")
_SERIAL = re.compile(r"(?<!\w)0*(\d+)")
_SAYING = re.compile(r"\d|(?<!\w)[A-ZĐ]{2,}(?!\w)")
_SPACES = re.compile(r"\s+")
_REACH = 160
_MOST = 50


@dataclass(slots=True, frozen=True)
class Alias:
    """A name as it is given, and where: ``start`` to ``end`` is the words that give it."""

    name: str
    start: int
    end: int


def declared(text: str, citations: list[RawCitation]) -> dict[int, Alias]:
    """The aliases that ``text`` gives to its citations, by their place among them."""
    if not _CALLED.search(text):
        return {}
    found: dict[int, Alias] = {}
    taken: set[int] = set()
    for at, citation in enumerate(citations):
        alias = _behind(text, citation)
        if alias and alias.start not in taken and _fits(alias.name, citation):
            found[at] = alias
            taken.add(alias.start)
    return found


def _behind(text: str, citation: RawCitation) -> Alias | None:
    limit = min(len(text), citation.behind + _REACH)
    for at in sorted({citation.end, citation.behind}):
        match = _DECLARED.match(text, at, limit)
        if match:
            break
    else:
        title = citation.title_span
        match = _DECLARED.search(text, title[0], limit) if title and _CALLED.search(text, title[0], limit) else None
        if not match or match.start() > citation.behind:
            return None
    if bool(match["open"]) != bool(match["close"]):
        return None
    return Alias(clean(match["name"]), match.start("name"), match.end())


def _fits(name: str, citation: RawCitation) -> bool:
    """Whether a name is of the cited document and not of its issuer or of what it approves."""
    given, own = _SERIAL.search(name), _SERIAL.match(citation.number or "")
    if given and own:
        return given[1] == own[1]
    word = _type().match(name)
    if word:
        return types().of_word(word.group()) == citation.type
    return citation.type == "Bộ luật" and name.split()[0] in initials()


@cache
def _type() -> re.Pattern[str]:
    names = "|".join(sorted(types().short, key=len, reverse=True))
    return re.compile(rf"{types().word}|(?:{names})(?=\s?-?\s?\d)")


def naming(citations: list[RawCitation], aliases: Iterable[Alias]) -> set[int]:
    """The places of the citations that stand in the words which give an alias: they cite nothing."""
    spans = sorted((alias.start, alias.end) for alias in aliases)
    found: set[int] = set()
    at = 0
    for place, citation in enumerate(citations):
        while at < len(spans) and spans[at][1] <= citation.start:
            at += 1
        if at < len(spans) and spans[at][0] <= citation.start:
            found.add(place)
    return found


class Aliases:
    """The short names that a document has given so far."""

    def __init__(self) -> None:
        self._known: dict[str, Citation] = {}
        self._pattern: re.Pattern[str] | None = None

    def add(self, name: str, citation: Citation) -> None:
        """Remember that ``name`` means ``citation``; only names with a figure or initials are looked for again."""
        if len(self._known) >= _MOST or _key(name) in self._known:
            return
        self._known[_key(name)] = citation
        if _SAYING.search(name):
            former = self._pattern.pattern + "|" if self._pattern else ""
            said = r"\s*".join(map(re.escape, name.split()))
            self._pattern = re.compile(former + rf"(?<!\w){said}(?![\w/]|-\w)")

    @property
    def any(self) -> bool:
        """Whether there are any."""
        return bool(self._known)

    def meant(self, written: str) -> Citation | None:
        """What a mention with these words means."""
        return self._known.get(_key(written)) if self._known else None

    def mentions(self, text: str) -> list[tuple[int, int]]:
        """Where the names stand in ``text``."""
        return [match.span() for match in self._pattern.finditer(text)] if self._pattern else []


def same(name: str, written: str) -> bool:
    """Whether two names are one but for white space and letter case."""
    return _key(name) == _key(written)


def _key(name: str) -> str:
    return _SPACES.sub("", name).casefold()
