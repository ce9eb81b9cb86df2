"""Pictures of the places where values stand, of whatever kind the document is."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from vanban.record import Evidence
from vanban.scoring.crops import DPI, crop

HERE = (Evidence(page=1, start=0, end=1, box=(72, 144, 216, 180)),)


def test_a_place_on_a_page_of_a_pdf(samples: Path) -> None:
    picture = crop(samples / "cong-van.pdf", HERE, "subject")
    assert picture is not None
    assert picture.size == (round(172 * DPI / 72) + 1, round(64 * DPI / 72)) or abs(picture.width - 229) <= 2


def test_the_head_stands_in_for_a_value_of_the_head_that_stands_nowhere(samples: Path) -> None:
    head, page = crop(samples / "cong-van.pdf", (), "number.canonical"), 842 * DPI / 72
    assert head is not None
    assert head.height == pytest.approx(0.42 * page, abs=3)


def test_boxes_of_one_page_are_shown_together(samples: Path) -> None:
    more = (*HERE, Evidence(page=1, start=2, end=3, box=(300, 300, 320, 320)), Evidence(page=2, start=0, end=1))
    alone, both = crop(samples / "cong-van.pdf", HERE, "x"), crop(samples / "cong-van.pdf", more, "x")
    assert alone is not None
    assert both is not None
    assert both.height > alone.height


def test_a_picture_is_shown_upright_in_points(tmp_path: Path) -> None:
    lying = Image.new("RGB", (1169, 827), "white")
    tags = lying.getexif()
    tags[0x0112] = 6
    lying.save(tmp_path / "a.jpg", exif=tags, dpi=(100, 100))
    head = crop(tmp_path / "a.jpg", (), "issuer")
    assert head is not None
    assert head.width == pytest.approx(827 / 100 * DPI, abs=2)


def test_a_box_beyond_the_page_still_gives_a_picture(samples: Path) -> None:
    beyond = (Evidence(page=1, start=0, end=1, box=(5_000, 5_000, 6_000, 6_000)),)
    picture = crop(samples / "cong-van.pdf", beyond, "subject")
    assert picture is not None
    assert picture.size >= (1, 1)


@pytest.mark.parametrize(
    ("name", "data", "evidence", "field"),
    [
        ("a.txt", b"text", HERE, "subject"),
        ("a.docx", b"PK", HERE, "subject"),
        ("a.pdf", b"%PDF-1.4 cut short", HERE, "subject"),
        ("a.pdf", b"", (), "number"),
        ("a.png", b"\x89PNG\r\n\x1a\n", (), "number"),
        ("absent.pdf", None, HERE, "subject"),
    ],
)
def test_what_cannot_be_drawn_has_no_picture(
    tmp_path: Path, name: str, data: bytes | None, evidence: tuple[Evidence, ...], field: str
) -> None:
    if data is not None:
        (tmp_path / name).write_bytes(data)
    assert crop(tmp_path / name, evidence, field) is None


def test_a_page_that_the_document_has_not_gives_no_picture(samples: Path) -> None:
    far = (Evidence(page=99, start=0, end=1, box=(1, 1, 2, 2)),)
    assert crop(samples / "cong-van.pdf", far, "subject") is None


def test_a_value_of_the_body_that_stands_nowhere_has_no_picture(samples: Path) -> None:
    assert crop(samples / "cong-van.pdf", (), "assignments.found") is None
