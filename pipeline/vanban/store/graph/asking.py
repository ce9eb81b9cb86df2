"""The questions that the citation graph answers: the same for the library, the command line and other doors."""

from __future__ import annotations

from collections.abc import Sequence

from vanban.settings import Settings
from vanban.store import searching
from vanban.store.database import Database
from vanban.store.graph import checks, finding, naming, neighbours, ranking, standing, walking
from vanban.store.graph.answers import Net, Work
from vanban.store.graph.doubtful import Doubtful, doubtful
from vanban.store.graph.finding import Moment
from vanban.store.graph.ranking import Ranked
from vanban.store.graph.standing import Standing
from vanban.store.graph.walking import Caps


class Graph:
    """The citation graph of a store. Documents are named by number, address or id (:func:`naming.find`).

    A name that means none is :class:`~vanban.errors.RecordUnknown`, one that means several
    :class:`~vanban.errors.RecordAmbiguous` with their addresses. Caps that are not given are those of
    :class:`~vanban.settings.Settings` (``graph_depth``, ``graph_nodes``, ``search_rows``); an answer that they
    shorten says ``cut``. A value that is none (a relation, a day, a cap below 1) is :class:`~vanban.errors.UsageError`.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def work(self, name: str, *, date: str | None = None) -> Work:
        """The known document, here or only cited, that a name means; ``date`` tells those of one number apart."""
        checks.day("date", date)
        with self._database.read() as connection:
            return naming.find(connection, name, date=date)

    def cites(self, name: str, *, relations: Sequence[str] = (), limit: int | None = None, offset: int = 0) -> Net:
        """What a document cites, with the sentences."""
        return self._near(name, "cites", relations, limit, offset)

    def cited_by(self, name: str, *, relations: Sequence[str] = (), limit: int | None = None, offset: int = 0) -> Net:
        """What cites a document, the newest import first, with the sentences."""
        return self._near(name, "cited_by", relations, limit, offset)

    def doubtful(self, name: str) -> list[Doubtful]:
        """The citations of a document that could mean several, with the candidates and what is lacking."""
        with self._database.read() as connection:
            return doubtful(connection, naming.find(connection, name))

    def around(
        self, name: str, *, relations: Sequence[str] = (), depth: int | None = None, nodes: int | None = None
    ) -> Net:
        """What lies within some steps of a document, citing or cited."""
        checks.relations(relations)
        with self._database.read() as connection:
            work = naming.find(connection, name)
            return walking.around(connection, work, _caps(depth, nodes), relations=relations)

    def resting_on(self, name: str, *, depth: int | None = None, nodes: int | None = None) -> Net:
        """Everything that has a document as its basis, or as the basis of its basis, and so on."""
        with self._database.read() as connection:
            return walking.resting_on(connection, naming.find(connection, name), _caps(depth, nodes))

    def path(self, one: str, other: str, *, depth: int | None = None, nodes: int | None = None) -> Net:
        """A shortest chain of links between two documents; no links where there is none within the caps."""
        with self._database.read() as connection:
            ends = naming.find(connection, one), naming.find(connection, other)
            return walking.path(connection, *ends, _caps(depth, nodes))

    def standing(self, name: str, *, on: str | None = None) -> Standing:
        """What amended, replaced or repealed a document, and its state on a day as far as the store knows."""
        checks.day("on", on)
        nodes = Settings.from_environment().graph_nodes
        with self._database.read() as connection:
            return standing.standing(connection, naming.find(connection, name), on=on, limit=nodes)

    def authorities(self, query: str | None = None, *, limit: int | None = None) -> list[Ranked]:
        """The documents on which those that a query finds rest most (PageRank over bases); all without a query."""
        checks.rows(limit, 0)
        with self._database.read() as connection:
            keys = None if query is None else searching.matching_keys(connection, query)
            return ranking.authorities(connection, keys, limit=limit or Settings.from_environment().search_rows)

    def of(self, query: str | None = None, *, relations: Sequence[str] = (), nodes: int | None = None) -> Net:
        """The documents that a query finds (all without one) and what they cite."""
        checks.relations(relations)
        checks.caps(nodes=nodes)
        nodes = nodes or Settings.from_environment().graph_nodes
        with self._database.read() as connection:
            keys = searching.matching_keys(connection, query)
            return finding.net_of(connection, keys, relations=relations, nodes=nodes)

    def timeline(self, net: Net) -> list[Moment]:
        """The documents of a net in the order of their days, each with what it does to others of the net."""
        return finding.timeline(net)

    def missing(self, *, limit: int | None = None) -> list[Ranked]:
        """The absent documents that most documents cite: what an archive should find next."""
        checks.rows(limit, 0)
        with self._database.read() as connection:
            return ranking.missing(connection, limit=limit or Settings.from_environment().search_rows)

    def _near(
        self, name: str, direction: neighbours.Direction, relations: Sequence[str], limit: int | None, offset: int
    ) -> Net:
        checks.relations(relations)
        checks.rows(limit, offset)
        limit = Settings.from_environment().search_rows if limit is None else limit
        with self._database.read() as connection:
            work = naming.find(connection, name)
            return neighbours.neighbours(
                connection, work, direction, relations=relations, limit=limit, offset=offset
            )  # fmt: skip


def _caps(depth: int | None, nodes: int | None) -> Caps:
    checks.caps(depth=depth, nodes=nodes)
    settings = Settings.from_environment()
    return Caps(depth or settings.graph_depth, nodes or settings.graph_nodes)
