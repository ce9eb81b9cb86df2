"""What may have been meant by a name that no known document has: those whose addresses begin like it."""

from __future__ import annotations

import re

from sqlalchemy import Connection, bindparam, select

from vanban.errors import RecordUnknown
from vanban.messages import Worded
from vanban.store.graph.addresses import slug
from vanban.store.schema import addresses, works

MOST = 5
"""How many documents are named."""

_PART = re.compile(r"[^-_]+[-_]*")
_LAST = "\x7f"  # after every character of an address
_BEGIN_SO = (
    select(works.c.number, works.c.address)
    .join(addresses, addresses.c.work == works.c.key)
    .where(addresses.c.address >= bindparam("first"), addresses.c.address < bindparam("last"))
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
        rows = connection.execute(_BEGIN_SO, {"first": begin, "last": begin + _LAST})
        found = list(dict.fromkeys(row.number or row.address for row in rows))[:MOST]
        if found:
            return RecordUnknown(id=name, near=Worded("reason.record_near", numbers=", ".join(found)))
    return RecordUnknown(id=name, near="")
