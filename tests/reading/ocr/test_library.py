"""Tesseract as a library beside the program: the same words, time limits, and what is told when it cannot work."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.reading.ocr import pages
from tests.reading.ocr.engines import FaultyEngine
from vanban.errors import TesseractMissing, TimedOut
from vanban.reading.ocr import TesseractEngine, library
from vanban.reading.ocr.engine import Engine
from vanban.reading.ocr.library import LibraryEngine
from vanban.reading.ocr.paired import PairedEngine

pytestmark = pytest.mark.ocr


@pytest.fixture(scope="module", params=["tesserocr", "native"])
def engine(request: pytest.FixtureRequest) -> LibraryEngine:
    return _engine(native=request.param == "native")


def _engine(*, native: bool, language: str = "vie") -> LibraryEngine:
    if not native:
        pytest.importorskip("tesserocr")
    elif library.native.library() is None:
        pytest.skip("Tesseract's library is not installed")
    return LibraryEngine(language, native=native)


def _text(engine: Engine, *, block: bool = False) -> str:
    seen = engine.recognise(pages.letter().convert("L"), dpi=pages.DPI, seconds=600, block=block)
    return " ".join(word.text for word in seen if word.confidence > 0.8)


def test_library_reads_what_the_program_reads(engine: LibraryEngine) -> None:
    ours, theirs = set(_text(engine).split()), set(_text(TesseractEngine()).split())
    assert len(ours & theirs) >= 0.9 * len(theirs)


def test_library_forgets_a_page_before_the_next(engine: LibraryEngine) -> None:
    fresh = _engine(native=engine.native)
    expected = _text(fresh)
    _text(engine, block=True)
    assert _text(engine) == expected


def test_library_serves_several_threads(engine: LibraryEngine) -> None:
    with ThreadPoolExecutor(2) as pool:
        first, second = pool.map(lambda _: _text(engine), range(2))
    assert first == second != ""


def test_library_keeps_to_its_time_and_reads_on(engine: LibraryEngine) -> None:
    with pytest.raises(TimedOut):
        engine.recognise(pages.letter().convert("L"), dpi=pages.DPI, seconds=0.001)
    assert _text(engine)


def test_programs_own_library_reads_word_for_word_what_the_program_reads() -> None:
    image = pages.letter().convert("L")
    ours, theirs = (
        one.recognise(image, dpi=pages.DPI, seconds=600) for one in (_engine(native=True), TesseractEngine())
    )
    assert ours == theirs


@pytest.mark.parametrize("native", [False, True], ids=["tesserocr", "native"])
def test_library_lacks_a_language(native: bool) -> None:
    with pytest.raises(TesseractMissing, match="tesseract-ocr-xxx"):
        _text(_engine(native=native, language="xxx"))


def test_library_lacks_its_data(tmp_path: Path) -> None:
    if library.native.library() is None:
        pytest.skip("Tesseract's library is not installed")
    with pytest.raises(TesseractMissing, match="libtesseract: vie in"):
        library.native.Copy(str(tmp_path), "vie", {})


def test_best_is_the_program_where_the_library_cannot_work(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert isinstance(library.best("xxx"), TesseractEngine)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert isinstance(library.best("vie"), TesseractEngine)


def test_best_is_the_program_where_there_is_no_library(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(library, "find_spec", lambda _: None)
    monkeypatch.setattr(library.native, "library", lambda: None)
    assert isinstance(library.best("vie"), TesseractEngine)


def test_best_is_the_library_where_it_is_installed(engine: LibraryEngine) -> None:
    best = library.best("vie")
    assert best is library.best("vie")
    if isinstance(best, PairedEngine):
        assert isinstance(best.pages, TesseractEngine)
        best = best.blocks
    assert isinstance(best, LibraryEngine)
    assert best.native <= engine.native


@pytest.mark.parametrize(("block", "calls"), [(False, (1, 0)), (True, (0, 1))], ids=["page", "block of lines"])
def test_a_pair_sends_pages_to_one_and_blocks_to_the_other(block: bool, calls: tuple[int, int]) -> None:
    page, lines = FaultyEngine("none", on=()), FaultyEngine("none", on=())
    PairedEngine(page, lines).recognise(pages.letter(), dpi=pages.DPI, seconds=9, block=block)
    assert (page.calls, lines.calls) == calls


@pytest.mark.parametrize(
    ("answer", "found"),
    [
        ('List of available languages in "/data/tess/" (2):\neng\nvie\n', ("/data/tess/", ("eng", "vie"))),
        ("List of available languages (1):\nvie\n", None),
    ],
    ids=["since 5", "before 5 it did not tell the folder"],
)
def test_installed_tells_folder_and_languages(
    tmp_path: Path, answer: str, found: tuple[str, tuple[str, ...]] | None
) -> None:
    program = tmp_path / "tesseract"
    program.write_text(f"#!/bin/sh\nprintf '{answer}'\n")
    program.chmod(0o755)
    if found is None:
        with pytest.raises(TesseractMissing):
            library.installed(str(tmp_path), "")
    else:
        assert library.installed(str(tmp_path), "") == found
