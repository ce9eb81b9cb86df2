"""Numbers and days as clerks put them into a blank: by pen, by numbering machine or dater.

Two kinds of hands: stroke skeletons of our own with a writer's habits (``strokes.toml``), and scikit-learn's bundled
handwritten digits thinned to their strokes and drawn with a pen. Both pools are parted by split, so that a reader
trained on one split has never seen the hands of another.
"""

from __future__ import annotations

import random

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from corpus.scan.fonts import MONO_BOLD, SANS, SANS_BOLD, SERIF, SERIF_BOLD, face
from corpus.scan.ink import PENS, Colour, cropped, shade, tinted, turned, uneven
from corpus.scan.samples import skeleton
from corpus.scan.strokes import Points, ink, skeletons

_APART = range(600, 800)
WRITERS = {"train": range(600), "dev": _APART, "test": range(800, 1000), "calibration": _APART}
"""The writers of each split, by seed."""
STYLES = ("pen", "digits", "stamp")


def draw_number(
    text: str, rng: random.Random, split: str = "train", height: int = 64, style: str | None = None
) -> Image.Image:
    """The text as ink on a clear ground, cropped to the ink; digits stand about ``height`` pixels high.

    ``style`` is ``pen`` (a writer of our own), ``digits`` (scikit-learn's, for texts of digits alone) or ``stamp``;
    one is drawn by lot when absent, and words that no hand here can write are stamped. Raises ``KeyError`` for an
    unknown split.
    """
    style = style or rng.choices(STYLES, (58, 22, 20))[0]
    if not set(text) <= {*skeletons(), " "}:
        style = "stamp"
    elif style == "digits" and not (text.isdigit() and text.isascii()):
        style = "pen"
    if style == "stamp":
        return _stamped(text, rng, height)
    colour, press = _pen_colour(rng), rng.uniform(0, 0.35)
    cover = _sampled(text, rng, split, height) if style == "digits" else _written(text, rng, split, height)
    return cropped(uneven(tinted(cover, colour), press, rng))


def _pen_colour(rng: random.Random) -> Colour:
    pen = rng.choices(("black", "blue", "blue_black", "red"), (50, 34, 14, 2))[0]
    return shade(PENS[pen], rng)


def _written(text: str, rng: random.Random, split: str, height: int) -> NDArray[np.float32]:
    writer = random.Random(f"writer {rng.choice(WRITERS[split])}")  # noqa: S311 - a hand, not a secret
    slant, narrow = writer.uniform(-0.05, 0.45), writer.uniform(0.75, 1.2)
    pen = writer.choice((0.06, 0.075, 0.09, 0.12, 0.15)) * height
    gap = writer.uniform(0, 0.2) + 0.8 * pen / height
    habits = {glyph: _habit(variants, writer) for glyph, variants in skeletons().items()}
    wobble, x, strokes = writer.uniform(0.006, 0.028), 0.3, []
    climb = rng.gauss(0, 0.03)
    for glyph in text:
        if glyph == " ":
            x += 0.3
            continue
        scale, drop = rng.uniform(0.9, 1.1), rng.gauss(0, 0.025) - climb * x
        wide = narrow * scale
        for stroke in habits[glyph]:
            jitter = np.array([[rng.gauss(0, wobble), rng.gauss(0, wobble)] for _ in stroke])
            _keep_corners(stroke, jitter)
            drawn = (stroke + jitter) * (wide, scale) + (x, drop + 1 - scale)
            strokes.append(np.column_stack([drawn[:, 0] + slant * (1 - drawn[:, 1]), drawn[:, 1]]))
        x += max(float(stroke[:, 0].max()) for stroke in habits[glyph]) * wide + gap + rng.uniform(0, 0.06)
    size = (round((x + 0.9) * height), round(1.6 * height))
    return ink([(stroke + np.array((0.1, 0.25))) * height for stroke in strokes], size, pen, rng)


def _habit(variants: list[list[Points]], writer: random.Random) -> list[Points]:
    """A writer's own form of a glyph: one variant, its points moved for good."""
    strokes = []
    for stroke in writer.choice(variants):
        moved = np.array([[writer.gauss(0, 0.035), writer.gauss(0, 0.03)] for _ in stroke])
        _keep_corners(stroke, moved)
        strokes.append(stroke + moved)
    return strokes


def _keep_corners(stroke: Points, jitter: Points) -> None:
    """Move both points of a corner alike."""
    for at in range(1, len(stroke)):
        if (stroke[at] == stroke[at - 1]).all():
            jitter[at] = jitter[at - 1]


def _sampled(text: str, rng: random.Random, split: str, height: int) -> NDArray[np.float32]:
    near = rng.random()
    slant, wide, pen = rng.uniform(-0.1, 0.3), rng.uniform(0.62, 0.95), rng.choice((0.08, 0.1, 0.13)) * height
    tiles = [_penned(skeleton(digit, split, near + rng.gauss(0, 0.03)), height, wide, slant, pen) for digit in text]
    strip = np.zeros((tiles[0].shape[0], sum(tile.shape[1] for tile in tiles)), np.float32)
    x = 0
    for tile in tiles:
        strip[:, x : x + tile.shape[1]] = np.maximum(strip[:, x : x + tile.shape[1]], tile)
        inked = int(np.nonzero(tile.max(axis=0) > 0.3)[0].max(initial=0))
        x += min(tile.shape[1], inked + round(rng.uniform(-0.06, 0.08) * height))
    return strip


def _penned(thin: NDArray[np.uint8], height: int, wide: float, slant: float, pen: float) -> NDArray[np.float32]:
    """A thinned digit drawn with a pen at a size: smooth, slanted, ``height`` pixels from top to baseline."""
    rows, columns = np.nonzero(thin)
    inside = np.pad(thin[rows.min() : rows.max() + 1, columns.min() : columns.max() + 1], 8)
    larger = height / (inside.shape[0] - 16)
    away = cv2.GaussianBlur(cv2.distanceTransform(1 - inside, cv2.DIST_L2, 5), (0, 0), 1.3)
    size = (max(2, round(away.shape[1] * larger * wide)), round(away.shape[0] * larger))
    cover = np.clip(pen / 2 - cv2.resize(away, size, interpolation=cv2.INTER_CUBIC) * larger + 1.0, 0, 1)
    rows_kept = round(8 * larger - pen), round((away.shape[0] - 8) * larger + pen)
    cover = np.pad(cover[max(0, rows_kept[0]) : rows_kept[1]], ((0, 0), (0, round(abs(slant) * height))))
    cover = cover[:, max(0, round(6 * larger * wide - pen)) :]
    lean = np.array([[1, -slant, max(0.0, slant) * cover.shape[0]], [0, 1, 0]], np.float32)
    drawn: NDArray[np.float32] = cv2.warpAffine(cover, lean, (cover.shape[1], round(height + 2 * pen)))
    return drawn


def _stamped(text: str, rng: random.Random, height: int) -> Image.Image:
    """A numbering machine's or dater's figures: even type, uneven ink, wheels that do not quite line up."""
    kind = rng.choice((SANS_BOLD, SANS_BOLD, SANS, MONO_BOLD, SERIF, SERIF_BOLD))
    type_face = face(kind, max(6, round(height / 0.72)))
    gap, slip = rng.uniform(0, 0.16) * height, rng.choice((0.0, 0.02, 0.05)) * height
    pen = rng.choices(("black", "blue", "violet", "red"), (40, 30, 15, 15))[0]
    ink_colour = (*shade(PENS[pen], rng), rng.randint(190, 255))
    length = sum(type_face.getlength(glyph) + gap for glyph in text)
    strip = Image.new("RGBA", (round(length + height), round(height * 1.8)), (*ink_colour[:3], 0))
    pencil, x = ImageDraw.Draw(strip), height * 0.4
    for glyph in text:
        pencil.text((x, height * 1.4 + rng.gauss(0, slip)), glyph, font=type_face, fill=ink_colour, anchor="ls")
        x += type_face.getlength(glyph) + gap
    return cropped(turned(uneven(strip, rng.uniform(0.1, 0.6), rng), rng.gauss(0, 1.4)))
