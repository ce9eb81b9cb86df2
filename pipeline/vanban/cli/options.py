"""Options and arguments that several commands take."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from vanban.cli.relations import complete

Store_ = Annotated[str, typer.Option("--store", "-s", envvar="VANBAN_STORE")]
Lang = Annotated[str | None, typer.Option("--lang", hidden=True)]
Ocr = Annotated[bool, typer.Option("--ocr/--no-ocr")]
Json = Annotated[bool, typer.Option("--json")]
JsonErrors = Annotated[bool, typer.Option("--json-errors")]
Output = Annotated[Path | None, typer.Option("--output", "--out", "-o")]
Limit = Annotated[int | None, typer.Option("--limit", "-n", min=1)]
Offset = Annotated[int, typer.Option("--offset", min=0)]

Relations = Annotated[list[str] | None, typer.Option("--relation", "-r", autocompletion=complete)]

STORE = "vanban.db"
"""The store where none is named."""
