"""What a document does to the one it cites: the cue that governs each citation, with its scope.

A citation inside the title of another is only mentioned; words such as ``được sửa đổi, bổ sung bởi``
describe the cited document and give no relation; members of a list share the cue of the first.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from vanban.extraction.citations.raw import RawCitation
from vanban.extraction.citations.vocabulary import CAPITAL
from vanban.extraction.tasks.cues import cues as task_cues
from vanban.record import Relation

_ORDER: tuple[Relation, ...] = (
    "corrects",
    "consolidates",
    "responds",
    "amends",
    "guides",
    "replaces",
    "repeals",
    "basis",
)
_SENTENCE = re.compile(
    rf"\.\s+(?=[“\"(]?[{CAPITAL}])|;\s*|\n\s*\n|[.:]\s*“|(?<=[\w”)])\s+(?=(?:Căn cứ|Xét|Theo đề nghị|Phúc đáp)\s)"
)
_LABEL = re.compile(
    r"\s*(?:[-–+*“\"(]\s*)*(?:(?:Điều|Khoản|Mục)\s+\d+[a-zđ]?\.?\s*:?\s*|\d{1,2}(?:\.\d{1,2})*[.)]\s+|[a-zđ][.)]\s+|[IVX]{1,5}\.\s+)?(?:[Vv]/[Vv]:?\s*|về\s+việc\s+|về\s+)?",
    re.IGNORECASE,
)
_GLUE = re.compile(r"[\s,;]*(?:và|hoặc|cùng|với|,|;)?\s*(?:các\s+)?(?:quy định\s+)?(?:của|tại|theo)?\s*(?:số)?\s*")
_PASSIVE = re.compile(r"(?:được|bị|đã|việc|sẽ|đề nghị|kiến nghị|đề xuất|dự thảo|đã được|nghị)\s*$")
_AWAY = re.compile(r"[;:“]|\.\s|(?<!kèm)\s(?:bởi|theo|bằng)\s")
_COMMA = re.compile(r",\s+")
_BY = re.compile(r"(?<!kèm)\s(?:bởi|theo)\s")
_BASES = re.compile(r"\W*(?:[ivx\d]+\s*[.)/-]\s*)?(?:(?:các|những)\s+)?(?:căn cứ|cơ sở pháp lý)(?!\w)")
"""A heading over what the document rests on: ``I. CĂN CỨ PHÁP LÝ``."""
_ACTS = re.compile(r"xét\s+(?:duyệt|tuyển|chọn|tặng|nâng|thăng|cấp|công nhận|xử|nghiệm|hỗ trợ)(?!\w)")
"""A task that begins with ``xét`` and rests on nothing: ``Xét duyệt hồ sơ theo Nghị định …``."""
_SELF = re.compile(r"(?:này|định:|quyết:)\s(?:(?:có hiệu lực|được ban hành)[^.;:]{0,80}\s)?(?:(?:để|và|nhằm)\s)?$")
_ENACTS = re.compile(
    r"(?:chính phủ|quốc hội|(?:ủy|uỷ) ban|hội đồng|thủ tướng|bộ trưởng|chủ tịch|thống đốc|chánh án|viện trưởng|tổng)"
    r"[^.;:]{0,90}?\sban hành\s(?:luật|pháp lệnh|nghị định|nghị quyết|quyết định|thông tư(?:\sliên tịch)?)\s"
)
_LISTED_BASIS = re.compile(r"(?:.*\n)?\W*căn cứ\s(?:(?!\.\s)[^\n])*;\s*")
"""``Căn cứ …; …;``: one of several bases in a paragraph."""
_REACH = 400
_AND_OF = re.compile(r"[\s,]*(?:và|cùng)\s[^.;:]{2,120}\s(?:tại|theo)\s+(?:các\s+)?")
"""``… tại Tờ trình số A và ý kiến của Bộ B tại Báo cáo số C``: another proposal of one basis."""
_OPENED = re.compile(r"\((?!\w{1,2}\))[^()]{0,120}$")
_CLOSED = re.compile(r"[^();]{0,80}\)")
_OF_LIST = re.compile(r"[;:]\s*(?:\d{1,2}[.)]\s*|[-+]\s*)?$|\.\s+$")


@dataclass(slots=True, frozen=True)
class Place:
    """Where a text stands: ``preamble`` before the outline, ``subject`` the title, ``heading`` what lists it.

    ``merged``: the list of documents that a consolidated text (văn bản hợp nhất) puts before its bases.
    """

    preamble: bool = False
    subject: bool = False
    heading: str = ""
    merged: bool = False


@dataclass(slots=True, frozen=True)
class _Cues:
    opening: re.Pattern[str] | None
    preamble: re.Pattern[str] | None
    near: re.Pattern[str] | None
    own: re.Pattern[str] | None
    behind: re.Pattern[str] | None


def _pattern(words: list[str] | None) -> re.Pattern[str] | None:
    if not words:
        return None
    spelt = "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in sorted(words, key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{spelt})(?!\w)")


@cache
def _cues() -> dict[Relation, _Cues]:
    data = tomllib.loads(files("vanban.language").joinpath("data/relation_cues.toml").read_text("utf-8"))
    return {
        relation: _Cues(
            *(_pattern(data[relation].get(key)) for key in ("opening", "preamble", "near", "self", "behind"))
        )
        for relation in _ORDER
    }


def relate(text: str, citations: list[RawCitation], place: Place) -> list[Relation]:
    """The relation of each citation of ``text``, in their order."""
    low = text.lower() if len(text.lower()) == len(text) else text
    relations: list[Relation] = []
    outer: tuple[RawCitation, Relation, int] | None = None
    for citation in citations:
        if outer and outer[0].title_span and outer[0].title_span[0] <= citation.start < outer[0].title_span[1]:
            relations.append("refers")
            continue
        relation = _governed(text, low, citation, outer, place)
        relations.append(relation)
        aside = _aside(text, outer[2], citation) if outer else None
        outer = (*outer[:2], aside) if outer and aside else (citation, relation, _behind(citation))
    return relations


def _aside(text: str, free: int, citation: RawCitation) -> int | None:
    """Where the brackets close that hold a citation apart from the one before it, ``A (được sửa đổi bởi B) và C``:
    what follows goes on with ``A``. ``None`` where it stands in none."""
    opened = _OPENED.search(text, min(free, citation.start), citation.start)
    closed = _CLOSED.match(text, _behind(citation)) if opened else None
    return closed.end() if closed else None


def _behind(citation: RawCitation) -> int:
    """Where a citation ends with its title."""
    return max(citation.end, citation.title_span[1] if citation.title_span else 0)


def _governed(
    text: str, low: str, citation: RawCitation, outer: tuple[RawCitation, Relation, int] | None, place: Place
) -> Relation:
    free = outer[2] if outer else 0
    begin = 0
    for match in _SENTENCE.finditer(text, max(0, citation.lead - 400), citation.lead):
        begin = match.end()
    begin = _LABEL.match(text, begin, citation.lead).end()  # type: ignore[union-attr]
    own = _by_cue(low, begin, max(free, begin), citation.lead, place)
    if own:
        return own
    if place.merged and (not outer or _OF_LIST.search(text, free, citation.lead)) and citation.lead <= begin + 2:
        return "consolidates"
    if outer and free <= citation.lead and _GLUE.fullmatch(text, free, citation.lead):
        return outer[1]
    if (
        outer
        and place.preamble
        and outer[1] == "basis"
        and _AND_OF.fullmatch(low, min(free, citation.lead), citation.lead)
    ):
        return "basis"
    if place.preamble and citation.lead <= begin + 2 and _LISTED_BASIS.fullmatch(low, max(0, begin - _REACH), begin):
        return "basis"
    behind = _by_cue_behind(low, _behind(citation))
    if behind:
        return behind
    if not outer and place.heading and citation.lead <= begin + 12:
        return _of_heading(place.heading.lower())
    return "refers"


def _by_cue(low: str, begin: int, free: int, lead: int, place: Place) -> Relation | None:
    """The relation that a cue between ``free`` and ``lead`` gives; ``begin`` is where the sentence opens."""
    for relation in _ORDER:
        cues = _cues()[relation]
        opening = cues.opening.match(low, begin, lead) if cues.opening and free == begin else None
        resting = opening and relation == "basis" and not place.preamble
        if resting and opening and (_ACTS.match(low, begin) or _turns_to_task(low, opening.end(), lead)):
            continue
        if opening and (relation in ("basis", "responds") or not _BY.search(low, opening.end(), lead)):
            return relation
        if cues.preamble and place.preamble and free == begin and cues.preamble.match(low, begin, lead):
            return relation
        for pattern, own in ((cues.near, False), (cues.own, True)):
            match = _last(pattern, low, max(free, lead - 160), lead) if pattern else None
            if not match or _AWAY.search(low, match.end(), lead):
                continue
            left = low[max(0, match.start() - 110) : match.start()]
            enacted = place.preamble and _ENACTS.fullmatch(low, begin, match.start())
            if own and not ((place.subject and match.start() <= begin + 4) or enacted or _SELF.search(left)):
                continue
            if not own and (_PASSIVE.search(left) or (relation == "responds" and not place.preamble)):
                continue
            return relation
    return None


def _turns_to_task(low: str, start: int, end: int) -> bool:
    """Whether a task begins behind a comma: ``Căn cứ tình hình thực tế, rà soát … theo Nghị định``."""
    return any(task_cues().opens_task.match(low, mark.end()) for mark in _COMMA.finditer(low, start, end))


def _last(pattern: re.Pattern[str], text: str, start: int, end: int) -> re.Match[str] | None:
    *_, last = (None, *pattern.finditer(text, start, end))
    return last


def _by_cue_behind(low: str, at: int) -> Relation | None:
    window = low[at : at + 70]
    for relation in ("replaces", "repeals"):
        cues = _cues()[relation]
        match = cues.behind.match(window.lstrip(" ,)")) if cues.behind else None
        if match:
            return relation
    return None


def _of_heading(heading: str) -> Relation:
    if _BASES.match(heading):
        return "basis"
    for relation in ("repeals", "replaces"):
        cues = _cues()[relation]
        for pattern in (cues.near, cues.behind):
            match = pattern.search(heading) if pattern else None
            if match and not _PASSIVE.search(heading[max(0, match.start() - 12) : match.start()]):
                return relation
    return "refers"
