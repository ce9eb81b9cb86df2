"""Writes a document from head to foot, and what stands behind it."""

from __future__ import annotations

from corpus.compose.annexes import enclosed
from corpus.compose.choosing import choose
from corpus.compose.desk import Desk
from corpus.compose.heading import head
from corpus.compose.kinds import BODIES
from corpus.compose.paper import Paper
from corpus.compose.receivers import distribution
from corpus.compose.signing import sign
from corpus.manuscript import Block


def write(desk: Desk, code: str | None = None) -> Paper:
    """A document on the desk; ``code`` asks for a type."""
    paper = choose(desk, code)
    head(paper)
    like = BODIES[paper.code](paper)
    distribution(paper, like)
    sign(paper)
    for part in paper.after:
        part(paper)
    if "enclosure" in desk.traits:
        enclosed(paper, _other(desk))
    return paper


def _other(desk: Desk) -> list[Block]:
    """The blocks of another agency's document, which encloses nothing itself."""
    other = Desk(desk.split, desk.chance)
    write(other, desk.pick(("KH", "TB", "BC")))
    return other.blocks
