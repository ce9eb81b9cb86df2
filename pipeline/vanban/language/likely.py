"""The likeliest reading of words that OCR read with wrong marks (``tô chức``, ``thú tục``): a noisy channel.

How often a letter is read as another and which words stand beside which were learned from synthetic papers and their
scans (``models/confusions.py``). A word gives way only where another is far likelier beside the same neighbours; words
that nobody doubts, numbers, codes and names that no list holds stay as they were read.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise
from math import log
from unicodedata import normalize

from vanban import learned
from vanban.language.syllables import is_syllable
from vanban.language.text import plain, same_tone

FILE = "confusions.json"
"""The learned counts, in the package of models."""

GAIN = 2.0
"""Natural logarithm of how many times likelier another word must be than the one that was read."""

GAIN_NAMED = 4.0
"""The same for a capitalised word inside of the text, which may be a name that no list holds."""

_LEAD = 1.0
"""By how much the best word must lead the second best."""

_WORD = re.compile(r"[^\W\d_]+")
_FOREIGN = re.compile("[ñÑäëïöüÄËÏÖÜçÇåÅ]")
"""Letters that Vietnamese has not: specks over those that it has."""

_OPEN = re.compile(r"\s{1,3}")
_UNKNOWN, _NO_WORD = 2e-6, 1e-8
"""Chance of a syllable that was never seen, and of what is no syllable."""

_DISCOUNT = 0.6
_MOST = 6
_TONE_LOST = 0.5
"""Share of the slips of a letter's marks that lose its tone, the smallest print of all."""

_TONES = "\u0300\u0301\u0303\u0309\u0323"
_PRIOR = 10.0
"""Weight of the general kinds of slips against those that were counted for a letter."""

_AGAIN = log(0.05)
"""Chance of another slip in a word that has one."""

_FARTHEST = -16.0
_LONGEST = 12


@dataclass(slots=True, frozen=True)
class Channel:
    """The learned counts: words, pairs of neighbours, and letters by what they were read as.

    ``wrong`` are the shares of misread words by tenths of OCR confidence; ``letters`` is the share of the misread
    letters that became other letters: the rest got other marks.
    """

    words: Mapping[str, int]
    pairs: Mapping[str, int]
    slips: Mapping[str, Mapping[str, int]]
    wrong: Sequence[float]
    letters: float
    total: int = 0
    befores: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    skeletons: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    nearest: dict[str, list[tuple[str, float]]] = field(default_factory=dict)


@cache
def channel() -> Channel:
    """The channel that is shipped."""
    return learned.made(FILE, read)


def read(text: str) -> Channel:
    """A channel from its JSON; what follows from the counts is worked out."""
    data = json.loads(text)
    befores: dict[str, tuple[int, int]] = {}
    for pair, count in data["pairs"].items():
        first = pair.split(" ")[0]
        seen, kinds = befores.get(first, (0, 0))
        befores[first] = (seen + count, kinds + 1)
    skeletons: dict[str, set[str]] = {}
    for word in filter(is_syllable, data["words"]):
        for key in _keys(plain(word)):
            skeletons.setdefault(key, set()).add(word)
    return Channel(
        **data,
        total=sum(data["words"].values()),
        befores=befores,
        skeletons={key: tuple(sorted(found)) for key, found in skeletons.items()},
    )


def _keys(bare: str) -> set[str]:
    """A word without marks, and with one letter left out."""
    return {bare, *(bare[:i] + bare[i + 1 :] for i in range(len(bare)) if len(bare) > 2)}


def mended(text: str, confidences: Sequence[float | None] = (), model: Channel | None = None) -> str:
    """``text`` with words that are far likelier than those read in their place; all else as it stands.

    ``confidences`` are OCR's for the parts of ``text`` between white space; without them each word is as doubtful as
    most.
    """
    model = model or channel()
    text = _FOREIGN.sub(lambda match: normalize("NFD", match.group())[0], text)
    parts = [m.start() for m in re.finditer(r"\S+", text)]
    found = list(_WORD.finditer(text))
    sure: list[float | None] = []
    for match in found:
        at = sum(start <= match.start() for start in parts) - 1
        sure.append(confidences[at] if at < len(confidences) else None)
    out, done, start = [], 0, 0
    for end in range(1, len(found) + 1):
        whole = end < len(found) and _OPEN.fullmatch(text[found[end - 1].end() : found[end].start()])
        if whole:
            continue
        stretch = found[start:end]
        words = _calm([match.group() for match in stretch], model)
        first = not text[: stretch[0].start()].strip()
        for match, word in zip(stretch, likeliest(words, sure[start:end], model, opens=first), strict=True):
            out += [text[done : match.start()], word]
            done = match.end()
        start = end
    return "".join(out) + text[done:]


def once(text: str, model: Channel | None = None) -> str:
    """``text`` without a word that stands there a second time with other marks or none: ``Bộ Y tế tê``."""
    model = model or channel()
    found: list[str] = []
    for word in text.split():
        last = found[-1] if found else ""
        twice = plain(word) == plain(last) and f"{last} {word}".casefold() not in model.pairs
        if not (twice and word.isalpha() and len(word) > 1):
            found.append(word)
    return " ".join(found)


def _calm(words: list[str], model: Channel) -> list[str]:
    """Words with small letters for one in capitals that belongs to the small word before it: ``bảo VỆ``."""
    return [
        word.lower()
        if at
        and word.isupper()
        and not word.isascii()
        and words[at - 1].islower()
        and is_syllable(word)
        and f"{words[at - 1]} {word.lower()}" in model.pairs
        else word
        for at, word in enumerate(words)
    ]


def likeliest(
    words: Sequence[str], confidences: Sequence[float | None], model: Channel, *, opens: bool = False
) -> list[str]:
    """The words of a stretch without marks between, each in its likeliest reading.

    ``opens``: the first is capitalised as the first of a text, not as a name.
    """
    small = [same_tone(word.casefold()) for word in words]
    choices = [
        _choices(low, sure, model) if _may_be_wrong(word) and not _held(small, at, model) else {low: 0.0}
        for at, (word, low, sure) in enumerate(zip(words, small, confidences, strict=True))
    ]
    best = _path(choices, model)
    found = []
    for at, (word, low) in enumerate(zip(words, small, strict=True)):
        if best[at] == low:
            found.append(word)
            continue
        around = (best[at - 1] if at else None, best[at + 1] if at + 1 < len(best) else None)
        worth = {form: cost + _beside(around[0], form, around[1], model) for form, cost in choices[at].items()}
        rest = sorted((score for form, score in worth.items() if form not in (best[at], low)), reverse=True)
        named = word[:1].isupper() and not word.isupper() and (at > 0 or not opens)
        enough = worth[best[at]] - worth[low] >= (GAIN_NAMED if named else GAIN)
        leads = not rest or worth[best[at]] - rest[0] >= _LEAD
        found.append(_cased(best[at], word) if enough and leads else word)
    return found


def _may_be_wrong(word: str) -> bool:
    """Whether a word is no code and no initial: in capitals it is a syllable, else capitals only open it."""
    if word.isupper():
        return len(word) > 1 and is_syllable(word)
    return 1 < len(word) <= _LONGEST and word[1:].islower()


def _held(words: Sequence[str], at: int, model: Channel) -> bool:
    """Whether a word stands beside both of its neighbours as it often does."""
    around = [f"{one} {other}" for one, other in pairwise(words[max(0, at - 1) : at + 2])]
    return bool(around) and all(model.pairs.get(pair, 0) > 1 for pair in around)


def _choices(word: str, sure: float | None, model: Channel) -> dict[str, float]:
    """What may have been written for a word that was read, with the logarithm of the channel's chance."""
    wrong = model.wrong[min(int((0.95 if sure is None else sure) * 10), len(model.wrong) - 1)]
    found = {word: log(1 - wrong)}
    for form, chance in _forms(word, model):
        found[form] = chance + log(wrong)
    return found


def _forms(word: str, model: Channel) -> list[tuple[str, float]]:
    """The likeliest words that are read as ``word`` where OCR slips."""
    known = model.nearest.get(word)
    if known is None:
        forms = {form for key in _keys(plain(word)) for form in model.skeletons.get(key, ())} - {word}
        chances = sorted(((_slipped(form, word, model), form) for form in forms), reverse=True)
        known = [(form, chance) for chance, form in chances[:_MOST] if chance > _FARTHEST]
        model.nearest[word] = known
    return known


def _slipped(written: str, seen: str, model: Channel) -> float:
    """Logarithm of the chance that ``written``, where misread, is read as ``seen``: the likeliest alignment."""
    lost = log(model.letters / 8) + _AGAIN
    row = [lost * i for i in range(len(seen) + 1)]
    for i, letter in enumerate(written, 1):
        last, row = row, [lost * i]
        for j, other in enumerate(seen, 1):
            row.append(max(last[j - 1] + _letter(letter, other, model), last[j] + lost, row[j - 1] + lost))
    return row[-1] - _AGAIN - log(len(written))


def _letter(written: str, seen: str, model: Channel) -> float:
    """Logarithm of the chance that a letter, where misread, is read as another."""
    if written == seen:
        return 0.0
    counts = model.slips.get(written, {})
    if plain(written) != plain(seen):
        usual = model.letters / 30
    else:
        usual = (1 - model.letters) * (_TONE_LOST if seen == _toneless(written) else 0.1)
    return log((counts.get(seen, 0) + _PRIOR * usual) / (sum(counts.values()) + _PRIOR)) + _AGAIN


@cache
def _toneless(letter: str) -> str:
    return normalize("NFC", "".join(mark for mark in normalize("NFD", letter) if mark not in _TONES))


def _path(choices: Sequence[dict[str, float]], model: Channel) -> list[str]:
    """The likeliest words for a stretch, each weighed with its neighbours."""
    best: dict[str, tuple[float, list[str]]] = {"": (0.0, [])}
    for options in choices:
        step: dict[str, tuple[float, list[str]]] = {}
        for form, cost in options.items():
            step[form] = max(
                (score + _after(last, form, model) + cost, [*path, form]) for last, (score, path) in best.items()
            )
        best = step
    return max(best.values())[1]


def _beside(before: str | None, word: str, after: str | None, model: Channel) -> float:
    return _after(before or "", word, model) + (_after(word, after, model) if after else 0.0)


def _after(before: str, word: str, model: Channel) -> float:
    """Logarithm of the chance that a word follows another; ``""`` stands for a beginning."""
    known = model.words.get(word)
    alone = known / model.total if known else _UNKNOWN if is_syllable(word) else _NO_WORD
    seen, kinds = model.befores.get(before, (0, 0))
    if not seen:
        return log(alone)
    together = max(model.pairs.get(f"{before} {word}", 0) - _DISCOUNT, 0.0)
    return log((together + _DISCOUNT * kinds * alone) / seen)


def _cased(form: str, word: str) -> str:
    return form.upper() if word.isupper() else form.capitalize() if word[0].isupper() else form
