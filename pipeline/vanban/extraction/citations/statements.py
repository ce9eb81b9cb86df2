"""What a text says that one cited document did to another: ``A được sửa đổi, bổ sung bởi B``, ``A thay thế B``,
``Thông tư A hướng dẫn Nghị định B``. None of it is done by the document that says so.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache

from vanban.extraction.citations import scope
from vanban.extraction.citations.cues import can, data, small, spelt
from vanban.extraction.citations.raw import RawCitation
from vanban.extraction.citations.vocabulary import LAW_TYPES
from vanban.record import Relation, Scope

_STATED: tuple[Relation, ...] = ("amends", "replaces", "repeals", "guides", "corrects", "consolidates")
_GLUE = re.compile(r"[\s,]*(?:và|hoặc|cùng)?\s*(?:các\s+)?(?:quy định\s+)?(?:của|tại|theo|bởi)?\s*(?:số)?\s*")
_SAME = re.compile(r"[\s(]*[,)]|\s*(?:và|đồng thời)\s")
_AWAY = re.compile(r"(?<!kèm)\s(?:bởi|theo|bằng|này)\s|[;:“]|\.\s")
_SENTENCE = re.compile(r"(?:^|[.;:]\s+|\n)(?:[-+*(\s]|\d{1,2}[.)]\s|[a-zđ]\)\s)*$")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_WINDOW = 200
_GUIDED = LAW_TYPES | {"Nghị định"}


@dataclass(slots=True, frozen=True)
class Said:
    """``source`` did ``relation`` to ``target``; both count the citations of the text. ``passive``: so told."""

    source: int
    relation: Relation
    target: int
    scope: Scope
    passive: bool = False


@dataclass(slots=True)
class _Level:
    """The citations of a sentence, or of one title: the last of them, and the statement that a list goes on with."""

    last: int | None = None
    said: Said | None = None


@dataclass(slots=True)
class _Reader:
    text: str
    low: str
    citations: list[RawCitation]
    levels: dict[int | None, _Level] = field(default_factory=dict)
    open: list[int] = field(default_factory=list)
    found: list[Said] = field(default_factory=list)

    def read(self) -> list[Said]:
        for at, citation in enumerate(self.citations):
            while self.open and not self._holds(self.open[-1], citation):
                self.open.pop()
            owner = self.open[-1] if self.open else None
            level = self.levels.setdefault(owner, _Level())
            said = self._beside(owner, level, at) if level.last is not None else None
            if said is None and owner is not None:
                said = self._titled(owner, level, at)
            level.last, level.said = at, said
            if said:
                self.found.append(said)
            if citation.title_span:
                self.open.append(at)
        return self.found

    def _holds(self, outer: int, citation: RawCitation) -> bool:
        title = self.citations[outer].title_span
        return title is not None and title[0] <= citation.start < title[1]

    def _beside(self, owner: int | None, level: _Level, at: int) -> Said | None:
        """What is said of the citation at ``at`` and the one before it on its level."""
        last = level.last or 0
        before, citation = self.citations[last], self.citations[at]
        free = min(before.behind, citation.lead)
        if citation.lead - free > _WINDOW:
            return None
        gap = self.low[free : citation.lead]
        passive = _passive().fullmatch(gap)
        if passive and (passive["by"] or passive["told"] or gap.lstrip()[:1] in ("(", ",")):
            same = level.said if level.said and level.said.passive and _SAME.match(gap) else None
            return self._done(at, passive, [same.target if same else last, owner])
        if _GLUE.fullmatch(gap):
            return self._listed(level, last, at)
        active = _active().fullmatch(gap)
        if not active or _AWAY.search(active["more"]) or not self._acts(last):
            return None
        opens = _SENTENCE.search(self.text, max(0, before.lead - 12), before.lead)
        return self._said(last, at, active) if opens or not active["comma"] else None

    def _listed(self, level: _Level, last: int, at: int) -> Said | None:
        """What the list says that the citation at ``at`` goes on with, here or at the end of the title before it."""
        if level.said:
            known = level.said
            pair = (at, known.target) if known.passive else (known.source, at)
            if not self._able(pair[0], known.relation, pair[1]):
                return None
            scope_ = known.scope if known.passive else self._scope(at, known.scope)
            return Said(pair[0], known.relation, pair[1], scope_, known.passive)
        inner = self.levels.get(last)
        if not inner or inner.last is None or not inner.said:
            return None
        known, named, citation = inner.said, self.citations[inner.last], self.citations[at]
        if (
            self.citations[last].behind > named.behind + 2
            or "," in self.text[self.citations[last].behind : citation.lead]
        ):
            return None
        if known.passive:
            return Said(at, known.relation, last, known.scope, passive=True) if known.target == last else None
        alike = named.type == citation.type != self.citations[last].type
        able = self._able(last, known.relation, at)
        guided = known.relation == "guides" and citation.type in _GUIDED
        return Said(last, known.relation, at, self._scope(at, known.scope)) if (alike or guided) and able else None

    def _titled(self, owner: int, level: _Level, at: int) -> Said | None:
        """What the title of ``owner`` says of the first document that it names."""
        title = self.citations[owner].title_span or (0, 0)
        lead = self.citations[at].lead
        free = max(title[0], self.citations[level.last].behind if level.last is not None else 0)
        if level.last is None and lead - free <= _WINDOW and self._acts(owner):
            match = _titled().fullmatch(self.low, free, lead)
            if match and not _AWAY.search(match["more"]):
                return self._said(owner, at, match)
        passive = _passive_at_end().search(self.low, max(free, lead - _WINDOW // 2), lead)
        return self._done(at, passive, [owner]) if passive else None

    def _acts(self, at: int) -> bool:
        return self.citations[at].type not in data()["statements"]["asking"]

    def _done(self, source: int, match: re.Match[str], targets: list[int | None]) -> Said | None:
        """What was done by ``source`` to the first of ``targets`` that it has the force to change."""
        said = (self._said(source, target, match, passive=True) for target in targets if target is not None)
        return next((item for item in said if item), None)

    def _said(self, source: int, target: int, match: re.Match[str], passive: bool = False) -> Said | None:
        act = " ".join((match["act"] or "hết hiệu lực").split())
        relation = _acts().get(act, "repeals")
        if not self._able(source, relation, target):
            return None
        words = scope.by_words(f"{act}{match['more'] or ''} ") or "whole"
        return Said(source, relation, target, self._scope(target, words), passive)

    def _able(self, source: int, relation: Relation, target: int) -> bool:
        """Whether the one has the force to do this to the other, and is not older than it."""
        doer, done = self.citations[source], self.citations[target]
        years = _year(doer), _year(done)
        return can(doer.type, relation, done.type) and not (years[0] and years[1] and years[0] < years[1])

    def _scope(self, target: int, words: Scope) -> Scope:
        return "part" if self.citations[target].pinpoint else words


def _year(citation: RawCitation) -> str | None:
    """The year of a citation, by its date or its number."""
    year = _YEAR.search(citation.date or "") or _YEAR.search(citation.number or "")
    return year.group() if year else None


def statements(text: str, citations: list[RawCitation]) -> list[Said]:
    """What ``text`` says of pairs of its citations, in order."""
    return _Reader(text, small(text), citations).read() if len(citations) > 1 else []


@cache
def _acts() -> dict[str, Relation]:
    """The relation of each word of an act."""
    return {word: relation for relation in _STATED for word in data()["statements"][relation]}


@cache
def _passive() -> re.Pattern[str]:
    """``đã được sửa đổi, bổ sung một số điều bởi``, ``hết hiệu lực theo``: all between target and source."""
    return re.compile(
        r"[\s,()]*(?:(?:đã\s)?hết hiệu lực[^.;:,“”]{0,50}\s(?=và\s))?"
        r"(?:(?:và|nay|đã|hiện|đồng thời|cũng|sau đó|tiếp tục)\s+)*"
        rf"(?:(?P<by>được|bị)\s+|(?P<told>(?=hết hiệu lực)))?(?:(?P<act>{spelt(_acts())})|hết hiệu lực)(?!\w)"
        r"(?P<more>[^.;:“”]{0,80}?)\s(?:bởi|tại|theo|bằng)\s+"
        r"(?:(?:quy định|nội dung)\s(?:tại|của)\s)?(?:các\s+)?"
    )


@cache
def _passive_at_end() -> re.Pattern[str]:
    """The same before a citation in the title of the one it is said of: ``… quản lý chợ (đã được sửa đổi bởi``."""
    return re.compile(
        rf"(?<!\w)(?:được|bị)\s+(?P<act>{spelt(_acts())})(?!\w)(?P<more>[^.;:“”()]{{0,60}}?)\s(?:bởi|tại|theo|bằng)\s+"
        r"(?:(?:quy định|nội dung)\s(?:tại|của)\s)?(?:các\s+)?$"
    )


@cache
def _active() -> re.Pattern[str]:
    """``thay thế``, ``có hiệu lực từ ngày …, thay thế``: all between source and target."""
    return re.compile(
        r"(?:\s\([^()]{0,120}\))?(?P<comma>,?)\s+(?:(?:đã|sẽ|nay)\s+)*(?:có hiệu lực[^.;:“”]{0,90}?[,\s]\s?(?:và\s+)?)?"
        rf"(?P<act>{spelt(_acts())})(?!\w)(?P<more>[^.;:“”()]{{0,90}}?)\s*"
    )


@cache
def _titled() -> re.Pattern[str]:
    """``sửa đổi, bổ sung một số điều của`` as the first words of a title."""
    return re.compile(rf"(?P<act>{spelt(_acts())})(?!\w)(?P<more>[^.;:“”()]{{0,120}}?)\s*")
