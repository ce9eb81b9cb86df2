"""Where a list of names ends and the verb of the task begins: a spaCy component over a short span.

``phối hợp với Phòng Tư pháp và các trường có liên quan | tham mưu đánh giá …``: a ``PhraseMatcher`` finds the words
of tasks and the names that hold such words (``Ban Chỉ đạo``, ``các tổ chức``, ``Tổ công tác``); the first word of a
task that is no part of a name ends the list. The matcher compares token hashes, so its cost does not grow with the
number of phrases, and only candidate spans are read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Any

from vanban.extraction.tasks.cues import UPPER, actor_at, cues, words
from vanban.extraction.tasks.wholes import whole_end
from vanban.language.agency_data import known

_ENUMERATED = re.compile(r"\s*(?:\(?\w\)\s*|[-+]\s*)?")
_COLON = re.compile(r"(?P<head>[^,;:]*):")
_LISTS = re.compile(
    r"(?:^|\s)(?:[Cc]ác|[Nn]hững)\s|(?:Sở|Bộ|Phòng|Ban|UBND|Ủy ban nhân dân|[Nn]gành|[Hh]uyện|[Xx]ã|[Pp]hường|[Tt]ỉnh"
    r"|[Tt]hị xã|Biên phòng|[Đđ]ơn vị|[Cc]ơ quan|[Pp]hòng|[Đđ]ồng chí|[Ôô]ng|\([Bb]à\)|thành viên)\s*$"
    r"|^\s*(?:Chánh|Trưởng|Thành|Văn) "
)
"""What a colon lists names behind: a plural, or a head that stands bare (``Giám đốc Sở: …``)."""
_FIRST_REACH, _CUT = 150, 20
REACH = 700
"""How far, in characters, a list of names may run before its verb."""


_COMPOUND = frozenset(
    ["tỉnh", "thành", "huyện", "thị", "quận", "xã", "công", "liên", "tập", "bộ", "quân", "chi", "hợp", "đoàn", "thuế"]
)
"""Before ``đoàn``, ``đội``, ``tổ`` they make another head (``Tỉnh đoàn | tổ chức …``)."""
_HEADS = (
    ("heads", "heads_take"),
    ("office_heads", "offices_take"),
    ("centre_heads", "centres_take"),
    ("work_heads", "works_take"),
)


@cache
def pipeline() -> Any:
    """A spaCy pipeline of a tokenizer and the component ``assignment_grammar``.

    The component leaves, in ``doc.user_data["boundaries"]``, the tokens that may end a list of names: pairs of a
    token's index and ``task`` or ``stop``, in order.
    """
    import spacy
    from spacy.language import Language
    from spacy.matcher import PhraseMatcher
    from spacy.tokens import Doc

    nlp = spacy.blank("xx")
    phrases = PhraseMatcher(nlp.vocab, attr="LOWER")
    for label, listed in _phrases():
        phrases.add(label, [nlp.tokenizer(phrase) for phrase in listed])
    labels = {nlp.vocab.strings[label]: label for label in ("task", "stop", "name", "held")}

    def mark(doc: Doc) -> Doc:
        found = [(start, end, labels[key]) for key, start, end in phrases(doc)]
        found = [
            (start, end, label)
            for start, end, label in found
            if (label != "held" or not start or doc[start - 1].lower_ not in _COMPOUND)
            and not (label == "task" and _torn(doc, start, end))
        ]
        inside = {at for start, end, label in found if label == "name" for at in range(start, end)}
        inside |= {at for start, end, label in found if label == "held" for at in range(start + 1, end)}
        capitals = [(start, end) for start, end, label in found if label == "task" and _named(doc, start)]
        inside |= {at for start, end in capitals for at in range(start + 1, end)}
        ends = {
            (at, label == "stop") for at, _, label in found if label in {"task", "stop"} and at and at not in inside
        }
        doc.user_data["boundaries"] = [(at, "stop" if stops else "task") for at, stops in sorted(ends)]
        return doc

    if not Language.has_factory("assignment_grammar"):
        Language.component("assignment_grammar", func=mark)
    nlp.add_pipe("assignment_grammar")
    return nlp


def _named(doc: Any, at: int) -> bool:
    """Whether a word of a task has a capital inside a name (``Văn phòng Đăng ký đất đai``)."""
    return at > 0 and doc[at].text[0].isupper() and doc[at - 1].text not in _OPENERS


def _torn(doc: Any, start: int, end: int) -> bool:
    """Whether a verb's words belong to two names (``Trách nhiệm hữu hạn | Chế biến …`` is no ``hạn chế``)."""
    return doc[start].text[0].islower() and any(token.text[0].isupper() for token in doc[start + 1 : end])


def _phrases() -> Iterator[tuple[str, list[str]]]:
    """Words of tasks and stops; names that hold them whole (``name``) or behind their first word (``held``)."""
    task, nouns = words()["task"], words()["nouns"]
    yield "task", [word.lower() for word in task["verbs"]]
    yield "stop", [word.lower() for word in task["stops"]]
    yield "name", [word.lower() for word in nouns["phrases"]]
    held = [f"{before} tổ chức" for before in nouns["organisation_before"]]
    for heads, takes in _HEADS:
        for head in nouns[heads]:
            held += [f"{head} {taken}" for taken in nouns[takes]]
            held += [
                f"{head} {first}, {then}" for first in nouns["paired"] for then in nouns["paired"] if first != then
            ]
    yield "held", held


def end_of_names(text: str, start: int) -> tuple[int, str]:
    """Where the names that begin at ``start`` end, and what ends them: ``task``, ``stop``, ``colon`` or ``end``."""
    at, kind = _end(text[start : start + _FIRST_REACH])
    if len(text) > start + _FIRST_REACH and (kind == "end" or at > _FIRST_REACH - _CUT):
        at, kind = _end(text[start : start + REACH])
    return start + at, kind


@lru_cache(maxsize=8192)
def _end(window: str) -> tuple[int, str]:
    doc = pipeline()(window)
    bracketed = [match.span() for match in _BRACKETS.finditer(window)] if "(" in window else []
    at, kind = len(window), "end"
    for index, label in doc.user_data["boundaries"]:
        token = doc[index]
        if token.text[0].isupper() and doc[index - 1].text not in _OPENERS and token.text not in _NEVER_NAMED:
            continue
        if token.text[0].isupper() and doc[index - 1].text == ";" and actor_at(window, token.idx):
            continue
        if token.text[0].isupper() and doc[index - 1].text == "-" and index > 1 and doc[index - 2].text[-1].isalnum():
            continue
        if token.text[0].isupper() and doc[index - 1].text == ":" and _is_field(window, token.idx):
            continue
        if _describes(window, token.idx):
            continue
        if not any(low <= token.idx < high for low, high in bracketed):
            at, kind = token.idx, label
            break
    colon = _closing_colon(window, at) if ":" in window else None
    if colon is not None:
        return colon, "colon"
    given = _given(window, at)
    if given is not None:
        return given, "task"
    whole = whole_end(window, at)
    return (at, kind) if whole is None else (whole, "stop" if kind == "stop" else "task")


_GIVEN = re.compile(
    r"\s(?=(?P<given>được\s+(?:giao|phân công|ủy quyền|uỷ quyền|yêu cầu|đề nghị|chỉ định)"
    r"(?:\s+(?:nhiệm vụ|trách nhiệm|cho))*\s+))"
)
_GENERIC = re.compile(
    r"(?:Các|Những|Mỗi|Mọi|Từng|Toàn thể|Tất cả|Cơ quan|Đơn vị|Địa phương|Tổ chức|Cá nhân|Người|Cán bộ|Công chức"
    r"|Doanh nghiệp|Thủ trưởng|Lãnh đạo|Đồng chí|Thành viên)(?!\w)"
)


_DUTY = re.compile(r"\w+(?:\s\w+){0,6}?\s(?:có|chịu)\s(?:trách nhiệm|nhiệm vụ)(?!\w)")


def _describes(window: str, at: int) -> bool:
    """Whether a verb soon before a duty tells which bodies are meant (``đơn vị sử dụng lao động có trách nhiệm``)."""
    return _DUTY.match(window, at) is not None and not window.startswith(("có ", "chịu "), at)


def _given(window: str, limit: int) -> int | None:
    """Where the body just named is said to have work (``Sở Y tế | được giao chủ trì``); it describes collectives."""
    for match in _GIVEN.finditer(window):
        if match.start() >= limit:
            return None
        name = re.split(r"[,;]\s*|\svà\s", window[: match.start()])[-1].strip()
        if name[:1].isupper() and not _GENERIC.match(name) and cues().opens_task.match(window, match.end("given")):
            return match.start() + 1
    return None


_BRACKETS = re.compile(r"\([^)]*(?:\)|$)")
_NEVER_NAMED = frozenset({"Căn", "Trên"})
_OPENERS = frozenset({":", ".", ";", "-", "+", ")"})
"""A word of a task is in small letters, or capitalised because a clause begins there; not in ``Văn thư - Lưu trữ``."""


def _closing_colon(window: str, at: int) -> int | None:
    """The colon that ends the names (``Phòng A: Chủ trì …``); not one that lists them (``Các Sở: Y tế, Nội vụ``)."""
    for match in _COLON.finditer(window, 0, at):
        if _ENUMERATED.fullmatch(window, match.end(), at) or not _LISTS.search(match["head"]):
            return match.end() - 1
        if _SMALL.match(window, match.end()) and not actor_at(window, match.end() + 1):
            return match.end() - 1
        if _AREA_END.search(match["head"]) and _begins_a_sentence(window, match.end()):
            return match.end() - 1
    return None


def _is_field(window: str, at: int) -> bool:
    """Whether what stands up to the next comma or ``và`` is a field whole (``các Sở: Xây dựng, Nội vụ``)."""
    item = re.split(r"[,;.]|\svà\s|$", window[at:], maxsplit=1)[0]
    phrase = known([word.casefold() for word in item.split()], 0) if item else None
    return phrase is not None and len(phrase.words) == len(item.split())


_SMALL = re.compile(rf"\s[^\W\d_{UPPER}][^\W\d_]*\s(?:[^\W\d_{UPPER}]+\s){{2}}")
"""Three words in small letters behind a colon: a list of names has capitals by then."""
_AREA_END = re.compile(r"\s(?:[Hh]uyện|[Xx]ã|[Pp]hường|[Tt]ỉnh|[Tt]hị xã|[Tt]hành phố|[Bb]iên phòng)\s*$")
_TWO_WORDS = re.compile(rf"\s*([{UPPER}]\w*) (\w+)(?: (\w+))?")


def _begins_a_sentence(window: str, at: int) -> bool:
    """Whether a capital and small letters that are no name (``Dàn dựng chương trình``) stand behind a colon."""
    match = _TWO_WORDS.match(window, at)
    if match is None or not match[2].islower() or actor_at(window, match.start(1)):
        return False
    return known([word.casefold() for word in match.groups() if word], 0) is None
