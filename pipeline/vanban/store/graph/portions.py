"""Keys in portions that one statement bears."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeVar

CHUNK = 500
"""Keys asked for in one statement."""

_Key = TypeVar("_Key", int, str)


def chunks(keys: Sequence[_Key]) -> Iterable[Sequence[_Key]]:
    """Keys, :data:`CHUNK` at a time."""
    return (keys[at : at + CHUNK] for at in range(0, len(keys), CHUNK))
