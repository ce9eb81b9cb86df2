"""Pictures as scanned pages."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from tests.reading.drawn import picture
from vanban.errors import FileDamaged, PageTooLarge
from vanban.reading import open_document
from vanban.reading.image import page_size
from vanban.settings import Settings


@pytest.mark.parametrize("name", ["a.png", "a.jpg", "a.tif"])
def test_image_is_one_scanned_page(tmp_path: Path, name: str) -> None:
    picture().save(tmp_path / name, dpi=(150, 150))
    document = open_document(tmp_path / name, ocr=False, isolated=False)
    (page,) = document.pages
    assert (page.kind, document.text_kind) == ("ocr", "ocr")
    assert (page.width, page.height) == pytest.approx((595.2, 841.9), abs=0.5)


def test_image_tiff_has_many_pages_of_their_own_sizes(tmp_path: Path) -> None:
    pages = [picture(width=1240, height=1754), picture(width=1754, height=1240), picture().convert("1")]
    pages[0].save(tmp_path / "a.tif", save_all=True, append_images=pages[1:], dpi=(150, 150))
    document = open_document(tmp_path / "a.tif", ocr=False, isolated=False)
    assert [page.number for page in document.pages] == [1, 2, 3]
    assert document.pages[1].width > document.pages[1].height


@pytest.mark.parametrize("name", ["a.png", "a.jpg", "a.tif"])
def test_image_truncated_is_damaged(tmp_path: Path, name: str) -> None:
    picture().save(tmp_path / name)
    data = (tmp_path / name).read_bytes()
    (tmp_path / name).write_bytes(data[: len(data) // 2])
    with pytest.raises(FileDamaged):
        open_document(tmp_path / name, ocr=False, isolated=False)


def test_image_too_large_is_refused_before_it_is_decoded(tmp_path: Path) -> None:
    Image.new("1", (20_000, 20_000)).save(tmp_path / "bomb.png")
    with pytest.raises(PageTooLarge):
        open_document(tmp_path / "bomb.png", Settings(page_pixels=10_000_000), isolated=False)


def test_image_sideways_camera_picture_is_turned(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    picture(width=1754, height=1240).save(tmp_path / "a.jpg", exif=exif)
    page = open_document(tmp_path / "a.jpg", ocr=False, isolated=False).pages[0]
    assert page.height > page.width


@pytest.mark.parametrize(
    ("pixels", "dpi", "points"),
    [
        ((2480, 3508), (300, 300), (595.2, 841.9)),
        ((2480, 3508), (72, 72), (595.2, 842.0)),
        ((2480, 3508), None, (595.2, 842.0)),
        ((2480, 3508), (0, 0), (595.2, 842.0)),
        ((1748, 2480), (300, 300), (419.5, 595.2)),
    ],
    ids=["told", "a screen's", "none", "nonsense", "A5"],
)
def test_page_size(pixels: tuple[int, int], dpi: object, points: tuple[float, float]) -> None:
    assert page_size(*pixels, dpi) == pytest.approx(points, abs=0.5)
