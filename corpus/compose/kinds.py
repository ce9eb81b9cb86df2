"""The bodies of the document types (NĐ 30/2020 Điều 7, PL III)."""

from __future__ import annotations

from collections.abc import Callable

from corpus.compose import dates
from corpus.compose.body import (
    aims,
    bases,
    cap,
    closing,
    contents,
    numbers_table,
    numeral,
    opening,
    organisation,
    proposal,
    work,
)
from corpus.compose.citing import law, mention, pinpoint, source
from corpus.compose.paper import Paper
from corpus.compose.receivers import addressees
from corpus.compose.rich import Rich, say
from corpus.compose.tasking import lead, oblige
from corpus.manuscript import Role

Body = Callable[[Paper], str | None]
"""Writes a body and returns what the first item of Nơi nhận points to (``trên``, ``Điều 3``) or nothing."""


def plan(paper: Paper) -> str | None:
    """Kế hoạch, chương trình, phương án, đề án."""
    bases(paper, 1, 4)
    opening(paper, paper.name)
    sections = [aims, contents, organisation] if paper.desk.odds(0.85) else [aims, organisation]
    for at, section in enumerate(sections):
        section(paper, at)
    if paper.desk.odds(0.6):
        closing(paper)
    return None


def letter(paper: Paper) -> str | None:
    """Công văn."""
    desk = paper.desk
    addressees(paper)
    relation, cue = desk.pick(
        (
            ("basis", "Thực hiện "),
            ("basis", "Thực hiện "),
            ("basis", "Căn cứ "),
            ("responds", "Phúc đáp "),
            ("responds", "Trả lời "),
            ("basis", "Triển khai "),
            ("basis", "Theo "),
            ("refers", "Tiếp theo "),
        )
    )
    one = source(desk, paper.scene, paper.issued)
    second: list[str | Rich] = []
    if desk.odds(0.25):
        second = [
            desk.pick((" và ", "; ")),
            mention(
                desk,
                paper.habit,
                source(desk, paper.scene, paper.issued),
                relation,
                fullness=desk.pick(("full", "untitled")),
            ),
        ]
    first = mention(desk, paper.habit, one, relation, fullness=desk.pick(("full", "full", "untitled")))
    if second:
        desk.citations.reverse() if False else None
    tail = desk.pick(
        (
            f", {paper.own()} có ý kiến như sau:",
            f", {paper.own()} đề nghị thực hiện một số nội dung sau:",
            f", {paper.own()} yêu cầu:",
            f"; {paper.own()} chỉ đạo như sau:",
        )
    )
    desk.add(Role.PARAGRAPH, cue, first, *second, tail)
    if desk.odds(0.3):
        desk.add(Role.PARAGRAPH, paper.said("filler", "situations"))
    if desk.odds(0.15):
        desk.add(Role.PARAGRAPH, lead(paper), ".")
    else:
        work(paper, desk.chance.randint(1, 5))
    _end(paper)
    return desk.pick(("trên", "trên", "trên", "kính gửi"))


def _end(paper: Paper) -> None:
    if paper.desk.odds(0.5):
        closing(paper)
    else:
        paper.desk.add(Role.PARAGRAPH, paper.said("filler", "courtesies"), "./.")


def report(paper: Paper) -> str | None:
    """Báo cáo: results, causes and proposals."""
    desk = paper.desk
    to = desk.odds(0.5)
    if to:
        addressees(paper)
    desk.add(
        Role.PARAGRAPH,
        desk.pick(("Thực hiện ", "Căn cứ ", "Theo ")),
        mention(
            desk,
            paper.habit,
            source(desk, paper.scene, paper.issued),
            "basis",
            fullness=desk.pick(("full", "untitled")),
        ),
        f", {paper.own()} báo cáo kết quả như sau:",
    )
    for at, title in enumerate(("TÌNH HÌNH CHUNG", "KẾT QUẢ THỰC HIỆN", "TỒN TẠI, HẠN CHẾ VÀ NGUYÊN NHÂN")):
        desk.add(Role.HEADING, say(title, bold=True), marker=numeral(paper, at))
        for point in range(1, desk.chance.randint(2, 4)):
            parts: list[str | Rich] = [paper.said("filler", "results" if at == 1 else "situations")]
            if desk.odds(0.25):
                parts += [
                    " Việc này đã được nêu tại ",
                    mention(
                        desk,
                        paper.habit,
                        source(desk, paper.scene, paper.issued),
                        "refers",
                        fullness=desk.pick(("short", "untitled")),
                    ),
                    ".",
                ]
            desk.add(Role.ITEM, *parts, marker=f"{point}.", level=1)
        if at == 1 and desk.odds(0.5):
            numbers_table(paper)
    desk.add(Role.HEADING, say(desk.pick(("ĐỀ XUẤT, KIẾN NGHỊ", "KIẾN NGHỊ")), bold=True), marker=numeral(paper, 3))
    work(paper, desk.chance.randint(1, 2), 1)
    desk.add(Role.PARAGRAPH, f"Trên đây là báo cáo của {paper.own()} về {paper.matter}", "./.")
    return "trên" if to else None


def submission(paper: Paper) -> str | None:
    """Tờ trình."""
    desk = paper.desk
    addressees(paper)
    bases(paper, 1, 3)
    desk.add(
        Role.PARAGRAPH,
        f"{cap(paper.own())} kính trình {paper.habit.of(paper.scene.above[0])} xem xét, phê duyệt nội dung {paper.matter} như sau:",
    )
    desk.add(Role.HEADING, say(desk.pick(("Sự cần thiết", "Lý do đề xuất")), bold=True), marker="1.", level=1)
    desk.add(Role.PARAGRAPH, paper.said("filler", "situations"))
    desk.add(Role.HEADING, say(desk.pick(("Nội dung đề xuất", "Dự kiến thực hiện")), bold=True), marker="2.", level=1)
    desk.add(Role.PARAGRAPH, paper.said("filler", "purposes"))
    desk.add(Role.PARAGRAPH, f"{cap(paper.own())} kính trình xem xét, quyết định", "./.")
    return "trên"


def notice(paper: Paper) -> str | None:
    """Thông báo, most often of a meeting's conclusions."""
    desk = paper.desk
    day = dates.day_in(desk, paper.issued.replace(day=1), paper.issued)
    desk.add(
        Role.PARAGRAPH,
        f"Ngày {dates.figures(desk, day)}, {paper.habit.of(paper.scene.boss)} chủ trì cuộc họp về {paper.matter}. Sau khi nghe báo cáo và ý kiến của các đại biểu dự họp, đồng chí kết luận như sau:",
    )
    if desk.odds(0.5):
        desk.add(Role.PARAGRAPH, paper.said("filler", "situations"))
    work(paper, desk.chance.randint(2, 6))
    desk.add(Role.PARAGRAPH, f"{cap(paper.own())} thông báo để các cơ quan, đơn vị biết, thực hiện", "./.")
    return None


def directive(paper: Paper) -> str | None:
    """Chỉ thị, công điện, hướng dẫn."""
    desk = paper.desk
    if paper.code == "CĐ":
        addressees(paper)
    for _ in range(desk.chance.randint(1, 2)):
        desk.add(Role.PARAGRAPH, paper.said("filler", "situations"))
    cue = desk.pick(("Thực hiện ", "Triển khai ", "Để thực hiện "))
    desk.add(
        Role.PARAGRAPH,
        cue,
        mention(
            desk,
            paper.habit,
            source(desk, paper.scene, paper.issued),
            "basis",
            fullness=desk.pick(("full", "untitled")),
        ),
        f", {paper.own()} yêu cầu:" if desk.odds(0.6) else f", {paper.own()} hướng dẫn, chỉ đạo các nội dung sau:",
    )
    work(paper, desk.chance.randint(3, 7))
    if desk.odds(0.5):
        closing(paper)
    return "trên" if paper.code == "CĐ" else None


def invitation(paper: Paper) -> str | None:
    """Giấy mời."""
    desk = paper.desk
    day = dates.day_in(desk, paper.issued, paper.issued.replace(year=paper.issued.year + 1, day=1))
    desk.add(Role.PARAGRAPH, f"{cap(paper.own())} trân trọng kính mời:")
    for name in desk.chance.sample(paper.scene.units, min(3, len(paper.scene.units))):
        desk.add(
            Role.ITEM,
            f"{desk.pick(('Đại diện lãnh đạo', 'Lãnh đạo', 'Ông (bà) Thủ trưởng'))} {paper.habit.of(name)};",
            marker="-",
            level=1,
        )
    desk.add(Role.PARAGRAPH, f"Dự {paper.matter if False else 'cuộc họp về ' + paper.matter}.")
    desk.add(
        Role.PARAGRAPH,
        f"Thời gian: {desk.chance.randint(7, 15)} giờ {desk.pick(('00', '30'))}, ngày {dates.figures(desk, day)}.",
    )
    desk.add(
        Role.PARAGRAPH,
        f"Địa điểm: {desk.pick(('Hội trường tầng 2', 'Phòng họp số 1', 'Hội trường lớn'))}, trụ sở {paper.own()}.",
    )
    if desk.odds(0.5):
        desk.add(Role.PARAGRAPH, lead(paper), ".")
    desk.add(
        Role.PARAGRAPH,
        desk.pick(
            (
                "Rất hân hạnh được đón tiếp",
                "Đề nghị các đại biểu đến dự đúng thành phần và thời gian",
                "Trân trọng kính mời",
            )
        ),
        desk.pick(("./.", "!")),
    )
    if desk.blocks[-1].text.startswith("Đề nghị"):
        label = desk.assign(assignees=["các đại biểu"], optional=True)
        desk.set_text(label, desk.blocks[-1].runs)
    return desk.pick(("thành phần mời", "trên"))


def decision(paper: Paper) -> str | None:
    """Quyết định, nghị quyết: authority, bases, articles."""
    desk = paper.desk
    word = {"QĐ": "QUYẾT ĐỊNH:", "NQ": "QUYẾT NGHỊ:"}[paper.code]
    authority = (
        paper.scene.issuer
        if paper.scene.collective or paper.scene.kind in ("chairman", "council")
        else f"{paper.scene.head} {paper.scene.issuer}"
    )
    if paper.scene.kind == "government":
        authority = paper.scene.issuer
    desk.add(Role.AUTHORITY, say(authority.upper(), bold=True))
    bases(paper, 2, 5)
    proposal(paper)
    desk.add(Role.OPERATIVE, say(word, bold=True))
    articles: list[list[str | Rich]] = [
        [
            desk.pick(
                (
                    f"Phê duyệt kế hoạch {paper.matter} với các nội dung chủ yếu sau đây.",
                    f"Ban hành kèm theo {paper.name} này quy định về {paper.matter}."
                    if False
                    else f"Thống nhất nội dung {paper.matter} tại {paper.scene.scope}.",
                    f"Giao chỉ tiêu {paper.matter} cho các đơn vị.",
                )
            )
        ]
    ]
    for _ in range(desk.chance.randint(0, 2)):
        articles.append([lead(paper), "."])
    if desk.odds(0.5):
        articles.append(_effect(paper))
    number = len(articles) + 1
    units = paper.actors(3, groups=0.5)
    office = desk.pick(("Chánh Văn phòng", "Chánh Văn phòng", "Trưởng phòng Tổng hợp"))
    articles.append([oblige(paper, [office, *[name for name in units if name != office]], paper.name), "./."])
    for at, parts in enumerate(articles, 1):
        desk.add(Role.PARAGRAPH, say(f"Điều {at}. ", bold=True), *parts)
    return desk.pick((f"Điều {number}", f"Điều {number}", "trên"))


def _effect(paper: Paper) -> list[str | Rich]:
    desk = paper.desk
    one = source(desk, paper.scene, paper.issued)
    starts = (
        f"{paper.name} này có hiệu lực {desk.pick(('kể từ ngày ký', 'thi hành kể từ ngày ký', 'từ ngày ký ban hành'))}"
    )
    way = desk.pick(("replaces", "repeals", "amends", "pinned", "none"))
    fullness = desk.pick(("untitled", "full", "short", "dateless"))
    if way == "replaces":
        return [f"{starts} và thay thế ", mention(desk, paper.habit, one, "replaces", fullness=fullness), "."]
    if way == "repeals":
        return [f"{starts}. Bãi bỏ ", mention(desk, paper.habit, one, "repeals", fullness=fullness), "."]
    if way == "pinned":
        return ["Bãi bỏ ", mention(desk, paper.habit, one, "repeals", fullness="untitled", pin=pinpoint(desk)), "."]
    if way == "amends":
        return [
            "Sửa đổi, bổ sung ",
            mention(desk, paper.habit, one, "amends", fullness="untitled", pin=pinpoint(desk)),
            " cho phù hợp với tình hình thực tế.",
        ]
    return [starts, "."]


def minutes(paper: Paper) -> str | None:
    """Biên bản."""
    desk = paper.desk
    day = paper.issued
    desk.add(Role.PARAGRAPH, f"Hôm nay, {dates.words(day)}, tại {paper.own()} đã diễn ra cuộc họp về {paper.matter}.")
    desk.add(Role.HEADING, say("THÀNH PHẦN", bold=True), marker="I.")
    desk.add(Role.ITEM, f"Chủ tọa: {desk.pick(('ông', 'bà'))} {paper.scene.boss}.", marker="-", level=1)
    desk.add(Role.HEADING, say("NỘI DUNG", bold=True), marker="II.")
    desk.add(Role.PARAGRAPH, paper.said("filler", "situations"))
    desk.add(Role.HEADING, say("KẾT LUẬN", bold=True), marker="III.")
    work(paper, desk.chance.randint(1, 3), 1)
    desk.add(Role.PARAGRAPH, "Cuộc họp kết thúc vào lúc 11 giờ 30 phút cùng ngày", "./.")
    return None


def circular(paper: Paper) -> str | None:
    """Thông tư, nghị định, quyết định as VBQPPL: articles with their titles."""
    desk = paper.desk
    bases(paper, 2, 4)
    maker = {"NĐ": "Chính phủ", "TT": paper.scene.boss, "TTLT": paper.scene.boss}.get(paper.code, paper.scene.issuer)
    desk.add(Role.PARAGRAPH, f"{maker} ban hành {paper.name} {paper.subject[0].lower() + paper.subject[1:]}.")
    doc = f"{paper.name} này"
    titles = ["Phạm vi điều chỉnh", "Đối tượng áp dụng", "Nguyên tắc thực hiện"]
    texts: list[list[str | Rich]] = [
        [f"{doc} quy định về {paper.matter}."],
        [f"{doc} áp dụng đối với cơ quan, tổ chức, cá nhân có liên quan đến {paper.matter}."],
        [paper.said("filler", "requirements")],
    ]
    count = desk.chance.randint(1, 3)
    at = 0
    for at in range(1, count + 1):
        desk.add(Role.HEADING, say(titles[at - 1], bold=True), marker=f"Điều {at}.")
        desk.add(Role.PARAGRAPH, *texts[at - 1])
    at += 1
    if desk.odds(0.7):
        one = law(desk, paper.issued) if desk.odds(0.5) else source(desk, paper.scene, paper.issued)
        desk.add(Role.HEADING, say("Trường hợp áp dụng", bold=True), marker=f"Điều {at}.")
        desk.add(
            Role.PARAGRAPH,
            "Trình tự, thủ tục thực hiện theo quy định tại ",
            mention(desk, paper.habit, one, "refers", fullness=desk.pick(("short", "untitled")), pin=pinpoint(desk)),
            ".",
        )
        at += 1
    desk.add(
        Role.HEADING, say(desk.pick(("Trách nhiệm thi hành", "Tổ chức thực hiện")), bold=True), marker=f"Điều {at}."
    )
    for point in range(1, desk.chance.randint(2, 4)):
        desk.add(Role.ITEM, lead(paper), ".", marker=f"{point}.", level=1)
    at += 1
    desk.add(Role.HEADING, say("Hiệu lực thi hành", bold=True), marker=f"Điều {at}.")
    parts: list[str | Rich] = [
        f"{doc} có hiệu lực thi hành kể từ ngày {desk.chance.randint(1, 28):02d} tháng {desk.chance.randint(3, 12)} năm {paper.issued.year + 1}"
    ]
    if desk.odds(0.6):
        old = source(desk, paper.scene, paper.issued)
        parts += [
            desk.pick((" và thay thế ", ". Bãi bỏ ")),
        ]
        relation = "replaces" if "thay" in str(parts[-1]) else "repeals"
        parts.append(mention(desk, paper.habit, old, relation, fullness=desk.pick(("untitled", "full"))))
    desk.add(Role.PARAGRAPH, *parts, "./.")
    return None


BODIES: dict[str, Body] = {
    "KH": plan,
    "CTr": plan,
    "PA": plan,
    "ĐA": plan,
    "CTPH": plan,
    "CV": letter,
    "BC": report,
    "TTr": submission,
    "TB": notice,
    "KL": notice,
    "CT": directive,
    "CĐ": directive,
    "HD": directive,
    "GM": invitation,
    "QĐ": decision,
    "NQ": decision,
    "BB": minutes,
    "TT": circular,
    "NĐ": circular,
    "TTLT": circular,
}
"""Bodies by the type's code."""

NAMES = {
    "KH": "Kế hoạch",
    "CTr": "Chương trình",
    "PA": "Phương án",
    "ĐA": "Đề án",
    "CTPH": "Chương trình phối hợp",
    "CV": "Công văn",
    "BC": "Báo cáo",
    "TTr": "Tờ trình",
    "TB": "Thông báo",
    "KL": "Kết luận",
    "CT": "Chỉ thị",
    "CĐ": "Công điện",
    "HD": "Hướng dẫn",
    "GM": "Giấy mời",
    "QĐ": "Quyết định",
    "NQ": "Nghị quyết",
    "BB": "Biên bản",
    "TT": "Thông tư",
    "NĐ": "Nghị định",
    "TTLT": "Thông tư liên tịch",
}
"""Type names by code."""
