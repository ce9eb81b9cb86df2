"""Loại văn bản: by the title line, else by the symbol's code, else công văn by its ``V/v`` (NĐ 30/2020 PL I.II)."""

from __future__ import annotations

from typing import Final

from vanban.extraction.doctype_model import likeliest, type_model
from vanban.extraction.found import Found
from vanban.extraction.spans import join, near_top
from vanban.language.doctypes import TypeEntry, by_code, by_name, opening
from vanban.language.symbols import type_of_symbol
from vanban.layout.model import Layout, Line, Zone
from vanban.record import DocumentType, Evidence, Genre, Number

DOUBTED: Final = 0.85
"""Confidence of a công văn without V/v: many of them are other papers whose title is lost."""

TRUST: Final = 0.8
"""The model's chance from which its type is taken for a doubted one (``models/cards/doctype.md``)."""

LETTER: Final = "CV"
"""Công văn: the one type without a title (NĐ 30/2020 PL I.II.5.b)."""

_OVER_TITLE: Final = {"VBHN", "SY", "TrS", "SL"}
"""Codes that stand over the title of another document: a consolidation or copy prints the title of what it holds."""

_OFF_LIMITS: Final = {Zone.FURNITURE, Zone.SIGNATURE, Zone.DISTRIBUTION, Zone.ANNEX}


def find_type(layout: Layout, number: Number, genre: Genre = "administrative") -> Found[DocumentType | None]:
    """The document's type by the rules; where neither title nor symbol is sure, the words of the page decide."""
    found = type_by_rules(layout, number, genre)
    if genre == "other" or not in_doubt(found) or not layout.lines:
        return found
    return settled_type(found, type_model().chances(layout), genre)


def in_doubt(found: Found[DocumentType | None]) -> bool:
    """Whether the rules had neither a title nor a symbol's code nor V/v to go by."""
    return found.by == "type.none" or (found.by == "type.letter" and found.confidence <= DOUBTED)


def settled_type(
    found: Found[DocumentType | None], chances: dict[str, float], genre: Genre
) -> Found[DocumentType | None]:
    """The rules' finding in view of the model's chances (``genre/code``): another type only where that is clear."""
    own = {label: chance for label, chance in chances.items() if label.startswith(f"{genre}/")}
    if not in_doubt(found) or not own:
        return found
    code, chance = likeliest(own, 1)
    chance /= sum(own.values())
    entry = by_code(code, genre) if chance >= TRUST else None
    if entry is None or entry.type == found.value:
        return found
    return Found(entry.type, min(chance, 0.9), "type.model", found.evidence)


def type_by_rules(layout: Layout, number: Number, genre: Genre = "administrative") -> Found[DocumentType | None]:
    """The document's type. The title decides; the symbol decides where the title is lost or belongs to a copy."""
    if genre == "other":
        return Found(None, 0.9, "type.genre")
    code = type_of_symbol(number.symbol) if number.symbol else None
    coded = by_code(code, genre) if code else None
    if coded and code in _OVER_TITLE:
        return Found(coded.type, 0.95, "type.symbol", _number_line(layout))
    titled = title(layout)
    if titled:
        entry, line = titled
        evidence = join([line]).evidence(layout)
        if coded and coded.name != entry.name and _holds(coded, entry):
            return Found(coded.type, 0.85, "type.symbol", evidence)
        agree = coded is None or coded.name == entry.name or (entry.name == "Quy định" and code == "QĐ")
        return Found(entry.type, 0.98 if agree else 0.88, "type.title", evidence)
    return _untitled(layout, number, coded)


def _untitled(layout: Layout, number: Number, coded: TypeEntry | None) -> Found[DocumentType | None]:
    letter = by_code(LETTER)
    about = [line for line in layout.zone(Zone.SUBJECT) if "v/v" in line.text[:12].casefold()]
    addressed = bool(layout.zone(Zone.ADDRESSEES))
    if letter and (about or coded is None or coded.code == LETTER) and (addressed or about or number.symbol):
        if coded and coded.code != LETTER and not _two_faced(number.symbol):
            return Found(coded.type, 0.75, "type.symbol", _number_line(layout))
        evidence = join(about[:1]).evidence(layout) if about else _number_line(layout)
        return Found(letter.type, 0.95 if about and coded in (None, letter) else 0.85, "type.letter", evidence)
    if coded:
        return Found(coded.type, 0.8, "type.symbol", _number_line(layout))
    return Found(None, 0.5, "type.none")


def _number_line(layout: Layout) -> list[Evidence]:
    """The line whose symbol tells the type."""
    return join(layout.zone(Zone.NUMBER)[:1]).evidence(layout)


def _two_faced(symbol: str | None) -> bool:
    """Whether the first code of a symbol may be an agency (CT: chỉ thị, Cục Thuế)."""
    return (symbol or "").split("-")[0].split("/")[0] in {"CT", "TC", "KH", "PC", "HĐ", "CĐ", "QT", "SL", "DA", "L"}


def _holds(coded: TypeEntry, titled: TypeEntry) -> bool:
    """Whether the symbol's type is the more exact name of the title's (CTPH over ``CHƯƠNG TRÌNH``)."""
    return coded.name.startswith(titled.name + " ")


def title(layout: Layout) -> tuple[TypeEntry, Line] | None:
    """The type that the title line names, and the line."""
    zoned = layout.zone(Zone.TYPE)
    for line in zoned:
        joined = join([line]).mended()
        text = joined.text.lstrip(" .,;:'\"`-")
        entry = by_name(text)
        if entry is None and (opened := opening(text)):
            entry = opened[0]
        if entry and entry.code not in _OVER_TITLE:
            return entry, line
    for line in near_top(layout, most=25):
        text = line.text.strip(" *_#.,;:'\"`|-")
        entry = by_name(text) if text.isupper() and line not in zoned and line.zone not in _OFF_LIMITS else None
        if entry and entry.code not in _OVER_TITLE:
            return entry, line
    return None
