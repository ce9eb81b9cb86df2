"""What the tests draw: a made-up letter, where its lines stand, and its picture."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

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


def picture(lines: Iterable[str] = LETTER, *, width: int = 1240, height: int = 1754) -> Image.Image:
    """A page as a scanner at 150 dpi would see it."""
    image = Image.new("RGB", (width, height), "white")
    if DEJAVU.exists():
        pen = ImageDraw.Draw(image)
        font = ImageFont.truetype(str(DEJAVU), 25)
        for at, line in enumerate(lines):
            pen.text((145, 150 + 46 * at), line, fill="black", font=font)
    return image
