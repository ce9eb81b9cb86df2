"""Make the sample PDF files of corpus/samples: a born-digital letter and an office's scan.

Both are invented. The scan is skewed and speckled, with a red seal over the signature, an e-signature box
as the only text of the page, and a blank number and day. ``python -m corpus.make_samples`` makes them again.
"""

from __future__ import annotations

import io
import random
from pathlib import Path

from PIL import Image, ImageChops, ImageDraw, ImageFilter
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from corpus.drawing import STYLES, font, font_file, seal
from corpus.sample_texts import DECISION, LETTER
from corpus.sheet import Sheet, lay_out

SAMPLES = Path(__file__).parent / "samples"
DPI = 200
SEED = 2026


def main() -> None:
    """Write the sample files."""
    SAMPLES.mkdir(exist_ok=True)
    digital(LETTER, SAMPLES / "cong-van.pdf")
    scan(DECISION, SAMPLES / "quyet-dinh-quet.pdf")


def digital(sheet: Sheet, path: Path) -> None:
    """A born-digital PDF of the sheet."""
    for style in STYLES:
        pdfmetrics.registerFont(TTFont(style, str(font_file(style))))
    canvas = Canvas(str(path), pagesize=A4, invariant=True)
    canvas.setTitle(path.stem)
    for line in lay_out(sheet):
        canvas.setFont(line.style, line.points)
        draw = canvas.drawCentredString if line.centred else canvas.drawString
        draw(line.x, A4[1] - line.y, line.text)
    canvas.save()


def scan(sheet: Sheet, path: Path) -> None:
    """A one-page PDF whose page is an image, with an e-signature box as its only text."""
    chance = random.Random(SEED)  # noqa: S311 - noise, not secrets
    page = Image.new("RGB", (round(A4[0] * DPI / 72), round(A4[1] * DPI / 72)), (250, 249, 246))
    draw = ImageDraw.Draw(page)
    for line in lay_out(sheet):
        at = (line.x * DPI / 72, line.y * DPI / 72)
        draw.text(
            at,
            line.text,
            font=font(line.style, line.points, DPI),
            fill=(28, 28, 32),
            anchor="ms" if line.centred else "ls",
        )
    stamp = seal(round(1.35 * DPI), sheet.seal)
    ink = Image.new("RGB", page.size, "white")
    ink.paste(stamp, (round(330 * DPI / 72), round((sheet.signature_y + 22) * DPI / 72)), stamp)
    page = ImageChops.multiply(page, ink)  # ink over ink is darker, as on paper
    page = page.rotate(0.9, resample=Image.Resampling.BICUBIC, fillcolor=(250, 249, 246))
    page = page.filter(ImageFilter.GaussianBlur(0.6))
    for _ in range(900):
        shade = chance.randint(60, 170)
        page.putpixel((chance.randrange(page.width), chance.randrange(page.height)), (shade, shade, shade))
    packed = io.BytesIO()
    page.save(packed, "JPEG", quality=62)
    packed.seek(0)
    canvas = Canvas(str(path), pagesize=A4, invariant=True)
    canvas.setTitle(path.stem)
    canvas.drawImage(ImageReader(packed), 0, 0, *A4)
    pdfmetrics.registerFont(TTFont("regular", str(font_file("regular"))))
    canvas.setFont("regular", 7)
    canvas.rect(430, 800, 140, 28)
    for row, words in enumerate(sheet.e_signature):
        canvas.drawString(434, 818 - 9 * row, words)
    canvas.save()


if __name__ == "__main__":
    main()
