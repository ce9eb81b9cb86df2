from __future__ import annotations

import numpy as np
import pytest
from PIL import Image, ImageDraw

from tests.reading.ocr import pages
from vanban.reading.ocr import despeckle, ink, orientation, projection
from vanban.reading.ocr.prepare import boxes_back, prepare, turn


@pytest.mark.parametrize("angle", [-4.3, -1.5, -0.4, 0.0, 0.3, 1.1, 2.7])
def test_skew_is_recovered(angle: float) -> None:
    page = pages.letter().rotate(-angle, fillcolor="white", resample=Image.Resampling.BICUBIC)
    found, _ = projection.lean(projection.outline(np.asarray(page.convert("L"))))
    assert found == pytest.approx(angle, abs=0.2)


@pytest.mark.parametrize("turned", [90, 270])
def test_stance_finds_pages_on_their_side(turned: int) -> None:
    page = pages.letter().rotate(turned, expand=True)
    assert orientation.stance(np.asarray(page.convert("L"))).turns == turned // 90


def test_stance_tells_head_from_foot() -> None:
    upright = orientation.stance(np.asarray(pages.letter().convert("L")))
    turned = orientation.stance(np.asarray(pages.letter().rotate(180).convert("L")))
    assert (upright.turns, turned.turns) == (0, 0)
    assert upright.top > 0.05 > turned.top


def test_blank_sheet_is_left_alone() -> None:
    prepared = prepare(pages.sheet(), pages.DPI)
    assert (prepared.turns, prepared.skew, prepared.ink) == (0, 0.0, None)


@pytest.mark.parametrize("colour", ["#d8262c", "#2b3fae"])
def test_split_takes_coloured_ink_and_leaves_print(colour: str) -> None:
    page = pages.letter(3)
    before = np.asarray(page.convert("L")) < 100
    pages.seal(page, (420, 480), colour=colour)
    grey, layer = ink.split(np.asarray(page))
    assert layer is not None
    after = grey < 100
    assert (before & ~after).sum() < 0.02 * before.sum()
    assert (after & ~before).sum() < 0.02 * before.sum()
    assert layer.sum() > 5_000


def test_split_takes_a_tinted_sheet_for_paper() -> None:
    page = np.asarray(pages.letter(6)).astype(np.float64) * [1.0, 0.93, 0.75]
    _, layer = ink.split(page.astype(np.uint8))
    assert layer is None or layer.mean() < 0.001


def test_specks_are_told_from_print() -> None:
    page = pages.letter()
    assert despeckle.specks(np.asarray(page.convert("L")), pages.DPI) < despeckle.SPECKLED
    dots = np.random.default_rng(7)
    draw = ImageDraw.Draw(page)
    for x, y in dots.integers((0, 0), page.size, size=(12_000, 2)):
        draw.point((int(x), int(y)), fill="black")
    assert despeckle.specks(np.asarray(page.convert("L")), pages.DPI) > despeckle.SPECKLED


@pytest.mark.parametrize("turns", [0, 1, 2, 3])
def test_turning_leads_back_to_the_upright_page(turns: int) -> None:
    page = turn(prepare(pages.letter(), pages.DPI), turns)
    assert boxes_back(page, [(10, 20, 30, 60)]).tolist() == [[10, 20, 30, 60]]
