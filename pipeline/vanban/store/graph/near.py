"""What may have been meant by a name that no known document has: those whose addresses begin like it."""

from __future__ import annotations

import re

from sqlalchemy import Connection, select

from vanban.errors import RecordUnknown
from vanban.messages import Worded
from vanban.store.graph.addresses import slug
from vanban.store.schema import addresses, works

MOST = 5
"""How many documents are named."""

_PART = re.compile(r"[^-_]+[-_]*")
_KNOWN = (
    select(works.c.number, works.c.address)
    .join(addresses, addresses.c.work == works.c.key)
    .order_by(addresses.c.address)
    .limit(4 * MOST)
)


def unknown(connection: Connection, name: str) -> RecordUnknown:
    """The error for a name that means no document, naming those that begin most like it.

    ``30/2020/NĐ-CQ`` begins like ``30/2020/NĐ-CP``; the serial at least must be the same.
    """
    parts = [part[0] for part in _PART.finditer(slug(name))]
    least = 1 if parts and parts[0][:1].isdigit() else 2
    for many in range(len(parts), least - 1, -1):
        begin = "".join(parts[:many]).rstrip("-_") + ("" if many == len(parts) > 1 else "-")
        rows = connection.execute(_KNOWN.where(addresses.c.address.startswith(begin, autoescape=True)))
        found = list(dict.fromkeys(row.number or row.address for row in rows))[:MOST]
        if found:
            return RecordUnknown(id=name, near=Worded("reason.record_near", numbers=", ".join(found)))
    return RecordUnknown(id=name, near="")
