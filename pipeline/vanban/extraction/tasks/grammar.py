"""Where a list of names ends and the verb of the task begins: spaCy matchers over a short span.

``phối hợp với Phòng Nội vụ và các đơn vị có liên quan | tham mưu tổng kết …``: the words of tasks are found with a
``PhraseMatcher``, and those of them that belong to a name (``Ban Chỉ đạo``, ``các tổ chức``, ``Tổ công tác``) with a
``Matcher``, so that the first word of a task that is no part of a name ends the list.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from vanban.extraction.tasks.cues import words

_HEADS = (("heads", "heads_take"), ("office_heads", "offices_take"), ("centre_heads", "centres_take"))

_ENUMERATED = re.compile(r"\s*(?:\(?\w\)\s*|[-+]\s*)?")
_COLON = re.compile(r"(?P<head>[^,;:]*):")
_LISTS = re.compile(
    r"(?:^|\s)(?:[Cc]ác|[Nn]hững)\s|(?:Sở|Bộ|Phòng|Ban|UBND|Ủy ban nhân dân|[Nn]gành|[Hh]uyện|[Xx]ã|[Pp]hường|[Tt]ỉnh|[Tt]hị xã|Biên phòng"
    r"|[Đđ]ơn vị|[Cc]ơ quan|[Pp]hòng|[Đđ]ồng chí|[Ôô]ng|\([Bb]à\)|thành viên)\s*$|^\s*(?:Chánh|Trưởng|Thành|Văn) "
)
"""What a colon lists names behind: a plural, or a head that stands bare (``Giám đốc Sở: …``)."""
_FIRST_REACH = 240
REACH = 700
"""How far, in characters, a list of names may run before its verb."""


@cache
def pipeline() -> Any:
    """A spaCy pipeline of a tokenizer and the component ``assignment_grammar``, which marks ``doc.spans``."""
    import spacy
    from spacy.language import Language
    from spacy.matcher import Matcher, PhraseMatcher
    from spacy.tokens import Doc

    nlp = spacy.blank("xx")
    task, nouns = words()["task"], words()["nouns"]
    phrases = PhraseMatcher(nlp.vocab, attr="LOWER")
    for label, listed in (("task", task["verbs"]), ("stop", task["stops"]), ("name", nouns["phrases"])):
        phrases.add(label, [nlp.make_doc(word.lower()) for word in listed])
    names = Matcher(nlp.vocab)
    names.add("name", list(_name_patterns(nouns)))

    def mark(doc: Doc) -> Doc:
        spans = phrases(doc, as_spans=True)
        doc.spans["boundary"] = [span for span in spans if span.label_ != "name"]
        doc.spans["name"] = [span for span in spans if span.label_ == "name"]
        doc.spans["name"] += [span[1:] for span in names(doc, as_spans=True)]
        return doc

    if not Language.has_factory("assignment_grammar"):
        Language.component("assignment_grammar", func=mark)
    nlp.add_pipe("assignment_grammar")
    return nlp


def _name_patterns(nouns: dict[str, list[str]]) -> Iterator[list[dict[str, Any]]]:
    """``Ban Chỉ đạo``, ``Đoàn kiểm tra, đánh giá``, ``các tổ chức``: a word before, then the words that are no verb."""

    def token(syllables: Iterable[str]) -> dict[str, Any]:
        return {"LOWER": {"IN": sorted(set(syllables))}}

    organisation = [token(["tổ"]), token(["chức"])]
    yield [token(nouns["organisation_before"]), *organisation]
    yield [
        token(nouns["organisation_beside"]),
        token([",", ";"]),
        *organisation,
        {"LOWER": {"NOT_IN": nouns["organisation_verbs"]}},
    ]
    for heads, takes in _HEADS:
        taken = [token(word.split()[at] for word in nouns[takes]) for at in (0, 1)]
        for length in (1, 2):
            listed = [word.split() for word in nouns[heads] if word.count(" ") == length - 1]
            head = [{"ORTH": {"IN": sorted(set(words_at))}} for words_at in zip(*listed, strict=True)]
            yield [*head, *taken]
            yield [*head, *taken, token([",", "-", "và"]), *taken]


def end_of_names(text: str, start: int) -> tuple[int, str]:
    """Where the names that begin at ``start`` end, and what ends them: ``task``, ``stop``, ``colon`` or ``end``."""
    at, kind = _end(text[start : start + _FIRST_REACH])
    if kind == "end" and len(text) > start + _FIRST_REACH:
        at, kind = _end(text[start : start + REACH])
    return start + at, kind


def _end(window: str) -> tuple[int, str]:
    doc = pipeline()(window)
    inside = {token.i for span in doc.spans["name"] for token in span}
    bracketed = _bracketed(doc)
    edges = [
        (span.start_char, span.label_ != "task", span.label_)
        for span in doc.spans["boundary"]
        if span.start and span.start not in inside and span.start not in bracketed and _plain(doc, span.start)
    ]
    at, _, kind = min(edges, default=(len(window), True, "end"))
    colon = _closing_colon(window, at)
    if colon is not None:
        at, kind = colon, "colon"
    return at, kind


def _plain(doc: Any, index: int) -> bool:
    """A word of a task is in small letters, or capitalised because a clause begins there."""
    return not doc[index].text[0].isupper() or doc[index - 1].text in {":", ".", ";", "-", "+", ")"}


def _bracketed(doc: Any) -> set[int]:
    depth, found = 0, set()
    for token in doc:
        depth += (token.text == "(") - (token.text == ")")
        if depth > 0:
            found.add(token.i)
    return found


def _closing_colon(window: str, at: int) -> int | None:
    """The colon that ends the names (``Phòng A: Chủ trì …``); not one that lists them (``Các Sở: Y tế, Nội vụ``)."""
    for match in _COLON.finditer(window, 0, at):
        if _ENUMERATED.fullmatch(window, match.end(), at) or not _LISTS.search(match["head"]):
            return match.end() - 1
    return None
