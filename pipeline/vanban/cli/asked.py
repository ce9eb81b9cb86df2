"""What one call of ``vanban graph`` asks: a single question, with the options that it takes."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final

from vanban.errors import UsageError
from vanban.messages import text as say

COMMAND: Final = "vanban graph"

_TAKES: Final = {
    "query": {"--timeline", "--relation", "--nodes"},
    "--timeline": {"--relation", "--nodes"},
    "--around": {"--timeline", "--relation", "--nodes", "--depth"},
    "--rests-on": {"--timeline", "--nodes", "--depth"},
    "--path": {"--nodes", "--depth"},
    "--authorities": {"query", "--limit"},
    "--missing": {"--limit"},
}
"""The questions, each with what may be said beside it."""

_QUESTIONS: Final = ("--around", "--path", "--rests-on", "--authorities", "--missing", "query", "--timeline")
"""Which of the options given is the question: the first of these."""


class Form(StrEnum):
    """What ``graph`` writes."""

    table = "table"
    graphml = "graphml"
    csv = "csv"
    json = "json"
    svg = "svg"


@dataclass(frozen=True, slots=True)
class Asked:
    """The options of a call."""

    query: str | None
    around: str | None
    path: tuple[str, str] | None
    rests_on: str | None
    authorities: bool
    missing: bool
    timeline: bool
    relation: list[str]
    depth: int | None
    nodes: int | None
    limit: int | None

    def check(self) -> None:
        """Refuse a call that asks nothing, or what does not go together (:class:`~vanban.errors.UsageError`)."""
        given = [name for name in (*_QUESTIONS, "--relation", "--depth", "--nodes", "--limit") if self._given(name)]
        question = next((name for name in _QUESTIONS if name in given), None)
        if question is None:
            raise UsageError(reason=say("reason.no_question"), command=COMMAND)
        unfit = [name for name in given if name != question and name not in _TAKES[question]]
        if unfit:
            told = ", ".join(map(_shown, unfit))
            raise UsageError(reason=say("reason.not_with", question=_shown(question), names=told), command=COMMAND)

    def _given(self, name: str) -> bool:
        value = getattr(self, name.lstrip("-").replace("-", "_"))
        return value is not None and value is not False and value != []


def _shown(name: str) -> str:
    return say("metavar.query") if name == "query" else name


def form_of(output: Path | None) -> Form:
    """The form that a file's name asks for (``.svg``); a table where there is no file.

    Raises :class:`~vanban.errors.UsageError` where the name tells none.
    """
    if output is None:
        return Form.table
    ending = output.suffix.lower().lstrip(".")
    if ending not in Form.__members__:
        raise UsageError(reason=say("reason.graph_form", path=output), command=COMMAND)
    return Form(ending)
