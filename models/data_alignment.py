"""Which block of a manuscript each line of its rendering prints: the truth that the zone model learns from.

Lines follow the blocks in reading order, save that two columns may be read in either order; OCR may have spoilt the
words. So the best walk of the lines through the blocks is sought, by the letters that line and block share.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from zlib import crc32

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from corpus.manuscript import Block, Manuscript, Role
from vanban.layout.cues import cues, key, solid
from vanban.layout.model import Line, Zone

ZONE_OF: dict[Role, Zone] = {
    Role.PARENT: Zone.ISSUER,
    Role.ISSUER: Zone.ISSUER,
    Role.MOTTO: Zone.MOTTO,
    Role.NUMBER: Zone.NUMBER,
    Role.PLACE_DATE: Zone.PLACE_DATE,
    Role.TYPE: Zone.TYPE,
    Role.SUBJECT: Zone.SUBJECT,
    Role.MARK: Zone.MARK,
    Role.ADDRESSEES: Zone.ADDRESSEES,
    Role.AUTHORITY: Zone.AUTHORITY,
    Role.BASIS: Zone.BASIS,
    Role.OPERATIVE: Zone.BODY,
    Role.HEADING: Zone.BODY,
    Role.PARAGRAPH: Zone.BODY,
    Role.ITEM: Zone.BODY,
    Role.TABLE: Zone.BODY,
    Role.DISTRIBUTION: Zone.DISTRIBUTION,
    Role.CAPACITY: Zone.SIGNATURE,
    Role.SIGNER: Zone.SIGNATURE,
    Role.ANNEX: Zone.ANNEX,
}
"""The zone of the lines that a block of each role prints."""

_TEXT = (Role.HEADING, Role.PARAGRAPH, Role.ITEM, Role.TABLE)

SHARED = 0.45
"""The share of a line's letter groups that its block must have; a line with less prints nothing of the manuscript."""

_GRAM = 3
_WIDTH = 1 << 18
_BACK, _LEAP, _SWITCH = 0.55, 0.02, 0.03
"""What a step back, each block leapt over and each change of block cost beside a share of letters."""


def true_zones(lines: Sequence[Line], manuscript: Manuscript) -> list[Zone | None]:
    """The zone of each line by the manuscript; ``None`` for a line that it does not hold (stamps, noise)."""
    blocks = [block for block in manuscript.blocks if block.role in ZONE_OF]
    zones = _zones(blocks)
    return [zones[at] if at is not None else None for at in align([line.text for line in lines], blocks)]


def _zones(blocks: Sequence[Block]) -> list[Zone]:
    """The zone of each block. A first sentence that rests on another document counts as a base, as in the rules."""
    zones = [ZONE_OF[block.role] for block in blocks]
    first = next((i for i, block in enumerate(blocks) if block.role in _TEXT), None)
    if first is not None and blocks[first].role is Role.PARAGRAPH and cues().basis.match(key(blocks[first].text)):
        zones[first] = Zone.BASIS
    return zones


def align(texts: Sequence[str], blocks: Sequence[Block]) -> list[int | None]:
    """The index of the block that each text prints (a part of), or ``None``."""
    if not texts or not blocks:
        return [None] * len(texts)
    shares = _shares(texts, [words(block) for block in blocks])
    count = len(blocks)
    leap = np.arange(count)[None, :] - np.arange(count)[:, None]
    cost = np.where(leap < 0, _BACK, _LEAP * np.maximum(leap - 1, 0)) + _SWITCH * (leap != 0)
    cost = np.minimum(cost, _BACK).astype(np.float32)
    came = np.zeros((len(texts), count), dtype=np.int64)
    best = shares[0] - np.minimum(_LEAP * np.arange(count), _BACK)
    for i in range(1, len(texts)):
        ways = best[:, None] - cost
        came[i] = ways.argmax(axis=0)
        best = ways.max(axis=0) + shares[i]
    at = int(best.argmax())
    found: list[int | None] = [None] * len(texts)
    for i in range(len(texts) - 1, -1, -1):
        found[i] = at if shares[i, at] >= SHARED else None
        at = int(came[i, at])
    return found


def words(block: Block) -> str:
    """All that a block prints, its marker first; a table's cells row by row."""
    cells = " ".join(run.text for row in block.rows for cell in row for run in cell)
    return " ".join(part for part in (block.marker, block.text, cells) if part)


def _shares(texts: Sequence[str], blocks: Sequence[str]) -> NDArray[np.float32]:
    """The share of each text's letter groups that each block has: texts by blocks."""
    lines, wholes = _grams(texts), _grams(blocks)
    sizes = np.maximum(1, np.asarray(lines.sum(axis=1)).ravel())
    shares: NDArray[np.float32] = (lines @ wholes.T).toarray().astype(np.float32) / sizes[:, None]
    return shares


def _grams(texts: Iterable[str]) -> csr_matrix:
    """Which letter groups each text has; the edges count, so that one word alone is no part of another."""
    columns: list[int] = []
    ends = [0]
    for text in texts:
        letters = f"^{solid(text)}$"
        columns += sorted({crc32(letters[i : i + _GRAM].encode()) % _WIDTH for i in range(len(letters) - _GRAM + 1)})
        ends.append(len(columns))
    ones = np.ones(len(columns), dtype=np.float32)
    return csr_matrix((ones, columns, ends), shape=(len(ends) - 1, _WIDTH))
