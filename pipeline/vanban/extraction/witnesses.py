"""What else a document says of its header values: each witness agrees with a value or differs from it.

Page text is the first source of every value. Beside it stand the symbol, the body's own words, the documents that
are cited, digital signatures and the file's name. They never change a value; they make it surer or doubtful, a
contradiction is a warning, and a number that the page leaves unread gets the file name's as a candidate.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Final

from vanban.extraction.warned import warned
from vanban.language.people import person_name
from vanban.language.text import fold, nfc, plain, same_tone
from vanban.record import Candidate, Citation, Issued, Issuer, Number, Record, Signature, Signer, Warning_

WEAK: Final = 0.5
"""Confidence of a candidate that only the file's name gives."""


@dataclass(frozen=True, slots=True)
class Witness:
    """``by`` speaks of ``field``: it ``agrees`` with the value, or it differs and ``warning`` tells how."""

    field: str
    by: str
    agrees: bool
    warning: Warning_ | None = None


def hear(record: Record) -> list[Witness]:
    """All witnesses of a record; the number gets the candidate that only the file's name gives."""
    candidate = named_candidate(record.source.name, record.number)
    if candidate:
        record.number.candidates.append(candidate)
    return [
        *by_symbol(record.number, record.issuer),
        *by_body(record.issuer, record.pages),
        *by_citations(record.issued, record.citations),
        *by_signatures(record.issued, record.signer, record.signatures),
        *by_file_name(record.source.name, record.number),
    ]


def by_symbol(number: Number, issuer: Issuer | None) -> Iterator[Witness]:
    """The symbol ends with the issuer's initials (NĐ 30/2020 PL I.II.3.b): each vouches for the other."""
    codes = {plain(code).upper() for code in re.split(r"[-/&.]", number.symbol or "")}
    if issuer and codes & set(_initials(issuer.name)):
        yield Witness("issuer", "symbol", True)
        yield Witness("number", "issuer", True)


def by_body(issuer: Issuer | None, pages: Iterable[str]) -> Iterator[Witness]:
    """The issuer's name comes again in the document's own words."""
    if issuer is None:
        return
    name = re.compile(r"\s+".join(map(re.escape, plain(issuer.name).split())))
    again = islice((match for page in pages for match in name.finditer(plain(page))), 1, 2)
    if any(again):
        yield Witness("issuer", "body", True)


def by_citations(issued: Issued, citations: Iterable[Citation]) -> Iterator[Witness]:
    """A document cannot rest on one that is dated after it."""
    date = issued.date
    if date is None or len(date) < len("2024-06-11"):
        return
    dates = [cited.date for cited in citations if cited.relation == "basis" and _is_day(cited.date)]
    later = [cited for cited in dates if cited and cited > date]
    if later:
        yield Witness("issued.date", "citations", False, warned("date_before_citation", date=date, cited=min(later)))
    elif any(cited and cited[:4] == date[:4] for cited in dates):
        yield Witness("issued.date", "citations", True)


def by_signatures(issued: Issued, signer: Signer | None, signatures: Iterable[Signature]) -> Iterator[Witness]:
    """Digital signatures name the signer, and are put on the day of issue or after it (NĐ 30/2020 PL I.II.8)."""
    signatures = list(signatures)
    people = [name for item in signatures if item.signer and (name := person_name(item.signer))]
    if signer and signer.name and people:
        agrees = any(fold(same_tone(name)) == fold(same_tone(signer.name)) for name in people)
        warning = None if agrees else warned("signature_differs", signer=signer.name, signed=people[0])
        yield Witness("signer", "signature", agrees, warning)
    times = [item.time[:10] for item in signatures if item.time]
    if times and issued.date and _is_day(issued.date):
        early = issued.date > max(times)
        warning = warned("date_after_signature", date=issued.date, signed=max(times)) if early else None
        if early or issued.date in times:
            yield Witness("issued.date", "signature", not early, warning)


def by_file_name(name: str, number: Number) -> Iterator[Witness]:
    """The file's name, when it holds the symbol's codes behind a serial: ``161-kh-ubnd.pdf``. A weak hint."""
    named = serial_in(name, number.symbol)
    if named is None or number.serial is None:
        return
    if named == _bare(number.serial):
        yield Witness("number", "file.name", True)
    else:
        warning = warned("file_name_differs", number=number.canonical or number.serial, named=named)
        yield Witness("number", "file.name", False, warning)


def named_candidate(name: str, number: Number) -> Candidate | None:
    """The serial that the file's name gives to a number whose serial is not read."""
    serial = serial_in(name, number.symbol) if number.serial is None else None
    known = {candidate.value for candidate in number.candidates}
    return Candidate(value=serial, confidence=WEAK, by="file.name") if serial and serial not in known else None


def serial_in(name: str, symbol: str | None) -> str | None:
    """The serial before the symbol's codes in a file's name, without leading zeros; ``None`` when there is none.

    >>> serial_in("scan_0161.KH-UBND (2).pdf", "KH-UBND")
    '161'
    """
    codes = [plain(code).casefold() for code in re.findall(r"\w+", symbol or "")]
    if not codes:
        return None
    tokens = re.findall(r"\d+[a-zđ]?(?![a-zđ])|[a-zđ]+\d*", plain(nfc(name)).casefold())
    for at, token in enumerate(tokens[:-1]):
        rest = tokens[at + 1 : at + 1 + len(codes)]
        if rest and re.fullmatch(r"(?:19|20)\d\d", rest[0]):
            rest = tokens[at + 2 : at + 2 + len(codes)]
        if token[0].isdigit() and rest == codes:
            return _bare(token)
    return None


def _bare(serial: str) -> str:
    return serial.lstrip("0") or "0"


def _is_day(date: str | None) -> bool:
    return bool(date and re.fullmatch(r"\d{4}-\d\d-\d\d", date))


def _initials(name: str) -> Iterator[str]:
    """The initials of a name and of its beginnings of two words or more: UBND and UBNDT of a province's committee."""
    letters = [word[0] for word in re.findall(r"\w+", plain(name).upper()) if word not in {"VA", "CUA"}]
    return ("".join(letters[:count]) for count in range(2, len(letters) + 1))
