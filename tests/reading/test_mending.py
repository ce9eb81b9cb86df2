"""PDFs without their end."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vanban.reading.mending import mended

PAGE = b"%d 0 obj\n<</Type/Page/Parent 9 0 R>>\nendobj\n"


@pytest.mark.parametrize(
    ("data", "kids"),
    [
        (PAGE % 3, b"Kids[3 0 R]"),
        (PAGE % 3 + PAGE % 5, b"Kids[3 0 R 5 0 R]"),
        (PAGE % 3 + b"5 0 obj\n<</Type /Pages/Count 1>>\nendobj", b"Kids[3 0 R]"),
        (PAGE % 3 + b"5 0 obj\n<</Type/Page/Par", b"Kids[3 0 R]"),
        (b"%PDF-1.7\n1 0 obj", None),
        (b"", None),
    ],
)
def test_mended(data: bytes, kids: bytes | None) -> None:
    made = mended(data)
    assert (made is None) if kids is None else (made is not None and made.startswith(data) and kids in made)


@given(st.binary(max_size=300))
def test_mended_takes_any_bytes(data: bytes) -> None:
    made = mended(data)
    assert made is None or made.startswith(data)
