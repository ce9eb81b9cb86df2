"""Which sayings mean one document: the documents and claims of a group, gathered into works."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Literal

from vanban.store.graph.identity import body, dates_fit, issuers_fit, national
from vanban.store.terms import plain

Outcome = Literal["resolved", "likely", "ambiguous"]


@dataclass(frozen=True, slots=True)
class Holder:
    """A stored document of the group."""

    key: int
    number: str | None
    date: str | None
    issuer: str | None
    parent: str | None
    area: str | None
    type: str | None
    title: str | None
    work: int | None


@dataclass(frozen=True, slots=True)
class Saying:
    """A claim as it is kept."""

    key: int
    number: str | None
    date: str | None
    issuer: str | None
    type: str | None
    title: str | None
    area: str | None
    outcome: str
    work: int | None


@dataclass(slots=True)
class Cluster:
    """One document, as all that is known of it tells."""

    number: str | None
    date: str | None
    issuer: str | None
    type: str | None
    title: str | None
    areas: list[str] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    documents: list[Holder] = field(default_factory=list)
    sayings: list[Saying] = field(default_factory=list)
    fixed: int | None = None
    """The key of a work of another group, which this group's sayings may mean but do not change."""

    @property
    def former(self) -> list[int]:
        """The works that its members belonged to, the documents' first."""
        known = [*(d.work for d in self.documents), *(s.work for s in self.sayings)]
        return [work for work in dict.fromkeys(known) if work is not None]


def gather(
    group: str, documents: Iterable[Holder], sayings: Sequence[Saying], known: Iterable[Cluster] = ()
) -> tuple[list[Cluster], dict[int, Outcome]]:
    """The works of a group, and how each claim fared; an ambiguous claim is in none of them.

    ``known`` are works of other groups. Documents come first and the fullest sayings next, so that the order in
    which they came decides nothing.
    """
    clusters: list[Cluster] = list(known)
    for document in documents:
        same = next((c for c in clusters if _same(c, document)), None)
        if same is None:
            names = [name for name in (document.issuer, document.parent, document.area) if name]
            areas = [document.area] if document.area else []
            same = Cluster(document.number, document.date, document.issuer, document.type, document.title, areas, names)
            clusters.append(same)
        same.documents.append(document)
    outcomes: dict[int, Outcome] = {}
    for saying in sorted(sayings, key=_emptiness):
        chosen, outcome = choose(saying, clusters, alone=national(group))
        if chosen is None and outcome == "resolved":
            areas = [saying.area] if saying.area else []
            chosen = Cluster(saying.number, saying.date, saying.issuer, saying.type, saying.title, areas)
            chosen.names = [saying.issuer] if saying.issuer else []
            clusters.append(chosen)
        if chosen:
            _join(chosen, saying)
        outcomes[saying.key] = outcome
    return clusters, outcomes


def choose(saying: Saying, clusters: Sequence[Cluster], *, alone: bool) -> tuple[Cluster | None, Outcome]:
    """The cluster that a saying means: the only one that fits, or of several the one of its own area.

    ``alone`` says that the number means one document in the whole country. With no cluster that fits, nothing
    speaks against the saying either: ``(None, "resolved")``.
    """
    if alone and len(clusters) == 1:
        return clusters[0], "resolved"
    fitting = [c for c in clusters if fits(saying, c)]
    if len(fitting) == 1:
        return fitting[0], "resolved"
    if not fitting:
        return None, "resolved"
    near = [c for c in fitting if _near(saying, c)]
    return (near[0], "likely") if len(near) == 1 else (None, "ambiguous")


def fits(saying: Saying, cluster: Cluster) -> bool:
    """Whether date and issuer of a saying speak for a work, or at least not against it."""
    if not dates_fit(saying.date, cluster.date):
        return False
    if not saying.issuer or not cluster.names:
        return True
    return any(issuers_fit(saying.issuer, name) for name in cluster.names)


def _near(saying: Saying, cluster: Cluster) -> bool:
    if not saying.area:
        return False
    area = f" {plain(saying.area)} "
    told = [*cluster.areas, *cluster.names]
    return any(area in f" {plain(name)} " or f" {plain(name)} " in area for name in told)


def _same(cluster: Cluster, document: Holder) -> bool:
    """Two records of one document: number, date and issuer all told, and equal."""
    return bool(
        document.number
        and document.date
        and document.issuer
        and cluster.date == document.date
        and cluster.issuer
        and body(cluster.issuer) == body(document.issuer)
        and not set(map(plain, cluster.areas)) ^ set(map(plain, [document.area] if document.area else []))
    )


def _join(cluster: Cluster, saying: Saying) -> None:
    cluster.sayings.append(saying)
    if cluster.fixed is not None:
        return
    cluster.title = cluster.title or saying.title
    if not cluster.documents:
        cluster.type = cluster.type or saying.type
        if saying.date and len(saying.date) > len(cluster.date or ""):
            cluster.date = saying.date
        if saying.issuer and saying.issuer not in cluster.names:
            cluster.names.append(saying.issuer)
            cluster.issuer = max(cluster.names, key=len)
        if saying.area and saying.area not in cluster.areas:
            cluster.areas.append(saying.area)


def _emptiness(saying: Saying) -> tuple[int, bool, bool, int]:
    return -len(saying.date or ""), not saying.issuer, not saying.area, saying.key
