"""Cue words that OCR misread: put right where sure, left where not; lengths are kept."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vanban.extraction.tasks.mending import mend, mended
from vanban.layout.model import Block


@pytest.mark.parametrize(
    ("read", "wanted"),
    [
        ("Chú tịch UBND các xã theo đối việc này", "Chủ tịch UBND các xã theo dõi việc này"),
        ("CHÚ TRÌ, phôi hợp với", "CHỦ TRÌ, phối hợp với"),
        ("Ngân hàng - Chỉ nhánh An Thử", "Ngân hàng - Chi nhánh An Thử"),
        ("gửi trước ngày 22/1 1/2031 về Sở", "gửi trước ngày 22/11 /2031 về Sở"),
        ("Các học viên chủ động", "Các học viên chủ động"),
        ("không có gì để sửa", "không có gì để sửa"),
    ],
)
def test_words(read: str, wanted: str) -> None:
    assert mend(read) == wanted


@given(st.text(max_size=200))
def test_lengths_are_kept(text: str) -> None:
    assert len(mend(text)) == len(text)


def test_copies_are_linked_as_the_blocks_are() -> None:
    parent = Block(text="Chú trì", pieces=[])
    child = Block(text="theo đối", pieces=[], parent=parent)
    parent.children.append(child)
    first, second = mended([parent, child])
    assert (first.text, second.text) == ("Chủ trì", "theo dõi")
    assert second.parent is first
    assert first.children == [second]
    assert parent.text == "Chú trì"
