"""The bodies of plans, reports, submissions and minutes (NĐ 30/2020 PL III 1.4, 1.9)."""

from __future__ import annotations

from corpus.compose.annexes import annex_table, blank_form
from corpus.compose.body import aims, bases, closing, contents, organisation, section, work
from corpus.compose.citing import mention, source
from corpus.compose.citing_more import WAYS
from corpus.compose.paper import Paper
from corpus.compose.receivers import addressees
from corpus.compose.rich import Rich, joined, say
from corpus.compose.tasking import numbers_table
from corpus.manuscript import Role


def plan(paper: Paper) -> str | None:
    """Kế hoạch, chương trình, phương án, đề án."""
    desk = paper.desk
    bases(paper, 1, 4)
    desk.add(Role.PARAGRAPH, paper.turn("plan"))
    parts = [aims, contents, organisation] if desk.odds(0.85) else [aims, organisation]
    for at, part in enumerate(parts):
        part(paper, at)
    if desk.odds(0.6):
        closing(paper)
    if desk.odds(0.12):
        paper.after.append(annex_table)
    return None


def _mentioned(paper: Paper, fullness: tuple[str, ...], relation: str = "refers") -> Rich:
    return mention(
        paper.desk,
        paper.habit,
        source(paper.desk, paper.scene, paper.issued),
        relation,
        fullness=paper.desk.pick(fullness),
    )


def report(paper: Paper) -> str | None:
    """Báo cáo: results, causes and proposals."""
    desk = paper.desk
    to = desk.odds(0.5)
    if to:
        addressees(paper)
    cue = desk.pick(("Thực hiện ", "Căn cứ ", "Theo "))
    desk.add(Role.PARAGRAPH, cue, _mentioned(paper, ("full", "untitled"), "basis"), paper.turn("report_intro"))
    for at, key in enumerate(("report_general", "report_results", "report_limits")):
        section(paper, at, key)
        for point in range(1, desk.chance.randint(2, 5)):
            desk.add(Role.ITEM, _finding(paper, "results" if at == 1 else "situations"), marker=f"{point}.", level=1)
        if at == 1 and desk.odds(0.5):
            numbers_table(paper)
    section(paper, 3, "report_proposals")
    work(paper, desk.chance.randint(1, 2), 1)
    desk.add(Role.PARAGRAPH, paper.turn("report_end"), "./.")
    if desk.odds(0.15):
        paper.after.append(blank_form)
    return "trên" if to else None


def _finding(paper: Paper, key: str) -> Rich:
    """What was done or lacked; it obliges nobody, though it may cite."""
    desk = paper.desk
    parts: list[str | Rich] = [paper.said("filler", key)]
    if desk.odds(0.3):
        cue = desk.word("phrases", "mentions", fresh=False)
        cited = desk.pick(WAYS)(paper, "refers") if desk.odds(0.3) else _mentioned(paper, ("short", "untitled", "full"))
        parts += [cue, cited, "."]
    return joined(parts)


def submission(paper: Paper) -> str | None:
    """Tờ trình."""
    desk = paper.desk
    addressees(paper)
    bases(paper, 1, 3)
    desk.add(Role.PARAGRAPH, paper.turn("submission"))
    for mark, titles, key in (
        ("1.", ("Sự cần thiết", "Lý do đề xuất", "Cơ sở thực tiễn"), "situations"),
        ("2.", ("Nội dung đề xuất", "Dự kiến thực hiện", "Phạm vi, đối tượng"), "purposes"),
    ):
        desk.add(Role.HEADING, say(desk.pick(titles), bold=True), marker=mark, level=1)
        for _ in range(desk.chance.randint(1, 3)):
            desk.add(Role.PARAGRAPH, _finding(paper, key))
    desk.add(Role.PARAGRAPH, paper.turn("submission_end"), "./.")
    return "trên"


def minutes(paper: Paper) -> str | None:
    """Biên bản: who met, what was said, what was agreed."""
    desk = paper.desk
    desk.add(Role.PARAGRAPH, paper.turn("minutes"))
    desk.add(Role.HEADING, say(desk.pick(("THÀNH PHẦN", "THÀNH PHẦN THAM DỰ")), bold=True), marker="I.")
    desk.add(Role.ITEM, f"Chủ trì: {paper.habit.of(paper.scene.boss)}.", marker="-", level=1)
    desk.add(Role.ITEM, "Cùng các thành viên có tên trong danh sách kèm theo.", marker="-", level=1)
    desk.add(Role.HEADING, say("NỘI DUNG", bold=True), marker="II.")
    desk.add(Role.PARAGRAPH, _finding(paper, "situations"))
    desk.add(Role.HEADING, say(desk.pick(("KẾT LUẬN", "THỐNG NHẤT")), bold=True), marker="III.")
    work(paper, desk.chance.randint(1, 3), 1)
    desk.add(Role.PARAGRAPH, paper.turn("minutes_end"), "./.")
    return None
