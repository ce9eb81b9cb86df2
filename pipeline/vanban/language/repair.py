"""Names of agencies that OCR read with wrong marks, glued or torn words, put right by the names that are known."""

from __future__ import annotations

import re
from functools import cache

from vanban.language.agency_data import phrases
from vanban.language.places import known_names
from vanban.language.syllables import is_syllable
from vanban.language.text import plain, same_tone, squeeze

_WORD = re.compile(r"[^\W_]+|[-]")
_KINDS = (
    "Trường",
    "tỉnh",
    "thành phố",
    "huyện",
    "quận",
    "thị xã",
    "phường",
    "thị trấn",
    "UBND",
    "HĐND",
    "Việt Nam",
    "và",
)
_AREAS = frozenset(("tỉnh", "phố", "huyện", "quận", "xã", "phường", "trấn", "khu", "thôn"))
"""Last words of the kinds of areas, behind which a name stands."""
_BEFORE_PLACES = frozenset(plain(word) for word in (*_AREAS, "ủy"))
_LEADS = ("Bộ", "Sở", "Phòng")


@cache
def _known() -> dict[str, dict[str, str]]:
    """Letters without marks and spaces → capitals with marks, by the first two letters; longest first."""
    found: dict[str, str] = {}
    known = [phrase for group in phrases().values() for phrase in group]
    led = [f"{head} {phrase.text}" for phrase in known if phrase.kind == "fields" for head in _LEADS]
    for form in (*_KINDS, *(phrase.text for phrase in known), *led, *known_names()):
        letters = re.sub(r"[\W_]", "", plain(form))
        if len(letters) > 1:
            found.setdefault(letters, form.upper())
    index: dict[str, dict[str, str]] = {}
    for letters in sorted(found, key=len, reverse=True):
        index.setdefault(letters[:2], {})[letters] = found[letters]
    return index


@cache
def _forms() -> frozenset[str]:
    """Known parts in capitals with their marks: what is one of them is no slip for another (``TRƯỜNG``, ``TRƯỞNG``)."""
    known = [phrase.text for group in phrases().values() for phrase in group]
    return frozenset(same_tone(form.upper()) for form in (*_KINDS, *known, *known_names()))


def remarked(name: str) -> str:
    """``name`` with slips of the marks put right where every part is known: ``SỞ … VÀ TRUYỂN THÔNG``."""
    form, name = repaired(name), squeeze(name)
    if form == name or plain(form) != plain(name) or not _is_known(form):
        return name
    return name if _renames(name, form) or _renames_area(name, form) else form


def _renames_area(name: str, form: str) -> bool:
    """Whether ``form`` spells what stands behind the kind of an area otherwise, and as no place that is known."""
    old, new = same_tone(name.upper()).split(), same_tone(form).split()
    kinds = [at for at, word in enumerate(old) if word.casefold() in _AREAS]
    behind = kinds[-1] + 1 if kinds else len(old)
    return old[behind:] != new[behind:] and " ".join(new[behind:]) not in _places()


def _renames(name: str, form: str) -> bool:
    """Whether ``form`` makes another place of words that are sound as they stand (``HẢI ĐƯỜNG``, ``HẢI DƯƠNG``)."""
    pairs = list(zip(same_tone(name.upper()).split(), same_tone(form).split(), strict=True))
    for low in range(len(pairs)):
        for high in range(low + 1, min(low + 4, len(pairs)) + 1):
            place = " ".join(new for _, new in pairs[low:high])
            changed = [old for old, new in pairs[low:high] if old != new]
            if changed and place in _places() and all(map(is_syllable, changed)):
                return True
    return False


@cache
def _places() -> frozenset[str]:
    return frozenset(same_tone(name.upper()) for name in known_names())


def _is_known(name: str) -> bool:
    """Whether known parts make up the whole of a name, spelt as they are."""
    words = [plain(word).strip("-") for word in _WORD.findall(name)]
    flat, ends, at = "".join(words), set[int](), 0
    for word in words:
        at += len(word)
        ends.add(at)
    at = 0
    while at < len(flat):
        form = _longest(flat, at, ends)
        if form is None:
            return False
        at += form[0]
    return bool(flat)


def repaired(name: str) -> str:
    """``name`` (printed in capitals) with each known part as it is spelt: ``SƠ Y TE`` → ``SỞ Y TẾ``.

    Parts that are not known stay as read, without the specks that OCR took for punctuation.
    """
    words = [match.group() for match in _WORD.finditer(name)]
    letters = [plain(word).strip("-") for word in words]
    flat = "".join(letters)
    starts, at = [], 0
    for word in letters:
        starts.append(at)
        at += len(word)
    ends = {start + len(word) for start, word in zip(starts, letters, strict=True)}
    parts: list[str] = []
    done = 0
    for at, (word, start) in enumerate(zip(words, starts, strict=True)):
        if start < done:
            continue
        form = None if word == "-" else _longest(flat, start, ends)
        if form and form[0] == len(letters[at]) and _stands(word, form[1], letters[at - 1] if at else ""):
            form = None
        if form is None:
            parts.append(word)
            done = start + len(plain(word).strip("-"))
        else:
            done = start + form[0]
            written = " ".join(word for word, low in zip(words, starts, strict=True) if start <= low < done)
            parts.append(written.upper() if same_tone(written.upper()) in _forms() else form[1])
    return squeeze(" ".join(parts))


def _stands(word: str, form: str, before: str) -> bool:
    """Whether a sound word is no slip of the one word that is known: it names a place (``XÃ ĐẠI HẬU`` has no Đài), or
    stands inside of a name, where only the kind of an area may begin (``TRUNG TÂM BẢO TỒN`` has no Báo)."""
    if not is_syllable(word) or same_tone(word.upper()) == same_tone(form):
        return False
    return before in _BEFORE_PLACES or (bool(before) and form.casefold() not in _AREAS)


def _longest(flat: str, start: int, ends: set[int]) -> tuple[int, str] | None:
    for letters, form in _known().get(flat[start : start + 2], {}).items():
        if flat.startswith(letters, start) and start + len(letters) in ends:
            return len(letters), form
    return None
