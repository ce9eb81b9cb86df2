"""The head of a document: issuer, motto, number, place and date, type, subject, marks, addressees."""

from __future__ import annotations

from typing import Any

from corpus.compose.paper import Paper
from corpus.compose.pools import table
from corpus.compose.rich import Rich, joined, labelled, say
from corpus.compose.scene import Scene
from corpus.manuscript import Role, Run

_MOTTO = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")


def head(paper: Paper) -> None:
    """All lines of the head, for a letter with its subject under the number."""
    desk, scene = paper.desk, paper.scene
    _marks(paper)
    _issuers(paper, scene, 0)
    if scene.joint:
        _issuers(paper, scene.joint, 1)
    if paper.form == "party":
        desk.add(Role.MOTTO, say("ĐẢNG CỘNG SẢN VIỆT NAM", bold=True))
    else:
        name = _MOTTO[0].replace("HÒA", "HOÀ") if desk.odds(0.2) else _MOTTO[0]
        desk.add(Role.MOTTO, say(name, bold=True))
        desk.add(Role.MOTTO, say(_MOTTO[1], bold=True))
    desk.add(Role.NUMBER, _number(paper))
    if paper.code == "CV":
        _letter_subject(paper)
    if paper.code != "BB":
        desk.add(Role.PLACE_DATE, _place_date(paper))
    else:
        day = paper.issued.isoformat()
        desk.gold["issued"] = {"place": None, "date": None, "date_alt": [day], "status": "missing"}
    if paper.code != "CV":
        _titled(paper)


def _marks(paper: Paper) -> None:
    desk = paper.desk
    desk.gold["urgency"] = desk.gold["secrecy"] = None
    share = 0.6 if paper.code == "CĐ" else 0.07
    if desk.odds(share):
        mark = desk.pick(("HỎA TỐC", "HỎA TỐC", "KHẨN", "THƯỢNG KHẨN", "HOẢ TỐC"))
        desk.gold["urgency"] = {
            "HỎA TỐC": "hỏa tốc",
            "HOẢ TỐC": "hỏa tốc",
            "KHẨN": "khẩn",
            "THƯỢNG KHẨN": "thượng khẩn",
        }[mark]
        stamped = desk.odds(0.4)
        desk.add(Role.MARK, say(mark, "urgency", bold=True, by_hand=stamped))
        desk.traits |= {"urgent", *(["stamped_mark"] if stamped else [])}
    if desk.odds(0.025):
        mark = desk.pick(("MẬT", "TỐI MẬT", "MẬT"))
        desk.gold["secrecy"] = mark.lower()
        desk.add(Role.MARK, say(mark, "secrecy", bold=True))
        desk.traits.add("secret")


def _issuers(paper: Paper, scene: Scene, column: int) -> None:
    desk = paper.desk
    for line in scene.parent_lines:
        desk.add(Role.PARENT, say(line.upper(), "issuer.parent"), column=column)
    for line in scene.issuer_lines:
        desk.add(Role.ISSUER, say(line.upper(), "issuer", bold=True), column=column)


def _symbol(paper: Paper) -> tuple[str, str]:
    """The symbol and the mark before it."""
    scene, desk = paper.scene, paper.desk
    codes = [scene.code, *([scene.joint.code] if scene.joint else [])]
    if scene.party:
        return f"{paper.code}/{scene.code}", "-"
    if paper.code == "CV":
        unit = desk.pick(table("agencies")["units"]["codes"])
        return "-".join([*codes, *([unit] if desk.odds(0.85) else [])]), "/"
    return f"{paper.code}-{'-'.join(codes)}", "/"


def _number(paper: Paper) -> Rich:
    desk = paper.desk
    symbol, mark = _symbol(paper)
    normative = desk.gold["genre"] == "normative"
    year = str(paper.issued.year) if normative else None
    opening = (
        desk.pick(("Số: ", "Số: ", "Số: ", "Số : ", "Số:"))
        if not paper.scene.party
        else desk.pick(("Số ", "Số ", "Số: "))
    )
    tail = f"/{year}" if year else ""
    gold: dict[str, Any] = {"serial": None, "year": year, "symbol": symbol, "canonical": None, "status": "blank"}
    if "blank_number" in desk.traits:
        desk.gold["number"] = gold
        blank = desk.pick(("      ", "         ", "    ", "…", "....", "……"))
        shown = joined([say(blank, "number.serial"), tail, mark, say(symbol, "number.symbol")])
        return labelled(joined([opening, shown]), "number")
    serial = f"{desk.chance.randint(1, desk.pick((9, 99, 900, 6000))):02d}"
    if desk.odds(0.02):
        serial += desk.pick("abc")
    gold |= {"serial": serial, "canonical": f"{serial}{tail}{mark}{symbol}", "status": "complete"}
    hand = "hand_number" in desk.traits
    if hand:
        gold["handwritten"] = True
    desk.gold["number"] = gold
    spaced = desk.pick((f" {mark} ", f"{mark} ")) if desk.odds(0.04) and not hand and not normative else mark
    parts: list[str | Rich] = [
        opening,
        say(serial, "number.serial", by_hand=hand),
        tail,
        spaced,
        say(symbol, "number.symbol"),
    ]
    return labelled(joined(parts), "number")


def _place_date(paper: Paper) -> Rich:
    desk, day = paper.desk, paper.issued
    place = say(paper.scene.place, "issued.place", italic=True)
    gold: dict[str, Any] = {"place": paper.scene.place, "date": day.isoformat(), "status": "complete"}
    desk.gold["issued"] = gold
    month = f"{day.month:02d}" if day.month < 3 or desk.odds(0.1) else str(day.month)
    if "blank_day" in desk.traits:
        blank = desk.pick(("      ", "    ", "…", "....", "   "))
        gold["status"] = "blank"
        whole = desk.odds(0.6)
        gold["date"] = f"{day.year}-{day.month:02d}" if whole else str(day.year)
        if not whole:
            gold["date_alt"] = [None]
        text = (
            f"ngày{blank if blank[0] == ' ' else ' ' + blank + ' '}tháng {month} năm {day.year}"
            if whole
            else f"ngày {blank.strip() or '     '} tháng {blank.strip() or '     '} năm {day.year}"
        )
        return joined([place, say(", ", italic=True), say(text, "issued.date", italic=True)])
    if "hand_day" in desk.traits:
        gold["handwritten"] = True
        runs: tuple[Run, ...] = (
            Run("ngày ", ("issued.date",), italic=True),
            Run(f"{day.day:02d}", ("issued.date", "issued.day"), italic=True, by_hand=True),
            Run(" tháng ", ("issued.date",), italic=True),
            *_hand_month(paper, month),
            Run(f" năm {day.year}", ("issued.date",), italic=True),
        )
        return joined([place, say(", ", italic=True), runs])
    hour = (
        f"hồi {desk.chance.randint(7, 22)} giờ {desk.pick(('00', '30', '15'))} phút, "
        if paper.code == "CĐ" and desk.odds(0.3)
        else ""
    )
    text = f"ngày {day.day:02d} tháng {month} năm {day.year}"
    return joined([place, say(", " + hour, italic=True), say(text, "issued.date", italic=True)])


def _hand_month(paper: Paper, month: str) -> Rich:
    by_hand = paper.desk.odds(0.35)
    return (Run(month, ("issued.date", "issued.month"), italic=True, by_hand=by_hand),)


def _letter_subject(paper: Paper) -> None:
    desk = paper.desk
    opening = "" if paper.scene.party and desk.odds(0.8) else desk.pick(("V/v ", "V/v ", "V/v: ", "Về việc ", "V/v "))
    subject = paper.subject
    desk.add(Role.SUBJECT, opening, say(subject, "subject", italic=paper.scene.party))
    desk.gold["subject"] = subject


def _titled(paper: Paper) -> None:
    desk = paper.desk
    desk.add(Role.TYPE, say(paper.name.upper(), "type", bold=True))
    if paper.subject:
        desk.add(Role.SUBJECT, say(paper.subject, "subject", bold=True))
    desk.gold["subject"] = paper.subject or None
