"""What a document's words say of another document: the claim by which the store looks for it.

A document is known by symbol, issuer and date together, since numbers begin anew every year and every province
counts its own (NĐ 30/2020 PL I.II.3.a). Citations say less or more of that; equal sayings are one claim.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, replace

from vanban.record import Citation, Record
from vanban.store import edtf
from vanban.store.graph.laws import known_law
from vanban.store.terms import number_key, plain

_NATIONAL = re.compile(
    r"\d+[a-z]?/\d{4}/(?:qh\d+|ubtvqh\d+|(?:nd|nq|nqlt|l|pl)-.*|qd-ttg|tt(?:lt|lb|ln)?-(?!ubnd|hdnd).*)\Z"
)
_SERIAL = re.compile(r"(\d+[a-z]?)(?![\w])")
_LAWS = frozenset({"luật", "bộ luật", "pháp lệnh", "hiến pháp"})
_HEADS = re.compile(
    r"\A(?:bo truong|thu truong|chu nhiem|chu tich|pho chu tich|giam doc|tong giam doc|cuc truong|tong cuc truong|vien"
    r" truong|chanh an|chanh van phong|hieu truong|truong ban|thong doc|tong thanh tra|tong kiem toan)\s+(?=\w)"
)
_GENERIC = re.compile(
    r"(?:uy ban nhan dan|hoi dong nhan dan|ban thuong vu|ban chap hanh|so|cong an"
    r"|tinh uy|thanh uy|huyen uy|dang uy|bi thu|thuong truc)\b"
    r"(?:(?! (?:tinh|thanh pho|huyen|quan|xa|phuong|thi tran|thi xa) \w).)*\Z"
)


@dataclass(frozen=True, slots=True)
class Claim:
    """What is said of a document. ``group`` gathers all that could be one: see :func:`group_of`.

    ``area`` is where the one who says it is, when a number that every province counts has no issuer of its own.
    """

    group: str
    number: str | None = None
    date: str | None = None
    issuer: str | None = None
    type: str | None = None
    title: str | None = None
    area: str | None = None

    @property
    def identity(self) -> str:
        """The same for equal sayings, whatever their spelling and titles."""
        parts = (self.group, self.date, self.issuer and plain(self.issuer), self.area and plain(self.area))
        return "|".join(part or "" for part in parts)


def claims(record: Record) -> list[Claim | None]:
    """The claim of each citation, in order; ``None`` for one that says too little to look for.

    A number that is cited again without date or issuer (NĐ 30/2020 PL I.II.6.b) means the fuller mention.
    """
    said = [_claim(citation, record) for citation in record.citations]
    by_group: dict[str, list[Claim]] = defaultdict(list)
    for claim in said:
        if claim:
            by_group[claim.group].append(claim)
    return [claim and _filled(claim, by_group[claim.group]) for claim in said]


def group_of(*, number: str | None, type: str | None, date: str | None, title: str | None = None) -> str | None:
    """The group of a saying: its number; for a law its name and year; else type or bare serial with the day."""
    key = number_key(number) if number else ""
    if "/" in key or "-" in key:
        return key
    kind = plain(type or "")
    if is_law(type) and title and not key:
        return f"{kind}:{plain(title)}|{(date or '')[:4]}"
    span = edtf.span(date)
    if span and span.first == span.last and (key or kind):
        return f"{key or kind}|{date}"
    return None


def weak(group: str) -> bool:
    """Whether a group lacks the number by which documents are counted: a serial or type with a day, a law's name."""
    return "|" in group


def weak_groups(*, number: str | None, type: str | None, date: str | None, title: str | None) -> list[str]:
    """The groups of weaker sayings that may mean a document: its serial or type with its day, a law's name."""
    serial = serial_of(number)
    said = [
        group_of(number=serial, type=None, date=date) if serial else None,
        group_of(number=None, type=type, date=date),
        group_of(number=None, type=type, date=date, title=title),
    ]
    return [group for group in dict.fromkeys(said) if group]


def national(group: str) -> bool:
    """Whether a number with its year means one document in the whole country, whatever else is said."""
    return _NATIONAL.match(group) is not None


def is_law(type_: str | None) -> bool:
    """Whether a type is cited by its name alone: Luật, Bộ luật, Pháp lệnh, Hiến pháp (NĐ 30/2020 PL I.II.6)."""
    return type_ is not None and type_.casefold() in _LAWS


def serial_of(number: str | None) -> str | None:
    """``88`` of ``88/UBND-VX``."""
    match = _SERIAL.match(number_key(number)) if number else None
    return match[1] if match else None


def body(issuer: str) -> str:
    """An issuer for comparing: folded, and the body instead of its head (``Bộ trưởng Bộ Y tế``: ``bo y te``)."""
    return _HEADS.sub("", plain(issuer))


def issuers_fit(one: str | None, other: str | None) -> bool:
    """Whether two names of issuers may be one: either is unknown, or one is part of the other."""
    if not one or not other:
        return True
    first, second = body(one), body(other)
    return f" {first} " in f" {second} " or f" {second} " in f" {first} "


def dates_fit(one: str | None, other: str | None) -> bool:
    """Whether two dates may be one: either is unknown, or they have a day in common."""
    first, second = edtf.span(one), edtf.span(other)
    return not first or not second or first.overlaps(second)


def _claim(citation: Citation, record: Record) -> Claim | None:
    number, date, type_, title = citation.number, citation.date, citation.type, citation.title
    law = known_law(type_, title, date, record.issued.date) if type_ and title and not number else None
    if law:
        return Claim(number_key(law.number), law.number, law.date, "Quốc hội", type_, law.title)
    group = group_of(number=number, type=type_, date=date, title=title)
    if not group:
        return None
    local = not national(group) and (not citation.issuer or _GENERIC.match(body(citation.issuer)))
    return Claim(group, number, date, citation.issuer, type_, title, _area(record) if local else None)


def _filled(claim: Claim, others: list[Claim]) -> Claim:
    """The claim with the date, issuer and title that the same document gives elsewhere for its number."""
    fitting = [o for o in others if dates_fit(o.date, claim.date) and issuers_fit(o.issuer, claim.issuer)]
    dates = {o.date for o in fitting if o.date}
    issuers = {body(o.issuer): o.issuer for o in fitting if o.issuer}
    date = max(dates, key=len) if len({d[:4] for d in dates}) == 1 and _agree(dates) else claim.date
    issuer = max(issuers.values(), key=len) if len(issuers) == 1 else claim.issuer
    title = claim.title or next((o.title for o in fitting if o.title), None)
    area = claim.area if not issuer or _GENERIC.match(body(issuer)) else None
    return replace(claim, date=date, issuer=issuer, title=title, area=area)


def _agree(dates: set[str]) -> bool:
    return all(dates_fit(one, other) for one in dates for other in dates)


def _area(record: Record) -> str | None:
    area = record.issuer.jurisdiction if record.issuer else None
    return area.name if area else record.issuer.name if record.issuer else None
