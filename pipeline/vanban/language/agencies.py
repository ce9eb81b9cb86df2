"""Agency names: their normal form, and the names of a list."""

from __future__ import annotations

import re
from functools import lru_cache

from vanban.language.abbreviations import AgencyContext, expand
from vanban.language.agency_data import letters
from vanban.language.agency_lists import take_apart
from vanban.language.agency_parts import grammar
from vanban.language.casing import calm, is_capitals, sentence_case
from vanban.language.text import hyphens, latin, nfc, same_tone, squeeze

__all__ = ["AgencyContext", "begins_name", "names", "sentence_case", "written_out"]

_DASH = re.compile(letters(r"(?<=\w)(?: - ?| ?- )(?=\w)|(?<=[<l>])-(?=[<U>])"))
_CODES = re.compile(r"(?<!\w)[B-DF-HJ-NP-TV-XZĐ&.]{3,}(?!\w)|(?<!\w)(?:UBND|UBMTTQ)(?!\w)")
_CAPITAL_WORDS = re.compile(letters(r"[<U>]{2,}(?:[ ,-]+[<U>])*[ ,-]+[<U>]{2}|^[<U>]{4,}$"))
_WORD = re.compile(r"\w+")
_TONED = re.compile(r"\w+(?! ban(?!\w))")
_SPACES = re.compile(r"[^\S\n]+")
_TRIM = " \t.,;:-+*|_–"


def written_out(text: str, context: AgencyContext | None = None) -> str:
    """An agency's name in normal form: sentence case, short forms written out, `` - `` between parts.

    Nothing is added that ``text`` does not say; a short form that stays ambiguous stays as written.
    """
    even = _even(text)
    name = _tidy(expand(_calmed(squeeze(even).strip(_TRIM), context), context))
    return _as_printed([name], text, even)[0]


def names(text: str, context: AgencyContext | None = None) -> list[str]:
    """The agencies of a list as a document writes it, each in normal form, what the list elides put back.

    >>> names("Các Sở: NV, XD")
    ['Sở Nội vụ', 'Sở Xây dựng']
    """
    return list(_names(text, context))


@lru_cache(maxsize=8192)
def _names(text: str, context: AgencyContext | None) -> tuple[str, ...]:
    even = _even(text)
    found = map(_tidy, take_apart(_calmed(_SPACES.sub(" ", even), context), context))
    return tuple(_as_printed([name for name in found if any(c.isalnum() for c in name)], text, even))


@lru_cache(maxsize=8192)
def _even(text: str) -> str:
    """Code points, dashes and tone marks in their normal form."""
    return same_tone(hyphens(latin(nfc(text))))


def _as_printed(found: list[str], text: str, even: str) -> list[str]:
    """Names with the tone marks where ``text`` puts them (``Tỉnh uỷ``); Ủy ban, as UBND is written, has one form."""
    printed = nfc(text)
    if len(printed) != len(even) or same_tone(printed) == printed:
        return found
    pairs = {
        m.group(): printed[m.start() : m.end()]
        for m in _WORD.finditer(even)
        if m.group() != printed[m.start() : m.end()]
    }
    turned = {word: form for word, form in pairs.items() if same_tone(form) == word}
    return [_TONED.sub(lambda m: turned.get(m.group(), m.group()), name) for name in found]


def _calmed(plain: str, context: AgencyContext | None) -> str:
    """Even text with words in capitals in sentence case."""
    if not _CAPITAL_WORDS.search(plain):
        return plain
    return calm(_CODES.sub(lambda m: expand(m.group(), context).upper(), plain) if is_capitals(plain) else plain)


def _tidy(name: str) -> str:
    """A name that is written out, with `` - `` between its parts and nothing loose at its ends."""
    name = _DASH.sub(" - ", name) if "-" in name else name
    return (squeeze(name) if "  " in name else name).strip(_TRIM)


def begins_name(text: str) -> bool:
    """Whether ``text`` begins as a name, an officer, a collective or a short form does."""
    start = expand(_even(text[:80]).strip(_TRIM))
    return start != text[:80].strip(_TRIM) or bool(grammar("agency").match(start) or grammar("many").match(start))
