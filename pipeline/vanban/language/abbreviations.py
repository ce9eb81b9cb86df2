"""Abbreviations of agencies and offices written out, by what stands around them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Final

from vanban.language.agency_data import letters, table
from vanban.language.people import person_name
from vanban.language.places import known_place

_TOKEN: Final = r"(?:P?TTg(?:CP)?|TTr|C[Tt]y|[A-ZĐƯ]{2,})"
_RUN: Final = re.compile(rf"(?<![\w/-]){_TOKEN}(?:(?: ?& ?| ?- ?| và |, ?|\. ?| ?/ ?){_TOKEN})*(?![\w/])")
_PART: Final = re.compile(rf"({_TOKEN})|( ?& ?| ?- ?| và |, ?|\. ?| ?/ ?)")
_AND: Final = re.compile(letters(r"(?<=[<l>])\s*&\s*|\s*&\s*(?=[<U>]?[<l>])"))
_CITY: Final = re.compile(letters(r"(?<!\w)(?:TP|Tp)\.? ?(?=[<U>][<l>])"))
_DOT: Final = re.compile(letters(r"(?<=\bVP|\bTT|\bCT|ND|CH|TV)\. ?(?=[<U>])"))
_ROOM: Final = re.compile(r"(?<![\w.])P\. ?(?=[A-ZĐ][A-ZĐ&-]+(?!\w))")
"""``P.KD`` is an office; ``P. Tân Lâm`` a ward."""
_AREA: Final = re.compile(letters(r"(nhân dân|[Cc]ông an|[ủu]y|Tổ quốc|Việt Nam)\s([PQHX])\. ?(?=[<U>][<l>]|\d)"))
_AREAS: Final = {"P": "phường", "Q": "quận", "H": "huyện", "X": "xã"}
"""``UBND P. Tân Lâm``: a letter for the kind of the area."""
_CAPITALS: Final = re.compile("[A-ZĐƯ][A-ZĐƯ,p]|TTg|C[Tt]y")
_CHIEF: Final = re.compile(r"(?<!\w)C, ?(?=(?:các )?PC?VP)")
_PERSON: Final = re.compile(letters(r"\.? ?([<U>][<l>]+(?: [<U>][<l>]+){2,3})\s*(?:$|[,;(])"))


@dataclass(frozen=True, slots=True)
class AgencyContext:
    """What the document says of its issuer, for short forms that mean its own bodies.

    ``place`` is the kind of its area (``tỉnh``, ``thành phố``, ``huyện``, ``thị xã`` …): in a city ``TU`` is
    the Thành ủy, in a province the Tỉnh ủy. ``body`` is the kind of body it is where that decides (``Bộ``,
    ``Ban Chỉ huy``, ``Bộ Chỉ huy``, ``Đảng``): its ``BCH`` is no Ban Chấp hành.
    """

    place: str | None = None
    body: str | None = None


@dataclass(frozen=True, slots=True)
class _Rule:
    """A context rule: ``short`` means ``form`` where ``left`` and ``right`` fit, in documents of a ``body``."""

    left: re.Pattern[str] | None
    right: re.Pattern[str] | None
    body: str | None
    form: str


@cache
def _rules() -> dict[str, list[_Rule]]:
    rules: dict[str, list[_Rule]] = {}
    for row in table("abbreviations")["context"]:
        left, right = (re.compile(letters(row[side])) if side in row else None for side in ("left", "right"))
        rules.setdefault(row["short"], []).append(_Rule(left, right, row.get("body"), row["form"]))
    return rules


@cache
def _head() -> re.Pattern[str]:
    heads = sorted(table("abbreviations")["field"], key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(heads)})(?=[\s:]*$)", re.IGNORECASE)


@cache
def _joined() -> re.Pattern[str]:
    parts = table("abbreviations")["joined"]
    lead, core, tail = ("|".join(sorted(parts[name], key=len, reverse=True)) for name in ("lead", "core", "tail"))
    return re.compile(rf"({lead})?({core})({tail})?({tail})?")


@cache
def _plain(token: str) -> str | None:
    """What a token means wherever it stands, also when written together (``TTHĐNDTP``)."""
    rules = table("abbreviations")
    token = token.replace("Ư", "W")
    if token in rules["plain"]:
        return str(rules["plain"][token])
    match = _joined().fullmatch(token)
    if match is None:
        return None
    names = {**rules["joined"]["lead"], **rules["joined"]["tail"], **rules["joined"]["core"]}
    return " ".join(names[part] for part in match.groups() if part)


def expand(text: str, context: AgencyContext | None = None) -> str:
    """``text`` with its abbreviations written out; what stays ambiguous stays as written."""
    if "&" in text:
        text = _AND.sub(" và ", text)
    if "/c" in text:
        text = text.replace("Đ/c", "Đồng chí").replace("đ/c", "đồng chí")
    if _CAPITALS.search(text) is None:
        return text
    text = _DOT.sub(" ", _CHIEF.sub("CVP, ", _CITY.sub("thành phố ", _ROOM.sub("Phòng ", text))))
    out: list[str] = []
    at = 0
    for match in _RUN.finditer(text):
        out.append(text[at : match.start()])
        out.append(_expand_run(match.group(), "".join(out), text[match.end() :], context))
        at = match.end()
    out.append(text[at:])
    whole = "".join(out)
    return _AREA.sub(lambda m: f"{m[1]} {_AREAS[m[2]]} ", whole) if "." in whole else whole


def _expand_run(run: str, left: str, right: str, context: AgencyContext | None) -> str:
    """One run of abbreviations: the longest stretch that means something, again and again."""
    parts = [(m.group(1), m.group(2)) for m in _PART.finditer(run)]
    tokens = [token for token, _ in parts if token]
    marks = [mark for _, mark in parts if mark]
    out, at = "", 0
    kept = False
    while at < len(tokens):
        before = left + out
        for end in range(len(tokens), at, -1):
            rest = "".join(mark + token for mark, token in zip(marks[end - 1 :], tokens[end:], strict=False)) + right
            form = _meaning("".join(tokens[at:end]), before, rest, context, single=end == at + 1)
            if form is not None:
                break
        else:
            form, end, kept = tokens[at], at + 1, True
        out += form
        if end <= len(marks):
            out += _mark(marks[end - 1], form != tokens[at])
        at = end
    return run if kept and "&" in marks else out


def _meaning(key: str, left: str, right: str, context: AgencyContext | None, *, single: bool) -> str | None:
    """What ``key`` means between ``left`` and ``right``; None where it is not certain."""
    head = _head().search(left)
    if head is not None:
        field = table("abbreviations")["field"][_capital(head.group())].get(key)
        if field is not None:
            return str(field)
    if key == "TT" and _before_person(right):
        return "Thứ trưởng" if context is not None and context.body == "Bộ" else None
    for rule in _rules().get(key, ()) if single else ():
        if rule.body is not None and (context is None or context.body != rule.body):
            continue
        if (rule.left is None or rule.left.search(left)) and (rule.right is None or rule.right.match(right)):
            return rule.form
    form = _plain(key)
    if form is None or "{TU}" not in form:
        return form
    city = (
        (context is not None and context.place == "thành phố")
        or "thành phố" in left
        or re.search(r"\bTP\b|thành phố", right)
    )
    return form.replace("{TU}", "Thành ủy" if city else "Tỉnh ủy")


def _before_person(right: str) -> bool:
    """Whether a person's full name follows."""
    match = _PERSON.match(right)
    return match is not None and person_name(match[1]) is not None and known_place(match[1]) is None


def _capital(head: str) -> str:
    return head[0].upper() + head[1:].lower()


def _mark(mark: str, expanded: bool) -> str:
    """A mark between abbreviations as it stands between words."""
    if not expanded:
        return mark
    bare = mark.strip()
    return {"&": " và ", "-": " - ", ".": " ", ",": ", ", "/": "/"}.get(bare, mark)


def field(head: str, code: str) -> str | None:
    """What a short form means behind a head noun: ``Công Thương`` for ``CT`` behind ``Sở``; None for nothing."""
    key = re.sub(r"[^A-ZĐƯ]", "", code)
    form = table("abbreviations")["field"].get(head, {}).get(key) or _plain(key)
    return form if form in table("agencies")["fields"] else None


def unit(code: str, context: AgencyContext | None = None) -> str:
    """A unit of the issuer by its code alone (``Lưu: VT, TCKH``); a code of several meanings as written."""
    form = table("abbreviations")["archive"].get(code) or _plain(code) or code
    form = form.replace("{TU}", "Thành ủy" if context and context.place == "thành phố" else "Tỉnh ủy")
    return str(form) if form[0].isupper() and "{" not in form else code
