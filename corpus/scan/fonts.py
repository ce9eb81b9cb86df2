"""Faces of stamps and typed notes: sans, mono and serif with all Vietnamese letters."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from PIL import ImageFont

ROOT = Path("/usr/share/fonts/truetype")
SANS = ("croscore/Arimo-Regular.ttf", "dejavu/DejaVuSans.ttf")
SANS_BOLD = ("croscore/Arimo-Bold.ttf", "dejavu/DejaVuSans-Bold.ttf")
MONO_BOLD = ("croscore/Cousine-Bold.ttf", "dejavu/DejaVuSansMono-Bold.ttf")
SERIF = ("croscore/Tinos-Regular.ttf", "dejavu/DejaVuSerif.ttf")
SERIF_BOLD = ("croscore/Tinos-Bold.ttf", "dejavu/DejaVuSerif-Bold.ttf")
SERIF_ITALIC = ("croscore/Tinos-Italic.ttf", "dejavu/DejaVuSerif-Italic.ttf")


def font_file(kind: tuple[str, ...]) -> Path:
    """The first of the kind's files that the machine has; ``FileNotFoundError`` when it has none."""
    for name in kind:
        if (ROOT / name).exists():
            return ROOT / name
    raise FileNotFoundError(f"none of {', '.join(kind)} under {ROOT}: install fonts-croscore or fonts-dejavu-extra")


@lru_cache(maxsize=256)
def face(kind: tuple[str, ...], pixels: int) -> ImageFont.FreeTypeFont:
    """The kind's face at a size in pixels."""
    return ImageFont.truetype(str(font_file(kind)), pixels)
