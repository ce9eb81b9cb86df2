"""The bodies of letters, notices, directives and invitations (NĐ 30/2020 PL III 1.4–1.7)."""

from __future__ import annotations

from collections.abc import Callable

from corpus.compose import dates
from corpus.compose.annexes import blank_form
from corpus.compose.body import closing, sentences, work
from corpus.compose.citing import mention, source
from corpus.compose.citing_more import WAYS
from corpus.compose.paper import Paper
from corpus.compose.receivers import addressees
from corpus.compose.rich import Rich, joined
from corpus.compose.tasking import lead
from corpus.manuscript import Role

Cue = tuple[str, str]
_CUES: tuple[Cue, ...] = (
    ("basis", "Thực hiện "), ("basis", "Thực hiện "), ("basis", "Căn cứ "), ("basis", "Triển khai "),
    ("basis", "Theo "),
    ("responds", "Phúc đáp "), ("responds", "Trả lời "), ("refers", "Tiếp theo "), ("responds", "OWN nhận được "),
)  # fmt: skip


def _cited(paper: Paper, relation: str) -> Rich:
    desk = paper.desk
    if desk.odds(0.12) and relation == "basis":
        return desk.pick(WAYS)(paper, relation)
    one = source(desk, paper.scene, paper.issued)
    while relation == "responds" and one.type not in ("Công văn", "Tờ trình", "Báo cáo"):
        one = source(desk, paper.scene, paper.issued)
    return mention(desk, paper.habit, one, relation, fullness=desk.pick(("full", "full", "untitled")))


def letter(paper: Paper) -> str | None:
    """Công văn."""
    desk = paper.desk
    addressees(paper)
    relation, cue = desk.pick(_CUES)
    own = paper.own()
    parts: list[str | Rich] = [cue.replace("OWN", own[0].upper() + own[1:]), _cited(paper, relation)]
    if desk.odds(0.2):
        parts += [desk.pick((" và ", "; ")), _cited(paper, relation)]
    desk.add(Role.PARAGRAPH, *parts, paper.turn("letter"))
    if desk.odds(0.3):
        desk.add(Role.PARAGRAPH, paper.said("filler", "situations"))
    if desk.odds(0.15):
        desk.add(Role.PARAGRAPH, sentences(paper))
    else:
        work(paper, desk.pick((1, 2, 3, 3, 4, 5)))
    _enclosures(paper)
    if desk.odds(0.5):
        closing(paper)
    else:
        desk.add(Role.PARAGRAPH, paper.said("filler", "courtesies"), "./.")
    return desk.pick(("trên", "trên", "trên", "kính gửi"))


def _enclosures(paper: Paper) -> None:
    """A form or another's document behind the letter: neither counts."""
    desk = paper.desk
    roll = desk.chance.random()
    if roll < 0.07:
        form = desk.word("phrases", "forms", fresh=False).capitalize()
        desk.add(Role.PARAGRAPH, desk.word("phrases", "ordinary_letter", fresh=False).replace("{form}", form.lower()))
        paper.after.append(blank_form)
    elif roll < 0.13:
        desk.traits.add("enclosure")


def notice(paper: Paper) -> str | None:
    """Thông báo and kết luận, most often of a meeting."""
    desk = paper.desk
    desk.add(Role.PARAGRAPH, paper.turn("notice"))
    if desk.odds(0.5):
        desk.add(Role.PARAGRAPH, paper.said("filler", "situations"))
    work(paper, desk.chance.randint(2, 6))
    desk.add(Role.PARAGRAPH, paper.turn("notice_end"), "./.")
    return None


def directive(paper: Paper) -> str | None:
    """Chỉ thị, công điện, hướng dẫn."""
    desk = paper.desk
    if paper.code == "CĐ":
        addressees(paper)
    for _ in range(desk.chance.randint(1, 2)):
        desk.add(Role.PARAGRAPH, paper.said("filler", "situations"))
    cue = desk.pick(("Thực hiện ", "Triển khai ", "Để thực hiện ", "Căn cứ "))
    desk.add(Role.PARAGRAPH, cue, _cited(paper, "basis"), paper.turn("directive"))
    work(paper, desk.chance.randint(3, 7))
    if desk.odds(0.5):
        closing(paper)
    return "trên" if paper.code == "CĐ" else None


def invitation(paper: Paper) -> str | None:
    """Giấy mời: guests, time and place give no work."""
    desk = paper.desk
    day = dates.day_in(desk, paper.issued, paper.issued.replace(year=paper.issued.year + 1, day=1))
    desk.add(Role.PARAGRAPH, paper.turn("invitation"))
    for name in desk.chance.sample(paper.scene.units, min(desk.chance.randint(1, 4), len(paper.scene.units))):
        desk.add(
            Role.ITEM, f"{desk.word('phrases', 'guests', fresh=False)} {paper.habit.of(name)};", marker="-", level=1
        )
    desk.add(
        Role.PARAGRAPH,
        paper.filled(desk.pick(("Dự cuộc họp về {topic}.", "Nội dung: {topic}.", "Tham dự hội nghị về {topic}."))),
    )
    desk.add(
        Role.PARAGRAPH,
        f"Thời gian: {desk.chance.randint(7, 15)} giờ {desk.pick(('00', '30'))}, ngày {dates.figures(desk, day)}.",
    )
    desk.add(Role.PARAGRAPH, f"Địa điểm: {desk.word('phrases', 'halls', fresh=False)}, trụ sở {paper.own()}.")
    if desk.odds(0.5):
        desk.add(Role.PARAGRAPH, joined([lead(paper), "."]))
    desk.add(Role.PARAGRAPH, paper.turn("invitation_end"), desk.pick(("./.", "!")))
    return desk.pick(("thành phần mời", "trên"))


BODIES: dict[str, Callable[[Paper], str | None]] = {
    "CV": letter, "TB": notice, "KL": notice, "CT": directive, "CĐ": directive, "HD": directive, "GM": invitation,
}  # fmt: skip
"""Bodies by the type's code."""
