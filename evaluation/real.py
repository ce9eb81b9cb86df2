"""The real documents with their gold: full gold where there is any, else what a row of header values says.

A row is ``{"file", "number", "issue_date", "doc_type", "issuer", "place", "subject", "signer", "flags", "born",
"gold_source"}``; a key that is missing was not labelled. ``born`` is ``scan``, ``digital`` or ``web_text…``.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, Final

from vanban.language.doctypes import by_name
from vanban.language.text import latin, nfc
from vanban.scoring.collection import Example
from vanban.scoring.gold import Gold, load

RETYPED: Final = "repo_info_table"
"""Rows copied from a table that someone typed: the signer stands there in a form of its own."""

_KINDS: Final = {"scan": "scan", "digital": "digital", "web_text": "text"}
"""The kind of source by how a row's ``born`` begins."""


def real_examples(folder: Path) -> list[Example]:
    """The documents of ``folder`` (``docs/``, ``gold/``, ``header_gold.jsonl``) with kind text, digital or scan."""
    return sorted(_examples(folder), key=lambda example: example.name)


def _examples(folder: Path) -> Iterator[Example]:
    for line in (folder / "header_gold.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        path = folder / row["file"]
        full = folder / "gold" / f"{path.stem}.json"
        yield Example(path.stem, path, load(full) if full.exists() else header_gold(row), _kind(row["born"]))


def seed_examples(documents: Path, golds: Path) -> list[Example]:
    """Text documents with full gold of the same name."""
    paths = sorted(documents.glob("*.txt"))
    return [Example(path.stem, path, load(golds / f"{path.stem}.json"), "text") for path in paths]


@cache
def set_aside() -> dict[str, dict[str, Any]]:
    """Header fields with the documents whose value is not used, and why (``set_aside.toml``)."""
    return tomllib.loads(Path(__file__).with_name("set_aside.toml").read_text("utf-8"))


@cache
def by_hand() -> dict[str, list[str]]:
    """Header fields with the documents whose value the page shows in pen or stamp (``by_hand.toml``)."""
    data = tomllib.loads(Path(__file__).with_name("by_hand.toml").read_text("utf-8"))
    return {key: [nfc(name) for name in item["documents"]] for key, item in data.items()}


def header_gold(row: dict[str, Any]) -> Gold:
    """The gold of a row of header values; those of :func:`set_aside` are left out.

    A number without a digit means that the publisher's title was cut in the wrong place: neither number nor
    subject of that row is used. Look-alike letters of other alphabets in a number are put right.
    """
    flags, name = row.get("flags", ()), nfc(Path(row["file"]).stem)
    penned = {key for key, names in by_hand().items() if name in names}
    row = {key: value for key, value in row.items() if not _unused(key, Path(row["file"]).stem)}
    gold: dict[str, Any] = {}
    sound = "number" not in row or any(character.isdigit() for character in row["number"])
    if row.get("number") and sound:
        gold["number"] = _number(latin(nfc(row["number"])), by_hand="handwritten_number" in flags or "number" in penned)
    issued = {"date": row.get("issue_date"), "place": row.get("place")}
    issued = {key: value for key, value in issued.items() if value is not None}
    if issued:
        gold["issued"] = issued | {"handwritten": "handwritten_date" in flags or "issue_date" in penned}
    kind = by_name(row["doc_type"]) if row.get("doc_type") else None
    if kind is not None:
        gold["type"] = kind.code
    if row.get("issuer"):
        gold["issuer"] = row["issuer"]
    if row.get("subject") and sound:
        gold["subject"] = row["subject"]
    if row.get("signer") and not row["gold_source"].startswith(RETYPED):
        gold["signer"] = {"name": row["signer"]}
    return Gold.model_validate(gold)


def _unused(key: str, name: str) -> bool:
    return name in set_aside().get(key, {}).get("documents", ())


def _number(canonical: str, *, by_hand: bool) -> dict[str, Any]:
    return {"canonical": canonical, "handwritten": by_hand} | ({} if by_hand else {"status": "complete"})


def _kind(born: str) -> str:
    return next(kind for start, kind in _KINDS.items() if born.startswith(start))
