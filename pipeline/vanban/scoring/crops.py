"""Pictures of the places on a page where a value stands, for lists of errors.

Pages are drawn in this process: the documents are one's own, which were read in a guarded child before.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from vanban.record import Box, Evidence

if TYPE_CHECKING:
    from PIL.Image import Image

DPI: Final = 96
_MARGIN: Final = 14.0
"""Points of page around the boxes."""
_HEAD: Final = 0.42
"""The part of the first page that holds the head, shown when a value of the head was not found."""
_UNDRAWABLE: Final = (OSError, ValueError, RuntimeError, LookupError, EOFError, SyntaxError)
"""What the libraries of pages and pictures raise for files that they cannot draw."""
_PICTURES: Final = frozenset([".png", ".jpg", ".jpeg", ".tif", ".tiff"])

HEAD_FIELDS: Final = ("genre", "type", "number", "issued", "issuer", "subject", "recipients.to")


def crop(path: Path, evidence: Sequence[Evidence], field: str) -> Image | None:
    """The part of the page where a value stands; the head of page 1 for a head's value that stands nowhere.

    ``None`` for a document without pages to draw (plain text, Word, a file that is damaged or not the one the record
    was made from) and for a value of the body that stands nowhere.
    """
    draw = _drawer(path)
    places = [place for place in evidence if place.box is not None]
    if draw is None or not (places or field.startswith(HEAD_FIELDS)):
        return None
    page = places[0].page if places else 1
    try:
        picture, scale = draw(path, page)
    except _UNDRAWABLE:
        return None
    if places:
        return _cut(picture, scale, [place.box for place in places if place.page == page and place.box])
    return picture.crop((0, 0, picture.width, round(picture.height * _HEAD)))


def _drawer(path: Path) -> Callable[[Path, int], tuple[Image, float]] | None:
    suffix = path.suffix.lower()
    if suffix == ".pdf":
        return _pdf_page
    return _picture if suffix in _PICTURES else None


@lru_cache(maxsize=8)
def _pdf_page(path: Path, page: int) -> tuple[Image, float]:
    """A page of a PDF and its pixels a point."""
    import pypdfium2

    document = pypdfium2.PdfDocument(path)
    try:
        document.init_forms()
        return document[page - 1].render(scale=DPI / 72).to_pil().convert("RGB"), DPI / 72
    finally:
        document.close()


@lru_cache(maxsize=8)
def _picture(path: Path, page: int) -> tuple[Image, float]:
    """A picture file's page, upright, and its pixels a point."""
    import PIL.Image
    import PIL.ImageOps

    from vanban.reading.image import page_size

    try:
        with PIL.Image.open(path) as opened:
            opened.seek(page - 1)
            dpi = opened.info.get("dpi")
            upright = (PIL.ImageOps.exif_transpose(opened) or opened).convert("RGB")
    except PIL.Image.DecompressionBombError as error:
        raise ValueError(str(error)) from error
    width, _ = page_size(upright.width, upright.height, dpi)
    scale = DPI / 72
    small = upright.resize((round(width * scale), round(width * scale * upright.height / upright.width)))
    return small, scale


def _cut(picture: Image, scale: float, boxes: Sequence[Box]) -> Image:
    left, top = min(box[0] for box in boxes), min(box[1] for box in boxes)
    right, bottom = max(box[2] for box in boxes), max(box[3] for box in boxes)
    edges = (left - _MARGIN, top - _MARGIN, right + _MARGIN, bottom + _MARGIN)
    x0, y0, x1, y1 = (round(edge * scale) for edge in edges)
    x0, y0 = min(max(0, x0), picture.width - 1), min(max(0, y0), picture.height - 1)
    return picture.crop((x0, y0, max(x0 + 1, min(x1, picture.width)), max(y0 + 1, min(y1, picture.height))))
