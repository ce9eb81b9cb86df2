"""What the graph answers with: known documents, the links between them, and whether an answer was cut short."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Work:
    """A known document; ``records`` are the ids of its records here, none for one that is only cited."""

    address: str
    number: str | None
    date: str | None
    issuer: str | None
    type: str | None
    title: str | None
    present: bool
    key: int = field(repr=False, default=0)

    def to_json(self) -> dict[str, Any]:
        """The work as JSON; its key is the database's own and stays there."""
        told = asdict(self)
        del told["key"]
        return told


@dataclass(slots=True)
class Link:
    """``source`` bears a relation to ``target``: so says ``stated_by``, an address, ``times`` times.

    ``scope`` is ``whole`` or ``part``; ``pinpoints`` the parts named, as written in the contract; ``sentence`` the
    words in which it first stands, and ``page`` where. ``sure`` is false where the words leave it open which document
    is meant and the likeliest is taken; links of a walk do not tell it.
    """

    source: Work
    target: Work
    relation: str
    scope: str
    times: int
    stated_by: str
    pinpoints: list[dict[str, str]] = field(default_factory=list)
    sentence: str | None = None
    page: int | None = None
    sure: bool = True

    def to_json(self) -> dict[str, Any]:
        """The link as JSON, its ends by their addresses."""
        told = asdict(self)
        return {**told, "source": self.source.address, "target": self.target.address}


@dataclass(frozen=True, slots=True)
class Net:
    """Works and the links between them; ``cut`` tells that a cap on depth, nodes or rows left some out."""

    works: list[Work]
    links: list[Link]
    cut: bool = False

    def to_json(self) -> dict[str, Any]:
        """Works, links, and whether the answer was cut."""
        return {
            "works": [work.to_json() for work in self.works],
            "links": [link.to_json() for link in self.links],
            "cut": self.cut,
        }
