"""Drawing of office pages: fonts, centred and wrapped text, seals; used to make sample documents."""

from __future__ import annotations

import math
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

FAMILIES = {
    "Tinos": ("/usr/share/fonts/truetype/croscore", "Tinos-{}.ttf", ("Regular", "Bold", "Italic")),
    "DejaVu": ("/usr/share/fonts/truetype/dejavu", "DejaVuSerif{}.ttf", ("", "-Bold", "-Italic")),
}
STYLES = ("regular", "bold", "italic")
RED = (205, 32, 44)


def font_file(style: str) -> Path:
    """The file of a serif font with all Vietnamese letters; ``style`` is one of :data:`STYLES`."""
    for folder, pattern, names in FAMILIES.values():
        path = Path(folder) / pattern.format(names[STYLES.index(style)])
        if path.exists():
            return path
    raise FileNotFoundError("no Vietnamese serif font: install fonts-croscore or fonts-dejavu-extra")


def font(style: str, points: float, dpi: int) -> ImageFont.FreeTypeFont:
    """A font of so many points at a resolution."""
    return ImageFont.truetype(str(font_file(style)), round(points * dpi / 72))


def wrap(text: str, face: ImageFont.FreeTypeFont, width: float) -> list[str]:
    """Lines of words no wider than ``width`` pixels."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and face.getlength(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def seal(size: int, words: str) -> Image.Image:
    """A round red seal of ``size`` pixels with a star and words around it, on a clear ground."""
    image = Image.new("RGBA", (size, size), (0, 0, 0, 0))
    draw = ImageDraw.Draw(image)
    ink = (*RED, 215)
    for inset, pen in ((2, size // 40), (size // 14, size // 90)):
        draw.ellipse((inset, inset, size - inset, size - inset), outline=ink, width=max(pen, 1))
    face = ImageFont.truetype(str(font_file("bold")), size // 11)
    middle, radius = size / 2, size * 0.37
    for at, letter in enumerate(words):
        angle = math.radians(-140 + 280 * at / max(len(words) - 1, 1))
        tile = Image.new("RGBA", (size // 6, size // 6), (0, 0, 0, 0))
        ImageDraw.Draw(tile).text((size // 12, size // 12), letter, font=face, fill=ink, anchor="mm")
        tile = tile.rotate(-math.degrees(angle), resample=Image.Resampling.BICUBIC)
        x, y = middle + radius * math.sin(angle), middle - radius * math.cos(angle)
        image.alpha_composite(tile, (round(x - size / 12), round(y - size / 12)))
    points = []
    for at in range(10):
        reach = size * (0.2 if at % 2 == 0 else 0.08)
        angle = math.pi * at / 5
        points.append((middle + reach * math.sin(angle), middle - reach * math.cos(angle)))
    draw.polygon(points, fill=ink)
    return image
