"""The bodies that are made of articles: decisions, resolutions, circulars, decrees (NĐ 30/2020 PL III 1.1–1.3)."""

from __future__ import annotations

from corpus.compose.annexes import issued_with
from corpus.compose.body import bases, proposal
from corpus.compose.citing import law, mention, pinpoint, source
from corpus.compose.citing_more import several_articles
from corpus.compose.paper import Paper
from corpus.compose.pools import table
from corpus.compose.rich import Rich, say
from corpus.compose.tasking import lead, oblige
from corpus.manuscript import Role

_CHILDREN = ("Quy chế", "Quy định", "Kế hoạch", "Đề án", "Chương trình")


def decision(paper: Paper) -> str | None:
    """Quyết định, nghị quyết: authority, bases, articles."""
    desk = paper.desk
    desk.add(Role.AUTHORITY, say(_authority(paper).upper(), bold=True))
    bases(paper, 2, 5)
    proposal(paper)
    desk.add(Role.OPERATIVE, say({"QĐ": "QUYẾT ĐỊNH:", "NQ": "QUYẾT NGHỊ:"}[paper.code], bold=True))
    articles: list[list[str | Rich]] = [[_first(paper)]]
    for _ in range(desk.pick((0, 1, 1, 2))):
        articles.append([lead(paper), "."])
    if desk.odds(0.5):
        articles.append(effect(paper))
    units = paper.actors(3, groups=0.5)
    office = desk.pick(("Chánh Văn phòng", "Chánh Văn phòng", "Trưởng phòng Tổng hợp"))
    articles.append([oblige(paper, [office, *[name for name in units if name != office]], paper.name), "./."])
    for at, parts in enumerate(articles, 1):
        desk.add(Role.PARAGRAPH, say(f"Điều {at}. ", bold=True), *parts)
    return desk.pick((f"Điều {len(articles)}", f"Điều {len(articles)}", "trên"))


def _authority(paper: Paper) -> str:
    scene = paper.scene
    if scene.collective or scene.kind in ("chairman", "council", "government"):
        return scene.issuer
    if scene.kind == "office":
        return f"{scene.head} {scene.own.removeprefix('Văn phòng ')}"
    head = scene.head.split()
    if head[-1].casefold() == scene.issuer.split()[0].casefold():
        head = head[:-1]
    return f"{' '.join(head)} {scene.issuer}" if head[-1] != "tra" else scene.boss


def _first(paper: Paper) -> str:
    """What the first article decides; what it issues stands behind."""
    desk = paper.desk
    if not desk.odds(0.3):
        return paper.turn("decide")
    paper.child = desk.pick(_CHILDREN)
    paper.after.append(issued_with)
    return paper.turn("issue").replace("{child}", paper.child)


def effect(paper: Paper) -> list[str | Rich]:
    """When it takes force, and what it replaces, repeals or amends."""
    desk = paper.desk
    one = source(desk, paper.scene, paper.issued)
    starts = paper.turn("effect")
    way = desk.pick(("replaces", "repeals", "amends", "pinned", "several", "corrects", "none"))
    fullness = desk.pick(("untitled", "full", "short", "dateless"))
    if way == "replaces":
        return [f"{starts} và thay thế ", mention(desk, paper.habit, one, "replaces", fullness=fullness), "."]
    if way == "repeals":
        cue = desk.pick((". Bãi bỏ ", "; bãi bỏ ", ". Hủy bỏ "))
        return [f"{starts}{cue}", mention(desk, paper.habit, one, "repeals", fullness=fullness), "."]
    if way == "pinned":
        return ["Bãi bỏ ", mention(desk, paper.habit, one, "repeals", fullness="untitled", pin=pinpoint(desk)), "."]
    if way == "several":
        return ["Bãi bỏ ", several_articles(paper, "repeals"), "."]
    if way == "amends":
        shown = mention(desk, paper.habit, one, "amends", fullness="untitled", pin=pinpoint(desk))
        return ["Sửa đổi, bổ sung ", shown, " cho phù hợp với tình hình thực tế."]
    if way == "corrects":
        return [
            "Đính chính ",
            mention(desk, paper.habit, one, "corrects", fullness="untitled"),
            " do có sai sót về kỹ thuật trình bày.",
        ]
    return [starts, "."]


def circular(paper: Paper) -> str | None:
    """Thông tư, nghị định, thông tư liên tịch: articles with their titles."""
    desk = paper.desk
    bases(paper, 2, 4)
    maker = {"NĐ": "Chính phủ", "TT": paper.scene.boss, "TTLT": paper.scene.boss}[paper.code]
    desk.add(Role.PARAGRAPH, f"{maker} ban hành {paper.name} {paper.subject[0].lower() + paper.subject[1:]}.")
    at = _general(paper, 1)
    if desk.odds(0.7):
        at = _ruling(paper, at)
    desk.add(Role.HEADING, say(desk.word("phrases", "duty_articles", fresh=False), bold=True), marker=f"Điều {at}.")
    for point in range(1, desk.chance.randint(2, 4)):
        desk.add(Role.ITEM, lead(paper), ".", marker=f"{point}.", level=1)
    desk.add(Role.HEADING, say("Hiệu lực thi hành", bold=True), marker=f"Điều {at + 1}.")
    day = f"ngày {desk.chance.randint(1, 28):02d} tháng {desk.chance.randint(3, 12)} năm {paper.issued.year + 1}"
    parts: list[str | Rich] = [f"{paper.name} này có hiệu lực thi hành kể từ {day}"]
    if desk.odds(0.6):
        cue, relation = desk.pick(((" và thay thế ", "replaces"), (". Bãi bỏ ", "repeals")))
        old = source(desk, paper.scene, paper.issued)
        parts += [cue, mention(desk, paper.habit, old, relation, fullness=desk.pick(("untitled", "full")))]
    desk.add(Role.PARAGRAPH, *parts, "./.")
    return None


def _general(paper: Paper, at: int) -> int:
    desk = paper.desk
    titles = table("phrases")["general_articles"]
    texts = (
        f"{paper.name} này quy định về {paper.matter}.",
        f"{paper.name} này áp dụng đối với cơ quan, tổ chức, cá nhân có liên quan đến {paper.matter}.",
        paper.said("filler", "requirements"),
    )
    if desk.odds(0.35):
        one = law(desk, paper.issued) if desk.odds(0.5) else source(desk, paper.scene, paper.issued)
        guided = mention(desk, paper.habit, one, "guides", fullness="untitled", pin=pinpoint(desk))
        desk.add(Role.HEADING, say(titles[0], bold=True), marker=f"Điều {at}.")
        cue = desk.pick((" này quy định chi tiết ", " này hướng dẫn thi hành "))
        desk.add(Role.PARAGRAPH, f"{paper.name}{cue}", guided, f" về {paper.matter}.")
        return at + 1
    for title, text in list(zip(titles, texts, strict=True))[: desk.chance.randint(1, 3)]:
        desk.add(Role.HEADING, say(title, bold=True), marker=f"Điều {at}.")
        desk.add(Role.PARAGRAPH, text)
        at += 1
    return at


def _ruling(paper: Paper, at: int) -> int:
    desk = paper.desk
    one = law(desk, paper.issued) if desk.odds(0.5) else source(desk, paper.scene, paper.issued)
    desk.add(
        Role.HEADING,
        say(desk.pick(("Trường hợp áp dụng", "Trình tự thực hiện", "Nguyên tắc áp dụng")), bold=True),
        marker=f"Điều {at}.",
    )
    cue = desk.word("phrases", "rule_articles", fresh=False)
    shown = mention(desk, paper.habit, one, "refers", fullness=desk.pick(("short", "untitled")), pin=pinpoint(desk))
    desk.add(Role.PARAGRAPH, cue, shown, ".")
    return at + 1
