"""Người ký: who signed the main document, in which office and capacity (NĐ 30/2020 PL I.II.7, HD 36-HD/VPTW)."""

from __future__ import annotations

import re
from itertools import pairwise

from vanban.extraction.found import Found
from vanban.extraction.sealed import Block, office_under_seal, sound_name, under_seal
from vanban.extraction.spans import join, misread
from vanban.extraction.warned import warned
from vanban.language.doctypes import by_name
from vanban.language.heads import begins_agency, issuer_heads
from vanban.language.people import has_family, person_name
from vanban.language.places import known_place
from vanban.language.positions import Rung, chain, deputies
from vanban.language.text import fold, plain
from vanban.layout.model import Layout, Line, Zone
from vanban.record import Capacity, Signer

_STAMP = re.compile(r"ky boi|nguoi ky|thoi gian ky|ngay ky|co quan:|email|signed|signature|@|\+0[67]:00")
_SIGNED = re.compile(r"[(\[][^)\]]{0,40}[)\]]?")
_CELL = re.compile(r"\S(?:(?!\s{3})[^\n\t])*")


def find_signer(layout: Layout, block: Block | None = None) -> Found[Signer | None]:
    """The first signature of the main document (``block``, where it was read already); what cannot be read is
    ``None``.
    """
    block = block or signature(layout)
    if block is None:
        return Found(None, 0.7, "signer.none")
    scanned = block.joined.scanned
    capacity, position, behalf = (scanned and office_under_seal(block)) or _office(
        under_seal(block) if scanned else block.rungs
    )
    if block.name is None and position is None:
        return Found(None, 0.6, "signer.none")
    joined, spans = block.joined, [(rung.start, rung.end) for rung in block.rungs]
    spans += [block.name_span] if block.name_span else []
    sure = joined.sureness(*block.name_span) if block.name_span else 1.0
    if scanned:
        block.name = sound_name(block)
    low, high = min(start for start, _ in spans), max(end for _, end in spans)
    evidence = joined.evidence(layout, low, high)
    warnings = [] if block.name else [warned("signer_unread", evidence[0].page if evidence else None)]
    value = Signer(name=block.name, position=position, capacity=capacity, on_behalf_of=behalf)
    confidence = (0.95 if position else 0.75) * (0.5 + 0.5 * sure) if block.name else 0.5
    confidence = confidence if block.name and has_family(block.name.split()) else min(confidence, 0.7)
    return Found(value, confidence, "signer.block", evidence, warnings)


def signature(layout: Layout) -> Block | None:
    """The first signature block of the main document, by zone, else by its grammar at the end of the text."""
    lines = [line for line in layout.zone(Zone.SIGNATURE) if not _STAMP.search(fold(line.text))]
    if lines:
        return read_block(lines, misread=misread(layout))
    return _at_end(layout)


def _at_end(layout: Layout) -> Block | None:
    """A chain with a name among the last lines, where no zone was found."""
    lines = [line for line in layout.lines if line.part == "main" and line.zone is not Zone.ANNEX][-14:]
    for at, line in enumerate(lines):
        text = line.text.strip("* _|")
        if len(text) < 60 and text == text.upper() and chain(text):
            block = read_block(lines[at:], misread=misread(layout))
            if block.name:
                return block
    return None


def read_block(lines: list[Line], *, misread: bool = False) -> Block:
    """Signing chain and name in the lines of one or more signatures: the first that has a name."""
    joined = join(lines).mended()
    block = Block(joined)
    offices = [" "] * len(joined.text)
    for cell in _CELL.finditer(joined.text):
        start, end = cell.span()
        office, name_at = _split(cell.group(), misread=misread)
        if name_at is None and not misread and not block.name and chain("".join(offices)) and _alone(cell.group()):
            office, name_at = "", 0
        if block.name and chain(office):
            break
        offices[start : start + len(office)] = office
        name = _name(cell.group()[name_at:], misread, alone=not misread) if name_at is not None else None
        if not name or block.name:
            continue
        first = cell.group().find(name.split()[0], name_at or 0)
        block.name, block.name_span = name, (start + max(first, name_at or 0), end)
        if chain("".join(offices)):
            break
    block.rungs = chain("".join(offices))
    return block


def _name(text: str, misread: bool, *, alone: bool = False) -> str | None:
    """A person's name that is not a title (``Phó`` and ``Bộ`` read like family names)."""
    name = None if chain(text) else person_name(text, scanned=misread, alone=alone)
    return None if name and issuer_heads().starts.fullmatch(plain(name)) else name


def _alone(text: str) -> bool:
    """Whether a line under a position can only be a name, whatever its family name: no agency, place or title."""
    name = _name(text, False, alone=True)
    return name is not None and not begins_agency(name) and known_place(name) is None and by_name(name) is None


def _split(cell: str, *, misread: bool) -> tuple[str, int | None]:
    """The part of a line in capitals, and where a name may begin after it: ``KT. BỘ TRƯỞNG Lê Văn A``."""
    if _SIGNED.fullmatch(cell.strip()):
        return "", None
    if _name(cell, misread):
        return "", 0
    words = list(re.finditer(r"\S+", cell))
    for word in words:
        letters = [c for c in word.group() if c.isalpha()]
        if any(c.islower() for c in letters) and not word.group().startswith("("):
            if chain(cell[: word.start()]) or not cell[: word.start()].strip():
                return (cell, None) if word is words[0] and chain(cell) else (cell[: word.start()], word.start())
            return cell, None
    return cell, None


def _office(rungs: list[Rung]) -> tuple[Capacity | None, str | None, str | None]:
    """Capacity, position and on whose behalf: the last rung with a capacity decides, the next holds the position.

    A deputy right below the head signs KT. also where the page or its reading lost the two letters.
    """
    marked = [i for i, rung in enumerate(rungs) if rung.capacity]
    if not marked:
        heads = deputies()
        for above, below in pairwise(rungs):
            if below.title and above.title and heads.get(below.title) == above.title:
                return "KT", below.whole, above.whole
        return (None, rungs[0].whole, None) if rungs else (None, None, None)
    last = marked[-1]
    rung = rungs[last]
    after = next((r for r in rungs[last + 1 :] if r.title), None)
    if rung.capacity == "Q":
        return "Q", rung.whole, None
    if after is None and rung.title and rung.title in deputies():
        return rung.capacity, rung.whole, None
    return rung.capacity, after.whole if after else None, rung.whole or rung.unit
