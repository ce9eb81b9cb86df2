"""Citations that the store cannot tell apart: what each could mean, and what would tell."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy import Connection, select

from vanban.store.graph.answers import Work
from vanban.store.graph.candidates import could_be
from vanban.store.graph.clusters import Saying
from vanban.store.graph.naming import several
from vanban.store.graph.resolving import SAYING
from vanban.store.schema import citations, claims, documents

Reason = Literal["no_date", "no_issuer", "same_everywhere"]


@dataclass(frozen=True, slots=True)
class Doubtful:
    """A citation of several works alike, with the reasons why nothing tells them apart."""

    text: str
    page: int | None
    candidates: list[Work]
    reasons: list[Reason]

    def to_json(self) -> dict[str, Any]:
        """The citation with its candidates as JSON."""
        return {
            "text": self.text,
            "page": self.page,
            "candidates": [work.to_json() for work in self.candidates],
            "reasons": self.reasons,
        }


def doubtful(connection: Connection, work: Work) -> list[Doubtful]:
    """The citations of a work that stay ambiguous, in their order."""
    asked = (
        select(citations.c.text, citations.c.page, *SAYING)
        .join(claims, claims.c.key == citations.c.claim)
        .join(documents, documents.c.key == citations.c.document)
        .where(documents.c.work == work.key, claims.c.outcome == "ambiguous")
        .order_by(citations.c.document, citations.c.item)
    )
    found = []
    for text, page, *values in connection.execute(asked).all():
        saying = Saying(*values)
        candidates = several(connection, could_be(connection, saying))
        told: list[tuple[bool, Reason]] = [
            (not saying.date, "no_date"),
            (not saying.issuer and saying.seat is None, "no_issuer"),
        ]
        reasons: list[Reason] = [reason for lacks, reason in told if lacks] or ["same_everywhere"]
        found.append(Doubtful(text, page, list(candidates.values()), reasons))
    return found
