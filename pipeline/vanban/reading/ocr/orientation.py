"""Pages lying on their side or upside down, told from their ink alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from vanban.reading.ocr import projection

if TYPE_CHECKING:
    from numpy.typing import NDArray

_SIDEWAYS = 1.3
"""A page whose columns are this much sharper than its rows lies on its side (upright pages: under 0.9)."""


@dataclass(slots=True, frozen=True)
class Stance:
    """How a page lies: quarter ``turns`` clockwise (0, 1 or 3) that set its lines level, the ``skew`` in degrees
    that is left then, and how ``top`` heavy its print is (see :func:`top_heavy`)."""

    turns: int
    skew: float
    top: float


def stance(grey: NDArray[Any]) -> Stance:
    """How a page lies; no turns when in doubt.

    A sheet without print lies as it should. It does not find pages that stand on their head: a low ``top`` is
    a hint, and recognition is the judge.
    """
    import numpy as np

    ink = projection.outline(grey)
    turned = np.ascontiguousarray(np.rot90(ink, -1))
    skew, rows = projection.lean(ink)
    sideways, columns = projection.lean(turned)
    if columns <= _SIDEWAYS * rows:
        return Stance(0, skew, top_heavy(ink, skew) if rows else 1.0)
    top = top_heavy(turned, sideways)
    return Stance(1 if top >= 0 else 3, sideways, abs(top))


def top_heavy(ink: NDArray[Any], angle: float) -> float:
    """Ink above minus ink below the bands of small letters, as a share of both: about 0.1–0.5 for upright print.

    Vietnamese marks and capitals stand above the small letters, and few strokes reach below; upside down the
    sign turns. ``ink`` is an :func:`~vanban.reading.ocr.projection.outline` whose rows lean by ``angle``.
    """
    import numpy as np

    down, right = np.nonzero(ink)
    if not len(down):
        return 0.0
    at = np.rint(down - (right - ink.shape[1] / 2) * np.tan(np.radians(angle))).astype(np.int64)
    rows = np.bincount(at - at.min()).astype(np.float64)
    band = np.concatenate([[False], rows > 1.1 * rows[rows > 0].mean(), [False]])
    starts, ends = np.flatnonzero(~band[:-1] & band[1:]), np.flatnonzero(band[:-1] & ~band[1:])
    above = below = 0.0
    for start, end in zip(starts.tolist(), ends.tolist(), strict=True):
        if 3 <= end - start <= 20:
            reach = max(2, (end - start) // 2)
            above += rows[max(0, start - reach) : start].sum()
            below += rows[end : end + reach].sum()
    return float((above - below) / (above + below)) if above + below else 0.0
