"""Labelled task lists: ``- Cơ quan thực hiện: …``, ``- Thời gian: …`` under (or beside) the task they are of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from vanban.extraction.tasks.charges import deadlines
from vanban.extraction.tasks.cues import actor_at, cues
from vanban.extraction.tasks.grammar import end_of_names
from vanban.extraction.tasks.naming import actor_names
from vanban.language.deadlines import recurrence
from vanban.layout.model import Block
from vanban.record import Recurrence

_REACH = 90
_ROLES = ("both", "coordinator", "direct", "time", "other", "lead")
_INLINE = re.compile(r"(?:^|[.;(\-–+]\s*|\.\s+)(?=[A-ZĐa-zđ])")
_OFFICE = re.compile(r"(?:Đơn vị|Cơ quan) (?:chủ trì|phối hợp) (?=[A-ZĐ])")


@dataclass(slots=True)
class Labels:
    """What the labels of one task say."""

    leads: list[str] = field(default_factory=list)
    coordinators: list[str] = field(default_factory=list)
    deadlines: list[str] = field(default_factory=list)
    recurrence: Recurrence | None = None

    def add(self, role: str, value: str, issued: str | None) -> None:
        """Take one label's value in."""
        value = value.strip(" .;:")
        if role in {"lead", "both"}:
            self.leads += [name for name in actor_names(value, people=True) if name not in self.leads]
        elif role == "coordinator":
            self.coordinators += [name for name in actor_names(value, people=True) if name not in self.coordinators]
        elif role == "time":
            self.deadlines += [day for day in deadlines(value, issued, label=True) if day not in self.deadlines]
            self.recurrence = self.recurrence or recurrence(value, label=True)


def label_of(text: str) -> tuple[str, str] | None:
    """The role of a block that is a label, and the value that follows its colon (empty: it stands below)."""
    if ":" not in text[:_REACH] and len(text) > _REACH:
        return None
    match = cues().label.match(text)
    if match is None or match.group().isupper():
        return None
    rest = text[match.end() :].lstrip()
    role = next(name for name in _ROLES if match[name])
    if rest and rest[0] not in ":.":
        lost_colon = role in {"lead", "coordinator"} and _OFFICE.match(text) and actor_at(rest)
        return (role, rest) if lost_colon else None
    return role, rest[1:].strip()


def inline_labels(text: str) -> Iterator[tuple[int, str, str]]:
    """Labels inside a paragraph (``… (Cơ quan chủ trì: A; thời gian: quý II/2024)``): where, role, value."""
    marks = []
    for gap in _INLINE.finditer(text):
        match = cues().label.match(text, gap.end())
        if match and text[match.end() : match.end() + 8].lstrip().startswith(":"):
            marks.append((gap.start(), text.index(":", match.end()) + 1, next(name for name in _ROLES if match[name])))
    for (start, value, role), following in zip(marks, [*marks[1:], (len(text), 0, "")], strict=False):
        yield start, role, text[value : following[0]].strip(" .;()")


def values(block: Block, role: str, value: str) -> Iterator[tuple[str, str]]:
    """The role's values at a label block: behind its colon, or in the items below it (which may be labels again)."""
    if value:
        yield role, value
        return
    for child in block.children:
        inner = label_of(child.text)
        if inner:
            yield from values(child, *inner)
        else:
            yield role, child.text


def _holds_names(block: Block, role: str, value: str) -> bool:
    """Whether a label without a value is one: what stands below is names, or labels again, and no section of tasks."""
    if value:
        return True
    below = [label_of(child.text) or ("", child.text) for child in block.children]
    return bool(below) and all(
        inner or (role != "time" and (actor_at(text) and end_of_names(text, 0)[1] == "end")) or text.startswith("(")
        for inner, text in below
    )


@dataclass(slots=True)
class LabelledTasks:
    """Tasks that labels belong to (by block identity), and every block that is a label or its value."""

    tasks: dict[int, Labels] = field(default_factory=dict)
    consumed: set[int] = field(default_factory=set)


def labelled_tasks(blocks: list[Block], issued: str | None) -> LabelledTasks:
    """Find the labels among blocks in reading order and the tasks that they are of."""
    result = LabelledTasks()
    peers = _peers(blocks)
    for block in blocks:
        if id(block) in result.consumed:
            continue
        found = label_of(block.text) if block.kind != "row" else None
        if found is None or found[0] == "other" or not _holds_names(block, *found):
            continue
        for inner in _below(block):
            result.consumed.add(id(inner))
        targets = _targets(block, peers.get(id(block.parent), []))
        for role, value in values(block, *found):
            for target in targets:
                result.tasks.setdefault(id(target), Labels()).add(role, value, issued)
    result.tasks = {task: labels for task, labels in result.tasks.items() if labels.leads}
    return result


def _peers(blocks: list[Block]) -> dict[int, list[Block]]:
    peers: dict[int, list[Block]] = {}
    for block in blocks:
        peers.setdefault(id(block.parent), []).append(block)
    return peers


def _below(block: Block) -> Iterator[Block]:
    yield block
    for child in block.children:
        yield from _below(child)


def _targets(block: Block, peers: list[Block]) -> list[Block]:
    """The tasks of a label: the item before an unmarked one, the leaves of the items before it, or the item above it.

    Items count back to the labels before them, which belong to other tasks.
    """
    at = next((at for at, peer in enumerate(peers) if peer is block), 0)
    while at and label_of(peers[at - 1].text) is not None:
        at -= 1
    content: list[Block] = []
    while at and label_of(peers[at - 1].text) is None:
        at -= 1
        content.insert(0, peers[at])
    items = [peer for peer in content if peer.children or peer.kind != "heading"]
    if not items:
        return [block.parent] if block.parent is not None else []
    if block.marker is None or block.parent is None:
        items = items[-1:]
    return [leaf for item in items for leaf in _leaves(item) if label_of(leaf.text) is None]


def _leaves(block: Block) -> Iterator[Block]:
    items = [child for child in block.children if child.marker is not None]
    if not items:
        yield block
    for child in items:
        yield from _leaves(child)
