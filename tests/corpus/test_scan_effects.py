"""Each effect by itself: none at strength 0, seen at strength 1, the same for the same seed, always a picture."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import numpy as np
import pytest

from corpus.scan import effects
from corpus.scan.geometry import Picture

Effect = Callable[[Picture, float, np.random.Generator], Picture]


def sheet(seed: int = 1) -> Picture:
    """Rows of dark marks on white, as print looks from afar."""
    page = np.full((420, 300, 3), 255, np.uint8)
    rng = np.random.default_rng(seed)
    for row in range(40, 380, 14):
        page[row : row + 6, 30:270] = np.where(rng.random((6, 240, 1)) < 0.5, 20, 255)
    page[300:360, 180:240] = (210, 40, 50)
    return page


def bleed(image: Picture, strength: float, chance: np.random.Generator) -> Picture:
    return effects.bleed_through(image, sheet(2), strength, chance)


EFFECTS: dict[str, Effect] = {
    "fade": effects.fade,
    "blur": effects.blur,
    "noise": effects.noise,
    "speckle": effects.speckle,
    "uneven_light": effects.uneven_light,
    "tint": effects.tint,
    "bleed_through": bleed,
    "fold": effects.fold,
    "dark_edges": effects.dark_edges,
    "punch_holes": effects.punch_holes,
    "staple": effects.staple,
    "streaks": effects.streaks,
    "fax": effects.fax,
    "grey": effects.grey,
    "contrast": effects.contrast,
    "jpeg": effects.jpeg,
}


@pytest.mark.parametrize("name", EFFECTS)
def test_effect(name: str) -> None:
    put = partial(EFFECTS[name], sheet())
    bent = put(1.0, np.random.default_rng(5))
    assert (put(0.0, np.random.default_rng(5)) == sheet()).all()
    assert bent.shape == sheet().shape
    assert bent.dtype == np.uint8
    assert (bent != sheet()).any()
    assert (bent == put(1.0, np.random.default_rng(5))).all()


def test_fax_is_black_and_white_and_grey_has_no_colour() -> None:
    black = effects.fax(sheet(), 0.5, np.random.default_rng(1))
    assert set(np.unique(black)) == {0, 255}
    grey = effects.grey(sheet(), 1.0, np.random.default_rng(1))
    assert (grey[..., 0] == grey[..., 2]).all()


def test_bleed_through_shows_the_back_mirrored() -> None:
    back = np.full((420, 300, 3), 255, np.uint8)
    back[100:320, 10:90] = 0
    seen = effects.bleed_through(np.full_like(back, 255), back, 1.0, np.random.default_rng(1))
    assert seen[200, 250].mean() < 200
    assert seen[200, 50].mean() > 245
