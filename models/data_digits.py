"""Pictures of digits to learn from and to test on: made-up hands, the corpus's clerks, fonts, scikit-learn's digits.

Beside the ten digits there are two classes. ``JUNK`` is parts of digits, two at once, strokes and letters of the
print around a blank: it tells where a string of digits must not be cut. ``SLASH`` is the printed stroke that ends a
serial.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import cv2
import numpy as np
from PIL import Image, ImageDraw, ImageFont

from models.data_strokes import FINE, Hand, draw

JUNK, SLASH = 10, 11
SPLITS = {"train": range(4000), "dev": range(5000, 5500), "test": range(10_000, 10_500)}
"""Numbers of the hands of each split."""

_FONTS = ("croscore", "liberation", "dejavu")
_LETTERS = "abcdeghiklmnoprstuvxyốàáABCĐGHKLNQSTUVXY:.-()"


@dataclass(slots=True)
class Sample:
    """A piece of ink (uint8, ink above zero), its class and where it comes from (``hand``, ``font``, ``sklearn``)."""

    ink: np.ndarray
    label: int
    source: str


def by_hands(split: str, count: int, seed: int) -> Iterator[Sample]:
    """Digits and junk by the hands of a split."""
    rng = random.Random(f"{seed}:{split}:hands")  # noqa: S311 - drawing, not secrets
    numbers = SPLITS[split]
    for at in range(count):
        hand = Hand.of(rng.choice(numbers))
        height = rng.randint(18, 60)
        if at % 5 == 4:
            yield Sample(worn(_junk(hand, rng), height, rng), JUNK, "hand")
            continue
        digit = rng.randrange(10)
        picture = draw(str(digit), hand, rng)
        if rng.random() < 0.15:
            picture = np.maximum(picture, _crumb(picture, hand, rng))
        yield Sample(worn(picture, height, rng), digit, "hand")


def from_fonts(split: str, count: int, seed: int) -> Iterator[Sample]:
    """Digits as printed and as stamped: the system's Vietnamese fonts, italic and bold, worn like scans."""
    rng = random.Random(f"{seed}:{split}:fonts")  # noqa: S311 - drawing, not secrets
    files = font_files()
    for at in range(count):
        face = _face(rng.choice(files))
        label = rng.randrange(10) if at % 8 < 6 else (JUNK if at % 8 == 6 else SLASH)
        text = str(label) if label < JUNK else "/" if label == SLASH else _print(rng)
        picture = _printed(text, face)
        picture = _sheared(picture, rng.gauss(-0.05, 0.12))
        if rng.random() < 0.4:
            picture = _bent(picture, rng)
        yield Sample(worn(picture, rng.randint(18, 60), rng), label, "font")


@cache
def _face(path: Path) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(path), FINE)


def _print(rng: random.Random) -> str:
    """Print around a blank: a letter, two of them, digits run together."""
    kind = rng.randrange(4)
    if kind == 0:
        return rng.choice(_LETTERS) + rng.choice(_LETTERS)
    return rng.choice("0123456789") + rng.choice("0123456789/t") if kind == 1 else rng.choice(_LETTERS)


def from_sklearn(split: str) -> Iterator[Sample]:
    """The 1,797 scanned digits of ``sklearn.datasets.load_digits``; its last fifth, by other writers, is the test."""
    from sklearn.datasets import load_digits

    images, labels = load_digits(return_X_y=True)
    cut = len(images) * 4 // 5
    part = slice(0, cut) if split == "train" else slice(cut, None)
    for image, label in zip(images[part], labels[part], strict=True):
        large = cv2.resize(image.reshape(8, 8).astype(np.float32), (48, 48), interpolation=cv2.INTER_CUBIC)
        yield Sample((np.clip((large - 5) / 6, 0, 1) * 255).astype(np.uint8), int(label), "sklearn")


def by_clerks(split: str, count: int, seed: int) -> Iterator[Sample]:
    """Digits and junk as the corpus puts them into blanks: by pen, from scanned digits, by numbering machine."""
    from corpus.scan.hands import draw_number

    rng = random.Random(f"{seed}:{split}:clerks")  # noqa: S311 - drawing, not secrets
    for at in range(count):
        junk = at % 8 == 7
        text = f"{rng.randrange(10)}{rng.randrange(10)}" if junk else str(rng.randrange(10))
        picture = _bordered(np.asarray(draw_number(text, rng, split, FINE).getchannel("A")))
        yield Sample(worn(picture, rng.randint(18, 60), rng), JUNK if junk else int(text), "clerk")


def string_by_hand(text: str, split: str, rng: random.Random) -> np.ndarray:
    """A whole number by one hand of a split, its digits side by side and now and then touching."""
    hand = Hand.of(rng.choice(SPLITS[split]))
    row = _row([draw(digit, hand, rng) for digit in text], rng.uniform(-0.02, 0.3))
    return worn(row, rng.randint(22, 48), rng, keep=True)


def string_by_clerk(text: str, split: str, rng: random.Random) -> np.ndarray:
    """A whole number as the corpus puts it into a blank."""
    from corpus.scan.hands import draw_number

    picture = _bordered(np.asarray(draw_number(text, rng, split, FINE).getchannel("A")))
    return worn(picture, rng.randint(22, 48), rng, keep=True)


def font_files() -> list[Path]:
    """The fonts that print and stamps are drawn with."""
    return sorted(path for name in _FONTS for path in Path("/usr/share/fonts/truetype", name).glob("*.ttf"))


def worn(picture: np.ndarray, height: int, rng: random.Random, *, keep: bool = False) -> np.ndarray:
    """Ink as a scan shows it: brought to ``height`` pixels, blurred, noisy, cut at a level, thickened or frayed."""
    ink = _trimmed(picture)
    scale = height / (FINE if keep else max(ink.shape))
    size = (max(3, round(ink.shape[1] * scale)), max(3, round(ink.shape[0] * scale)))
    small = cv2.resize(ink, size, interpolation=cv2.INTER_AREA)
    small = cv2.copyMakeBorder(small, 4, 4, 4, 4, cv2.BORDER_CONSTANT, value=0).astype(np.float32) / 255
    chance = np.random.default_rng(rng.getrandbits(32))
    small = cv2.GaussianBlur(small, (0, 0), rng.uniform(0.3, 1.1))
    grain = cv2.GaussianBlur(chance.standard_normal(small.shape, dtype=np.float32), (0, 0), rng.uniform(0.5, 1.2))
    small = small + grain * rng.choice([0.02, 0.08, 0.2])
    ink = (small > rng.uniform(0.3, 0.6)).astype(np.uint8)
    count, labels, stats, _ = cv2.connectedComponentsWithStats(ink, connectivity=8)
    small_ones = [at for at in range(1, count) if stats[at, 4] < 0.02 * max(ink.sum(), 1)]
    ink[np.isin(labels, small_ones)] = 0
    return np.asarray(ink * 255)


def _bordered(cover: np.ndarray) -> np.ndarray:
    return cv2.copyMakeBorder(cover, 8, 8, 8, 8, cv2.BORDER_CONSTANT, value=0)


def _trimmed(picture: np.ndarray) -> np.ndarray:
    rows, columns = np.flatnonzero(picture.any(1)), np.flatnonzero(picture.any(0))
    if not len(rows):
        return np.full((8, 8), 255, np.uint8)
    return picture[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]


def _crumb(picture: np.ndarray, hand: Hand, rng: random.Random) -> np.ndarray:
    """The edge of a neighbour that touches a digit's box."""
    other = draw(rng.choice("0123456789"), hand, rng)
    columns = np.flatnonzero(picture.any(0))
    own = np.flatnonzero(other.any(0))
    width = int(0.12 * FINE)
    out = np.zeros_like(picture)
    if rng.random() < 0.5:
        start = min(columns[-1] - 2, picture.shape[1] - width)
        out[:, start : start + width] = other[:, own[0] : own[0] + width]
    else:
        end = max(columns[0] + 2, width)
        out[:, end - width : end] = other[:, own[-1] - width : own[-1]]
    return out


def _junk(hand: Hand, rng: random.Random) -> np.ndarray:
    """Half of a digit, two digits, the end of one with the start of the next, or a stroke."""
    kind = rng.randrange(5)
    first, second = (draw(rng.choice("0123456789"), hand, rng) for _ in range(2))
    if kind == 0:
        part = _trimmed(draw(rng.choice("0234568"), hand, rng))
        cut = int(part.shape[1] * rng.uniform(0.3, 0.7))
        return part[:, :cut] if rng.random() < 0.5 else part[:, cut:]
    pair = _row([first, second], rng.uniform(-0.05, 0.15))
    if kind in (1, 2):
        return pair
    if kind == 3:
        seam = _trimmed(first).shape[1]
        return pair[:, int(seam * 0.45) : seam + int((pair.shape[1] - seam) * 0.55)]
    out = np.zeros((2 * FINE, 2 * FINE), np.uint8)
    x, y = rng.randint(20, 60), rng.randint(20, 60)
    end = (x + rng.randint(-15, 70), y + rng.choice([rng.randint(0, 30), rng.randint(5, 12)]))
    cv2.line(out, (x, y), end, 255, rng.randint(3, 14))
    return out


def _row(pictures: list[np.ndarray], gap: float) -> np.ndarray:
    """Digits on one footing; ``gap`` in heights, below zero where they touch."""
    parts = []
    for picture in pictures:
        columns = np.flatnonzero(picture.any(0))
        parts.append(picture[:, columns[0] : columns[-1] + 1])
    step = int(gap * FINE)
    width = sum(part.shape[1] + step for part in parts) + abs(step) + 2
    out = np.zeros((parts[0].shape[0], width), np.uint8)
    left = 0
    for part in parts:
        out[:, left : left + part.shape[1]] = np.maximum(out[:, left : left + part.shape[1]], part)
        left = max(0, left + part.shape[1] + step)
    return _trimmed(out)


def _printed(text: str, face: ImageFont.FreeTypeFont) -> np.ndarray:
    image = Image.new("L", (3 * FINE, 2 * FINE), 0)
    ImageDraw.Draw(image).text((FINE // 2, FINE // 4), text, fill=255, font=face)
    return np.asarray(image)


def _sheared(picture: np.ndarray, lean: float) -> np.ndarray:
    matrix = np.array([[1, -lean, lean * picture.shape[0] / 2], [0, 1, 0]], np.float32)
    return np.asarray(cv2.warpAffine(picture, matrix, (picture.shape[1], picture.shape[0])))


def _bent(picture: np.ndarray, rng: random.Random) -> np.ndarray:
    """A gentle elastic bend, and a heavier or lighter face."""
    chance = np.random.default_rng(rng.getrandbits(32))
    shape = picture.shape
    shift = [cv2.resize(chance.standard_normal((5, 6), dtype=np.float32), shape[::-1], interpolation=cv2.INTER_CUBIC)
             for _ in range(2)]  # fmt: skip
    rows, columns = np.indices(shape, dtype=np.float32)
    strength = rng.uniform(1, 4)
    bent = cv2.remap(picture, columns + strength * shift[0], rows + strength * shift[1], cv2.INTER_LINEAR)
    pen = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (rng.choice([1, 3, 5]),) * 2)
    return np.asarray(cv2.dilate(bent, pen) if rng.random() < 0.7 else cv2.erode(bent, pen))
