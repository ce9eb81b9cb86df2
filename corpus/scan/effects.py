"""What an office's scanner, copier and drawer do to a page: small functions of (picture, strength, chance).

None moves print; what moves it is in :mod:`corpus.scan.geometry`. Strength 0 leaves the picture as it is, 1 is as bad
as offices send.
"""

from __future__ import annotations

import cv2
import numpy as np

from corpus.scan.geometry import LID, Picture

Chance = np.random.Generator


def fade(image: Picture, strength: float, chance: Chance) -> Picture:
    """Toner that runs low: ink turns grey, unevenly across the page."""
    if strength <= 0:
        return image
    weak = 1 - strength * (0.35 + 0.3 * _clouds(image, chance, cells=6))
    return _clip(255 - (255 - image.astype(np.float32)) * weak[..., None])


def blur(image: Picture, strength: float, chance: Chance) -> Picture:
    """Optics out of focus, a little more in one direction when the sheet moves."""
    if strength <= 0:
        return image
    dpi_scale = image.shape[1] / 1654
    sigma = 1.6 * strength * dpi_scale
    drag = 1 + 0.4 * float(chance.random())
    return np.asarray(cv2.GaussianBlur(image, (0, 0), sigmaX=sigma, sigmaY=sigma * drag), np.uint8)


def noise(image: Picture, strength: float, chance: Chance) -> Picture:
    """The sensor's grain (Gaussian, the same in the three colours)."""
    if strength <= 0:
        return image
    grain = chance.standard_normal(image.shape[:2], dtype=np.float32) * (26 * strength)
    return np.asarray(cv2.add(image, cv2.merge([grain] * 3), dtype=cv2.CV_8U), np.uint8)


def speckle(image: Picture, strength: float, chance: Chance) -> Picture:
    """Dust and toner: dark specks of one to a few pixels over the page, and white ones that bite into print."""
    if strength <= 0:
        return image
    spotted = image.copy()
    height, width = image.shape[:2]
    size = max(1, round(width / 1654 * 1.5))
    for _ in range(int(strength * 2600)):
        x, y = int(chance.integers(width)), int(chance.integers(height))
        grow = size + int(chance.random() < 0.25) + int(chance.random() < 0.06)
        spotted[y : y + grow, x : x + grow] = 250 if chance.random() < 0.3 else int(chance.integers(10, 120))
    return spotted


def uneven_light(image: Picture, strength: float, chance: Chance) -> Picture:
    """A lamp that lights one side more, and a book's or folder's slow shade."""
    if strength <= 0:
        return image
    height, width = image.shape[:2]
    angle = chance.uniform(0, 2 * np.pi)
    across = np.linspace(-0.5, 0.5, 48, dtype=np.float32)
    slope = np.cos(angle) * across[None, :] + np.sin(angle) * across[:, None] + 0.5
    shade = (slope + 0.6 * chance.random() * (across[None, :] * 2) ** 2).astype(np.float32)
    light = np.clip(1 - 0.38 * strength * cv2.resize(shade, (width, height)), 0, 1).astype(np.float32)
    return _dimmed(image, light)


def tint(image: Picture, strength: float, chance: Chance) -> Picture:
    """Paper that is not white: yellowed, grey recycled or bluish."""
    if strength <= 0:
        return image
    cast = np.array([(6, 14, 40), (22, 22, 22), (18, 10, 2), (4, 6, 16)][int(chance.integers(4))], np.float32)
    table = _clip(np.arange(256, dtype=np.float32)[:, None] * (1 - strength * cast / 255))
    return np.asarray(cv2.LUT(image, table[None]), np.uint8)


def bleed_through(image: Picture, back: Picture, strength: float, chance: Chance) -> Picture:
    """The other side's print, mirrored and soft, seen through thin paper."""
    if strength <= 0:
        return image
    height, width = image.shape[:2]
    small = cv2.resize(back, (width // 2, height // 2), interpolation=cv2.INTER_AREA)
    soft = cv2.GaussianBlur(small, (0, 0), 1.1 * width / 1654)
    dx, dy = (float(value) for value in chance.integers(-6, 7, 2))
    mirror = np.array([[-1, 0, width // 2 + dx], [0, 1, dy]])
    turned = cv2.warpAffine(soft, mirror, (width // 2, height // 2), borderValue=(255, 255, 255))
    seen = (255 - cv2.resize(turned, (width, height))).astype(np.float32)
    return np.asarray(cv2.multiply(image, 1 - (0.42 * strength / 255) * seen, dtype=cv2.CV_8U), np.uint8)


def fold(image: Picture, strength: float, chance: Chance) -> Picture:
    """A crease across the sheet (in thirds or halves) with a shade beside it; print on the crease is worn."""
    if strength <= 0:
        return image
    height, width = image.shape[:2]
    upright = bool(chance.random() < 0.25)
    length = width if upright else height
    at = length * float(chance.choice((1 / 3, 1 / 2, 2 / 3))) + float(chance.normal(0, length * 0.01))
    lean = float(chance.normal(0, 0.004))
    along = np.arange(height if upright else width, dtype=np.float32)
    across = np.arange(length, dtype=np.float32)
    away = across[:, None] - (at + lean * along)[None, :]
    away = away.T if upright else away
    scale = width / 1654
    shade = 1 - strength * 0.22 * np.exp(-np.clip(away, 0, None) / (60 * scale)) * (away > 0)
    crease = np.exp(-((away / (1.6 * scale)) ** 2))
    lit = image.astype(np.float32) * shade[..., None]
    side = 255 if chance.random() < 0.6 else 90
    return _clip(lit + (side - lit) * (crease * min(0.85, strength))[..., None])


def dark_edges(image: Picture, strength: float, chance: Chance) -> Picture:
    """The lid or the glass beyond the sheet: soft black bands on one or two sides."""
    if strength <= 0:
        return image
    edged = image.copy()
    height, width = image.shape[:2]
    for side in chance.choice(4, size=1 + int(chance.random() < 0.4), replace=False):
        turned = np.rot90(edged, int(side))
        depth = max(2, int(width * strength * chance.uniform(0.004, 0.03)))
        wave = depth + np.cumsum(chance.normal(0, 0.05, turned.shape[1]))
        rows = np.arange(depth * 2)[:, None] < np.clip(wave, 1, depth * 2)[None, :]
        turned[: depth * 2][rows] = LID
    if chance.random() < strength:
        edged[-max(2, int(height * chance.uniform(0.005, 0.02))) :] = LID
    return edged


def punch_holes(image: Picture, strength: float, chance: Chance) -> Picture:
    """Two filing holes at the left edge (ISO 838: 80 mm apart, 12 mm from the edge), dark on a dark lid."""
    if strength <= 0:
        return image
    holed = image.copy()
    height, width = image.shape[:2]
    millimetre = width / 210
    middle = height / 2 + float(chance.normal(0, 3)) * millimetre
    shade = int(chance.choice((40, 90, 225)))
    for step in (-40, 40):
        centre = (round(12 * millimetre), round(middle + step * millimetre))
        cv2.circle(holed, centre, round(3 * millimetre), (shade, shade, shade), -1, cv2.LINE_AA)
        cv2.circle(holed, centre, round(3 * millimetre), (120, 120, 120), 1, cv2.LINE_AA)
    return holed


def staple(image: Picture, strength: float, chance: Chance) -> Picture:
    """Marks of staples and a turned corner at the top left, as copies of a bundle have them."""
    if strength <= 0:
        return image
    marked = image.copy()
    scale = image.shape[1] / 1654
    for _ in range(1 + int(4 * strength * chance.random())):
        x, y = chance.uniform(20, 150) * scale, chance.uniform(20, 120) * scale
        turn = chance.uniform(-1.2, 1.2)
        reach = chance.uniform(4, 22) * scale
        end = (round(x + reach * np.cos(turn)), round(y + reach * np.sin(turn)))
        width = max(1, round(chance.uniform(1, 5) * scale))
        cv2.line(marked, (round(x), round(y)), end, (45, 45, 45), width, cv2.LINE_AA)
    return marked


def streaks(image: Picture, strength: float, chance: Chance) -> Picture:
    """Fine upright lines from dirt on a feeder's glass."""
    if strength <= 0:
        return image
    lined = image.copy()
    for _ in range(1 + int(3 * strength * chance.random())):
        x = int(chance.integers(image.shape[1]))
        wide = 1 + int(chance.random() < 0.3)
        band = lined[:, x : x + wide].astype(np.float32)
        lined[:, x : x + wide] = _clip(band * (1 - strength * chance.uniform(0.15, 0.6)))
    return lined


def fax(image: Picture, strength: float, chance: Chance) -> Picture:
    """Black and white by one threshold: print grows or is eaten at its edges, shade becomes dots."""
    if strength <= 0:
        return image
    shades = cv2.cvtColor(image, cv2.COLOR_RGB2GRAY).astype(np.float32)
    paper = cv2.dilate(cv2.resize(shades, None, fx=1 / 24, fy=1 / 24, interpolation=cv2.INTER_AREA), np.ones((5, 5)))
    paper = cv2.resize(cv2.GaussianBlur(paper, (0, 0), 2), (shades.shape[1], shades.shape[0]))
    edge = chance.standard_normal(shades.shape, dtype=np.float32) * (14 * strength)
    level = (0.64 + float(chance.normal(0, 0.08)) * strength) * np.maximum(paper, 120)
    ink = np.where(shades + edge < level, 0, 255).astype(np.uint8)
    return np.repeat(ink[..., None], 3, axis=2)


def grey(image: Picture, strength: float, chance: Chance) -> Picture:
    """A scanner set to grey."""
    del chance
    if strength <= 0:
        return image
    return np.asarray(cv2.cvtColor(cv2.cvtColor(image, cv2.COLOR_RGB2GRAY), cv2.COLOR_GRAY2RGB), np.uint8)


def contrast(image: Picture, strength: float, chance: Chance) -> Picture:
    """A scanner's automatic white: paper goes to white and thin strokes fade with it."""
    del chance
    if strength <= 0:
        return image
    white = 255 - 34 * strength
    table = _clip((np.arange(256, dtype=np.float32) - 20 * strength) * (255 / (white - 20 * strength)))
    return np.asarray(cv2.LUT(image, table), np.uint8)


def jpeg(image: Picture, strength: float, chance: Chance) -> Picture:
    """Blocks and ringing of a JPEG saved once before (a copy of a copy)."""
    if strength <= 0:
        return image
    quality = int(np.clip(88 - 70 * strength + chance.normal(0, 3), 12, 95))
    packed = cv2.imencode(".jpg", image[..., ::-1], [cv2.IMWRITE_JPEG_QUALITY, quality])[1]
    return np.ascontiguousarray(np.asarray(cv2.imdecode(packed, cv2.IMREAD_COLOR), np.uint8)[..., ::-1])


def _clouds(image: Picture, chance: Chance, cells: int) -> np.ndarray:
    """Smooth random values of 0–1 over the picture."""
    coarse = chance.random((cells, cells), dtype=np.float32)
    smooth: np.ndarray = cv2.resize(coarse, (image.shape[1], image.shape[0]), interpolation=cv2.INTER_CUBIC)
    return np.asarray(np.clip(smooth, 0, 1), np.float32)


def _dimmed(image: Picture, light: np.ndarray) -> Picture:
    """The picture under a light of 0–1 for each pixel."""
    return np.asarray(cv2.multiply(image, cv2.merge([light] * 3), dtype=cv2.CV_8U), np.uint8)


def _clip(values: np.ndarray) -> Picture:
    return np.asarray(np.clip(values, 0, 255), np.uint8)
