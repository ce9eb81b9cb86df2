"""Which blocks of a document can give tasks at all, and which sentences of them only tell."""

from __future__ import annotations

import re

from vanban.extraction.tasks.clauses import Clause, charged
from vanban.extraction.tasks.cues import cues
from vanban.language.deadlines import find_deadlines
from vanban.layout.model import Block, Layout, Zone

_ZONES = frozenset({Zone.BODY, Zone.ANNEX})
_LEADS = re.compile(r"(?:chủ trì|có trách nhiệm|chịu trách nhiệm|có nhiệm vụ)")
_TITLE = 160
_REGULATION = 6
"""From so many articles on, a text is read as a regulation: only its implementing articles give tasks."""
_ACCOUNT = re.compile(r"BÁO CÁO|TỜ TRÌNH|BIÊN BẢN|HỢP ĐỒNG|GIẤY MỜI|GIẤY CHỨNG NHẬN", re.IGNORECASE)
_PLANS = ("nhiệm vụ", "phương hướng", "giải pháp", "tổ chức thực hiện", "kiến nghị", "đề xuất", "phân công")


class Scope:
    """The blocks to read, and what their place in the document says of them."""

    def __init__(self, layout: Layout) -> None:
        self.blocks = [block for block in layout.blocks if block.part != "foreign" and block.zone in _ZONES and block.text]
        self._quiet: dict[int, bool] = {}
        articles: dict[str, int] = {}
        for block in self.blocks:
            if (block.marker or "").startswith("Điều"):
                articles[block.part] = articles.get(block.part, 0) + 1
        self._regulations = {part for part, count in articles.items() if count >= _REGULATION}
        self._account = any(
            _ACCOUNT.match(line.text.strip()) for line in layout.lines if line.zone is Zone.TYPE and line.part == "main"
        )

    def quiet(self, block: Block) -> bool:
        """Whether a heading over the block (or the block itself, as a title) rules tasks out: purposes, criteria."""
        known = self._quiet.get(id(block))
        if known is None:
            known = (block.parent is not None and self.quiet(block.parent)) or _titled(block, cues().quiet)
            self._quiet[id(block)] = known
        return known

    def obliges(self, block: Block, text: str, clause: Clause, issued: str | None) -> bool:
        """Whether a sentence with an actor of its own gives a task here."""
        if block.part in self._regulations and not (self._implements(block) or _executes(text, clause)):
            return False
        if clause.order is not None:
            return not text.rstrip().endswith(":")
        if self._account and not self._under(block, _PLANS):
            return False
        if clause.condition and block.marker is None:
            return False
        if block.marker is not None:
            return True
        if charged(text, clause) or _LEADS.match(text, clause.task) or find_deadlines(text[clause.start :], issued):
            return True
        return block.parent is not None and not cues().idle.match(text, clause.task) and clause.actors[0].isupper()

    def narrates(self, block: Block, text: str, clause: Clause) -> bool:
        """Whether an intro without an order only tells what the issuer does (``UBND huyện ban hành Kế hoạch như sau:``)."""
        return block.marker is None and not _LEADS.match(text, clause.task)

    def _implements(self, block: Block) -> bool:
        return self._under(block, None)

    def _under(self, block: Block | None, titles: tuple[str, ...] | None) -> bool:
        while block is not None:
            title = block.text[:_TITLE].casefold()
            if titles is None:
                if cues().implementing.search(title) and _short(block):
                    return True
            elif any(word in title for word in titles) and _short(block):
                return True
            block = block.parent
        return False


def _short(block: Block) -> bool:
    return block.kind == "heading" or len(block.text) <= _TITLE


def _executes(text: str, clause: Clause) -> bool:
    """An executing clause: ``… chịu trách nhiệm thi hành``, or an order to a named unit in an article of its own."""
    return text.startswith("chịu trách nhiệm", clause.task) or (clause.order or "").casefold().startswith("giao")


def _titled(block: Block, pattern: re.Pattern[str]) -> bool:
    """Whether a block is a title that begins with a word of the pattern (``2. Yêu cầu``, ``I. MỤC ĐÍCH, YÊU CẦU``)."""
    text = block.text.casefold().rstrip(" :.")
    if len(text) > 90 or not (block.kind == "heading" or block.children or block.marker):
        return False
    found = pattern.match(text)
    return found is not None and text[found.end() : found.end() + 1] in {"", " ", ",", ";", ":", "-"} and (
        block.kind == "heading" or len(text) < 60
    ) and not cues().actor.match(block.text[found.end() :].lstrip())
