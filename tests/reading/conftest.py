"""A maker of small PDFs, drawn with reportlab in DejaVu."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest
from PIL import Image

from tests.reading.drawn import A4, DEJAVU, Lines, MakePdf


@pytest.fixture
def make_pdf(tmp_path: Path) -> MakePdf:
    """``make_pdf(pages=[[(x, top, text), …], …], picture=…, mode=…)`` draws a PDF and gives its path."""
    if not DEJAVU.exists():
        pytest.skip("fonts-dejavu-core is not installed")
    from reportlab.lib.utils import ImageReader
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.pdfgen import canvas

    pdfmetrics.registerFont(TTFont("DejaVu", str(DEJAVU)))
    pdfmetrics.registerFont(TTFont("DejaVuBold", str(DEJAVU.with_name("DejaVuSans-Bold.ttf"))))

    def make(
        pages: Iterable[Lines],
        *,
        name: str = "made.pdf",
        size: tuple[float, float] = A4,
        picture: Image.Image | None = None,
        mode: int = 0,
        font: str = "DejaVu",
        rules: Iterable[tuple[float, float, float, float]] = (),
    ) -> Path:
        path = tmp_path / name
        paper = canvas.Canvas(str(path), pagesize=size)
        for lines in pages:
            if picture is not None:
                paper.drawImage(ImageReader(picture), 0, 0, *size)
            for x0, top, x1, bottom in rules:
                paper.line(x0, size[1] - top, x1, size[1] - bottom)
            for x, top, line in lines:
                text = paper.beginText(x, size[1] - top)
                text.setFont(font, 12)
                text.setTextRenderMode(mode)
                text.textOut(line)
                paper.drawText(text)
            paper.showPage()
        paper.save()
        return path

    return make
