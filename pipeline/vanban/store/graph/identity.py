"""What a document's words say of another document: the claim by which the store looks for it.

A document is known by symbol, issuer and date together, since numbers begin anew every year and every province
counts its own (NĐ 30/2020 PL I.II.3.a). Citations say less or more of that; equal sayings are one claim.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from vanban.record import Citation, Record
from vanban.store import edtf
from vanban.store.graph.laws import known_law
from vanban.store.graph.seats import around, body, seat, seat_of
from vanban.store.terms import number_key, plain

_NATIONAL = re.compile(
    r"\d+[a-z]?/\d{4}/(?:qh\d+|ubtvqh\d+|(?:nd|nq|nqlt|l|pl)-(?!hdnd|ubnd).*|qd-ttg|tt(?:lt|lb|ln)?-(?!ubnd|hdnd).*)\Z"
)
_MARKS = re.compile(r"[|:@~]")
"""What parts the keys of the graph, and is no part of a number."""

_SERIAL = re.compile(r"(\d+[a-z]?)(?![\w])")
_LAWS = frozenset({"luật", "bộ luật", "pháp lệnh", "hiến pháp"})

_MOST_FILLED = 50
"""Different sayings of one number in one document beyond which none is filled from another."""


_span = lru_cache(maxsize=65_536)(edtf.span)
_key = lru_cache(maxsize=65_536)(number_key)


@dataclass(frozen=True, slots=True)
class Claim:
    """What is said of a document.

    ``group`` gathers all that could be one (:func:`group_of`), ``seat`` is where its issuer sits; where that is not
    told, ``near`` are the places around the one who says it. ``certain`` is false for a law known by name alone.
    """

    group: str
    number: str | None = None
    date: str | None = None
    issuer: str | None = None
    type: str | None = None
    title: str | None = None
    seat: str | None = None
    near: tuple[str, ...] = ()
    certain: bool = True

    @property
    def cell(self) -> str:
        """What is resolved together: the sayings of one number, and where places count it, of one place."""
        if national(self.group) or named(self.group):
            return self.group
        return f"{self.group}@{self.seat}" if self.seat else f"{self.group}@~{self.near[0] if self.near else ''}"

    @property
    def identity(self) -> str:
        """The same for equal sayings, whatever their spelling and titles."""
        if national(self.group):
            return f"{self.group}|{self.date or ''}|{'' if self.certain else '?'}"
        parts = (self.cell, self.date or "", plain(self.issuer or ""), "" if self.seat else "/".join(self.near))
        return "|".join(parts)

    @property
    def watches(self) -> list[str]:
        """Of a saying that depends on works of other cells: the keys of works (:func:`keys_of`) that it may mean."""
        if national(self.group) or self.strong:
            return []
        if named(self.group):
            return [self.group]
        if self.seat:
            return [self.cell]
        keys = [f"{self.group}@{place}" for place in self.near]
        if weak(self.group):
            return keys if self.number is None else [*keys, self.group]
        return [*keys, f"{self.group}|{self.date}" if full(self.date) else self.group]

    @property
    def strong(self) -> bool:
        """Whether it says number and place, so that it depends on nothing outside its cell."""
        return national(self.group) or (self.seat is not None and not weak(self.group))


def claims(record: Record) -> list[Claim | None]:
    """The claim of each citation, in order; ``None`` for one that says too little to look for.

    A number that is cited again without date or issuer (NĐ 30/2020 PL I.II.6.b) means the fuller mention.
    """
    near = around(record)
    own = seat_of(record)
    places = tuple(dict.fromkeys((*near, own))) if own else near
    said = [_claim(citation, record) for citation in record.citations]
    by_group: dict[str, dict[Claim, None]] = defaultdict(dict)
    for claim in said:
        if claim:
            by_group[claim.group][claim] = None
    filled = {claim: _filled(claim, list(others), places) for others in by_group.values() for claim in others}
    return [claim and filled[claim] for claim in said]


def group_of(*, number: str | None, type: str | None, date: str | None, title: str | None = None) -> str | None:
    """The group of a saying: its number; for a law its name; else type or bare serial with the day."""
    key = _MARKS.sub("", _key(number)) if number else ""
    if "/" in key or "-" in key:
        return key
    kind = plain(type or "")
    if is_law(type) and title and not key:
        return f"{kind}:{plain(title)}"
    if full(date) and (key or kind):
        return f"{key or kind}|{date}"
    return None


def cell_of(record: Record) -> str:
    """The cell of a stored document: its number and place, or itself where one of them is not told."""
    group = group_of_record(record)
    if national(group) or group.startswith("id:"):
        return group
    return f"{group}@{seat_of(record) or record.id}"


def group_of_record(record: Record) -> str:
    """The group of a stored document: its number, or itself where it has none."""
    return group_of(number=record.number.canonical, type=None, date=None) or f"id:{record.id}"


def keys_of(
    *, group: str, number: str | None, type: str | None, date: str | None, title: str | None, place: str | None
) -> set[str]:
    """The keys under which a work with a number, or a stored document, is looked for by those that say less."""
    keys = set[str]()
    if not national(group) and not group.startswith("id:"):
        keys |= {group, f"{group}@{place}"} | ({f"{group}|{date}"} if full(date) else set())
    if is_law(type) and title:
        keys.add(f"{plain(type or '')}:{plain(title)}")
    if full(date):
        serial = serial_of(number)
        said = [f"{serial}|{date}"] if serial else []
        keys |= {*said, *(f"{item}@{place}" for item in (*said, *([f"{plain(type)}|{date}"] if type else ())))}
    return keys


def weak(group: str) -> bool:
    """Whether a group lacks the number by which documents are counted: a serial or type with a day, a law's name."""
    return "|" in group or named(group)


def named(group: str) -> bool:
    """Whether a group is a law's name."""
    return ":" in group and not group.startswith("id:")


def national(group: str) -> bool:
    """Whether a number with its year means one document in the whole country, whatever else is said."""
    return _NATIONAL.match(group) is not None


def is_law(type_: str | None) -> bool:
    """Whether a type is cited by its name alone: Luật, Bộ luật, Pháp lệnh, Hiến pháp (NĐ 30/2020 PL I.II.6)."""
    return type_ is not None and type_.casefold() in _LAWS


def serial_of(number: str | None) -> str | None:
    """``88`` of ``88/UBND-VX``."""
    match = _SERIAL.match(_key(number)) if number else None
    return match[1] if match else None


def full(date: str | None) -> bool:
    """Whether a date is a day."""
    return date is not None and len(date) == 10 and "/" not in date and _span(date) is not None


def issuers_fit(one: str | None, other: str | None) -> bool:
    """Whether two names of issuers may be one: either is unknown, or one is part of the other."""
    if not one or not other:
        return True
    first, second = body(one), body(other)
    return f" {first} " in f" {second} " or f" {second} " in f" {first} "


def dates_fit(one: str | None, other: str | None) -> bool:
    """Whether two dates may be one: either is unknown, or they have a day in common."""
    first, second = _span(one), _span(other)
    return not first or not second or first.overlaps(second)


def _claim(citation: Citation, record: Record) -> Claim | None:
    number, date, type_, title = citation.number, citation.date, citation.type, citation.title
    law = known_law(type_, title, date, record.issued.date) if type_ and title and not number else None
    if law:
        return Claim(
            number_key(law.number), law.number, law.date, "Quốc hội", type_, law.title, "quoc hoi", certain=bool(date)
        )
    group = group_of(number=number, type=type_, date=date, title=title)
    return Claim(group, number, date, citation.issuer, type_, title) if group else None


def _filled(claim: Claim, others: Sequence[Claim], near: tuple[str, ...]) -> Claim:
    """The claim with the date, issuer and title that the document gives elsewhere for its number, and its place."""
    if len(others) > _MOST_FILLED:
        others = [claim]
    fitting = [o for o in others if dates_fit(o.date, claim.date) and issuers_fit(o.issuer, claim.issuer)]
    dates = sorted({o.date for o in fitting if o.date}, key=lambda date: (len(date), date))
    issuers = {body(o.issuer): o.issuer for o in fitting if o.issuer}
    longest = max(issuers, key=len, default="")
    date = dates[-1] if dates and all(dates_fit(one, other) for one in dates for other in dates) else claim.date
    issuer = issuers[longest] if issuers and all(one in longest for one in issuers) else claim.issuer
    title = claim.title or next((o.title for o in fitting if o.title), None)
    place = claim.seat or seat(issuer, near)
    return replace(claim, date=date, issuer=issuer, title=title, seat=place, near=() if place else near)
