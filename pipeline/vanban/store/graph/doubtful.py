"""Citations that the store cannot tell apart: what each could mean, and what would tell."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy import Connection, select

from vanban.store.graph.answers import Work
from vanban.store.graph.identity import dates_fit, issuers_fit
from vanban.store.graph.naming import several
from vanban.store.schema import citations, claims, documents, works

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
        select(citations.c.text, citations.c.page, claims.c.group_key, claims.c.date, claims.c.issuer)
        .join(claims, claims.c.key == citations.c.claim)
        .join(documents, documents.c.key == citations.c.document)
        .where(documents.c.work == work.key, claims.c.outcome == "ambiguous")
        .order_by(citations.c.document, citations.c.item)
    )
    found = []
    for row in connection.execute(asked).all():
        group = select(works.c.key, works.c.date, works.c.issuer).where(works.c.group_key == row.group_key)
        keys = [
            other.key
            for other in connection.execute(group.order_by(works.c.key))
            if dates_fit(row.date, other.date) and issuers_fit(row.issuer, other.issuer)
        ]
        told: list[tuple[bool, Reason]] = [(not row.date, "no_date"), (not row.issuer, "no_issuer")]
        reasons: list[Reason] = [reason for lacks, reason in told if lacks] or ["same_everywhere"]
        found.append(Doubtful(row.text, row.page, list(several(connection, keys).values()), reasons))
    return found
