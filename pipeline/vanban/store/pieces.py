"""A document's words as PostgreSQL's text vectors, within what one vector can hold.

A vector knows places up to 16,383, at most 255 of one word, and takes a megabyte. So a long document is several
pieces that overlap by the longest phrase; the first holds the words of all the others too, without their places,
and so answers for the whole document whatever is no phrase.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from vanban.store.fulltext import WEIGHTS, Forms
from vanban.store.terms import GAP

LONGEST_PHRASE: Final = 33
"""Words of a phrase that the overlap of two pieces holds for sure; longer ones are asked in parts."""

CLASSES: Final = (1 / 12, 2 / 12, 3.5 / 12, 1.0)
"""What words of the classes D, C, B, A count for: :data:`~vanban.store.fulltext.WEIGHTS` in the four steps given."""

_CLASS = {
    **dict.fromkeys(("number", "subject"), "A"),
    **dict.fromkeys(("issuer", "signer", "recipients"), "B"),
    **dict.fromkeys(("place", "assignees"), "C"),
}
_PLACES = 16_000
_TIMES = 255
_CHARACTERS = 120_000
_MORE_BYTES = 400_000
_LONGEST_WORD = 255
_NUMBERS = tuple(map(str, range(1, _PLACES + 1)))


class Piece(NamedTuple):
    """The vectors of a piece, as PostgreSQL reads them."""

    exact: str
    folded: str


class _Words(NamedTuple):
    """The words of a document in a row; a gap between items takes a place and is no word."""

    exact: list[str]
    folded: list[str]
    runs: list[tuple[str, int, int]]  # which field stands from where to where


def pieces(forms: Forms) -> Iterator[Piece]:
    """The pieces of a document; always one at least."""
    words = _words(forms)
    for start, end in _spans(words):
        exact, folded = (
            _vector(told[start:end], [*_within(words.runs, start, end)], told[end:] if start == 0 else [])
            for told in (words.exact, words.folded)
        )
        yield Piece(exact, folded)


@lru_cache(maxsize=65_536)
def lexeme(word: str, field: str = "") -> str:
    """A word as vectors and queries write it; with a field, the one that stands for the word in this field alone.

    Words hold letters and digits only; should their forms ever hold more, it is escaped. No word begins with a
    slash, so that a word that goes on (``su*``) never means a field.
    """
    plain = word[:_LONGEST_WORD].replace("\\", "\\\\").replace("'", "''")
    return f"'/{field}/{plain}'" if field else f"'{plain}'"


def _words(forms: Forms) -> _Words:
    words = _Words([], [], [])
    for field in WEIGHTS:
        exact, folded = (form.split(" ") if form else [] for form in forms[field])
        words.runs.append((field, len(words.exact), len(words.exact) + len(exact)))
        words.exact.extend([*exact, GAP])
        words.folded.extend([*folded, GAP])
    return words


def _within(runs: Iterable[tuple[str, int, int]], start: int, end: int) -> Iterator[tuple[str, int, int]]:
    """The runs of a piece, counted from its start."""
    for field, low, high in runs:
        if low < end and high > start:
            yield field, max(low, start) - start, min(high, end) - start


def _spans(words: _Words) -> Iterator[tuple[int, int]]:
    start = 0
    while True:
        end = _end(words, start)
        yield start, end
        if end == len(words.exact):
            return
        start = max(end - LONGEST_PHRASE + 1, start + 1)


def _end(words: _Words, start: int) -> int:
    """Where the piece that begins at ``start`` is full. Every exact form folds to one form, so that is counted."""
    most = min(len(words.exact), start + _PLACES)
    exact, folded = words.exact[start:most], words.folded[start:most]
    times = Counter(folded)
    del times[GAP]
    if max(times.values(), default=0) <= _TIMES and sum(map(len, exact)) + sum(map(len, folded)) <= _CHARACTERS:
        return most
    times.clear()
    characters = 0
    for at, (one, other) in enumerate(zip(exact, folded, strict=True)):
        times[other] += other != GAP
        characters += min(len(one), _LONGEST_WORD) + min(len(other), _LONGEST_WORD)
        if times[other] > _TIMES or characters > _CHARACTERS:
            return start + at
    return most


def _vector(words: Sequence[str], runs: Iterable[tuple[str, int, int]], later: Iterable[str]) -> str:
    places: defaultdict[str, list[str]] = defaultdict(list)
    marked: defaultdict[str, list[str]] = defaultdict(list)
    for field, low, high in runs:
        if field == "text":
            for word, place in zip(words[low:high], _NUMBERS[low:high], strict=True):
                places[word].append(place)
            continue
        for word, place in zip(words[low:high], _NUMBERS[low:high], strict=True):
            if word != GAP:
                marked[lexeme(word, field)].append(place + _CLASS.get(field, ""))
                if WEIGHTS[field]:
                    places[word].append(place + _CLASS.get(field, ""))
    places.pop(GAP, None)
    told = [f"{lexeme(word)}:{','.join(at)}" for word, at in places.items()]
    told += [f"{word}:{','.join(at)}" for word, at in marked.items()]
    room = _MORE_BYTES
    # Should there be no room for all, it is the longest that are left out: they are hardly words.
    for more in sorted({*later} - places.keys() - {GAP}, key=len):
        room -= len(more.encode())
        if room < 0:
            break
        told.append(lexeme(more))
    return " ".join(told)
