"""What offices put on a printed page before it is scanned, each at its place: hands, seals, signatures, stamps."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, replace

from PIL import Image

from corpus.manuscript import Box, Place, Rendering
from corpus.scan import stamps
from corpus.scan.hands import draw_number
from corpus.scan.ink import PENS, SEAL_RED, ink_share, press, shade, turned
from corpus.scan.paper import Sheet, last_words, text_within
from corpus.scan.signatures import initial, signature

MARKS = ("urgency", "secrecy")
MILLIMETRE = 72 / 25.4


@dataclass(slots=True)
class Desk:
    """A document on a clerk's desk: its sheets, the rendering that is being made of it, and chance."""

    source: bytes
    sheets: list[Sheet]
    made: Rendering
    rng: random.Random
    split: str

    def press(self, stamp: Image.Image, page: int, x: float, y: float) -> Box:
        """Put ink on a page with its left top at a point (PDF points); the box that it takes."""
        sheet = self.sheets[page - 1]
        scale = sheet.dpi / 72
        press(sheet.image, stamp, x * scale, y * scale)
        return (x, y, x + stamp.width / scale, y + stamp.height / scale)

    def note(self, trait: str, page: int, box: Box) -> None:
        """Write down that a trait was put on, and where."""
        self.made.traits.append(trait)
        self.made.regions.setdefault(trait, []).append(Place(page, box=box))

    def pixels(self, points: float) -> int:
        """A length in points as whole pixels of these sheets."""
        return max(1, round(points * self.sheets[0].dpi / 72))

    def free(self, page: int, width: float, height: float, area: Box) -> tuple[float, float] | None:
        """The barest place of a size within an area (points), of some tried by lot; None where print is everywhere."""
        sheet = self.sheets[page - 1]
        total, scale = ink_share(sheet.image), sheet.dpi / 72
        best: tuple[float, float, float] | None = None
        for _ in range(60):
            x = self.rng.uniform(area[0], max(area[0], area[2] - width))
            y = self.rng.uniform(area[1], max(area[1], area[3] - height))
            x0, y0 = max(0, round(x * scale)), max(0, round(y * scale))
            x1 = min(sheet.image.shape[1], round((x + width) * scale))
            y1 = min(sheet.image.shape[0], round((y + height) * scale))
            if x1 <= x0 or y1 <= y0:
                continue
            inked = int(total[y1, x1]) - int(total[y0, x1]) - int(total[y1, x0]) + int(total[y0, x0])
            share = inked / ((x1 - x0) * (y1 - y0))
            if best is None or share < best[0]:
                best = (share, x, y)
        return best[1:] if best and best[0] < 0.004 else None


def put_on(desk: Desk) -> None:
    """Everything that this document gets, by lot; :attr:`Rendering.traits` and the regions tell what."""
    fill_blanks(desk)
    sign(desk)
    for chance, put in EXTRAS:
        if desk.rng.random() < chance:
            put(desk)


def fill_blanks(desk: Desk) -> None:
    """Numbers and days into the blanks for them, all by one hand; marks of urgency and secrecy by stamp."""
    one_hand = desk.rng.getrandbits(32)
    style = desk.rng.choices(("pen", "digits", "stamp"), (60, 18, 22))[0]
    for name in [name for name in desk.made.regions if name.startswith("hand:")]:
        label = name.removeprefix("hand:")
        filled = []
        for place in desk.made.regions[name]:
            if place.box is None or not place.text:
                continue
            if label in MARKS:
                box = _mark(desk, place.text, place.page, place.box)
            else:
                box = _number(desk, place.text, place.page, place.box, random.Random(one_hand), style)  # noqa: S311
            filled.append(replace(place, box=box))
        if filled:
            desk.made.regions[name] = filled
            desk.made.places[label] = [*desk.made.places.get(label, []), *filled]
            whole = label.rpartition(".")[0]
            if whole in desk.made.places:
                desk.made.places[whole] = [*desk.made.places[whole], *filled]
            desk.made.traits.append("stamped_mark" if label in MARKS else f"hand_{style}")


def _number(desk: Desk, text: str, page: int, blank: Box, hand: random.Random, style: str) -> Box:
    """Figures over a blank: about as high as the print or higher, on or near its baseline, as wide as they must be."""
    x0, top, x1, bottom = blank
    tall = (bottom - top) * (hand.uniform(0.58, 0.78) if style == "stamp" else hand.uniform(0.75, 1.2))
    figures = draw_number(text, hand, desk.split, desk.pixels(tall), style)
    scale = desk.sheets[page - 1].dpi / 72
    widest = max((x1 - x0) * 1.4, tall * 0.5 * len(text)) * scale
    if figures.width > widest:
        shrink = max(0.65, widest / figures.width)
        figures = figures.resize((round(figures.width * shrink), round(figures.height * (0.7 + 0.3 * shrink))))
    width, height = figures.width / scale, figures.height / scale
    baseline = bottom - 0.22 * (bottom - top) + desk.rng.gauss(0.4, 0.9)
    x = (x0 + x1 - width) / 2 + desk.rng.gauss(0, 1.2)
    return desk.press(figures, page, x, baseline - height)


def _mark(desk: Desk, text: str, page: int, room: Box) -> Box:
    stamp = stamps.urgency(text, desk.pixels(desk.rng.uniform(13, 17)), desk.rng)
    x = room[0] + desk.rng.uniform(0, 12)
    y = (room[1] + room[3]) / 2 - stamp.height / 2 * 72 / desk.sheets[page - 1].dpi + desk.rng.gauss(0, 2)
    return desk.press(stamp, page, x, y)


def sign(desk: Desk) -> None:
    """Each signer's signature, and the seal over its left third (NĐ 30/2020 Điều 33)."""
    rng = desk.rng
    pen = desk.pixels(rng.choice((0.7, 0.9, 1.2, 1.6)))
    wet = rng.random() < 0.86
    for place in desk.made.regions.get("signature", []):
        if place.box is None or not wet:
            continue
        x0, top, x1, bottom = place.box
        wide, tall = (x1 - x0) * rng.uniform(0.6, 1.35), (bottom - top) * rng.uniform(0.5, 1.0)
        drawn = signature(desk.pixels(wide), desk.pixels(tall), pen, rng)
        x = (x0 + x1) / 2 - wide * rng.uniform(0.3, 0.6)
        box = desk.press(drawn, place.page, x, (top + bottom - tall) / 2 + rng.gauss(0, 5))
        desk.note("signature_ink", place.page, box)
    ring, centre = _seal_words(desk)
    sealed = rng.random() < 0.9
    for place in desk.made.regions.get("seal", []):
        if place.box is None or not sealed:
            continue
        across = (place.box[2] - place.box[0]) * rng.uniform(0.88, 1.08)
        stamp = stamps.round_seal(desk.pixels(across), ring, centre, rng)
        x, y = place.box[0] + rng.gauss(6, 8), place.box[1] + rng.gauss(0, 7)
        desk.note("seal_ink", place.page, desk.press(stamp, place.page, x, y))


def _seal_words(desk: Desk) -> tuple[str, list[str] | None]:
    """The ring and the middle of the seal: the issuer's own name where the page tells it."""
    spots = [place for label, found in desk.made.places.items() if label.startswith("issuer") for place in found]
    printed = [text_within(desk.source, spot.page, spot.box) for spot in spots[:2] if spot.box]
    name = max(printed, key=len, default="").upper() or desk.rng.choice(stamps.words()["offices"])
    if desk.rng.random() < 0.5:
        return name[:48], None
    short = name.split()
    lines = [" ".join(short[at : at + 2]) for at in range(0, min(len(short), 6), 2)]
    centre = lines if len(short) <= 6 else desk.rng.choice(stamps.words()["centres"])
    return desk.rng.choice(stamps.words()["rings"]), centre


def stamp_incoming(desk: Desk) -> None:
    """Dấu "Đến" below the number, in the top margin, or where the first page is bare."""
    sheet, rng = desk.sheets[0], desk.rng
    width = rng.uniform(36, 52) * MILLIMETRE
    stamp = stamps.incoming(desk.pixels(width), rng.choice(stamps.words()["offices"]), rng, desk.split)
    wide, tall = stamp.width * 72 / sheet.dpi, stamp.height * 72 / sheet.dpi
    areas: list[Box] = [
        (15, 100, sheet.width * 0.42, 300),
        (8, 4, sheet.width - 8, 96),
        (15, 250, sheet.width - 15, sheet.height - 20),
    ]
    for area in areas:
        spot = desk.free(1, wide, tall, area)
        if spot:
            desk.note("incoming_stamp", 1, desk.press(stamp, 1, *spot))
            return


def stamp_frame(desk: Desk) -> None:
    """A framed word of an office, red or blue, somewhere bare."""
    sheet, rng = desk.sheets[-1], desk.rng
    colour = rng.choice((SEAL_RED, PENS["blue"], PENS["violet"]))
    stamp = stamps.framed(rng.choice(stamps.words()["frames"]), desk.pixels(rng.uniform(9, 15)), colour, rng)
    _in_bare(desk, "framed_stamp", turned(stamp, rng.gauss(0, 4)), len(desk.sheets), (20, 30, sheet.width - 20, 780))


def stamp_true_copy(desk: Desk) -> None:
    """SAO Y in the margin above the head."""
    _in_bare(desk, "true_copy", stamps.true_copy(desk.pixels(desk.rng.uniform(7.5, 11)), desk.rng), 1, _margin(desk))


def type_notes(desk: Desk) -> None:
    """Typed notes of handling beside or above the head."""
    lines = desk.rng.choice(stamps.words()["notes"])
    sheet = stamps.typed(lines, desk.pixels(desk.rng.uniform(7.5, 10)), PENS["black"], desk.rng)
    wide = desk.sheets[0].width
    areas: list[Box] = [(8, 6, wide - 8, 50), (8, 6, wide * 0.3, 60), (wide * 0.6, 95, wide - 8, 175)]
    _in_bare(desk, "handling_note", sheet, 1, desk.rng.choice(areas))


def write_transfer(desk: Desk) -> None:
    """A pen's tick or initials at the head or in the margin."""
    note = initial(desk.pixels(desk.rng.uniform(12, 26)), desk.pixels(0.9), desk.rng)
    _in_bare(desk, "pen_note", note, 1, (8, 8, desk.sheets[0].width - 8, 220))


def lay_watermark(desk: Desk) -> None:
    """The same faint words across every page."""
    sheet = desk.sheets[0]
    mark = stamps.watermark(desk.rng.choice(stamps.words()["watermarks"]), desk.pixels(sheet.width * 0.9), desk.rng)
    for page, leaf in enumerate(desk.sheets, 1):
        x = leaf.width / 2 - mark.width / 2 * 72 / leaf.dpi
        y = leaf.height / 2 - mark.height / 2 * 72 / leaf.dpi
        desk.note("watermark", page, desk.press(mark, page, x, y))


def seal_edges(desk: Desk) -> None:
    """A seal across the right edges of all pages (dấu giáp lai), a slice on each."""
    if len(desk.sheets) < 2:
        return
    ring, centre = _seal_words(desk)
    stamp = stamps.round_seal(desk.pixels(104), ring, centre, desk.rng)
    y, slice_width = desk.rng.uniform(200, 600), stamp.width // max(2, len(desk.sheets))
    for page, sheet in enumerate(desk.sheets, 1):
        part = stamp.crop((slice_width * (page - 1), 0, slice_width * page, stamp.height))
        desk.note("edge_seal", page, desk.press(part, page, sheet.width - part.width * 72 / sheet.dpi, y))


def initial_end(desk: Desk) -> None:
    """Ký nháy: the drafter's initials behind the last words of the text (./.)."""
    found = last_words(desk.source, "./.")
    if found:
        page, (_, top, x1, _) = found
        mark = initial(desk.pixels(desk.rng.uniform(12, 20)), desk.pixels(0.8), desk.rng)
        desk.note("initials", page, desk.press(mark, page, x1 + desk.rng.uniform(0, 4), top - desk.rng.uniform(0, 8)))


def sign_digitally(desk: Desk) -> None:
    """The box of a digital signature, as the page's only real text, as ink, or both."""
    rng, lines, size = desk.rng, stamps.e_signature(desk.rng), desk.rng.uniform(6, 8.5)
    page = rng.choice((1, len(desk.sheets)))
    sheet = desk.sheets[page - 1]
    x, y = rng.choice(((sheet.width - 175, 12), (sheet.width - 200, sheet.height - 60), (20, 10)))
    spot = desk.free(page, 165, size * 1.25 * len(lines), (x, y, x + 175, y + 60))
    if not spot:
        return
    box = (spot[0], spot[1], spot[0] + 165, spot[1] + size * 1.25 * len(lines))
    how = rng.choices(("text", "ink", "both"), (55, 30, 15))[0]
    if how != "text":
        desk.press(stamps.typed(lines, desk.pixels(size), shade(SEAL_RED, rng), rng), page, *spot)
    if how != "ink":
        sheet.over += [(line, spot[0] + 1, spot[1] + size * (1 + 1.3 * row), size) for row, line in enumerate(lines)]
        sheet.over_unseen = how == "both"
    desk.note(f"e_signature_{how}", page, box)


def _margin(desk: Desk) -> Box:
    for place in desk.made.regions.get("head", []):
        if place.box is not None and place.page == 1:
            return place.box
    return (40, 4, desk.sheets[0].width - 20, 50)


def _in_bare(desk: Desk, trait: str, stamp: Image.Image, page: int, area: Box) -> None:
    scale = 72 / desk.sheets[page - 1].dpi
    spot = desk.free(page, stamp.width * scale, stamp.height * scale, area)
    if spot:
        desk.note(trait, page, desk.press(stamp, page, *spot))


EXTRAS: tuple[tuple[float, Callable[[Desk], None]], ...] = (
    (0.25, sign_digitally),
    (0.22, stamp_incoming),
    (0.12, stamp_true_copy),
    (0.12, type_notes),
    (0.12, stamp_frame),
    (0.15, write_transfer),
    (0.35, initial_end),
    (0.12, seal_edges),
    (0.05, lay_watermark),
)
"""How often each is met, measured by eye on scans that offices publish, the traps a little oftener."""
