"""What is installed and what is missing, on a machine that lacks this or that."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from vanban import doctor, learned


def found(key: str) -> doctor.Check:
    return next(check for check in doctor.checks() if check.key == key)


def test_programs_that_are_not_there_are_told_with_a_remedy(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    checks = {check.key: check for check in doctor.checks()}
    assert [checks[key].found for key in ("tesseract", "vie", "converter")] == [None, None, None]
    assert [checks[key].required for key in ("tesseract", "vie", "converter")] == [True, True, False]
    assert "tesseract-ocr-vie" in checks["vie"].remedy


def test_a_tesseract_without_vietnamese_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    program = tmp_path / "tesseract"
    program.write_text('#!/bin/sh\n[ "$1" = --version ] && echo "tesseract 5.3.0" || echo "eng"\n', "utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    assert (found("tesseract").found, found("vie").found) == ("5.3.0", None)


def test_trained_models_are_opened(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert found("models").found == str(len(learned.ARTEFACTS))
    learned.arrays.cache_clear()
    monkeypatch.setattr(learned, "files", lambda package: tmp_path)
    assert found("models").found is None
    for name in learned.ARTEFACTS:
        (tmp_path / name).write_text("{}", "utf-8")
    assert found("models").found is None
    for name in learned.ARTEFACTS:
        if name.endswith(".npz"):
            np.savez(tmp_path / name, a=np.zeros(1))
    assert found("models").found == str(len(learned.ARTEFACTS))
    learned.arrays.cache_clear()


def test_what_is_shipped_is_what_is_looked_for() -> None:
    folder = learned.artefact("").resolve()
    assert sorted(path.name for path in folder.iterdir() if path.suffix in (".npz", ".json")) == list(learned.ARTEFACTS)


def test_every_library_is_found_by_its_own_name() -> None:
    names = [check.found for check in doctor.checks() if check.key == "package"]
    assert len(names) > 10
    assert all(names)
