"""The fields that a query may name, their other names, and the words their values may take."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final, Literal

from vanban import messages
from vanban.language import doctypes
from vanban.store.terms import plain

Kind = Literal[
    "words", "type", "number", "cites", "date", "from", "to", "due_from", "due_to", "genre", "status", "doubt"
]


@dataclass(frozen=True, slots=True)
class QueryField:
    """One field: ``name`` as documented, ``aliases`` beside it (all without marks), ``columns`` it looks in."""

    name: str
    aliases: tuple[str, ...]
    kind: Kind
    columns: tuple[str, ...] = ()

    @property
    def help(self) -> str:
        """What it finds, with an example, in the language in force."""
        return messages.text(f"field.{self.name}")


FIELDS: Final = (
    QueryField("loai", ("type",), "type", ("type",)),
    QueryField("so", ("number",), "number"),
    QueryField("trich-yeu", ("subject",), "words", ("subject",)),
    QueryField("co-quan", ("issuer",), "words", ("issuer",)),
    QueryField("noi-ban-hanh", ("place",), "words", ("place", "issuer")),
    QueryField("nguoi-ky", ("signer",), "words", ("signer",)),
    QueryField("noi-nhan", ("kinh-gui", "recipient", "recipients"), "words", ("recipients",)),
    QueryField("giao", ("assignee",), "words", ("assignees",)),
    QueryField("trich-dan", ("vien-dan", "cites"), "cites"),
    QueryField("nam", ("year", "ngay", "date"), "date"),
    QueryField("tu", ("from",), "from"),
    QueryField("den", ("to",), "to"),
    QueryField("han-tu", ("due-from",), "due_from"),
    QueryField("han-den", ("due-to",), "due_to"),
    QueryField("the-loai", ("genre",), "genre"),
    QueryField("trang-thai", ("status",), "status"),
    QueryField("nghi-van", ("review", "doubt"), "doubt"),
)
"""Every field of the query language. Names may be typed with marks as well (``loại:``)."""

GENRES: Final[Mapping[str, tuple[str, ...]]] = {
    "administrative": ("hành chính",),
    "normative": ("quy phạm", "quy phạm pháp luật", "qppl"),
    "party": ("đảng",),
    "other": ("khác",),
}
STATUSES: Final[Mapping[str, tuple[str, ...]]] = {
    "complete": ("đủ", "đầy đủ"),
    "partial": ("một phần", "thiếu trang"),
    "blank": ("trống", "để trống"),
    "handwritten": ("viết tay",),
    "missing": ("không số", "không có số"),
}
YES_NO: Final[Mapping[str, tuple[str, ...]]] = {"yes": ("có",), "no": ("không",)}


MOST_NEAR = 5
"""Types that are named to who asked for one that is not known."""


@cache
def types() -> dict[str, str]:
    """Every name and code of a document type, folded, with what it is written as."""
    entries = doctypes.types()
    return {
        plain(name): name
        for entry in reversed(entries)
        for name in (*entry.alias, *entry.alias_codes, entry.name, entry.code)
    }


def types_near(value: str) -> list[str]:
    """Names and codes of types that a value is nearly, or else the codes of all administrative ones."""
    from difflib import get_close_matches

    near = get_close_matches(plain(value), types(), MOST_NEAR)
    known = (entry.code for entry in doctypes.types() if entry.coded and "administrative" in entry.genres)
    return [types()[name] for name in near] or list(known)


@cache
def named(name: str) -> QueryField | None:
    """The field that a name or alias means, however it is typed."""
    key = plain(name).replace(" ", "-")
    return next((field for field in FIELDS if key == field.name or key in field.aliases), None)


def choice(choices: Mapping[str, tuple[str, ...]], value: str) -> str | None:
    """The choice that a value means: its code or one of its Vietnamese names, with marks or without."""
    wanted = plain(value)
    return next((code for code, names in choices.items() if wanted == code or wanted in map(plain, names)), None)
