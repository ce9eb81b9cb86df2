"""Citations of a laid-out document, in the record's form, with what the text says of them and what points back."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from vanban.extraction.citations import issuers, pinpoints
from vanban.extraction.citations.aliases import Alias, Aliases, declared, naming, same
from vanban.extraction.citations.cues import data
from vanban.extraction.citations.grammar import scan
from vanban.extraction.citations.itself import own_types
from vanban.extraction.citations.raw import RawCitation
from vanban.extraction.citations.references import Earlier, Pointing, opens, pointing, resolved
from vanban.extraction.citations.relations import Act, Place, govern
from vanban.extraction.citations.statements import Said, statements
from vanban.extraction.citations.vocabulary import LAW_TYPES
from vanban.extraction.found import Found
from vanban.language.agencies import written_out
from vanban.language.likely import mended, once
from vanban.language.misreads import put_right
from vanban.language.symbols import canonical
from vanban.layout.model import Block, Layout, Zone
from vanban.record import BackReference, Citation, Part, Statement

_ZONES = (Zone.SUBJECT, Zone.BASIS, Zone.BODY, Zone.ANNEX)
_SCANNED = ("ocr", "mixed")
_PARAGRAPH = 60
_DOUBTED = 0.75
_BY_ALIAS = 0.85
_GLUED = 5
_BASES = re.compile(r"\s*(?:Căn cứ|CĂN CỨ|Theo đề nghị|Xét)\s")
_SPECK = re.compile(r"(?<=[^\W\d_]{3})\.(?= [a-zđ])|(?<!\w)[¡¿'`|_~]+")
_CAPTION = re.compile(r"\s*[(*_]{0,3}\s*(?:[Đđ]ược\s+)?(?:[Bb]an hành\s+)?[Kk]èm theo\s")


@dataclass(slots=True)
class Cited:
    """What a document cites, what it says that one of these did to another, and its mentions by type alone."""

    citations: list[Found[Citation]] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)
    back_references: list[BackReference] = field(default_factory=list)


def find_citations(layout: Layout) -> list[Found[Citation]]:
    """Every citation in the subject, the bases, the body and the document's own attachments.

    The document's own number and the captions of its annexes (``ban hành kèm theo …``) are itself and left out.
    """
    return read_citations(layout).citations


def read_citations(layout: Layout, type_: str | None = None) -> Cited:
    """The citations with the statements and back references; ``type_`` is what the document itself is."""
    reader = _Reader(layout, Pointing(own_types(layout, type_)))
    preamble, paragraphs = True, 0
    merged = any("VBHN" in number for number in reader.own if number)
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
        reader.read(block, place)
    _without_force(reader.cited.citations, type_)
    _amended_in_part(reader.cited.citations)
    return reader.cited


@dataclass(slots=True)
class _Reader:
    """Reads block after block, and remembers what mentions may lean on."""

    layout: Layout
    back: Pointing
    own: set[str | None] = field(init=False)
    cited: Cited = field(default_factory=Cited)
    earlier: Earlier = field(default_factory=Earlier)
    aliases: Aliases = field(default_factory=Aliases)

    def __post_init__(self) -> None:
        self.own = {canonical(line.text).canonical for line in self.layout.zone(Zone.NUMBER)} - {None}

    def read(self, block: Block, place: Place) -> None:
        """Add what ``block`` holds."""
        raws = self._raws(block)
        at = self._citations(block, raws, place) if raws or self.aliases.any else []
        self._point(block, at)

    def _raws(self, block: Block) -> list[RawCitation]:
        """The block's citations without those of the document itself."""
        raws = scan(block.text)
        if raws and raws[0].start < _PARAGRAPH and _CAPTION.match(block.text):
            raws = raws[1:]
        return [raw for raw in raws if raw.number not in self.own]

    def _citations(self, block: Block, raws: list[RawCitation], place: Place) -> list[tuple[int, int, int]]:
        """Add the citations of ``block`` and what it says of them; the span and the place of each."""
        pinpoints.complete(block.text, raws)
        given = declared(block.text, raws)
        said = statements(block.text, raws)
        idle = naming(raws, given.values())
        items: list[tuple[int, int, int | None, Found[Citation]]] = []
        for at, (raw, act) in enumerate(zip(raws, govern(block.text, raws, place, said), strict=True)):
            found = self._found(block, raw, act, given.get(at)) if at not in idle else None
            if found:
                items.append((raw.start, raw.end, at, found))
        items = sorted([*items, *self._spoken(block, raws, given.values())], key=lambda item: item[0])
        first = len(self.cited.citations)
        self.cited.citations += [item[3] for item in items]
        places = {item[2]: first + at for at, item in enumerate(items) if item[2] is not None}
        self._state(said, places)
        return [(item[0], item[1], first + at) for at, item in enumerate(items)]

    def _found(self, block: Block, raw: RawCitation, act: Act, alias: Alias | None) -> Found[Citation] | None:
        """One citation; ``None`` for a mention that leans on nothing."""
        value = self._value(block, raw, act, alias)
        points_to = None if raw.symbol else self.aliases.meant(value.text)
        if raw.refers_back:
            points_to = points_to or self.earlier.antecedent(value)
        if points_to:
            value = resolved(value, points_to)
        elif raw.refers_back and (raw.number_span is None or raw.number_span[0] - raw.start < _GLUED):
            return None
        else:
            self.earlier.add(value)
        if alias:
            self.aliases.add(alias.name, value)
        if act.relation == "consolidates" and raw.type:
            self.back.own |= {raw.type}
        where = self.layout.locate(block, raw.start, raw.end)
        return Found(value, _confidence(raw, self.layout), "citations.grammar", where)

    def _value(self, block: Block, raw: RawCitation, act: Act, alias: Alias | None) -> Citation:
        kinds = self.layout.kinds
        scanned = bool(block.pieces) and kinds[block.pieces[0].page - 1 : block.pieces[0].page] == ["ocr"]
        issuer = _put_right(raw.issuer) if raw.issuer and scanned else raw.issuer
        return Citation(
            text=block.text[raw.start : raw.end],
            type=raw.type,
            number=raw.number,
            date=raw.date,
            issuer=written_out(issuers.respelt(issuer)) if issuer else None,
            title=raw.title,
            relation=act.relation,
            pinpoint=raw.pinpoint,
            pinpoints=raw.parts,
            scope=act.on(raw),
            alias=alias.name if alias else None,
            attached=raw.attached,
            part=_part(block),
        )

    def _spoken(
        self, block: Block, raws: list[RawCitation], given: Iterable[Alias]
    ) -> Iterator[tuple[int, int, None, Found[Citation]]]:
        """Mentions by a short name that no type word or number shows: ``QĐ22-TU`` for what was called so before."""
        given = sorted(given, key=lambda alias: alias.start)
        taken = sorted([*((raw.lead, raw.end) for raw in raws), *((alias.start, alias.end) for alias in given)])
        at = 0
        for start, end in self.aliases.mentions(block.text):
            while at < len(taken) and taken[at][1] <= start:
                at += 1
            free = at >= len(taken) or end <= taken[at][0]
            early = any(alias.start > start and same(alias.name, block.text[start:end]) for alias in given)
            meant = self.aliases.meant(block.text[start:end]) if free and not early else None
            if meant:
                value = Citation(text=block.text[start:end], type=meant.type, part=_part(block))
                where = self.layout.locate(block, start, end)
                yield start, end, None, Found(resolved(value, meant), _BY_ALIAS, "citations.alias", where)

    def _state(self, said: list[Said], places: dict[int, int]) -> None:
        for item in said:
            source, target = places.get(item.source), places.get(item.target)
            if source is not None and target is not None:
                statement = Statement(source=source, relation=item.relation, target=target, scope=item.scope)
                self.cited.statements.append(statement)

    def _point(self, block: Block, cited: list[tuple[int, int, int]]) -> None:
        """Add the mentions by type alone, each with what it points to; those inside a citation are its words."""
        self.back.attached = block.part == "attachment"
        at = 0
        for start, end, type_, itself in pointing(block.text):
            while at < len(cited) and cited[at][0] <= start:
                self._cite(cited[at][2])
                at += 1
            if at and cited[at - 1][1] > start:
                continue
            reference = self.back.at(block.text[start:end], type_, itself)
            if reference.outcome != "unknown" or not opens(block.text, start, type_):
                self.cited.back_references.append(reference)
        for _, _, place in cited[at:]:
            self._cite(place)

    def _cite(self, place: int) -> None:
        self.back.cite(self.cited.citations[place].value.type, place)


def _part(block: Block) -> Part:
    return "attachment" if block.part == "attachment" else "main"


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


def _without_force(found: list[Found[Citation]], type_: str | None) -> None:
    """What asks, plans or tells changes nothing but its own kind: elsewhere it only mentions what others shall do."""
    if type_ not in data()["statements"]["forceless"]:
        return
    for item in found:
        acts = item.value.relation in ("amends", "replaces", "repeals")
        if acts and item.value.type not in data()["statements"]["forceless"]:
            item.value.relation, item.value.scope = "refers", None


def _amended_in_part(found: list[Found[Citation]]) -> None:
    """What a document amends in part, by its title or by the parts it names, it amends in part wherever it says so."""
    amended = [item for item in found if item.value.relation == "amends" and item.value.number]
    partly = {item.value.number for item in amended if item.value.scope == "part"}
    for item in amended:
        if item.value.number in partly:
            item.value.scope = "part"
