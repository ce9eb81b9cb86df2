"""Text of labelled runs, and templates that are filled with it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TypeAlias

from corpus.manuscript import Run

Rich: TypeAlias = tuple[Run, ...]
"""A stretch of text as runs."""

_SLOT = re.compile(r"\{(\w+)\}")


def say(text: str, *labels: str, bold: bool = False, italic: bool = False, by_hand: bool = False) -> Rich:
    """One run; nothing for an empty text."""
    return (Run(text, labels, bold, italic, by_hand),) if text else ()


def rich(text: str | Rich) -> Rich:
    """The text as runs."""
    return say(text) if isinstance(text, str) else text


def joined(parts: list[str | Rich], between: str = "") -> Rich:
    """The parts one after the other."""
    found: list[Run] = []
    for at, part in enumerate(parts):
        if at and between:
            found.append(Run(between))
        found.extend(rich(part))
    return tuple(found)


def labelled(text: str | Rich, *labels: str) -> Rich:
    """The text with more labels on every run."""
    return tuple(Run(run.text, (*run.labels, *labels), run.bold, run.italic, run.by_hand) for run in rich(text))


def styled(text: str | Rich, *, bold: bool = False, italic: bool = False) -> Rich:
    """The text in bold or italic."""
    return tuple(Run(run.text, run.labels, run.bold or bold, run.italic or italic, run.by_hand) for run in rich(text))


def plain(text: Rich) -> str:
    """The words of the runs."""
    return "".join(run.text for run in text)


def capital(text: Rich) -> Rich:
    """The text with its first letter large."""
    for at, run in enumerate(text):
        if run.text:
            return (*text[:at], replace(run, text=run.text[0].upper() + run.text[1:]), *text[at + 1 :])
    return text


def fill(template: str, **slots: str | Rich) -> Rich:
    """The template with its ``{slots}`` filled; ``{Slot}`` is the slot with a capital."""
    found: list[Run] = []
    at = 0
    for match in _SLOT.finditer(template):
        if match.start() > at:
            found.append(Run(template[at : match.start()]))
        name = match[1]
        value = slots[name] if name in slots else slots[name[0].lower() + name[1:]]
        value = rich(value)
        found.extend(value if name in slots else capital(value))
        at = match.end()
    if at < len(template):
        found.append(Run(template[at:]))
    return (
        capital(tuple(found))
        if found and template.startswith("{") and at and found[0].text[:1].islower()
        else tuple(found)
    )
