"""Documents with their gold: two folders side by side, or one folder that holds both with a list of what is what."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from vanban.errors import FileUnreadable, GoldInvalid
from vanban.messages import Worded
from vanban.scoring.gold import Gold, load

MANIFEST = "manifest.jsonl"


@dataclass(frozen=True, slots=True)
class Example:
    """A document and its gold. ``kind`` and ``grade`` (of a scan's wear) come from a manifest, if there is one."""

    name: str
    path: Path
    gold: Gold
    kind: str | None = None
    grade: str | None = None


@dataclass(slots=True)
class Collection:
    """Examples in the order of their names, and what was left out of them."""

    examples: list[Example] = field(default_factory=list)
    without_document: list[str] = field(default_factory=list)
    without_gold: list[str] = field(default_factory=list)
    unknown_keys: list[str] = field(default_factory=list)
    """Keys in the gold that no rule judges, each once."""


def collect(gold: Path, documents: Path | None = None) -> Collection:
    """The examples of ``gold`` (a folder of ``NAME.json``) and ``documents`` (a folder of ``NAME.pdf`` and so on).

    Without ``documents``, ``gold`` is a folder with ``docs/``, ``gold/`` and ``manifest.jsonl``, one JSON object a
    line with ``name``, ``kind`` and, for scans, ``grade``. Raises :class:`FileUnreadable` for a folder that is not
    there and :class:`GoldInvalid` for gold that cannot be read, or that two documents answer to.
    """
    listed: dict[str, dict[str, Any]] = {}
    if documents is None:
        listed = _manifest(gold / MANIFEST)
        gold, documents = gold / "gold", gold / "docs"
    for folder in (gold, documents):
        if not folder.is_dir():
            raise FileUnreadable(path=folder, reason=Worded("say.not_a_folder"))
    golds = {path.stem: path for path in sorted(gold.glob("*.json"))}
    files = _files(documents, golds)
    found = Collection(
        without_document=sorted(golds.keys() - files.keys()),
        without_gold=sorted(_stems(documents) - golds.keys()),
    )
    unknown: dict[str, None] = {}
    for name in sorted(golds.keys() & files.keys()):
        right = load(golds[name])
        unknown |= dict.fromkeys(_unknown(right))
        row = listed.get(name, {})
        kind, grade = row.get("kind"), row.get("grade")
        example = Example(name, files[name], right, kind and str(kind), None if grade is None else str(grade))
        found.examples.append(example)
    found.unknown_keys = list(unknown)
    return found


def _stems(folder: Path) -> set[str]:
    return {path.stem for path in folder.iterdir() if path.is_file() and path.suffix.lower() != ".json"}


def _files(folder: Path, golds: dict[str, Path]) -> dict[str, Path]:
    files: dict[str, Path] = {}
    for path in sorted(folder.iterdir()):
        if not path.is_file() or path.stem not in golds or path.suffix.lower() == ".json":
            continue
        if path.stem in files:
            raise GoldInvalid(path=golds[path.stem], reason=f"{files[path.stem].name}, {path.name}")
        files[path.stem] = path
    return files


def _manifest(path: Path) -> dict[str, dict[str, Any]]:
    if not path.exists():
        return {}
    rows: dict[str, dict[str, Any]] = {}
    try:
        lines = path.read_text("utf-8").splitlines()
    except UnicodeDecodeError as error:
        raise GoldInvalid(path=path, reason=str(error)) from error
    for number, line in enumerate(lines, 1):
        try:
            row = json.loads(line)
            rows[str(row["name"])] = row
        except (json.JSONDecodeError, KeyError, TypeError) as error:
            raise GoldInvalid(path=path, reason=f"{number}: {error!r}") from error
    return rows


def _unknown(part: BaseModel, above: str = "") -> list[str]:
    names = [f"{above}{key}" for key in part.model_extra or {}]
    for key in type(part).model_fields:
        value = getattr(part, key)
        for inner in value if isinstance(value, list) else [value]:
            if isinstance(inner, BaseModel):
                names += _unknown(inner, f"{above}{key.rstrip('_')}.")
    return names
