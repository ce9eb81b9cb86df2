"""Lists of actors as documents write them, in normal form."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from vanban.extraction.tasks.cues import UPPER, actor_at, words
from vanban.language.agencies import names, written_out
from vanban.language.agency_data import alternation, table

_CHUNK = re.compile(r"[,;]\s*(?:và\s+)?")
_LOWER = re.compile(rf"(?:phòng|sở|chi cục|trung tâm|công an)\s+[{UPPER}]")
_PERSON = re.compile(rf"\s+và\s+(?=(?:ông|bà|đồng chí)\s+[{UPPER}]\w*\s+[{UPPER}])")
_KIND = re.compile(r"(?:xã|phường|thị trấn|huyện|quận|thị xã|thành phố|tỉnh|đặc khu)\s")
_PLACES = re.compile(rf"(?P<head>.+?)\s+các\s+(?P<kind>{_KIND.pattern[:-2]})\s*:\s*(?P<items>[{UPPER}].*)$", re.DOTALL)
_ITEM = re.compile(r"\s*(?:,|;|\svà\s)\s*")
_COMMITTEES = re.compile(
    r"(?<!HĐND)(?<!nhân dân)(?<!trực),\s+(?=(?:Chủ tịch\s+)?(?:UBND|Ủy ban nhân dân)\s+(?:các|cấp)\s)"
)
"""A committee behind a comma shares its places with a council before it, and with no other body."""
_BLANK = re.compile(r"\.\.|…|___|\d{4,}/|[“”\"]")
_FORM = re.compile(r"\.{4,}|…{2,}|_{3,}")
"""The blanks of a form to be filled in name no one."""
_LONGEST = 170
_MOST = 40


@lru_cache(maxsize=4096)
def actor_names(text: str, *, people: bool = False) -> tuple[str, ...]:
    """The names of a list; what a colon lists (``Giám đốc các sở: A, B``) ends where the next full name begins.

    In running text the first must be an agency, an officer or a collective; where ``people`` may be named
    (a task table, a label) any name will do.
    """
    if _FORM.search(text):
        return ()
    found: list[str] = []
    titled = _titled().search(text) if "," in text else None
    if titled and len(titled.group()) <= _LONGEST:
        before, behind = text[: titled.start()].strip(" ,;"), text[titled.end() :].strip(" ,;").removeprefix("và ")
        lists = (actor_names(before, people=True), (written_out(titled.group()),), actor_names(behind, people=True))
        return tuple(dict.fromkeys(name for listed in lists for name in listed))
    for part in _parts(text):
        for piece in _COMMITTEES.split(part):
            listed = _places(piece)
            for name in listed if listed is not None else names(piece):
                found += _full_names(name)
    if found and not people and not (_known(found[0]) or found[0][:1].islower()):
        return ()
    seen = dict.fromkeys(name for name in found if len(name) <= _LONGEST and not _BLANK.search(name))
    return tuple(seen) if len(seen) <= _MOST else ()


def _known(name: str) -> bool:
    """Whether a name begins as an agency's, an officer's or a worker's does, or is a head or a trade alone."""
    return bool(actor_at(name) or _LOWER.match(name) or name in _alone())


@cache
def _alone() -> frozenset[str]:
    actors = words()["actors"]
    return frozenset((*actors["bare"], *actors["trades"]))


@cache
def _titled() -> re.Pattern[str]:
    """A person and the offices held, up to the end or the next person: ``đồng chí Lê Văn Thử, Bí thư Chi bộ``."""
    office = rf"(?:{alternation(table('agencies')['positions'])}|Ủy viên)(?!\w)(?!\s+các\s)(?:(?!\svà\s)[^,;:])*?"
    next_person = r"(?:,\s*|\s+và\s+)(?:đồng chí|đ/c|ông|bà|Đồng chí|Đ/c|Ông|Bà)\s"
    return re.compile(
        rf"(?:[Đđ]ồng chí|[Đđ]/c|[Ôô]ng|[Bb]à)\s+(?:[{UPPER}]\w+\s+){{1,4}}[{UPPER}]\w+(?:,\s+{office})+"
        rf"(?=\s*(?:;|$|{next_person}))"
    )


def _places(text: str) -> list[str] | None:
    """``UBND các xã: A, B và thị trấn C``: each place with the head and the kind that its list elides."""
    match = _PLACES.match(text)
    if match is None:
        return None
    found = []
    for item in _ITEM.split(match["items"]):
        place = item if _KIND.match(item) else f"{match['kind']} {item}"
        found += names(f"{match['head']} {place}")
    return found


def _full_names(name: str) -> list[str]:
    """A name cut where another name in capitals begins behind a comma."""
    if person := _PERSON.search(name):
        return [name[: person.start()], name[person.end() :]]
    for match in _CHUNK.finditer(name):
        at = match.end()
        if _LOWER.match(name, at) or (name[at : at + 1].isupper() and actor_at(name, at)):
            return [name[: match.start()], *_full_names(name[at:])]
    return [name] if name else []


def _parts(text: str) -> list[str]:
    """The text cut so that each part holds at most one colon and what belongs to it."""
    colon = text.find(":")
    if colon < 0:
        return [text]
    head = max((m.end() for m in _CHUNK.finditer(text, 0, colon) if _begins(text, m.end())), default=0)
    stop = next((m for m in _CHUNK.finditer(text, colon) if actor_at(text, m.end())), None)
    joined = _and_actor(text, colon, stop.start() if stop else len(text))
    before, rest = text[:head].strip(" ,;"), text[stop.end() :] if stop else ""
    listed = text[head : stop.start() if stop else len(text)]
    if joined is not None:
        listed, rest = text[head : joined[0]], text[joined[1] :]
    return [part for part in (before, listed, *(_parts(rest) if rest else ())) if part]


def _begins(text: str, at: int) -> bool:
    """A new name after a comma: in capitals (``Giám đốc các sở:``), or a quantified collective."""
    return actor_at(text, at) and (text[at].isupper() or text.startswith("các ", at))


def _and_actor(text: str, start: int, end: int) -> tuple[int, int] | None:
    """An ``và`` inside a listed colon that begins a full name (``…, Xây dựng và UBND các huyện``)."""
    for match in re.finditer(r"\s+và\s+", text[start:end]):
        if actor_at(text, start + match.end()):
            return start + match.start(), start + match.end()
    return None
