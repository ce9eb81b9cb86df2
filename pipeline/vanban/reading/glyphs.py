"""A PDF page's characters as words: pdfium's raw calls, two boxes and one style for each word."""

from __future__ import annotations

import ctypes
import re
from dataclasses import dataclass
from math import hypot
from typing import Any, Final

import pypdfium2.raw as pdfium

from vanban.language.text import nfc
from vanban.reading.document import Word
from vanban.reading.geometry import Geometry
from vanban.reading.legacy import Encoding, by_font, convert, detect
from vanban.record import Box

INVISIBLE: Final = 3
_STROKED: Final = 2
_FORCE_BOLD: Final = 1 << 18
_ITALIC: Final = 1 << 6
_WORD = re.compile(r"[^\s\x00\x01\x03-\x08\x0e-\x1f]+")
_SUBSET = re.compile(r"^[A-Z]{6}\+")


@dataclass(slots=True)
class Style:
    """What a text object sets: font name without its subset mark, size in points, weight, slant, mode."""

    font: str | None
    size: float
    bold: bool
    italic: bool
    mode: int
    upright: bool
    legacy: Encoding | None = None


@dataclass(slots=True)
class Glyphs:
    """A page's words, and the area (square points) of those upright and of those never painted."""

    words: list[Word]
    area: float
    unseen: float


def read(page: Any, geometry: Geometry) -> Glyphs:
    """The words of ``page`` (a raw page handle); text of annotations is not among them."""
    handle = pdfium.FPDFText_LoadPage(page)
    if not handle:
        return Glyphs([], 0.0, 0.0)
    try:
        return _Reader(handle, geometry).read()
    finally:
        pdfium.FPDFText_ClosePage(handle)


def recode(words: list[Word]) -> None:
    """Make Unicode of words whose legacy encoding no font name tells: the printer put another font in its place."""
    encoding = detect("\n".join(word.text for word in words))
    if encoding is not None:
        for word in words:
            word.text = convert(word.text, encoding)


class _Reader:
    """Reads one text page. Styles are cached by text object, fonts by font."""

    def __init__(self, handle: Any, geometry: Geometry) -> None:
        self.handle = handle
        self.geometry = geometry
        self.styles: dict[int, Style] = {}
        self.fonts: dict[int, tuple[str | None, bool, bool, Encoding | None]] = {}
        self.rect, self.matrix, self.size = pdfium.FS_RECTF(), pdfium.FS_MATRIX(), ctypes.c_float()
        self.rect_ref, self.matrix_ref, self.size_ref = map(ctypes.byref, (self.rect, self.matrix, self.size))

    def read(self) -> Glyphs:
        words: list[Word] = []
        area = unseen = 0.0
        text = self.text()
        upto = 0
        for match in _WORD.finditer(text):
            for word, style in self.words(match.group(), match.start(), match.end()):
                if style.upright:
                    x0, top, x1, bottom = word.box
                    size = (x1 - x0) * (bottom - top)
                    area += size
                    unseen += size if style.mode == INVISIBLE else 0.0
                if words and self.goes_on(words[-1], word, text, upto, match.start()):
                    words[-1] = _joined(words[-1], word)
                else:
                    words.append(word)
            upto = match.end()
        return Glyphs(words, area, unseen)

    def goes_on(self, last: Word, word: Word, text: str, upto: int, start: int) -> bool:
        """Whether the white space between two words is only pdfium's, put where the letters stand close.

        Fonts that set some letters from another font make it see a new line inside a word.
        """
        size = word.size or 0.0
        gap = word.box[0] - last.box[2]
        if not -0.3 * size < gap < 0.08 * size or abs(word.box[3] - last.box[3]) > 0.2 * size:
            return False
        return start > upto and all(
            text[at] in "\r\n" or pdfium.FPDFText_IsGenerated(self.handle, at) == 1 for at in range(upto, start)
        )

    def text(self) -> str:
        """One Python character for each of pdfium's, so that indices agree."""
        count = pdfium.FPDFText_CountChars(self.handle)
        if count <= 0:
            return ""
        buffer = (ctypes.c_ushort * (count + 1))()
        got = pdfium.FPDFText_GetText(self.handle, 0, count, buffer) - 1
        text = bytes(buffer)[: 2 * got].decode("utf-16-le", "replace")
        if len(text) != count:
            text = "".join(map(_character, (pdfium.FPDFText_GetUnicode(self.handle, i) for i in range(count))))
        return text.replace("\x02", "-").replace("\ufffe", "-")

    def words(self, text: str, start: int, end: int) -> list[tuple[Word, Style]]:
        """The word of ``text[start:end]``; more than one where its characters do not stand together."""
        style = self.style(start)
        if style.upright:
            sides = self.sides(start)
            if end - start > 1:
                sides = _union(sides, self.sides(end - 1))
            box = self.geometry.box(*sides)
            if end - start == 1 or _together(box, style.size, end - start):
                return [(self.word(text, style, box, True), style)]
        boxes = [self.box(at) for at in range(start, end)]
        if not style.upright:
            box = boxes[0]
            for other in boxes[1:]:
                box = _union(box, other)
            return [(self.word(text, style, box, True), style)]
        return self.parted(text, boxes, start)

    def parted(self, text: str, boxes: list[Box], start: int) -> list[tuple[Word, Style]]:
        found = []
        at = 0
        while at < len(boxes):
            box, upto = boxes[at], at + 1
            while upto < len(boxes) and _follows(boxes[upto - 1], boxes[upto]):
                box = _union(box, boxes[upto])
                upto += 1
            style = self.style(start + at)
            same_line = upto < len(boxes) and abs(boxes[upto][3] - box[3]) < 0.5 * (box[3] - box[1])
            found.append((self.word(text[at:upto], style, box, not same_line), style))
            at = upto
        return found

    def word(self, text: str, style: Style, box: Box, space: bool) -> Word:
        text = convert(text, style.legacy, style.font) if style.legacy else text
        if not text.isascii():
            text = nfc(text)
        x0, top, x1, bottom = box
        return Word(
            text,
            (round(x0, 2), round(top, 2), round(x1, 2), round(bottom, 2)),
            None,
            style.font,
            style.size,
            style.bold,
            style.italic,
            0.0,
            space,
        )

    def box(self, index: int) -> Box:
        return self.geometry.box(*self.sides(index))

    def sides(self, index: int) -> tuple[float, float, float, float]:
        """Left, bottom, right, top in the PDF's own coordinates, as high as the font at every character."""
        rect = self.rect
        pdfium.FPDFText_GetLooseCharBox(self.handle, index, self.rect_ref)
        return rect.left, rect.bottom, rect.right, rect.top

    def style(self, index: int) -> Style:
        pointer = pdfium.FPDFText_GetTextObject(self.handle, index)
        key = ctypes.addressof(pointer.contents) if pointer else 0
        style = self.styles.get(key)
        if style is None:
            style = self.styles[key] = self.new_style(pointer, index) if pointer else _NO_STYLE
        return style

    def new_style(self, pointer: Any, index: int) -> Style:
        matrix = self.matrix
        pdfium.FPDFTextObj_GetFontSize(pointer, self.size_ref)
        pdfium.FPDFText_GetMatrix(self.handle, index, self.matrix_ref)
        mode = pdfium.FPDFTextObj_GetTextRenderMode(pointer)
        font, bold, italic, legacy = self.font(pdfium.FPDFTextObj_GetFont(pointer))
        size = round(self.size.value * hypot(matrix.c, matrix.d), 1)
        upright = self.geometry.upright(matrix.a, matrix.b)
        return Style(font, size, bold or mode == _STROKED, italic, mode, upright, legacy)

    def font(self, pointer: Any) -> tuple[str | None, bool, bool, Encoding | None]:
        key = ctypes.addressof(pointer.contents) if pointer else 0
        if key not in self.fonts:
            self.fonts[key] = _describe(pointer) if pointer else (None, False, False, None)
        return self.fonts[key]


_NO_STYLE = Style(None, 0.0, False, False, 0, True)


def _describe(font: Any) -> tuple[str | None, bool, bool, Encoding | None]:
    """Name, bold, italic, legacy encoding; the name is asked too, since flags of subsets often say nothing."""
    length = pdfium.FPDFFont_GetBaseFontName(font, None, 0)
    buffer = ctypes.create_string_buffer(max(1, length))
    pdfium.FPDFFont_GetBaseFontName(font, buffer, length)
    name = _SUBSET.sub("", buffer.value.decode("utf-8", "replace"))
    flags, weight = pdfium.FPDFFont_GetFlags(font), pdfium.FPDFFont_GetWeight(font)
    low = name.lower()
    bold = "bold" in low or "black" in low or bool(flags > 0 and flags & _FORCE_BOLD) or 600 <= weight <= 1000
    italic = "italic" in low or "oblique" in low or bool(flags > 0 and flags & _ITALIC)
    return name or None, bold, italic, by_font(name)


def _character(code: int) -> str:
    return chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else "\x00"


def _union(a: Box, b: Box) -> Box:
    return min(a[0], b[0]), min(a[1], b[1]), max(a[2], b[2]), max(a[3], b[3])


def _joined(a: Word, b: Word) -> Word:
    return Word(a.text + b.text, _union(a.box, b.box), None, a.font, a.size, a.bold, a.italic, 0.0, b.space)


def _together(box: Box, size: float, count: int) -> bool:
    """Whether ``box`` around a first and last character can be one printed word of ``count`` characters."""
    height = box[3] - box[1]
    return height < 1.9 * max(size, 1.0) and box[2] - box[0] <= 1.6 * max(size, 0.5 * height) * count


def _follows(a: Box, b: Box) -> bool:
    height = max(a[3] - a[1], b[3] - b[1], 1.0)
    return abs(a[3] - b[3]) <= 0.6 * height and -0.6 * height <= b[0] - a[2] <= 0.6 * height
