"""The store: records in SQLite or PostgreSQL, searchable in Vietnamese.

>>> with Store("archive.db") as store:  # doctest: +SKIP
...     store.add(record, original=path)
...     for hit in store.search('giam ngheo loai:KH noi-ban-hanh:"Kon Tum" tu:2022 den:2024').hits:
...         print(hit.number, hit.snippet)
...     for link in store.graph.cited_by("30/2020/NĐ-CP").links:
...         print(link.source.number, link.relation, link.sentence)
"""

from vanban.store.archive import Store
from vanban.store.fields import FIELDS, QueryField
from vanban.store.graph.answers import Link, Net, Work
from vanban.store.graph.asking import Graph
from vanban.store.saving import Added
from vanban.store.searching import Hit, Results

__all__ = ["FIELDS", "Added", "Graph", "Hit", "Link", "Net", "QueryField", "Results", "Store", "Work"]
