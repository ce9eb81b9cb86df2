"""Pages as pictures: a PDF rendered, its words looked up, and pictures bound into a PDF again."""

from __future__ import annotations

import io
from dataclasses import dataclass, field

import cv2
import numpy as np
import pikepdf
import pypdfium2
from PIL import Image, TiffImagePlugin
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from corpus.manuscript import Box
from corpus.scan.fonts import SERIF, font_file
from corpus.scan.geometry import Picture


@dataclass(slots=True)
class Sheet:
    """A page on its way through the scanner: its picture, its size in points, and text to lay over it as real text."""

    image: Picture
    width: float
    height: float
    dpi: int
    over: list[tuple[str, float, float, float]] = field(default_factory=list)
    """Text, x, baseline from the top, and size, all in points: an e-signature's words on top of the image."""
    over_unseen: bool = False
    """The text lies unseen over ink that says the same."""
    two_tone: bool = False
    quality: int = 80


def unbind(data: bytes, dpi: int) -> list[Sheet]:
    """Every page of a PDF rendered at ``dpi``."""
    document = pypdfium2.PdfDocument(data)
    sheets = []
    for page in document:
        width, height = page.get_size()
        drawn = page.render(scale=dpi / 72).to_numpy()
        image = np.ascontiguousarray(cv2.cvtColor(drawn, cv2.COLOR_BGR2RGB)).astype(np.uint8, copy=False)
        sheets.append(Sheet(image, width, height, dpi))
    document.close()
    return sheets


def text_within(data: bytes, page: int, box: Box) -> str:
    """The born-digital page's own words in a box (points from the top left)."""
    document = pypdfium2.PdfDocument(data)
    leaf = document[page - 1]
    height = leaf.get_height()
    x0, top, x1, bottom = box
    words: str = leaf.get_textpage().get_text_bounded(x0 - 1, height - bottom - 1, x1 + 1, height - top + 1)
    document.close()
    return " ".join(words.split())


def last_words(data: bytes, words: str) -> tuple[int, Box] | None:
    """The page and box of the last place where the born-digital pages say ``words``."""
    document = pypdfium2.PdfDocument(data)
    found = None
    for number, page in enumerate(document, 1):
        search = page.get_textpage().search(words)
        while hit := search.get_next():
            left, bottom, right, top = page.get_textpage().get_charbox(hit[0] + hit[1] - 1)
            found = (number, (left, page.get_height() - top, right, page.get_height() - bottom))
    document.close()
    return found


def bind(sheets: list[Sheet]) -> bytes:
    """A PDF whose pages are the pictures, as JPEG or one-bit fax (CCITT group 4), the same bytes for the same input."""
    document = pikepdf.new()
    for sheet in sheets:
        page = document.add_blank_page(page_size=(sheet.width, sheet.height))
        picture = _fax(document, sheet.image) if sheet.two_tone else _jpeg(document, sheet.image, sheet.quality)
        page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Im0=picture))
        drawn = f"q {sheet.width:.2f} 0 0 {sheet.height:.2f} 0 0 cm /Im0 Do Q"
        if sheet.over:
            with pikepdf.open(io.BytesIO(_overlay(sheet))) as words:
                page.Resources.XObject.Fm0 = document.copy_foreign(words.pages[0].as_form_xobject())
            drawn += " q /Fm0 Do Q"
        page.Contents = document.make_stream(drawn.encode())
    packed = io.BytesIO()
    document.save(packed, deterministic_id=True)
    return packed.getvalue()


def _jpeg(document: pikepdf.Pdf, image: Picture, quality: int) -> pikepdf.Object:
    colourless = bool((image[..., 0] == image[..., 1]).all() and (image[..., 1] == image[..., 2]).all())
    pixels = image[..., 0] if colourless else image[..., ::-1]
    packed = cv2.imencode(".jpg", pixels, [cv2.IMWRITE_JPEG_QUALITY, quality])[1].tobytes()
    return _image(document, packed, image, "/DeviceGray" if colourless else "/DeviceRGB", 8, pikepdf.Name.DCTDecode)


def _fax(document: pikepdf.Pdf, image: Picture) -> pikepdf.Object:
    page = Image.fromarray(image[..., 0] > 127)
    strip = io.BytesIO()
    page.save(strip, "TIFF", compression="group4", strip_size=((page.width + 7) // 8) * page.height)
    strip.seek(0)
    with TiffImagePlugin.TiffImageFile(strip) as tiff:
        start, length = tiff.tag_v2[TiffImagePlugin.STRIPOFFSETS][0], tiff.tag_v2[TiffImagePlugin.STRIPBYTECOUNTS][0]
        black_is_one = tiff.tag_v2[TiffImagePlugin.PHOTOMETRIC_INTERPRETATION] == 1
    drawn = _image(
        document,
        strip.getvalue()[start : start + length],
        image,
        "/DeviceGray",
        1,
        pikepdf.Name.CCITTFaxDecode,
    )
    drawn.DecodeParms = pikepdf.Dictionary(K=-1, Columns=page.width, Rows=page.height, BlackIs1=black_is_one)
    return drawn


def _image(
    document: pikepdf.Pdf, packed: bytes, image: Picture, space: str, bits: int, coding: pikepdf.Name
) -> pikepdf.Object:
    stream = document.make_stream(packed)
    stream.Type, stream.Subtype = pikepdf.Name.XObject, pikepdf.Name.Image
    stream.Width, stream.Height = image.shape[1], image.shape[0]
    stream.ColorSpace, stream.BitsPerComponent, stream.Filter = pikepdf.Name(space), bits, coding
    return stream


def _overlay(sheet: Sheet) -> bytes:
    packed = io.BytesIO()
    pdfmetrics.registerFont(TTFont("stamp-serif", str(font_file(SERIF))))
    canvas = Canvas(packed, pagesize=(sheet.width, sheet.height), invariant=True)
    canvas.setFillColorRGB(0.75, 0.1, 0.1)
    for text, x, baseline, points in sheet.over:
        canvas.setFont("stamp-serif", points)
        canvas.drawString(x, sheet.height - baseline, text, mode=3 if sheet.over_unseen else 0)
    canvas.save()
    return packed.getvalue()
