"""PNG, JPEG and multi-page TIFF: each picture is a scanned page."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from vanban.errors import FileDamaged, PageDamaged, PageTooLarge, TooManyPages, VanbanError
from vanban.reading import scans
from vanban.reading.events import Event, Opened, Task, Trouble
from vanban.reading.sniff import TIFF

if TYPE_CHECKING:
    from PIL.Image import Image

    from vanban.reading.ocr import ScanJob

_A4_LONG: Final = 842.0
_A3_LONG: Final = 1_260.0
_SHORTEST: Final = 150.0
_CLOSE: Final = 0.1
_MOST_ENLARGED: Final = 4.0


def parse(task: Task) -> Iterator[Event]:
    """The pictures of the file as scanned pages.

    Raises ``FileDamaged`` when no picture can be opened. A picture of more than ``page_pixels`` is refused
    before it is decoded.
    """
    import PIL.Image

    PIL.Image.MAX_IMAGE_PIXELS = None  # the limit here is page_pixels, and it is an error, not a warning
    try:
        opened = PIL.Image.open(task.path, formats=("PNG", "JPEG", "TIFF"))
        count = getattr(opened, "n_frames", 1) if task.media_type == TIFF else 1
    except (OSError, ValueError, SyntaxError, EOFError) as error:
        raise FileDamaged(path=str(task.path), reason=str(error) or type(error).__name__) from error
    with opened:
        yield Opened(count)
        if count > task.settings.pages:
            yield Trouble.of(TooManyPages(pages=count, limit=task.settings.pages))
        jobs: list[ScanJob] = []
        for number in range(1, min(count, task.settings.pages) + 1):
            if number in task.skip:
                continue
            try:
                jobs.append(_job(opened, number, count, task))
            except VanbanError as error:
                yield Trouble.of(error, page=number)
        yield from scans.read(jobs, task)


def _job(opened: Any, number: int, count: int, task: Task) -> ScanJob:
    try:
        opened.seek(number - 1)
    except (OSError, ValueError, SyntaxError, EOFError) as error:
        raise PageDamaged(page=number, reason=str(error) or type(error).__name__) from error
    across, down = opened.size
    if across * down > task.settings.page_pixels:
        raise PageTooLarge(page=number, pixels=across * down, limit=task.settings.page_pixels)
    if _turned(opened):
        across, down = down, across
    width, height = page_size(across, down, opened.info.get("dpi"))
    job = scans.job(number, width, height, partial(_render, opened, number, count, width, task))
    if not task.ocr:
        job.render(task.settings.ocr_dpi)
    return job


def _turned(opened: Any) -> bool:
    """Whether a camera's orientation mark (EXIF 0x0112) turns the picture on its side."""
    return opened.format == "JPEG" and opened.getexif().get(0x0112, 1) in (5, 6, 7, 8)


def page_size(across: int, down: int, dpi: object) -> tuple[float, float]:
    """Width and height in points of a picture of so many pixels.

    Its own resolution is believed when a page of a size that offices use comes of it (up to A3);
    else the picture is taken for an A4 page.
    """
    if isinstance(dpi, tuple) and len(dpi) == 2:
        try:
            width, height = across / float(dpi[0]) * 72, down / float(dpi[1]) * 72
        except (ZeroDivisionError, ValueError, TypeError):
            width = height = 0.0
        if min(width, height) >= _SHORTEST and max(width, height) <= _A3_LONG:
            return width, height
    scale = _A4_LONG / max(across, down, 1)
    return across * scale, down * scale


def _render(opened: Any, number: int, count: int, width: float, task: Task, dpi: int) -> Image:
    """The picture upright, in colour on white, at about ``dpi``."""
    import PIL.Image
    import PIL.ImageOps

    task.started(number)
    try:
        opened.seek(number - 1)
        opened.load()
        picture: Image = PIL.ImageOps.exif_transpose(opened) or opened
        picture = _on_white(picture)
    except (OSError, ValueError, SyntaxError, EOFError) as error:
        reason = str(error) or type(error).__name__
        if count == 1:
            raise FileDamaged(path=str(task.path), reason=reason) from error
        raise PageDamaged(page=number, reason=reason) from error
    scale = min(width / 72 * dpi / picture.width, _MOST_ENLARGED)
    across, down = round(picture.width * scale), round(picture.height * scale)
    if abs(scale - 1) < _CLOSE or across * down > task.settings.page_pixels or not across or not down:
        return picture
    return picture.resize((across, down), PIL.Image.Resampling.LANCZOS, reducing_gap=2.0)


def _on_white(picture: Image) -> Image:
    """RGB; what is transparent becomes white, 16-bit grey keeps its high byte."""
    import PIL.Image

    if picture.mode.startswith("I;16"):
        picture = picture.point(lambda value: value / 256).convert("L")
    if picture.mode in ("RGBA", "LA", "PA") or "transparency" in picture.info:
        clear = picture.convert("RGBA")
        white = PIL.Image.new("RGBA", clear.size, "white")
        return PIL.Image.alpha_composite(white, clear).convert("RGB")
    return picture.convert("RGB") if picture.mode != "RGB" else picture.copy()
