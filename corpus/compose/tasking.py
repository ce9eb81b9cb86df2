"""Sentences, items and table rows that give work, with their gold."""

from __future__ import annotations

from corpus.compose import dates
from corpus.compose.citing import law, mention, pinpoint, source
from corpus.compose.citing_more import WAYS, pointing_back
from corpus.compose.dates import When
from corpus.compose.paper import Paper
from corpus.compose.people import person
from corpus.compose.pools import table
from corpus.compose.rich import Rich, capital, fill, joined, labelled, say, styled
from corpus.manuscript import Role

_NONE = When("")
_OWN_CLAUSE = ("thực hiện", "thời", "từ", "xong", "hoàn thành", "hạn", "kết thúc", "phấn đấu", "không muộn")


def task(paper: Paper) -> tuple[str, str | None]:
    """A task as a phrase in small letters, and the recurrence that its words tell."""
    desk = paper.desk
    if desk.odds(0.45):
        text = paper.said("whole")
    else:
        text = work_phrase(paper)
        if desk.odds(0.4):
            text += desk.pick((", ", " và ", "; ", "; đồng thời ")) + work_phrase(paper)
    recurrence = None
    if desk.odds(0.3):
        manner = desk.word("tasks", "manners", fresh=False)
        recurrence = "ongoing" if manner.startswith("thường xuyên") else None
        text = manner + text
    if desk.odds(0.3):
        text += desk.word("tasks", "aims", fresh=False)
    return text, recurrence


def work_phrase(paper: Paper) -> str:
    """A verb with one of the things that it goes with."""
    desk = paper.desk
    group = desk.pick(table("tasks")["works"])
    return f"{desk.drawn(group['verbs'], fresh=False)} {paper.filled(desk.drawn(group['objects']))}"


def _deadline(paper: Paper, share: float = 0.45) -> When:
    return dates.due(paper.desk, paper.issued) if paper.desk.odds(share) else _NONE


def _timed(paper: Paper, when: When, label: str) -> Rich:
    """The deadline behind a task."""
    if not when.text:
        return ()
    desk = paper.desk
    mark = say(when.text, f"{label}.deadlines.0")
    if when.text.startswith(_OWN_CLAUSE):
        return joined([", ", mark])
    report = desk.word("phrases", "amount", fresh=False).replace("{above}", paper.above())
    ways: tuple[list[str | Rich], ...] = ([f"; {report} ", mark], [f" và {report} ", mark], [f", {report} ", mark])
    if when.text.startswith(("trước", "trong", "chậm", "muộn")):
        ways += ([", ", mark], [" ", mark], [", ", mark], [", trình cấp có thẩm quyền xem xét ", mark])
    return joined(desk.pick(ways))


def _note(paper: Paper, label: str, when: When, recurrence: str | None) -> None:
    note = paper.desk.assignments[int(label.split(".")[1])]
    note["deadlines"] = list(when.values)
    if when.alternatives:
        note["deadlines_alt"] = [list(values) for values in when.alternatives]
    note["recurrence"] = when.recurrence or recurrence


def _cited(paper: Paper) -> Rich:
    """A mention of a document inside a task, at its end."""
    desk = paper.desk
    cue = desk.word("phrases", "sources", fresh=False)
    if desk.odds(0.2):
        back = pointing_back(paper)
        if back:
            return joined([cue, back])
    if desk.odds(0.25):
        return joined([cue, desk.pick(WAYS)(paper, "refers")])
    one = law(desk, paper.issued) if desk.odds(0.3) else source(desk, paper.scene, paper.issued)
    lawful = one.type in ("Luật", "Bộ luật", "Nghị định", "Thông tư", "Quyết định")
    pin = pinpoint(desk) if desk.odds(0.25) and lawful else None
    fullness = desk.pick(("short", "short", "untitled", "dateless"))
    return joined([cue, mention(desk, paper.habit, one, "refers", fullness=fullness, pin=pin)])


def lead(paper: Paper) -> Rich:
    """A sentence that names its unit (without its closing mark)."""
    desk = paper.desk
    units = paper.actors()
    label = desk.assign(assignees=units)
    frames = table("sentences")
    slots: dict[str, str | Rich] = {"unit": paper.names(units, f"{label}.assignees")}
    if desk.odds(0.12) and len(units) == 1:
        template = desk.drawn(frames["behind"], fresh=False)
    elif desk.odds(0.45):
        partners = paper.partners(units)
        desk.assignments[-1]["coordinators"] = partners
        slots["with"] = paper.names(partners, f"{label}.coordinators", desk.pick((" và ", " và ", ", ")))
        template = desk.drawn(frames["lead_with"], fresh=False)
    else:
        template = desk.drawn(frames["lead"], fresh=False)
    return _sentence(paper, template, slots, label)


def _sentence(paper: Paper, template: str, slots: dict[str, str | Rich], label: str) -> Rich:
    desk = paper.desk
    words, recurrence = task(paper)
    work: Rich = say(words)
    if desk.odds(0.1) and not template.endswith("{unit} thực hiện{when}") and "do {unit}" not in template:
        work = joined([work, _cited(paper)])
    when = _deadline(paper)
    _note(paper, label, when, recurrence)
    slots |= {"task": work, "when": _timed(paper, when, label), "own": paper.own()}
    text = labelled(capital(fill(template, **slots)), label)
    desk.set_text(label, text)
    return text


def item(paper: Paper, units: list[str]) -> tuple[Rich, str]:
    """An item under a heading that names its units, and its label."""
    desk = paper.desk
    label = desk.assign(assignees=units)
    slots: dict[str, str | Rich] = {}
    frames = table("sentences")
    if desk.odds(0.35):
        partners = paper.partners(units)
        desk.assignments[-1]["coordinators"] = partners
        slots["with"] = paper.names(partners, f"{label}.coordinators")
        template = desk.drawn(frames["item_with"], fresh=False)
    else:
        template = "{Task}{when}" if desk.odds(0.5) else desk.drawn(frames["item"], fresh=False)
    return _sentence(paper, template, slots, label), label


_MARKERS = ("a", "b", "c", "d", "đ", "e", "g", "h", "i", "k")


def unit_section(paper: Paper, marker: str, level: int) -> None:
    """A heading that names its units and the items below it."""
    desk = paper.desk
    units = paper.actors(2)
    style = desk.pick(("letters", "dashes", "dashes", "decimal" if marker[0].isdigit() else "dashes"))
    count = desk.chance.randint(2, 5) if desk.odds(0.85) else 1
    items = [item(paper, units) for _ in range(count)]
    paths = [f"{label}.assignees" for _, label in items]
    template = "{unit}" if desk.odds(0.4) else desk.drawn(table("sentences")["heads"], fresh=False)
    names = joined_names(paper, units, paths)
    desk.add(Role.HEADING, styled(capital(fill(template, unit=names)), bold=desk.odds(0.8)), marker=marker, level=level)
    close = desk.pick((".", ".", ";"))
    for at, (text, _) in enumerate(items):
        mark = {
            "letters": f"{_MARKERS[at]})",
            "dashes": desk.pick(("-",)),
            "decimal": f"{marker.rstrip('.-')}.{at + 1}.",
        }[style]
        desk.add(Role.ITEM, text, "." if at == len(items) - 1 else close, marker=mark, level=level + 1)


def joined_names(paper: Paper, units: list[str], paths: list[str]) -> Rich:
    """The names of a heading, labelled for every item that they are passed to."""
    parts: list[str | Rich] = []
    for at, name in enumerate(units):
        if at:
            parts.append(" và " if at == len(units) - 1 else ", ")
        parts.append(say(paper.habit.of(name), *[f"{path}.{at}" for path in paths]))
    return joined(parts)


_COLUMNS = (
    ("STT", "Nội dung công việc", "Đơn vị chủ trì", "Đơn vị phối hợp", "Thời gian hoàn thành"),
    ("TT", "Nhiệm vụ", "Chủ trì", "Phối hợp", "Thời hạn"),
    ("STT", "Nội dung", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian thực hiện"),
    ("TT", "Nội dung nhiệm vụ", "Đơn vị thực hiện", "Đơn vị phối hợp", "Tiến độ"),
    ("Số TT", "Công việc cụ thể", "Cơ quan, đơn vị chủ trì", "Cơ quan, đơn vị phối hợp", "Hoàn thành"),
    ("STT", "Nhiệm vụ, giải pháp", "Đơn vị chủ trì", "Thời gian hoàn thành"),
    ("TT", "Nội dung", "Người, đơn vị thực hiện", "Thời gian"),
)


def task_table(paper: Paper, rows: int) -> None:
    """A table whose rows are assignments: task, lead unit, partners, time."""
    desk = paper.desk
    desk.traits.add("task_table")
    columns = desk.pick(_COLUMNS)
    found: list[tuple[Rich, ...]] = [tuple(say(name, bold=True) for name in columns)]
    group, grouped = 0, desk.odds(0.25)
    for at in range(1, rows + 1):
        if grouped and at % 4 == 1:
            group += 1
            heading = (
                say(paper.said("filler", "requirements").rstrip("."), bold=True)
                if desk.odds(0.2)
                else say(f"Nhóm nhiệm vụ về {paper.matter}" if group == 1 else f"Nhóm nhiệm vụ thứ {group}", bold=True)
            )
            found.append((say("I" * group if group < 4 else "IV", bold=True), heading, *[() for _ in columns[2:]]))
        found.append(_row(paper, at, columns))
    desk.add(Role.TABLE, rows=tuple(found))


def _row(paper: Paper, at: int, columns: tuple[str, ...]) -> tuple[Rich, ...]:
    desk = paper.desk
    units = paper.actors(2)
    label = desk.assign(assignees=units)
    words, recurrence = task(paper)
    when = dates.column(desk, paper.issued) if desk.odds(0.9) else _NONE
    _note(paper, label, when, recurrence)
    text = labelled(capital(say(words)), label)
    desk.set_text(label, text)
    between = desk.pick((", ", "; "))
    cells: list[Rich] = [say(str(at)), text, capital(paper.names(units, f"{label}.assignees", between))]
    if len(columns) == 5:
        partners = paper.partners(units) if desk.odds(0.75) else []
        desk.assignments[int(label.split(".")[1])]["coordinators"] = partners
        cells.append(
            capital(paper.names(partners, f"{label}.coordinators", between))
            if partners
            else say(desk.pick(("", "", "-")))
        )
    cells.append(say(when.text, f"{label}.deadlines.0", label) if when.text else ())
    return tuple(cells)


def numbers_table(paper: Paper) -> None:
    """A table of figures, which gives no work."""
    desk = paper.desk
    head = desk.pick(
        (
            ("STT", "Chỉ tiêu", "Kế hoạch", "Thực hiện", "Tỷ lệ (%)"),
            ("TT", "Tên đơn vị", "Số lượng", "Ghi chú"),
            ("STT", "Họ và tên", "Chức vụ", "Đơn vị công tác"),
        )
    )
    rows: list[tuple[Rich, ...]] = [tuple(say(name, bold=True) for name in head)]
    for at in range(1, desk.chance.randint(3, 7)):
        if head[1] == "Họ và tên":
            cells = [
                str(at),
                person(desk),
                desk.pick(("Chuyên viên", "Phó Trưởng phòng", "Trưởng phòng", "Thành viên")),
                paper.habit.of(desk.pick(paper.scene.units)),
            ]
        elif head[1] == "Tên đơn vị":
            cells = [
                str(at),
                paper.habit.of(desk.pick(paper.scene.units)),
                str(desk.chance.randint(2, 300)),
                desk.pick(("", "Đạt", "Chưa báo cáo")),
            ]
        else:
            cells = [
                str(at),
                capital(say(paper.said("whole")))[0].text,
                str(desk.chance.randint(20, 900)),
                str(desk.chance.randint(20, 900)),
                f"{desk.chance.randint(40, 120)},{desk.chance.randint(1, 9)}",
            ]
        rows.append(tuple(say(cell) for cell in cells))
    desk.add(Role.TABLE, rows=tuple(rows))


def oblige(paper: Paper, units: list[str], doc: str) -> Rich:
    """The sentence of the last article: who carries the document out."""
    desk = paper.desk
    label = desk.assign(assignees=units)
    template = desk.drawn(table("sentences")["oblige"], fresh=False)
    if "các tổ chức, cá nhân có liên quan" in template:
        desk.assignments[-1]["assignees"] = [*units, "các tổ chức, cá nhân có liên quan"]
    mark = desk.pick(("; ", ", "))
    parts: list[str | Rich] = []
    for at, name in enumerate(units):
        parts += [mark if at else "", say(paper.habit.of(name), f"{label}.assignees.{at}")]
    text = labelled(capital(fill(template, units=joined(parts), doc=doc)), label)
    desk.set_text(label, text)
    return text
