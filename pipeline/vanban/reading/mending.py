"""A PDF that lost its end (a download cut short) lost the index of its pages: make a new one for those there."""

from __future__ import annotations

import re
from typing import Final

_PAGE = re.compile(rb"/Type\s*/Page(?![a-zA-Z])")
_OBJECT = re.compile(rb"(\d{1,9})\s+(\d{1,5})\s+obj\b")
_REACH: Final = 4_096
_MOST_PAGES: Final = 10_000


def mended(data: bytes) -> bytes | None:
    """``data`` with a catalog of the page objects that stand whole in it, or ``None`` if there are none."""
    pages: dict[bytes, None] = {}
    highest = 0
    for match in _OBJECT.finditer(data):
        highest = max(highest, int(match.group(1)))
    for match in _PAGE.finditer(data):
        begins = list(_OBJECT.finditer(data, max(0, match.start() - _REACH), match.start()))
        whole = data.find(b"endobj", match.end(), match.end() + _REACH) >= 0
        if begins and whole and len(pages) < _MOST_PAGES:
            pages[b"%s %s R" % begins[-1].groups()] = None
    if not pages:
        return None
    root, tree = highest + 1, highest + 2
    end = (
        b"\nendobj\n%d 0 obj\n<</Type/Catalog/Pages %d 0 R>>\nendobj\n" % (root, tree)
        + b"%d 0 obj\n<</Type/Pages/Count %d/Kids[%s]>>\nendobj\n" % (tree, len(pages), b" ".join(pages))
        + b"trailer\n<</Root %d 0 R/Size %d>>\nstartxref\n0\n%%%%EOF\n" % (root, tree + 1)
    )
    return data + end
