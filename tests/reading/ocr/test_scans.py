from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from tests.reading.ocr import pages
from tests.reading.ocr.engines import FaultyEngine, RecordedEngine, record
from vanban.errors import PageDamaged, ParserDied, TimedOut, VanbanError
from vanban.reading.document import Page
from vanban.reading.ocr import ScanJob, Seen, TesseractEngine, read_scans
from vanban.settings import Settings

SETTINGS = Settings(ocr_dpi=pages.DPI, ocr_workers=1)


def jobs(*images: Image.Image) -> list[ScanJob]:
    return [
        ScanJob(number, image.width * 72 / pages.DPI, image.height * 72 / pages.DPI, lambda dpi, image=image: image)
        for number, image in enumerate(images, start=1)
    ]


def text(page: Page | VanbanError) -> str:
    assert isinstance(page, Page), page
    return " ".join(word.text for word in page.words)


def test_recorded_words_come_back_in_points(tmp_path: Path) -> None:
    record([Seen("Số:", (200, 100, 250, 130), 0.96, (1, 1, 1))], tmp_path / "words.json")
    (page,) = read_scans(jobs(pages.letter()), SETTINGS, RecordedEngine(tmp_path / "words.json"))
    assert isinstance(page, Page)
    assert (page.kind, page.words[0].text, page.words[0].confidence) == ("ocr", "Số:", 0.96)
    assert page.words[0].box == pytest.approx((72, 36, 90, 46.8), abs=0.5)


@pytest.mark.parametrize(("fault", "error"), [("crash", ParserDied), ("hang", TimedOut), ("garbage", ParserDied)])
def test_a_fault_costs_its_page_only(fault: str, error: type[VanbanError]) -> None:
    first, second, third = read_scans(jobs(*[pages.sheet()] * 3), SETTINGS, FaultyEngine(fault, on=(2,)))
    assert isinstance(second, error)
    assert second.params["page"] == 2
    assert isinstance(first, Page)
    assert isinstance(third, Page)
    assert (first.number, third.number) == (1, 3)


def test_an_empty_page_has_no_words() -> None:
    (page,) = read_scans(jobs(pages.sheet()), SETTINGS, FaultyEngine("empty"))
    assert isinstance(page, Page)
    assert page.words == []


def test_a_page_that_cannot_be_rendered_is_damaged() -> None:
    def broken(dpi: int) -> Image.Image:
        raise ValueError("no image data")

    broken_page, page = read_scans(
        [ScanJob(1, 595, 842, broken), *jobs(pages.sheet())], SETTINGS, FaultyEngine("", on=())
    )
    assert isinstance(broken_page, PageDamaged)
    assert broken_page.params == {"page": 1, "reason": "no image data"}
    assert isinstance(page, Page)


@pytest.mark.parametrize("workers", [1, 3])
def test_pages_come_in_order_and_few_are_held(workers: int) -> None:
    rendered: list[int] = []

    def render(number: int) -> Image.Image:
        rendered.append(number)
        return pages.sheet()

    several = [ScanJob(number, 595, 842, lambda dpi, number=number: render(number)) for number in range(1, 9)]
    settings = Settings(ocr_dpi=pages.DPI, ocr_workers=workers)
    results = read_scans(several, settings, FaultyEngine("", on=()))
    first = next(results)
    assert len(rendered) <= workers + 1
    assert [page.number for page in (first, *results) if isinstance(page, Page)] == list(range(1, 9))


@pytest.mark.ocr
@pytest.mark.parametrize("turned", [0, 90, 180, 270])
def test_pages_are_read_however_they_lie(turned: int) -> None:
    image = pages.letter().rotate(turned, expand=True)
    (page,) = read_scans(jobs(image), SETTINGS)
    assert "Ủy ban nhân dân xã Đồng Mận đề nghị các thôn" in text(page)
    assert isinstance(page, Page)
    assert page.rotation == turned
    assert page.width < page.height
    assert min(word.box[0] for word in page.words) == pytest.approx(180 * 72 / pages.DPI, abs=4)


@pytest.mark.ocr
@pytest.mark.parametrize("angle", [-1.4, 0.9])
def test_boxes_stand_on_the_page_as_it_leans(angle: float) -> None:
    image = pages.letter().rotate(-angle, fillcolor="white", resample=Image.Resampling.BICUBIC)
    (page,) = read_scans(jobs(image), SETTINGS)
    assert isinstance(page, Page)
    assert page.skew == pytest.approx(angle, abs=0.2)
    for word in page.words:
        if word.text in ("Thực", "được"):
            x0, top, x1, bottom = (round(edge * pages.DPI / 72) for edge in word.box)
            assert image.convert("L").crop((x0, top, x1, bottom)).getextrema()[0] < 100


@pytest.mark.ocr
def test_a_name_under_a_red_seal_and_one_stamped_in_red_are_read() -> None:
    from PIL import ImageDraw

    image = pages.letter(6)
    draw = ImageDraw.Draw(image)
    draw.text((1050, 1250), "Đặng Thị Mỹ Lộc", fill="black", font=pages.font(36))
    draw.text((250, 1700), "Vũ Quang Sáng", fill="#d8262c", font=pages.font(36))
    pages.seal(image, (1080, 1180))
    (page,) = read_scans(jobs(image), SETTINGS)
    assert "Đặng Thị Mỹ Lộc" in text(page)
    assert "Vũ Quang Sáng" in text(page)


@pytest.mark.ocr
def test_no_tesseract_is_told_as_such(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    (result,) = read_scans(jobs(pages.sheet()), SETTINGS)
    assert isinstance(result, VanbanError)
    assert (result.code, result.params["reason"]) == ("tesseract_missing", "tesseract")


@pytest.mark.ocr
def test_a_language_that_is_not_installed_is_named() -> None:
    (result,) = read_scans(jobs(pages.sheet()), SETTINGS, TesseractEngine("xxx"))
    assert isinstance(result, VanbanError)
    assert (result.code, result.params["reason"]) == ("tesseract_missing", "tesseract-ocr-xxx")


@pytest.mark.ocr
def test_a_page_that_takes_too_long_is_stopped() -> None:
    (result,) = read_scans(jobs(pages.letter()), Settings(ocr_dpi=pages.DPI, page_seconds=0.05))
    assert isinstance(result, TimedOut)
    assert result.params["page"] == 1
