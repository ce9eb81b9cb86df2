"""The passage of a document that shows best why it was found, cut from its own text with the words marked."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

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


class Highlighter:
    """Finds the phrases of one search in texts, and puts ``marks`` around them."""

    def __init__(self, phrases: Sequence[Phrase], marks: tuple[str, str]) -> None:
        self.phrases = phrases
        self.marks = marks
        self._begun = _Begun(phrases)

    def best(self, pages: Sequence[str]) -> Passage | None:
        """The passage with the most of the phrases, the earliest among equals; ``None`` when there is none."""
        best: tuple[tuple[int, int, int], int, list[_Span]] | None = None
        for number, page in enumerate(pages, 1):
            for spans in _windows(self._spans(WORD.findall(nfc(page)))):
                worth = _worth(spans)
                if best is None or worth > best[0]:
                    best = (worth, number, spans)
            if best and best[0][0] == len(self.phrases):
                break
        if best:
            return Passage(self._cut(nfc(pages[best[1] - 1]), best[2]), best[1])
        parts = [part for phrase in self.phrases for part in _split(phrase)]
        return Highlighter(parts, self.marks).best(pages) if len(parts) > len(self.phrases) else None

    def whole(self, text: str) -> str:
        """A short text (a subject) with the phrases marked."""
        words = list(WORD.finditer(text := nfc(text)))
        return self._marked(text, words, self._spans([word.group() for word in words]), 0, len(text))

    def _spans(self, words: Sequence[str]) -> list[_Span]:
        """Where the phrases stand among the words, in order."""
        found: list[_Span] = []
        begun = self._begun
        for at in [at for at, word in enumerate(words) if begun[word]]:
            for number in begun[words[at]]:
                phrase = self.phrases[number]
                following = words[at + 1 : at + len(phrase.words)]
                if len(following) + 1 == len(phrase.words) and all(
                    _is(word, phrase, place) for place, word in enumerate(following, 1)
                ):
                    found.append(_Span(at, at + len(following), number))
        return found

    def _cut(self, page: str, spans: list[_Span]) -> str:
        words = list(WORD.finditer(page))
        first = max(0, spans[0].first - LEAD)
        last = min(len(words) - 1, max(first + WIDTH - 1, max(span.last for span in spans)))
        start = words[first].start() if first else 0
        end = words[last].end() if last < len(words) - 1 else len(page)
        text = self._marked(page, words, spans, start, end)
        return f"{'… ' if first else ''}{text}{' …' if last < len(words) - 1 else ''}"

    def _marked(self, page: str, words: list[re.Match[str]], spans: list[_Span], start: int, end: int) -> str:
        """``page[start:end]`` in one line with marks around the spans; words that follow each other share marks."""
        runs: list[tuple[int, int]] = []  # characters
        for span in spans:
            begin, stop = words[span.first].start(), words[span.last].end()
            if runs and not page[runs[-1][1] : begin].strip():
                runs[-1] = (runs[-1][0], max(runs[-1][1], stop))
            else:
                runs.append((begin, stop))
        parts, at = [], start
        for begin, stop in runs:
            parts += [page[at:begin], self.marks[0], page[begin:stop], self.marks[1]]
            at = stop
        return squeeze("".join([*parts, page[at:end]]))


class _Begun(dict[str, tuple[int, ...]]):
    """For each word as written, the numbers of the phrases that it begins; worked out once a word."""

    def __init__(self, phrases: Sequence[Phrase]) -> None:
        super().__init__()
        self.phrases = phrases

    def __missing__(self, word: str) -> tuple[int, ...]:
        found = tuple(number for number, phrase in enumerate(self.phrases) if _is(word, phrase, 0))
        self[word] = found
        return found


def _is(word: str, phrase: Phrase, place: int) -> bool:
    wanted = phrase.words[place]
    form = exact(word) if phrase.exact else folded(word)
    if phrase.prefix and place == len(phrase.words) - 1:
        return form.startswith(wanted) or (phrase.exact and word.casefold().startswith(wanted))
    return form == wanted


def _split(phrase: Phrase) -> list[Phrase]:
    """A phrase that runs over a page's end is shown by its words."""
    parts = [Phrase((word,), phrase.exact) for word in phrase.words]
    return [*parts[:-1], Phrase(phrase.words[-1:], phrase.exact, phrase.prefix)]


def _windows(spans: list[_Span]) -> list[list[_Span]]:
    """For each span, it and those after it that fit into one passage."""
    windows = []
    for at, first in enumerate(spans):
        end = at + 1
        while end < len(spans) and spans[end].last < first.first + WIDTH - LEAD:
            end += 1
        windows.append(spans[at:end])
    return windows


def _worth(spans: list[_Span]) -> tuple[int, int, int]:
    """How many of the phrases a passage holds; how often two stand side by side; how often they stand there."""
    beside = sum(left.last + 1 == right.first and left.phrase != right.phrase for left, right in pairwise(spans))
    return len({span.phrase for span in spans}), beside, len(spans)
