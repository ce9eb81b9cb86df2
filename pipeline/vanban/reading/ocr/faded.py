"""Parts of a page read once more with all ink fainter than its print faded out: seals, pens, what shines through."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from vanban.reading.ocr.engine import Engine, Seen
from vanban.reading.ocr.sheet import LETTERS, Area, cut, lay

if TYPE_CHECKING:
    from numpy.typing import NDArray

FADES = (100, 60)
"""Steps of grey, of 255, from the print's ink to what counts as paper: the weaker first, which spares fine strokes."""


def ink_of(grey: NDArray[Any], area: Area) -> float:
    """How dark the print in an area is: the median of its dark pixels, 0–255."""
    import numpy as np

    x0, top, x1, bottom = area
    letters = grey[top:bottom, x0:x1]
    dark = letters[letters < 128]
    return float(np.median(dark)) if dark.size else 0.0


def read(
    grey: NDArray[Any],
    areas: Sequence[Area],
    engine: Engine,
    *,
    ink: float,
    fade: int,
    height: float,
    dpi: int,
    seconds: float,
) -> list[Seen]:
    """The words of some areas of a page, in its pixels.

    ``ink`` is the darkness of print, ``fade`` how much fainter paper is and ``height`` that of a word in pixels.
    """
    import numpy as np

    sheet = lay(cut(grey, areas), round(height))
    faded = np.clip((sheet.image - ink) * (255 / fade), 0, 255).astype(np.uint8)
    words = replace(sheet, image=faded).words(engine, zoom=min(LETTERS / height, 2.0), dpi=dpi, seconds=seconds)
    return [word for area in words for word in area]
