"""A document's words as PostgreSQL's text vectors, within what one vector can hold.

A vector knows places up to 16,383, at most 255 of one word, and takes a megabyte. So a long document is several
pieces that overlap by the longest phrase; the first holds the words of all the others too, without their places,
and so answers for the whole document whatever is no phrase.
"""

from __future__ import annotations

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


class Piece(NamedTuple):
    """The vectors of a piece, as PostgreSQL reads them."""

    exact: str
    folded: str


class _Word(NamedTuple):
    exact: str
    folded: str
    field: str  # empty for a gap between items, which takes a place and is no word


_GAP = _Word("", "", "")


def pieces(forms: Forms) -> Iterator[Piece]:
    """The pieces of a document; always one at least."""
    words = list(_words(forms))
    spans = list(_spans(words)) or [(0, 0)]
    for start, end in spans:
        part = words[start:end]
        later = words[end:] if start == 0 else []
        yield Piece(
            _vector(part, [word.exact for word in part], [word.exact for word in later]),
            _vector(part, [word.folded for word in part], [word.folded for word in later]),
        )


@lru_cache(maxsize=65_536)
def lexeme(word: str, field: str = "") -> str:
    """A word as vectors and queries write it; with a field, the one that stands for the word in this field alone.

    Words hold letters and digits only; should their forms ever hold more, it is escaped. No word begins with a
    slash, so that a word that goes on (``su*``) never means a field.
    """
    plain = word[:_LONGEST_WORD].replace("\\", "\\\\").replace("'", "''")
    return f"'/{field}/{plain}'" if field else f"'{plain}'"


def _words(forms: Forms) -> Iterator[_Word]:
    for field in WEIGHTS:
        exact, folded = (form.split(" ") if form else [] for form in forms[field])
        for one, other in zip(exact, folded, strict=True):
            yield _GAP if one == GAP else _Word(one, other, field)
        yield _GAP


def _spans(words: Sequence[_Word]) -> Iterator[tuple[int, int]]:
    start = 0
    while True:
        end = _end(words, start)
        yield start, end
        if end == len(words):
            return
        start = max(end - LONGEST_PHRASE + 1, start + 1)


def _end(words: Sequence[_Word], start: int) -> int:
    """Where the piece that begins at ``start`` is full. Every exact form folds to one form, so that is counted."""
    times: dict[str, int] = {}
    characters = 0
    most = min(len(words), start + _PLACES)
    for at in range(start, most):
        word = words[at]
        count = times[word.folded] = times.get(word.folded, 0) + bool(word.field)
        characters += min(len(word.exact), _LONGEST_WORD) + min(len(word.folded), _LONGEST_WORD)
        if count > _TIMES or characters > _CHARACTERS:
            return at
    return most


def _vector(part: Sequence[_Word], forms: Sequence[str], later: Iterable[str]) -> str:
    places: dict[str, list[str]] = {}
    for at, ((_, _, field), form) in enumerate(zip(part, forms, strict=True), 1):
        if not field:
            continue
        place = f"{at}{_CLASS.get(field, '')}"
        if WEIGHTS[field]:
            places.setdefault(lexeme(form), []).append(place)
        if field != "text":
            places.setdefault(lexeme(form, field), []).append(place)
    told = [f"{known}:{','.join(at)}" for known, at in places.items()]
    room = _MORE_BYTES
    # Should there be no room for all, it is the longest that are left out: they are hardly words.
    for more in sorted({lexeme(form) for form in later if form} - places.keys(), key=len):
        room -= len(more.encode())
        if room < 0:
            break
        told.append(more)
    return " ".join(told)
