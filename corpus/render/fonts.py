"""Serif faces with all Vietnamese letters: their files, the widths of words, and their registration for PDF."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

_FOLDER = Path("/usr/share/fonts/truetype")
_FILES = {
    "Tinos": "croscore/Tinos-{}.ttf",
    "DejaVu": "dejavu/DejaVuSerif{}.ttf",
}
_STYLES = ("Regular", "Bold", "Italic", "BoldItalic")
_DEJAVU = ("", "-Bold", "-Italic", "-BoldItalic")
ASCENT, DESCENT = 0.89, 0.22
"""Height above and depth below the base line as shares of the size, as in Times New Roman."""


@cache
def families() -> tuple[str, ...]:
    """The families whose four styles are installed; those shaped like Times (NĐ 30/2020 PL I.I.3) come alone.

    Raises ``FileNotFoundError`` when there is none.
    """
    found = tuple(name for name in _FILES if all(font_file(name, style).exists() for style in range(4)))
    if not found:
        raise FileNotFoundError("no Vietnamese serif font: install fonts-croscore or fonts-dejavu-extra")
    return tuple(name for name in found if name != "DejaVu") or found


def font_file(family: str, style: int) -> Path:
    """The file of a family's style: 0 upright, 1 bold, 2 italic, 3 bold italic."""
    return _FOLDER / _FILES[family].format((_DEJAVU if family == "DejaVu" else _STYLES)[style])


@cache
def face(family: str, bold: bool, italic: bool) -> str:
    """The name under which reportlab knows the face; registers it at first use."""
    style = bold + 2 * italic
    name = f"{family}-{_STYLES[style]}"
    pdfmetrics.registerFont(TTFont(name, str(font_file(family, style))))
    return name


@cache
def _unit_width(name: str, text: str) -> float:
    return float(pdfmetrics.stringWidth(text, name, 1000)) / 1000


def measure(name: str, text: str, size: float) -> float:
    """The width of the text in points."""
    return _unit_width(name, text) * size
