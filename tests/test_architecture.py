"""What keeps the tree in order: light imports and files of one idea."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

SOURCES = sorted((Path(__file__).parents[1] / "pipeline" / "vanban").rglob("*.py"))
HEAVY = ("cv2", "numpy", "pandas", "pdfplumber", "pydantic", "sklearn", "spacy", "sqlalchemy", "underthesea")


@pytest.mark.parametrize("statement", ["import vanban", "import vanban.cli"])
def test_doors_open_without_heavy_libraries(statement: str) -> None:
    code = f"import sys; {statement}; print([name for name in {HEAVY!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.name)
def test_files_hold_one_idea(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= 400
