"""Ink upon paper: colours, stamps pressed unevenly, and layers multiplied onto a page."""

from __future__ import annotations

import random

import cv2
import numpy as np
from PIL import Image

from corpus.scan.geometry import Picture

Colour = tuple[int, int, int]

SEAL_RED: Colour = (210, 32, 44)
PENS: dict[str, Colour] = {
    "black": (22, 22, 28),
    "blue": (30, 48, 150),
    "blue_black": (30, 34, 74),
    "violet": (84, 46, 150),
    "red": (200, 30, 40),
}


def shade(colour: Colour, rng: random.Random, spread: int = 18) -> Colour:
    """The colour of one pen or pad among many of its kind."""
    red, green, blue = (min(255, max(0, value + rng.randint(-spread, spread))) for value in colour)
    return (red, green, blue)


def tinted(cover: np.ndarray, colour: Colour) -> Image.Image:
    """An RGBA layer of one colour from how much each pixel is covered (height × width, 0–1)."""
    layer = np.empty((*cover.shape, 4), np.uint8)
    layer[..., :3] = colour
    layer[..., 3] = np.clip(cover * 255, 0, 255).astype(np.uint8)
    return Image.fromarray(layer)


def uneven(stamp: Image.Image, strength: float, rng: random.Random) -> Image.Image:
    """A stamp whose pad was dry here and there: clouds of weaker ink and bare grains."""
    chance = np.random.default_rng(rng.getrandbits(32))
    width, height = stamp.size
    coarse = chance.random((5, 5), dtype=np.float32)
    clouds = cv2.resize(coarse, (width, height), interpolation=cv2.INTER_CUBIC)
    grains = cv2.GaussianBlur(chance.standard_normal((height, width), dtype=np.float32), (0, 0), 0.9)
    pressed = np.clip(1 - strength * np.clip(clouds, 0, 1), 0, 1) * np.clip(1.15 - strength * (grains * 1.4), 0.1, 1)
    layer = np.asarray(stamp).copy()
    layer[..., 3] = (layer[..., 3] * pressed).astype(np.uint8)
    return Image.fromarray(layer)


def turned(stamp: Image.Image, degrees: float) -> Image.Image:
    """A stamp set down aslant, on a clear ground that grows to hold it."""
    return stamp.rotate(degrees, resample=Image.Resampling.BICUBIC, expand=True)


def cropped(stamp: Image.Image) -> Image.Image:
    """The stamp without its clear margin; a stamp with no ink at all stays as it is."""
    return stamp.crop(stamp.getchannel("A").point(lambda value: 255 if value > 24 else 0).getbbox() or (0, 0, 1, 1))


def press(page: Picture, stamp: Image.Image, x: float, y: float) -> None:
    """Lay a stamp's ink upon the page with its left top at a pixel: ink over ink is darker. Changes ``page``."""
    layer = np.asarray(stamp.convert("RGBA"))
    left, top = round(x), round(y)
    x0, y0 = max(0, left), max(0, top)
    x1, y1 = min(page.shape[1], left + layer.shape[1]), min(page.shape[0], top + layer.shape[0])
    if x0 >= x1 or y0 >= y1:
        return
    part = layer[y0 - top : y1 - top, x0 - left : x1 - left].astype(np.float32)
    through = 1 - (part[..., 3:] / 255) * (1 - part[..., :3] / 255)
    page[y0:y1, x0:x1] = (page[y0:y1, x0:x1] * through).astype(np.uint8)


def ink_share(page: Picture) -> np.ndarray:
    """The running sum of dark pixels, so that the ink in any box costs four look-ups (height+1 × width+1)."""
    grey = cv2.cvtColor(page, cv2.COLOR_RGB2GRAY)
    total: np.ndarray = cv2.integral((grey < 170).astype(np.uint8))
    return total
