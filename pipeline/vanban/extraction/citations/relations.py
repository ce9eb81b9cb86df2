"""What a document does to the one it cites: the cue that governs each citation, with its scope.

A citation inside the title of another is only mentioned; words such as ``được sửa đổi, bổ sung bởi``
describe the cited document and give no relation; members of a list share the cue of the first.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from vanban.extraction.citations import cues, scope
from vanban.extraction.citations.raw import RawCitation
from vanban.extraction.citations.statements import Said, statements
from vanban.extraction.citations.vocabulary import CAPITAL
from vanban.extraction.tasks.cues import cues as task_cues
from vanban.record import Relation, Scope

_SENTENCE = re.compile(
    rf"\.\s+(?=[“\"(]?[{CAPITAL}])|;\s*|\n\s*\n|[.:]\s*“|(?<=[\w”)])\s+(?=(?:Căn cứ|Xét|Theo đề nghị|Phúc đáp)\s)"
)
_LABEL = re.compile(
    r"\s*(?:[-–+*“\"(]\s*)*(?:(?:Điều|Khoản|Mục)\s+\d+[a-zđ]?\.?\s*:?\s*|\d{1,2}(?:\.\d{1,2})*[.)]\s+|[a-zđ][.)]\s+|[IVX]{1,5}\.\s+)?(?:[Vv]/[Vv]:?\s*|về\s+việc\s+|về\s+)?",
    re.IGNORECASE,
)
_GLUE = re.compile(
    r"[\s,;]*(?:và|hoặc|cùng|với|,|;)?\s*(?P<scope>toàn bộ|một phần|một số điều)?\s*(?:của\s)?(?:các\s+)?"
    r"(?:quy định\s+)?(?:của|tại|theo)?\s*(?:số)?\s*"
)
_AWAY = re.compile(r"[;:“]|\.\s|(?<!kèm)\s(?:bởi|theo|bằng)\s")
_COMMA = re.compile(r",\s+")
_BY = re.compile(r"(?<!kèm)\s(?:bởi|theo)\s")
_LISTED_BASIS = re.compile(r"(?:.*\n)?\W*căn cứ\s(?:(?!\.\s)[^\n])*;\s*")
"""``Căn cứ …; …;``: one of several bases in a paragraph."""
_REACH = 400
_AND_OF = re.compile(r"[\s,]*(?:và|cùng)\s[^.;:]{2,120}\s(?:tại|theo)\s+(?:các\s+)?")
"""``… tại Tờ trình số A và ý kiến của Bộ B tại Báo cáo số C``: another proposal of one basis."""
_ASIDE = 125
_OPENED = re.compile(r"\((?!\w{1,2}\))[^()]{0,120}$")
_CLOSED = re.compile(r"[^();]{0,80}\)")
_BRACKET = re.compile(r"\s*\([^()]{0,250}\)")
_OF_LIST = re.compile(r"[;:]\s*(?:\d{1,2}[.)]\s*|[-+]\s*)?$|\.\s+$")
_LISTS = re.compile(r"(?:^|.*[^\d\s])\s*:\s*(?:\d{1,2}[.)]\s*|[a-zđ]\)\s*|[-+]\s*)*(?:số\s*)?$", re.DOTALL)
_NEXT = re.compile(r"[^.;:“]{0,60}[;,]\s*(?:và\s+)?(?:\d{1,2}[.)]\s*|[a-zđ]\)\s*|[-+]\s*)*(?:số\s*)?$")
_SEVERAL = re.compile(r"(?<!như)\s(?:sau|sau đây|dưới đây)\s*:?\s*$|(?<!\w)của\s+các\s")
_LATER_SCOPE = 40
_CUE = 24


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
class Act:
    """What the document does to a cited one; ``said`` is the scope that the words before it give, ``at``
    where the cue near it stands."""

    relation: Relation = "refers"
    said: Scope | None = None
    at: int | None = field(default=None, compare=False)

    def on(self, citation: RawCitation) -> Scope | None:
        """The scope of the act on ``citation``; ``None`` for relations that have none."""
        return scope.of_act(citation, self.said) if self.relation in scope.ACTS else None


_MENTION = Act()


def relate(text: str, citations: list[RawCitation], place: Place) -> list[Relation]:
    """The relation of each citation of ``text``, in their order."""
    return [act.relation for act in govern(text, citations, place, statements(text, citations))]


def govern(text: str, citations: list[RawCitation], place: Place, said: Sequence[Said] = ()) -> list[Act]:
    """What the document does to each citation of ``text``, in their order.

    ``said`` is what the text tells of other documents: what one of them does, this one does not.
    """
    if not citations:
        return []
    low = cues.small(text)
    told = {item.source if item.passive else item.target for item in said}
    changed = {item.target for item in said if item.passive}
    acts: list[Act] = []
    outer: _Outer | None = None
    for at, citation in enumerate(citations):
        if outer and outer.holds(citation):
            acts.append(_MENTION)
            continue
        act = _MENTION if at in told else _governed(text, low, citation, outer, place, at in changed)
        acts.append(act)
        if act.relation in scope.ACTS and at not in told:
            _share_back(text, citations, acts, told)
        aside = _aside(text, outer.free, citation) if outer else None
        if outer and aside:
            outer = _Outer(outer.citation, outer.act, aside, outer.listing)
        else:
            outer = _Outer(citation, act, citation.behind, _listing(text, citation, act, outer))
    return acts


@dataclass(slots=True, frozen=True)
class _Outer:
    """The citation before: what is done to it, where it ends, and the act of the list that it stands in."""

    citation: RawCitation
    act: Act
    free: int
    listing: Act | None = None

    def holds(self, citation: RawCitation) -> bool:
        """Whether ``citation`` stands in its title."""
        title = self.citation.title_span
        return title is not None and title[0] <= citation.start < title[1]


def _listing(text: str, citation: RawCitation, act: Act, outer: _Outer | None) -> Act | None:
    """The act of the list that a citation opens or goes on with: ``Bãi bỏ các văn bản sau: A; B; C``."""
    free = outer.free if outer else 0
    if act.relation in scope.ACTS and _LISTS.match(text, max(free, citation.lead - 160), citation.lead):
        return act
    known = outer.listing if outer else None
    return known if known and _NEXT.fullmatch(text, free, citation.lead) else None


def _aside(text: str, free: int, citation: RawCitation) -> int | None:
    """Where the brackets close that hold a citation apart from the one before it, ``A (được sửa đổi bởi B) và C``:
    what follows goes on with ``A``. ``None`` where it stands in none."""
    low = max(min(free, citation.start), citation.start - _ASIDE)
    opened = _OPENED.search(text, low, citation.start)
    closed = _CLOSED.match(text, citation.behind) if opened else None
    return closed.end() if closed else None


def _governed(text: str, low: str, citation: RawCitation, outer: _Outer | None, place: Place, changed: bool) -> Act:
    free = outer.free if outer else 0
    begin = _begin(text, citation.lead)
    own = _by_cue(low, begin, max(free, begin), citation, place)
    if own:
        others = outer and own.at is not None and text[outer.free : own.at] == " "
        return _MENTION if others else own
    if place.merged and (not outer or _OF_LIST.search(text, free, citation.lead)) and citation.lead <= begin + 2:
        return Act("consolidates")
    if outer and free <= citation.lead:
        shared = _shared(text, low, citation, outer, place)
        if shared:
            return shared if shared != _MENTION else _by_cue_behind(low, citation, changed) or shared
    if place.preamble and citation.lead <= begin + 2 and _LISTED_BASIS.fullmatch(low, max(0, begin - _REACH), begin):
        return Act("basis")
    behind = _by_cue_behind(low, citation, changed)
    if behind:
        return behind
    free = max(free, citation.lead - _REACH)
    if _LISTS.match(text, free, citation.lead):
        listed = of_heading(low[_begin(text, max(free, low.rfind(":", free, citation.lead))) : citation.lead])
        if listed.relation != "basis":
            return listed
    if not outer and place.heading and citation.lead <= begin + 12:
        return of_heading(place.heading.lower())
    return _MENTION


def _begin(text: str, at: int) -> int:
    """Where the sentence of ``at`` opens, behind its label."""
    begin = 0
    for match in _SENTENCE.finditer(text, max(0, at - _REACH), at):
        begin = match.end()
    label = _LABEL.match(text, begin, at)
    return label.end() if label else begin


def _share_back(text: str, citations: list[RawCitation], acts: list[Act], told: set[int]) -> None:
    """Give the act on the last citation to those that a list joins to it: ``A và B hết hiệu lực``."""
    for at in range(len(acts) - 1, 0, -1):
        left, right = citations[at - 1], citations[at]
        if acts[at - 1] != _MENTION or at - 1 in told or left.behind > right.lead:
            return
        if not _GLUE.fullmatch(text, left.behind, right.lead):
            return
        acts[at - 1] = acts[at]


def _shared(text: str, low: str, citation: RawCitation, outer: _Outer, place: Place) -> Act | None:
    """The act of the one before, which a list shares."""
    glue = _GLUE.fullmatch(text, outer.free, citation.lead)
    if glue:
        return Act(outer.act.relation, scope.by_words(glue["scope"]) if glue["scope"] else outer.act.said)
    if place.preamble and outer.act.relation == "basis" and _AND_OF.fullmatch(low, outer.free, citation.lead):
        return Act("basis")
    if outer.listing and _NEXT.fullmatch(text, outer.free, citation.lead):
        return outer.listing
    return None


def _by_cue(low: str, begin: int, free: int, citation: RawCitation, place: Place) -> Act | None:
    """The act that a cue between ``free`` and the citation tells; ``begin`` is where the sentence opens."""
    lead = citation.lead
    acting = cues.approves().match(low, begin, lead)
    first = acting.end() if acting else begin
    for relation, cue in cues.cues().items():
        at_first = first if relation in scope.ACTS else begin
        opening = cue.opening.match(low, at_first, citation.start) if cue.opening and free == begin else None
        resting = opening and relation == "basis" and not place.preamble
        if resting and opening and (cues.tasks().match(low, begin) or _turns_to_task(low, opening.end(), lead)):
            continue
        if opening and (relation in ("basis", "responds") or not _BY.search(low, opening.end(), lead)):
            drafted = relation in scope.ACTS and cues.drafts().search(low, opening.end(), lead)
            return _MENTION if drafted else Act(relation, scope.by_words(low[begin:lead]))
        if cue.preamble and place.preamble and free == begin and cue.preamble.match(low, begin, lead):
            return Act(relation)
        at = _near(low, relation, cue, begin, max(free, lead - 160), lead, place)
        if at is not None:
            return Act(relation, scope.by_words(low[at:lead]), at)
    return None


def _near(low: str, relation: Relation, cue: cues.Cues, begin: int, free: int, lead: int, place: Place) -> int | None:
    """Where the last cue before a citation ends that acts on it."""
    for pattern, own in ((cue.near, False), (cue.direct, False), (cue.own, True)):
        match = _last(pattern, low, free, lead) if pattern else None
        if not match or _AWAY.search(low, match.end(), lead):
            continue
        if pattern is cue.direct and not _GLUE.fullmatch(low, match.end(), lead):
            continue
        left = low[max(0, match.start() - 110) : match.start()]
        enacted = (place.preamble or place.subject) and cues.enacts().fullmatch(low, begin, match.start())
        approved = cues.approves().match(low, begin, match.start())
        titled = place.subject and match.start() <= (approved.end() if approved else begin) + 4
        if own and not (titled or enacted or cues.itself().search(left)):
            continue
        if cues.drafted().search(left):
            continue
        if not own and (
            cues.passive().search(low, max(begin, match.start() - _CUE), match.start())
            or (relation == "responds" and not place.preamble)
        ):
            continue
        return match.start()
    return None


def _turns_to_task(low: str, start: int, end: int) -> bool:
    """Whether a task begins behind a comma: ``Căn cứ tình hình thực tế, rà soát … theo Nghị định``."""
    return any(task_cues().opens_task.match(low, mark.end()) for mark in _COMMA.finditer(low, start, end))


def _last(pattern: re.Pattern[str], text: str, start: int, end: int) -> re.Match[str] | None:
    *_, last = (None, *pattern.finditer(text, start, end))
    return last


def _by_cue_behind(low: str, citation: RawCitation, changed: bool) -> Act | None:
    """``A hết hiệu lực``, ``A (được sửa đổi bởi B) được sửa đổi như sau``; ``changed``: what is right behind is B's."""
    at = citation.behind
    bracket = _BRACKET.match(low, at)
    starts = [bracket.end()] if bracket else []
    for start in starts if changed else [at, *starts]:
        while low[start : start + 1] in (" ", ",", ")") and start < len(low):
            start += 1
        for relation, cue in cues.cues().items():
            match = cue.behind.match(low, start) if cue.behind else None
            asking = relation in cues.data()["behind"]["asking"]
            if not match or (asking and not cues.acted_so().match(low, match.end())):
                continue
            later = low[match.end() : match.end() + _LATER_SCOPE]
            return Act(relation, scope.by_words(later) if relation == "repeals" else None)
    return None


def of_heading(heading: str) -> Act:
    """What a heading says of the documents listed under it: ``Bãi bỏ các văn bản sau:``; in small letters."""
    if cues.bases().match(heading):
        return Act("basis")
    opened = _LABEL.match(heading)
    begin = opened.end() if opened else 0
    for relation in ("amends", "corrects", "repeals", "replaces"):
        cue = cues.cues()[relation]
        opening = cue.opening.match(heading, begin) if cue.opening and not cues.drafts().search(heading) else None
        if opening and _SEVERAL.search(heading) and not _BY.search(heading, opening.end()):
            return Act(relation, scope.by_words(heading[opening.start() :]))
        for pattern in (cue.near, cue.behind) if relation not in ("amends", "corrects") else ():
            match = pattern.search(heading) if pattern else None
            if match and not cues.passive().search(heading[max(0, match.start() - 12) : match.start()]):
                return Act(relation, scope.by_words(heading[match.start() :]))
    return _MENTION
