"""Which blocks of a document can give tasks at all, and which sentences of them only tell."""

from __future__ import annotations

import re

from vanban.extraction.tasks.clauses import Clause, charged
from vanban.extraction.tasks.cues import actor_at, cues
from vanban.extraction.tasks.mending import mended
from vanban.language.deadlines import find_deadlines
from vanban.layout.model import Block, Layout, Zone

_ZONES = frozenset({Zone.BODY, Zone.ANNEX, Zone.BASIS})
"""A letter's basis may run on into what it asks (``Thực hiện Công văn số …, Sở A đề nghị …``)."""
_LEADS = re.compile(r"(?:chủ trì|có trách nhiệm|chịu trách nhiệm|có nhiệm vụ)")
_TITLE = 160
_NORMATIVE = re.compile(r"\d\s*/\s*(?:19|20)\d\d\s*/")
"""A number that holds the year is a normative text's (Luật Ban hành văn bản quy phạm pháp luật)."""
_SELF = re.compile(
    r"(?:Luật|Nghị quyết|Nghị định|Quyết định|Thông tư|Thông tư liên tịch|Chỉ thị|Pháp lệnh|Quy chế|Quy định) này"
)
_REGULATION = 6
"""From so many articles on, a text is read as a regulation: only its implementing articles give tasks."""
_MINUTES = re.compile(r"BIÊN BẢN", re.IGNORECASE)
_ACCOUNT = re.compile(r"BÁO CÁO|TỜ TRÌNH|BIÊN BẢN|HỢP ĐỒNG|GIẤY CHỨNG NHẬN", re.IGNORECASE)
_MEETING = re.compile(r"cuộc họp|hội nghị|buổi làm việc|kết luận|họp giao ban", re.IGNORECASE)
_TOLD = re.compile(
    r"(?:thời gian|những năm|các năm) (?:vừa )?qua|vẫn còn|[Tt]uy nhiên"
    r"|\sđã (?:được|có|đạt|ban hành|triển khai|tổ chức|chỉ đạo)"
)
_PLANS = ("nhiệm vụ", "phương hướng", "giải pháp", "tổ chức thực hiện", "kiến nghị", "đề xuất", "phân công")
_CONCLUSIONS = ("kết luận", "thống nhất", "ý kiến chỉ đạo")
"""Sections of minutes (biên bản) in which who presides gives work."""
_URGED = re.compile(r"(?:tiếp tục|khẩn trương|nghiêm túc|chủ động|tập trung|phối hợp)(?!\w)")
"""Words that urge: in a running paragraph they oblige its subject."""


class Scope:
    """The blocks to read, and what their place in the document says of them."""

    def __init__(self, layout: Layout) -> None:
        read = layout.blocks
        if layout.source in {"ocr", "mixed"}:
            read = mended(read)
        self.written = {id(block): said.text for block, said in zip(read, layout.blocks, strict=True)}
        self.blocks = [block for block in read if block.part != "foreign" and block.zone in _ZONES and block.text]
        self._quiet: dict[int, bool] = {}
        self._orders: dict[int, bool] = {}
        articles: dict[str, int] = {}
        for block in self.blocks:
            if (block.marker or "").startswith("Điều"):
                articles[block.part] = articles.get(block.part, 0) + 1
        self._regulations: set[str] = {part for part, count in articles.items() if count >= _REGULATION}
        if any(
            _NORMATIVE.search(line.text) for line in layout.lines if line.zone is Zone.NUMBER and line.part == "main"
        ):
            self._regulations |= {"main", "attachment"}
        titles = [line.text.strip() for line in layout.lines if line.zone is Zone.TYPE and line.part == "main"]
        self._account = any(map(_ACCOUNT.match, titles))
        self._plans = (*_PLANS, *_CONCLUSIONS) if any(map(_MINUTES.match, titles)) else _PLANS

    def quiet(self, block: Block) -> bool:
        """Whether a heading over the block (or the block itself, as a title) rules tasks out: purposes, criteria."""
        known = self._quiet.get(id(block))
        if known is None:
            known = (block.parent is not None and self.quiet(block.parent)) or _titled(block, cues().quiet)
            self._quiet[id(block)] = known
        return known

    def obliges(self, block: Block, text: str, clause: Clause, issued: str | None, *, under: bool = False) -> bool:
        """Whether a sentence with an actor of its own gives a task here (``under`` a heading that charges or not)."""
        if not (self.orders(block) or _executes(text, clause)):
            return False
        if block.zone is Zone.BASIS and clause.order is None:
            return False
        if clause.order is not None:
            return not text.rstrip().endswith(":")
        if self._account and not self._under(block, self._plans):
            return False
        if clause.condition and block.marker is None:
            return False
        if block.marker is not None or (clause.end == "colon" and cues().opens_task.match(text, clause.task)):
            return True
        if _TOLD.search(text, clause.start) and not self._under(block, None):
            return False
        if charged(text, clause) or _LEADS.match(text, clause.task) or find_deadlines(text[clause.start :], issued):
            return True
        if not (under or clause.actors[0].isupper()) or cues().idle.match(text, clause.task):
            return False
        return block.parent is not None or bool(_URGED.match(text, clause.task))

    def orders(self, block: Block) -> bool:
        """Whether the block stands where tasks are given: in a regulation, only in its implementing articles."""
        known = self._orders.get(id(block))
        if known is None:
            known = self._orders[id(block)] = self._gives(block)
        return known

    def _gives(self, block: Block) -> bool:
        if self._account and not self._under(block, self._plans):
            return False
        return block.part not in self._regulations or self._under(block, None)

    def narrates(self, block: Block, text: str, clause: Clause) -> bool:
        """Whether an intro without an order only tells what the issuer does (``UBND huyện ban hành … như sau:``)."""
        if block.marker is not None or charged(text, clause):
            return False
        return not text.startswith("chủ trì", clause.task) or bool(_MEETING.search(text, clause.start))

    def _under(self, block: Block | None, titles: tuple[str, ...] | None) -> bool:
        while block is not None:
            title = _title(block)[:_TITLE].casefold()
            if titles is None:
                if cues().implementing.search(title) and _short(block):
                    return True
            elif any(word in title for word in titles) and _short(block):
                return True
            block = block.parent
        return False


def _title(block: Block) -> str:
    """A block's text; that of the line below it when it is a number alone (``Chương II`` over its title)."""
    below = block.children[0] if not block.text and block.children else None
    return below.text if below is not None and below.marker is None else block.text


def _short(block: Block) -> bool:
    return block.kind == "heading" or len(block.text) <= _TITLE


def _executes(text: str, clause: Clause) -> bool:
    """An executing clause: a duty to carry this very text out, or an order to a unit (``Giao Bộ Tài chính …``)."""
    duty = charged(text, clause) or _LEADS.match(text, clause.task)
    return bool(duty and _SELF.search(text, clause.task)) or (clause.order or "").startswith("Giao")


def _titled(block: Block, pattern: re.Pattern[str]) -> bool:
    """Whether a block is a title that begins with a word of the pattern (``2. Yêu cầu``, ``I. MỤC ĐÍCH, YÊU CẦU``)."""
    text = block.text.casefold().rstrip(" :.")
    if len(text) > 90 or not (block.kind == "heading" or block.children or block.marker):
        return False
    found = pattern.match(text)
    return (
        found is not None
        and text[found.end() : found.end() + 1] in {"", " ", ",", ";", ":", "-"}
        and (block.kind == "heading" or len(text) < 60)
        and not actor_at(block.text[found.end() :].lstrip())
    )
