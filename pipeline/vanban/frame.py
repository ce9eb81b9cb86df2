"""The command line's frame in the language in force: headings of the help, and calls that Typer refuses.

Typer has no Vietnamese. What it lets one override is overridden; a heading that another version words otherwise stays
English, and so does a refusal that is not known here.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from difflib import get_close_matches
from typing import Any, Final

import typer
from typer.core import TyperCommand, TyperGroup

from vanban.errors import UsageError
from vanban.messages import catalogue
from vanban.messages import text as say

REFUSED: Final[type[Exception]] = typer.BadParameter.__mro__[2]
"""What Typer raises for a wrong call: the base of its errors, which has no public name of its own."""

_OPENS: Final = r"(?:(?<=\[)|(?<=; )|(?<=  ))"
_HEADINGS: Final = {
    "usage": "^{}",
    "arguments": "^{}$",
    "options": "^{}$",
    "commands": "^{}$",
    "any_options": "{}",
    "any_command": "{}",
    "required": rf"{_OPENS}{{}}(?=\])",
    "default": rf"{_OPENS}{{}}",
    "variable": rf"{_OPENS}{{}}",
}
"""Where on the page of help the words of ``frame.*`` stand."""


def worded(page: str) -> str:
    """A page of help with Typer's own words in the language in force."""
    for key, place in _HEADINGS.items():
        english = catalogue()[f"frame.{key}"]["en"]
        page = re.sub(place.format(re.escape(english)), say(f"frame.{key}"), page, flags=re.MULTILINE)
    return page


def explain(command: TyperGroup | TyperCommand) -> None:
    """Give each option and argument its words, by its command's name and its own, or its own alone."""
    for parameter in command.params:
        for part in ("help", "metavar"):
            group = "option" if part == "help" else "metavar"
            for key in (f"{group}.{command.name}_{parameter.name}", f"{group}.{parameter.name}"):
                if key in catalogue() and hasattr(parameter, part):
                    setattr(parameter, part, say(key))
                    break


class Command(TyperCommand):
    """A command whose help is worded."""

    def get_help(self, ctx: Any) -> str:
        """The page that ``--help`` prints."""
        return worded(super().get_help(ctx))

    def get_help_option(self, ctx: Any) -> Any:
        """The option ``--help``."""
        return _worded_option(super().get_help_option(ctx))


class Query(Command):
    """A command whose words may begin with a minus (``-từ`` leaves out what has the word)."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Put the words behind ``--``, so that only what the command knows is taken for an option."""
        known: list[Any] = [parameter for parameter in self.params if parameter.param_type_name == "option"]
        takes = {
            name: 0 if option.is_flag else option.nargs
            for option in known
            for name in (*option.opts, *option.secondary_opts)
        }
        options: list[str] = []
        words: list[str] = []
        at = 0
        while at < len(args):
            here, at = args[at], at + 1
            if here == "--":
                words += args[at:]
                break
            if not _is_option(here, takes):
                words.append(here)
                continue
            options.append(here)
            values = takes.get(here, 0)
            if at + values > len(args):
                return super().parse_args(ctx, args)  # which tells that the value is not there
            options += args[at : at + values]
            at += values
        return super().parse_args(ctx, [*options, "--", *words])


def _is_option(word: str, known: dict[str, int]) -> bool:
    """Whether a word is meant for an option: ``--x``, ``-n``, ``-n5``; but ``-nghèo`` is a word of the query."""
    if word.startswith("--"):
        return len(word) > 2
    return word in known or (word[:2] in known and not word[2:3].isalpha())


class Group(TyperGroup):
    """The command tree, whose help is worded and which knows what was meant by a misspelt command."""

    def get_help(self, ctx: Any) -> str:
        """The page that ``--help`` prints."""
        return worded(super().get_help(ctx))

    def get_help_option(self, ctx: Any) -> Any:
        """The option ``--help``."""
        return _worded_option(super().get_help_option(ctx))

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """The command that ``args`` begin with. Raises :class:`~vanban.errors.UsageError` where there is none."""
        if args and self.get_command(ctx, args[0]) is None:
            near = get_close_matches(args[0], self.list_commands(ctx), n=1)
            raise UsageError(reason=say("frame.no_command", name=args[0]) + _near(near))
        return super().resolve_command(ctx, args)


def _worded_option(option: Any) -> Any:
    if option is not None:
        option.help = say("option.help")
    return option


def refusal(error: Any) -> UsageError:
    """Typer's refusal of a call as an error of ours, in words by its kind."""
    known = _KINDS.get(type(error).__name__)
    told = known(error) if known else None
    context = getattr(error, "ctx", None)
    return UsageError(
        reason=(told or _extra(error) or error.format_message()).rstrip("."),
        command=context.command_path if context else "vanban",
    )


def _missing(error: Any) -> str | None:
    return say("frame.missing", what=error.param.metavar or error.param.name) if error.param else None


def _no_option(error: Any) -> str:
    return say("frame.no_option", name=error.option_name) + _near(sorted(error.possibilities or ()))


def _no_value(error: Any) -> str:
    several = re.search(r"requires (\d+) arguments", error.format_message())
    if several:
        return say("frame.no_values", name=error.option_name, count=several[1])
    return say("frame.no_value", name=error.option_name)


def _bad_value(error: Any) -> str | None:
    if error.param is None:
        return None
    name = next(iter(error.param.opts), error.param.name)
    return say("frame.bad_value", name=name, wanted=(error.param.help or "").rstrip("."))


def _extra(error: Any) -> str | None:
    found = re.fullmatch(r"Got unexpected extra arguments?(?:\(s\))? \((.*)\)\.?", error.format_message())
    return say("frame.extra", words=found.group(1)) if found else None


def _near(names: list[str]) -> str:
    return say("frame.near", names=", ".join(names)) if names else ""


_KINDS: Final[dict[str, Callable[[Any], str | None]]] = {
    "MissingParameter": _missing,
    "NoSuchOption": _no_option,
    "BadOptionUsage": _no_value,
    "BadParameter": _bad_value,
}
