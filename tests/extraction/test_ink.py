"""Print and handwriting of a page that is a picture: what the real OCR gives is taken where it is surely print."""

from __future__ import annotations

from pathlib import Path

import pytest

from vanban import extract
from vanban.reading import open_document


@pytest.mark.ocr
@pytest.mark.parametrize(
    ("name", "turned"), [("cong-van.png", 0), ("cong-van.jpg", 90)], ids=["PNG", "JPEG on its side"]
)
def test_printed_number_and_date_of_a_picture_are_given(samples: Path, tmp_path: Path, name: str, turned: int) -> None:
    import pypdfium2

    document = pypdfium2.PdfDocument(samples / "cong-van.pdf")
    picture = document[0].render(scale=200 / 72).to_pil().convert("RGB").rotate(turned, expand=True)
    document.close()
    picture.save(tmp_path / name, dpi=(200, 200))
    record = extract(open_document(tmp_path / name))
    assert record.source.text == "ocr"
    assert (record.number.status, record.number.canonical) == ("complete", "1204/UBND-KTTH")
    assert (record.issued.status, record.issued.date) == ("complete", "2025-09-05")
