"""What vanban is made of: ``vanban schema`` and ``vanban doctor``."""

from __future__ import annotations

import json

import typer

from vanban import batch
from vanban.cli.options import Json, Lang


def schema(lang: Lang = None) -> None:
    from vanban.record import json_schema

    typer.echo(json.dumps(json_schema(), ensure_ascii=False, indent=2))


def doctor(as_json: Json = False, lang: Lang = None) -> None:
    from dataclasses import asdict

    from vanban.doctor import checks
    from vanban.tables import checks_table

    found = checks()
    if as_json:
        typer.echo(json.dumps([asdict(item) for item in found], ensure_ascii=False, indent=2))
    else:
        batch.console().print(checks_table(found))
    raise typer.Exit(4 if any(item.required and not item.found for item in found) else 0)
