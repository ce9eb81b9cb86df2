"""Names of persons as signatures print them: tested, freed of ranks, broken syllables joined."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files

from vanban.language.syllables import is_syllable
from vanban.language.text import fold, same_tone, squeeze

_NOISE = re.compile(r"\(?\s*[đdĐD][ãaÃA]\s+k[ýyÝY]\s*\)?|[(\[][^)\]]{0,30}[)\]]|^[\W_]+|[\s.,;:*_|/\\'’\"”“-]+$")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


@cache
def _data() -> tuple[frozenset[str], dict[str, str], re.Pattern[str]]:
    """Family names (one tone placement, small letters), the frequent one behind a markless form, and ranks."""
    data = files("vanban.language").joinpath("data")
    names = tomllib.loads(data.joinpath("family_names.toml").read_text("utf-8"))
    ranks = tomllib.loads(data.joinpath("positions.toml").read_text("utf-8"))["ranks"]["before"]
    spelt = "|".join(re.escape(rank) for rank in sorted(ranks, key=len, reverse=True))
    return (
        frozenset(same_tone(name.lower()) for name in names["names"]),
        {fold(name): name for name in names["frequent"]},
        re.compile(rf"^(?:(?:{spelt})(?:[.,:\s]+|$))+", re.IGNORECASE),
    )


def person_name(text: str, *, strict: bool = False) -> str | None:
    """The person's name that ``text`` is, or ``None``: a family name and one to five more syllables in capitals.

    Ranks, degrees and ``(Đã ký)`` are left out, a syllable broken by the page (``Đặ ng``) is joined, and a family
    name that lost its marks (``Nguyên``) is put right. Two syllables in capitals (``VĂN PHÒNG``) are no name.
    ``strict``, for scans, wants three or more, all of them Vietnamese syllables.
    """
    text = squeeze(_NOISE.sub(" ", squeeze(_NOISE.sub(" ", text))))
    known, frequent, ranks = _data()
    text = ranks.sub("", text).strip(" .,")
    if not text or any(not (c.isalpha() or c in " '’-") for c in text):
        return None
    words = _joined(text.split())
    if not 2 <= len(words) <= 6:
        return None
    capitals = all(word.isupper() for word in words)
    if capitals and len(words) < 3:
        return None
    if capitals:
        words = [word.capitalize() for word in words]
    if not all(_WORD.fullmatch(word) and word[0].isupper() and word[1:].islower() for word in words if len(word) > 1):
        return None
    if same_tone(words[0].lower()) not in known:
        mended = frequent.get(fold(words[0]))
        if mended is None or capitals or len(words[0]) < 2:
            return None
        words[0] = mended
    if strict and (len(words) < 3 or not all(is_syllable(word) for word in words)):
        return None
    return " ".join(words)


def _joined(words: list[str]) -> list[str]:
    """Words with pieces that begin small joined to the word before: ``Đặ ng Văn`` is ``Đặng Văn``."""
    found: list[str] = []
    for word in words:
        if found and word[0].islower() and is_syllable(found[-1] + word):
            found[-1] += word
        else:
            found.append(word)
    return found
