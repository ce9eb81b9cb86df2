"""Both engines find the same documents for any query."""

from __future__ import annotations

import contextlib
import random
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.store.conftest import database
from tests.store.factory import cite, make, task
from vanban.errors import QueryInvalid
from vanban.record import Record
from vanban.store import Store

WORDS = [
    *("đường", "dương", "duong", "hoà", "hòa", "hoa", "giảm", "giam", "nghèo", "ngheo", "xã", "xa"),
    *("ủy", "ban", "12", "KH", "UBND", "quyết", "quyen"),
]
NUMBERS = ("12/KH-UBND", "012/KH-UBND", "12/QĐ-UBND", "120/KH-A", "7/KH-A")


def documents() -> Iterator[Record]:
    chance = random.Random(4)  # noqa: S311 - the same made-up documents each time

    def some(most: int) -> str:
        return " ".join(chance.choice(WORDS) for _ in range(chance.randint(1, most)))

    for at in range(40):
        yield make(
            chance.choice(NUMBERS),
            content=str(at).encode(),
            kind=chance.choice(["KH", "QĐ"]),
            date=chance.choice(["2022-03-05", "2023-06", "2024", None]),
            subject=some(4),
            issuer=some(3),
            place=some(2),
            to=[some(3), some(3)],
            assignments=[task(some(3), "2024-06"), task(some(3), "2025-01", "--06-15")],
            citations=[cite(chance.choice(NUMBERS))],
            pages=[some(12), some(12)],
        )


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory, postgresql: str, template: str) -> Iterator[tuple[Store, Store]]:
    place = tmp_path_factory.mktemp("hai") / "kho.db"
    with database(postgresql, like=template) as url, Store(place) as one, Store(url) as other:
        for store in (one, other):
            list(store.add_many((record, None) for record in documents()))
        yield one, other


TERMS = st.one_of(
    st.sampled_from(WORDS),
    st.sampled_from(WORDS).map(lambda word: f"{word[:2]}*"),
    st.lists(st.sampled_from(WORDS), min_size=2, max_size=3).map(lambda words: f'"{" ".join(words)}"'),
    st.sampled_from(NUMBERS),
    st.sampled_from(NUMBERS).map(lambda number: f"so:{number}"),
    st.sampled_from(NUMBERS).map(lambda number: f"trich-dan:{number}"),
    st.tuples(st.sampled_from(["trich-yeu", "noi-ban-hanh", "noi-nhan", "giao"]), st.sampled_from(WORDS)).map(":".join),
    st.sampled_from(["loai:QĐ", "nam:2024", "tu:2023-06", "han-den:2024-12", "han-tu:2025-06 han-den:2025-07"]),
)
QUERIES = st.recursive(
    TERMS,
    lambda parts: st.one_of(
        st.lists(parts, min_size=2, max_size=3).map(" ".join),
        st.lists(parts, min_size=2, max_size=3).map(lambda told: f"({' OR '.join(told)})"),
        parts.map(lambda part: f"-({part})"),
    ),
    max_leaves=6,
)


@settings(max_examples=80)
@given(QUERIES)
def test_the_same_documents_are_found(both: tuple[Store, Store], query: str) -> None:
    one, other = both
    with contextlib.suppress(QueryInvalid):
        wanted = one.search(query, limit=60)
        found = other.search(query, limit=60)
        assert found.total == wanted.total
        assert found.facets == wanted.facets
        assert {hit.id: hit.snippet for hit in found.hits} == {hit.id: hit.snippet for hit in wanted.hits}
        assert [record.id for record in other.records(query)] == [record.id for record in one.records(query)]
