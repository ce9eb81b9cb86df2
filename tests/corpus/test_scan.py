"""A scan is a picture of its document: boxes follow the paper, grades differ, a seed gives the same bytes."""

from __future__ import annotations

import random
from dataclasses import replace
from functools import cache

import cv2
import numpy as np
import pypdfium2
import pytesseract
import pytest

from corpus.manuscript import Place, Rendering, Role
from corpus.render import render
from corpus.scan import GRADES, scan
from corpus.scan.geometry import Matrix, combine, move_box, perspective, skew, warp, zoom
from corpus.scan.paper import unbind
from tests.corpus.written import plan

SIZE = (600, 800)


def seeded(seed: int) -> random.Random:
    return random.Random(seed)  # noqa: S311 - scans, not secrets


@cache
def printed() -> Rendering:
    """Two pages: a plan by hand without its table and annex."""
    whole = plan(hand=True)
    short = tuple(block for block in whole.blocks if block.role not in (Role.TABLE, Role.ANNEX))
    return render(replace(whole, blocks=short), "pdf", seeded(4))


@cache
def scanned(grade: int, seed: int = 7) -> Rendering:
    return scan(printed(), grade, seeded(seed))


def page_image(rendering: Rendering, page: int, dpi: int = 100) -> np.ndarray:
    return cv2.cvtColor(unbind(rendering.data, dpi)[page - 1].image, cv2.COLOR_RGB2GRAY)


@pytest.mark.parametrize("grade", GRADES)
def test_a_scan_has_the_pages_and_labels_of_its_document(grade: int) -> None:
    before, after = pypdfium2.PdfDocument(printed().data), pypdfium2.PdfDocument(scanned(grade).data)
    assert len(before) == len(after) > 1
    for printed_page, scanned_page in zip(before, after, strict=True):
        assert scanned_page.get_size() == pytest.approx(printed_page.get_size(), abs=0.01)
    assert set(scanned(grade).places) >= set(printed().places)
    assert all(place.start is None and place.box for found in scanned(grade).places.values() for place in found)


@pytest.mark.parametrize("grade", GRADES)
def test_the_only_text_of_a_scan_is_a_signature_box(grade: int) -> None:
    words = "".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(scanned(grade).data))
    told = {"e_signature_text", "e_signature_both"} & set(scanned(grade).traits)
    assert bool(words.strip()) == bool(told)


@pytest.mark.parametrize("grade", [0, 2, 4])
def test_the_same_seed_gives_the_same_scan_and_another_seed_another(grade: int) -> None:
    again = scan(printed(), grade, seeded(7))
    assert again.data == scanned(grade).data
    assert again.places == scanned(grade).places
    assert scanned(grade, 8).data != again.data


def test_worse_grades_lie_farther_from_the_print() -> None:
    clean = page_image(printed(), 1).astype(float)
    off = [np.mean([np.abs(page_image(scanned(g, s), 1) - clean).mean() for s in (7, 8)]) for g in (0, 2, 4)]
    assert off[0] < off[1] < off[2]


@pytest.mark.parametrize("grade", [1, 2, 3])
@pytest.mark.parametrize("label", ["subject", "citations.0", "type", "issued.place"])
def test_print_is_found_where_its_box_went(grade: int, label: str) -> None:
    source, copy = printed().places[label][0], scanned(grade).places[label][0]
    piece = _crop(page_image(printed(), source.page), source, 0)
    room = _crop(page_image(scanned(grade), copy.page), copy, 14)
    blurred = [cv2.GaussianBlur(one, (0, 0), 1.5) for one in (room, piece)]
    _, best, _, at = cv2.minMaxLoc(cv2.matchTemplate(*blurred, cv2.TM_CCOEFF_NORMED))
    middle = (room.shape[1] - piece.shape[1]) / 2, (room.shape[0] - piece.shape[0]) / 2
    assert best > 0.4
    assert np.hypot(at[0] - middle[0], at[1] - middle[1]) <= 5, "pixels at 100 dpi"


def _crop(image: np.ndarray, place: Place, margin: float) -> np.ndarray:
    assert place.box
    x0, top, x1, bottom = (value * 100 / 72 for value in place.box)
    return image[max(0, int(top - margin)) : int(bottom + margin) + 1, max(0, int(x0 - margin)) : int(x1 + margin) + 1]


@pytest.mark.parametrize("region", ["hand:number.serial", "hand:issued.date"])
@pytest.mark.parametrize("grade", [0, 1, 2])
def test_a_filled_blank_has_ink_in_its_box(region: str, grade: int) -> None:
    place = scanned(grade).regions[region][0]
    assert (_crop(page_image(scanned(grade), 1), place, 0) < 190).mean() > 0.03
    assert place in scanned(grade).places[region.removeprefix("hand:")]
    assert place.text == printed().regions[region][0].text


def test_marks_are_stamped_into_their_room() -> None:
    room = {"hand:urgency": [Place(1, box=(60, 150, 190, 185), text="Hỏa tốc")]}
    stamped = scan(Rendering(".pdf", printed().data, {}, room), 0, seeded(1))
    assert "stamped_mark" in stamped.traits
    assert stamped.places["urgency"][0].page == 1


def test_only_a_pdf_is_scanned_and_only_in_a_known_grade() -> None:
    with pytest.raises(ValueError, match="PDF"):
        scan(Rendering(".txt", b""), 1, seeded(1))
    with pytest.raises(ValueError, match="grade 5"):
        scan(printed(), 5, seeded(1))


LAID: dict[str, Matrix] = {
    "skew": skew(SIZE, 2.5),
    "skew back": skew(SIZE, -3),
    "slip": zoom(SIZE, 0.98, 12, -7),
    "perspective": perspective(SIZE, 0.02, np.random.default_rng(3)),
    "all": combine([skew(SIZE, 1), perspective(SIZE, 0.01, np.random.default_rng(4)), zoom(SIZE, 1.01, 5, 5)]),
}


@pytest.mark.parametrize("name", LAID)
def test_a_box_moves_as_the_picture_does(name: str) -> None:
    image = np.full((SIZE[1], SIZE[0], 3), 255, np.uint8)
    image[300:340, 100:420] = 0
    down, across = np.nonzero(warp(image, LAID[name])[..., 0] < 128)
    box = move_box((100, 300, 420, 340), LAID[name], dpi=72)
    assert box == pytest.approx((across.min(), down.min(), across.max() + 1, down.max() + 1), abs=1.5)


@pytest.mark.ocr
@pytest.mark.parametrize("grade", [0, 1, 2])
def test_tesseract_still_reads_the_better_grades(grade: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OMP_THREAD_LIMIT", "1")
    place = scanned(grade).places["subject"][0]
    room = _crop(page_image(scanned(grade), 1, 100), place, 0)
    assert room.size
    large = unbind(scanned(grade).data, 200)[place.page - 1].image
    assert place.box
    x0, top, x1, bottom = (round(value * 200 / 72) for value in place.box)
    said = pytesseract.image_to_string(large[top - 12 : bottom + 12, x0 - 20 : x1 + 20], lang="vie", config="--psm 6")
    wanted = ["Sửa", "chữa", "đường", "liên", "thôn", "trên", "địa", "bàn", "huyện", "Cổ", "Lũng", "năm", "2024"]
    assert sum(word in said for word in wanted) >= 0.6 * len(wanted) / max(1, len(scanned(grade).places["subject"]))
