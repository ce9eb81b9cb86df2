"""Citations of a laid-out document, in the record's form."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vanban.extraction.citations import issuers
from vanban.extraction.citations.grammar import scan
from vanban.extraction.citations.raw import RawCitation
from vanban.extraction.citations.references import Earlier, anaphors, resolved
from vanban.extraction.citations.relations import Place, relate
from vanban.extraction.citations.vocabulary import LAW_TYPES
from vanban.extraction.found import Found
from vanban.language.agencies import written_out
from vanban.language.likely import mended, once
from vanban.language.misreads import put_right
from vanban.language.symbols import canonical
from vanban.layout.model import Block, Layout, Zone
from vanban.record import Citation

_ZONES = (Zone.SUBJECT, Zone.BASIS, Zone.BODY, Zone.ANNEX)
_SCANNED = ("ocr", "mixed")
_PARAGRAPH = 60
_DOUBTED = 0.75
_GLUED = 5
_BASES = re.compile(r"\s*(?:Căn cứ|CĂN CỨ|Theo đề nghị|Xét)\s")
_SPECK = re.compile(r"(?<=[^\W\d_]{3})\.(?= [a-zđ])|(?<!\w)[¡¿'`|_~]+")
_CAPTION = re.compile(r"\s*[(*_]{0,3}\s*(?:[Đđ]ược\s+)?(?:[Bb]an hành\s+)?[Kk]èm theo\s")


def find_citations(layout: Layout, *, back_references: bool = False) -> list[Found[Citation]]:
    """Every citation in the subject, the bases, the body and the document's own attachments.

    The document's own number and the captions of its annexes (``ban hành kèm theo …``) are itself and left
    out. Mentions by type alone that point back (``Công văn nêu trên``) are told when ``back_references`` is set.
    """
    own = {canonical(line.text).canonical for line in layout.zone(Zone.NUMBER)} - {None}
    found: list[Found[Citation]] = []
    earlier = Earlier()
    preamble, paragraphs = True, 0
    merged = any("VBHN" in number for number in own if number)
    for block in layout.blocks:
        if block.part == "foreign" or block.zone not in _ZONES:
            continue
        if block.zone is Zone.BODY:
            preamble = preamble and block.kind != "heading" and not (block.marker or "-")[0].isalnum()
            paragraphs += len(block.text) > _PARAGRAPH
        merged = merged and preamble and block.zone is not Zone.ANNEX and not _BASES.match(block.text)
        place = Place(
            preamble=block.zone in (Zone.BASIS, Zone.SUBJECT) or (preamble and paragraphs <= 3),
            subject=block.zone is Zone.SUBJECT,
            heading=block.parent.text if block.parent is not None else "",
            merged=merged and block.zone is not Zone.SUBJECT,
        )
        raws = _raws(block, own)
        found += _of_block(layout, block, raws, place, earlier)
        if back_references:
            found += _anaphors(layout, block, raws, earlier)
    return found


def _raws(block: Block, own: set[str | None]) -> list[RawCitation]:
    """The block's citations without those of the document itself."""
    raws = scan(block.text)
    if raws and raws[0].start < _PARAGRAPH and _CAPTION.match(block.text):
        raws = raws[1:]
    return [raw for raw in raws if raw.number not in own]


def _of_block(
    layout: Layout, block: Block, raws: list[RawCitation], place: Place, earlier: Earlier
) -> list[Found[Citation]]:
    found: list[Found[Citation]] = []
    for raw, relation in zip(raws, relate(block.text, raws, place), strict=True):
        value = _citation(layout, block, raw).model_copy(update={"relation": relation})
        points_to = earlier.antecedent(value) if raw.refers_back else None
        if points_to:
            value = resolved(value, points_to)
        elif raw.refers_back and (raw.number_span is None or raw.number_span[0] - raw.start < _GLUED):
            continue
        else:
            earlier.add(value)
        where = layout.locate(block, raw.start, raw.end)
        found.append(Found(value, _confidence(raw, layout), "citations.grammar", where))
    return found


def _citation(layout: Layout, block: Block, raw: RawCitation) -> Citation:
    scanned = bool(block.pieces) and layout.kinds[block.pieces[0].page - 1 : block.pieces[0].page] == ["ocr"]
    return Citation(
        text=block.text[raw.start : raw.end],
        type=raw.type,
        number=raw.number,
        date=raw.date,
        issuer=written_out(issuers.respelt(_put_right(raw.issuer) if scanned else raw.issuer)) if raw.issuer else None,
        title=raw.title,
        pinpoint=raw.pinpoint,
        part="attachment" if block.part == "attachment" else "main",
    )


def _put_right(name: str) -> str:
    """A name that OCR read, its likeliest words for those that it misread."""
    return put_right(once(mended(_SPECK.sub("", name))))


def _confidence(raw: RawCitation, layout: Layout) -> float:
    """How often citations of this form are right: full number, law by name, bare serial; less when it is doubtful."""
    if raw.symbol:
        sure = 0.97 if raw.date or raw.issuer else 0.94
    elif raw.type in LAW_TYPES:
        sure = 0.95 if raw.date else 0.88
    else:
        sure = 0.85 if raw.date else 0.7
    sure = min(sure, _DOUBTED) if raw.doubtful else sure
    return round(sure * (0.95 if layout.source in _SCANNED else 1.0), 3)


def _anaphors(layout: Layout, block: Block, raws: list[RawCitation], earlier: Earlier) -> Iterator[Found[Citation]]:
    """``Công văn nêu trên`` with the values of what it points to; those without an antecedent are left out."""
    taken = {at for raw in raws for at in range(raw.start, raw.end)}
    for start, end, type_ in anaphors(block.text):
        points_to = earlier.latest(type_) if start not in taken else None
        if points_to:
            value = resolved(Citation(text=block.text[start:end], type=type_), points_to)
            yield Found(value, 0.75, "citations.anaphor", layout.locate(block, start, end))
