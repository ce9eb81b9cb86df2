"""vanban reads Vietnamese government documents into structured, searchable records.

>>> from vanban import read, Store
>>> record = read("corpus/samples/cong-van.pdf")  # doctest: +SKIP
>>> with Store("archive.db") as store:  # doctest: +SKIP
...     store.add(record)
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

__version__ = "0.1.0"

__all__ = [
    "Document",
    "Record",
    "Settings",
    "Store",
    "VanbanError",
    "__version__",
    "extract",
    "json_schema",
    "open_document",
    "read",
    "read_many",
]

if TYPE_CHECKING:
    from vanban.errors import VanbanError
    from vanban.extraction import extract
    from vanban.extraction.reader import read, read_many
    from vanban.reading import open_document
    from vanban.reading.document import Document
    from vanban.record import Record, json_schema
    from vanban.settings import Settings
    from vanban.store import Store

_HOMES = {
    "Document": "vanban.reading.document",
    "Record": "vanban.record",
    "Settings": "vanban.settings",
    "Store": "vanban.store",
    "VanbanError": "vanban.errors",
    "extract": "vanban.extraction",
    "json_schema": "vanban.record",
    "open_document": "vanban.reading",
    "read": "vanban.extraction.reader",
    "read_many": "vanban.extraction.reader",
}


def __getattr__(name: str) -> object:
    # Names load when first used: `import vanban` and `vanban --help` stay fast.
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module 'vanban' has no attribute {name!r}")
