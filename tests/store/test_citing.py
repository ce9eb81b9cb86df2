"""Citations find the stored documents that they mean, and only those."""

from __future__ import annotations

import pytest

from tests.store.factory import cite, make
from vanban.record import Citation, Record
from vanban.store import Store

PLAN = make("12/KH-UBND", date="2024-05-14", issuer="Ủy ban nhân dân tỉnh Bình Nguyên")


@pytest.mark.parametrize(
    ("citation", "means"),
    [
        (cite("12/KH-UBND"), True),
        (cite("012/KH-UBND"), True),
        (cite("12/KH-UBND", date="2024-05-14"), True),
        (cite("12/KH-UBND", date="2024"), True),
        (cite("12/KH-UBND", date="2023-06-11"), False),
        (cite("12/KH-UBND", issuer="Ủy ban nhân dân tỉnh"), True),
        (cite("12/KH-UBND", issuer="UỶ BAN NHÂN DÂN TỈNH BÌNH NGUYÊN"), True),
        (cite("12/KH-UBND", issuer="Ủy ban nhân dân huyện Suối Mơ"), False),
        (cite("13/KH-UBND"), False),
        (Citation(text="Luật Đất đai", title="Luật Đất đai"), False),
    ],
)
def test_target(store: Store, citation: Citation, means: bool) -> None:
    citing = make("1/BC-UBND", citations=[citation])
    store.add(PLAN)
    store.add(citing)
    assert store.get(citing.id).citations[0].target == (PLAN.id if means else None)
    assert store.cited_by(PLAN.id) == ([citing.id] if means else [])


def test_target_appears_when_the_document_arrives(store: Store) -> None:
    citing = make("1/BC-UBND", citations=[cite("12/KH-UBND")])
    store.add(citing)
    assert store.get(citing.id).citations[0].target is None
    store.add(PLAN)
    read = store.get(citing.id)
    assert read.citations[0].target == PLAN.id
    assert [record.citations[0].target for record in store.records("so:1")] == [PLAN.id]
    assert store.add(read).state == "unchanged"  # a target is the store's knowledge, not the document's


def test_of_two_that_fit_neither_is_taken(store: Store) -> None:
    other = make("12/KH-UBND", date="2024-05-14", issuer="Ủy ban nhân dân tỉnh Cao Sơn")
    bare = make("1/BC-UBND", citations=[cite("12/KH-UBND")])
    full = cite("12/KH-UBND", issuer="Ủy ban nhân dân tỉnh Cao Sơn")
    citing = make("2/BC-UBND", citations=[full, cite("12/KH-UBND")])  # the short mention means the full one
    for record in (PLAN, other, bare, citing):
        store.add(record)
    assert [item.target for item in store.get(bare.id).citations] == [None]
    assert [item.target for item in store.get(citing.id).citations] == [other.id, other.id]
    assert (store.cited_by(PLAN.id), store.cited_by(other.id)) == ([], [citing.id])


def test_a_document_does_not_cite_itself(store: Store) -> None:
    record: Record = make("12/KH-UBND", citations=[cite("12/KH-UBND")])
    store.add(record)
    assert store.get(record.id).citations[0].target is None
    assert store.cited_by(record.id) == []


def test_a_document_without_number_is_not_cited(store: Store) -> None:
    record = make(None)
    store.add(record)
    assert store.cited_by(record.id) == []
