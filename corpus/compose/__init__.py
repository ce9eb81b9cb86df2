"""The composer: documents as their issuers would write them, with the gold of every field.

``compose("train", 7)`` is always the same manuscript. Rules under the issuer (a line, the Party's star) are the
renderer's, by ``Manuscript.form``; blocks hold words only. Labels are gold paths: ``number`` (whole line) with
``number.serial`` and ``number.symbol``, ``issued.place``, ``issued.date``, ``issuer``, ``issuer.parent``, ``type``,
``subject``, ``urgency``, ``secrecy``, ``recipients.to.N`` (``copy``, ``archive``), ``signer.name`` (``position``,
``capacity``, ``on_behalf_of``; the second signer's begin with ``signer.second``), ``assignments.N`` with
``.assignees.K``, ``.coordinators.K``, ``.deadlines.0``, and ``citations.N`` with ``.type``, ``.number``, ``.date``,
``.issuer``, ``.title``, ``.pinpoint``.
"""

from __future__ import annotations

import random

from corpus.compose.desk import Desk
from corpus.compose.pools import SPLITS
from corpus.compose.writing import write
from corpus.manuscript import Manuscript

SEED = 2026


def compose(split: str, index: int, seed: int = SEED) -> Manuscript:
    """The ``index``-th document of a split (:data:`SPLITS`); a pure function of its arguments."""
    if split not in SPLITS:
        raise ValueError(f"no split {split!r}; one of {', '.join(SPLITS)}")
    desk = Desk(split, random.Random(f"{seed}/{split}/{index}"))  # noqa: S311 - chance, not secrets
    paper = write(desk)
    gold = {**desk.gold, "assignments": desk.assignments, "citations": desk.citations}
    return Manuscript(f"{split}-{seed}-{index:05d}", paper.form, tuple(desk.blocks), gold, frozenset(desk.traits))


__all__ = ["SEED", "SPLITS", "compose"]
