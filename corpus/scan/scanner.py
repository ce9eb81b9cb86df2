"""The scanner: pages rendered, signed and stamped, then bent, soiled and bound again as pictures."""

from __future__ import annotations

import random
from dataclasses import replace

import numpy as np

from corpus.manuscript import Place, Rendering
from corpus.scan import effects, geometry
from corpus.scan.geometry import LID, Matrix, Picture
from corpus.scan.grades import Recipe, recipe
from corpus.scan.overlays import Desk, put_on
from corpus.scan.paper import Sheet, bind, unbind


def scan(rendering: Rendering, grade: int, rng: random.Random, split: str = "train") -> Rendering:
    """An office's scan of a born-digital PDF: image pages, blanks filled, seals and stamps on, as bad as ``grade``.

    Boxes of ``places`` and ``regions`` (points) follow the paper; a filled blank's label gets the box of its ink.
    ``traits`` names what was put on. ``split`` chooses the pool of hands (:mod:`corpus.scan.hands`). The same input
    and state of ``rng`` give the same bytes. Raises ``ValueError`` for an unknown grade or what is not a PDF.
    """
    if rendering.suffix != ".pdf":
        raise ValueError(f"only a PDF can be scanned, not {rendering.suffix}")
    way = recipe(grade, rng)
    sheets = unbind(rendering.data, way.dpi)
    chance = np.random.default_rng(rng.getrandbits(64))
    for sheet in sheets:
        sheet.image = effects.fade(sheet.image, way.strengths.get("fade", 0.0), chance)
    made = Rendering(
        ".pdf",
        b"",
        {label: list(found) for label, found in rendering.places.items()},
        {name: list(found) for name, found in rendering.regions.items()},
        [way.mode, *sorted(way.strengths)],
    )
    put_on(Desk(rendering.data, sheets, made, rng, split))
    backs = [sheets[(at + 1) % len(sheets)].image for at in range(len(sheets))]
    matrices = [_degrade(sheet, back, way, chance) for sheet, back in zip(sheets, backs, strict=True)]
    for held in (made.places, made.regions):
        for name, found in held.items():
            held[name] = [_moved(place, matrices[place.page - 1], way.dpi) for place in found]
    made.traits = list(dict.fromkeys(made.traits))
    made.data = bind(sheets)
    return made


def _degrade(sheet: Sheet, back: Picture, way: Recipe, chance: np.random.Generator) -> Matrix:
    """Put one page through: what lies on the paper, how it lies on the glass, what the machine makes of it."""
    strength = way.strengths.get
    image = sheet.image
    image = effects.bleed_through(image, back, strength("bleed_through", 0.0), chance)
    image = effects.tint(image, strength("tint", 0.0), chance)
    image = effects.fold(image, strength("fold", 0.0), chance)
    image = effects.punch_holes(image, strength("punch_holes", 0.0), chance)
    matrix = _laid(image, way, chance)
    lid = LID if "dark_edges" in way.strengths else (250, 250, 250)
    image = geometry.warp(image, matrix, lid)
    image = effects.dark_edges(image, strength("dark_edges", 0.0), chance)
    image = effects.blur(image, strength("blur", 0.0), chance)
    image = effects.uneven_light(image, strength("uneven_light", 0.0), chance)
    image = effects.noise(image, strength("noise", 0.0), chance)
    image = effects.contrast(image, strength("contrast", 0.0), chance)
    image = effects.jpeg(image, strength("jpeg", 0.0), chance)
    if way.mode == "fax":
        image = effects.fax(image, max(0.2, strength("noise", 0.0)), chance)
    elif way.mode == "grey":
        image = effects.grey(image, 1.0, chance)
    image = effects.speckle(image, strength("speckle", 0.0), chance)
    image = effects.streaks(image, strength("streaks", 0.0), chance)
    image = effects.staple(image, strength("staple", 0.0), chance)
    sheet.image, sheet.two_tone, sheet.quality = image, way.mode == "fax", way.quality
    return matrix


def _laid(image: Picture, way: Recipe, chance: np.random.Generator) -> Matrix:
    """How this page lies: turned, slipped, not quite flat."""
    size = (image.shape[1], image.shape[0])
    turn = float(chance.uniform(*way.skew)) * (1 if chance.random() < 0.5 else -1)
    slip = way.slip * size[0] / 1654
    scale = 1 + (float(chance.uniform(-0.012, 0.012)) if way.slip else 0.0)
    return geometry.combine(
        [
            geometry.skew(size, turn),
            geometry.perspective(size, way.perspective, chance),
            geometry.zoom(size, scale, float(chance.uniform(-slip, slip)), float(chance.uniform(-slip, slip))),
        ]
    )


def _moved(place: Place, matrix: Matrix, dpi: int) -> Place:
    """The place on the scan: its box bent along; spans of text end with the text."""
    box = geometry.move_box(place.box, matrix, dpi) if place.box else None
    return replace(place, start=None, end=None, box=box)
