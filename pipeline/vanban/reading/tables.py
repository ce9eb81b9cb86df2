"""Ruled tables of digital pages."""

from __future__ import annotations

from vanban.reading.document import Table, Word
from vanban.reading.drawings import Drawings


def find(drawn: Drawings, words: list[Word]) -> list[Table]:
    """The tables whose rules ``drawn`` holds, filled with ``words``."""
    return []
