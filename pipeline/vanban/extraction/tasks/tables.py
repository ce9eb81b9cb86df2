"""Task tables: a row is one assignment; its columns say what, who leads, with whom and when."""

from __future__ import annotations

import re

from vanban.extraction.tasks.charges import deadlines
from vanban.extraction.tasks.cues import actor_at, words
from vanban.extraction.tasks.labels import Labels
from vanban.language.deadlines import recurrence
from vanban.language.text import squeeze
from vanban.layout.model import Block

_WORD = re.compile(r"[^\W\d_]{2}")
_BREAK = re.compile(r"\s*<br\s*/?>\s*", re.IGNORECASE)

_COLUMNS = (
    ("coordinator", "coordinator_columns"),
    ("time", "time_columns"),
    ("lead", "lead_columns"),
    ("task", "task_columns"),
)


def columns(header: list[str]) -> dict[str, int]:
    """Which column of a header holds the task, the lead, the coordinators and the time."""
    found: dict[str, int] = {}
    for at, cell in enumerate(header):
        said = squeeze(_unbroken(cell)).casefold()
        role = _role(said)
        if role and role not in found:
            found[role] = at
    return found


def _role(said: str) -> str | None:
    if not said or len(said) > 80:
        return None
    opening = {
        role: min((said.find(word) for word in words()["labels"][key] if word in said), default=-1)
        for role, key in _COLUMNS
    }
    if opening["task"] == 0:
        return "task"
    return next((role for role, _ in _COLUMNS if opening[role] >= 0), None)


def _unbroken(cell: str) -> str:
    """A cell without line breaks (``<br>``): a name that begins after one is set off, other text runs on."""
    if "<" not in cell:
        return cell
    parts = [part for part in _BREAK.split(cell) if part]
    text = "".join(parts[:1])
    for part in parts[1:]:
        name = part.lstrip("-–+ ")
        text += f"; {name}" if actor_at(name) and text[-1] not in ";:,.(" else f" {part}"
    return text


def row_task(row: Block, issued: str | None) -> tuple[str, Labels] | None:
    """The task of a row and what its columns say; ``None`` for a header, a group's title or a table of another kind."""
    where = columns(row.header)
    if "lead" not in where or "task" not in where or row.cells == row.header:
        return None
    cells = {role: squeeze(_unbroken(row.cells[at])) for role, at in where.items() if at < len(row.cells)}
    task, lead = cells.get("task", ""), cells.get("lead", "")
    titles = not row.cells[0][:1].isdigit() and columns(row.cells).keys() >= {"lead", "task"}
    if not task or not _WORD.search(lead) or titles:
        return None
    labels = Labels()
    labels.add("lead", lead, issued)
    labels.add("coordinator", cells.get("coordinator", ""), issued)
    time = cells.get("time", "")
    labels.deadlines = list(deadlines(time, issued, label=True) if time else deadlines(task, issued))
    labels.recurrence = recurrence(time, label=True) if time else recurrence(task)
    return (task, labels) if labels.leads else None
