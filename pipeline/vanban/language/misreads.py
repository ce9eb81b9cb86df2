"""Words of agency names that OCR read nearly right (``thành phó``, ``Thường tực``), put right by what is known."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from vanban.language.agency_data import WORD, Phrase, known, phrases, table
from vanban.language.text import latin, plain, same_tone, squeeze

_SPECKS = re.compile(r"(?<!\w)['\"“”‘’´`|_*^{}¡¿!~<>\\]+|['\"“”‘’´`|_*^{}¡¿!~<>\\]+(?!\w)")
_CODE = re.compile(r"(?<!\w)[A-ZĐƯ]{3,9}(?!\w)")
_REPORT = re.compile(r"b\s?/\s?[€¢©eoG6](?!\w)", re.IGNORECASE)
_SHORT_FORM = re.compile(r"(?:\S+ )?\w+\s?/\s?\S*")
_LEAST = 9
"""Letters that a phrase must have before one of its words may differ by a letter."""


@lru_cache(maxsize=4096)
def put_right(text: str) -> str:
    """``text`` with known phrases as they are spelt where only marks, or one letter of one word, differ."""
    text = squeeze(_SPECKS.sub("", _CODE.sub(_code, same_tone(latin(text)))))
    matches = list(WORD.finditer(text))
    small = [m.group().casefold() for m in matches]
    flat = [plain(word) for word in small]
    out, done, at = [], 0, 0
    while at < len(matches):
        phrase = known(small, at)
        near = _near(flat, small, at)
        if near is not None and (phrase is None or len(near.words) > len(phrase.words)):
            end = matches[at + len(near.words) - 1].end()
            out += [text[done : matches[at].start()], _like(text[matches[at].start() : end], near.text)]
            done = end
            phrase = near
        at += len(phrase.words) if phrase else 1
    return "".join(out) + text[done:]


def purpose_put_right(text: str) -> str | None:
    """Why a copy is sent, as OCR read it: ``b/€`` is ``b/c`` (báo cáo); ``None`` for a short form with other signs."""
    text = _REPORT.sub("b/c", text)
    if _SHORT_FORM.fullmatch(text) and not all(char.isalpha() or char in "/ " for char in text):
        return None
    return text


def _code(match: re.Match[str]) -> str:
    """A short form with a letter read twice (``BGĐĐ``), or Đ read as another (``BCP``) or as two (``BCPĐ``)."""
    code, codes = match.group(), table("abbreviations")["plain"]
    if code in codes:
        return code
    once = re.sub(r"(.)\1", r"\1", code)
    two = re.sub(r"[DPB]Đ|Đ[DPB]", "Đ", code)
    barred = (code[:i] + "Đ" + code[i + 1 :] for i, letter in enumerate(code) if letter in "DPB" and i)
    return next((form for form in (once, two, *barred) if form in codes), code)


@cache
def _index() -> dict[str, tuple[tuple[tuple[str, ...], Phrase], ...]]:
    """Phrases of several words by each of their first two words without marks."""
    found: dict[str, list[tuple[tuple[str, ...], Phrase]]] = {}
    spelt = [
        Phrase(tuple(w.casefold() for w in WORD.findall(text)), text, "spelt", False)
        for text in table("agencies")["spelt"]
    ]
    for phrase in (*(phrase for group in phrases().values() for phrase in group), *spelt):
        if len(phrase.words) > 1:
            words = tuple(plain(word) for word in phrase.words)
            for key in {f"1{words[0]}", f"2{words[1]}"}:
                found.setdefault(key, []).append((words, phrase))
    return {key: tuple(sorted(group, key=lambda pair: -len(pair[0]))) for key, group in found.items()}


def _near(flat: list[str], small: list[str], at: int) -> Phrase | None:
    """The longest phrase that the words from ``at`` on nearly are; words that are right by themselves stay."""
    if " ".join(small[at : at + 2]) in _other_words():
        return None
    second = flat[at + 1] if at + 1 < len(flat) else ""
    for words, phrase in (*_index().get(f"1{flat[at]}", ()), *_index().get(f"2{second}", ())):
        given = flat[at : at + len(words)]
        marked = small[at : at + len(words)]
        if len(given) < len(words) or tuple(marked) == phrase.words:
            continue
        if tuple(given) == words:
            return phrase
        wrong = [i for i, word in enumerate(phrase.words) if marked[i] != word]
        if len(wrong) == 1 and sum(map(len, words)) >= _LEAST and _one_off(given[wrong[0]], words[wrong[0]]):
            return phrase
    return None


@cache
def _other_words() -> frozenset[str]:
    return frozenset(text.casefold() for text in table("agencies")["not_heads"])


def _one_off(given: str, wanted: str) -> bool:
    """Whether a word of three letters or more lacks, has too much or changes one letter."""
    if abs(len(given) - len(wanted)) > 1 or max(len(given), len(wanted)) < 3:
        return False
    start = 0
    while start < min(len(given), len(wanted)) and given[start] == wanted[start]:
        start += 1
    rest = max(len(given), len(wanted)) - start - 1
    return given[len(given) - rest :] == wanted[len(wanted) - rest :] if rest else True


def _like(given: str, form: str) -> str:
    """``form`` with the first letter's case of what was read."""
    return (
        form[0].upper() + form[1:]
        if given[:1].isupper()
        else form[0].lower() + form[1:]
        if form[:1].isupper()
        else form
    )
