"""Makers of small documents: PDFs drawn with reportlab in DejaVu, pictures drawn with Pillow."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from PIL import Image, ImageDraw, ImageFont

DEJAVU = Path("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf")
A4 = (595.0, 842.0)

LETTER = (
    "ỦY BAN NHÂN DÂN HUYỆN CỔ LŨNG",
    "Số: 41/KH-UBND",
    "KẾ HOẠCH",
    "Tổ chức phong trào thi đua làm đường liên thôn trên địa bàn huyện năm nay",
    "Các xã rà soát những tuyến đường cần sửa và gửi danh sách về phòng chuyên môn",
    "Giao phòng Kinh tế tổng hợp, báo cáo kết quả trước ngày hai mươi của mỗi tháng",
    "Các thôn bố trí người, phương tiện và lịch làm việc phù hợp với mùa vụ ở địa phương",
    "Kinh phí lấy từ nguồn đóng góp của nhân dân và phần hỗ trợ của ngân sách huyện",
)

Lines = Iterable[tuple[float, float, str]]
MakePdf = Callable[..., Path]


def spread(lines: Iterable[str] = LETTER) -> list[tuple[float, float, str]]:
    """Lines of print from the top of an A4 page: left side, distance from the top, text."""
    return [(70.0, 80.0 + 22.0 * at, line) for at, line in enumerate(lines)]


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


def picture(lines: Iterable[str] = LETTER, *, width: int = 1240, height: int = 1754) -> Image.Image:
    """A page as a scanner at 150 dpi would see it."""
    image = Image.new("RGB", (width, height), "white")
    if DEJAVU.exists():
        pen = ImageDraw.Draw(image)
        font = ImageFont.truetype(str(DEJAVU), 25)
        for at, line in enumerate(lines):
            pen.text((145, 150 + 46 * at), line, fill="black", font=font)
    return image
