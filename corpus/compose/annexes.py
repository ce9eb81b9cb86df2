"""What stands behind a document: what it issues (counted as ``attachment``), forms and others' papers (not counted)."""

from __future__ import annotations

from dataclasses import replace

from corpus.compose.body import aims, organisation
from corpus.compose.dates import words
from corpus.compose.paper import Paper
from corpus.compose.rich import say
from corpus.compose.tasking import lead, task_table, unit_section
from corpus.manuscript import Block, Role, Run


def annex_table(paper: Paper) -> None:
    """Phụ lục of the document itself: a table of tasks."""
    desk = paper.desk
    _open(paper, desk.pick(("PHỤ LỤC", "Phụ lục", "PHỤ LỤC I")), desk.word("phrases", "annexed", fresh=False))
    task_table(paper, desk.chance.randint(3, 8))
    desk.part = "main"


def issued_with(paper: Paper) -> None:
    """The regulation or plan that a decision issues."""
    desk = paper.desk
    matter = paper.matter[0].upper() + paper.matter[1:]
    _open(paper, paper.child.upper(), matter)
    if paper.child in ("Quy chế", "Quy định"):
        _regulation(paper)
    else:
        for at, part in enumerate((aims, organisation)):
            part(paper, at)
    desk.part = "main"


def _open(paper: Paper, title: str, about: str) -> None:
    desk = paper.desk
    desk.traits.add("annex")
    desk.part = "attachment"
    desk.add(Role.PAGE_BREAK)
    desk.add(Role.ANNEX, say(title, bold=True))
    desk.add(Role.ANNEX, say(about, bold=True))
    desk.add(Role.ANNEX, say(_carrier(paper), italic=True))


def _carrier(paper: Paper) -> str:
    """``(Kèm theo Quyết định số … ngày … của …)``; blank where the document's own number is blank or by hand."""
    desk, number = paper.desk, paper.desk.gold["number"]
    known = number["canonical"] and not number.get("handwritten")
    shown = number["canonical"] if known else f"     {'-' if paper.scene.party else '/'}{number['symbol']}"
    exact = not desk.traits & {"blank_day", "hand_day"}
    day = words(paper.issued) if exact else f"ngày     tháng     năm {paper.issued.year}"
    cue = desk.pick(("Kèm theo", "Ban hành kèm theo"))
    return f"({cue} {paper.name} số {shown} {day} của {paper.habit.of(paper.scene.issuer)})"


def _regulation(paper: Paper) -> None:
    desk = paper.desk
    desk.add(Role.HEADING, say("QUY ĐỊNH CHUNG", bold=True), marker="Chương I")
    desk.add(Role.HEADING, say("Phạm vi điều chỉnh", bold=True), marker="Điều 1.")
    desk.add(Role.PARAGRAPH, f"{paper.child} này quy định về {paper.matter}.")
    desk.add(Role.HEADING, say("TRÁCH NHIỆM THỰC HIỆN", bold=True), marker="Chương II")
    count = desk.chance.randint(2, 4)
    for at in range(2, 2 + count):
        unit_section(paper, f"Điều {at}.", 0)
    desk.add(Role.HEADING, say("Tổ chức thực hiện", bold=True), marker=f"Điều {count + 2}.")
    desk.add(Role.PARAGRAPH, lead(paper), "./.")


def blank_form(paper: Paper) -> None:
    """A form for others to fill: it gives no work and has no values."""
    desk = paper.desk
    desk.traits.add("form")
    desk.add(Role.PAGE_BREAK)
    desk.add(Role.ANNEX, say(desk.pick(("Mẫu số 01", "Phụ lục", "Biểu số 1")), bold=True))
    desk.add(Role.ANNEX, say(desk.word("phrases", "forms", fresh=False), bold=True))
    head = tuple(say(name, bold=True) for name in ("STT", "Nội dung", "Số liệu", "Ghi chú"))
    first = paper.matter[0].upper() + paper.matter[1:]
    rows = [(say("1"), say(first), say("……"), ()), (say("2"), say("Nội dung khác"), say("……"), ())]
    desk.add(Role.TABLE, rows=(head, *rows))


def enclosed(paper: Paper, blocks: list[Block]) -> None:
    """Another agency's document behind the letter, complete with head and foot."""
    paper.desk.add(Role.PAGE_BREAK)
    paper.desk.blocks += [_bare(block) for block in blocks]


def _bare(block: Block) -> Block:
    """The block without labels or hands."""

    def bare(runs: tuple[Run, ...]) -> tuple[Run, ...]:
        return tuple(replace(run, labels=(), by_hand=False) for run in runs)

    return replace(block, runs=bare(block.runs), rows=tuple(tuple(bare(cell) for cell in row) for row in block.rows))
