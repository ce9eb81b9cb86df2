"""The span model beside the grammar on the same sentences: names, tasks, who must do them, and what doubt is worth."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from models.spans_data import AGENCIES, ASSIGNEE, COORDINATOR, TASK, Marked, Span
from vanban.extraction import extract
from vanban.extraction.tasks.sentences import sentences
from vanban.language.agencies import names
from vanban.layout import analyse
from vanban.layout.model import Zone
from vanban.reading.document import Document
from vanban.record import Assignment
from vanban.scoring.forms import form, shared_words
from vanban.scoring.gold import Gold, GoldAssignment
from vanban.scoring.items import SAME_TASK

_ZONES = frozenset({Zone.BODY, Zone.ANNEX, Zone.BASIS})
_WHOLE = 0.9
"""The share of words that a task and a sentence must have in common for the task to stand in it."""
_FEW = 4
"""Words; a shorter sentence holds no task."""


@dataclass(frozen=True, slots=True)
class Paper:
    """A document with its gold tasks, those of the record, and the sentences of its body (no table rows)."""

    gold: list[GoldAssignment]
    record: list[Assignment]
    sentences: list[str]


def paper(document: Document, gold: Gold) -> Paper:
    """The document as the grammar reads it, and its sentences for the model."""
    blocks = [
        block
        for block in analyse(document).blocks
        if block.zone in _ZONES and block.part != "foreign" and block.kind != "row"
    ]
    found = [block.text[start:end].strip() for block in blocks for start, end in sentences(block.text)]
    return Paper(gold.assignments or [], extract(document).assignments, found)


def labels(sentences: Sequence[Marked], found: Sequence[Sequence[Span]]) -> dict[str, Any]:
    """Precision, recall and F1 of each label, exact spans."""
    asked, given, right = Counter[str](), Counter[str](), Counter[str]()
    for sentence, spans in zip(sentences, found, strict=True):
        asked.update(label for _, _, label in sentence.spans)
        given.update(label for _, _, label in spans)
        right.update(label for _, _, label in set(sentence.spans) & set(spans))
    return {label: _share(asked[label], given[label], right[label]) for label in sorted(asked)}


def boundaries(sentences: Sequence[Marked], found: Sequence[Sequence[Span]]) -> dict[str, Any]:
    """Agencies whatever their part: how many of the marked ones the model bounds exactly.

    Precision is of the spans that touch a marked one, for the corpus does not mark every agency of a text.
    """
    asked = given = right = 0
    for sentence, spans in zip(sentences, found, strict=True):
        marked = {(start, end) for start, end, label in sentence.spans if label in AGENCIES}
        told = {(start, end) for start, end, label in spans if label in AGENCIES}
        touching = {one for one in told if any(one[0] < end and start < one[1] for start, end in marked)}
        asked, given, right = asked + len(marked), given + len(touching), right + len(touching & marked)
    return {"model": _share(asked, given, right)}


def beside(papers: Sequence[Paper], found: Sequence[Sequence[Sequence[Span]]]) -> dict[str, Any]:
    """Sentences that give a task; assignees and coordinators of tasks that name them in their own sentence.

    ``names`` are assignees and coordinators that stand in the task's sentence, found as agencies whatever their part;
    as in :func:`boundaries`, precision is of the spans that share their words.
    ``found`` holds the model's spans by paper and sentence. ``missed`` are tasks that the record lacks: what the
    model says of them is what a fallback would win. ``agree``/``differ`` count the record's assignees that are right
    among those that the model confirms or contradicts: what a signal of doubt would be worth.
    """
    tasks: dict[str, Counter[str]] = {who: Counter() for who in ("grammar", "model", "either")}
    parts: dict[str, Counter[str]] = {
        f"{part}, {who}": Counter() for part in ("assignees", "coordinators") for who in ("grammar", "model")
    }
    named = Counter[str]()
    more = Counter[str]()
    for one, spans in zip(papers, found, strict=True):
        _tasks(one, spans, tasks)
        _names(one, spans, named)
        _parts(one, spans, parts, more)
    return {
        "documents": len(papers),
        "sentences giving tasks": {who: _of(count) for who, count in tasks.items()},
        "who": {name: _of(count) for name, count in parts.items()},
        "names": {"model": _of(named)},
        **{name: more[name] for name in ("missed", "missed, model right", "missed, model wrong")},
        "agree": [more["agree, right"], more["agree"]],
        "differ": [more["differ, right"], more["differ"]],
    }


def _tasks(one: Paper, spans: Sequence[Sequence[Span]], tasks: dict[str, Counter[str]]) -> None:
    wanted = [item.text for item in one.gold if not item.optional]
    open_ = [item.text for item in one.gold if item.optional]
    got = [item.text for item in one.record]
    for sentence, those in zip(one.sentences, spans, strict=True):
        asked = _holds(sentence, wanted)
        if not asked and _holds(sentence, open_):
            continue
        grammar, model = _holds(sentence, got), any(label == TASK for _, _, label in those)
        for who, said in (("grammar", grammar), ("model", model), ("either", grammar or model)):
            tasks[who].update(asked=asked, given=said, right=asked and said)


def _names(one: Paper, spans: Sequence[Sequence[Span]], named: Counter[str]) -> None:
    for text, those in zip(one.sentences, spans, strict=True):
        tasks = [item for item in one.gold if _holds(text, [item.text])]
        gold = {name for item in tasks for name in _forms([*item.assignees, *item.coordinators]) if name in form(text)}
        told = [(start, end) for start, end, label in those if label in AGENCIES]
        said = _forms(name for start, end in told for name in names(text[start:end]))
        near = {name for name in said if any(name in right or right in name for right in gold)}
        named.update(asked=len(gold), given=len(near), right=len(gold & near))


def _parts(one: Paper, spans: Sequence[Sequence[Span]], parts: dict[str, Counter[str]], more: Counter[str]) -> None:
    for item in one.gold:
        at = next((at for at, text in enumerate(one.sentences) if _holds(text, [item.text])), None)
        if item.optional or at is None:
            continue
        said = form(one.sentences[at])
        kept = max(one.record, key=lambda task: _alike(item, task), default=None)
        if kept is not None and _alike(item, kept) < SAME_TASK:
            kept = None
        if any(form(name) in said for name in item.assignees):
            grammar = _forms(kept.assignees) if kept else set()
            model = _told(one.sentences[at], spans[at], ASSIGNEE)
            readings = [item.assignees, *item.assignees_alt]
            _weigh(readings, grammar, model, parts, "assignees")
            _second_look(readings, grammar if kept else None, model, more)
        if kept and all(form(name) in said for name in item.coordinators):
            grammar, model = _forms(kept.coordinators), _told(one.sentences[at], spans[at], COORDINATOR)
            _weigh([item.coordinators, *item.coordinators_alt], grammar, model, parts, "coordinators")


def _weigh(
    readings: list[list[str]], grammar: set[str], model: set[str], parts: dict[str, Counter[str]], part: str
) -> None:
    for who, said in (("grammar", grammar), ("model", model)):
        gold = _best(readings, said)
        parts[f"{part}, {who}"].update(asked=len(gold), given=len(said), right=len(gold & said))


def _second_look(readings: list[list[str]], grammar: set[str] | None, model: set[str], more: Counter[str]) -> None:
    """What the model says where the record has no task, and where it has one that names who must."""
    if grammar is None:
        verdict = "right" if model == _best(readings, model) else "wrong" if model else "silent"
        more.update(["missed", f"missed, model {verdict}"])
    elif model:
        verdict = "agree" if model == grammar else "differ"
        more.update({verdict: 1, f"{verdict}, right": int(grammar == _best(readings, grammar))})


def _told(sentence: str, spans: Sequence[Span], part: str) -> set[str]:
    return _forms(name for start, end, label in spans if label == part for name in names(sentence[start:end]))


def _best(readings: list[list[str]], said: set[str]) -> set[str]:
    """Of the right readings the one that is nearest."""
    return max(map(_forms, readings), key=lambda gold: len(gold & said) - len(gold ^ said))


def _alike(item: GoldAssignment, task: Assignment) -> float:
    return 1.0 if form(item.text) in form(task.text) else shared_words(item.text, task.text)


def _holds(sentence: str, texts: Iterable[str]) -> bool:
    """Whether one of the tasks stands in the sentence, or the sentence in it."""
    if len(sentence.split()) < _FEW:
        return False
    said = form(sentence)
    return any(form(text) in said or said in form(text) or shared_words(sentence, text) >= _WHOLE for text in texts)


def _forms(found: Iterable[str]) -> set[str]:
    return {form(name) for name in found}


def _of(count: Counter[str]) -> dict[str, float]:
    return _share(count["asked"], count["given"], count["right"])


def _share(asked: int, given: int, right: int) -> dict[str, float]:
    return {
        "asked": asked,
        "precision": round(right / given, 4) if given else 0.0,
        "recall": round(right / asked, 4) if asked else 0.0,
        "f1": round(2 * right / (asked + given), 4) if asked + given else 0.0,
    }
