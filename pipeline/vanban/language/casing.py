"""Agency names and positions from capitals to sentence case (NĐ 30/2020 PL II: viết hoa)."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from vanban.language.agency_data import WORD, Phrase, known, letters, phrases, table
from vanban.language.companies import company_words, is_company
from vanban.language.places import known_names
from vanban.language.syllables import is_syllable
from vanban.language.text import same_tone

_VOWEL = re.compile(letters("[AEIOUY]|[^A-ZĐ<l>\\W\\d_]"))
_ROMAN = re.compile(r"[IVXLC]{2,}|[IVX]$")
_RUN = re.compile(letters(r"[<U>]{2,}(?:[ ,&-]+[<U>]{2,})+"))
_BREAK = frozenset("-;:(/.")


def is_capitals(text: str) -> bool:
    """Whether a name is printed in capitals throughout, and is more than an abbreviation."""
    return text.isupper() and len(text) > 3 and any(map(_is_word, WORD.findall(text)))


def _is_word(word: str) -> bool:
    """A Vietnamese syllable that is no abbreviation."""
    return len(word) > 1 and word.replace("Ư", "W") not in table("abbreviations")["plain"] and is_syllable(word)


def sentence_case(text: str) -> str:
    """A name or position printed in capitals as running text writes it; other text is given back.

    Known phrases (fields, heads, positions, provinces and districts) take their own case; words behind a place word
    or a head that takes a name keep capitals; the rest is small after its first word.

    >>> sentence_case("SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH")
    'Sở Văn hóa, Thể thao và Du lịch'
    """
    if not is_capitals(text):
        return text
    return _cased_whole(same_tone(text))


def calm(text: str) -> str:
    """``text`` with every run of words in capitals in sentence case; abbreviations alone stay."""
    if is_capitals(text):
        return _cased_whole(text)
    return _RUN.sub(_calm_run, text)


def _calm_run(match: re.Match[str]) -> str:
    """A run of capitals; behind small words it is a name, unless it begins as an agency does."""
    if not _is_words(match.group()):
        return match.group()
    first = [word.casefold() for word in WORD.findall(match.group())]
    return _cased_whole(match.group(), match.start() > 0 and known(first, 0) is None)


def _is_words(text: str) -> bool:
    """Whether a run in capitals is made of words and of abbreviations that are known."""
    words = re.findall(r"\w+", text)
    codes = table("abbreviations")["plain"]
    return any(map(_is_word, words)) and all(is_syllable(word) or word in codes for word in words)


@lru_cache(maxsize=4096)
def _cased_whole(text: str, naming: bool = False) -> str:
    words = WORD.findall(text)
    small = [word.casefold() for word in words]
    if not naming and is_company(small):
        return _join(text, words, company_words(words, small))
    out: list[str] = []
    at, opening, loose = 0, True, False
    while at < len(words):
        phrase = _phrase(small, at, naming=naming, loose=loose)
        if phrase is not None:
            form = phrase.text if out or naming else phrase.text[0].upper() + phrase.text[1:]
            out.extend(WORD.findall(form))
            naming = phrase.kind == "places" or phrase.text in _takes_name()
            opening = phrase.kind in ("heads", "positions") or phrase.words[0] in _head_words()
            loose = False
            at += len(phrase.words)
            continue
        word = words[at]
        out.append(_cased(word, small[at], naming=naming, opening=opening))
        if word in _BREAK:
            naming, opening, loose = False, True, False
        else:
            opening, loose = opening and (not word.isalnum() or out[-1] == word), word.isalnum()
        at += 1
    return _join(text, words, out)


def _phrase(small: list[str], at: int, *, naming: bool, loose: bool) -> Phrase | None:
    """The phrase at a word; a single word is none inside a name, and no head behind an unknown word."""
    place = next(
        (p for p in _place_names().get(small[at], ()) if tuple(small[at : at + len(p.words)]) == p.words), None
    )
    phrase = known(small, at)
    if (
        phrase is not None
        and len(phrase.words) == 1
        and ((naming and phrase.kind != "places") or (loose and phrase.kind == "heads"))
    ):
        phrase = None
    if (
        place is not None
        and (phrase is None or len(place.words) > len(phrase.words))
        and (len(place.words) > 1 or naming)
    ):
        return place
    return phrase


@cache
def _place_names() -> dict[str, tuple[Phrase, ...]]:
    """Names of provinces and districts by their first word, longest first."""
    found: dict[str, list[Phrase]] = {}
    for name in known_names():
        words = tuple(word.casefold() for word in WORD.findall(name))
        found.setdefault(words[0], []).append(Phrase(words, name, "names", False))
    return {word: tuple(sorted(group, key=lambda p: -len(p.words))) for word, group in found.items()}


@cache
def _takes_name() -> frozenset[str]:
    return frozenset(table("agencies")["takes_name"])


@cache
def _head_words() -> frozenset[str]:
    """First words of heads: what begins with one is followed by a capital (``Công ty cổ phần Cấp nước``)."""
    return frozenset(p.words[0] for group in phrases().values() for p in group if p.kind == "heads")


@cache
def _small_words() -> frozenset[str]:
    return frozenset(table("agencies")["small_words"])


def _cased(word: str, small: str, *, naming: bool, opening: bool) -> str:
    """One word outside every known phrase."""
    if not _VOWEL.search(word) or _ROMAN.fullmatch(word) or (len(word) > 2 and word in table("abbreviations")["plain"]):
        return word
    if small in _small_words() and not (naming and not opening):
        return small
    return small.capitalize() if naming or opening else small


def _join(text: str, words: list[str], cased: list[str]) -> str:
    """``cased`` words with the white space that stood between ``words`` in ``text``."""
    out, at = [], 0
    for old, new in zip(words, cased, strict=True):
        start = text.index(old, at)
        out.append(text[at:start])
        out.append(new)
        at = start + len(old)
    return "".join(out) + text[at:]
