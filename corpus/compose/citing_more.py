"""The rarer ways of citing: lists, carriers, amended acts, papers without a number, words that point back."""

from __future__ import annotations

import datetime as dt

from corpus.compose import dates
from corpus.compose.citing import Source, mention, pinned_mention, source
from corpus.compose.paper import Paper
from corpus.compose.pools import table
from corpus.compose.rich import Rich, joined, labelled, say


def listed(paper: Paper, relation: str) -> Rich:
    """``các Nghị định của Chính phủ: số 63/2010/NĐ-CP ngày …; số 92/2017/NĐ-CP ngày …``: type and issuer carry on."""
    desk = paper.desk
    kind, code, issuer = desk.pick(
        (
            ("Nghị định", "NĐ-CP", "Chính phủ"),
            ("Quyết định", "QĐ-TTg", "Thủ tướng Chính phủ"),
            ("Chỉ thị", "CT-TTg", "Thủ tướng Chính phủ"),
        )
    )
    after = desk.odds(0.4)
    days = sorted(_before(paper, 30, 2500) for _ in range(desk.chance.randint(2, 3)))
    parts: list[str | Rich] = [f"các {kind} " if after else f"các {kind} của {issuer}: "]
    for at, day in enumerate(days):
        number = f"{desk.chance.randint(1, 170):02d}/{f'{day.year}/' if code == 'NĐ-CP' else ''}{code}"
        label = desk.cite(
            type=kind, number=number, date=day.isoformat(), issuer=issuer, relation=relation, issuer_alt=[None]
        )
        shown = labelled(
            joined(["số ", say(number, f"{label}.number"), " ", say(dates.cited(desk, day), f"{label}.date")]), label
        )
        desk.set_text(label, shown)
        parts += [("; " if not after else ", ") if at else "", shown]
    return joined([*parts, f" của {issuer}" if after else ""])


def amended(paper: Paper, relation: str) -> Rich:
    """A decree with the decree that amended it: the second is mentioned only."""
    desk = paper.desk
    first, second = sorted((_decree(paper), _decree(paper)), key=lambda one: one.date)
    parts: list[str | Rich] = [mention(desk, paper.habit, first, relation, fullness="full")]
    parts += [
        desk.pick((" (được sửa đổi, bổ sung bởi ", ", được sửa đổi, bổ sung tại ", " đã được sửa đổi, bổ sung theo "))
    ]
    parts += [mention(desk, paper.habit, second, "refers", fullness="untitled", relation_alt=[relation])]
    return joined([*parts, ")" if "(" in str(parts[1]) else ""])


def carried(paper: Paper, relation: str) -> Rich:
    """``Quy chế ban hành kèm theo Quyết định số …``, ``Phụ lục III ban hành kèm theo …``."""
    desk = paper.desk
    one = source(desk, paper.scene, paper.issued)
    while one.type not in ("Quyết định", "Nghị định", "Thông tư"):
        one = source(desk, paper.scene, paper.issued)
    if desk.odds(0.4):
        appendix = desk.pick(("I", "II", "III", "IV"))
        return joined(
            [
                f"Phụ lục {appendix} ban hành kèm theo ",
                mention(desk, paper.habit, one, relation, fullness="untitled", pinpoint={"appendix": appendix}),
            ]
        )
    carrier = desk.pick(("Quy chế", "Quy định", "Danh mục", "Bộ tiêu chí"))
    return joined([f"{carrier} ban hành kèm theo ", mention(desk, paper.habit, one, relation, fullness="untitled")])


def unnumbered(paper: Paper, relation: str) -> Rich:
    """A paper cited by its day alone, or by a number without a symbol."""
    desk = paper.desk
    day = _before(paper, 5, 60)
    kind = desk.pick(("Tờ trình", "Báo cáo", "Công văn", "Biên bản", "Thông báo"))
    issuer = desk.pick(paper.scene.units)
    number = str(desk.chance.randint(2, 400)) if desk.odds(0.5) else None
    label = desk.cite(type=kind, number=number, date=day.isoformat(), issuer=issuer, relation=relation)
    parts: list[str | Rich] = [kind, " "]
    parts += ["số ", say(number, f"{label}.number"), " "] if number else []
    parts += [say(dates.cited(desk, day), f"{label}.date"), " của ", say(paper.habit.of(issuer), f"{label}.issuer")]
    shown = labelled(joined(parts), label)
    desk.set_text(label, shown)
    return shown


def several_articles(paper: Paper, relation: str) -> Rich:
    """``khoản 1 và khoản 3 Điều 7``, ``các điều 4, 5 và 6``, ``điểm a, điểm c khoản 2 Điều 9``."""
    desk = paper.desk
    one = source(desk, paper.scene, paper.issued)
    low = desk.chance.randint(1, 6)
    a, b = str(low), str(low + desk.chance.randint(1, 3))
    article = str(desk.chance.randint(3, 40))
    shown, pin = desk.pick(
        (
            (f"khoản {a}, khoản {b} Điều {article}", {"article": article, "clause": f"{a}, {b}"}),
            (f"khoản {a} và khoản {b} Điều {article}", {"article": article, "clause": f"{a}, {b}"}),
            (f"Điều {a} và Điều {b}", {"article": f"{a}, {b}"}),
            (f"điểm a, điểm c khoản {a} Điều {article}", {"article": article, "clause": a, "point": "a, c"}),
        )
    )
    return pinned_mention(desk, paper.habit, one, relation, shown, pin)


def pointing_back(paper: Paper) -> Rich | None:
    """``Quyết định nêu trên``: takes the values of the last citation of its type; none if nothing fits.

    To list it is right, and not to list it as well.
    """
    desk = paper.desk
    known = [
        one
        for one in desk.citations
        if one["number"] and not one["refers_back"] and one["type"] not in ("Luật", "Bộ luật")
    ]
    if not known:
        return None
    one = known[-1]
    if sum(other["type"] == one["type"] for other in desk.citations) > 1:
        return None
    words = f"{one['type']} {desk.pick(('nêu trên', 'trên', 'nói trên', 'đã dẫn'))}"
    label = desk.cite(
        type=one["type"],
        number=one["number"],
        date=one["date"],
        issuer=one["issuer"],
        relation="refers",
        refers_back=True,
        optional=True,
    )
    shown = say(words, label)
    desk.set_text(label, shown)
    return shown


def _before(paper: Paper, least: int, most: int) -> dt.date:
    return paper.issued - dt.timedelta(days=paper.desk.chance.randint(least, most))


def _decree(paper: Paper) -> Source:
    desk = paper.desk
    day = _before(paper, 30, 2500)
    one = desk.pick([one for one in table("agencies")["ministries"] if one["name"].startswith("Bộ")])
    number = desk.chance.randint(1, 150)
    if desk.odds(0.6):
        return Source("Nghị định", f"{number:02d}/{day.year}/NĐ-CP", day, "Chính phủ", "", "")
    return Source("Thông tư", f"{number:02d}/{day.year}/TT-{one['code']}", day, one["name"], "", "")


WAYS = (listed, amended, carried, unnumbered, several_articles)
"""The rarer ways of citing, each for a paper and a relation."""
