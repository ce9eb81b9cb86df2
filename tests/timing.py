"""Time that grows with the length of the input, told apart from a busy machine."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable

ROUNDS = 8
SLACK = 2.5
"""A quadratic step costs ten times as much again for ten times the input; noise rarely doubles a best run."""


def assert_linear(work: Callable[[int], Callable[[], object]], small: int, large: int) -> None:
    """Hold that ``work(large)()`` costs at most ``SLACK`` times what its length allows beside ``work(small)()``.

    ``work(n)`` makes the input of ``n`` units and gives the call to be timed. Each size keeps its best of up
    to ``ROUNDS`` turns of processor time, so that one slow turn on a shared machine decides nothing; the
    collector of garbage rests meanwhile. ``large`` is ten times ``small`` or more.
    """
    assert large >= 10 * small
    calls = work(small), work(large)
    calls[0]()
    best = [float("inf"), float("inf")]
    for _ in range(ROUNDS):
        best = [min(known, _seconds(call)) for known, call in zip(best, calls, strict=True)]
        if best[1] <= SLACK * (large / small) * max(best[0], 1e-3):
            return
    raise AssertionError(f"{small} units took {best[0]:.4f} s, {large} units {best[1]:.4f} s")


def _seconds(call: Callable[[], object]) -> float:
    gc.collect()
    gc.disable()
    try:
        began = time.process_time()
        call()
        return time.process_time() - began
    finally:
        gc.enable()
