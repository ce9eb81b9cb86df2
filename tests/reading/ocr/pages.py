"""Pages drawn for the tests: a made-up letter in DejaVu Serif, with marks, seals and pen strokes on demand."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from PIL import Image, ImageDraw, ImageFont

DPI = 200
WIDTH, HEIGHT = 595.0, 842.0
BODY = [
    "Thực hiện Kế hoạch về việc trồng cây xanh ven đường trong khu dân cư,",
    "Ủy ban nhân dân xã Đồng Mận đề nghị các thôn rà soát, thống kê số hộ",
    "đăng ký nhận cây giống và gửi kết quả về Văn phòng trước ngày họp.",
    "Các thôn phân công người theo dõi, bảo đảm mỗi hộ được nhận đủ cây và",
    "được hướng dẫn cách trồng, chăm sóc. Trong quá trình thực hiện, nếu có",
    "khó khăn, vướng mắc thì báo cáo kịp thời để được xem xét, giải quyết.",
]


@cache
def font(size: int, *, italic: bool = False) -> ImageFont.FreeTypeFont:
    """DejaVu Serif at a size in pixels; skips the test where the system has none."""
    for folder in ("/usr/share/fonts/truetype/dejavu", "/usr/share/fonts/dejavu"):
        path = Path(folder) / ("DejaVuSerifCondensed-Italic.ttf" if italic else "DejaVuSerif.ttf")
        if path.exists():
            return ImageFont.truetype(str(path), size)
    raise pytest.skip.Exception("no DejaVu Serif on this system")


def sheet() -> Image.Image:
    """A blank A4 sheet at 200 dpi."""
    return Image.new("RGB", (round(WIDTH * DPI / 72), round(HEIGHT * DPI / 72)), "white")


def letter(lines: int = 18) -> Image.Image:
    """A page of body text."""
    page = sheet()
    draw = ImageDraw.Draw(page)
    for number in range(lines):
        draw.text((180, 420 + 62 * number), BODY[number % len(BODY)], fill="black", font=font(34))
    return page


def head(serial: str = "215", day: str = "07") -> Image.Image:
    """A page with the head of a letter, its number and date in print, and some text."""
    page = letter(6)
    draw = ImageDraw.Draw(page)
    draw.text((180, 160), "ỦY BAN NHÂN DÂN", fill="black", font=font(34))
    draw.text((180, 230), f"Số: {serial} /KH-UBND", fill="black", font=font(34))
    draw.text((800, 230), f"Đồng Mận, ngày {day} tháng 11 năm 2031", fill="black", font=font(34, italic=True))
    return page


def seal(page: Image.Image, centre: tuple[int, int], radius: int = 170, colour: str = "#d8262c") -> None:
    """A round seal, drawn under the print that is already there as ink on paper mixes: the darker wins."""
    from PIL import ImageChops

    layer = Image.new("RGB", page.size, "white")
    draw = ImageDraw.Draw(layer)
    x, y = centre
    for inner in (0, 40):
        box = (x - radius + inner, y - radius + inner, x + radius - inner, y + radius - inner)
        draw.ellipse(box, outline=colour, width=7)
    page.paste(ImageChops.darker(page, layer))
