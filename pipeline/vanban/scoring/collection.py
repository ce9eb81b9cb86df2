"""Documents with their gold: two folders side by side, or one folder that holds both with a list of what is what."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NoReturn
from unicodedata import normalize

from pydantic import BaseModel

from vanban.errors import FolderUnreadable, GoldInvalid
from vanban.scoring import judges
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
    unjudged: list[str] = field(default_factory=list)
    """Examples whose gold holds nothing that any rule judges."""
    unknown_keys: list[str] = field(default_factory=list)
    """Keys in the gold that no rule judges, each once."""


def _raise(error: GoldInvalid) -> NoReturn:
    raise error


def collect(
    gold: Path, documents: Path | None = None, *, broken: Callable[[GoldInvalid], object] = _raise
) -> Collection:
    """The examples of ``gold`` (a folder of ``NAME.json``) and ``documents`` (a folder of ``NAME.pdf`` and so on).

    Without ``documents``, ``gold`` is a folder with ``docs/``, ``gold/`` and ``manifest.jsonl``, one JSON object a
    line with ``name``, ``kind`` and, for scans, ``grade``. Gold that cannot be read, or that two documents answer to,
    is told to ``broken`` as :class:`GoldInvalid` and left out; unless told otherwise, it is raised. Raises
    :class:`FolderUnreadable` for a folder that is not there and :class:`GoldInvalid` for a manifest that is none.
    """
    listed: dict[str, dict[str, Any]] = {}
    if documents is None:
        listed = _manifest(gold / MANIFEST)
        gold, documents = gold / "gold", gold / "docs"
    golds = {_name(path): path for path in _files(gold) if _is_gold(path)}
    files: dict[str, list[Path]] = {}
    for path in _files(documents):
        if not _is_gold(path):
            files.setdefault(_name(path), []).append(path)
    found = Collection(
        without_document=sorted(golds.keys() - files.keys()), without_gold=sorted(files.keys() - golds.keys())
    )
    unknown: dict[str, None] = {}
    for name in sorted(golds.keys() & files.keys()):
        try:
            right = _gold_of(golds[name], files[name])
        except GoldInvalid as error:
            broken(error)
            continue
        unknown |= dict.fromkeys(_unknown(right))
        if not judges(right):
            found.unjudged.append(name)
        row = listed.get(name, {})
        kind, grade = row.get("kind"), row.get("grade")
        example = Example(name, files[name][0], right, kind and str(kind), None if grade is None else str(grade))
        found.examples.append(example)
    found.unknown_keys = list(unknown)
    return found


def _files(folder: Path) -> list[Path]:
    """The files of a folder in order, but those that systems hide there (``.DS_Store``, ``._a.pdf``)."""
    try:
        return sorted(path for path in folder.iterdir() if path.is_file() and not path.name.startswith("."))
    except OSError as error:
        raise FolderUnreadable(path=folder, reason=error.strerror or str(error)) from error


def _is_gold(path: Path) -> bool:
    return path.suffix.lower() == ".json"


def _name(path: Path) -> str:
    """A file's name without its suffix, in one writing: some systems part letters from their marks."""
    return normalize("NFC", path.stem)


def _gold_of(gold: Path, documents: list[Path]) -> Gold:
    if len(documents) > 1:
        raise GoldInvalid(path=gold, reason=", ".join(path.name for path in documents))
    return load(gold)


def _manifest(path: Path) -> dict[str, dict[str, Any]]:
    if not path.exists():
        return {}
    rows: dict[str, dict[str, Any]] = {}
    try:
        lines = path.read_text("utf-8-sig").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise GoldInvalid(path=path, reason=str(error)) from error
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
            rows[normalize("NFC", str(row["name"]))] = row
        except (ValueError, KeyError, TypeError) as error:
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
