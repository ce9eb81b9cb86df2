"""Calls of the command line within the test's process."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from vanban import cli, messages


@dataclass(frozen=True, slots=True)
class Call:
    """What a call left with, and what it wrote."""

    status: object
    out: str
    err: str


def call(capsys: pytest.CaptureFixture[str], *arguments: object, lang: str = "en") -> Call:
    """Run ``vanban`` with these arguments, in English unless told otherwise."""
    try:
        with pytest.raises(SystemExit) as left:
            cli.main(["--lang", lang, *map(str, arguments)])
    finally:
        messages.choose(None)
    return Call(left.value.code, *capsys.readouterr())
