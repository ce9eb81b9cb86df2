"""From a PDF's own coordinates (origin bottom left, page turned or cropped) to points from the top left."""

from __future__ import annotations

from dataclasses import dataclass

from vanban.record import Box


@dataclass(frozen=True, slots=True)
class Geometry:
    """The visible part of a page in its own coordinates, and how it is turned (clockwise degrees)."""

    left: float
    bottom: float
    right: float
    top: float
    rotation: int = 0

    @property
    def width(self) -> float:
        """Points from left to right as the page is seen."""
        return self.top - self.bottom if self.rotation in (90, 270) else self.right - self.left

    @property
    def height(self) -> float:
        """Points from top to bottom as the page is seen."""
        return self.right - self.left if self.rotation in (90, 270) else self.top - self.bottom

    def box(self, left: float, bottom: float, right: float, top: float) -> Box:
        """``(x0, top, x1, bottom)`` from the seen page's top left corner."""
        if self.rotation == 0:
            return left - self.left, self.top - top, right - self.left, self.top - bottom
        if self.rotation == 90:
            return bottom - self.bottom, left - self.left, top - self.bottom, right - self.left
        if self.rotation == 180:
            return self.right - right, bottom - self.bottom, self.right - left, top - self.bottom
        return self.top - top, self.right - right, self.top - bottom, self.right - left

    def upright(self, a: float, b: float) -> bool:
        """Whether a text matrix that begins with ``a``, ``b`` writes from left to right on the seen page."""
        if self.rotation == 90:
            a, b = b, -a
        elif self.rotation == 180:
            a, b = -a, -b
        elif self.rotation == 270:
            a, b = -b, a
        return a > 0 and abs(b) < 0.1 * a
