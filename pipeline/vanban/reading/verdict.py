"""Is a PDF page text, a scan, or blank? By how much of it the text covers, never by "has text"."""

from __future__ import annotations

from typing import Final, Literal

from vanban.language.syllables import judge
from vanban.reading.document import Word
from vanban.reading.drawings import Drawings
from vanban.reading.geometry import Geometry
from vanban.reading.glyphs import Glyphs
from vanban.settings import Settings

Verdict = Literal["digital", "scan", "blank"]

PAGE_IMAGE: Final = 0.5
"""Images over this share of the page: the page is a picture, and text on it a layer or a stamp."""

_LARGE_IMAGE: Final = 0.25
_PRINT_OVER_IMAGE: Final = 0.10
"""Painted text over a page image is print on a background from this cover on; below, stamps and e-signature boxes."""

_LAYER_VALID: Final = 0.80
_LAYER_MARKED: Final = 0.60
_OUTLINES: Final = 60
_FEW_WORDS: Final = 30


def decide(glyphs: Glyphs, drawings: Drawings, geometry: Geometry, settings: Settings) -> Verdict:
    """Whether the page's own text is what it says (``digital``), or its image must be read (``scan``)."""
    page = max(geometry.width * geometry.height, 1.0)
    image = drawings.image_cover(geometry)
    if not glyphs.words:
        return "scan" if image >= settings.ocr_text_cover or drawings.paths > _OUTLINES else "blank"
    unseen, seen = glyphs.unseen / page, (glyphs.area - glyphs.unseen) / page
    if image >= PAGE_IMAGE:
        layer = unseen >= settings.ocr_text_cover or seen >= _PRINT_OVER_IMAGE
        return "digital" if layer and reads_well(glyphs.words) else "scan"
    if image >= _LARGE_IMAGE and unseen + seen < settings.ocr_text_cover:
        return "scan"
    return "scan" if is_broken(glyphs.words) else "digital"


def reads_well(words: list[Word]) -> bool:
    """Whether a text layer is good Vietnamese: nearly all syllables possible, most of them with their marks."""
    found = judge(" ".join(word.text for word in words))
    return found.words > 0 and found.valid >= _LAYER_VALID and found.marked >= _LAYER_MARKED


def is_broken(words: list[Word]) -> bool:
    """Whether a PDF's fonts do not tell their letters: private characters, or marks that make no syllables."""
    text = " ".join(word.text for word in words)
    strange = sum("\ue000" <= c <= "\uf8ff" or c in "\x00\ufffd" for c in text)
    if strange > 0.2 * len(text):
        return True
    found = judge(text)
    return found.words >= _FEW_WORDS and found.marked >= 0.3 and found.valid < 0.5
