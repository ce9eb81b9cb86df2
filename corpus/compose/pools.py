"""Words and names to draw from, parted so that what trains is never tested.

``train``, ``dev`` and ``test`` are parts of the same pools. ``calibration`` has pools of its own for what assignments
are made of (``data/calibration.toml``), and draws the rest from dev's part.
"""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

_DATA = Path(__file__).parents[1] / "data"
_APART = "calibration"
_SHARES = {"train": (0, 60), "dev": (60, 75), "test": (75, 100), _APART: (60, 75)}
SPLITS = tuple(_SHARES)


@cache
def table(name: str) -> dict[str, Any]:
    """The words of ``corpus/data/<name>.toml``."""
    return tomllib.loads((_DATA / f"{name}.toml").read_text("utf-8"))


def bucket(item: str) -> int:
    """A stable number from 0 to 99 for an item, the same on every machine."""
    return int.from_bytes(hashlib.blake2b(item.encode(), digest_size=4).digest(), "big") % 100


def belongs(item: str, split: str) -> bool:
    """Whether an item of an open pool (a name made of syllables) is the split's."""
    low, high = _SHARES[split]
    return low <= bucket(item) < high


@cache
def share(items: tuple[str, ...], split: str) -> tuple[str, ...]:
    """The split's part of a closed pool: items in the order of their hashes, cut at 60 and 75 in a hundred.

    Every part has an item; a pool of fewer than ten is common to all. Calibration has what stands for this pool.
    """
    if split == _APART and items in _stand_ins():
        return _stand_ins()[items]
    whole = sorted(dict.fromkeys(items), key=lambda item: (bucket(item), item))
    if len(whole) < 10:
        return tuple(whole)
    low, high = (max(round(len(whole) * share / 100), at) for at, share in enumerate(_SHARES[split]))
    return tuple(whole[low:high])


@cache
def _stand_ins() -> dict[tuple[str, ...], tuple[str, ...]]:
    """The pools of calibration by the pools that they stand for."""
    return {pool: own for name, part in table(_APART).items() for pool, own in _paired(table(name), part)}


def _paired(whole: Any, own: Any) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    """The pools below ``own``, each with the one at the same place below ``whole``."""
    if isinstance(own, dict):
        for key, part in own.items():
            yield from _paired(whole[key], part)
    elif isinstance(own[0], str):
        yield tuple(whole), tuple(own)
    else:
        for one, part in zip(whole, own, strict=True):
            yield from _paired(one, part)
