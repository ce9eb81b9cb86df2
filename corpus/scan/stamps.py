"""Stamps: the round seal, framed words, the incoming stamp, the signature box of a digital copy."""

from __future__ import annotations

import math
import random
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from PIL import Image, ImageDraw

from corpus.scan.fonts import SANS, SANS_BOLD, SERIF, SERIF_BOLD, SERIF_ITALIC, face
from corpus.scan.hands import draw_number
from corpus.scan.ink import PENS, SEAL_RED, Colour, cropped, shade, turned, uneven

STAR = "★"
"""Closes the words around a seal; drawn, for few faces have it."""


@cache
def words() -> dict[str, Any]:
    """The words of stamps (``stamps.toml``)."""
    return tomllib.loads((Path(__file__).parent / "stamps.toml").read_text("utf-8"))


def round_seal(size: int, ring: str, centre: list[str] | None, rng: random.Random) -> Image.Image:
    """The office's seal ``size`` pixels across: rings, words around, and an emblem or the office's name within."""
    ink: tuple[int, int, int, int] = (*shade(SEAL_RED, rng), rng.randint(185, 245))
    stamp = _clear(size, size, ink)
    draw = ImageDraw.Draw(stamp)
    for inset, pen in ((0.01, 0.022), (0.055, 0.008), (0.235, 0.01)):
        edge = inset * size
        draw.ellipse((edge, edge, size - edge, size - edge), outline=ink, width=max(1, round(pen * size)))
    _around(stamp, ring, ink, rng)
    middle = size / 2
    if centre:
        face_size = round(size * min(0.13, 0.5 / max(len(line) for line in centre) * 1.5))
        type_face = face(SANS_BOLD, max(6, face_size))
        for row, line in enumerate(centre):
            y = middle + (row - (len(centre) - 1) / 2) * face_size * 1.15
            draw.text((middle, y), line, font=type_face, fill=ink, anchor="mm")
    else:
        _emblem(draw, middle, size * 0.24, ink)
    return turned(uneven(stamp, rng.uniform(0.1, 0.7), rng), rng.gauss(0, 9))


def framed(lines: list[str], height: int, colour: Colour, rng: random.Random) -> Image.Image:
    """Words in a frame, single or double, with letters ``height`` pixels high."""
    ink = (*shade(colour, rng), rng.randint(190, 250))
    type_face = face(rng.choice((SANS_BOLD, SERIF_BOLD)), height)
    wide = round(max(type_face.getlength(line) for line in lines) + height * 1.1)
    tall = round(height * (1.25 * len(lines) + 0.55))
    stamp = _clear(wide, tall, ink)
    draw = ImageDraw.Draw(stamp)
    draw.rectangle((1, 1, wide - 2, tall - 2), outline=ink, width=max(2, height // 11))
    if rng.random() < 0.4:
        inner = max(4, height // 5)
        draw.rectangle((inner, inner, wide - inner, tall - inner), outline=ink, width=max(1, height // 22))
    for row, line in enumerate(lines):
        y = tall / 2 + (row - (len(lines) - 1) / 2) * height * 1.2
        draw.text((wide / 2, y), line, font=type_face, fill=ink, anchor="mm")
    return uneven(stamp, rng.uniform(0.1, 0.6), rng)


def incoming(width: int, office: str, rng: random.Random, split: str) -> Image.Image:
    """Dấu "Đến": the receiving office's own number and day (NĐ 30/2020 PL IV.I), traps for a reader of the head."""
    ink = (*shade(PENS[rng.choice(("red", "red", "blue", "violet"))], rng), rng.randint(190, 250))
    stamp = _clear(width, round(width * 0.62), ink)
    draw = ImageDraw.Draw(stamp)
    unit = width / 20
    draw.rectangle((1, 1, stamp.width - 2, stamp.height - 2), outline=ink, width=max(2, round(unit / 5)))
    type_face, small = face(SANS_BOLD, round(unit * 1.5)), face(SANS, round(unit * 1.35))
    title = rng.choice(("CÔNG VĂN ĐẾN", "CÔNG VĂN ĐẾN", "ĐẾN", "VĂN BẢN ĐẾN"))
    heading = face(SANS_BOLD, max(6, round(unit * min(1.25, 1.25 * 24 / max(len(office), 24)))))
    draw.text((width / 2, unit * 1.4), office, font=heading, fill=ink, anchor="mm")
    draw.text((width / 2, unit * 3.3), title, font=type_face, fill=ink, anchor="mm")
    day, month, year = rng.randint(1, 28), rng.randint(1, 12), rng.randint(2009, 2026)
    rows = [("Số:", str(rng.randint(1, 9999))), ("Ngày:", f"{day}/{month}/{year}"), ("Chuyển:", "")]
    style = rng.choice(("pen", "pen", "stamp"))
    for row, (name, value) in enumerate(rows):
        y = unit * (5.6 + 2.6 * row)
        start = unit + small.getlength(name)
        draw.text((unit * 0.8, y), name, font=small, fill=ink, anchor="ls")
        draw.text(
            (start, y), "." * round((width - start - unit) / small.getlength(".")), font=small, fill=ink, anchor="ls"
        )
        if value:
            number = draw_number(value, rng, split, round(unit * rng.uniform(1.3, 1.9)), style)
            stamp.alpha_composite(number, (round(start + unit * rng.uniform(0.5, 3)), max(0, round(y - number.height))))
    return turned(uneven(stamp, rng.uniform(0.05, 0.4), rng), rng.gauss(0, 2.5))


def urgency(text: str, height: int, rng: random.Random) -> Image.Image:
    """A mark such as HỎA TỐC in red, mostly in a frame and aslant (NĐ 30/2020 PL I.II.9)."""
    return turned(
        framed([text.upper()], height, SEAL_RED, rng), rng.choice((0.0, rng.uniform(-4, 4), rng.uniform(6, 24)))
    )


def true_copy(height: int, rng: random.Random) -> Image.Image:
    """SAO Y with the copying office and its day, as portals print it in the top margin."""
    when = _moment(rng)
    office = rng.choice(words()["offices"]).title()
    form = rng.choice(
        (
            [f"SAO Y; {office}; {when}"],
            ["SAO Y", when[:10]],
            [f"SAO Y BẢN CHÍNH - {office}", f"Ngày {when[:2]} tháng {when[3:5]} năm {when[6:10]}"],
        )
    )
    return typed(form, height, shade(rng.choice((SEAL_RED, PENS["black"])), rng), rng)


def e_signature(rng: random.Random) -> list[str]:
    """The lines of a digital signature's box (NĐ 30/2020 PL I.II.8); the moment is days after the date of issue."""
    name, office, when = rng.choice(words()["signers"]), rng.choice(words()["offices"]).title(), _moment(rng)
    email = rng.choice(words()["emails"])
    return rng.choice(
        (
            [f"Ký bởi: {office}", f"Email: {email}", f"Thời gian ký: {when} +07:00"],
            [f"Người ký: {name}", f"Cơ quan: {office}", f"Thời gian ký: {when}"],
            [f"Người ký: {office}", f"Email: {email}", "Cơ quan: Tỉnh Lam Sơn", f"Thời gian ký: {when} +07:00"],
            ["Signature Valid", f"Ký bởi: {name}", f"Ngày ký: {when}"],
        )
    )


def typed(lines: list[str], height: int, colour: Colour, rng: random.Random) -> Image.Image:
    """Lines of small type, ``height`` pixels a line."""
    type_face = face(rng.choice((SERIF, SERIF_ITALIC, SANS)), height)
    wide = round(max(type_face.getlength(line) for line in lines)) + 4
    sheet = _clear(wide, round(height * 1.3 * len(lines)) + 4, (*colour, 0))
    for row, line in enumerate(lines):
        ImageDraw.Draw(sheet).text((2, round(height * 1.3 * row)), line, font=type_face, fill=(*colour, 255))
    return cropped(sheet)


def watermark(text: str, width: int, rng: random.Random) -> Image.Image:
    """Faint words across the page."""
    type_face = face(SANS_BOLD, max(8, round(width / max(6, len(text)) * 1.5)))
    sheet = _clear(round(type_face.getlength(text)) + 8, round(type_face.size * 1.5), (120, 120, 130, 0))
    faint = (*rng.choice(((120, 120, 130), (150, 90, 90), (90, 110, 160))), rng.randint(22, 60))
    ImageDraw.Draw(sheet).text((4, 0), text, font=type_face, fill=faint)
    return turned(sheet, rng.uniform(25, 50))


def _moment(rng: random.Random) -> str:
    day, month, year = rng.randint(1, 28), rng.randint(1, 12), rng.randint(2016, 2026)
    return f"{day:02}-{month:02}-{year} {rng.randint(7, 18):02}:{rng.randint(0, 59):02}:{rng.randint(0, 59):02}"


def _clear(width: int, height: int, ink: tuple[int, int, int, int]) -> Image.Image:
    """A clear ground that bears the ink's colour, so that smoothed edges do not turn grey."""
    return Image.new("RGBA", (max(1, width), max(1, height)), (*ink[:3], 0))


def _around(stamp: Image.Image, ring: str, ink: tuple[int, int, int, int], rng: random.Random) -> None:
    size = stamp.width
    letters = ring + (f" {STAR}" if rng.random() < 0.7 else "")
    type_face = face(SANS_BOLD, max(6, round(size * min(0.105, 2.5 / max(len(letters), 18)))))
    widths = [type_face.getlength(letter) + size * 0.008 for letter in letters]
    spread = min(2 * math.pi * 0.93, sum(widths) / (size * 0.355) * 1.12)
    angle = -spread / 2 + rng.gauss(0, 0.06)
    for letter, width in zip(letters, widths, strict=True):
        turn = angle + spread * width / sum(widths) / 2
        angle += spread * width / sum(widths)
        tile = _clear(size // 5, size // 5, ink)
        if letter == STAR:
            _star(ImageDraw.Draw(tile), size / 10, size / 10, size * 0.035, ink)
        else:
            ImageDraw.Draw(tile).text((size // 10, size // 10), letter, font=type_face, fill=ink, anchor="mm")
        tile = tile.rotate(-math.degrees(turn), resample=Image.Resampling.BICUBIC)
        x, y = size / 2 + size * 0.355 * math.sin(turn), size / 2 - size * 0.355 * math.cos(turn)
        stamp.alpha_composite(tile, (max(0, round(x - size / 10)), max(0, round(y - size / 10))))


def _emblem(draw: ImageDraw.ImageDraw, middle: float, reach: float, ink: tuple[int, int, int, int]) -> None:
    """A star among ears and over a wheel: what the arms look like at the size of a seal."""
    pen = max(1, round(reach / 16))
    for side in (-1, 1):
        for step in range(9):
            turn = math.pi / 2 + side * (0.35 + step * 0.24)
            x, y = middle + reach * math.cos(turn), middle + reach * math.sin(turn)
            draw.ellipse((x - pen * 2.2, y - pen * 1.3, x + pen * 2.2, y + pen * 1.3), outline=ink, width=pen)
    wheel = (middle - reach * 0.3, middle + reach * 0.35, middle + reach * 0.3, middle + reach * 0.9)
    draw.ellipse(wheel, outline=ink, width=pen * 2)
    draw.line((middle - reach * 0.7, middle + reach * 0.8, middle + reach * 0.7, middle + reach * 0.8), ink, pen * 2)
    _star(draw, middle, middle - 0.25 * reach, 0.42 * reach, ink)


def _star(draw: ImageDraw.ImageDraw, x: float, y: float, reach: float, ink: tuple[int, int, int, int]) -> None:
    """A star of five points about a middle."""
    points = []
    for tip in range(10):
        far, turn = reach * (1 if tip % 2 == 0 else 0.4), math.pi * tip / 5
        points.append((x + far * math.sin(turn), y - far * math.cos(turn)))
    draw.polygon(points, fill=ink)
