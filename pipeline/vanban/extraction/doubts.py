"""What tells a doubtful item: signs in the words of an assignment, a citation or a list of recipients themselves.

A rule that stopped too early or too late leaves traces: a time that became no deadline, a partner's cue without
partners, a name that holds ``và`` or ends in words no list of agencies knows.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Final

from vanban.extraction.tasks.cues import UPPER, actor_at, cues
from vanban.language.agency_data import WORD, known
from vanban.language.places import known_place
from vanban.record import Assignment, Citation, Recipient

_TIME: Final = re.compile(
    r"(?<![\d/])(?:\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?\d{4}|\d{1,2}\s?/\s?\d{4}|\d{1,2}\s?/\s?\d{1,2})(?![\d/])"
    r"|(?<!\w)(?i:ngày\s+\d{1,2}\s+tháng|(?<!ngày \d )(?<!ngày \d\d )tháng\s+\d|quý\s+(?:[IVX]+|\d)(?!\w))"
)
_YEAR: Final = re.compile(r"(?<!\w)(?:trong|từ|đến|hết|trước) năm (?:19|20)\d\d(?!\d)")
_DUE: Final = re.compile(
    r"(?<!\w)(?i:(?:chậm|muộn|trễ) nhất|(?:thời )?hạn(?: \w+){0,2}|(?:không )?(?:chậm|muộn) hơn|xong|hoàn (?:thành|tất)"
    r"|trước|kết thúc|thời (?:gian|điểm)(?: \w+){0,2})(?: \w+){0,2}\s*:?\s+"
    r"(?=ngày\s+\d|tháng\s+\d|quý\s+[IVX\d]|năm\s+\d|\d{1,2}[/.-])"
)
_WITH: Final = re.compile(
    r"(?<!\w)(?i:phối\s*,?\s*hợp(?:,? \w+){0,3}? (?:với|cùng|của)|phối\s*,?\s*hợp"
    r"|(?:chủ trì|cùng|trao đổi|thống nhất|kết hợp|hiệp đồng|bàn bạc|hội ý)(?:,? \w+){0,2}? với"
    r"|sự (?:tham gia|hỗ trợ) của|cùng)\s*:?\s+"
)
_PLURAL: Final = re.compile(r"(?<!\w)(?i:các|những|mọi|cơ quan|đơn vị|tổ chức)(?!\w)")
_GROUP: Final = re.compile(r"(?:các|những|chính quyền|lực lượng|cơ quan|đơn vị|tổ chức|đoàn thể)(?!\w)")
_WHEN: Final = re.compile(r"(?:xong|thời|hạn|chậm|muộn|trễ|trước|trong|hoàn|kết|đến|định kỳ)(?!\w)")
_SEAM: Final = re.compile(r",\s+(?:và\s+)?|\s+và\s+")
_CAPITAL: Final = re.compile(rf"(?<!\w)[{UPPER}]\w*")
_CLAUSE: Final = re.compile(r"[.;]\s+\S")
_SOON: Final = re.compile(r"(?<!\w)(?:[Gg]iao|[Yy]êu cầu|[Đđ]ề nghị|[Đđ]ối với)(?: cho)? [" + UPPER + "c]")
_NEAR: Final = 30
_PAST: Final = re.compile(r"(?<!\w)đã(?!\w)")
_PERSON: Final = re.compile(r"(?i:đồng chí|ông|bà|đại diện)(?!\w)")
_TITLE: Final = re.compile(r"(?i:(?:các )?(?:đồng chí|ông|bà|lãnh đạo|đại diện))")
_MARKS: Final = " \t\n,:;.-–"
_REACH: Final = 220
"""How far into a task its names may reach, in characters."""


def of_assignment(item: Assignment, mentions: Iterable[str]) -> dict[str, float]:
    """Signs of an assignment; ``mentions`` are the words of cited documents, whose dates are no deadlines."""
    text = item.text
    for mention in mentions:
        if mention in text:
            text = text.replace(mention, "")
    times, dues = len(_TIME.findall(text)), len(_DUE.findall(text))
    cues_with = sum(_someone(text, match.end()) for match in _WITH.finditer(text))
    names = [*item.assignees, *item.coordinators]
    rest = _behind(item.text, names)
    return {
        "actors": math.log1p(len(item.assignees)),
        "partners": math.log1p(len(item.coordinators)),
        "untimed": float(times > 0 and not item.deadlines),
        "undue": float(dues > 0 and not item.deadlines),
        "times": math.log1p(max(0, times - len(item.deadlines))) if item.deadlines else 0.0,
        "timed": float(bool(item.deadlines)),
        "year": float(not item.deadlines and _YEAR.search(text) is not None),
        "alone": float(cues_with > 0 and not item.coordinators),
        "cues": math.log1p(max(0, cues_with - 1)),
        "past": float(_PAST.search(text) is not None),
        "person": float(_PERSON.match(text) is not None),
        "clauses": math.log1p(len(_CLAUSE.findall(text))),
        "actors inside": math.log1p(sum(_acts(text, match.end() - 1) for match in _CLAUSE.finditer(text))),
        "colon": float(":" in text[:_REACH]),
        "brief": 1 / (1 + max(0, len(text.split()) - sum(len(name.split()) for name in names))),
        **_opening(item),
        **of_names(names),
        **_rest(rest, names),
    }


def _someone(text: str, at: int) -> bool:
    """Whether a name or a plural of bodies stands at ``at``."""
    return text[at : at + 1].isupper() or actor_at(text, at)


def _acts(text: str, at: int) -> bool:
    """Whether a clause that begins at ``at`` names someone soon."""
    return actor_at(text, at) or _SOON.search(text, at, at + _NEAR) is not None


def _opening(item: Assignment) -> dict[str, float]:
    """How the task begins: with an order, its actor, a word of a task, or with something else."""
    text = item.text.lstrip(_MARKS)
    if cues().order.match(text):
        return {"opens order": 1.0}
    if item.assignees and _start(text) == _start(item.assignees[0]):
        return {"opens actor": 1.0}
    if actor_at(text):
        return {"opens name": 1.0}
    return {"opens task" if cues().opens_task.match(text) else "opens else": 1.0}


def _start(text: str) -> list[str]:
    return [word.casefold() for word in text.split()[:2]]


def of_names(names: Sequence[str]) -> Mapping[str, float]:
    """Signs of a list of names: ``và`` and commas inside, small words that no list of agencies knows, length."""
    return _of_names(tuple(names))


@lru_cache(maxsize=1024)
def _of_names(names: tuple[str, ...]) -> Mapping[str, float]:
    if not names:
        return {"nameless": 1.0}
    seams = [(name, at) for name in names for at in _seams(name)]
    return {
        "widest": math.log1p(max(len(name.split()) for name in names)),
        "odd": math.log1p(max(map(_odd_words, names))),
        "joined": float(any(name[at].isupper() and actor_at(name, at) for name, at in seams)),
        "joined names": float(any(_lone(name, at) and len(_CAPITAL.findall(name, at)) > 1 for name, at in seams)),
        "joined group": float(any(_lone(name, at) and _GROUP.match(name, at) for name, at in seams)),
        "joined time": float(any(_WHEN.match(name, at) for name, at in seams)),
        "title alone": float(any(_TITLE.fullmatch(name) for name in names)),
        "tail": math.log1p(max(map(_tail, names))),
        "plural": float(all(name[:1].islower() for name in names)),
        "hanging": float(any(name.endswith((",", "-", " và", " của", " các")) for name in names)),
        "small": float(any(name[:1].islower() and not actor_at(name) for name in names)),
    }


def _lone(name: str, at: int) -> bool:
    """Whether what stands before ``at`` names one body and no plural that goes on (``các cơ quan, đơn vị``)."""
    return _PLURAL.search(name, 0, at) is None


def _seams(name: str) -> list[int]:
    """Where, behind ``và`` or a comma, a name goes on that no known phrase holds together."""
    found = [match.end() for match in _SEAM.finditer(name)]
    if not found:
        return []
    words = list(WORD.finditer(name))
    small, held, at = [word.group().casefold() for word in words], set[int](), 0
    while at < len(words):
        phrase = known(small, at)
        size = len(phrase.words) if phrase else 1
        held |= {words[inner].start() for inner in range(at + 1, at + size)}
        at += size
    ends = [at for at in found if at < len(name) and at not in held]
    return [at for at in ends if not name.startswith("các tổ chức chính trị", at)]


@lru_cache(maxsize=4096)
def _cover(name: str) -> tuple[tuple[str, bool], ...]:
    """The words of a name, each with whether a known phrase covers it."""
    words = WORD.findall(name)
    small = [word.casefold() for word in words]
    found: list[tuple[str, bool]] = []
    while len(found) < len(words):
        phrase = known(small, len(found))
        size = len(phrase.words) if phrase else 1
        found += [(word, phrase is not None) for word in words[len(found) : len(found) + size]]
    return tuple(found)


def _odd_words(name: str) -> int:
    """How many small words of a name no known phrase covers."""
    return sum(word.islower() and not covered for word, covered in _cover(name))


def _tail(name: str) -> int:
    """How many small words, covered by no known phrase, stand behind the known ones at a name's end."""
    words = _cover(name)
    at = len(words)
    while at and words[at - 1][0].islower() and not words[at - 1][1]:
        at -= 1
    return len(words) - at if at > 1 and words[at - 1][1] else 0


def strange(name: str) -> int:
    """How many words of a name, capitals and all, neither a known phrase nor a known place covers."""
    words = WORD.findall(name)
    small = [word.casefold() for word in words]
    at = count = 0
    while at < len(words):
        phrase = known(small, at)
        if phrase is None and known_place(" ".join(words[at:])):
            return count
        count += phrase is None and words[at].isalpha()
        at += len(phrase.words) if phrase else 1
    return count


def _behind(text: str, names: Sequence[str]) -> str | None:
    """What stands behind the last of the names that the text holds as they are; ``None`` when it holds none."""
    ends = [at + len(name) for name in names if (at := text.casefold().find(name.casefold(), 0, _REACH * 2)) >= 0]
    return text[max(ends) :] if ends else None


def _rest(rest: str | None, names: Sequence[str]) -> dict[str, float]:
    """Signs of the words behind the names: no word of a task, or capitals that are in no name."""
    if rest is None:
        return {"unseen": 1.0}
    start = rest.lstrip(_MARKS)
    near = rest[:60]
    return {
        "no task": float(not cues().opens_task.match(start)),
        "runs on": float(rest[:1] == " " and start[:1].islower() and not cues().opens_task.match(start)),
        "capitals": math.log1p(len(_CAPITAL.findall(near))),
        "actor behind": float(actor_at(start)),
        "and behind": float(start.startswith("và ")),
        "names": math.log1p(len(names)),
    }


def of_citation(item: Citation, behind: str) -> dict[str, float]:
    """Signs of a citation: what it lacks, its relation, and what the page says right ``behind`` it."""
    lacks = {f"no {name}": 1.0 for name in ("type", "number", "date", "issuer") if getattr(item, name) is None}
    after = behind.lstrip()
    return {
        f"is {item.relation}": 1.0,
        "refers back": float(item.refers_back),
        "pinpoint": float(item.pinpoint is not None),
        "goes on": float(after.startswith(("của ", "ngày ", "số ", "-", "–", "và các", "sửa đổi", "được ", "đã "))),
        "unended": float(after[:1].isalpha() and after[:1].islower()),
        "named on": float(after[:1].isupper() and behind[:1] == " "),
        **lacks,
    }


def of_recipients(items: Sequence[Recipient], others: Sequence[Recipient]) -> dict[str, float]:
    """Signs of a list of recipients; ``others`` are those of the other lists of the same foot."""
    names = [name for item in items for name in item.agencies]
    found = of_names(names)
    return {
        "several": math.log1p(len(names)),
        "lone": float(bool(items) and not others),
        "left out": float(not items and bool(others)),
        **found,
    }
