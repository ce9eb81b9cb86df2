"""The part of a document that a citation names (NĐ 30/2020 PL II.V.7): ``điểm a khoản 2 Điều 5``."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

from vanban.extraction.citations.cues import data, spelt
from vanban.extraction.citations.parts import Level, spread, tree
from vanban.extraction.citations.raw import RawCitation, clean
from vanban.record import Pinpoint

_LEVELS = {
    "điểm": "point", "khoản": "clause", "điều": "article", "mục": "section", "tiểu mục": "subsection",
    "chương": "chapter", "phần": "part", "phụ lục": "appendix",
}  # fmt: skip
_IDENT = (
    r"(?:\d{1,3}(?:\.\d{1,3}){0,3}[a-zđ]?|[IVXLC]{1,6}[A-H]?|thứ\s(?:nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười)"
    r"|[a-zđ](?:\.\d{1,2}){0,2}|[A-H])(?!\w)"
)
_NAME = (
    r"[ĐđKkTtMmCcPp](?<!\w.)(?:(?<=[Đđ])(?:iểm|iều|IỀU)|(?<=[Kk])hoản|(?<=[Tt])iểu [Mm]ục|(?<=[Mm])ục(?<![Dd]anh mục)"
    r"|(?<=[Cc])hương|(?<=[Pp])(?:hần|hụ lục|HỤ LỤC))"
)
"""A level word; it begins with a class of letters, so that a search skips most of the text."""
_LEVEL = re.compile(
    rf"(?P<level>{_NAME})\s+(?:số\s+)?(?:từ\s+)?"
    rf"(?P<idents>{_IDENT}(?:(?:\s*[,;]\s*(?:và\s+)?|\s+(?:và|hoặc|đến)\s+|\s?-\s?){_IDENT}){{0,40}})"
)
_GLUE = re.compile(
    r"[\s,;]*(?:(?:và|hoặc|đến|cùng|-)\s*)?(?:quy định\s+)?(?:(?:của|tại|thuộc|trong|từ)\s+)?(?:các\s+)?(?:từ\s+)?"
)
_TO = re.compile(r"\s*(?:đến|-)\s*")
_CONJUNCTION = re.compile(r"(?<!\w)(?:và|hoặc|cùng|đến)(?!\w)|;|-")
_EACH = re.compile(r"(?<!\w)các\s+$")
_SEPARATORS = re.compile(r"\s*[,;]\s*(?:và\s+)?|\s+(?:và|hoặc)\s+")
_RANGE = re.compile(r"\s+đến\s+|\s?-\s?")
_REACH = 320
_BEFORE = 160
_NEAR = re.compile(r"(?:iểm|hoản|iều|IỀU|ục|hương|hần|ỤC)\s")
_KEM = re.compile(r"kèm\s+theo\s+(?:các\s+)?$", re.IGNORECASE)
_BEHIND = re.compile(r"\s*(?:(?P<open>\()\s*(?:tại\s+)?|,\s+(?:tại\s+)?|:\s+)(?:các\s+)?(?=[ĐđKkMmCcPpTt])")
_STOP = re.compile(r"\s*(?:\)|$|;|\.\s|\.$|,(?!\s+(?:[Kk]hoản|[Đđ]iều|[Đđ]iểm|[Pp]hụ lục|[Cc]hương|[Mm]ục)\s))")
_NEXT_ARTICLE = re.compile(r"\.\s+[^\W\d_]")
_AFTER_BREAK = re.compile(r"[\n:]")


@cache
def _names() -> str:
    return spelt(data()["attached"]["names"])


@cache
def _linker() -> re.Pattern[str]:
    """What stands between a pinpoint and the document: ``của``, ``Quy chế … ban hành kèm theo``."""
    return re.compile(
        r"\s*,?\s*(?:(?:của|tại|trong|thuộc|theo)\s+)?(?:các\s+)?"
        rf"(?:(?:(?:Phụ lục|PHỤ LỤC)\s+)?(?P<attached>(?:bản\s)?(?:{_names()})[^.;:]{{0,120}}?\s)?"
        r"\(?(?:được\s+)?(?:ban hành\s+)?kèm\s+theo\s+(?:các\s+)?)?"
    )


@cache
def _carried() -> re.Pattern[str]:
    """``Quy chế … (ban hành kèm theo``: what was issued with the document that follows."""
    away = r"(?:theo|tại|bằng|thay thế|bãi bỏ|thực hiện|sửa đổi|và các|như)"
    return re.compile(
        rf"(?<!\w)(?P<attached>(?:{_names()})(?:\s(?!{away}\s)[^\s.;:()“”]{{1,24}}){{0,24}}?),?\s*"
        r"\(?(?:được\s+)?(?:[Bb]an hành\s+)?[Kk]èm\s+theo\s+(?:các\s+)?$"
    )


def before(text: str, low: int, at: int) -> tuple[Pinpoint, int] | None:
    """The pinpoint that leads to the citation at ``at``, and where it begins (not before ``low``).

    Lists keep all their members (``4, 5, 6``), ranges both ends (``4-6``).
    """
    low = max(low, at - _REACH)
    if not _NEAR.search(text, low, at):
        return None
    levels = list(_LEVEL.finditer(text, low, at))
    if not levels or not _linker().fullmatch(text, levels[-1].end(), at):
        return None
    chain = [levels[-1]]
    for match in reversed(levels[:-1]):
        if not _GLUE.fullmatch(text, match.end(), chain[-1].start()):
            break
        chain.append(match)
    chain.reverse()
    return _pinpoint(text, chain), chain[0].start()


def complete(text: str, citations: list[RawCitation]) -> None:
    """Give each citation the parts it names one by one, a pinpoint behind it, and the text attached that it means."""
    for at, citation in enumerate(citations):
        limit = citations[at + 1].lead if at + 1 < len(citations) else len(text)
        if citation.lead < citation.start:
            chain = _chain(text, citation.lead, citation.start)
            citation.parts = tree(_levels(text, chain, citation.lead))
            linked = _linker().fullmatch(text, chain[-1].end(), citation.start) if chain else None
            name = linked["attached"] if linked else None
        else:
            name = _attached(text, citation.start)
            behind = _behind(text, citation, limit)
            if behind:
                chain, citation.trail = behind
                citation.pinpoint = _pinpoint(text, chain)
                citation.parts = tree(_levels(text, chain, chain[0].start()))
        citation.attached = clean(name).rstrip(" ,(") if name else None


def _attached(text: str, at: int) -> str | None:
    if not _KEM.search(text, max(0, at - 20), at):
        return None
    match = _carried().search(text, max(0, at - _BEFORE), at)
    return match["attached"] if match else None


def _behind(text: str, citation: RawCitation, limit: int) -> tuple[list[re.Match[str]], int] | None:
    """A pinpoint behind a citation and where it ends: ``Nghị định …, Điều 5``, ``Luật … (Điều 5 và Điều 7)``.

    Only where the sentence or the clause ends with it: ``…, Điều 5 Luật Giá`` is another's.
    """
    for at in sorted({citation.end, citation.behind}):
        opened = _BEHIND.match(text, at, min(limit, at + 30))
        if not opened:
            continue
        chain = _chain(text, opened.end(), min(limit, opened.end() + _REACH))
        if not chain:
            continue
        end = chain[-1].end()
        stop = _STOP.match(text, end)
        if not stop or end >= limit:
            continue
        if opened["open"]:
            if text[stop.end() - 1 : stop.end()] == ")":
                return chain, stop.end()
        elif not (_NEXT_ARTICLE.match(text, end) and _AFTER_BREAK.search(opened.group())):
            return chain, end
    return None


def _chain(text: str, at: int, limit: int) -> list[re.Match[str]]:
    """The levels that follow one another from ``at`` on."""
    chain: list[re.Match[str]] = []
    match = _LEVEL.match(text, at, limit)
    while match:
        chain.append(match)
        glue = _GLUE.match(text, match.end(), limit)
        match = _LEVEL.match(text, glue.end(), limit) if glue else None
    return chain


def _levels(text: str, chain: list[re.Match[str]], begin: int) -> list[Level]:
    """The chain as levels with their lists and ranges expanded."""
    levels: list[Level] = []
    for index, match in enumerate(chain):
        key = _LEVELS[" ".join(match["level"].lower().split())]
        written = [_RANGE.split(ident) for ident in _SEPARATORS.split(match["idents"])]
        glue = text[chain[index - 1].end() if index else max(0, begin - 5) : match.start()]
        if levels and levels[-1].key == key and _TO.fullmatch(glue):
            written[0] = [levels[-1].idents.pop(), *written[0]]
            levels[-1].idents += _expanded(written)
            continue
        levels.append(
            Level(
                key,
                _expanded(written),
                joined=bool(index and _CONJUNCTION.search(glue)),
                comma="," in glue,
                each=bool(_EACH.search(glue)),
            )
        )
    return levels


def _expanded(written: list[list[str]]) -> list[str]:
    found: list[str] = []
    for ends in written:
        found += spread(ends[0], ends[-1]) if len(ends) > 1 else ends
    return list(dict.fromkeys(found))


def _pinpoint(text: str, chain: list[re.Match[str]]) -> Pinpoint:
    """The chain as one pinpoint in the contract's form."""
    found: dict[str, list[str]] = {}
    for left, match in pairwise([None, *chain]):
        if match is None:
            continue
        key = _LEVELS[" ".join(match["level"].lower().split())]
        idents = [_RANGE.sub("-", ident) for ident in _SEPARATORS.split(match["idents"])]
        known = found.setdefault(key, [])
        if known and left and _TO.fullmatch(text, left.end(), match.start()):
            known[-1] += f"-{idents[0]}"
            idents = idents[1:]
        known += [ident for ident in idents if ident not in known]
    return Pinpoint(**{key: ", ".join(idents) for key, idents in found.items()})
