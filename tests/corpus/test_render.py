"""Every label's place holds its print, in every kind of file; the same seed gives the same bytes."""

from __future__ import annotations

import io
import random
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import NamedTemporaryFile

import docx
import pypdfium2
import pytest

from corpus.compose import compose
from corpus.manuscript import Block, Manuscript, Place, Rendering, Role, Run
from corpus.render import Kind, as_printed, render
from tests.corpus.written import MANUSCRIPTS
from vanban.reading import open_document, plain

SEEDS = range(4)
Letter = tuple[float, float, str]
KINDS: tuple[Kind, ...] = ("txt", "md", "pdf", "docx")


def label_texts(manuscript: Manuscript) -> dict[str, str]:
    """What each label bears in print, white space left out; what a hand writes is none."""
    found: dict[str, str] = defaultdict(str)
    for run in runs(manuscript):
        for label in run.labels:
            found[label] += "" if run.by_hand else run.text
    return {label: bare(text) for label, text in found.items() if text.strip()}


def runs(manuscript: Manuscript) -> list[Run]:
    return [
        run for block in manuscript.blocks for run in (*block.runs, *(r for row in block.rows for c in row for r in c))
    ]


def bare(text: str) -> str:
    """The text without white space and the signs of blanks and emphasis."""
    return re.sub(r"[\s.…*]|<br>", "", text)


def read(rendering: Rendering, places: list[Place]) -> str:
    """The print in the places, one after the other."""
    if rendering.suffix == ".pdf":
        return "".join(_in_box(_letters(rendering.data), place) for place in places)
    pages = _word_pages(rendering.data) if rendering.suffix == ".docx" else _plain_pages(rendering.data)
    return "".join(pages[place.page - 1][place.start : place.end] for place in places)


def _plain_pages(data: bytes) -> list[str]:
    return [page.text for page in plain.pages(data)]


@cache
def _word_pages(data: bytes) -> list[str]:
    with NamedTemporaryFile(suffix=".docx") as file:
        file.write(data)
        file.flush()
        return [page.text for page in open_document(Path(file.name), isolated=False).pages]


def _in_box(letters: list[list[Letter]], place: Place) -> str:
    assert place.box
    x0, top, x1, bottom = place.box
    return "".join(letter for x, y, letter in letters[place.page - 1] if x0 <= x <= x1 and top <= y <= bottom)


@cache
def _letters(data: bytes) -> list[list[Letter]]:
    """The letters of each page with their middles from the page's top left."""
    with pypdfium2.PdfDocument(data) as document:
        return [list(_letters_of(page)) for page in document]


def _letters_of(page: pypdfium2.PdfPage) -> Iterator[Letter]:
    text, height = page.get_textpage(), page.get_height()
    letters = text.get_text_range()
    assert len(letters) == text.count_chars()
    for at, letter in enumerate(letters):
        x0, bottom, x1, top = text.get_charbox(at, loose=True)
        yield (x0 + x1) / 2, height - (bottom + top) / 2, letter


def chance(seed: int) -> random.Random:
    return random.Random(seed)  # noqa: S311 - what the form leaves open, not secrets


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", MANUSCRIPTS)
def test_places_hold_the_print_of_their_labels(name: str, kind: Kind) -> None:
    manuscript = MANUSCRIPTS[name]
    expected = label_texts(manuscript)
    for seed in SEEDS:
        rendering = render(manuscript, kind, chance(seed))
        assert {label: bare(read(rendering, places)) for label, places in rendering.places.items()} == expected


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("index", range(0, 40, 4))
def test_places_hold_the_print_of_composed_documents(index: int, kind: Kind) -> None:
    manuscript = compose("dev", index)
    rendering = render(manuscript, kind, chance(index))
    found = {label: bare(read(rendering, places)) for label, places in rendering.places.items()}
    expected = {label: text for label, text in label_texts(manuscript).items() if text}
    # a table row that breaks across pages is read page by page, so its letters come in another order
    assert {label: sorted(text) for label, text in found.items() if text} == {k: sorted(v) for k, v in expected.items()}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", MANUSCRIPTS)
def test_the_same_seed_gives_the_same_bytes(name: str, kind: Kind) -> None:
    one, again = (render(MANUSCRIPTS[name], kind, chance(3)) for _ in range(2))
    assert one == again
    assert any(render(MANUSCRIPTS[name], kind, chance(seed)).data != one.data for seed in SEEDS)


@pytest.mark.parametrize("kind", KINDS)
def test_what_a_hand_writes_is_blank_and_its_region_tells_what_it_writes(kind: Kind) -> None:
    rendering = render(MANUSCRIPTS["plan by hand"], kind, chance(5))
    assert [place.text for place in rendering.regions["hand:number.serial"]] == ["47"]
    assert [place.text for place in rendering.regions["hand:issued.date"]] == ["14"]
    assert "number.serial" not in rendering.places
    assert bare(read(rendering, rendering.regions["hand:number.serial"])) == ""


@pytest.mark.parametrize(
    ("written", "status", "date"),
    [
        (("14", " tháng 3 năm 2024"), "complete", "2024-03-14"),
        ((None, " tháng 3 năm 2024"), "blank", "2024-03"),
        ((None, " tháng ", None, " năm 2024"), "blank", "2024"),
        ((None, " tháng ", None, " năm ", None), "blank", None),
    ],
)
def test_a_date_keeps_what_is_printed(written: tuple[str | None, ...], status: str, date: str | None) -> None:
    runs = (Run("Cổ Lũng, ngày "), *(Run(text or "9", by_hand=text is None) for text in written))
    issued = {"place": "Cổ Lũng", "date": "2024-03-14", "status": "complete"}
    printed = as_printed(Manuscript("mẫu", "nd30", (Block(Role.PLACE_DATE, runs),), {"issued": issued}))["issued"]
    assert (printed["place"], printed["date"], printed["status"]) == ("Cổ Lũng", date, status)


def test_a_number_by_hand_is_blank_in_print_and_the_manuscript_keeps_it() -> None:
    manuscript = MANUSCRIPTS["plan by hand"]
    printed = as_printed(manuscript)
    assert printed["number"] == {"serial": None, "symbol": "KH-UBND", "canonical": None, "status": "blank"}
    assert manuscript.gold["number"]["canonical"] == "47/KH-UBND"


@pytest.mark.parametrize("name", MANUSCRIPTS)
def test_word_files_hold_the_print_in_paragraphs_and_cells(name: str) -> None:
    made = docx.Document(io.BytesIO(render(MANUSCRIPTS[name], "docx", chance(1)).data))
    cells = (cell for table in made.tables for row in table.rows for cell in row.cells)
    typed = bare("".join(p.text for p in (*made.paragraphs, *(p for cell in cells for p in cell.paragraphs))))
    assert [text for text in label_texts(MANUSCRIPTS[name]).values() if text not in typed] == []


def test_pages_are_numbered_from_the_second_and_nothing_leaves_the_paper() -> None:
    for seed in SEEDS:
        rendering = render(MANUSCRIPTS["plan"], "pdf", chance(seed))
        pages = _letters(rendering.data)
        assert len(pages) > 2
        for number, letters in enumerate(pages, 1):
            assert all(40 < x < 560 and 20 < y < 830 for x, y, letter in letters if not letter.isspace())
            lone = bare("".join(letter for _, y, letter in letters if not 56 < y < 842 - 56))
            assert lone.endswith(str(number)) or lone.startswith(str(number)) or number == 1


def test_signatures_seals_and_stamps_have_their_rooms() -> None:
    regions = render(MANUSCRIPTS["joint"], "pdf", chance(1)).regions
    assert {name: len(places) for name, places in regions.items()} == {"signature": 2, "seal": 2, "head": 1}
    stamped = Block(Role.MARK, (Run("HỎA TỐC", ("urgency",), by_hand=True),))
    letter = MANUSCRIPTS["letter"]
    blocks = tuple(stamped if block.role is Role.MARK else block for block in letter.blocks)
    manuscript = replace(letter, blocks=blocks, gold={"urgency": "hỏa tốc"})
    rendering = render(manuscript, "pdf", chance(1))
    assert [place.text for place in rendering.regions["hand:urgency"]] == ["HỎA TỐC"]
    assert "urgency" not in rendering.places
    assert as_printed(manuscript)["urgency"] is None
