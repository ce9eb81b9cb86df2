"""Parts of a page put one under the other on a sheet of their own, so that one call of the engine reads them all."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from vanban.reading.ocr.engine import Engine, Seen

if TYPE_CHECKING:
    from numpy.typing import NDArray

Area = tuple[int, int, int, int]
"""``(x0, top, x1, bottom)`` in pixels."""

LETTERS = 32.0
"""Height in pixels at which words are read best."""


@dataclass(slots=True, frozen=True)
class Sheet:
    """Areas of a page in ``image``, ``tops`` telling where each begins; ``gap`` pixels of paper lie between."""

    image: NDArray[Any]
    areas: list[Area]
    tops: list[int]
    gap: int

    def words(self, engine: Engine, *, zoom: float, dpi: int, seconds: float) -> list[list[Seen]]:
        """The words of each area in pixels of the page, read with the sheet ``zoom`` times as large.

        Their ``line`` opens with -2 and the area's index.
        """
        import cv2
        from PIL import Image

        large = self.image
        if zoom != 1:
            large = cv2.resize(large, None, fx=zoom, fy=zoom, interpolation=cv2.INTER_CUBIC)
        found: list[list[Seen]] = [[] for _ in self.areas]
        for word in engine.recognise(Image.fromarray(large), dpi=dpi, seconds=seconds, block=True):
            u0, v0, u1, v1 = (round(edge / zoom) for edge in word.box)
            middle = (v0 + v1) / 2
            index = max((at for at, top in enumerate(self.tops) if top - self.gap / 2 <= middle), default=0)
            right, down = self.areas[index][0] - self.gap, self.areas[index][1] - self.tops[index]
            box = (u0 + right, v0 + down, u1 + right, v1 + down)
            found[index].append(replace(word, box=box, line=(-2, index, *word.line)))
        return found


def lay(parts: Sequence[tuple[Area, NDArray[Any]]], gap: int) -> Sheet:
    """A sheet of parts, each an area and its image, with ``gap`` pixels of white around each."""
    import numpy as np

    height = sum(image.shape[0] + gap for _, image in parts) + gap
    sheet = np.full((height, max(image.shape[1] for _, image in parts) + 2 * gap), 255, np.uint8)
    tops, down = [], gap
    for _, image in parts:
        rows, columns = image.shape
        sheet[down : down + rows, gap : gap + columns] = image
        tops.append(down)
        down += rows + gap
    return Sheet(sheet, [area for area, _ in parts], tops, gap)


def cut(grey: NDArray[Any], areas: Iterable[Area]) -> list[tuple[Area, NDArray[Any]]]:
    """Areas of a page, kept within it, with their images."""
    rows, columns = grey.shape
    kept = [(max(0, x0), max(0, y0), min(columns, x1), min(rows, y1)) for x0, y0, x1, y1 in areas]
    return [(area, grey[area[1] : area[3], area[0] : area[2]]) for area in kept]
