"""The store's front door."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import Literal, Self, TextIO

from sqlalchemy import select

from vanban.errors import StoreUnusable
from vanban.messages import Worded
from vanban.record import Record
from vanban.settings import Settings
from vanban.store import citing, exporting, fetching, originals, saving, searching
from vanban.store.graph.asking import Graph
from vanban.store.opening import opened
from vanban.store.saving import Added, Prepared
from vanban.store.schema import originals as kept
from vanban.store.schema import places
from vanban.store.searching import Results, Sort

Originals = Literal["copy", "refer"]

BATCH = 200
"""Records written in one transaction by :meth:`Store.add_many`, and read at a time by :meth:`Store.records`."""


class Store:
    """Records in an SQLite file or on a PostgreSQL server, searchable; several processes may write at once.

    Use as a context manager. ``path_or_url`` is a path, a ``sqlite:///`` or a ``postgresql://`` URL; with ``create``
    the file, or the tables in the server's database, are made where there are none. ``originals`` says whether
    original files are copied into the store's folder or only their paths kept. Failures are
    :class:`~vanban.errors.StoreUnusable`.
    """

    def __init__(self, path_or_url: str | Path, *, create: bool = True, originals: Originals = "refer") -> None:
        self._originals = originals
        self._database = opened(path_or_url, create=create)
        if originals == "copy" and self._database.folder is None:
            self.close()
            raise StoreUnusable(path=self.name, reason=Worded("reason.store_originals"))

    @property
    def name(self) -> str:
        """How messages name the store: its path, or its URL without password and options."""
        return self._database.name

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file or the server."""
        self._database.close()

    def add(self, record: Record, *, original: Path | None = None) -> Added:
        """Put a record in. The same bytes are the same record.

        A second time it changes nothing but the list of places where the file was seen; an extraction
        that differs replaces the older one. All in one transaction, index included.
        """
        new = self._prepare(record, original)
        with self._database.write() as connection:
            return saving.save(connection, [new])[0]

    def add_many(self, records: Iterable[tuple[Record, Path | None]]) -> Iterator[Added]:
        """Put many records in, :data:`BATCH` to a transaction; yields what became of each once it is kept."""
        left = iter(records)
        while batch := [self._prepare(*item) for item in islice(left, BATCH)]:
            with self._database.write() as connection:
                added = saving.save(connection, batch)
            yield from added

    def search(
        self,
        query: str,
        *,
        limit: int | None = None,
        offset: int = 0,
        sort: Sort = "rank",
        marks: tuple[str, str] = ("[", "]"),
    ) -> Results:
        """Find documents; the language of queries is that of :mod:`vanban.store.query`.

        ``marks`` stand around the words found in the snippets. Raises :class:`~vanban.errors.QueryInvalid`.
        """
        limit = Settings.from_environment().search_rows if limit is None else limit
        with self._database.read() as connection:
            return searching.search(connection, query, limit=limit, offset=offset, sort=sort, marks=marks)

    def get(self, id_or_number: str) -> Record:
        """The record with its pages, by id, by the beginning of an id (6 hex digits or more) or by number.

        The targets of its citations are those that the store holds now. Raises
        :class:`~vanban.errors.RecordUnknown` or :class:`~vanban.errors.RecordAmbiguous`.
        """
        with self._database.read() as connection:
            return fetching.resolved(connection, fetching.key_of(connection, id_or_number))

    def cited_by(self, id_or_number: str) -> list[str]:
        """Ids of the records that cite this one."""
        with self._database.read() as connection:
            return citing.citing(connection, fetching.key_of(connection, id_or_number))

    @property
    def graph(self) -> Graph:
        """The citation graph: what the records cite, what is known of it, and the questions it answers."""
        return Graph(self._database)

    def places(self, id_or_number: str) -> list[str]:
        """Every path, or name where no path was told, under which the file was seen; the first one first."""
        with self._database.read() as connection:
            key = fetching.key_of(connection, id_or_number)
            found = select(places.c.place).where(places.c.document == key).order_by(places.c.key)
            return list(connection.execute(found).scalars())

    def original(self, id_or_number: str) -> Path | None:
        """The original file: the kept copy, else the first place where there is a file still."""
        with self._database.read() as connection:
            key = fetching.key_of(connection, id_or_number)
            copies = connection.execute(select(kept.c.path).where(kept.c.document == key)).scalars().all()
        folder = self._database.folder
        found = [folder / copy for copy in copies] if folder else []
        found += [path for path in map(Path, self.places(id_or_number)) if path.is_absolute()]
        return next((path for path in found if path.is_file()), None)

    def count(self, query: str | None = None) -> int:
        """How many documents there are, or how many a query finds."""
        with self._database.read() as connection:
            return searching.count(connection, query)

    def records(self, query: str | None = None) -> Iterator[Record]:
        """The records (without their pages) that a query finds, or all, in the order they were added."""
        with self._database.read() as connection:
            keys = searching.matching_keys(connection, query)
        for at in range(0, len(keys), BATCH):
            # A few at a time: a reader that is slow, or stops, holds nothing up.
            with self._database.read() as connection:
                batch = fetching.several(connection, keys[at : at + BATCH])
            yield from batch

    def __iter__(self) -> Iterator[Record]:
        return self.records()

    def export(
        self, format: str, file: str | Path | TextIO, query: str | None = None, *, headers: str | None = None
    ) -> int:
        """Write records to a path (which appears when it is whole) or a text stream; returns how many.

        ``jsonl``: the contract, one record a line. ``csv``: one row a document, UTF-8 with a byte order
        mark; ``headers`` names the columns in ``vi`` or ``en`` words instead of keys.
        """
        return exporting.export(self.records(query), format, file, headers=headers)

    def _prepare(self, record: Record, original: Path | None) -> Prepared:
        copy = None
        if original is not None and self._originals == "copy" and self._database.folder:
            copy = originals.keep(original, record.id, self._database.folder)
        place = str(original.absolute()) if original is not None else record.source.name
        # A file name need not be UTF-8, the database's text must be.
        return saving.prepare(record, place.encode("utf-8", "backslashreplace").decode(), copy)
