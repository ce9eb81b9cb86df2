"""Where a name is whole: behind it, words that are part of no name begin the task, whatever verb they are.

``Tỉnh đoàn | vận động đoàn viên``, ``các cơ quan, đơn vị | tự chấm điểm``, ``Công an thành phố | Sẵn sàng lực lượng``.
Names are built of known heads, fields, collectives, areas and places; a head alone (``Ban``, ``Trung tâm``) or a word
that begins an unknown field (``Cục Biến đổi …``) leaves the name open, and open names end at known verbs only.
"""

from __future__ import annotations

import re
from functools import cache

from vanban.extraction.tasks.cues import UPPER, actor_at, either, words
from vanban.language.agency_data import WORD, known, table
from vanban.language.places import known_place

_CAPITAL = re.compile(rf"[{UPPER}]")
_SHORT_FORM = re.compile(rf"[{UPPER}][{UPPER}\d&]+$")
_JOINS = re.compile(r"[,;&/–-]$")
_SHORT, _MODIFIERS = 2, 5
_NAME_AGAIN = re.compile(
    rf"\w+ (?:\w+ ){{0,3}}(?:(?:tỉnh|huyện|quận|thị xã|thành phố|xã|phường)(?!\w)|(?!Nhân dân)[{UPPER}])"
)
"""A place or a capital soon behind small words: they belong to a name (``Y tế dự phòng tỉnh``)."""
_LIST_GOES_ON = re.compile(r"\w+(?: \w+){0,2}(?:,| và) (?:và )?")


def whole_end(window: str, limit: int) -> int | None:
    """Where, before ``limit``, words behind a whole name begin that belong to no name; ``None`` when none do."""
    marks = list(WORD.finditer(window, 0, limit))
    small = [mark.group().casefold() for mark in marks]
    at, whole, run, placed, sealed, depth = 0, False, 0, False, False, 0
    while at < len(marks):
        mark, word = marks[at], marks[at].group()
        if word in "()" or depth:
            depth += (word == "(") - (word == ")")
            at += 1
            continue
        if _JOINS.match(word):
            whole, run, placed, sealed, at = False, 0, False, False, at + 1
            continue
        count, closes, kind = _part(small, at)
        capital = bool(_CAPITAL.match(word))
        if placed and capital and count < 2 and _sentence(window, marks, at):
            return mark.start()
        if whole and not capital and not count and word[0].isalpha():
            if mark.end() == len(window):
                return None
            if sealed or not _modifies(window, mark.start(), limit):
                return mark.start()
        if count:
            whole, placed = closes, kind == "places"
            sealed = small[at + count - 2 : at + count] == ["liên", "quan"]
            run, at = 0, at + count
            continue
        if capital:
            run += 1
            whole = run >= 2 or placed or bool(_SHORT_FORM.match(word) and small[at] not in _open_heads())
        else:
            run, whole = 0, whole and word[0].isdigit()
        placed = sealed = False
        at += 1
    return None


def _modifies(window: str, start: int, limit: int) -> bool:
    """Whether the words before a sure opening of a task (``các đơn vị thụ hưởng | chủ trì …``) describe the name."""
    listed = _LIST_GOES_ON.match(window, start)
    if listed and actor_at(window, listed.end()):
        return True
    between = window[start:limit]
    if _NAME_AGAIN.match(between):
        return True
    if re.search(r"[,;:.]", between):
        return False
    count = len(between.split())
    return count <= _SHORT or (count <= _MODIFIERS and bool(_sure().match(window, limit)))


@cache
def _sure() -> re.Pattern[str]:
    return re.compile(rf"{either(words()['wholes']['sure'])}(?!\w)")


def _sentence(window: str, marks: list[re.Match[str]], at: int) -> bool:
    """Whether a capital behind a bare area begins a sentence (``thành phố Sẵn sàng …``): places have all theirs."""
    if at + 1 >= len(marks) or known_place(marks[at].group()):
        return False
    following = marks[at + 1]
    between = window[marks[at].end() : following.start()]
    return (
        between.isspace()
        and following.group().isalpha()
        and following.group().islower()
        and not _part([following.group()], 0)[0]
    )


def _part(small: list[str], at: int) -> tuple[int, bool, str]:
    """How many words from ``at`` are a known part of names, whether a name may end behind them, and their kind."""
    phrase = known(small, at)
    best = len(phrase.words) if phrase else 0
    kind = phrase.kind if phrase else ""
    closes = bool(phrase) and (phrase is not None and " ".join(phrase.words) not in _open_heads())
    listed = _listed().get(small[at], ())
    for parts, ends, own in listed:
        if len(parts) > best and small[at : at + len(parts)] == list(parts):
            best, closes, kind = len(parts), ends, own
    return best, closes, kind


@cache
def _open_heads() -> frozenset[str]:
    """Heads that no name ends with: a field, a place or a proper name must follow."""
    return frozenset(word.casefold() for word in words()["wholes"]["open"])


@cache
def _listed() -> dict[str, list[tuple[tuple[str, ...], bool, str]]]:
    """Parts of names by their first word, longest first: their words, whether a name may end there, their kind."""
    found: dict[str, list[tuple[tuple[str, ...], bool, str]]] = {}
    actors, wholes = words()["actors"], words()["wholes"]
    groups = (
        ([*actors["names"], *actors["collective"], *actors["alone"], *table("agencies")["collective"]], True, "actor"),
        (wholes["tails"], True, "tail"),
        ([*wholes["joins"], *actors["quantifiers"]], False, "join"),
    )
    for phrases, ends, kind in groups:
        for phrase in phrases:
            parts = tuple(word.casefold() for word in WORD.findall(phrase))
            ends_here = ends and phrase.casefold() not in _open_heads()
            found.setdefault(parts[0], []).append((parts, ends_here, kind))
    for listed in found.values():
        listed.sort(key=lambda part: -len(part[0]))
    return found
