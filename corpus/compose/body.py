"""Parts that several types share: bases, aims, sections of work, closings."""

from __future__ import annotations

import datetime as dt

from corpus.compose import dates
from corpus.compose.citing import Source, law, mention, source
from corpus.compose.citing_more import WAYS
from corpus.compose.paper import Paper
from corpus.compose.rich import Rich, joined, labelled, say, styled
from corpus.compose.tasking import lead, task_table, unit_section
from corpus.manuscript import Role

_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII")


def numeral(paper: Paper, at: int) -> str:
    """The marker of a top section: ``I.``, in the Party's form at times ``I-``."""
    return _ROMAN[at] + ("-" if paper.form == "party" and paper.desk.odds(0.7) else ".")


def section(paper: Paper, at: int, key: str) -> None:
    """The heading of a top section, its words from ``phrases.toml``."""
    text = paper.desk.word("phrases", key, fresh=False)
    if paper.desk.odds(0.25):
        text = text.capitalize()
    paper.desk.add(Role.HEADING, say(text, bold=True), marker=numeral(paper, at))


def bases(paper: Paper, least: int = 2, most: int = 5) -> None:
    """Căn cứ lines (NĐ 30/2020 PL I.II.6.a)."""
    desk = paper.desk
    shown = _sources(paper, desk.chance.randint(least, most))
    open_end = paper.code not in ("QĐ", "NQ", "TT", "NĐ", "TTLT")
    for at, one in enumerate(shown):
        last = at == len(shown) - 1 and open_end
        marker = "-" if paper.form == "party" and desk.odds(0.8) else None
        line = styled(_basis(paper, one, first=at == 0), italic=paper.form != "party")
        desk.add(Role.BASIS, line, desk.pick((",", ",", ";")) if last else ";", marker=marker)


def _sources(paper: Paper, count: int) -> list[Source]:
    desk = paper.desk
    found: dict[str, Source] = {}
    for _ in range(count):
        lawful = desk.odds(0.4) and not paper.scene.party
        one = law(desk, paper.issued) if lawful else source(desk, paper.scene, paper.issued)
        found[one.number] = one
    return sorted(found.values(), key=lambda one: not one.law)


def _basis(paper: Paper, one: Source, *, first: bool) -> Rich:
    desk = paper.desk
    if not first and desk.odds(0.12):
        return joined(["Căn cứ ", desk.pick(WAYS)(paper, "basis")])
    cue = (
        "Căn cứ "
        if first or one.law or desk.odds(0.8)
        else desk.pick(("Thực hiện ", "Theo ", "Xét ", "Trên cơ sở ", "Triển khai "))
    )
    if one.type in ("Tờ trình", "Báo cáo"):
        cue = desk.pick(("Xét ", "Căn cứ "))
    fullness = "untitled" if desk.odds(0.15) else "full"
    parts: list[str | Rich] = [cue, mention(desk, paper.habit, one, "basis", fullness=fullness)]
    if one.law and desk.odds(0.12):
        other = law(desk, paper.issued)
        if other.number != one.number:
            parts += ["; ", mention(desk, paper.habit, other, "basis")]
    return joined(parts)


def proposal(paper: Paper) -> None:
    """``Theo đề nghị của …``, with or without the paper that proposes."""
    desk = paper.desk
    unit = desk.pick(paper.scene.units)
    leader = f"Giám đốc {unit}" if unit.startswith("Sở") else f"Thủ trưởng {unit}"
    who = desk.pick((unit, "Trưởng phòng Tổng hợp", "Chánh Văn phòng", leader))
    parts: list[str | Rich] = [
        desk.pick(("Theo đề nghị của ", "Theo đề nghị của ", "Xét đề nghị của ")),
        paper.habit.of(who),
    ]
    if desk.odds(0.5):
        date = paper.issued - dt.timedelta(days=desk.chance.randint(2, 30))
        office = desk.pick(("SNV", "STC", "PKT", "VP", "TCCB", "PNV", "SXD", "HTĐT"))
        number = f"{desk.chance.randint(1, 600):02d}/TTr-{office}"
        label = desk.cite(
            type="Tờ trình", number=number, date=date.isoformat(), issuer=who, issuer_alt=[None], relation="basis"
        )
        day = say(dates.cited(desk, date), f"{label}.date")
        shown = labelled(
            joined([say("Tờ trình", f"{label}.type"), " số ", say(number, f"{label}.number"), " ", day]), label
        )
        desk.set_text(label, shown)
        parts += [" tại ", shown]
    desk.add(Role.BASIS, styled(joined(parts), italic=paper.form != "party"), desk.pick((".", ".", ",", ";")))


def aims(paper: Paper, at: int) -> None:
    """Mục đích, yêu cầu: what obliges nobody by name."""
    desk = paper.desk
    section(paper, at, "aims")
    numbered = desk.odds(0.5)
    for mark, key, title in (("1.", "purposes", "Mục đích"), ("2.", "requirements", "Yêu cầu")):
        if numbered:
            desk.add(Role.HEADING, say(title, bold=True), marker=mark, level=1)
        for _ in range(desk.chance.randint(1, 3)):
            desk.add(Role.ITEM, paper.said("filler", key), marker="-", level=2)


def contents(paper: Paper, at: int) -> None:
    """What the plan is about, in words that give no work to anyone by name, or a task table."""
    desk = paper.desk
    section(paper, at, "contents")
    if desk.odds(0.4):
        task_table(paper, desk.chance.randint(3, 9))
        return
    for _ in range(desk.chance.randint(1, 3)):
        desk.add(Role.ITEM, paper.said("filler", desk.pick(("situations", "requirements"))), marker="-", level=1)


def organisation(paper: Paper, at: int) -> None:
    """Tổ chức thực hiện: units and their work."""
    section(paper, at, "organisation")
    work(paper, paper.desk.pick((2, 3, 3, 4, 4, 5, 6, 9)), level=1)


def work(paper: Paper, count: int, level: int = 0) -> None:
    """So many numbered points of work: unit headings with items, or sentences that name their unit."""
    desk = paper.desk
    style = desk.pick(("sections", "sentences", "mixed", "mixed"))
    mark = "-" if paper.form == "party" and desk.odds(0.4) else "."
    for at in range(1, count + 1):
        if style == "sections" or (style == "mixed" and desk.odds(0.55)):
            unit_section(paper, f"{at}{mark}", level)
        else:
            desk.add(Role.ITEM, sentences(paper), marker=f"{at}{mark}", level=level)


def sentences(paper: Paper) -> Rich:
    """One or two sentences that name their units."""
    parts: list[str | Rich] = [lead(paper), "."]
    if paper.desk.odds(0.2):
        parts += [" ", lead(paper), "."]
    return joined(parts)


def closing(paper: Paper, mark: str = "./.") -> None:
    """The last paragraph; that all must report troubles is an assignment that may be counted or not."""
    desk = paper.desk
    text = paper.said("filler", "closings")
    who = "các cơ quan, đơn vị, địa phương" if "địa phương" in text else "các cơ quan, đơn vị"
    label = desk.assign(assignees=[who], optional=True)
    runs = say(text, label)
    desk.set_text(label, runs)
    desk.add(Role.PARAGRAPH, runs, mark)
