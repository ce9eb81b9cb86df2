"""underthesea's word segmentation under spaCy: compounds of several syllables (``phối hợp``) as one token.

Both libraries load on first use and neither needs a network. Segmentation runs at some ten thousand
characters a second and loading takes seconds, so it is for short spans, never for whole documents.
"""

from __future__ import annotations

import os
from functools import lru_cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc
    from spacy.vocab import Vocab


class WordTokenizer:
    """A spaCy tokenizer over underthesea's segmentation; tokens and white space give the text back exactly."""

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        """The text as tokens; a token of several syllables keeps the spaces between them."""
        from spacy.tokens import Doc

        words: list[str] = []
        spaces: list[bool] = []
        for start, end in words_of(text):
            done = sum(map(len, words)) + sum(spaces)
            _fill(words, spaces, text[done:start])
            words.append(text[start:end])
            spaces.append(False)
        _fill(words, spaces, text[sum(map(len, words)) + sum(spaces) :])
        return Doc(self.vocab, words=words, spaces=spaces)

    def to_bytes(self, **_: Any) -> bytes:
        """Part of spaCy's protocol for saving pipelines, as are the three below: there is nothing to save."""
        return b""

    def from_bytes(self, _: bytes, **__: Any) -> WordTokenizer:
        """See :meth:`to_bytes`."""
        return self

    def to_disk(self, *_: Any, **__: Any) -> None:
        """See :meth:`to_bytes`."""

    def from_disk(self, *_: Any, **__: Any) -> WordTokenizer:
        """See :meth:`to_bytes`."""
        return self


def _fill(words: list[str], spaces: list[bool], gap: str) -> None:
    """White space between two tokens: one blank belongs to the token before, the rest is a token."""
    if gap[:1] == " " and words and not spaces[-1]:
        spaces[-1] = True
        gap = gap[1:]
    if gap:
        words.append(gap)
        spaces.append(False)


def words_of(text: str) -> list[tuple[int, int]]:
    """``(start, end)`` of the words of ``text`` in order, as underthesea parts it.

    underthesea joins syllables by one blank whatever stands between them, and may set letters of its own
    (it puts tone marks right), so each word is found again in the text by its count of visible characters.
    """
    os.environ.setdefault("HF_HUB_OFFLINE", "1")
    from underthesea import word_tokenize

    found: list[tuple[int, int]] = []
    at = 0
    for word in word_tokenize(text, use_token_normalize=False):
        while at < len(text) and text[at].isspace():
            at += 1
        start, left = at, sum(1 for c in word if not c.isspace())
        while at < len(text) and left:
            left -= not text[at].isspace()
            at += 1
        if at > start:
            found.append((start, at))
    return found


@lru_cache(maxsize=1)
def nlp() -> Language:
    """A blank spaCy pipeline for Vietnamese whose tokens are words."""
    import spacy

    pipeline = spacy.blank("xx")
    pipeline.tokenizer = WordTokenizer(pipeline.vocab)
    return pipeline


@lru_cache(maxsize=2048)
def tokens(text: str) -> Doc:
    """``text`` (a sentence or less) as a spaCy ``Doc``; ``token.idx`` counts its code points."""
    return nlp()(text)
