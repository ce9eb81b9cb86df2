"""The whole report over a few documents: sets, systems, tables, plots, lists of errors."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from evaluation import report
from evaluation.readings import Readings, ours, reader_version, version_of
from evaluation.run import Run, Set, run
from evaluation.sections.targets import pooled
from evaluation.systems import OURS, SYSTEMS
from vanban.reading.document import Document
from vanban.scoring.collection import collect
from vanban.scoring.figures import Figure

GOLD = {
    "type": "CV",
    "number": {"canonical": "1204/UBND-KTTH"},
    "subject": "trồng rừng",
    "urgency": "khẩn",
    "recipients": {"to": []},
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, samples: Path) -> Path:
    """A corpus of one PDF and one text, the text with a gold that asks for what it has not."""
    made = tmp_path_factory.mktemp("corpus")
    for part in ("docs", "gold"):
        (made / part).mkdir()
    rows = []
    for name, kind, file in (("a", "pdf", "cong-van.pdf"), ("b", "txt", "ke-hoach.txt")):
        shutil.copy(samples / file, made / "docs" / f"{name}{Path(file).suffix}")
        (made / "gold" / f"{name}.json").write_text(json.dumps(GOLD, ensure_ascii=False), "utf-8")
        rows.append(json.dumps({"name": name, "kind": kind, "grade": None}))
    (made / "manifest.jsonl").write_text("\n".join(rows), "utf-8")
    return made


@pytest.fixture(scope="module")
def written(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("out")
    arguments = [
        "--corpus",
        folder,
        "--real",
        out / "none",
        "--out",
        out,
        "--readings",
        out / "r",
        "--errors",
        out / "e",
    ]
    report.main([str(argument) for argument in arguments])
    return out


def test_report_has_every_part(written: Path) -> None:
    text = (written / "report.md").read_text("utf-8")
    for heading in ("## What was run", "## Targets", "### Synthetic pdf", "### Synthetic txt", "## Confidence"):
        assert heading in text
    row = next(line for line in text.splitlines() if line.startswith("| number.canonical"))
    assert row.split(" | ")[1] == "1"
    assert "1.000 (1.000–1.000)" in row


def test_values_beyond_the_common_fields_stand_apart(written: Path) -> None:
    pdf = (written / "report.md").read_text("utf-8").split("### Synthetic pdf")[1].split("###")[0]
    common, beyond = pdf.split("Judged by us alone")
    assert "| urgency |" not in common
    assert "| urgency | 1 | 0.000 | 0.000 |" in beyond


def test_every_picture_that_the_report_shows_is_there(written: Path) -> None:
    text = (written / "report.md").read_text("utf-8")
    shown = {line[4:-1] for line in text.splitlines() if line.startswith("![](")}
    assert shown
    assert all((written / picture).stat().st_size > 500 for picture in shown)


def test_errors_are_listed_beside(written: Path) -> None:
    assert "trồng rừng" in (written / "e" / "synthetic-pdf" / "index.html").read_text("utf-8")


def test_the_same_documents_give_the_same_report(folder: Path, written: Path, tmp_path: Path) -> None:
    arguments = ["--corpus", folder, "--real", tmp_path / "none", "--out", tmp_path, "--readings", tmp_path / "r"]
    report.main([str(argument) for argument in [*arguments, "--errors", tmp_path / "e"]])
    assert (tmp_path / "report.md").read_bytes() == (written / "report.md").read_bytes()
    picture = "plots/fields-synthetic-pdf.svg"
    assert (tmp_path / picture).read_bytes() == (written / picture).read_bytes()


def test_a_document_that_cannot_be_read_is_told_and_counts_as_missing(folder: Path, tmp_path: Path) -> None:
    shutil.copytree(folder, tmp_path / "c")
    (tmp_path / "c" / "docs" / "b.txt").write_bytes(b"")
    examples = tuple(collect(tmp_path / "c").examples)
    readers = {"ours": Readings(tmp_path / "r", ours, "ours-1"), "bare": Readings(tmp_path / "r", ours, "bare-1")}
    done = run([Set("synthetic", "mixed", examples)], SYSTEMS[:1], readers, lambda words: None)
    assert list(done.failures) == ["b.txt (ours)"]
    assert done.figures(["synthetic mixed"], draws=0)["type"].asked == 2
    assert done.evaluations["synthetic mixed", OURS].failed == ["b"]


def test_readings_by_ocr_are_kept_under_content_and_version(tmp_path: Path) -> None:
    asked: list[Path] = []

    def reader(path: Path) -> Document:
        from vanban.reading.document import Page, Word

        asked.append(path)
        return Document(
            "sha256:1", path.name, "application/pdf", 1, [Page(1, "ocr", words=[Word("a", (0, 0, 1, 1))])], 1
        )

    first, second = tmp_path / "a.pdf", tmp_path / "b.pdf"
    first.write_bytes(b"same")
    second.write_bytes(b"same")
    old = Readings(tmp_path / "kept", reader, "ours-1")
    answers = [answer for _, answer in old.all([first, second, first])]
    assert [answer.name for answer in answers if isinstance(answer, Document)] == ["a.pdf", "b.pdf", "a.pdf"]
    before = len(asked)
    Readings(tmp_path / "kept", reader, "ours-2", stale=True).one(first)
    assert len(asked) == before
    Readings(tmp_path / "kept", reader, "ours-2").one(first)
    assert len(asked) == before + 1


@pytest.mark.ocr
def test_the_version_of_a_reading_tells_recognisers_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VANBAN_OCR_DPI", "200")
    known = reader_version()
    assert known == reader_version()
    monkeypatch.setenv("VANBAN_OCR_DPI", "150")
    assert reader_version() != known
    assert version_of("tesseract 5.5.0 vie 200") != version_of("tesserocr 5.5.0 vie 200")


def test_stems_pool_the_fields_below_them() -> None:
    found = {"recipients.to": Figure("recipients.to", 2, 2, 2), "recipients.copy": Figure("recipients.copy", 6, 4, 4)}
    assert pooled(found, "recipients").f1 == pytest.approx(12 / 14)


def test_outcomes_can_be_cut_by_grade(folder: Path) -> None:
    done = Run([], SYSTEMS)
    assert done.outcomes(["synthetic scan"], grade="2") == []
