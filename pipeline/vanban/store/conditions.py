"""From a query's tree to SQL: what the index answers goes there in one piece, the rest to the tables."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import zip_longest

from sqlalchemy import CTE, ColumnElement, Exists, Table, and_, exists, false, not_, or_, select, true

from vanban.store.edtf import Span
from vanban.store.fulltext import AllOf, AnyOf, Expression, FullText, Phrase
from vanban.store.query import And, Dates, Doubt, Equals, Node, Not, Number, Or, Text
from vanban.store.schema import assignees, assignments, citations, deadlines, documents, doubts


@dataclass(slots=True)
class Plan:
    """A query as SQL: ``condition`` on the documents, and ``hits`` to join for the rank (``None``: unranked).

    ``hits`` are those that the words at the query's top find; ``condition`` says the rest, ``words`` the same.
    """

    condition: ColumnElement[bool]
    words: ColumnElement[bool]
    hits: CTE | None
    phrases: list[Phrase] = field(default_factory=list)
    numbers: list[str] = field(default_factory=list)


def plan(node: Node, index: FullText) -> Plan:
    """The SQL of a query. Words joined by *and* at its top are what ranks the documents."""
    parts = node.parts if isinstance(node, And) else (node,)
    ranked = [part for part in parts if _textual(part)]
    others = [_condition(part, index) for part in parts if not _textual(part)]
    others += _one_assignment(parts)
    words: ColumnElement[bool] = true()
    hits = None
    if ranked:
        words = index.matching(_expression(And(tuple(ranked))), documents.c.key)
        hits = index.hits(_expression(And(tuple(_side_by_side(ranked)))))
    wanted = list(_texts(node))
    return Plan(
        and_(true(), *others),
        words,
        hits,
        list(dict.fromkeys(phrase for text in wanted for phrase in text.phrases if phrase.fields != ("type",))),
        [text.number for text in wanted if text.number],
    )


def _side_by_side(parts: list[Node]) -> Iterator[Node]:
    """The same, with more weight where words that follow each other in the query do so in the document.

    A Vietnamese word is often two syllables, each written as a word: ``giảm nghèo`` is ranked before
    ``giảm … nghèo``. ``(giảm OR "giảm nghèo") AND nghèo`` finds what ``giảm AND nghèo`` finds.
    """
    for part, following in zip_longest(parts, parts[1:]):
        match part, following:
            case Text((left,)), Text((right,)) if left.fields == right.fields and not left.prefix:
                both = replace(left, words=left.words + right.words, exact=left.exact or right.exact)
                yield Text((left, replace(both, prefix=right.prefix)))
            case _:
                yield part


def _textual(node: Node) -> bool:
    """Whether the full-text index alone can answer."""
    return isinstance(node, Text) or (isinstance(node, And | Or) and all(map(_textual, node.parts)))


def _expression(node: Node) -> Expression:
    joined: type[AllOf | AnyOf]
    parts: tuple[Expression, ...]
    match node:
        case Text(phrases):
            joined, parts = AnyOf, phrases
        case And(nodes):
            joined, parts = AllOf, tuple(map(_expression, nodes))
        case Or(nodes):
            joined, parts = AnyOf, tuple(map(_expression, nodes))
        case _:
            raise AssertionError(node)
    return parts[0] if len(parts) == 1 else joined(parts)


def _condition(node: Node, index: FullText) -> ColumnElement[bool]:
    if _textual(node) and node != And(()):
        return index.matching(_expression(node), documents.c.key)
    match node:
        case And(parts):
            return and_(true(), *(_condition(part, index) for part in parts), *_one_assignment(parts))
        case Or(parts):
            return or_(false(), *(_condition(part, index) for part in parts))
        case Not(part):
            return not_(_condition(part, index))
        case Number(cited=True):
            return documents.c.key.in_(select(citations.c.document).where(_number(citations, node)))
        case Number():
            return _number(documents, node)
        case Dates(due=True):
            return documents.c.key.in_(select(deadlines.c.document).where(_due(node.span)))
        case Dates(span):
            return _overlap(documents, span)
        case Equals(column, value):
            return documents.c[column] == value
        case Doubt(wanted, name):
            found = exists().where(doubts.c.document == documents.c.key)
            if name:
                found = found.where(doubts.c.field.startswith(name, autoescape=True))
            return found if wanted else not_(found)
    raise AssertionError(node)


def _one_assignment(parts: tuple[Node, ...]) -> list[ColumnElement[bool]]:
    """``giao:`` beside ``han-den:`` asks who must do what by when: one assignment of the document holds both."""
    told = [part for part in _ungrouped(parts) if _of_assignment(part)]
    if all(map(_textual, told)) or not any(map(_textual, told)):
        return []
    own = assignments.c.document == documents.c.key
    return [exists().where(own, *(_assigned(part) for part in told)).correlate(documents)]


def _ungrouped(parts: tuple[Node, ...]) -> Iterator[Node]:
    """The parts, and those of the brackets among them that only group."""
    for part in parts:
        if isinstance(part, And):
            yield from _ungrouped(part.parts)
        else:
            yield part


def _of_assignment(node: Node) -> bool:
    """Whether a single assignment can answer: it asks for assignees or deadlines only."""
    match node:
        case Text(phrases):
            return all(phrase.fields == ("assignees",) for phrase in phrases)
        case Dates(due=due):
            return due
        case And(parts) | Or(parts):
            return all(map(_of_assignment, parts))
    return False


def _assigned(node: Node) -> ColumnElement[bool]:
    """The condition on a row of ``assignments``."""
    match node:
        case Text(phrases):
            return _beside(assignees).where(assignees.c.role == "assignee", or_(false(), *map(_named, phrases)))
        case Dates(span):
            return _beside(deadlines).where(_due(span))
        case And(parts):
            return and_(true(), *map(_assigned, parts))
        case Or(parts):
            return or_(false(), *map(_assigned, parts))
    raise AssertionError(node)


def _named(phrase: Phrase) -> ColumnElement[bool]:
    """The condition that an agency's name holds a phrase."""
    held = assignees.c.agency_exact if phrase.exact else assignees.c.agency_folded
    return held.contains(f" {' '.join(phrase.words)}{'' if phrase.prefix else ' '}", autoescape=True)


def _beside(table: Table) -> Exists:
    """Rows of the same assignment in a table beside it."""
    same = (table.c.document == assignments.c.document, table.c.item == assignments.c.item)
    return exists().where(*same).correlate(assignments)


def _number(table: Table, node: Number) -> ColumnElement[bool]:
    """Exactly the number or its beginning; ``27`` begins ``27/KH-UBND`` and not ``273/QĐ-UBND``."""
    column, key = table.c.number_key, node.key
    begins = column.is_not(None) & column.startswith(key, autoescape=True)
    if node.prefix or not key[-1].isdigit():
        return begins
    return begins & or_(column == key, *(column.startswith(key + sign, autoescape=True) for sign in "/-"))


def _overlap(table: Table, span: Span) -> ColumnElement[bool]:
    first, last = table.c.date_first, table.c.date_last
    return and_(first.is_not(None), last >= span.first, first <= span.last)


def _due(span: Span) -> ColumnElement[bool]:
    """A deadline within the span, or a day of every year that comes in it."""
    yearly = deadlines.c.yearly
    first, last = span.first[5:], span.last[5:]
    years = int(span.last[:4]) - int(span.first[:4])
    comes: ColumnElement[bool] = true()
    if years == 0:
        comes = yearly.between(first, last)
    elif years == 1 and last < first:
        comes = or_(yearly >= first, yearly <= last)
    return or_(_overlap(deadlines, span), and_(yearly.is_not(None), comes))


def _texts(node: Node) -> Iterator[Text]:
    """The words that speak for a document, not those that a minus excludes."""
    if isinstance(node, Text):
        yield node
    elif isinstance(node, And | Or):
        for part in node.parts:
            yield from _texts(part)
