"""What fills the blanks of a head: whether it is print, and the digits that its ink may be."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from vanban.reading.ocr import digit_model, digits
from vanban.reading.ocr.blanks import Blank, BlankKind
from vanban.reading.ocr.digits import Expected
from vanban.reading.ocr.prepare import Prepared

if TYPE_CHECKING:
    from numpy.typing import NDArray

_BEFORE = 0.15
_SLACK, _LOOSE = 0.4, 0.35
"""How far, in em, the edges of a blank may be wrong, and how much farther where they are loose."""

_SLASH, _AFTER = 0.4, 0.15
_TALL, _OFF = 1.2, 0.8
_SPECK, _RULE = 0.22, 1.2


def _between(low: int, high: int) -> Callable[[str], str | None]:
    """A day or month with or without a zero before it as one value, ``None`` outside of its bounds."""
    return lambda text: str(int(text)) if low <= int(text) <= high else None


_EXPECTED: Final[dict[BlankKind, Expected]] = {
    "serial": Expected(5, lambda text: text if int(text) > 0 else None, slash=True),
    "day": Expected(2, _between(1, 31)),
    "month": Expected(2, _between(1, 12)),
}


def readings(page: Prepared, blank: Blank) -> list[tuple[str, float]]:
    """The numbers that the ink in a blank may be with their likelihood, likeliest first, at most five.

    Days and months with and without a zero before them are one value.
    """
    ink = isolated(page, blank)
    if not ink.any():
        return []
    origin, (low, high) = _left(blank), _slack(blank)
    expected = replace(
        _EXPECTED[blank.kind],
        slash=blank.kind == "serial" and blank.joint == "/",
        start=blank.box[0] - origin + (low + _SLACK) * blank.em,
        end=blank.box[2] - origin - (high + _SLACK) * blank.em,
    )
    return [(one.value, round(one.confidence, 4)) for one in digits.read(ink, digit_model.shipped(), expected)]


def isolated(page: Prepared, blank: Blank) -> NDArray[Any]:
    """The ink of a blank (``uint8``, 255 is ink), black or coloured, with the slash behind a serial.

    Rules, specks, pieces of other lines and of the words beside it are left out.
    """
    import cv2
    import numpy as np

    rows, columns = page.grey.shape
    em, middle = blank.em, (blank.box[1] + blank.box[3]) / 2
    after = (_SLASH if blank.kind == "serial" and blank.joint == "/" else _AFTER) + _slack(blank)[1]
    x0, x1 = _left(blank), min(columns, int(blank.box[2] + after * em))
    y0, y1 = max(0, int(middle - _TALL * em)), min(rows, int(middle + _TALL * em))
    grey = page.grey[y0:y1, x0:x1]
    if grey.size == 0:
        return np.zeros((1, 1), np.uint8)
    level, _ = cv2.threshold(grey, 0, 255, cv2.THRESH_BINARY | cv2.THRESH_OTSU)
    ink = grey < level
    if page.ink is not None:
        ink |= page.ink[y0:y1, x0:x1]
    _, labels, stats, middles = cv2.connectedComponentsWithStats(ink.astype(np.uint8), connectivity=8)
    left, top, wide, high = stats[:, 0], stats[:, 1], stats[:, 2], stats[:, 3]
    kept = np.abs(middles[:, 1] + y0 - middle) <= _OFF * em
    kept &= ~(((top == 0) | (top + high == y1 - y0)) & (high < _OFF * em))
    kept &= ~((left == 0) & (middles[:, 0] + x0 < blank.box[0]))
    kept &= ~((left + wide == x1 - x0) & (middles[:, 0] + x0 > blank.box[2]))
    kept &= np.maximum(wide, high) >= _SPECK * em
    kept &= ~((wide > _RULE * em) & (high < _SPECK * em))
    kept[0] = False
    return np.asarray(kept.astype(np.uint8)[labels] * np.uint8(255))


def _left(blank: Blank) -> int:
    return max(0, int(blank.box[0] - (_BEFORE + _slack(blank)[0]) * blank.em))


def _slack(blank: Blank) -> tuple[float, float]:
    return _LOOSE * blank.loose[0], _LOOSE * blank.loose[1]
