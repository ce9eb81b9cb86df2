"""A rendered page made ready for recognition: upright, level, black print alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from vanban.reading.ocr import deskew, despeckle, orientation
from vanban.reading.ocr import ink as colour

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray
    from PIL.Image import Image


@dataclass(slots=True, frozen=True)
class Steps:
    """Which preparations are made; all that pay by default. The evaluation turns them off one by one."""

    colour: bool = True
    level: bool = True
    despeckle: bool = True
    blur: float = 0.6


@dataclass(slots=True)
class Prepared:
    """``grey`` is what is recognised (``uint8``); ``ink`` marks coloured ink in the same pixels, or is ``None``.

    ``back`` (2×3) takes pixels of ``grey`` to pixels of the rendered page, turned upright. ``turns`` are quarter turns
    clockwise and ``skew`` the degrees that were undone; a page whose ``top`` is low may stand on its head.
    """

    grey: NDArray[Any]
    ink: NDArray[Any] | None
    back: NDArray[Any]
    turns: int = 0
    skew: float = 0.0
    top: float = 1.0
    blur: float = 0.0

    def soft(self) -> NDArray[Any]:
        """``grey`` under a light blur, as it is recognised: ragged edges of bilevel scans cost marks."""
        import cv2

        return cv2.GaussianBlur(self.grey, (0, 0), self.blur) if self.blur else self.grey


def prepare(image: Image, dpi: int, steps: Steps = Steps()) -> Prepared:
    """Split off coloured ink, turn upright, level, and take specks away where there are many."""
    import cv2
    import numpy as np

    rgb = np.asarray(image if image.mode == "RGB" else image.convert("RGB"))
    if steps.colour:
        grey, ink = colour.split(rgb)
    else:
        grey, ink = cv2.cvtColor(rgb, cv2.COLOR_RGB2GRAY), None
    prepared = Prepared(grey, ink, np.eye(2, 3), blur=steps.blur)
    if steps.level:
        stance = orientation.stance(grey)
        prepared = turn(prepared, stance.turns)
        prepared.top = stance.top
        if abs(stance.skew) > deskew.LEVEL:
            _level(prepared, stance.skew)
    if steps.despeckle and despeckle.specks(prepared.grey, dpi) > despeckle.SPECKLED:
        prepared.grey = despeckle.smooth(prepared.grey)
    return prepared


def turn(page: Prepared, turns: int) -> Prepared:
    """The page turned clockwise by quarter turns; ``back`` then leads to the rendered page turned as well."""
    import numpy as np

    turns %= 4
    if not turns:
        return page
    height, width = page.grey.shape
    there = {
        1: [[0, -1, height], [1, 0, 0]],
        2: [[-1, 0, width], [0, -1, height]],
        3: [[0, 1, 0], [-1, 0, width]],
    }[turns]
    return Prepared(
        grey=np.ascontiguousarray(np.rot90(page.grey, -turns)),
        ink=None if page.ink is None else np.ascontiguousarray(np.rot90(page.ink, -turns)),
        back=_compose(there, _compose(page.back, _inverse(there))),
        turns=(page.turns + turns) % 4,
        skew=page.skew,
        top=page.top,
        blur=page.blur,
    )


def boxes_back(page: Prepared, boxes: Sequence[tuple[float, float, float, float]]) -> NDArray[Any]:
    """``N×4``: boxes in prepared pixels as boxes in pixels of the rendered page, turned upright.

    A box keeps its size and moves with its centre, so that a skew of some degrees does not swell it.
    """
    import numpy as np

    if not len(boxes):
        return np.zeros((0, 4))
    corners = np.array(boxes, dtype=np.float64)
    centre = (corners[:, :2] + corners[:, 2:]) / 2
    half = (corners[:, 2:] - corners[:, :2]) / 2
    moved = centre @ page.back[:, :2].T + page.back[:, 2]
    return np.hstack([moved - half, moved + half])


def _level(page: Prepared, angle: float) -> None:
    import cv2
    import numpy as np

    page.grey, matrix = deskew.straighten(page.grey, angle)
    if page.ink is not None:
        height, width = page.ink.shape
        page.ink = cv2.warpAffine(page.ink.view(np.uint8), matrix, (width, height), flags=cv2.INTER_NEAREST) > 0
    page.back = _compose(page.back, cv2.invertAffineTransform(matrix))
    page.skew = angle


def _compose(outer: ArrayLike, inner: ArrayLike) -> NDArray[Any]:
    """The 2×3 matrix that applies ``inner`` first."""
    import numpy as np

    product = np.vstack([outer, [0, 0, 1]]) @ np.vstack([inner, [0, 0, 1]])
    return np.asarray(product[:2])


def _inverse(matrix: ArrayLike) -> NDArray[Any]:
    import numpy as np

    return np.asarray(np.linalg.inv(np.vstack([matrix, [0, 0, 1]]))[:2])
