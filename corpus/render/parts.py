"""A manuscript's blocks gathered to what is set together: head, foot, prose, tables, page breaks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from corpus.manuscript import Block, Role

_HEAD = frozenset({Role.PARENT, Role.ISSUER, Role.MOTTO, Role.NUMBER, Role.PLACE_DATE, Role.MARK})
_FOOT = frozenset({Role.DISTRIBUTION, Role.CAPACITY, Role.SIGNER})
_UNDER_NUMBER = re.compile(r"(?:TUYỆT|TỐI)?\s*MẬT|(?:THƯỢNG\s+)?KHẨN|H[ỎO][ẢA]? ?TỐC", re.IGNORECASE)
_HIGH = re.compile(r"(?:[IVXLC]+|[A-Z])[.-]|(?i:Phần|Chương|Mục|Tiểu mục|Điều)\b")
_CENTRED = re.compile(r"(?:Phần|Chương|Mục|Tiểu mục)\b", re.IGNORECASE)


@dataclass(slots=True)
class Head:
    """Ô số 1–5b and 10–11 (NĐ 30/2020 PL I.IV): ``issuers`` are the columns of the issuing agencies' lines.

    ``stamps`` are the marks that a hand puts on: they leave no print and no blank in the text.
    """

    issuers: list[list[Block]] = field(default_factory=list)
    motto: list[Block] = field(default_factory=list)
    number: list[Block] = field(default_factory=list)
    place_date: list[Block] = field(default_factory=list)
    subject: list[Block] = field(default_factory=list)
    marks_above: list[Block] = field(default_factory=list)
    marks_below: list[Block] = field(default_factory=list)
    stamps: list[Block] = field(default_factory=list)


@dataclass(slots=True)
class Foot:
    """Ô số 7 and 9b: ``signers`` are the columns of capacities and names from left to right."""

    distribution: list[Block] = field(default_factory=list)
    signers: list[list[Block]] = field(default_factory=list)


@dataclass(slots=True)
class Addressees:
    """Ô số 9a: ``Kính gửi`` and the list below it."""

    blocks: list[Block]


Part = Head | Foot | Addressees | Block


def parts(blocks: tuple[Block, ...]) -> Iterator[Part]:
    """The document's parts in order; what is neither head, foot nor addressees stays a block."""
    at = 0
    while at < len(blocks):
        role = blocks[at].role
        end = at + 1
        if role in _HEAD:
            while end < len(blocks) and (blocks[end].role in _HEAD or blocks[end].role is Role.SUBJECT):
                end += 1
            yield _head(blocks[at:end])
        elif role in _FOOT:
            while end < len(blocks) and blocks[end].role in _FOOT:
                end += 1
            yield _foot(blocks[at:end])
        elif role is Role.ADDRESSEES:
            while end < len(blocks) and blocks[end].role is Role.ADDRESSEES:
                end += 1
            yield Addressees(list(blocks[at:end]))
        else:
            yield blocks[at]
        at = end


def is_centred_heading(block: Block) -> bool:
    """Phần, Chương and Mục stand in the middle, their titles on the next line (NĐ 30/2020 PL I.II.6.đ)."""
    return block.role is Role.HEADING and bool(_CENTRED.match(block.marker or block.text))


def is_bold(block: Block) -> bool:
    """Headings with a Roman numeral and those in the middle are bold; lower ones only where their runs are."""
    return block.role is Role.HEADING and bool(_HIGH.match(block.marker or block.text))


def _head(blocks: tuple[Block, ...]) -> Head:
    head = Head(issuers=_columns([block for block in blocks if block.role in (Role.PARENT, Role.ISSUER)]))
    for block in blocks:
        if block.role is Role.MARK and all(run.by_hand for run in block.runs):
            head.stamps.append(block)
        elif block.role is Role.MARK:
            below = _UNDER_NUMBER.search(block.text)
            (head.marks_below if below else head.marks_above).append(block)
        elif block.role is Role.MOTTO:
            head.motto.append(block)
        elif block.role is Role.NUMBER:
            head.number.append(block)
        elif block.role is Role.PLACE_DATE:
            head.place_date.append(block)
        elif block.role is Role.SUBJECT:
            head.subject.append(block)
    return head


def _foot(blocks: tuple[Block, ...]) -> Foot:
    return Foot(
        [block for block in blocks if block.role is Role.DISTRIBUTION],
        _columns([block for block in blocks if block.role is not Role.DISTRIBUTION]),
    )


def _columns(blocks: list[Block]) -> list[list[Block]]:
    numbers = sorted({block.column for block in blocks})
    return [[block for block in blocks if block.column == number] for number in numbers]
