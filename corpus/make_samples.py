"""Make the sample PDF files of corpus/samples: a born-digital letter and an office's scan.

Both are invented. The scan is skewed and speckled, with a red seal over the signature, an e-signature box
as the only text of the page, and a blank number and day. ``python -m corpus.make_samples`` makes them again.
"""

from __future__ import annotations

import random
from pathlib import Path

import numpy as np

from corpus.render import render
from corpus.sample_texts import DECISION, E_SIGNATURE, LETTER, SEAL
from corpus.scan import effects, geometry
from corpus.scan.ink import press
from corpus.scan.paper import bind, unbind
from corpus.scan.stamps import round_seal

SAMPLES = Path(__file__).parent / "samples"
DPI = 200
SEED = 2026


def main() -> None:
    """Write the sample files."""
    SAMPLES.mkdir(exist_ok=True)
    (SAMPLES / f"{LETTER.name}.pdf").write_bytes(render(LETTER, "pdf", _chance()).data)
    (SAMPLES / f"{DECISION.name}.pdf").write_bytes(scanned())


def scanned() -> bytes:
    """The decision as a one-page scan, with an e-signature box as its only text."""
    chance, grain = _chance(), np.random.default_rng(SEED)
    made = render(DECISION, "pdf", chance)
    sheet = unbind(made.data, DPI)[0]
    (box,) = (place.box for place in made.regions["seal"] if place.box)
    x0, top, x1, _ = (length * DPI / 72 for length in box)
    press(sheet.image, round_seal(round(x1 - x0), *SEAL, chance), x0, top)
    size = (sheet.image.shape[1], sheet.image.shape[0])
    image = geometry.warp(sheet.image, geometry.skew(size, 0.9))
    sheet.image = effects.speckle(effects.blur(image, 0.35, grain), 0.1, grain)
    sheet.quality = 62
    sheet.over = [(words, 434.0, 24.0 + 9 * row, 7.0) for row, words in enumerate(E_SIGNATURE)]
    return bind([sheet])


def _chance() -> random.Random:
    return random.Random(SEED)  # noqa: S311 - what the form leaves open, not secrets


if __name__ == "__main__":
    main()
