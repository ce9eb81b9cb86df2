"""Where agencies are named in running text: the longest stretch that the grammar of a name allows."""

from __future__ import annotations

import re
from functools import cache

from vanban.language.agency_data import WORD, alternation, known, letters, table

_REACH = 240
_MANY = ("các", "Các", "mỗi", "Mỗi")
_WORDS = re.compile(
    letters(
        r"\s+(?:[<U>][\w&]*(?:[-.][<U>]\w*)*|\d+(?![/\d.]))(?:\s?&\s?[A-ZĐ]+)?"
        r"|\s+-\s+[<U>]\w*|,\s?[A-Z]{2}(?:&[A-Z]{2})?(?!\w)"
    )
)


@cache
def _start() -> re.Pattern[str]:
    """What a name may begin with: a head, an officer, a collective or a short form."""
    data, codes = table("agencies"), table("abbreviations")
    heads = alternation([*data["heads"], *data["positions"]])
    officers = alternation(data["officers"])
    generic = alternation([*data["collective"], *data["heads"]])
    shorts = alternation([*data["short_heads"], *codes["joined"]["core"]])
    return re.compile(rf"(?:(?:{'|'.join(_MANY)}) (?:{generic})|{heads}|{officers}|(?:{shorts})[A-ZĐ]*)(?!\w)")


@cache
def _more() -> dict[str, re.Pattern[str]]:
    """What may follow: more of a collective, the bodies or areas it is of, an area."""
    data = table("agencies")
    generic, places = alternation(data["collective"]), alternation([*data["places"], "thị"])
    listed = rf"(?:{generic})(?!\w)(?:(?:,| và|, và) (?:{generic})(?!\w)| (?:{generic})(?!\w))*"
    return {
        "collective": re.compile(rf"(?:(?:,| và|, và)? {listed}| chính trị - xã hội)*(?: (?:có )?liên quan)?"),
        "of_many": re.compile(rf" (?:các|mỗi) {listed}(?: (?:có )?liên quan)?"),
        "of": re.compile(r" (?:thuộc|trực thuộc|của|trên địa bàn)(?: |(?=,))"),
        "area": re.compile(
            letters(
                rf" (?:các )?(?:{places})(?!\w)(?:(?:,| và|, và) (?:{places})(?!\w)(?! [<U>][<l>]))*"
                r"(?: trực thuộc [Tt]rung ương)?"
                r"| (?:các cấp|cùng cấp|cấp (?:tỉnh|huyện|xã|trên))(?!\w)"
            )
        ),
    }


@cache
def _no_head() -> re.Pattern[str]:
    return re.compile(rf"(?:{alternation(table('agencies')['not_heads'])})(?!\w)")


@cache
def _never() -> frozenset[str]:
    return frozenset(table("agencies")["never_names"])


def spans(text: str) -> list[tuple[int, int]]:
    """``(start, end)`` of the agencies named in ``text``, in order, none inside another."""
    found: list[tuple[int, int]] = []
    at = 0
    while match := _start().search(text, at):
        start, at = match.span()
        if (start and (text[start - 1].isalnum() or text[start - 1] in "/-")) or _no_head().match(text, start):
            continue
        at = _end(text, start, at)
        found.append((start, at))
    return found


def _end(text: str, start: int, end: int) -> int:
    """Where the name that begins at ``start`` and whose head ends at ``end`` ends."""
    more = _more()
    if text.startswith(_MANY, start):
        end = _past(more["collective"], text, end)
        end = _past(more["area"], text, _name(text, end))
        of = more["of"].match(text, end)
        inner = _start().match(text, of.end()) if of else None
        if of and inner:
            return _end(text, inner.start(), inner.end())
        return _past(more["area"], text, of.end() - 1) if of and text[of.end() - 1] == " " else end
    while True:
        before = end
        end = _past(more["of_many"], text, end)
        end = _past(more["area"], text, _phrases(text, start, end))
        end = _name(text, end)
        if end == before:
            return end


def _past(pattern: re.Pattern[str], text: str, at: int) -> int:
    match = pattern.match(text, at)
    return match.end() if match else at


def _phrases(text: str, start: int, end: int) -> int:
    """Past the known phrases behind the head."""
    matches = list(WORD.finditer(text, end, min(len(text), start + _REACH)))
    small = [match.group().casefold() for match in matches]
    at = 0
    while at < len(matches) and text[end : matches[at].start()] in (" ", ""):
        phrase = known(small, at)
        if phrase is None or phrase.kind == "places" or _no_head().match(text, matches[at].start()):
            break
        if not text[matches[at].start()].isupper() and phrase.text[0].isupper():
            break
        at += len(phrase.words)
        end = matches[at - 1].end()
    return end


def _name(text: str, end: int) -> int:
    """Past the words of a name."""
    while match := _WORDS.match(text, end):
        word = match.group().lstrip()
        if word in _never() or _no_head().match(text, match.end() - len(word)):
            break
        end = match.end()
    return end
