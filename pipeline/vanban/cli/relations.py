"""Relations as people name them on the command line: ``basis``, ``căn cứ`` or ``can-cu``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import get_close_matches

from vanban.errors import UsageError
from vanban.language.text import fold
from vanban.messages import catalogue, language
from vanban.messages import text as say


def chosen(names: Sequence[str], *, command: str) -> list[str]:
    """The codes of relations by their names; several may stand in one, with commas between.

    Raises :class:`~vanban.errors.UsageError` for a name that is none.
    """
    known = {plain: code for code, *others in _names() for plain in (code, *others)}
    codes = []
    for name in (part for names_ in names for part in names_.split(",") if part.strip()):
        code = known.get(_plain(name))
        if code is None:
            near = get_close_matches(_plain(name), known, n=1)
            told = ", ".join(shown())
            meant = say("frame.near", names=near[0]) if near else ""
            raise UsageError(reason=say("reason.relation", name=name, names=told) + meant, command=command)
        codes.append(code)
    return codes


def shown() -> list[str]:
    """The names that help and completion offer in the language in force."""
    return [typed if language() == "vi" else code for code, typed in _names()]


def complete(incomplete: str) -> list[tuple[str, str]]:
    """The names that begin as typed, each with its words (shell completion)."""
    return [
        (name, say(f"relation.{code}"))
        for name, (code, _) in zip(shown(), _names(), strict=True)
        if name.startswith(_plain(incomplete))
    ]


def _names() -> Iterator[tuple[str, str]]:
    for key, words in catalogue().items():
        group, _, code = key.partition(".")
        if group == "relation":
            yield code, _plain(words["vi"])


def _plain(name: str) -> str:
    return "-".join(fold(name).split())
