"""Questions to a big citation graph, each beside the bare SQL of the same rows.

``python -m evaluation.graph_bench --documents 1000000 --edges 10000000`` makes a store of made-up documents (seeded;
a few laws are cited by very many, most documents by none), asks each question many times and prints medians, 95th
percentiles and the ratio to a bare ``sqlite3`` cursor that runs the same statements and fetches the same rows.
"""

from __future__ import annotations

import argparse
import json
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import event

from vanban.store import Store

BAR_MS = 20.0
"""Medians that the first three questions must stay under."""

_SEED = 2026
_PORTION = 500_000
_LAWS = 0.01
"""The share of works that are cited like laws, whose shares fall off as a power of their rank."""

_DROPPED = ("ix_edges_source", "ix_edges_target", "ix_edges_document", "ix_edges_claim", "ix_edges_source_claim")


@dataclass(frozen=True, slots=True)
class Question:
    """A question, the names that it is put for, and whether the bar holds for it."""

    name: str
    ask: Callable[[Any, str], object]
    names: Sequence[str]
    bar: bool = False


@dataclass(frozen=True, slots=True)
class Figure:
    """Times of a question in milliseconds, and how often its answer was cut."""

    question: str
    median: float
    p95: float
    bare: float
    cut: int
    asked: int


def make(path: Path, documents: int, edges: int) -> None:
    """A store with so many works, all present, and so many edges; works are laws first, then the documents."""
    import numpy

    Store(path).close()
    random = numpy.random.default_rng(_SEED)
    laws = max(1, int(documents * _LAWS))
    weights = 1 / numpy.arange(1, laws + 1) ** 0.9
    share = weights / weights.sum()
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA journal_mode = OFF")
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute("PRAGMA cache_size = -400000")
        kept = [sql for (sql,) in connection.execute(_INDEXES, _DROPPED)]
        for name in _DROPPED:
            connection.execute(f"DROP INDEX {name}")
        connection.executemany(_WORK, (_work(key) for key in range(1, documents + 1)))
        connection.execute("INSERT INTO addresses (address, work, cell) SELECT address, key, cell FROM works")
        connection.execute(_CLAIMS)
        connection.execute(_DOCUMENTS)
        for at in range(0, edges, _PORTION):
            many = min(_PORTION, edges - at)
            first, last = documents * at // edges, documents * (at + many) // edges
            source = numpy.sort(random.integers(first + 1, max(last, first + 1) + 1, many))  # one after another
            target = random.choice(laws, many, p=share) + 1
            others = random.random(many) < 0.3
            target[others] = random.integers(1, documents + 1, int(others.sum()))
            relation = random.choice(_RELATIONS, many, p=_RELATION_SHARES)
            rows = zip(
                source.tolist(), source.tolist(), target.tolist(), target.tolist(), relation.tolist(), strict=True
            )
            connection.executemany(_EDGE, rows)
        for sql in kept:
            connection.execute(sql)
        connection.commit()
        connection.execute("PRAGMA journal_mode = WAL")


_RELATIONS = ["basis", "refers", "amends", "replaces", "repeals", "guides", "responds"]
_RELATION_SHARES = [0.6, 0.3, 0.02, 0.01, 0.01, 0.05, 0.01]
_INDEXES = "SELECT sql FROM sqlite_master WHERE type = 'index' AND name IN (?, ?, ?, ?, ?)"
_WORK = """
INSERT INTO works (key, address, cell, group_key, number, serial, date, date_first, issuer, type, title, seat, present)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)"""
_CLAIMS = """
INSERT INTO claims (key, identity, group_key, cell, number, date, issuer, type, title, certain, seen, outcome, work)
SELECT key, address, group_key, cell, number, date, issuer, type, title, 1, 64, 'resolved', key FROM works"""
_DOCUMENTS = """
INSERT INTO documents (key, id, content, genre, type_name, number, number_key, number_status, date, issuer, subject,
source_name, media_type, bytes, text_kind, status, added_at, updated_at, work, cell)
SELECT key, 'sha256:' || key, '', 'administrative', type, number, group_key, 'complete', date, issuer, title, 'x.txt',
'text/plain', 1, 'plain', 'complete', '', '', key, cell FROM works"""
_EDGE = """
INSERT INTO edges (document, source, target, claim, relation, scope, times) VALUES (?, ?, ?, ?, ?, 'whole', 1)"""
_CITATION = """INSERT INTO citations (document, item, relation, part, text, refers_back, page, start, end, claim)
VALUES (?, 0, ?, 'main', '', 0, 1, 1500, 1540, ?)"""


def _work(key: int) -> tuple[object, ...]:
    place, year, month, day = key % 3300, 2000 + key % 25, 1 + key % 12, 1 + key % 28
    number, date = f"{key // 3300 + 1}/QĐ-UBND", f"{year}-{month:02d}-{day:02d}"
    group = f"{key // 3300 + 1}/qd-ubnd"
    issuer, seat = f"Ủy ban nhân dân xã Mẫu {place}", f"xa mau {place}"
    address = f"{key // 3300 + 1}-qd-ubnd_{date}_{place}-{key}"
    title = f"về việc giao kế hoạch trồng cây phân tán năm {year} cho thôn số {key}"
    cell = f"{group}@{seat} {key}"
    return key, address, cell, group, number, str(key), date, date, issuer, "Quyết định", title, seat


def questions(path: Path, documents: int, rounds: int) -> list[Question]:
    """The questions: about documents like any, about laws cited by some, and about the most cited of all."""
    import numpy

    random = numpy.random.default_rng(_SEED + 1)
    laws = max(1, int(documents * _LAWS))
    any_ = random.integers(laws + 1, documents + 1, 2 * rounds).tolist()
    cited = random.integers(1, laws + 1, rounds).tolist()
    with sqlite3.connect(path) as connection:
        _write_sentences(connection, [*cited, *range(1, 6)])
        addresses = dict(connection.execute("SELECT key, address FROM works WHERE key <= ?", (documents,)))
    plain = [addresses[key] for key in any_]
    of_laws = [addresses[key] for key in cited]
    hubs = [addresses[key] for key in (1, 2, 3, 4, 5)] * max(1, rounds // 25)
    other = dict(zip(plain, reversed(plain), strict=True))
    return [
        Question("cited-by page", lambda graph, name: graph.cited_by(name), of_laws, bar=True),
        Question("3-step neighbourhood", lambda graph, name: graph.around(name, depth=3), plain[:rounds], bar=True),
        Question("path", lambda graph, name: graph.path(name, other[name]), plain[:rounds], bar=True),
        Question("resting on", lambda graph, name: graph.resting_on(name), of_laws),
        Question("standing", lambda graph, name: graph.standing(name), of_laws),
        Question("cited-by page of the most cited", lambda graph, name: graph.cited_by(name), hubs),
        Question("amended by, of the most cited", lambda graph, name: graph.standing(name), hubs),
        Question("around the most cited", lambda graph, name: graph.around(name, depth=3), hubs),
        Question("resting on the most cited", lambda graph, name: graph.resting_on(name), hubs),
    ]


def _write_sentences(connection: sqlite3.Connection, targets: Sequence[int]) -> None:
    """Give the newest citing documents of some works their pages and citations, so that a page has its sentences."""
    text = "Căn cứ vào điều kiện của địa phương, các thôn trồng cây phân tán theo kế hoạch đã giao;\n" * 40
    for target in set(targets):
        asked = "SELECT document, relation, claim FROM edges WHERE target = ? ORDER BY key DESC LIMIT 21"
        rows = connection.execute(asked, (target,)).fetchall()
        connection.executemany(_CITATION, rows)
        connection.executemany(
            "INSERT INTO pages (document, page, text) VALUES (?, 1, ?)", {(row[0], text) for row in rows}
        )


def measure(store: Store, path: Path, question: Question) -> Figure:
    """Put a question for each of its names, and let a bare cursor run the same statements."""
    graph, took, bare, cut = store.graph, [], [], 0
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA cache_size = -32000")
        for name in question.names:
            with _statements(store) as said:
                began = time.perf_counter()
                answer = question.ask(graph, name)
                took.append(1000 * (time.perf_counter() - began))
            cut += bool(getattr(answer, "cut", False))
            began = time.perf_counter()
            for statement, parameters in said:
                connection.execute(statement, parameters).fetchall()
            bare.append(1000 * (time.perf_counter() - began))
    took.sort()
    p95 = took[min(len(took) - 1, int(0.95 * len(took)))]
    return Figure(question.name, statistics.median(took), p95, statistics.median(bare), cut, len(took))


@contextmanager
def _statements(store: Store) -> Iterator[list[tuple[str, Any]]]:
    said: list[tuple[str, Any]] = []

    def keep(_c: object, _cursor: object, statement: str, parameters: Any, _context: object, _many: bool) -> None:
        if not statement.startswith("BEGIN"):
            said.append((statement, parameters))

    engine = store._database.engine
    event.listen(engine, "before_cursor_execute", keep)
    try:
        yield said
    finally:
        event.remove(engine, "before_cursor_execute", keep)


def main() -> None:
    """Make the store, ask, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=100_000)
    parser.add_argument("--edges", type=int, default=1_000_000)
    parser.add_argument("--rounds", type=int, default=100, help="times that each question is put")
    parser.add_argument("--store", type=Path, help="keep the store here, or take the one that is there")
    parser.add_argument("--json", type=Path, help="write the figures here too")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = given.store or Path(folder) / "graph.db"
        began = time.perf_counter()
        if not path.exists():
            make(path, given.documents, given.edges)
        made = time.perf_counter() - began
        size = path.stat().st_size / 1e9
        print(f"{given.documents:,} documents, {given.edges:,} edges: {size:.2f} GB, made in {made:.0f} s")
        asked = questions(path, given.documents, given.rounds)
        with Store(path) as store:
            found = [measure(store, path, question) for question in asked]
    print(f"{'question':34}{'median ms':>10}{'p95 ms':>9}{'bare SQL':>10}{'ratio':>7}{'cut':>9}")
    for figure, question in zip(found, asked, strict=True):
        told = f"{figure.median:>10.1f}{figure.p95:>9.1f}{figure.bare:>10.1f}{figure.median / figure.bare:>7.1f}"
        kept = "" if not question.bar else "  under the bar" if figure.median < BAR_MS else "  OVER the bar"
        print(f"{figure.question:34}{told}{figure.cut:>5}/{figure.asked}{kept}")
    if given.json:
        figures = [{name: getattr(figure, name) for name in Figure.__slots__} for figure in found]
        given.json.write_text(json.dumps(figures, indent=2) + "\n", "utf-8")


if __name__ == "__main__":
    main()
