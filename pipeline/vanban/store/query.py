"""The query language: from what a person types to a tree of conditions.

Words stand beside each other for *and*; ``OR`` joins what stands on its two sides, brackets group, a
minus excludes, quotes make a phrase, a star at the end lets a word go on. A word typed with marks means
itself; without marks it means every word that folds to it. ``field:value`` looks in one field
(:data:`~vanban.store.fields.FIELDS`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any, NoReturn

from vanban.errors import QueryInvalid
from vanban.language.text import nfc
from vanban.messages import Worded
from vanban.store import fields
from vanban.store.edtf import Span, typed
from vanban.store.fields import QueryField
from vanban.store.fulltext import EVERYWHERE, Phrase
from vanban.store.terms import exact, folded, marked, number_key, plain, words

MAX_LENGTH = 1_000
"""Longest query, in characters."""

MAX_DEPTH = 20
"""Deepest nesting of brackets."""

EARLIEST, LATEST = "0001-01-01", "9999-12-31"


@dataclass(frozen=True, slots=True)
class Text:
    """The document holds one of these phrases; ``number`` is set where the words look like a document number."""

    phrases: tuple[Phrase, ...]
    number: str | None = None


@dataclass(frozen=True, slots=True)
class Number:
    """The document's number, or one that it cites, is ``key`` or begins with it."""

    key: str
    prefix: bool
    cited: bool = False


@dataclass(frozen=True, slots=True)
class Dates:
    """The date of issue (or a deadline) has a day in common with the span."""

    span: Span
    due: bool = False


@dataclass(frozen=True, slots=True)
class Equals:
    """A column of the documents has this value."""

    column: str
    value: str


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something (or the named field) of the record waits for a person's look; ``wanted`` false: nothing does."""

    wanted: bool
    field: str | None = None


@dataclass(frozen=True, slots=True)
class And:
    """All of the parts hold; without parts: every document."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Or:
    """One of the parts holds."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """The part does not hold."""

    part: Node


Node = Text | Number | Dates | Equals | Doubt | And | Or | Not

_QUOTES = str.maketrans("“”„«»", '"""""')
_TOKEN = re.compile(
    r"""(?P<space>[\s\x00-\x1f]+)
      | (?P<or>OR(?=[\s()]|$)|\|)
      | (?P<and>AND(?=[\s()]|$))
      | (?P<open>\() | (?P<close>\))
      | (?P<minus>-(?=[\w"(]))
      | (?P<field>[^\W\d_][\w-]*):(?P<loose>(?=[\s()]|$))?
      | "(?P<phrase>[^"]*)"(?P<star>\*)?
      | (?P<quote>")
      | (?P<word>[^\s"()|]+)""",
    re.VERBOSE,
)
_NUMBER_LIKE = re.compile(r"\w+(?:[/-]\w+)+\Z")


def parse(query: str) -> Node:
    """The conditions of a query; an empty one holds for every document.

    Raises :class:`~vanban.errors.QueryInvalid`, whose reason names the place.
    """
    return _Parser(query).parse()


class _Parser:
    def __init__(self, query: str) -> None:
        self.query = nfc(query).translate(_QUOTES)
        self.depth = 0
        if len(self.query) > MAX_LENGTH:
            self.fail("query_long", 0, limit=MAX_LENGTH)
        if any("\ud800" <= char <= "\udfff" for char in self.query):
            self.fail("query_characters", 0)
        self.tokens = [match for match in _TOKEN.finditer(self.query) if match.lastgroup != "space"]
        self.at = 0

    def parse(self) -> Node:
        node = self.either(None)
        if token := self.peek():
            self.fail("query_closed", token.start())
        if node is None and self.query.strip():
            self.fail("query_empty", 0)
        return node or And(())

    def either(self, field: QueryField | None) -> Node | None:
        """``a b OR c``: what stands between two ORs belongs together."""
        sides = [self.together(field)]
        while (token := self.peek()) and token.lastgroup == "or":
            self.at += 1
            sides.append(self.together(field))
            if sides[-1] is None or sides[-2] is None:
                self.fail("query_or", token.start())
        parts = tuple(side for side in sides if side is not None)
        return Or(parts) if len(parts) > 1 else sides[0]

    def together(self, field: QueryField | None) -> Node | None:
        parts: list[Node] = []
        while (token := self.peek()) and token.lastgroup not in ("or", "close"):
            if token.lastgroup == "and":
                self.at += 1
            elif part := self.term(field):
                parts.append(part)
        parts = _one_span(parts)
        return And(tuple(parts)) if len(parts) > 1 else parts[0] if parts else None

    def term(self, field: QueryField | None) -> Node | None:
        token = self.tokens[self.at]
        self.at += 1
        match token.lastgroup:
            case "minus":
                following = self.peek()
                part = self.term(field) if following and following.lastgroup not in ("or", "and") else None
                return Not(part) if part else None
            case "open":
                return self.group(token, field)
            case "quote":
                self.fail("query_quote", token.start())
            case "field" | "loose":
                return self.field(token, field)
            case "phrase" | "star":
                return self.value(field, token["phrase"], token.start(), quoted=True, prefix=bool(token["star"]))
        word = token["word"]
        return self.value(field, word, token.start(), quoted=False, prefix=word.endswith("*"))

    def group(self, opened: re.Match[str], field: QueryField | None) -> Node | None:
        self.depth += 1
        if self.depth > MAX_DEPTH:
            self.fail("query_deep", opened.start())
        node = self.either(field)
        if not (token := self.peek()) or token.lastgroup != "close":
            self.fail("query_open", opened.start())
        self.at += 1
        self.depth -= 1
        return node

    def field(self, token: re.Match[str], outer: QueryField | None) -> Node | None:
        found = fields.named(token["field"])
        if found is None:
            # "Kính gửi: Sở Y tế", pasted from a document, is words; "laoi:KH" is a slip to tell about.
            if token.lastgroup == "loose":
                return self.value(outer, token["field"], token.start(), quoted=False, prefix=False)
            self.fail("query_field", token.start(), name=token["field"], names=", ".join(f.name for f in fields.FIELDS))
        following = self.peek()
        if not following or following.lastgroup not in ("phrase", "star", "word", "open", "quote"):
            self.fail("query_no_value", token.start(), name=found.name)
        node = self.term(found)
        if node is None:
            self.fail("query_no_value", token.start(), name=found.name)
        return node

    def value(self, field: QueryField | None, value: str, at: int, *, quoted: bool, prefix: bool) -> Node | None:
        if field is None or field.kind == "words":
            return _text(value, field.columns if field else EVERYWHERE, quoted=quoted, prefix=prefix)
        return _VALUES[field.kind](self, field, value, at)

    def type(self, field: QueryField, value: str, at: int) -> Node | None:
        if plain(value) and not value.endswith("*") and plain(value) not in fields.types():
            self.fail("query_choice", at, name=field.name, value=value, values=", ".join(fields.types_near(value)))
        # A type is indexed as one word for its code and one for its name, so it is found as a whole.
        return _text("".join(words(value)), field.columns, quoted=False, prefix=value.endswith("*"))

    def number(self, field: QueryField, value: str, at: int) -> Node | None:
        key = number_key(value.rstrip("*"))
        if not key:
            return None
        return Number(key, prefix=value.endswith("*"), cited=field.kind == "cites")

    def dates(self, field: QueryField, value: str, at: int) -> Node:
        span = typed("".join(value.split()))
        if span is None:
            self.fail("query_date", at, value=value)
        low = EARLIEST if field.kind in ("to", "due_to") else span.first
        high = LATEST if field.kind in ("from", "due_from") else span.last
        return Dates(Span(low, high), due=field.kind.startswith("due"))

    def genre(self, field: QueryField, value: str, at: int) -> Node:
        return Equals("genre", self.choice(fields.GENRES, field, value, at))

    def status(self, field: QueryField, value: str, at: int) -> Node:
        code = self.choice(fields.STATUSES, field, value, at)
        return Equals("status" if code in ("complete", "partial") else "number_status", code)

    def doubt(self, field: QueryField, value: str, at: int) -> Node:
        code = fields.choice(fields.YES_NO, value)
        return Doubt(code != "no", None if code else value.casefold())

    def choice(self, choices: Mapping[str, tuple[str, ...]], field: QueryField, value: str, at: int) -> str:
        code = fields.choice(choices, value)
        if code is None:
            self.fail("query_choice", at, name=field.name, value=value, values=", ".join(choices))
        return code

    def peek(self) -> re.Match[str] | None:
        return self.tokens[self.at] if self.at < len(self.tokens) else None

    def fail(self, reason: str, at: int, **params: object) -> NoReturn:
        raise QueryInvalid(query=self.query[:200], reason=Worded(f"reason.{reason}", at=at + 1, **params))


_VALUES: dict[str, Callable[[Any, QueryField, str, int], Node | None]] = {
    "type": _Parser.type,
    "number": _Parser.number,
    "cites": _Parser.number,
    "date": _Parser.dates,
    "from": _Parser.dates,
    "to": _Parser.dates,
    "due_from": _Parser.dates,
    "due_to": _Parser.dates,
    "genre": _Parser.genre,
    "status": _Parser.status,
    "doubt": _Parser.doubt,
}


def _text(value: str, columns: tuple[str, ...], *, quoted: bool, prefix: bool) -> Text | None:
    """Words in a row. One word with marks makes the row exact: in ``"ủy ban"``, ``ban`` is not ``bản``."""
    cut = words(value)
    if not cut:
        return None
    as_typed = any(map(marked, cut))
    phrase = Phrase(tuple(map(exact if as_typed else folded, cut)), as_typed, prefix, columns)
    phrases: tuple[Phrase, ...] = (phrase,)
    if prefix and as_typed and (last := cut[-1].casefold()) != phrase.words[-1]:
        phrases += (replace(phrase, words=(*phrase.words[:-1], last)),)  # hoà* is hòa, and hoàn too
    number = number_key(value) if not quoted and _NUMBER_LIKE.match(value) else None
    return Text(phrases, number)


def _one_span(parts: list[Node]) -> list[Node]:
    """``han-tu:`` and ``han-den:`` side by side mean one deadline between the two, not one for each."""
    due = [part for part in parts if isinstance(part, Dates) and part.due]
    if len(due) < 2:
        return parts
    span = Span(max(part.span.first for part in due), min(part.span.last for part in due))
    return [*(part for part in parts if part not in due), Dates(span, due=True)]
