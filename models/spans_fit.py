"""A small spaCy entity recogniser over the tokenizer of vanban: made, trained, kept and asked."""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from models.spans_data import Marked, Span
from vanban.language.tokenizer import WordTokenizer

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.training import Example

WIDTH, ROWS, DEPTH = 64, 3000, 3
EPOCHS, BATCH, DROPOUT = 8, 16, 0.2
"""Passes over the data, sentences in a batch, share of values dropped while learning."""

_TOK2VEC = {
    "@architectures": "spacy.Tok2Vec.v2",
    "embed": {
        "@architectures": "spacy.MultiHashEmbed.v2",
        "width": WIDTH,
        "attrs": ["NORM", "PREFIX", "SUFFIX", "SHAPE"],
        "rows": [ROWS, ROWS // 3, ROWS // 3, ROWS // 3],
        "include_static_vectors": False,
    },
    "encode": {
        "@architectures": "spacy.MaxoutWindowEncoder.v2",
        "width": WIDTH,
        "depth": DEPTH,
        "window_size": 1,
        "maxout_pieces": 3,
    },
}
_MODEL = {
    "@architectures": "spacy.TransitionBasedParser.v2",
    "state_type": "ner",
    "extra_state_tokens": False,
    "hidden_width": 64,
    "maxout_pieces": 2,
    "use_upper": True,
    "tok2vec": _TOK2VEC,
}


def blank() -> Language:
    """An untrained pipeline: words as tokens, then the entity recogniser."""
    import spacy

    pipeline = spacy.blank("xx")
    pipeline.tokenizer = WordTokenizer(pipeline.vocab)
    pipeline.add_pipe("ner", config={"model": _MODEL})
    return pipeline


def fit(sentences: Sequence[Marked], seed: int, epochs: int = EPOCHS) -> Language:
    """A pipeline trained on the sentences; the same sentences and seed give the same weights."""
    from spacy.util import fix_random_seed, minibatch

    fix_random_seed(seed)
    pipeline = blank()
    examples = [example(pipeline, sentence) for sentence in sentences]
    optimizer = pipeline.initialize(lambda: examples)
    chance = random.Random(seed)  # noqa: S311 - chance, not secrets
    for _ in range(epochs):
        chance.shuffle(examples)
        for batch in minibatch(examples, BATCH):
            pipeline.update(batch, sgd=optimizer, drop=DROPOUT)
    return pipeline


def example(pipeline: Language, sentence: Marked) -> Example:
    """A sentence for training: a span that does not begin and end with a word is widened to whole words."""
    from spacy.training import Example
    from spacy.util import filter_spans

    seen = pipeline.make_doc(sentence.text)
    told = seen.copy()
    spans = [told.char_span(start, end, label, alignment_mode="expand") for start, end, label in sentence.spans]
    told.set_ents(filter_spans([span for span in spans if span is not None]))
    return Example(seen, told)


def find(pipeline: Language, texts: Iterable[str]) -> list[list[Span]]:
    """The spans of each text, in code points."""
    return [
        [(entity.start_char, entity.end_char, entity.label_) for entity in doc.ents]
        for doc in pipeline.pipe(texts, batch_size=128)
    ]


def keep(pipeline: Language, folder: Path) -> None:
    """Write the pipeline in spaCy's own format; the strings of words that it met are not needed to read with it."""
    pipeline.to_disk(folder, exclude=["tokenizer", "vocab"])


def load(folder: Path) -> Language:
    """The pipeline that :func:`keep` wrote. Raises ``OSError`` when there is none."""
    pipeline = blank()
    pipeline.from_disk(folder, exclude=["tokenizer", "vocab"])
    return pipeline
