"""Who a sentence obliges: ``[time,] [issuer] [order] ACTORS [:] task``, read from its beginning."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from vanban.extraction.tasks.cues import UPPER, actor_at, cues, either, words
from vanban.extraction.tasks.grammar import end_of_names
from vanban.language.agency_data import table
from vanban.language.deadlines import leading_time

_LEAD_IN = re.compile(
    rf"(?:{either(words()['openings']['lead_in'])}(?!\w)"
    rf"|{either(words()['openings']['following'])}\s+{either(words()['openings']['followed'])}(?!\w))"
)
_ADVERB = re.compile(rf"(?:{either(words()['openings']['adverbs'])}\s*,?\s+)+")
_CONDITION = re.compile(r"(?:nếu|Nếu) (?:có|gặp|phát sinh)|[Tt]rường hợp (?:có|gặp|phát sinh)|(?:vướng mắc|phát sinh)")
_SUBJECT_END = re.compile(r"[,;:.]\s*$|^\s*$")
_CHARGE = re.compile(r"(?:có|chịu) trách nhiệm|có nhiệm vụ|phải|cần(?! thiết)|được (?:giao|phân công|ủy quyền)")


@dataclass(frozen=True, slots=True)
class Clause:
    """One obligation: the actors' text, where the task begins, and how it is said.

    ``order``: a word orders it (``giao``, ``đề nghị``). ``end`` says what followed the names: ``task``, ``colon``,
    ``stop`` or ``end`` (nothing: the clause only names who the items below are for).
    """

    start: int
    actors: str
    task: int
    order: str | None
    end: str
    condition: bool = False


def find_clause(text: str, start: int = 0) -> Clause | None:
    """The obligation that a sentence opens with, or ``None``."""
    at = _space(text, start + leading_time(text[start:]))
    if adverb := _ADVERB.match(text, at):
        at = adverb.end()
    return (
        _at(text, start, at)
        or _ordered(text, start, at)
        or _done_by(text, start, at)
        or _after_lead_in(text, start, at)
        or _after_topic(text, start, at)
        or _in_mid_sentence(text, start, at)
    )


def _at(text: str, start: int, at: int, order: str | None = None) -> Clause | None:
    """Actors that begin at ``at`` and are followed by a task, a colon or nothing."""
    begins = cues().order.match(text, at) if order is None else None
    if begins and cues().actor.match(text, _space(text, begins.end())):
        return _at(text, start, _space(text, begins.end()), begins.group())
    if not actor_at(text, at):
        return None
    end, kind = end_of_names(text, at)
    names = text[at:end]
    if kind == "task" and (led := _LED.search(names)) and _LEADING.match(text, end):
        names, end = names[: led.start()], _past_comma(text, end)
    if kind == "stop" and text.startswith("với", end) and (joined := _JOINED.search(names)):
        others = _space(text, end + len("với"))
        if actor_at(text, others) and end_of_names(text, others)[1] == "task":
            names, end, kind = names[: joined.start()], _space(text, at + joined.start()), "task"
    if kind == "task" and not text.startswith("chịu trách nhiệm", end) and (beside := _beside(names)):
        names, end = names[:beside], _space(text, at + beside)
    if kind == "stop" and (aside := _ASIDE.match(text, end)) and names.rstrip().endswith(","):
        kind = "task" if cues().opens_task.match(text, aside.end()) else kind
    if kind == "stop":
        if order is None and not _IS_OFFICE.match(text, end):
            return None
        kind = "task"
    if kind == "colon" and _LISTED.match(text, _space(text, end + 1)):
        return None
    task = end + 1 if kind == "colon" else end
    dashed = names.rstrip().endswith(("-", "–"))
    if order is None and kind == "task" and not dashed and (own := cues().order.match(text, end)):
        actor = _space(text, own.end())
        if actor_at(text, actor):
            return _at(text, start, actor, own.group())
        if not own.group().startswith(("phân công", "giao", "chỉ định")) or " do " in names:
            return None
    if not names.strip(" ,;:.-") or re.search(r"[.!?]\s+[A-ZĐ]", names):
        return None
    return Clause(start, _bare(names), _space(text, task), order, kind)


_ASIDE = re.compile(
    r"(?:trong|sau|ngay sau|kể từ|tùy|tuỳ|khi|theo|trước|chậm nhất)\s[^,;.]{3,140}(?:,[^,;.]{3,140}){0,2},\s+"
)
"""``Cục A, trong thời hạn 10 ngày, kể từ ngày nhận đủ hồ sơ, xem xét …``: what stands between the commas."""
_LED = re.compile(r"\s+do\s+(?=[^,;]+$)")
_LEADING = re.compile(r"làm\s+(?:[Tt]rưởng|[Tt]ổ trưởng|[Đđ]ội trưởng|[Nn]hóm trưởng|[Cc]hủ tịch|[Pp]hó)")
"""``Đoàn số 1 do đồng chí Chánh Thanh tra làm Trưởng đoàn, kiểm tra …``: who heads it is no second actor."""
_JOINED = re.compile(r",?\s+cùng\s*$")
_WITH_OTHERS = re.compile(r",?\s+cùng(?:\s+với)?\s+")


def _past_comma(text: str, at: int) -> int:
    comma = text.find(",", at)
    return _space(text, comma + 1) if comma >= 0 else at


def _beside(names: str) -> int | None:
    """Where names go on with those who only take part (``A | cùng với B``)."""
    return next((mark.start() for mark in _WITH_OTHERS.finditer(names) if actor_at(names, mark.end())), None)


_WORK = re.compile(
    r"(?:(?:Các|Những|Riêng) (?:ý kiến|nội dung|kiến nghị|đề xuất|việc|nhiệm vụ)|Việc|Công tác|Nhiệm vụ|Nội dung"
    r"|Công việc|Phần việc|Hạng mục)\s"
)
_DOER = re.compile(r"(?<!\w)do\s+|\((?:giao\s+)?(?=[A-ZĐ])")
_DONE_BY = re.compile(r"(?:chủ trì|thực hiện|phụ trách|đảm nhiệm|đảm nhận|chịu trách nhiệm|tham mưu|tổ chức)(?!\w)")
_ORDERS = ("giao", "đề nghị", "yêu cầu", "phân công", "y quyền", "y nhiệm", "chỉ định", "kiến nghị", "kính mong")
_IS_OFFICE = re.compile(r"(?:là|làm)\s+(?:cơ quan|đơn vị|đầu mối|thường trực|bộ phận|chủ đầu tư)")
_LISTED = re.compile(r"[^\w\s(+-]|\d+\s|\w{1,2}$")


def _ordered(text: str, start: int, at: int) -> Clause | None:
    """An order that a lead-in, a subject or a mark precedes: ``Sở Y tế đề nghị các trường …``."""
    small = text[at:].lower()
    if not any(stem in small for stem in _ORDERS):
        return None
    lead_in = bool(_LEAD_IN.match(text, at))
    for order in cues().order.finditer(text, at):
        actor = _space(text, order.end())
        if text[actor : actor + 1] == ":":
            continue
        if not actor_at(text, actor):
            continue
        before = text[at : order.start()]
        asked = (lead_in and _SUBJECT_END.search(before)) or (order.group() == "giao" and _WORK.match(before))
        if not (asked or _is_subject(before, lead_in) or before.rstrip().endswith((";", ":"))):
            continue
        clause = _at(text, start, actor, order.group())
        if clause:
            condition = bool(_CONDITION.search(before))
            return Clause(start, clause.actors, clause.task, clause.order, clause.end, condition)
    return None


def _done_by(text: str, start: int, at: int) -> Clause | None:
    """Work that is its sentence's subject, and who does it: ``Việc … do Sở Y tế chủ trì thực hiện``."""
    subject = _WORK.match(text, at)
    if not subject and not cues().opens_task.match(text, at):
        return None
    for doer in _DOER.finditer(text, at):
        aside = doer.group()[0] == "(" or text[: doer.start()].rstrip().endswith((":", ",", "(", "-", "–"))
        if not subject and not aside:
            continue
        clause = _at(text, start, doer.end(), doer.group()) if actor_at(text, doer.end()) else None
        if clause and clause.end == "task" and _DONE_BY.match(text, clause.task):
            return clause
    return None


def _is_subject(before: str, lead_in: bool) -> bool:
    """Whether what stands before an order is who gives it (after a comma, when a lead-in opens the sentence)."""
    for mark in re.finditer(r"[,;:]\s+", before):
        if lead_in and actor_at(before, mark.end()) and end_of_names(before, mark.end())[1] == "end":
            return True
    last = re.split(r"[,;:]\s+", before)[-1] if lead_in else before
    if _giver().match(last):
        return True
    if not before.strip() or not actor_at(before):
        return False
    return end_of_names(before, 0)[1] == "end"


@cache
def _giver() -> re.Pattern[str]:
    """Who gives an order, as its own letters name it: a bare head or a short form (``Sở``, ``EVNABC``)."""
    heads = either(word for word in table("agencies")["heads"] if word not in {"Cơ quan", "Báo"})
    return re.compile(rf"(?:{heads}|[{UPPER}]{{2,}}[{UPPER}\d.-]*)\s*(?:xin\s+)?(?:kính\s+|trân\s+trọng\s+)?$")


def _after_lead_in(text: str, start: int, at: int) -> Clause | None:
    """Actors behind a lead-in: ``Căn cứ …, theo phần việc được chia, các trường … xây dựng …``."""
    lead_in = _LEAD_IN.match(text, at)
    if not lead_in:
        return None
    condition = bool(_CONDITION.search(text[: at + 300]))
    for mark in re.finditer(r"[,;]\s+|(?<=này )|(?<=trên )", text[at : at + 600]):
        actor = at + mark.end()
        if not actor_at(text, actor) or not _named(text, actor):
            continue
        clause = _at(text, start, actor)
        if clause and clause.end in {"task", "colon"} and clause.task < len(text):
            return Clause(start, clause.actors, clause.task, None, clause.end, condition)
    return None


_TOPIC = re.compile(r"[^:;.]{6,90}:\s+(?=\S)")


def _after_topic(text: str, start: int, at: int) -> Clause | None:
    """An actor behind the matter the sentence is about: ``Giai đoạn chuẩn bị: Sở Y tế xây dựng …``."""
    topic = _TOPIC.match(text, at)
    if topic is None or topic.group().count("(") != topic.group().count(")"):
        return None
    if not text[topic.end()].isupper() or not actor_at(text, topic.end()):
        return None
    clause = _at(text, start, topic.end())
    return clause if clause and clause.end == "task" and cues().opens_task.match(text, clause.task) else None


def _named(text: str, at: int) -> bool:
    """A name in capitals or a quantified collective; a bare ``đơn vị`` in mid-sentence is no actor."""
    return text[at].isupper() or text.startswith(("các ", "những ", "mỗi ", "mọi ", "từng ", "thủ trưởng "), at)


def _in_mid_sentence(text: str, start: int, at: int) -> Clause | None:
    """A collective that a date binds, no mark before it: ``Hết đợt kiểm tra các đơn vị báo cáo … trước ngày …``."""
    if not _BOUND.search(text, at) or cues().opens_task.match(text, at) or text.startswith("Cùng ", at):
        return None
    for match in _COLLECTIVE.finditer(text, at, at + 300):
        if actor_at(text, match.end()) and not _HELD.search(text, at, match.end()):
            clause = _at(text, start, match.end())
            if clause and clause.end == "task" and clause.order is None:
                return clause
    return None


_BOUND = re.compile(r"(?:trước|chậm nhất|muộn nhất|hạn chót)\s[^.;]{0,20}\d")
_COLLECTIVE = re.compile(r"\s(?=các (?:cơ quan|đơn vị|địa phương|phòng|ban|sở|trường))")
_HELD = re.compile(
    r"\s(?:của|cho|với|tại|đến|giữa|và|từ|ở|thuộc|theo|do|đối với|cùng|về|trong|gồm|gửi|chỉ đạo|hướng dẫn|yêu cầu"
    r"|đề nghị|báo cáo)\s$"
)

_TAIL = re.compile(r"(?:\s*[,;–-]|\s+(?:và|và các|trong|để|về|của|cho|tại|cùng))+\s*$")
_FRONT = re.compile(
    r"(?:cho\s+)?(?:[Cc]ác\s+)?(?:(?:[Ôô]ng|[Đđ]ồng chí|[Đđ]/c)\s*:"
    r"|(?:[Ôô]ng|[Bb]à)\s*(?:\([BbÔô]\w+\)|,?\s*[Bb]à)(?!\s+có\s)\s*:?)\s*"
)
"""``Các ông (bà):`` before the officers' names."""


def _bare(names: str) -> str:
    return _TAIL.sub("", _FRONT.sub("", names.strip())).strip(" .:")


def _space(text: str, at: int) -> int:
    while at < len(text) and text[at] in " \n\t\u00a0":
        at += 1
    return at


def charged(text: str, clause: Clause) -> bool:
    """Whether a word of duty stands where the task begins (``chịu trách nhiệm``, ``có nhiệm vụ``)."""
    return bool(_CHARGE.match(text, clause.task))
