"""What a PDF page draws beside text: the area under images, and the straight rules that tables are made of."""

from __future__ import annotations

import ctypes
from dataclasses import dataclass, field
from typing import Any, Final

import pypdfium2.raw as pdfium

from vanban.reading.geometry import Geometry
from vanban.record import Box

_THIN: Final = 3.0
_SHORT: Final = 6.0
_MOST: Final = 20_000
_DEEPEST: Final = 4
_Matrix = tuple[float, float, float, float, float, float]
_IDENTITY: _Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


@dataclass(slots=True)
class Drawings:
    """Boxes of images and rules as they are seen (points from the top left), and a count of other paths."""

    images: list[Box] = field(default_factory=list)
    across: list[Box] = field(default_factory=list)
    down: list[Box] = field(default_factory=list)
    paths: int = 0

    def image_cover(self, geometry: Geometry) -> float:
        """The share of the page under images, 0–1; images over one another count once too often at most."""
        page = geometry.width * geometry.height
        area = 0.0
        for x0, top, x1, bottom in self.images:
            width = min(x1, geometry.width) - max(x0, 0.0)
            height = min(bottom, geometry.height) - max(top, 0.0)
            area += max(width, 0.0) * max(height, 0.0)
        return min(1.0, area / page) if page > 0 else 0.0


def read(page: Any, geometry: Geometry) -> Drawings:
    """The drawings of ``page`` (a raw page handle), also inside its form objects; at most 20,000 objects."""
    found = Drawings()
    reader = _Reader(geometry, found)
    reader.walk(pdfium.FPDFPage_CountObjects(page), lambda at: pdfium.FPDFPage_GetObject(page, at), _IDENTITY, depth=0)
    return found


class _Reader:
    def __init__(self, geometry: Geometry, found: Drawings) -> None:
        self.geometry = geometry
        self.found = found
        self.left_to_read = _MOST
        self.sides = tuple(ctypes.c_float() for _ in range(4))
        self.refs = tuple(map(ctypes.byref, self.sides))

    def walk(self, count: int, get: Any, matrix: _Matrix, depth: int) -> None:
        for at in range(min(count, self.left_to_read)):
            item = get(at)
            kind = pdfium.FPDFPageObj_GetType(item)
            if kind == pdfium.FPDF_PAGEOBJ_TEXT:
                continue
            self.left_to_read -= 1
            if kind == pdfium.FPDF_PAGEOBJ_FORM:
                if depth < _DEEPEST:
                    inner = pdfium.FPDFFormObj_CountObjects(item)
                    self.walk(
                        inner,
                        lambda i, form=item: pdfium.FPDFFormObj_GetObject(form, i),
                        _nest(item, matrix),
                        depth + 1,
                    )
            elif kind in (pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_PATH):
                self.keep(kind, item, matrix)

    def keep(self, kind: int, item: Any, matrix: _Matrix) -> None:
        if not pdfium.FPDFPageObj_GetBounds(item, *self.refs):
            return
        left, bottom, right, top = (side.value for side in self.sides)
        box = self.geometry.box(*_placed(left, bottom, right, top, matrix))
        if kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            self.found.images.append(box)
            return
        width, height = box[2] - box[0], box[3] - box[1]
        if height <= _THIN and width >= _SHORT:
            self.found.across.append(box)
        elif width <= _THIN and height >= _SHORT:
            self.found.down.append(box)
        elif width > _THIN and height > _THIN:
            self.found.paths += 1
            if _is_frame(item):
                self.frame(box)

    def frame(self, box: Box) -> None:
        """The four sides of a stroked rectangle."""
        x0, top, x1, bottom = box
        self.found.across += [(x0, top, x1, top), (x0, bottom, x1, bottom)]
        self.found.down += [(x0, top, x0, bottom), (x1, top, x1, bottom)]


def _is_frame(item: Any) -> bool:
    """Whether a path is one stroked rectangle: four or five segments, all of them straight."""
    if not 4 <= pdfium.FPDFPath_CountSegments(item) <= 6:
        return False
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(item, ctypes.byref(fill), ctypes.byref(stroke))
    if not stroke.value:
        return False
    kinds = [
        pdfium.FPDFPathSegment_GetType(pdfium.FPDFPath_GetPathSegment(item, at))
        for at in range(pdfium.FPDFPath_CountSegments(item))
    ]
    return pdfium.FPDF_SEGMENT_BEZIERTO not in kinds


def _nest(form: Any, outer: _Matrix) -> _Matrix:
    inner = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(form, ctypes.byref(inner)):
        return outer
    a, b, c, d, e, f = outer
    return (
        inner.a * a + inner.b * c,
        inner.a * b + inner.b * d,
        inner.c * a + inner.d * c,
        inner.c * b + inner.d * d,
        inner.e * a + inner.f * c + e,
        inner.e * b + inner.f * d + f,
    )


def _placed(left: float, bottom: float, right: float, top: float, matrix: _Matrix) -> Box:
    if matrix is _IDENTITY:
        return left, bottom, right, top
    a, b, c, d, e, f = matrix
    xs = [a * x + c * y + e for x in (left, right) for y in (bottom, top)]
    ys = [b * x + d * y + f for x in (left, right) for y in (bottom, top)]
    return min(xs), min(ys), max(xs), max(ys)
