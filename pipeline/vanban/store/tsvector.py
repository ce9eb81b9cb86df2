"""Full-text search by PostgreSQL's text vectors and a GIN index, made of the same words as SQLite's.

The vectors are built from our own forms (:mod:`vanban.store.pieces`); no text configuration of the server has a
say. A document is one row of ``search``, a long one several: ``part`` 0 knows all its words, and each part the
places of its own, so phrases are looked for in every part.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sqlalchemy import (
    CTE,
    Column,
    ColumnElement,
    CompoundSelect,
    Connection,
    Double,
    FromClause,
    Integer,
    MetaData,
    Select,
    Table,
    and_,
    cast,
    delete,
    func,
    insert,
    literal_column,
    or_,
    select,
    union_all,
)
from sqlalchemy.dialects.postgresql import TSQUERY, TSVECTOR

from vanban.store.fulltext import EVERYWHERE, AllOf, AnyOf, Expression, Forms, Phrase
from vanban.store.pieces import CLASSES, LONGEST_PHRASE, lexeme, pieces

_SEARCH = Table(
    "search",
    MetaData(),
    Column("document", Integer),
    Column("part", Integer),
    Column("exact", TSVECTOR),
    Column("folded", TSVECTOR),
)
_CLASSES: ColumnElement[object] = literal_column(f"'{{{', '.join(map(str, CLASSES))}}}'::real[]")
_LENGTH = 1
"""PostgreSQL's normalisation of the rank: divided by 1 + the logarithm of the length."""


class TsVector:
    """See :class:`~vanban.store.fulltext.FullText`; the score is ``ts_rank``, with words in a row weighing more."""

    def put(self, connection: Connection, key: int, forms: Forms) -> None:
        """Index a document under its key."""
        rows = [
            {"document": key, "part": part, "exact": piece.exact, "folded": piece.folded}
            for part, piece in enumerate(pieces(forms))
        ]
        connection.execute(insert(_SEARCH), rows)

    def take(self, connection: Connection, key: int, forms: Forms, indexed: int | None) -> bool:
        """Take a document out of the index, whatever words it was put in with."""
        del forms, indexed
        connection.execute(delete(_SEARCH).where(_SEARCH.c.document == key))
        return True

    def clear(self, connection: Connection) -> None:
        """Empty the index."""
        connection.execute(delete(_SEARCH))

    def matching(self, wanted: Expression, key: ColumnElement[int]) -> ColumnElement[bool]:
        """The condition that the document ``key`` matches."""
        return key.in_(_documents(wanted))

    def hits(self, wanted: Expression) -> CTE:
        """The documents that match, as a table of ``key`` and ``score``."""
        row = _SEARCH.alias()
        found = select(row.c.document.label("key"), _score(row, wanted).label("score"))
        return found.where(row.c.part == 0, *_holds(row, wanted)).cte("hits")


def _documents(wanted: Expression) -> Select[tuple[int]] | CompoundSelect[tuple[int]]:
    """The keys of the documents that match."""
    row = _SEARCH.alias()
    found = select(row.c.document)
    if isinstance(wanted, Phrase) and 1 < len(wanted.words) <= LONGEST_PHRASE:
        return found.where(_at(row, wanted))
    if isinstance(wanted, AnyOf) and not _only_words(wanted):
        words, others = _apart(wanted.parts)
        return union_all(*map(_documents, [AnyOf(tuple(words)), *others] if words else others))
    return found.where(row.c.part == 0, *_holds(row, wanted))


def _holds(row: FromClause, wanted: Expression) -> Iterator[ColumnElement[bool]]:
    """What a row of part 0 must be for its document to match: its own words tell, and which others hold phrases."""
    if isinstance(wanted, Phrase) and len(wanted.words) > LONGEST_PHRASE:
        wanted = AllOf(tuple(_shorter(wanted)))
    if not isinstance(wanted, AllOf):
        wanted = AllOf((wanted,))
    words, others = _apart(wanted.parts)
    if words:
        yield _at(row, AllOf(tuple(words)))
    for part in others:
        yield row.c.document.in_(_documents(part))


def _at(row: FromClause, wanted: Expression) -> ColumnElement[bool]:
    """The condition that a row's own vectors match."""
    for exact in (True, False):
        if (query := _written(wanted, exact)) is not None:
            return row.c[_column(exact)].bool_op("@@")(cast(query, TSQUERY))
    assert not isinstance(wanted, Phrase)  # noqa: S101 - a phrase is one or the other
    sides = [[part for part in wanted.parts if _written(part, exact) is not None] for exact in (True, False)]
    mixed = [part for part in wanted.parts if part not in sides[0] and part not in sides[1]]
    told = [_at(row, type(wanted)(tuple(side))) for side in sides if side] + [_at(row, part) for part in mixed]
    return (and_ if isinstance(wanted, AllOf) else or_)(*told)


def _written(wanted: Expression, exact: bool) -> str | None:
    """PostgreSQL's own expression; ``None`` when some of it is about the other vector."""
    if isinstance(wanted, Phrase):
        return _phrase(wanted) if wanted.exact is exact else None
    parts = [_written(part, exact) for part in wanted.parts]
    told = [part for part in parts if part is not None]
    if len(told) < len(parts):
        return None
    return f"({(' & ' if isinstance(wanted, AllOf) else ' | ').join(told)})"


def _phrase(wanted: Phrase) -> str:
    fields = ("",) if wanted.fields == EVERYWHERE else wanted.fields
    told = (" <-> ".join(lexeme(word, field) for word in wanted.words) for field in fields)
    return f"({' | '.join(f'{words}:*' if wanted.prefix else words for words in told)})"


def _shorter(wanted: Phrase) -> Iterator[Phrase]:
    """A phrase as several that have a word in common, each short enough for one piece to hold."""
    step = LONGEST_PHRASE - 1
    for at in range(0, len(wanted.words) - 1, step):
        words = wanted.words[at : at + LONGEST_PHRASE]
        yield replace(wanted, words=words, prefix=wanted.prefix and at + LONGEST_PHRASE >= len(wanted.words))


def _only_words(wanted: Expression) -> bool:
    """Whether part 0 alone can tell: there is no phrase in it."""
    return len(wanted.words) == 1 if isinstance(wanted, Phrase) else all(map(_only_words, wanted.parts))


def _apart(parts: Sequence[Expression]) -> tuple[list[Expression], list[Expression]]:
    return [part for part in parts if _only_words(part)], [part for part in parts if not _only_words(part)]


def _score(row: FromClause, wanted: Expression) -> ColumnElement[float]:
    """The ranks of the words, and of the words in a row, added up."""
    phrases = list(dict.fromkeys(_phrases(wanted)))
    ranks: list[ColumnElement[float]] = []
    for exact in (True, False):
        words = tuple(phrase for phrase in phrases if phrase.exact is exact and len(phrase.words) == 1)
        if words:
            ranks.append(len(words) * _rank(row, AnyOf(words), exact))
    ranks += [_rank(row, phrase, phrase.exact) for phrase in phrases if len(phrase.words) > 1]
    return cast(sum(ranks[1:], ranks[0]), Double)


def _rank(row: FromClause, wanted: Expression, exact: bool) -> ColumnElement[float]:
    return func.ts_rank(_CLASSES, row.c[_column(exact)], cast(_written(wanted, exact), TSQUERY), _LENGTH, type_=Double)


def _phrases(wanted: Expression) -> Iterator[Phrase]:
    if isinstance(wanted, Phrase):
        yield wanted
    else:
        for part in wanted.parts:
            yield from _phrases(part)


def _column(exact: bool) -> str:
    return "exact" if exact else "folded"
