"""The passage of a document that shows best why it was found, cut from its own text with the words marked."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from vanban.language.text import nfc, squeeze
from vanban.store.fulltext import Phrase
from vanban.store.terms import WORD, exact, folded

WIDTH = 32
"""Words in a passage."""

LEAD = 8
"""Words shown before the first word found."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage with marks, and its page (``None`` when it is not cut from a page)."""

    text: str
    page: int | None


@dataclass(frozen=True, slots=True)
class _Span:
    first: int  # words, not characters; ``last`` is included
    last: int
    phrase: int


def best_passage(pages: Sequence[str], phrases: Sequence[Phrase], marks: tuple[str, str]) -> Passage | None:
    """The passage with the most of the phrases, the earliest among equals; ``None`` when there is none."""
    return _best(pages, phrases, marks) or _best(pages, [part for p in phrases for part in _split(p)], marks)


def highlighted(text: str, phrases: Sequence[Phrase], marks: tuple[str, str]) -> str:
    """A short text (a subject) whole, with the phrases marked."""
    words = list(WORD.finditer(text := nfc(text)))
    return _marked(text, words, _spans(words, phrases), 0, len(text), marks)


def _best(pages: Sequence[str], phrases: Sequence[Phrase], marks: tuple[str, str]) -> Passage | None:
    best: tuple[tuple[int, int], int, str, list[re.Match[str]], list[_Span]] | None = None
    for number, page in enumerate(pages, 1):
        words = list(WORD.finditer(page := nfc(page)))
        for spans in _windows(_spans(words, phrases)):
            worth = (len({span.phrase for span in spans}), len(spans))
            if best is None or worth > best[0]:
                best = (worth, number, page, words, spans)
        if best and best[0][0] == len(phrases):
            break
    return Passage(_cut(best[2], best[3], best[4], marks), best[1]) if best else None


def _split(phrase: Phrase) -> list[Phrase]:
    """A phrase that runs over a page's end is shown by its words."""
    parts = [Phrase((word,), phrase.exact) for word in phrase.words]
    return [*parts[:-1], Phrase(phrase.words[-1:], phrase.exact, phrase.prefix)]


def _spans(words: Sequence[re.Match[str]], phrases: Sequence[Phrase]) -> list[_Span]:
    """Where the phrases stand among the words, in order."""
    starts: dict[str, list[int]] = {}
    found: list[_Span] = []
    for at, match in enumerate(words):
        word = match.group()
        if word not in starts:
            starts[word] = [number for number, phrase in enumerate(phrases) if _is(word, phrase, 0)]
        for number in starts[word]:
            phrase = phrases[number]
            end = at + len(phrase.words)
            following = words[at + 1 : end]
            if end <= len(words) and all(_is(m.group(), phrase, i) for i, m in enumerate(following, 1)):
                found.append(_Span(at, end - 1, number))
    return found


def _is(word: str, phrase: Phrase, at: int) -> bool:
    wanted = phrase.words[at]
    form = exact(word) if phrase.exact else folded(word)
    if phrase.prefix and at == len(phrase.words) - 1:
        return form.startswith(wanted) or (phrase.exact and word.casefold().startswith(wanted))
    return form == wanted


def _windows(spans: list[_Span]) -> list[list[_Span]]:
    """For each span, it and those after it that fit into one passage."""
    windows = []
    for at, first in enumerate(spans):
        end = at
        while end < len(spans) and spans[end].last < first.first + WIDTH - LEAD:
            end += 1
        windows.append(spans[at : max(end, at + 1)])
    return windows


def _cut(page: str, words: Sequence[re.Match[str]], spans: list[_Span], marks: tuple[str, str]) -> str:
    first = max(0, spans[0].first - LEAD)
    last = min(len(words) - 1, max(first + WIDTH - 1, max(span.last for span in spans)))
    start = words[first].start() if first else 0
    end = words[last].end() if last < len(words) - 1 else len(page)
    text = _marked(page, words, spans, start, end, marks)
    return f"{'… ' if first else ''}{text}{' …' if last < len(words) - 1 else ''}"


def _marked(
    page: str, words: Sequence[re.Match[str]], spans: Sequence[_Span], start: int, end: int, marks: tuple[str, str]
) -> str:
    """``page[start:end]`` in one line with marks around the spans; words that follow each other share marks."""
    runs: list[list[int]] = []
    for span in sorted(spans, key=lambda span: span.first):
        if runs and span.first <= runs[-1][1] + 1 and not _between(page, words, runs[-1][1], span.first):
            runs[-1][1] = max(runs[-1][1], span.last)
        else:
            runs.append([span.first, span.last])
    parts, at = [], start
    for first, last in runs:
        begin, stop = words[first].start(), words[last].end()
        parts += [page[at:begin], marks[0], page[begin:stop], marks[1]]
        at = stop
    return squeeze("".join([*parts, page[at:end]]))


def _between(page: str, words: Sequence[re.Match[str]], left: int, right: int) -> str:
    return page[words[left].end() : words[right].start()].strip() if right > left else ""
