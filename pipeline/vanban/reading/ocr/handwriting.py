"""Whether a head's blanks are filled in print or by hand or stamp, from colour, size, footing and stroke."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from vanban.reading.ocr import blanks
from vanban.reading.ocr.blanks import Blank
from vanban.reading.ocr.engine import Seen
from vanban.reading.ocr.prepare import Prepared

if TYPE_CHECKING:
    from numpy.typing import NDArray

SURE = 0.5
"""From this judgement on, the ink counts as written or stamped and its box is given."""

_HYPHEN = 0.3
"""Height in em up to which a piece may be the hyphen behind a serial."""


_LIKE_PRINT, _TOUCHING = 0.25, 0.3
"""How little the shape of ink may depart from print, for wide pieces to be printed digits that touch; their doubt."""

_LINE = 0.45
"""Height, in that of print, under which a piece wider than three times that is a rule or a fold."""


@dataclass(slots=True)
class Judged:
    """``words`` gives 0–1 for the words (by index) in a blank; ``boxes`` are written or stamped ink, in pixels.

    ``blanks`` are the blanks that hold ink, each with how surely the ink is not print.
    """

    words: dict[int, float]
    boxes: list[tuple[float, float, float, float]]
    blanks: list[tuple[Blank, float]]


@dataclass(slots=True)
class Shape:
    """One piece of ink: its box, its stroke's width in pixels and the share of it that is coloured."""

    left: int
    top: int
    right: int
    bottom: int
    stroke: float
    coloured: float

    @property
    def height(self) -> int:
        """Height in pixels."""
        return self.bottom - self.top


@dataclass(slots=True)
class Model:
    """Print to compare with: the height, footing and stroke of its letters, in pixels."""

    height: float
    foot: float
    stroke: float

    def level(self, piece: Shape) -> bool:
        """Whether a piece stands on the model's line rather than on the one above or below, and is no rule itself."""
        if piece.height < _LINE * self.height and piece.right - piece.left > 3 * piece.height:
            return False
        return abs((piece.top + piece.bottom) / 2 - (self.foot - self.height / 2)) < 1.2 * self.height


def judge(page: Prepared, seen: list[Seen]) -> Judged:
    """What fills the blanks of a page's head."""
    judged = Judged({}, [], [])
    for blank in blanks.find(seen, page.grey.shape[0]):
        model = _model(shapes(page, blank.like, blank.em))
        pieces = shapes(page, blank.box, blank.em)
        if model:
            pieces = [piece for piece in pieces if model.level(piece)]
        if blank.joint == "-":
            pieces = [piece for piece in pieces if piece.height > _HYPHEN * blank.em]
        if not pieces:
            continue
        hand = written(pieces, model, [seen[index] for index in blank.words])
        judged.blanks.append((blank, hand))
        for index in blank.words:
            judged.words[index] = max(hand, judged.words.get(index, 0.0))
        if hand >= SURE:
            judged.boxes.append(
                (
                    min(piece.left for piece in pieces),
                    min(piece.top for piece in pieces),
                    max(piece.right for piece in pieces),
                    max(piece.bottom for piece in pieces),
                )
            )
    return judged


def written(pieces: list[Shape], model: Model | None, words: list[Seen]) -> float:
    """0–1 that the pieces in a blank are not print.

    Printed digits share their height with the year or the symbol of their line and have its stroke; their
    footing is level, though a number typed in later may sit a little lower. Each departure speaks for a hand or
    a stamp, and the strongest counts. Doubtful recognition alone does not make handwriting.
    """
    import numpy as np

    if max(piece.coloured for piece in pieces) > 0.3:
        return 0.95
    if model is None:
        return 0.6
    foot = float(np.median([piece.bottom for piece in pieces]))
    shift = 0.4 * abs(foot - model.foot)
    size = max(abs(piece.height - model.height) for piece in pieces)
    uneven = max(abs(piece.bottom - foot) for piece in pieces)
    weight = max(abs(piece.stroke - model.stroke) for piece in pieces) / model.stroke
    wide = max(piece.right - piece.left for piece in pieces) / model.height
    shape = max((max(size, uneven, shift) / model.height - 0.05) / 0.2, (weight - 0.2) / 0.5)
    joined = (wide - 0.7) / 0.6
    if shape <= _LIKE_PRINT:
        joined = min(joined, _TOUCHING)
    return float(min(max(0.0, shape, joined, min(0.4, _misread(pieces, words))), 0.95))


def _model(like: list[Shape]) -> Model | None:
    """The print beside a blank: medians over its letters of full height."""
    import numpy as np

    if not like:
        return None
    tall = np.median([piece.height for piece in like])
    full = [piece for piece in like if 0.75 * tall <= piece.height <= 1.25 * tall]
    if len(full) < 2:
        return None
    return Model(
        *(float(np.median([getattr(piece, name) for piece in full])) for name in ("height", "bottom", "stroke"))
    )


def _misread(pieces: list[Shape], words: list[Seen]) -> float:
    """How badly recognition did in the blank: 0 when it surely read one digit for each piece."""
    digits = sum(letter.isdigit() for word in words for letter in word.text)
    if not digits:
        return 1.0
    doubt = (0.9 - min(word.confidence for word in words)) / 0.6
    return doubt if digits == len(pieces) else max(doubt, 0.3)


def shapes(page: Prepared, box: tuple[float, float, float, float], em: float) -> list[Shape]:
    """The pieces of ink whose middle lies in ``box`` or half an em above or below it; dots and rules left out."""
    import cv2
    import numpy as np

    rows, columns = page.grey.shape
    x0, x1 = max(0, int(box[0] - em)), min(columns, int(box[2] + em))
    y0, y1 = max(0, int(box[1] - em)), min(rows, int(box[3] + em))
    grey = page.grey[y0:y1, x0:x1]
    if grey.size == 0 or x1 - x0 < 3:
        return []
    colour = np.zeros(grey.shape, dtype=bool) if page.ink is None else page.ink[y0:y1, x0:x1]
    level, _ = cv2.threshold(grey, 0, 255, cv2.THRESH_BINARY | cv2.THRESH_OTSU)
    ink = ((grey < level) | colour).astype(np.uint8)
    _, labels, stats, middles = cv2.connectedComponentsWithStats(ink, connectivity=8)
    depth = cv2.distanceTransform(ink, cv2.DIST_L2, 3)
    found = []
    for index in range(1, len(stats)):
        left, top, wide, high, area = (int(value) for value in stats[index])
        x, y = middles[index][0] + x0, middles[index][1] + y0
        if not (box[0] <= x <= box[2] and box[1] - em / 2 <= y <= box[3] + em / 2):
            continue
        if max(wide, high) < 0.25 * em or (wide > 1.2 * em and high < 0.15 * em):
            continue
        inside = labels == index
        stroke = _stroke(depth, inside, area)
        coloured = float(colour[inside].mean())
        found.append(Shape(left + x0, top + y0, left + x0 + wide, top + y0 + high, stroke, coloured))
    return sorted(found, key=lambda piece: piece.left)


def _stroke(depth: NDArray[Any], inside: NDArray[Any], area: int) -> float:
    """Mean width of a stroke: its area over its length, from how deep its pixels lie in it.

    The mean depth of a band of width *w* is *w*/4.
    """
    return float(4 * depth[inside].sum() / max(area, 1))
