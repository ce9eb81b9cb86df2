"""Names of persons as signatures print them: tested, freed of ranks, broken syllables joined."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from vanban.language.syllables import is_syllable
from vanban.language.text import CAPITALS, fold, same_tone, squeeze

_NOISE = re.compile(r"\(?\s*[đdĐD][ãaÃA]\s+k[ýyÝY]\s*\)?|[(\[][^)\]]{0,30}[)\]]|^[\W_]+|[\s.,;:*_|/\\'’\"”“-]+$")
_WORD = re.compile(rf"(?:[{CAPITALS}]{{1,2}}['’])?[{CAPITALS}][^\W\d_{CAPITALS}]*(?:[’'-][^\W\d_]+)*")
_GLUED = re.compile(rf"(?<=[^\W\d_{CAPITALS}])(?=[{CAPITALS}])")
_LIKE_DIGITS = {"0": "OĐ", "1": "TIL", "5": "S", "6": "GĐ", "8": "B"}
_DIGIT = re.compile(r"(?<!\w)([01568])([^\W\d_]+)(?!\w)")
_PREFIX = re.compile(r"(?:K|H|Ka|Hơ)['’]")
"""What the names of Cơ Ho, Ê Đê and Gia Rai open with instead of a family name."""

_HIGHLAND = re.compile(rf"(?:K|H)['’][{CAPITALS}][^\W\d_{CAPITALS}]+")


@dataclass(frozen=True, slots=True)
class _Names:
    """Family names (one tone placement, small letters), the frequent one behind a markless form, and ranks."""

    known: frozenset[str]
    frequent: dict[str, str]
    before: re.Pattern[str]
    after: re.Pattern[str]


@cache
def _names() -> _Names:
    data = files("vanban.language").joinpath("data")
    names = tomllib.loads(data.joinpath("family_names.toml").read_text("utf-8"))
    ranks = tomllib.loads(data.joinpath("positions.toml").read_text("utf-8"))["ranks"]["before"]
    spelt = "|".join(re.escape(rank) for rank in sorted(ranks, key=len, reverse=True))
    return _Names(
        known=frozenset(same_tone(name.lower()) for name in names["names"]),
        frequent={fold(name): name for name in names["frequent"]},
        before=re.compile(rf"^(?:(?:{spelt})(?:[.,:\s]+|$))+", re.IGNORECASE),
        after=re.compile(rf"(?:\s*[,;–-]\s*(?:{spelt})\.?)+$", re.IGNORECASE),
    )


def person_name(text: str, *, scanned: bool = False, strict: bool = False, alone: bool = False) -> str | None:
    """The person's name that ``text`` is, or ``None``: a family name and one to five more syllables in capitals.

    Ranks, degrees and ``(Đã ký)`` are left out, and a syllable broken by the page (``Đặ ng``) is joined. Two
    syllables in capitals (``VĂN PHÒNG``) are no name. ``scanned`` puts a family name right that lost its marks
    (``Nguyên``); elsewhere the page's spelling stays. ``strict`` wants three syllables or more, all of them
    Vietnamese. ``alone``, for a line of its own under a position, takes unknown family names as well.
    """
    names = _names()
    text = squeeze(_NOISE.sub(" ", squeeze(_NOISE.sub(" ", names.after.sub("", squeeze(text))))))
    text = names.before.sub("", text).strip(" .,")
    text = _DIGIT.sub(_lettered, text) if scanned else text
    if not text or any(not (c.isalpha() or c in " '’-") for c in text):
        return None
    words = _joined(_parted(text) if scanned else text.split())
    if not 2 <= len(words) <= 6:
        return text if alone and _HIGHLAND.fullmatch(text) else None
    capitals = all(word.isupper() for word in words)
    if capitals and len(words) < 3:
        return None
    if capitals:
        words = [word.capitalize() for word in words]
    if not all(_WORD.fullmatch(word) for word in words):
        return None
    if not has_family(words):
        mended = names.frequent.get(fold(words[0])) if scanned else None
        if (mended is None and not alone) or capitals or len(words[0]) < 2:
            return None
        words[0] = mended or words[0]
    if strict and (len(words) < 3 or not all(is_syllable(word) for word in words)):
        return None
    return " ".join(words)


def _lettered(match: re.Match[str]) -> str:
    """A word of a name whose capital OCR took for a digit (``1hanh``), where one letter alone makes a syllable."""
    forms = [letter + match[2] for letter in _LIKE_DIGITS[match[1]] if is_syllable(letter + match[2])]
    return forms[0] if len(forms) == 1 else match[0]


def _parted(text: str) -> list[str]:
    """The words of a scanned name: parted where OCR saw no space, a frequent family name with its lost capital.

    Pieces before it that are no words (``h``, what is left of a pen's stroke) are dropped.
    """
    pieces = _GLUED.sub(" ", text).split()
    words = pieces if all(map(is_syllable, pieces[1:])) else text.split()
    if words and words[0].islower():
        whole = [name for name in _names().frequent.values() if len(words[0]) > 2 and name[1:] == words[0]]
        words[0] = whole[0] if len(whole) == 1 else words[0]
    while len(words) > 2 and words[0].islower() and len(words[0]) < 3 and not is_syllable(words[0]):
        del words[0]
    return words


def has_family(words: Sequence[str]) -> bool:
    """Whether a name opens with a family name that is known, of one syllable or two (``Rơ Châm``)."""
    opening = [same_tone(word.lower()) for word in words[:2]]
    return opening[0] in _names().known or " ".join(opening) in _names().known or bool(_PREFIX.match(words[0]))


def is_frequent(word: str) -> bool:
    """Whether a word is one of the family names that many bear."""
    return word in _names().frequent.values()


def _joined(words: list[str]) -> list[str]:
    """Words with pieces that begin small joined to the word before: ``Đặ ng Văn`` is ``Đặng Văn``."""
    found: list[str] = []
    for word in words:
        if found and word[0].islower() and is_syllable(found[-1] + word):
            found[-1] += word
        else:
            found.append(word)
    return found
