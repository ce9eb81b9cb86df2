"""Parts that several types share: bases, aims, sections of work, filler, annexes."""

from __future__ import annotations

from corpus.compose.citing import Source, law, mention, pinpoint, source
from corpus.compose.paper import Paper
from corpus.compose.rich import Rich, capital, joined, say, styled
from corpus.compose.tasking import lead, numbers_table, task_table, unit_section
from corpus.manuscript import Role

_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII")
_LETTERS = "abcdđeghik"


def numeral(paper: Paper, at: int) -> str:
    """The marker of a top section: ``I.``, in the Party's form at times ``I-``."""
    return _ROMAN[at] + ("-" if paper.form == "party" and paper.desk.odds(0.7) else ".")


def bases(paper: Paper, least: int = 2, most: int = 5) -> None:
    """Căn cứ lines (NĐ 30/2020 PL I.II.6.a)."""
    desk = paper.desk
    count = desk.chance.randint(least, most)
    sources = sorted(
        (
            law(desk, paper.issued)
            if desk.odds(0.4) and not paper.scene.party
            else source(desk, paper.scene, paper.issued)
            for _ in range(count)
        ),
        key=lambda one: not one.law,
    )
    seen: set[str] = set()
    shown = [one for one in sources if not (one.number in seen or seen.add(one.number))]  # type: ignore[func-returns-value]
    for at, one in enumerate(shown):
        cue = (
            "Căn cứ "
            if at == 0 or desk.odds(0.85) or one.law
            else desk.pick(("Thực hiện ", "Theo ", "Xét ", "Trên cơ sở "))
        )
        if one.type in ("Tờ trình", "Báo cáo"):
            cue = desk.pick(("Xét ", "Căn cứ "))
        last = at == len(shown) - 1 and paper.code not in ("QĐ", "NQ", "TT", "NĐ", "TTLT")
        fullness = "untitled" if not one.title or desk.odds(0.15) else "full"
        parts: list[str | Rich] = [cue, mention(desk, paper.habit, one, "basis", fullness=fullness)]
        if one.law and desk.odds(0.12):
            other = law(desk, paper.issued)
            if other.number != one.number:
                parts += ["; ", mention(desk, paper.habit, other, "basis")]
        marker = "-" if paper.form == "party" and desk.odds(0.8) else None
        desk.add(
            Role.BASIS,
            styled(joined(parts), italic=paper.form != "party"),
            desk.pick((",", ",", ";")) if last else ";",
            marker=marker,
        )


def proposal(paper: Paper) -> None:
    """``Theo đề nghị của …``, with or without the paper that proposes."""
    desk = paper.desk
    unit = desk.pick(paper.scene.units)
    who = desk.pick(
        (
            f"{unit}",
            "Trưởng phòng Tổng hợp",
            "Chánh Văn phòng",
            f"Giám đốc {unit}" if unit.startswith("Sở") else f"Thủ trưởng {unit}",
        )
    )
    parts: list[str | Rich] = ["Theo đề nghị của ", paper.habit.of(who)]
    if desk.odds(0.5):
        day = desk.chance.randint(2, 30)
        import datetime as dt

        from corpus.compose import dates

        date = paper.issued - dt.timedelta(days=day)
        number = f"{desk.chance.randint(1, 600):02d}/TTr-{desk.pick(('SNV', 'STC', 'PKT', 'VP', 'TCCB', 'PNV'))}"
        label = desk.cite(
            type="Tờ trình", number=number, date=date.isoformat(), issuer=who, issuer_alt=[None], relation="basis"
        )
        shown = joined(
            [
                say("Tờ trình", label, f"{label}.type"),
                say(" số ", label),
                say(number, label, f"{label}.number"),
                say(" ", label),
                say(dates.cited(desk, date), label, f"{label}.date"),
            ]
        )
        desk.set_text(label, shown)
        parts += [" tại ", shown]
    desk.add(Role.BASIS, styled(joined(parts), italic=True), desk.pick((".", ".", ",", ";")))


def opening(paper: Paper, doc: str) -> None:
    """The sentence between the bases and the sections of a plan."""
    desk = paper.desk
    desk.add(
        Role.PARAGRAPH,
        desk.pick(
            (
                f"{cap(paper.own())} ban hành {doc} {paper.matter} với các nội dung cụ thể như sau:",
                f"{cap(paper.own())} xây dựng {doc} {paper.matter} như sau:",
                f"Để chủ động trong việc {paper.matter}, {paper.own()} ban hành {doc} với những nội dung chủ yếu sau đây:",
                f"{cap(paper.own())} ban hành {doc} thực hiện như sau:",
            )
        ),
    )


def cap(text: str) -> str:
    """The text with its first letter large."""
    return text[:1].upper() + text[1:]


def aims(paper: Paper, at: int) -> None:
    """Mục đích, yêu cầu: what obliges nobody by name."""
    desk = paper.desk
    desk.add(
        Role.HEADING,
        say(
            desk.pick(
                ("MỤC ĐÍCH, YÊU CẦU", "MỤC ĐÍCH, YÊU CẦU", "MỤC TIÊU", "MỤC ĐÍCH - YÊU CẦU", "QUAN ĐIỂM, MỤC TIÊU")
            ),
            bold=True,
        ),
        marker=numeral(paper, at),
    )
    marks = desk.pick((("1.", "2."), ("-", "-")))
    for key, mark, title in zip(("purposes", "requirements"), marks, ("Mục đích", "Yêu cầu"), strict=True):
        if mark != "-":
            desk.add(Role.HEADING, say(title, bold=True), marker=mark, level=1)
        for _ in range(desk.chance.randint(1, 3)):
            desk.add(Role.ITEM, paper.said("filler", key), marker="-", level=2)


def contents(paper: Paper, at: int) -> None:
    """What the plan is about, in words that give no work to anyone by name, or a task table."""
    desk = paper.desk
    desk.add(
        Role.HEADING,
        say(
            desk.pick(
                ("NỘI DUNG", "NHIỆM VỤ TRỌNG TÂM", "NỘI DUNG VÀ GIẢI PHÁP", "NHIỆM VỤ CỤ THỂ", "NỘI DUNG THỰC HIỆN")
            ),
            bold=True,
        ),
        marker=numeral(paper, at),
    )
    if desk.odds(0.45):
        task_table(paper, desk.chance.randint(3, 9))
        return
    for _ in range(desk.chance.randint(1, 3)):
        desk.add(Role.ITEM, paper.said("filler", desk.pick(("situations", "requirements"))), marker="-", level=1)


def organisation(paper: Paper, at: int) -> None:
    """Tổ chức thực hiện: units and their work."""
    desk = paper.desk
    desk.add(
        Role.HEADING,
        say(
            desk.pick(
                (
                    "TỔ CHỨC THỰC HIỆN",
                    "TỔ CHỨC THỰC HIỆN",
                    "PHÂN CÔNG NHIỆM VỤ",
                    "TRÁCH NHIỆM THỰC HIỆN",
                    "PHÂN CÔNG THỰC HIỆN",
                )
            ),
            bold=True,
        ),
        marker=numeral(paper, at),
    )
    work(paper, desk.chance.randint(2, 6), level=1)


def work(paper: Paper, count: int, level: int = 0) -> None:
    """So many numbered points of work: unit headings with items, or sentences that name their unit."""
    desk = paper.desk
    style = desk.pick(("sections", "sentences", "mixed", "mixed"))
    for at in range(1, count + 1):
        if style == "sections" or (style == "mixed" and desk.odds(0.55)):
            unit_section(paper, f"{at}.", level)
        else:
            desk.add(Role.ITEM, _sentences(paper), marker=f"{at}.", level=level)


def _sentences(paper: Paper) -> Rich:
    parts: list[str | Rich] = [lead(paper), "."]
    if paper.desk.odds(0.2):
        parts += [" ", lead(paper), "."]
    return joined(parts)


def closing(paper: Paper, mark: str = "./.") -> None:
    """The last paragraph."""
    desk = paper.desk
    text = paper.said("filler", "closings")
    if text.startswith(("Yêu cầu", "Nhận được")) or "các cơ quan, đơn vị phản ánh" in text:
        who = "các cơ quan, đơn vị, địa phương" if "địa phương" in text else "các cơ quan, đơn vị"
        label = desk.assign(assignees=[who], optional=True)
        runs = say(text, label)
        desk.set_text(label, runs)
        desk.add(Role.PARAGRAPH, runs, mark)
        return
    desk.add(Role.PARAGRAPH, text, mark)


__all__ = [
    "Source",
    "aims",
    "bases",
    "cap",
    "capital",
    "closing",
    "contents",
    "numbers_table",
    "numeral",
    "opening",
    "organisation",
    "pinpoint",
    "proposal",
    "work",
]
