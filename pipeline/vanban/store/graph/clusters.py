"""Which sayings mean one document: the documents and claims of a cell, gathered into works.

All here is a function of what is known, never of the order in which it came.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Literal

from vanban.store.graph.identity import dates_fit, full, issuers_fit
from vanban.store.graph.laws import law_of_number
from vanban.store.graph.seats import body

Outcome = Literal["resolved", "likely", "ambiguous"]


@dataclass(frozen=True, slots=True)
class Holder:
    """A stored document."""

    key: int
    id: str
    number: str | None
    date: str | None
    issuer: str | None
    parent: str | None
    type: str | None
    title: str | None
    work: int | None


@dataclass(frozen=True, slots=True)
class Saying:
    """A claim as it is kept; ``seen`` counts the citations that make it, up to a cap."""

    key: int
    identity: str
    group: str
    cell: str
    number: str | None
    date: str | None
    issuer: str | None
    type: str | None
    title: str | None
    seat: str | None
    near: str | None
    certain: bool
    seen: int
    outcome: str
    work: int | None


@dataclass(slots=True)
class Cluster:
    """One document, as all that is known of it tells."""

    documents: list[Holder] = field(default_factory=list)
    sayings: list[Saying] = field(default_factory=list)
    number: str | None = None
    date: str | None = None
    issuer: str | None = None
    type: str | None = None
    title: str | None = None
    names: list[str] = field(default_factory=list)
    fixed: int | None = None
    """The key of a work of another cell, which this cell's sayings may mean but do not change."""

    @property
    def former(self) -> list[int]:
        """The works that its members belonged to, the documents' first."""
        known = [*(d.work for d in self.documents), *(s.work for s in self.sayings)]
        return [work for work in dict.fromkeys(known) if work is not None]


@dataclass(frozen=True, slots=True)
class Gathered:
    """The works of a cell, and how each claim fared; an ambiguous claim is in none of them."""

    clusters: list[Cluster]
    outcomes: dict[int, Outcome]


def whole(group: str, documents: Sequence[Holder], sayings: Sequence[Saying]) -> Gathered:
    """All of the cell as one document: what a number of the whole country means. A known law is as it was passed."""
    if not documents and not sayings:
        return Gathered([], {})
    one = Cluster(sorted(documents, key=_fullness), sorted(sayings, key=_emptiness))
    _describe(one)
    if not documents and (law := law_of_number(group)):
        one.number, one.date, one.type, one.title = law.number, law.date, law.type, law.title
    return Gathered([one], {saying.key: "resolved" if saying.certain else "likely" for saying in sayings})


def gather(documents: Iterable[Holder], sayings: Iterable[Saying]) -> Gathered:
    """The works of a cell of one number in one place: its documents, and what sayings that fit none of them mean.

    Documents come first and the fullest sayings next.
    """
    clusters: list[Cluster] = []
    for document in sorted(documents, key=_fullness):
        same = next((c for c in clusters if _same(c.documents[0], document)), None)
        if same is None:
            same = Cluster(names=[name for name in (document.issuer, document.parent) if name])
            clusters.append(same)
        same.documents.append(document)
        _describe(same)
    outcomes: dict[int, Outcome] = {}
    for saying in sorted(sayings, key=_emptiness):
        chosen, outcomes[saying.key] = choose(saying, clusters)
        if chosen is None and outcomes[saying.key] == "resolved":
            chosen = Cluster()
            clusters.append(chosen)
        if chosen:
            join(chosen, saying)
    return Gathered(clusters, outcomes)


def choose(saying: Saying, clusters: Sequence[Cluster]) -> tuple[Cluster | None, Outcome]:
    """The cluster that a saying means: the only one of its day, or the only one that fits.

    With none that fits, nothing speaks against the saying either: ``(None, "resolved")``.
    """
    same_day = [c for c in clusters if full(saying.date) and c.date == saying.date]
    fitting = [c for c in clusters if fits(saying, c)]
    exact = [c for c in fitting if c in same_day]
    if len(exact) == 1 or len(fitting) == 1:
        return (exact or fitting)[0], "resolved"
    if fitting:
        return None, "ambiguous"
    return (same_day[0], "likely") if len(same_day) == 1 else (None, "resolved")


def fits(saying: Saying, cluster: Cluster) -> bool:
    """Whether date and issuer of a saying speak for a work, or at least not against it."""
    if not dates_fit(saying.date, cluster.date):
        return False
    if not saying.issuer or not cluster.names:
        return True
    return any(issuers_fit(saying.issuer, name) for name in cluster.names)


def join(cluster: Cluster, saying: Saying) -> None:
    """Add a saying to a work, which tells what it is where no document does."""
    cluster.sayings.append(saying)
    if cluster.fixed is not None:
        return
    if saying.issuer and not cluster.documents:
        cluster.names = sorted({*cluster.names, saying.issuer})
    _describe(cluster)


def _describe(cluster: Cluster) -> None:
    """Let a cluster say what its document says, else what most citations say; the fullest date of those that fit."""
    said = cluster.sayings
    told = cluster.documents
    first = told[0] if told else None
    cluster.number = (first and first.number) or _most(said, "number")
    cluster.issuer = (first and first.issuer) or _most(said, "issuer")
    cluster.type = (first and first.type) or _most(said, "type")
    cluster.title = (first and first.title) or _most(said, "title")
    dates = [d.date for d in told if d.date]
    days = [s for s in said if full(s.date)] or said
    cluster.date = dates[0] if dates else _most(days, "date")


def _most(sayings: Sequence[Saying], name: str) -> str | None:
    counted = Counter[str]()
    for saying in sayings:
        value: str | None = getattr(saying, name)
        if value:
            counted[value] += max(saying.seen, 1)
    return max(counted, key=lambda value: (counted[value], value), default=None)


def _same(one: Holder, other: Holder) -> bool:
    """Two records of one document: number, date and issuer all told, and equal."""
    return bool(
        one.number
        and one.date
        and one.date == other.date
        and one.issuer
        and other.issuer
        and body(one.issuer) == body(other.issuer)
    )


def _fullness(document: Holder) -> tuple[int, str, str, str]:
    return -len(document.date or ""), document.date or "", document.issuer or "", document.id


def _emptiness(saying: Saying) -> tuple[int, bool, str, str]:
    return -len(saying.date or ""), not saying.issuer, saying.date or "", saying.identity
