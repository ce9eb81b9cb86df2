"""Assignments (nhiệm vụ được giao): every sentence, item or table row that obliges someone named to do something.

Blocks are walked in reading order. A heading or an intro that names who is obliged charges what stands below it;
a sentence that names an actor of its own is its own assignment; labels and table columns say the same in columns.
"""

from __future__ import annotations

import re

from vanban.extraction.found import Found
from vanban.extraction.tasks.charges import Charge, charge_of, coordinators, deadlines
from vanban.extraction.tasks.clauses import Clause, charged
from vanban.extraction.tasks.cues import actor_at, cues
from vanban.extraction.tasks.grammar import end_of_names
from vanban.extraction.tasks.labels import Labels, inline_labels, label_of, labelled_tasks
from vanban.extraction.tasks.naming import actor_names
from vanban.extraction.tasks.scope import Scope
from vanban.extraction.tasks.sentences import Stretch, stretches
from vanban.extraction.tasks.tables import row_task
from vanban.language.deadlines import leading_time, recurrence
from vanban.language.likely import mended
from vanban.layout.model import Block, Layout, Zone
from vanban.record import Assignment, Issued, Recurrence

_CONTINUES = re.compile(
    r"(?:Căn cứ|Trên cơ sở|Theo chức năng|Định kỳ|Hằng|Hàng|Đồng thời|Thường xuyên|Trước ngày|Trong|Kịp thời"
    r"|Chậm nhất)(?!\w)"
)
_YEAR = re.compile(r"năm\s+((?:19|20)\d\d)(?!\d)")
"""All that a draft with blanks for its day and month says of its date."""
_BULLETS = frozenset({None, "-", "+", "*", "•"})
_BASIS = re.compile(
    r"(?:Thực hiện|Căn cứ|Theo)\s(?:các )?(?:Công văn|Quyết định|Kế hoạch|Giấy mời|Chỉ thị|Thông báo|Nghị quyết"
    r"|Công điện|Văn bản)\s+(?:số|khẩn|hỏa tốc)"
)
_INTRO, _TITLE = 80, 700
_DUTY = re.compile(r"trách nhiệm|Giao\s|nhiệm vụ")
_ORDER = re.compile(r"đề nghị|yêu cầu|giao ")
_MISREAD_MARKER = re.compile(r"\S{1,2}[).]\s+")
_END_MARK = re.compile(r"\s*\.?/\.?$")
"""``./.`` ends a document's body (NĐ 30/2020 PL I.II.6) and is no part of its last sentence."""
_UNKNOWN_VERB, _WORDY = 0.7, 14
"""How sure a task with a verb no list has is, and names so long that a verb may hide in them (in words)."""
_TRIM = " \t\n.;/"


def find_assignments(layout: Layout, issued: Issued) -> list[Found[Assignment]]:
    """The assignments of the operative part and of what the document itself issues, in reading order.

    ``issued`` completes dates without a year and tells past dates from deadlines.
    """
    year = _YEAR.search(issued.text or "") if issued.date is None else None
    return _Walk(layout, year[1] if year else issued.date).run()


class _Walk:
    """One pass over the blocks: charges by block, and the charge that stands since the last intro."""

    def __init__(self, layout: Layout, date: str | None) -> None:
        self.layout, self.date = layout, date
        self.scope = Scope(layout)
        self.labelled = labelled_tasks(self.scope.blocks, date)
        self.charges: dict[int, Charge] = {}
        self.standing: dict[int | None, Charge] = {}
        self.parts: dict[int, list[Stretch]] = {}
        self.muted = False
        self.found: list[Found[Assignment]] = []

    def run(self) -> list[Found[Assignment]]:
        for block in self.scope.blocks:
            if not self.scope.quiet(block):
                self._block(block)
        return self.found

    def _block(self, block: Block) -> None:
        if block.kind == "row":
            task = row_task(block, self.date)
            if task:
                self._labelled(block, 0, len(block.text), task[1], "assignments.table", 0.85, text=task[0])
            return
        labels = self.labelled.tasks.get(id(block))
        if labels is not None:
            self._labelled(block, 0, len(block.text), labels, "assignments.label", 0.9)
            return
        label = label_of(block.text)
        if block.marker not in _BULLETS or block.marker is None:
            self.muted = block.marker is None and label == ("other", "")
        if id(block) in self.labelled.consumed or label or self.muted:
            return
        if not self.scope.orders(block) and not _DUTY.search(block.text):
            return
        if block.zone is Zone.BASIS and not _ORDER.search(block.text):
            return
        if self._inline(block) or self._trailing(block) or self._charges(block) or block.kind == "heading":
            return
        self._tell(block)

    def _inline(self, block: Block) -> bool:
        """A task whose labels stand in its own text."""
        if ":" not in block.text:
            return False
        labels, start = Labels(), len(block.text)
        for at, role, value in inline_labels(block.text):
            labels.add(role, value, self.date)
            start = min(start, at)
        if not labels.leads or start < 12:
            return False
        self._labelled(block, 0, len(block.text), labels, "assignments.label", 0.85)
        return True

    def _trailing(self, block: Block) -> bool:
        """A task that its actors follow: ``Trang trí hội trường: Phòng Văn hóa và Thông tin.``"""
        task, colon, names = block.text.partition(":")
        names = names.strip()
        if not colon or ":" in names or not actor_at(names) or not cues().opens_task.match(task) or len(task) > _TITLE:
            return False
        if actor_at(task) or cues().thing.match(task) or end_of_names(names, 0)[1] != "end":
            return False
        assignees = actor_names(names.rstrip(_TRIM))
        if not assignees or not self.scope.orders(block):
            return False
        until, again = deadlines(task, self.date), recurrence(task)
        self._emit(block, 0, len(block.text), assignees, coordinators(task), until, again, "assignments.trailing", 0.75)
        return True

    def _charges(self, block: Block) -> bool:
        """Whether the block only names who is obliged by what stands below it; its charge is kept."""
        text = block.text.rstrip()
        opens = text.endswith(":")
        parts = self._stretches(block) if opens or len(text) < _TITLE else []
        last = parts[-1].clause if parts else None
        if last is None:
            if opens and block.marker is None:
                self.standing.pop(_key(block.parent), None)
            return opens and bool(block.children)
        if not opens and not self._bare(block, text, last):
            return False
        if opens and last.order is None and last.end == "task" and self.scope.narrates(block, text, last):
            return True
        sure = 0.85 if last.end in {"end", "colon"} or last.order else 0.75
        charge = charge_of(text[parts[-1].start :], _moved(last, parts[-1].start), self.date, sure)
        if charge is None:
            return False
        self.charges[id(block)] = charge
        if not block.children and (opens or last.order is not None):
            self.standing[_key(block.parent)] = charge
        for part in parts[:-1]:
            self._own(block, part)
        return True

    def _stretches(self, block: Block) -> list[Stretch]:
        known = self.parts.get(id(block))
        if known is None:
            known = self.parts[id(block)] = stretches(block.text)
        return known

    def _bare(self, block: Block, text: str, clause: Clause) -> bool:
        """Nothing but names (``2. Bộ Quốc phòng``), or names and whom they work with, above items that say the rest."""
        if text.endswith((";", ",")):
            return False
        if clause.end in {"end", "colon"} and clause.task >= len(text.rstrip(_TRIM)):
            listed = block.marker in _BULLETS and all(child.marker is None for child in block.children)
            return block.kind == "heading" or clause.order is not None or text.endswith(":") or not listed
        rest = text[clause.task :]
        if not block.children or clause.end != "task" or text.endswith(".") or len(rest) > 200:
            return False
        if len(rest) <= _INTRO and (clause.order is not None or block.kind == "heading"):
            return True
        return rest.startswith(("chủ trì", "có trách nhiệm", "chịu trách nhiệm")) and not _has_task(rest)

    def _inherited(self, block: Block) -> Charge | None:
        """The charge of the nearest block above, or of the intro that stands before the block."""
        parent, direct = block.parent, True
        while True:
            standing = self.standing.get(_key(parent))
            if standing is not None and (block.marker is not None or direct):
                return standing
            if parent is None:
                return None
            if id(parent) in self.charges:
                return self.charges[id(parent)]
            parent, direct = parent.parent, False

    def _tell(self, block: Block) -> None:
        charge = self._inherited(block)
        for part in self._stretches(block):
            if part.clause is not None:
                self._own(block, part, under=charge is not None)
            elif charge is not None and part.start == 0 and self._continues(block, part) and self.scope.orders(block):
                self._add(block, part, charge.assignees, charge, "assignments.inherited", charge.sure)

    def _continues(self, block: Block, part: Stretch) -> bool:
        """Whether a stretch without an actor is a task of the charge that stands over it."""
        text = block.text[leading_time(block.text) :].lstrip()
        if misread := _MISREAD_MARKER.match(text):
            text = text[misread.end() :]
        if actor_at(text) or (block.children and block.text.rstrip().endswith(":")):
            return False
        thing, task = cues().thing.match(text), cues().opens_task.match(text)
        if thing and not (task and task.end() > thing.end()):
            return False
        if block.marker is not None:
            return True
        return bool(cues().opens_task.match(text) or _CONTINUES.match(text)) and not _BASIS.match(text)

    def _own(self, block: Block, part: Stretch, *, under: bool = False) -> None:
        """The task of a clause that names its actor; ``under`` a heading that charges, it need not be urged."""
        clause = part.clause
        if clause is None or clause.task >= len(block.text[: part.end].rstrip(_TRIM)):
            return
        if not self.scope.obliges(block, block.text[: part.end], clause, self.date, under=under):
            return
        sure = 0.9 if clause.order or charged(block.text, clause) else 0.8
        if clause.order is None and clause.end == "task" and not cues().opens_task.match(block.text, clause.task):
            sure = _UNKNOWN_VERB
        sure -= 0.3 * clause.condition
        self._add(block, part, actor_names(clause.actors), None, "assignments.sentence", sure)

    def _add(
        self, block: Block, part: Stretch, assignees: tuple[str, ...], charge: Charge | None, by: str, sure: float
    ) -> None:
        text = block.text[part.start : part.end]
        with_whom = coordinators(text) or (charge.coordinators if charge else ())
        until = deadlines(text, self.date) or (charge.deadlines if charge else ())
        again = recurrence(text) or (charge.recurrence if charge else None)
        self._emit(block, part.start, part.end, assignees, with_whom, until, again, by, sure)

    def _labelled(
        self, block: Block, start: int, end: int, labels: Labels, by: str, sure: float, text: str | None = None
    ) -> None:
        own = () if block.kind == "row" else coordinators(block.text)
        with_whom = tuple(dict.fromkeys([*own, *labels.coordinators]))
        until = tuple(labels.deadlines) or deadlines(block.text, self.date)
        self._emit(block, start, end, tuple(labels.leads), with_whom, until, labels.recurrence, by, sure, text)

    def _emit(
        self,
        block: Block,
        start: int,
        end: int,
        assignees: tuple[str, ...],
        with_whom: tuple[str, ...],
        until: tuple[str, ...],
        again: Recurrence | None,
        by: str,
        sure: float,
        text: str | None = None,
    ) -> None:
        if any(len(name.split()) > _WORDY and "," not in name for name in assignees):
            sure = min(sure, _UNKNOWN_VERB)
        if self.layout.kinds[block.pieces[0].page - 1 :][:1] == ["ocr"]:
            assignees, with_whom = tuple(map(mended, assignees)), tuple(map(mended, with_whom))
        said = _END_MARK.sub(".", (text or self.scope.written[id(block)][start:end]).strip())
        value = Assignment(
            text=said,
            assignees=list(assignees),
            coordinators=[name for name in with_whom if name not in assignees],
            deadlines=list(until),
            recurrence=again,
            section=block.section,
            part="attachment" if block.part == "attachment" else "main",
        )
        self.found.append(Found(value, round(sure, 2), by, self.layout.locate(block, start, end)))


def _key(parent: Block | None) -> int | None:
    return None if parent is None else id(parent)


def _moved(clause: Clause, by: int) -> Clause:
    return Clause(0, clause.actors, clause.task - by, clause.order, clause.end, clause.condition)


def _has_task(rest: str) -> bool:
    """Whether a task is said behind ``chủ trì, phối hợp với …`` (then it is no bare heading)."""
    from vanban.extraction.tasks.coordinators import find_coordinators

    spans = find_coordinators(rest)
    tail = rest[spans[-1][1] :] if spans else re.sub(r"^(?:chủ trì|có trách nhiệm|chịu trách nhiệm)[\s,]*", "", rest)
    return len(tail.strip(" .:,;")) > 30
